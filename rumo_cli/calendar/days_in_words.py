"""Days that only the grammar reads: «29-30 (вторник-среда)», «22, перенос с 17 октября»."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from rumo_cli.calendar.clauses import (
    Clock,
    Dated,
    Length,
    Moved,
    Reading,
    Remark,
    Undated,
)
from rumo_cli.calendar.cursor import Cursor
from rumo_cli.calendar.days import Days
from rumo_cli.calendar.errors import CalendarError, UnreadableError
from rumo_cli.calendar.fill import nearest_year
from rumo_cli.calendar.grammar import read_clauses
from rumo_cli.calendar.moments import Moment, NthWeekday
from rumo_cli.calendar.months import Month
from rumo_cli.calendar.periods import Period
from rumo_cli.calendar.resolve import Resolver
from rumo_cli.calendar.spots import Spot, spot
from rumo_cli.calendar.weekdays import show_day
from rumo_cli.calendar.years import AcademicYear

_EXPECTED = "ожидается дата, например 15.10.2024"
_EXPECTED_TYPED = "ожидается дата, например 15.10.2024, 15 октября, завтра или пн"
_OF_REGISTERS = (Clock, Dated, Length, Moved, Remark, Undated)


def days_in_words(text: str, year: AcademicYear | None, month: Month | None) -> Days:
    """Return the days of a register's date cell; see `read_days`."""
    return _days(_reading(text), Resolver(year, month))


def typed_day(text: str, today: date) -> date:
    """Return a typed day that has a number; see `read_typed_day`."""
    typed = _typed_spot(text)
    if typed.year is None:
        typed = replace(typed, year=nearest_year(typed, today))
    resolver = Resolver(None)
    day = resolver.period(typed).start
    if resolver.notes:
        raise CalendarError(resolver.notes[0])
    return day


def _reading(text: str) -> Reading:
    try:
        reading = read_clauses(text)
    except UnreadableError:
        raise UnreadableError(_EXPECTED) from None
    clocks = reading.of(Clock)
    if len(clocks) > 1 or not all(isinstance(clause, _OF_REGISTERS) for clause in reading.clauses):
        raise UnreadableError(_EXPECTED)
    return reading


def _days(reading: Reading, resolver: Resolver) -> Days:
    times = next((clock.times for clock in reading.of(Clock)), None)
    dated, source = reading.put_off()
    if dated:
        days = replace(_when(dated, resolver), times=times)
    elif reading.of(Undated):
        days = Days(None, times=times, undated=True)
    else:
        raise UnreadableError(_EXPECTED)
    if days.start and days.end:
        resolver.check_lengths(reading.of(Length), Period(days.start, days.end))
    if days.start and source:
        days = replace(days, moved_from=resolver.day_before_move(source, days.start))
    return replace(days, notes=(*resolver.notes, *reading.doubts))


def _when(dated: Sequence[Dated], resolver: Resolver) -> Days:
    if not all(_is_day(item.first) and (item.last is None or _is_day(item.last)) for item in dated):
        raise UnreadableError(_EXPECTED)
    periods = resolver.periods(dated)
    if len(dated) == 1:
        return _in_a_row(periods[0])
    if any(item.last for item in dated):
        raise UnreadableError(_EXPECTED)
    dates = sorted({period.start for period in periods})
    return Days(dates[0], dates=tuple(dates) if len(dates) > 1 else ())


def _is_day(moment: Moment) -> bool:
    return isinstance(moment, NthWeekday) or (isinstance(moment, Spot) and moment.day is not None)


def _in_a_row(period: Period) -> Days:
    if period.end < period.start:
        raise CalendarError(f"конец раньше начала: {show_day(period.start)}-{show_day(period.end)}")
    return Days(period.start, period.end if period.end > period.start else None)


def _typed_spot(text: str) -> Spot:
    try:
        cursor = Cursor(text)
        found = spot(cursor)
    except UnreadableError:
        raise UnreadableError(_EXPECTED_TYPED) from None
    if found is None or cursor.rest or found.day is None or found.month is None:
        raise UnreadableError(_EXPECTED_TYPED)
    return found
