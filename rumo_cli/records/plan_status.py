"""The state of a plan item on a given day, from its marks and from the records that count."""

from datetime import date, timedelta
from typing import NamedTuple

from rumo_cli.calendar.occurrences import spread
from rumo_cli.calendar.periods import Period
from rumo_cli.calendar.terms import USUAL, SchoolCalendars
from rumo_cli.calendar.years import AcademicYear
from rumo_cli.records.fields.deadlines import UNCLEAR
from rumo_cli.records.plan import OPEN
from rumo_cli.records.plan_fact import Fact
from rumo_cli.records.values import Record

UNDATED = UNCLEAR | {"schedule", "on_demand"}
"""Kinds of deadline that nothing can be late for."""

_OWN_DATES = {"done": "done_date", "cancelled": "cancelled_date"}
_DAY = timedelta(days=1)


def status_on(
    item: Record, day: date, fact: Fact | None = None, calendars: SchoolCalendars = USUAL
) -> str:
    """Return the status that an item had at the end of a day: that of its mark, else its records'.

    `fact` is what the records of that day say of the item, None where it names none.
    """
    mark = mark_on(item, day)
    return mark or (told_by_records(item, day, fact, calendars) if fact else "planned")


def told_by_records(item: Record, day: date, fact: Fact, calendars: SchoolCalendars = USUAL) -> str:
    """Return the status that an item has by its records alone, whatever it was marked with."""
    end = deadline_end_on(item, day, calendars)
    return fact.status(over=end is not None and end < day.isoformat())


def mark_on(item: Record, day: date) -> str | None:
    """Return the status that an item was marked with by the end of a day, None without a mark.

    A mark counts from its own date; one without a date from the end of the deadline, and where
    there is none from the first day of the year. «Запланировано» is no mark.
    """
    status = str(item.get("status") or "planned")
    if status != "planned" and _mark_date(item, status) <= day.isoformat():
        return status
    done = item.get("done_dates")
    begun = isinstance(done, list) and any(each <= day.isoformat() for each in done)
    return "in_progress" if begun and status != "planned" else None


def deadline_end_on(item: Record, day: date, calendars: SchoolCalendars = USUAL) -> str | None:
    """Return the last day of the deadline that an item had on a day, later moves left out."""
    return _deadline_on(item, day, calendars).end


def period_on(
    item: Record, day: date, calendars: SchoolCalendars = USUAL
) -> tuple[str, str] | None:
    """Return the first and last day of the deadline that an item had on a day.

    None where it lacks one of them, or is the whole year: that has an August before it too.
    """
    kind, start, end, _ = _deadline_on(item, day, calendars)
    year = AcademicYear.parse(str(item["academic_year"]))
    if (start, end) == (year.start.isoformat(), year.end.isoformat()) or kind in UNDATED:
        return None
    return (start, end) if start and end else None


def is_overdue(
    item: Record, day: date, fact: Fact | None = None, calendars: SchoolCalendars = USUAL
) -> bool:
    """Tell whether an item is late on a day; `overdue_since` says what that means."""
    return overdue_since(item, day, fact, calendars) is not None


def overdue_since(
    item: Record, day: date, fact: Fact | None = None, calendars: SchoolCalendars = USUAL
) -> date | None:
    """Return the first day on which an item was late, as it stands on a day; None if it is not.

    It is late once its deadline is over and its work is not, or once it was done fewer times than
    were due. What cannot be read, or names no date on purpose, is never late (design of the
    calendar).
    """
    status = status_on(item, day, fact, calendars)
    moved_to = item.get("moved_to") if status == "postponed" else None
    if not (moved_to or status in OPEN):
        return None
    deadline = _read_for(item, str(moved_to), calendars) if moved_to else None
    deadline = deadline or _deadline_on(item, day, calendars)
    if deadline.kind in UNDATED:
        return None
    missed = () if moved_to else _not_done(item, deadline, day, fact)
    ends = [period.end for period in missed[:1]]
    ends += [date.fromisoformat(deadline.end)] if deadline.end else []
    return min((end + _DAY for end in ends if end < day), default=None)


def next_due(
    item: Record, day: date, fact: Fact | None = None, calendars: SchoolCalendars = USUAL
) -> Period | None:
    """Return when an open item is due next, its end not before a day; None if that is not said."""
    deadline = _deadline_on(item, day, calendars)
    if status_on(item, day, fact, calendars) not in OPEN or deadline.kind in UNDATED:
        return None
    if deadline.due:
        missed = _not_done(item, deadline, day, fact)
        return next((each for each in missed if each.end >= day), None)
    if deadline.end is None or deadline.end < day.isoformat():
        return None
    return Period(*(date.fromisoformat(each or deadline.end) for each in deadline[1:3]))


class _Deadline(NamedTuple):
    """A deadline as it stood: its kind, its days, and when each of several times is due."""

    kind: str
    start: str | None
    end: str | None
    due: tuple[Period, ...] = ()


def _deadline_on(item: Record, day: date, calendars: SchoolCalendars) -> _Deadline:
    """Return the deadline that an item had on a day: each move keeps the words of the old one."""
    moves = item.get("moves")
    for move in moves if isinstance(moves, list) else ():
        moved_on, _, text = move.partition(" ")
        if moved_on > day.isoformat():
            return _read_for(item, text, calendars)
    start, end = (str(item.get(key) or "") or None for key in ("deadline_start", "deadline_end"))
    return _Deadline(str(item.get("deadline_kind")), start, end, _due(item, calendars))


def _read_for(item: Record, text: str, calendars: SchoolCalendars) -> _Deadline:
    from rumo_cli.calendar.deadlines import read_deadline

    found = read_deadline(text, AcademicYear.parse(str(item["academic_year"])), calendars)
    start, end = (each.isoformat() if each else None for each in (found.start, found.end))
    return _Deadline(found.kind, start, end, found.due if found.occurrences else ())


def _due(item: Record, calendars: SchoolCalendars) -> tuple[Period, ...]:
    """Return when each time is due; a number of times that a person gave is spread evenly."""
    planned = item.get("occurrences_planned")
    if not isinstance(planned, int) or planned < 1:
        return ()
    due = _read_for(item, str(item.get("deadline_text") or ""), calendars).due
    if not due or len(due) == planned:
        return due
    return spread(planned, Period(due[0].start, max(period.end for period in due)))


def _not_done(
    item: Record, deadline: _Deadline, day: date, fact: Fact | None
) -> tuple[Period, ...]:
    """Return the periods of the times that were not done at the end of a day, in their order.

    A record that counts is a time that it was done.
    """
    if _is_closed_without_a_date(item):
        return ()
    counted = fact.number if fact else 0
    return deadline.due[max(counted, _times_done(item, deadline, day)) :]


def _times_done(item: Record, deadline: _Deadline, day: date) -> int:
    """Return how often an item was done by the end of a day.

    What was done without a date counts from when it was due, as any mark without one; once the
    last of the dates is reached, all of it was done.
    """
    dates = item.get("done_dates")
    days = dates if isinstance(dates, list) else []
    times = item.get("occurrences_done")
    total = times if isinstance(times, int) else len(days)
    if not days or days[-1] <= day.isoformat():
        return total
    dated = sum(each <= day.isoformat() for each in days)
    over = sum(period.end < day for period in deadline.due)
    return min(total, max(dated, min(over, dated + total - len(days))))


def _is_closed_without_a_date(item: Record) -> bool:
    """Tell whether a mark ends an item that does not say when: it was not late till then."""
    status = str(item.get("status") or "planned")
    return status not in OPEN and not item.get(_OWN_DATES.get(status, ""))


def _mark_date(item: Record, status: str) -> str:
    own = _OWN_DATES.get(status)
    start = AcademicYear.parse(str(item["academic_year"])).start.isoformat()
    return str((own and item.get(own)) or item.get("deadline_end") or start)
