"""The state of a plan item on a given day, from its marks and their dates."""

from datetime import date
from typing import NamedTuple

from rumo_cli.calendar.years import AcademicYear
from rumo_cli.records.fields.deadlines import UNCLEAR
from rumo_cli.records.plan import OPEN
from rumo_cli.records.values import Record

UNDATED = UNCLEAR | {"schedule", "on_demand"}
"""Kinds of deadline that nothing can be late for."""


def status_on(item: Record, day: date) -> str:
    """Return the status that an item had at the end of a day.

    A mark counts from its own date; one without a date from the end of the deadline, and where
    there is none from the first day of the year.
    """
    status = str(item.get("status") or "planned")
    if status == "planned" or _mark_date(item, status) <= day.isoformat():
        return status
    done = item.get("done_dates")
    begun = isinstance(done, list) and any(each <= day.isoformat() for each in done)
    return "in_progress" if begun else "planned"


def deadline_end_on(item: Record, day: date) -> str | None:
    """Return the last day of the deadline that an item had on a day, later moves left out."""
    return _deadline_on(item, day).end


def is_overdue(item: Record, day: date) -> bool:
    """Tell whether an item is late on a day: its deadline is over, its work is not.

    What cannot be read, or names no date on purpose, is never late (design of the calendar).
    """
    status = status_on(item, day)
    moved_to = item.get("moved_to") if status == "postponed" else None
    kind, end = _read_for(item, str(moved_to)) if moved_to else _deadline_on(item, day)
    over = end is not None and end < day.isoformat() and kind not in UNDATED
    return over and (status in OPEN or moved_to is not None)


class _Deadline(NamedTuple):
    kind: str
    end: str | None


def _deadline_on(item: Record, day: date) -> _Deadline:
    """Return the deadline that an item had on a day: each move keeps the words of the old one."""
    moves = item.get("moves")
    for move in moves if isinstance(moves, list) else ():
        moved_on, _, text = move.partition(" ")
        if moved_on > day.isoformat():
            return _read_for(item, text)
    end = item.get("deadline_end")
    return _Deadline(str(item.get("deadline_kind")), str(end) if end else None)


def _read_for(item: Record, text: str) -> _Deadline:
    from rumo_cli.calendar.deadlines import read_deadline

    found = read_deadline(text, AcademicYear.parse(str(item["academic_year"])))
    return _Deadline(found.kind, found.end.isoformat() if found.end else None)


def _mark_date(item: Record, status: str) -> str:
    own = {"done": "done_date", "cancelled": "cancelled_date"}.get(status)
    start = AcademicYear.parse(str(item["academic_year"])).start.isoformat()
    return str((own and item.get(own)) or item.get("deadline_end") or start)
