"""Changing the documents of a store, and what a change comes to."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from unicodedata import normalize

from rumo_cli.calendar.years import AcademicYear
from rumo_cli.records.closed_years import closed, is_closed
from rumo_cli.records.event_days import sittings
from rumo_cli.records.revisions import placed
from rumo_cli.records.values import Record, check_text, check_value
from store.closed import entry_of, put_back, taken_out
from store.contract import YEAR_KIND, Entry, KindChanges
from store.documents import JOURNAL, Document, encode, revisions_of
from store.entries import parted, to_document
from store.snapshot import TinySnapshot
from store.storage import JsonStorage
from store.touching import checksum

_REOPENED = "reopened"
"""Years that the last write opened again: the state before it, the backup, names their files."""

_DROPPED = "dropped"
"""Parts of the history that the last write dropped, and the backup still names."""


class TinyTransaction(TinySnapshot):
    """A `Transaction` that edits the documents its storage has read, and saves them once.

    TinyDB's own `insert` and `update` are not for writing: each costs a pass over the whole
    table, and the next id they remember overwrites the records of another process.
    """

    undoes: int | None = None
    redoes: int | None = None

    def __init__(self, storage: JsonStorage) -> None:
        super().__init__(storage)
        self._before: defaultdict[str, dict[int, Document | None]] = defaultdict(dict)
        self._sound: set[str] = set()
        """Texts that are kept as they stand: an import repeats most of its words."""
        self._left_over: list[str] = self._meta.pop(_REOPENED, [])
        self._dropped: list[int] = self._meta.pop(_DROPPED, [])
        self._shut = self._years_shut()

    def add(self, kind: str, record: Record, record_id: int | None = None) -> int:
        """Add a record and return its id; `ValueError` for a given id that was used before."""
        next_id = self.next_id(kind)
        if record_id is None:
            record_id = next_id
        elif record_id < next_id:
            raise ValueError(f"{kind} {record_id} has been used: the next is {next_id}")
        self._check_open(record)
        self._documents.setdefault(kind, {})[str(record_id)] = self._kept(record)
        self._before[kind][record_id] = None
        self._counters[kind] = record_id
        return record_id

    def replace(self, kind: str, record_id: int, record: Record) -> None:
        """Put a record in the place of another; `KeyError` if there is none."""
        self._demand(kind, record_id)
        if kind == YEAR_KIND and is_closed(record):
            self._check_settings_open(record_id)
        self._put(kind, record_id, record)

    def remove(self, kind: str, record_id: int) -> None:
        """Remove a record for good; `KeyError` if there is none."""
        self._demand(kind, record_id)
        if kind == YEAR_KIND:
            self._check_settings_open(record_id)
        self._touch(kind, record_id)
        del self._documents[kind][str(record_id)]

    def restore(self, kind: str, record_id: int, record: Record) -> None:
        """Put a removed record back; `ValueError` if the id was never given or is taken."""
        if record_id >= self.next_id(kind) or self._is_taken(kind, record_id):
            raise ValueError(f"{kind} {record_id} was never given or is taken")
        self._put(kind, record_id, record)

    def open_year(self, year: str) -> None:
        """Make an academic year ("2024-2025") known to the store; a known one stays as it is."""
        first = _first_year(year)
        if self._document(YEAR_KIND, first) is None:
            self._put(YEAR_KIND, first, {})
            self._counters[YEAR_KIND] = max(first, self._counters.get(YEAR_KIND, 0))

    def changes(self) -> dict[str, KindChanges]:
        """Return what this transaction comes to so far; empty if all stands as it stood."""
        found = {kind: self._kind_changes(kind) for kind in sorted(self._before)}
        return {kind: changes for kind, changes in found.items() if changes != KindChanges()}

    def _kind_changes(self, kind: str) -> KindChanges:
        now = self._documents.get(kind, {})
        before = sorted(self._before[kind].items())
        net = [(record_id, was) for record_id, was in before if was != now.get(str(record_id))]
        old = {record_id: was for record_id, was in net if was is not None}
        return KindChanges(
            added=tuple([record_id for record_id, was in net if was is None]),
            changed={record_id: was for record_id, was in old.items() if str(record_id) in now},
            removed={record_id: was for record_id, was in old.items() if str(record_id) not in now},
        )

    def save(
        self, changes: Mapping[str, KindChanges], *, at: datetime, user: str, command: str
    ) -> None:
        """Write what was changed and its entry in the journal in one replacement."""
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
        self._append(entry._replace(after=checksum(entry, lambda key: self._document(*key))))
        self._count(changes, at)
        self._put_away_closed()
        self._storage.write(self._documents)
        for year in set(self._left_over) - self._closed.keys():
            self._storage.remove_closed(year)
        for begun in self._dropped:
            self._storage.remove_history(begun)

    def doubts(self) -> list[str]:
        """Return what to tell the person of the write."""
        return self._storage.doubts

    def _put_away_closed(self) -> None:
        """Give the records of years that have been closed files of their own."""
        for year in sorted(self._shut - self._closed.keys()):
            documents = taken_out(self._documents, year)
            content = encode(documents)
            self._storage.write_closed(year, content)
            self._closed[year] = entry_of(documents, content)

    def _append(self, entry: Entry) -> None:
        journal = self._documents.get(JOURNAL, {}) | {str(entry.id): to_document(entry)}
        left, self._documents[JOURNAL] = parted(journal)
        if left:
            self._lay_by(left, entry.id)

    def _lay_by(self, journal: Mapping[str, Document], revision: int) -> None:
        """Give entries to the history."""
        before = self._meta["history"]
        kept = self._storage.extend_history(before, journal, revision)
        self._meta["history"] = kept
        if dropped := {part["begun"] for part in before} - {part["begun"] for part in kept}:
            self._meta[_DROPPED] = sorted(dropped)

    def _count(self, changes: Mapping[str, KindChanges], at: datetime) -> None:
        """Count the changes of records apart from them, so that no undo counts back."""
        moment = at.isoformat(timespec="seconds")
        for kind, of_kind in changes.items():
            counted = self._documents.setdefault(revisions_of(kind), {}) if of_kind.changed else {}
            for record_id, was in of_kind.changed.items():
                key, now = str(record_id), self._documents[kind][str(record_id)]
                counted[key] = _one_more(counted.get(key, {}), was, now) | {"at": moment}

    @staticmethod
    def _own(document: Record) -> Record:
        """Return a copy of a document, its lists copied too.

        A list shared with the store could be changed in place, and the transaction would not
        see that its record is another one.
        """
        record = document.copy()
        for key, value in document.items():
            if type(value) is list:
                record[key] = value.copy()
        return record

    def _document(self, kind: str, record_id: int) -> Document | None:
        return self._documents.get(kind, {}).get(str(record_id))

    def _is_taken(self, kind: str, record_id: int) -> bool:
        held = self._document(kind, record_id) is not None
        return held or self._closed_year_of(kind, record_id) is not None

    def _demand(self, kind: str, record_id: int) -> None:
        if year := self._closed_year_of(kind, record_id):
            raise closed(year)
        if self._document(kind, record_id) is None:
            raise KeyError(f"{kind} {record_id}")

    def _put(self, kind: str, record_id: int, record: Record) -> None:
        self._check_open(record)
        document = self._kept(record)
        self._touch(kind, record_id)
        self._documents.setdefault(kind, {})[str(record_id)] = document
        if kind == YEAR_KIND:
            self._follow_settings()

    def _check_open(self, record: Record) -> None:
        year = record.get("academic_year")
        if year in self._shut:
            raise closed(str(year))

    def _check_settings_open(self, first: int) -> None:
        year = str(AcademicYear(first))
        if year in self._shut:
            raise closed(year)

    def _follow_settings(self) -> None:
        """Bring back the records of years whose settings say no more that they are closed."""
        self._shut = self._years_shut()
        for year in self._closed.keys() - self._shut:
            put_back(self._documents, self._documents_of(year))
            del self._closed[year]
            self._meta.setdefault(_REOPENED, []).append(year)

    def _years_shut(self) -> set[str]:
        return {year for year, settings in self.years().items() if is_closed(settings)}

    def _kept(self, record: Record) -> Document:
        """Return a copy as the store keeps it; raise `Refused` if no engine could keep it."""
        document, sound = record.copy(), self._sound
        for key, value in record.items():
            if isinstance(value, str):
                if value not in sound:
                    document[key] = self._kept_text(value)
            elif isinstance(value, list):
                kept = sound.issuperset(value)
                document[key] = value.copy() if kept else [*map(self._kept_text, value)]
            else:
                check_value(value)
        return document

    def _kept_text(self, text: str) -> str:
        check_text(text)
        kept = normalize("NFC", text)
        self._sound.add(kept)
        return kept

    def _touch(self, kind: str, record_id: int) -> None:
        self._before[kind].setdefault(record_id, self._document(kind, record_id))


def _one_more(count: Document, was: Record, now: Record) -> Document:
    """Return a count of changes after one more, and what became of the sittings in it."""
    days = sittings(now)
    places = placed(count.get("sittings") or sittings(was), days)
    number: Document = {"number": count.get("number", 0) + 1}
    return number if places == days else number | {"sittings": places}


@lru_cache(maxsize=16)
def _first_year(year: str) -> int:
    return AcademicYear.parse(year).first


def _writable(text: str) -> str:
    """Return text of the system's (a command line, a user) with what is not Unicode as "?"."""
    return normalize("NFC", text.encode(errors="replace").decode())
