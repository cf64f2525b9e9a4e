"""What every engine of the store promises; commands know this and nothing beneath it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import NamedTuple, Protocol, TypeVar

from rumo_cli.records.revisions import Revision
from rumo_cli.records.values import Record

T = TypeVar("T")

YEAR_KIND = "year"
"""An academic year is a record too: its id is the first calendar year, its fields the settings."""

_NOTHING: Mapping[int, Record] = MappingProxyType({})


class KindChanges(NamedTuple):
    """What one command did to the records of one kind; only what stood before is kept."""

    added: tuple[int, ...] = ()
    changed: Mapping[int, Record] = _NOTHING
    removed: Mapping[int, Record] = _NOTHING


class Entry(NamedTuple):
    """One command in the journal.

    `undoes` and `redoes` name the entry that this one took back or brought back, `undone_by`
    the entry that took this one back (for an undo: the redo). `after` is the checksum of its
    records as it left them, None for entries that have none yet.
    """

    id: int
    at: datetime
    user: str
    command: str
    changes: Mapping[str, KindChanges]
    undoes: int | None = None
    redoes: int | None = None
    undone_by: int | None = None
    after: int | None = None


class Snapshot(Protocol):
    """One state of the store, whole and at rest.

    A record that it hands out is the caller's own to change, but for what stands in its lists.
    """

    def all(self, kind: str, years: Iterable[str] = ()) -> Mapping[int, Record]:
        """Return the records of a kind by id, in the order of ids; empty if there are none.

        These are the records of all open years, and of such closed `years` as are named: what is
        closed costs nothing until it is asked for. Raise `StoreUnusable` where a closed year that
        is asked for cannot be read.
        """
        ...

    def get(self, kind: str, record_id: int) -> Record | None:
        """Return one record, be it of a closed year, or None where there is none."""
        ...

    def counts(self, kind: str) -> Mapping[str, int]:
        """Return how many records of a kind each year has, the closed years as well."""
        ...

    def next_id(self, kind: str) -> int:
        """Return the id that the next record of a kind gets; every smaller one has been used."""
        ...

    def years(self) -> Mapping[str, Record]:
        """Return the settings of the academic years that the store knows, as "2024-2025"."""
        ...

    def journal(self) -> Iterator[Entry]:
        """Yield the commands, newest first.

        The recent ones are at hand, those before them are read only when they are reached. Raise
        `StoreUnusable` where an entry cannot be read.
        """
        ...

    def identity(self) -> str:
        """Return what tells this store and its copies from every other store."""
        ...

    def revisions(self, kind: str, years: Iterable[str] = ()) -> Mapping[int, Revision]:
        """Return how the records of a kind have changed, by id; the others never were.

        For records that `all` returns; a transaction does not see its own changes in it.
        """
        ...


class Transaction(Snapshot, Protocol):
    """A state that may be changed; its reads see its own changes at once.

    What it hands out is the caller's own down to the lists.
    Text is kept as NFC. A value that no engine could keep raises `Refused`.

    A year whose settings have a `closed_date` is closed: every change to its records or settings
    raises `Refused`, but for settings without that date, which open the year again.
    """

    undoes: int | None
    """The journal entry that this transaction takes back."""
    redoes: int | None
    """The journal entry (an undo) that this transaction brings back."""

    def add(self, kind: str, record: Record, record_id: int | None = None) -> int:
        """Add a record and return its id.

        A given id is taken only if it was never used (`next_id` or above), else `ValueError`:
        what to do then is the caller's to decide.
        """
        ...

    def replace(self, kind: str, record_id: int, record: Record) -> None:
        """Put a record in the place of another; `KeyError` if there is none."""
        ...

    def remove(self, kind: str, record_id: int) -> None:
        """Remove a record for good: its id is not given again; `KeyError` if there is none."""
        ...

    def restore(self, kind: str, record_id: int, record: Record) -> None:
        """Put a removed record back; `ValueError` if the id was never given or is taken."""
        ...

    def open_year(self, year: str) -> None:
        """Make an academic year ("2024-2025") known to the store; a known one stays as it is.

        `ValueError` if the text is no academic year.
        """
        ...


Change = Callable[[Transaction], T]
"""A way to write: free of prompts, printing and files, because an engine may run it again."""


class Store(Protocol):
    """A place where records are kept."""

    location: str
    """Where that is, in words for a person."""
    created: bool
    """Whether a `run` of this object made the store."""

    def exists(self) -> bool:
        """Tell whether there is a store; reading one that does not exist is an error."""
        ...

    def read(self) -> Snapshot:
        """Return the present state without waiting for anybody.

        Raise `StoreUnusable` if the store is missing, damaged or of a newer schema.
        """
        ...

    def run(self, change: Change[T], *, command: str) -> T:
        """Carry out one change as one transaction, and return what it returns.

        One lock, one read, one atomic write, one journal entry under the name `command`. An
        exception from `change` passes on and nothing is written; a change after which
        everything stands as before writes nothing either. A missing store is created.

        Raise `StoreBusy`, `StoreUnusable`, or `Refused` (the disk would not take it).
        """
        ...
