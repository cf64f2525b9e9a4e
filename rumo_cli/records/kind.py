"""What a kind of record is: its names, its fields, and what makes two records the same."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from rumo_cli.records.fields import Field, RecordId, RecordLinks, Whole, Year
from rumo_cli.records.values import Record, Value
from rumo_cli.text import plural

Key = tuple[object, ...]
"""A natural key: hashable values."""


Clashes = Callable[[Record, Iterable[Mapping[str, Value]]], list[str]]
"""Returns what speaks against a record beside others."""


class PartOfKey(NamedTuple):
    """A natural key but for one part; the part is None where the record lacks it."""

    key: Key
    part: object


class Names(NamedTuple):
    """What records of a kind are called: heading, and the three forms beside numbers."""

    heading: str
    one: str
    few: str
    many: str


class Lack(NamedTuple):
    """A short name for what a record may lack: the fields that are empty where it does."""

    name: str
    keys: tuple[str, ...]


@dataclass(frozen=True)
class Kind:
    """A kind of record, described once.

    `keys` gives a record's natural keys, the surest first; `same` may still tell apart two
    records with one key. `infer` fills in what an incoming record implies. `brings` are records
    of other kinds that this one cannot be without. `clashes` says what speaks against a record
    beside others. `kin` is the key under which records are alike without being the same.
    """

    key: str
    names: Names
    own_fields: tuple[Field, ...]
    keys: Callable[[Record], Iterable[Key]]
    title: str = "title"
    date: str | None = None
    status: str | None = "status"
    yearly: bool = True
    same: Callable[[Record, Record], bool] = lambda first, second: True
    rest_of_key: "Callable[[Record], PartOfKey | None]" = lambda record: None
    """What is left of the natural key without the part that many files leave out."""
    infer: Callable[[Record], None] = lambda record: None
    settle: Callable[[Record, Record], None] = lambda record, given: None
    """Brings fields into line that follow from others, once some of them were `given`."""
    brings: Callable[[Record], Iterable[tuple[str, Record]]] = lambda record: ()
    clashes: Clashes = lambda record, others: []
    clashes_over: Callable[[Record], Key | None] = lambda record: None
    """What only one record can have at a time: clashes are looked for among those that share it."""
    gathers: bool = False
    """People come together on its days: one on which nobody works is doubtful."""
    name: Callable[[Record], str] | None = None
    """Names a record where its title alone does not."""
    kin: Callable[[Record], Key | None] = lambda record: None
    about: tuple[str, ...] = ()
    """Words in headings of files that only say what the table is about: «Тема вебинара»."""
    registers_called: tuple[str, ...] = ()
    """Beginnings of words, folded, by which titles, sheets and files name registers of the kind."""
    lacks: tuple[Lack, ...] = ()
    """Short names of what people look for the lack of, beside the keys of the fields."""
    told_by: tuple[str, ...] = ()
    """Keys of which a table that is not so named must hold one to be taken for a register."""

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """Return every field, the id and the academic year first."""
        own: tuple[Field, ...] = (Field("id", ID_HEADING, Whole(), shown=True, derived=True),)
        if self.yearly:
            own += (Field("academic_year", "Учебный год", Year(), ("год",)),)
        return own + self.own_fields

    @cached_property
    def by_key(self) -> dict[str, Field]:
        """Return the fields by key."""
        return {field.key: field for field in self.fields}

    @cached_property
    def public(self) -> "Kind":
        """Return the kind as anybody may see its records: without private fields."""
        return replace(self, own_fields=tuple(each for each in self.own_fields if not each.private))

    @cached_property
    def id_fields(self) -> tuple[tuple[Field, str], ...]:
        """Return the fields that name another record by id, each with the kind that it names."""
        naming = ((field, field.type) for field in self.fields)
        return tuple((field, named.kind) for field, named in naming if isinstance(named, RecordId))

    @cached_property
    def link_fields(self) -> tuple[tuple[Field, RecordLinks], ...]:
        """Return the fields that link to records of several kinds, each with its type."""
        linking = ((field, field.type) for field in self.fields)
        return tuple((field, links) for field, links in linking if isinstance(links, RecordLinks))

    @cached_property
    def required(self) -> tuple[Field, ...]:
        """Return the fields that a record cannot be without."""
        return tuple(field for field in self.fields if field.required)

    @cached_property
    def remarks(self) -> str:
        """Return the key of what is kept of a file beside the fields that it was meant for."""
        return "notes" if "notes" in self.by_key else "comment"

    @cached_property
    def defaults(self) -> Record:
        """Return what a new record starts with."""
        return {field.key: field.default for field in self.fields if field.default is not None}

    def label(self, record: Record) -> str:
        """Return what names a record in a message."""
        named = self.name(record) if self.name else None
        return named or self.by_key[self.title].show(record)

    def count(self, number: int) -> str:
        """Return the number with the noun that agrees with it."""
        return f"{number} {plural(number, self.names.one, self.names.few, self.names.many)}"

    def complete(self, record: Record) -> Record:
        """Return the record with all of its keys, empty ones included, as JSON shows it."""
        complete = self._blank | record
        if len(complete) > len(self._blank):
            return {key: complete[key] for key in self._blank}
        return complete

    @cached_property
    def _blank(self) -> Record:
        return {field.key: [] if field.type.several else None for field in self.fields}


ID_HEADING = "ID rumo"
"""The heading of rumo's own ids in people's spreadsheets; «№» there is never an id."""


def compact(record: Record) -> Record:
    """Return the record as it is kept: without empty values, which «нет» and 0 are not.

    A record without any is returned itself.
    """
    if all(record.values()):
        return record
    return {key: value for key, value in record.items() if value or value == 0}
