"""What speaks against a record: another one at the same time, a day on which nobody works."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

from rumo_cli.calendar.days_off import OwnDays, holiday_on, why_off
from rumo_cli.calendar.weekdays import show_day
from rumo_cli.records.kind import Kind
from rumo_cli.records.values import Record, Value

_SUNDAY = 6
_CALLED_OFF = {"cancelled", "postponed"}


def doubts(
    kind: Kind, record: Record, others: Iterable[Mapping[str, Value]], own: OwnDays | None
) -> list[str]:
    """Return what is doubtful in a record beside others, and in its days."""
    return [*kind.clashes(record, others), *on_days_off(kind, record, own)]


def on_days_off(kind: Kind, record: Record, own: OwnDays | None) -> list[str]:
    """Return why nobody works on the days of a record on which people come together.

    What was held on a Sunday or a holiday may be a slip of the pen in its date; on a day off that
    the government had moved it was held all the same.
    """
    if not kind.gathers or record.get(kind.status or "") in _CALLED_OFF:
        return []
    dates = record.get("dates")
    days = [record.get(kind.date or ""), record.get("end_date")]
    days += dates if isinstance(dates, list) else []
    held = record.get(kind.status or "") == "held"
    said = (_said(str(day), own, held=held) for day in dict.fromkeys(days) if day)
    return [each for each in said if each]


@lru_cache(maxsize=4096)
def _said(day: str, own: OwnDays | None, *, held: bool) -> str | None:
    read = date.fromisoformat(day)
    why = why_off(read, own)
    if held and not (holiday_on(read) or read.weekday() == _SUNDAY):
        return None
    return f"{show_day(read)} — {why}" if why else None
