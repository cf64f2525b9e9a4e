"""Changing the documents of a store, and what a change comes to."""

from collections import defaultdict
from datetime import datetime
from unicodedata import normalize

from tinydb import TinyDB

from rumo_cli.calendar.years import AcademicYear
from rumo_cli.records.values import Record, Value, check_value
from store.contract import YEAR_KIND, Entry, KindChanges
from store.documents import JOURNAL, Document
from store.entries import bounded, to_document
from store.snapshot import TinySnapshot


class TinyTransaction(TinySnapshot):
    """A `Transaction` that edits the documents its storage has read, and saves them once.

    TinyDB's own `insert` and `update` are not for writing: each costs a pass over the whole
    table, and the next id they remember overwrites the records of another process.
    """

    undoes: int | None = None
    redoes: int | None = None

    def __init__(self, database: TinyDB) -> None:
        super().__init__(database)
        self._before: defaultdict[str, dict[int, Document | None]] = defaultdict(dict)

    def add(self, kind: str, record: Record, record_id: int | None = None) -> int:
        """Add a record and return its id; `ValueError` for a given id that was used before."""
        next_id = self.next_id(kind)
        if record_id is None:
            record_id = next_id
        elif record_id < next_id:
            raise ValueError(f"{kind} {record_id} has been used: the next is {next_id}")
        self._put(kind, record_id, record)
        self._meta["counters"][kind] = record_id
        return record_id

    def replace(self, kind: str, record_id: int, record: Record) -> None:
        """Put a record in the place of another; `KeyError` if there is none."""
        self._demand(kind, record_id)
        self._put(kind, record_id, record)

    def remove(self, kind: str, record_id: int) -> None:
        """Remove a record for good; `KeyError` if there is none."""
        self._demand(kind, record_id)
        self._touch(kind, record_id)
        del self._documents[kind][str(record_id)]

    def restore(self, kind: str, record_id: int, record: Record) -> None:
        """Put a removed record back; `ValueError` if the id was never given or is taken."""
        if record_id >= self.next_id(kind) or self._document(kind, record_id) is not None:
            raise ValueError(f"{kind} {record_id} was never given or is taken")
        self._put(kind, record_id, record)

    def open_year(self, year: str) -> None:
        """Make an academic year ("2024-2025") known to the store; a known one stays as it is."""
        first = AcademicYear.parse(year).first
        if self._document(YEAR_KIND, first) is None:
            self._put(YEAR_KIND, first, {})
            counters = self._meta["counters"]
            counters[YEAR_KIND] = max(first, counters.get(YEAR_KIND, 0))

    def changes(self) -> dict[str, KindChanges]:
        """Return what this transaction comes to so far; empty if all stands as it stood."""
        found = {kind: self._kind_changes(kind) for kind in sorted(self._before)}
        return {kind: changes for kind, changes in found.items() if changes != KindChanges()}

    def _kind_changes(self, kind: str) -> KindChanges:
        now = self._documents.get(kind, {})
        before = sorted(self._before[kind].items())
        net = {record_id: was for record_id, was in before if was != now.get(str(record_id))}
        old = {record_id: was for record_id, was in net.items() if was is not None}
        return KindChanges(
            added=tuple(record_id for record_id in net if record_id not in old),
            changed={record_id: was for record_id, was in old.items() if str(record_id) in now},
            removed={record_id: was for record_id, was in old.items() if str(record_id) not in now},
        )

    def save(self, *, at: datetime, user: str, command: str) -> bool:
        """Write what was changed and its entry in the journal in one replacement.

        Return whether there was anything to write.
        """
        changes = self.changes()
        if not changes:
            return False
        revision = self._meta["revision"] + 1
        self._meta["revision"] = revision
        entry = Entry(
            id=revision,
            at=at,
            user=_writable(user),
            command=_writable(command),
            changes=changes,
            undoes=self.undoes,
            redoes=self.redoes,
        )
        self._append(entry)
        self._database.storage.write(self._documents)
        return True

    def _append(self, entry: Entry) -> None:
        journal = self._documents.setdefault(JOURNAL, {})
        for taken_back in (entry.undoes, entry.redoes):
            if taken_back is not None:
                journal[str(taken_back)]["undone_by"] = entry.id
        journal[str(entry.id)] = to_document(entry)
        self._documents[JOURNAL] = bounded(journal)

    def _document(self, kind: str, record_id: int) -> Document | None:
        return self._documents.get(kind, {}).get(str(record_id))

    def _demand(self, kind: str, record_id: int) -> None:
        if self._document(kind, record_id) is None:
            raise KeyError(f"{kind} {record_id}")

    def _put(self, kind: str, record_id: int, record: Record) -> None:
        document = {key: _kept(value) for key, value in record.items()}
        self._touch(kind, record_id)
        self._documents.setdefault(kind, {})[str(record_id)] = document

    def _touch(self, kind: str, record_id: int) -> None:
        self._before[kind].setdefault(record_id, self._document(kind, record_id))


def _kept(value: Value) -> Value:
    """Return a value as the store keeps it; raise `Refused` if no engine could."""
    check_value(value)
    if isinstance(value, str):
        return normalize("NFC", value)
    if isinstance(value, list):
        return [normalize("NFC", text) for text in value]
    return value


def _writable(text: str) -> str:
    """Return text of the system's (a command line, a user) with what is not Unicode as "?"."""
    return normalize("NFC", text.encode(errors="replace").decode())
