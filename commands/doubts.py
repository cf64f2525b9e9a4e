"""What speaks against records once a command has changed them."""

from collections.abc import Iterable

from rumo_cli.records.doubts import doubts
from rumo_cli.records.kind import Kind
from rumo_cli.records.school_days import own_days_of
from rumo_cli.records.values import Record
from store.contract import Snapshot

_TELLING = ("date", "end_date", "dates", "start_time", "end_time", "url", "status")


def doubts_brought(
    snapshot: Snapshot, kind: Kind, changes: Iterable[tuple[Record, Record]]
) -> list[str]:
    """Return what is doubtful in changed records and was not before, each as it was and as it is.

    Of several records each is named.
    """
    changed = [pair for pair in changes if kind.gathers and _tells(*pair)]
    if not changed:
        return []
    own, records = own_days_of(snapshot.years()), snapshot.all(kind.key)
    found = []
    for before, after in changed:
        others = [record for number, record in records.items() if number != after["id"]]
        known = doubts(kind, before, others, own)
        name = f"{kind.key} {after['id']}: " if len(changed) > 1 else ""
        new = (each for each in doubts(kind, after, others, own) if each not in known)
        found += [f"{name}{each}" for each in new]
    return found


def _tells(before: Record, after: Record) -> bool:
    return any(before.get(key) != after.get(key) for key in _TELLING)
