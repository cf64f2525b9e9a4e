"""A person's name in the documents of a store: what stands in its place, what goes with it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from rumo_cli.records import all_kinds
from rumo_cli.records.fields import Person
from rumo_cli.records.kind import Kind
from rumo_cli.records.naming import Naming
from rumo_cli.records.values import Value
from store.documents import JOURNAL, META, ONLY, Document, Documents, revisions_of
from store.forget_plan import Plan
from store.runs import ids_in, runs_of
from store.touching import RecordKey

PartName = tuple[int, int, int]
"""What a state knows a part of the history by: its beginning, its length, its checksum."""


class Renamed(NamedTuple):
    """What files of a store become: how states name them before, and how afterwards."""

    closed: dict[str, Document]
    """By the SHA-256 of a closed year's file."""
    parts: dict[PartName, Document]


NOTHING_RENAMED = Renamed({}, {})


class Rewriting:
    """Rewrites documents in place as a plan says, whatever their schema.

    It gathers what it comes upon: the records that it touched, those that are about the person,
    which records belong to which, and how many commands of a journal named the person.
    """

    def __init__(self, plan: Plan) -> None:
        self.naming = Naming(plan.person, plan.also)
        self.touched: set[RecordKey] = set()
        self.about: set[RecordKey] = set()
        self.belonging: defaultdict[RecordKey, set[RecordKey]] = defaultdict(set)
        self.commands: set[str] = set()
        self._plan = plan
        self._changes = 0

    def state(self, documents: Documents, renamed: Renamed) -> bool:
        """Rewrite the documents of `store.json` or a copy of it; tell whether they changed."""
        before = self._changes
        self._tables(documents)
        for number, entry in documents.get(JOURNAL, {}).items():
            self._entry(number, entry)
        meta = documents[META][ONLY]
        for year, closed in meta.get("closed", {}).items():
            self._put(meta["closed"], year, renamed.closed.get(closed["sha256"], closed))
        for place, part in enumerate(meta.get("history", [])):
            name = (part["begun"], part["bytes"], part["crc32"])
            self._put(meta["history"], place, renamed.parts.get(name, part))
        return self._changes > before

    def closed_year(self, documents: Documents) -> bool:
        """Rewrite the documents of a closed year; tell whether they changed."""
        before = self._changes
        self._tables(documents)
        for name in [name for name, table in documents.items() if not table]:
            del documents[name]
        return self._changes > before

    def line(self, document: Document) -> bool:
        """Rewrite an entry as the history has it; tell whether it changed."""
        before = self._changes
        self._entry(str(document["id"]), document)
        return self._changes > before

    def belonging_to_person(self) -> set[RecordKey]:
        """Return the records that are about the person, and those that belong to them."""
        return self.about | {key for key, named in self.belonging.items() if named & self.about}

    def _tables(self, documents: Documents) -> None:
        for kind in [name for name in documents if not name.startswith("_")]:
            self._records(kind, documents[kind])
            gone = documents.get(revisions_of(kind), {})
            for key in [key for key in gone if RecordKey(kind, int(key)) in self._plan.removed]:
                del gone[key]

    def _records(self, kind: str, records: dict[str, Document]) -> None:
        for number in list(records):
            key = RecordKey(kind, int(number))
            if key in self._plan.removed:
                self._changes += 1
                del records[number]
            else:
                self._record(key, records[number])

    def _record(self, key: RecordKey, record: Document) -> None:
        self._look_at(key, record)
        for name, value in record.items():
            now = self._without_links(self._value(key, value))
            if now != value:
                self._put(record, name, now)
                self.touched.add(key)
        for name in [name for name, value in record.items() if value == []]:
            del record[name]

    def _look_at(self, key: RecordKey, record: Document) -> None:
        kind = all_kinds().get(key.kind)
        if kind is None:
            return
        title = str(record.get(kind.title, "")) if is_about_a_person(kind) else ""
        if self._is_meant(key) and self.naming.notations(title):
            self.about.add(key)
        for field, other in kind.id_fields:
            if isinstance(named := record.get(field.key), int):
                self.belonging[key].add(RecordKey(other, named))

    def _value(self, key: RecordKey, value: Value) -> Value:
        if not self._is_meant(key):
            return value
        if isinstance(value, str):
            return self._text(value)
        return [*map(self._text, value)] if isinstance(value, list) else value

    def _text(self, text: str) -> str:
        return self.naming.replaced(text, self._plan.pseudonym)

    def _without_links(self, value: Value) -> Value:
        """Return a value without links to records that are removed: «iom 12»."""
        if not self._plan.removed or not isinstance(value, list):
            return value
        gone = {f"{kind} {number}" for kind, number in self._plan.removed}
        return [item for item in value if item not in gone]

    def _is_meant(self, key: RecordKey) -> bool:
        return not self._plan.only or key in self._plan.only

    def _entry(self, number: str, entry: Document) -> None:
        before = self._changes
        keys = {*_keys_of(entry)}
        if not self._plan.only or keys & self._plan.only:
            for name in ("command", "user"):
                self._put(entry, name, self._text(entry[name]))
        for kind, changes in entry["changes"].items():
            for part in ("changed", "removed"):
                self._records(kind, changes.get(part, {}))
        self._drop_removed(entry)
        if self._changes > before:
            self.commands.add(number)
        if "after" in entry and keys & (self._plan.touched | self._plan.removed):
            self._changes += 1
            del entry["after"]

    def _drop_removed(self, entry: Document) -> None:
        for kind, changes in entry["changes"].items():
            added = [*ids_in(changes.get("added", ()))]
            kept = [each for each in added if RecordKey(kind, each) not in self._plan.removed]
            if kept != added:
                self._put(changes, "added", list(runs_of(kept)))
        if self._plan.removed:
            entry["changes"] = _without_empty(entry["changes"])

    def _put(self, holder: Any, name: Any, value: Any) -> None:
        if holder[name] != value:
            self._changes += 1
            holder[name] = value


def is_about_a_person(kind: Kind) -> bool:
    """Tell whether records of a kind are each about a person who is named in private."""
    title = kind.by_key[kind.title]
    return title.private and isinstance(title.type, Person)


def _keys_of(entry: Document) -> Iterator[RecordKey]:
    for kind, changes in entry["changes"].items():
        for number in ids_in(changes.get("added", ())):
            yield RecordKey(kind, number)
        for part in ("changed", "removed"):
            for key in changes.get(part, {}):
                yield RecordKey(kind, int(key))


def _without_empty(changes: Mapping[str, Document]) -> Document:
    filled = {
        kind: {part: content for part, content in of_kind.items() if content}
        for kind, of_kind in changes.items()
    }
    return {kind: of_kind for kind, of_kind in filled.items() if of_kind}
