"""The days that an event takes: one, several in a row, or several sittings."""

from typing import NamedTuple

from rumo_cli.records.values import Record


class EventDays(NamedTuple):
    """The first and the last day of an event in ISO notation, the same where it takes one."""

    first: str
    last: str


def event_days(record: Record, key: str = "date") -> EventDays | None:
    """Return the days of an event whose day is kept under `key`; None where it has none.

    Sittings are days of it whether or not its own day is among them.
    """
    days = sittings(record, key)
    return EventDays(days[0], str(record.get("end_date") or days[-1])) if days else None


def sittings(record: Record, key: str = "date") -> list[str]:
    """Return the days in ISO notation on which an event takes place, or begins, each once."""
    own, others = record.get(key), record.get("dates")
    days = [str(own)] if own else []
    return sorted({*days, *others}) if isinstance(others, list) else days
