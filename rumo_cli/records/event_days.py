"""The days that an event takes: one, several in a row, or several sittings."""

from typing import NamedTuple

from rumo_cli.records.values import Record


class EventDays(NamedTuple):
    """The first and the last day of an event in ISO notation, the same where it takes one."""

    first: str
    last: str


def event_days(record: Record, key: str = "date") -> EventDays | None:
    """Return the days of an event whose day is kept under `key`; None where it has none."""
    first = record.get(key)
    if not first:
        return None
    sittings = record.get("dates") or [str(first)]
    latest = sittings[-1] if isinstance(sittings, list) else first
    return EventDays(str(first), str(record.get("end_date") or latest))
