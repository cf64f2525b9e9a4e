"""Which records a command touched, and what has come after it."""

import zlib
from collections.abc import Callable, Iterator
from itertools import takewhile
from typing import NamedTuple

import orjson

from rumo_cli.calendar.years import AcademicYear
from rumo_cli.records import kind_of
from rumo_cli.records.values import Record
from rumo_cli.text import quoted
from store.contract import YEAR_KIND, Entry, Snapshot


class RecordKey(NamedTuple):
    """What tells a record in the whole store."""

    kind: str
    number: int


def keys_of(entry: Entry) -> Iterator[RecordKey]:
    """Yield the keys of the records that an entry touched."""
    for kind, changes in entry.changes.items():
        for number in (*changes.added, *changes.changed, *changes.removed):
            yield RecordKey(kind, number)


def own_keys(entry: Entry) -> set[RecordKey]:
    """Return the keys of the records that an entry is about: without years that only followed."""
    keys = set(keys_of(entry))
    if has_incidental_years(entry):
        return {key for key in keys if key.kind != YEAR_KIND}
    return keys


def has_incidental_years(entry: Entry) -> bool:
    """Tell whether the years of an entry came or went with the records that it is about."""
    years = entry.changes.get(YEAR_KIND)
    return years is not None and not years.changed and len(entry.changes) > 1


def standing_after(snapshot: Snapshot, entry: Entry) -> list[Entry]:
    """Return what came after an entry, newest first, but for what was taken back since then."""
    standing: list[Entry] = []
    taken_back: set[int] = set()
    for later in takewhile(lambda each: each.id > entry.id, snapshot.journal()):
        earlier = later.undoes or later.redoes or 0
        if later.id not in taken_back and earlier > entry.id:
            taken_back.add(earlier)
        elif later.id not in taken_back:
            standing.append(later)
    return standing


def checksum(entry: Entry, record_of: Callable[[RecordKey], Record | None]) -> int:
    """Return what tells whether the records that an entry is about still stand the same."""
    states = [[*key, record_of(key)] for key in sorted(own_keys(entry))]
    return zlib.crc32(orjson.dumps(states, option=orjson.OPT_SORT_KEYS))


def described(key: RecordKey, record: Record) -> str:
    """Return the kind, id and title of a record: «webinar 12 «Подготовка к ЕГЭ»»."""
    if key.kind == YEAR_KIND:
        return f"{YEAR_KIND} {AcademicYear(key.number)}"
    label = kind_of(key.kind).label(record)
    return " ".join([*map(str, key), *([quoted(label)] if label else [])])
