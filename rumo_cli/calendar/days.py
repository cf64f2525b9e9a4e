"""Days: the date cell of a register, and a day typed on the command line."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from rumo_cli.calendar.clauses import (
    Clock,
    Dated,
    Length,
    Moved,
    Reading,
    Remark,
    Undated,
)
from rumo_cli.calendar.clock import Times, minutes_of_fraction
from rumo_cli.calendar.cursor import Cursor
from rumo_cli.calendar.errors import CalendarError, UnreadableError
from rumo_cli.calendar.fill import nearest_year
from rumo_cli.calendar.grammar import read_clauses
from rumo_cli.calendar.moments import Moment, NthWeekday
from rumo_cli.calendar.months import Month
from rumo_cli.calendar.periods import Period
from rumo_cli.calendar.resolve import Resolver
from rumo_cli.calendar.spots import Spot, spot
from rumo_cli.calendar.weekdays import WEEKDAYS, show_day, weekday_name, weekday_number
from rumo_cli.calendar.years import AcademicYear
from rumo_cli.text import fold

__all__ = ["WEEKDAYS", "Days", "read_days", "read_typed_day", "show_day", "weekday_name"]

_EXPECTED = "ожидается дата, например 15.10.2024"
_EXPECTED_TYPED = "ожидается дата, например 15.10.2024, 15 октября, завтра или пн"
_DOTTED = re.compile(r"(\d\d)\.(\d\d)\.(\d{4})", re.ASCII)
# A spreadsheet shows a date without a time as midnight.
_ISO = re.compile(r"(\d{4}-\d\d-\d\d)(?:[ T]00:00:00)?", re.ASCII)
# The days of 2000–2099 as spreadsheets count them, and the time as a fraction of the day.
_SERIAL = re.compile(r"\s*(\d{5})(?:[.,](\d{1,15}))?\s*", re.ASCII)
_DAY_ZERO = date(1899, 12, 30)
_SERIALS = range(36526, 73051)
_OF_REGISTERS = (Clock, Dated, Length, Moved, Remark, Undated)
_WEEKDAY = re.compile(
    r"(?:во? )?(?:(?P<which>следующ|ближайш|прошл|эт)[а-я]{1,3} )?(?P<weekday>[а-я]+\.?)"
)
_WEEKS_ON = {"прошл": -1, "эт": 0, "следующ": 1}
_FROM_TODAY = {"позавчера": -2, "вчера": -1, "сегодня": 0, "завтра": 1, "послезавтра": 2}


@dataclass(frozen=True)
class Days:
    """What a date cell says.

    One day is `start`; days in a row are `start` to `end`; several sittings are `dates`, in
    order, the first of them also `start`. `undated` is a cell that says there is no date yet.
    `notes` are Russian phrases about what is doubtful.
    """

    start: date | None
    end: date | None = None
    dates: tuple[date, ...] = ()
    times: Times | None = None
    moved_from: date | None = None
    notes: tuple[str, ...] = ()
    undated: bool = False


@lru_cache(maxsize=8192)
def read_days(text: str, year: AcademicYear | None = None, month: Month | None = None) -> Days:
    """Return the days of a register's date cell.

    `month` is that of the table's title or band: a day alone is of that month, a day without a
    year the one nearest to it; otherwise it falls into `year`. A whole date needs neither; a bare
    number of 2000–2099 is a date that a spreadsheet shows as it keeps it: 45580, 45580.625.
    Raises `CalendarError` for a day that does not exist, has no year or no month, and for what
    is no date.
    """
    if plain := _plain_day(text):
        return Days(plain)
    return _serial_day(text) or _days(_reading(text), Resolver(year, month))


def _plain_day(text: str) -> date | None:
    """Return the day of the two commonest notations at once, without the grammar."""
    if dotted := _DOTTED.fullmatch(text):
        text = dotted.expand(r"\3-\2-\1")
    elif iso := _ISO.fullmatch(text):
        text = iso[1]
    else:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _serial_day(text: str) -> Days | None:
    found = _SERIAL.fullmatch(text)
    if found is None or int(found[1]) not in _SERIALS:
        return None
    moment = datetime.combine(_DAY_ZERO, time()) + timedelta(
        days=int(found[1]), minutes=minutes_of_fraction(found[2] or "0")
    )
    clock = f"{moment:%H:%M}"
    return Days(moment.date(), times=Times(clock, None) if clock != "00:00" else None)


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


def read_typed_day(text: str, today: date) -> date:
    """Return the day of «завтра», «в среду», «15 сентября», «15.09», «15.09.2025», «2025-09-15».

    A weekday is the next such day, today included; «следующий вторник» is that of next week,
    Monday to Sunday; a day without a year is the one nearest to today. Raises `CalendarError` for
    any other text.
    """
    word = fold(text)
    if word in _FROM_TODAY:
        return today + timedelta(days=_FROM_TODAY[word])
    return _typed_weekday(word, today) or _typed_day(_typed_spot(text), today)


def _typed_weekday(text: str, today: date) -> date | None:
    found = _WEEKDAY.fullmatch(text)
    weekday = weekday_number(found["weekday"]) if found else None
    if found is None or weekday is None:
        return None
    days = weekday - today.weekday()
    weeks = _WEEKS_ON.get(found["which"])
    return today + timedelta(days=days % 7 if weeks is None else days + 7 * weeks)


def _typed_spot(text: str) -> Spot:
    try:
        cursor = Cursor(text)
        found = spot(cursor)
    except UnreadableError:
        raise UnreadableError(_EXPECTED_TYPED) from None
    if found is None or cursor.rest or found.day is None or found.month is None:
        raise UnreadableError(_EXPECTED_TYPED)
    return found


def _typed_day(typed: Spot, today: date) -> date:
    if typed.year is None:
        typed = replace(typed, year=nearest_year(typed, today))
    resolver = Resolver(None)
    day = resolver.period(typed).start
    if resolver.notes:
        raise CalendarError(resolver.notes[0])
    return day
