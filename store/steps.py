"""What each command made of a record: the journal read backwards from what stands now."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from rumo_cli.records.values import Record
from store.contract import Entry, Snapshot
from store.touching import RecordKey, keys_of


class Step(NamedTuple):
    """A record before and after one command; None where there was no such record."""

    entry: Entry
    key: RecordKey
    before: Record | None
    after: Record | None


def steps(
    snapshot: Snapshot,
    journal: Iterable[Entry],
    concerns: Callable[[RecordKey], bool] | None = None,
) -> Iterator[Step]:
    """Yield what the commands of the journal made of the records asked for, the newest first.

    An entry keeps what stood before; what stood after it is what stood before the next one that
    touched the record, or what stands now.
    """
    then: dict[RecordKey, Record | None] = {}
    for entry in journal:
        for key in filter(concerns, keys_of(entry)):
            after = then[key] if key in then else snapshot.get(*key)
            then[key] = before_of(entry, key)
            yield Step(entry, key, then[key], after)


def steps_of(snapshot: Snapshot, entry: Entry) -> Iterator[Step]:
    """Yield what one command made of each of its records."""
    keys = set(keys_of(entry))
    for step in steps(snapshot, snapshot.journal(), keys.__contains__):
        if step.entry.id == entry.id:
            yield step
        elif step.entry.id < entry.id:
            break


def before_of(entry: Entry, key: RecordKey) -> Record | None:
    """Return what stood before an entry of one of its records."""
    changes = entry.changes[key.kind]
    source = changes.removed if key.number in changes.removed else changes.changed
    return source.get(key.number)
