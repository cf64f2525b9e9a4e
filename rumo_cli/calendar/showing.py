"""A deadline in words of one form each: read again, they mean the same."""

from datetime import date

from rumo_cli.calendar.clock import Times
from rumo_cli.calendar.deadlines import Deadline
from rumo_cli.calendar.frequencies import show_recurrence
from rumo_cli.calendar.months import month_name
from rumo_cli.calendar.periods import Period, whole_months
from rumo_cli.calendar.weekdays import show_day

_FIRST_OF_YEAR, _LAST_OF_YEAR = (9, 1), (8, 31)
_WITHOUT_MEANING = {"unknown", "missing", "error"}
_ALL_YEAR = "в течение года"


def show_deadline(found: Deadline) -> str:
    """Return what a deadline was understood as: «01.10.2024-30.11.2024», «до 01.12.2024».

    Empty for what was not understood. Read for the same year, the text gives the same deadline,
    but for its note.
    """
    if found.kind in _WITHOUT_MEANING:
        return ""
    often = show_recurrence(found.recurrence) if found.recurrence else ""
    if found.kind == "recurring":
        return _listed(often, *map(_stretch, found.periods))
    return _listed(_dates(found), often)


def _listed(*texts: str) -> str:
    return ", ".join(filter(None, texts))


def _dates(found: Deadline) -> str:
    match found.kind:
        case "schedule":
            return "по отдельному графику"
        case "on_demand":
            return "по мере необходимости"
        case "by":
            return f"до {_day(found.end)}"
        case "open":
            return _open(found)
        case "month+open":
            return _listed(*map(_shortest, found.periods), _ALL_YEAR)
        case "range" | "multirange":
            return _listed(*map(_stretch, found.periods)) + _clock(found.times)
    return _listed(*map(_shortest, found.periods)) + _clock(found.times)


def _open(found: Deadline) -> str:
    ends = [(day.month, day.day) for day in (found.start, found.end) if day]
    whole = ends == [_FIRST_OF_YEAR, _LAST_OF_YEAR]
    return _ALL_YEAR if whole else f"с {_day(found.start)}"


def _day(day: date | None) -> str:
    return show_day(day) if day else ""


def _shortest(period: Period) -> str:
    start, end = period
    if start == end:
        return show_day(start)
    if period == whole_months(start.year, start.month, start.year, start.month):
        return f"{month_name(start.month)} {start.year}"
    return _stretch(period)


def _stretch(period: Period) -> str:
    """Return a period as a stretch of days, or of years, which may be longer than a plan's."""
    start, end = period
    if period != whole_months(start.year, 1, end.year, 12):
        return f"{show_day(start)}-{show_day(end)}"
    return f"{start.year} год" if start.year == end.year else f"{start.year}-{end.year} годы"


def _clock(times: Times | None) -> str:
    return " " + "-".join(filter(None, times)) if times else ""
