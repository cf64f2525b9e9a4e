"""Days: the date cell of a register, and a day typed on the command line."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from rumo_cli.calendar.clock import Times, minutes_of_fraction, read_times
from rumo_cli.calendar.errors import CalendarError
from rumo_cli.calendar.months import Month
from rumo_cli.calendar.weekdays import WEEKDAYS, show_day, weekday_name, weekday_number
from rumo_cli.calendar.years import AcademicYear
from rumo_cli.text import fold

__all__ = ["WEEKDAYS", "Days", "read_days", "read_typed_day", "show_day", "weekday_name"]

_DOTTED = re.compile(r"(\d\d)\.(\d\d)\.(\d{4})", re.ASCII)
# A spreadsheet shows a date without a time as midnight.
_ISO = re.compile(r"(\d{4}-\d\d-\d\d)(?:[ T]00:00:00)?", re.ASCII)
# The days of 2000–2099 as spreadsheets count them, and the time as a fraction of the day.
_SERIAL = re.compile(r"\s*(\d{5})(?:[.,](\d{1,15}))?\s*", re.ASCII)
_DAY_ZERO = date(1899, 12, 30)
_SERIALS = range(36526, 73051)
_WEEKDAY = re.compile(
    r"(?:во? )?(?:(?P<which>следующ|ближайш|прошл|эт)[а-я]{1,3} )?(?P<weekday>[а-я]+\.?)"
)
_WORD_AND_TIME = re.compile(
    r"(?P<day>[а-я]+(?: [а-я]+){0,2}?\.?),? (?P<times>(?:[вс] \d{1,2}(?:[:.]\d\d| ?ч)|\d{1,2}:).*)"
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
    if serial := _serial_day(text):
        return serial
    from rumo_cli.calendar.days_in_words import days_in_words

    return days_in_words(text, year, month)


def _plain_day(text: str) -> date | None:
    """Return the day of the two commonest notations, without the grammar and its import."""
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


def read_typed_days(text: str, today: date) -> Days:
    """Return the days and times of «завтра в 15:00», «15.09 в 15.00», «2-4 октября».

    Days without a year are those nearest to today. Raises `CalendarError` for any other text.
    """
    if found := _WORD_AND_TIME.fullmatch(fold(text)):
        return Days(read_typed_day(found["day"], today), times=read_times(found["times"]))
    near = AcademicYear.of(today)
    readings: list[Days] = []
    failures: list[CalendarError] = []
    for year in (near, near.next, near.previous):
        try:
            readings.append(read_days(text, year))
        except CalendarError as error:
            failures.append(error)
    if not readings:
        raise failures[0]
    return min(readings, key=lambda days: abs((days.start or today) - today))


def read_typed_day(text: str, today: date) -> date:
    """Return the day of «завтра», «в среду», «15 сентября», «15.09», «15.09.2025», «2025-09-15».

    A weekday is the next such day, today included; «следующий вторник» is that of next week,
    Monday to Sunday; a day without a year is the one nearest to today. Raises `CalendarError` for
    any other text.
    """
    if plain := _plain_day(text.strip()):
        return plain
    word = fold(text)
    if word in _FROM_TODAY:
        return today + timedelta(days=_FROM_TODAY[word])
    weekday = _typed_weekday(word, today)
    if weekday is not None:
        return weekday
    from rumo_cli.calendar.days_in_words import typed_day

    return typed_day(text, today)


def _typed_weekday(text: str, today: date) -> date | None:
    found = _WEEKDAY.fullmatch(text)
    weekday = weekday_number(found["weekday"]) if found else None
    if found is None or weekday is None:
        return None
    days = weekday - today.weekday()
    weeks = _WEEKS_ON.get(found["which"])
    return today + timedelta(days=days % 7 if weeks is None else days + 7 * weeks)
