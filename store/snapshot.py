"""Reading the documents of a store as records."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any

from rumo_cli.calendar.years import AcademicYear
from rumo_cli.errors import StoreUnusable
from rumo_cli.records.revisions import Revision
from rumo_cli.records.values import Record
from store.contract import YEAR_KIND, Entry
from store.documents import JOURNAL, META, ONLY, Document, Documents, revisions_of
from store.runs import count_in, is_in
from store.storage import JsonStorage

if TYPE_CHECKING:
    from tinydb import TinyDB
    from tinydb.table import Table


class TinySnapshot:
    """A `Snapshot` over a storage that holds one state.

    One record is read through TinyDB's table, with the query cache off because it does not see
    what a transaction changes; all of a kind as they lie, because TinyDB would copy each twice.
    """

    def __init__(self, storage: JsonStorage) -> None:
        self._storage = storage
        self._documents = storage.read()

    def all(self, kind: str, years: Iterable[str] = ()) -> Mapping[int, Record]:
        """Return the records of a kind in the open years, and in the closed years named."""
        documents = self._tables(kind, years)
        records = map(self._own, documents.values())
        return dict(sorted(zip(map(int, documents), records, strict=True)))

    def get(self, kind: str, record_id: int) -> Record | None:
        """Return one record, be it of a closed year, or None where there is none."""
        if year := self._closed_year_of(kind, record_id):
            return self._own(self._documents_of(year)[kind][str(record_id)])
        document = self._table(kind).get(doc_id=record_id)
        return None if document is None else self._own(dict(document))

    def counts(self, kind: str) -> Mapping[str, int]:
        """Return how many records of a kind each year has, the closed years as well."""
        documents = self._documents.get(kind, {}).values()
        closed = {year: count_in(each["ids"].get(kind, ())) for year, each in self._closed.items()}
        return Counter(str(each.get("academic_year")) for each in documents) + Counter(closed)

    def next_id(self, kind: str) -> int:
        """Return the id that the next record of a kind gets."""
        return self._counters.get(kind, 0) + 1

    def years(self) -> Mapping[str, Record]:
        """Return the settings of the known academic years, the earliest first."""
        return {str(AcademicYear(first)): year for first, year in self.all(YEAR_KIND).items()}

    def journal(self) -> Iterator[Entry]:
        """Yield the commands, newest first; older ones are read only when they are reached."""
        taken_back: dict[int, int] = {}
        for entry_id, document in self._entries():
            entry = _entry(entry_id, document)
            yield entry._replace(undone_by=taken_back.get(entry_id))
            if earlier := entry.undoes or entry.redoes:
                taken_back[earlier] = entry_id

    def _entries(self) -> Iterator[tuple[int, Document]]:
        recent = self._documents.get(JOURNAL, {})
        for key in sorted(recent, key=int, reverse=True):
            yield int(key), recent[key]
        for part in reversed(self._meta["history"]):
            yield from reversed(self._storage.read_history(part))

    def identity(self) -> str:
        """Return what tells this store and its copies from every other store."""
        return str(self._meta["id"])

    def revisions(self, kind: str, years: Iterable[str] = ()) -> Mapping[int, Revision]:
        """Return how the records of a kind have changed, by id; the others never were."""
        table = self._tables(revisions_of(kind), years)
        return {
            int(key): Revision(
                each["number"],
                datetime.fromisoformat(each["at"]),
                tuple(each.get("sittings", ())),
            )
            for key, each in table.items()
        }

    def kinds(self) -> list[str]:
        """Return the kinds that records are kept of, the settings of years among them."""
        held = (each["ids"] for each in self._closed.values())
        named = chain(self._documents, *held)
        return sorted({name for name in named if not name.startswith("_")})

    def revision(self) -> int:
        """Return how many commands the state has seen."""
        return int(self._meta["revision"])

    def digest_of_closed(self, year: str) -> str | None:
        """Return what tells the content of a closed year from any other; None of an open one."""
        entry = self._closed.get(year)
        return str(entry["sha256"]) if entry else None

    def _tables(self, name: str, years: Iterable[str]) -> Mapping[str, Document]:
        """Return the documents of a table, those of closed years that are named among them."""
        documents = self._documents.get(name, {})
        for year in self._closed.keys() & set(years):
            documents = documents | self._documents_of(year).get(name, {})
        return documents

    @property
    def _closed(self) -> dict[str, Any]:
        closed: dict[str, Any] = self._meta["closed"]
        return closed

    def _closed_year_of(self, kind: str, record_id: int) -> str | None:
        """Return the closed year that an id lies in."""
        held = (
            year
            for year, each in self._closed.items()
            if is_in(each["ids"].get(kind, ()), record_id)
        )
        return next(held, None)

    def _documents_of(self, year: str) -> Documents:
        """Return the documents of a closed year."""
        return self._storage.read_closed(year, self._closed[year]["sha256"])

    @cached_property
    def _counters(self) -> dict[str, int]:
        counters: dict[str, int] = self._meta["counters"]
        return counters

    @cached_property
    def _meta(self) -> dict[str, Any]:
        meta: dict[str, Any] = self._documents[META][ONLY]
        return meta

    @staticmethod
    def _own(document: Record) -> Record:
        """Return a document as the caller's own."""
        return document.copy()

    @cached_property
    def _database(self) -> "TinyDB":
        from tinydb import TinyDB

        return TinyDB(storage=lambda: self._storage)

    def _table(self, name: str) -> "Table":
        return self._database.table(name, cache_size=0)


def _entry(entry_id: int, document: Document) -> Entry:
    from store.entries import from_document

    try:
        return from_document(entry_id, document)
    except (AttributeError, KeyError, TypeError, ValueError):
        raise StoreUnusable(
            f"Журнал хранилища повреждён: запись {entry_id} не читается. "
            "Отмена команд невозможна; записи и сводки читаются как прежде."
        ) from None
