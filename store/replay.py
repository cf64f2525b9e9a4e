"""Whether the journal and the records tell the same story."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from rumo_cli.records.values import Record
from store.contract import Entry, Snapshot
from store.steps import Step, steps
from store.touching import RecordKey, checksum


class Contradiction(NamedTuple):
    """A record or command that the journal does not account for; the entry is None for a record."""

    entry: Entry | None
    key: RecordKey | None


def contradictions(snapshot: Snapshot, kinds: Iterable[str]) -> Iterator[Contradiction]:
    """Yield what keeps the journal, carried out from its beginning, from leading to the store.

    An entry contradicts where its records did not stand as it left them, a record where no
    command added it; the latter is told only while the journal has all commands from the first.
    """
    journal = list(snapshot.journal())
    beginnings: dict[RecordKey, Record | None] = {}
    for _, of_entry in groupby(steps(snapshot, journal), lambda step: step.entry.id):
        made = list(of_entry)
        beginnings |= {step.key: step.before for step in made}
        yield from _contradicting(made)
    if [entry.id for entry in journal] == list(range(len(journal), 0, -1)):
        yield from _not_added(snapshot, kinds, beginnings)


def _contradicting(made: list[Step]) -> Iterator[Contradiction]:
    entry = made[0].entry
    after = {step.key: step.after for step in made}
    for key, state in after.items():
        if (key.number in entry.changes[key.kind].removed) == (state is not None):
            yield Contradiction(entry, key)
    if entry.after not in (None, checksum(entry, after.__getitem__)):
        yield Contradiction(entry, None)


def _not_added(
    snapshot: Snapshot, kinds: Iterable[str], beginnings: dict[RecordKey, Record | None]
) -> Iterator[Contradiction]:
    years = tuple(snapshot.years())
    for kind in kinds:
        for key in (RecordKey(kind, number) for number in snapshot.all(kind, years)):
            if beginnings.get(key, {}) is not None:
                yield Contradiction(None, key)
