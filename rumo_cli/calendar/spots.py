"""The grammar of one day or one month, as far as it is written.

A rule takes tokens from a cursor and returns what they say, or None. What is read here is not yet
a date: a year or a month may stand elsewhere (`fill`, `resolve`).
"""

import re
from dataclasses import dataclass, replace
from functools import partial

from rumo_cli.calendar.cursor import Cursor
from rumo_cli.calendar.months import MONTHS
from rumo_cli.calendar.tokens import Token
from rumo_cli.calendar.words import Kind, Unit
from rumo_cli.calendar.years import AcademicYear

_JOINTS = {Kind.DASH, Kind.TO, Kind.AND, Kind.COMMA}
_COUNTED = {Kind.UNIT, Kind.TIMES, Kind.WORD, Kind.SCHOOL, Kind.OTHER}


@dataclass(frozen=True)
class Spot:
    """A day (or, without `day`, a month) as it is written; what is None was not written."""

    day: int | None
    month: int | None
    year: int | None
    text: str
    weekday: int | None = None


def spot(cursor: Cursor) -> Spot | None:
    """Read a day or a month, with the weekday that stands before or after it."""
    start = cursor.current
    before = cursor.take(Kind.WEEKDAY)
    if before:
        cursor.take(Kind.COMMA)
    found = cursor.attempt(_iso_day, _numeric_day, _worded_day, month_spot, _bare_day)
    if found is None or (before and found.day is None):
        return None
    found = replace(found, text=cursor.since(start))
    claimed = before or cursor.attempt(_weekday_after)
    if claimed is None:
        return found
    whole = cursor.attempt(partial(_month_after, found))
    return replace(whole or found, weekday=claimed.number)


def _month_after(found: Spot, cursor: Cursor) -> Spot | None:
    """Read the month of «18 (пт) октября»."""
    bracketed = cursor.tokens[cursor.place - 1].kind is Kind.CLOSE
    month = month_spot(cursor) if bracketed and not found.month else None
    return month and replace(found, month=month.month, year=month.year)


def _weekday_after(cursor: Cursor) -> Token | None:
    if bracketed := cursor.match(Kind.OPEN, Kind.WEEKDAY, Kind.CLOSE):
        return bracketed[1]
    cursor.take(Kind.COMMA)
    weekday = cursor.take(Kind.WEEKDAY)
    return None if weekday is None or weekday.breaks else weekday


def _iso_day(cursor: Cursor) -> Spot | None:
    token = cursor.take(Kind.ISO_DAY)
    if token is None:
        return None
    year, month, day = (int(number) for number in re.findall(r"\d+", token.text))
    return Spot(day, month, year, token.text)


def _numeric_day(cursor: Cursor) -> Spot | None:
    token = cursor.take(Kind.NUMERIC_DAY)
    if token is None:
        return None
    day, month, *years = re.findall(r"\d+", token.text)
    cursor.take(Kind.UNIT, unit=Unit.YEAR)
    year = _century(years[0]) if years else None
    return Spot(int(day), int(month), year, token.text)


def _worded_day(cursor: Cursor) -> Spot | None:
    """Read «14 апреля 2025 г.», «20 числа ноября», «10 01 2025» as a filled-in form leaves it."""
    day = numeral(cursor)
    if day is None:
        return None
    of_month = cursor.take(Kind.DAY_OF_MONTH)
    if of_month and _is_about(day, of_month):
        return None
    if month := None if _is_numbering(cursor, day) else cursor.take(Kind.MONTH):
        return Spot(day.number, month.number, _year_of(cursor, month.number), day.text)
    form = cursor.match(Kind.NUMBER, Kind.NUMBER)
    if form is None or len(form[0].text) != 2 or len(form[1].text) != 4:
        return None
    cursor.take(Kind.UNIT, unit=Unit.YEAR)
    return Spot(day.number, form[0].number, form[1].number, day.text)


def _is_about(day: Token, of_month: Token) -> bool:
    """Tell the plural of «20-е числа октября», which is no one day."""
    return of_month.text == "числа" and day.text.endswith("е")


def _is_numbering(cursor: Cursor, day: Token) -> bool:
    """Tell «1. октябрь», the first line of a list, from «1 октября» and «15.окт»."""
    between = cursor.text[day.end : cursor.current.start]
    return between.startswith(". ") and cursor.current.text in MONTHS


def month_spot(cursor: Cursor) -> Spot | None:
    """Read «октябрь», «октябрь 2024 года», «10.2024»."""
    if numeric := cursor.take(Kind.NUMERIC_MONTH):
        number, year = (int(part) for part in re.findall(r"\d+", numeric.text))
        cursor.take(Kind.UNIT, unit=Unit.YEAR)
        return Spot(None, number, year, numeric.text)
    month = cursor.take(Kind.MONTH)
    if month is None:
        return None
    return Spot(None, month.number, _year_of(cursor, month.number), month.text)


def _bare_day(cursor: Cursor) -> Spot | None:
    day = numeral(cursor)
    if day is None or cursor.current.kind in _COUNTED:
        return None
    if day.kind is Kind.ORDINAL and cursor.current.kind not in _JOINTS:
        return None
    return Spot(day.number, None, None, day.text)


def numeral(cursor: Cursor) -> Token | None:
    """Read a number of one or two digits, «II», «2-е» or «второй»."""
    token = cursor.take(Kind.NUMBER, Kind.ORDINAL)
    return token if token and (token.kind is Kind.ORDINAL or len(token.text) <= 2) else None


def _year_of(cursor: Cursor, month: int) -> int | None:
    """Read the year after a month: «2025 года», «25 г.», «2024-2025 учебного года»."""
    school = cursor.attempt(school_year)
    return school.calendar_year(month) if school else cursor.attempt(calendar_year)


def calendar_year(cursor: Cursor) -> int | None:
    """Read «2025», «2025 года», «25 г.»."""
    number = cursor.take(Kind.NUMBER)
    if number is None or len(number.text) not in {2, 4}:
        return None
    marked = cursor.take(Kind.UNIT, unit=Unit.YEAR)
    return _century(number.text) if marked or len(number.text) == 4 else None


def school_year(cursor: Cursor) -> AcademicYear | None:
    """Read «2024-2025», «2024/25 учебного года», «24-25 уч. год»."""
    pair = cursor.match(Kind.NUMBER, (Kind.DASH, Kind.SLASH), Kind.NUMBER)
    if pair is None:
        return None
    first, joint, second = pair
    school = end_of_school_year(cursor)
    if len(first.text) != 4 and not (len(first.text) == 2 and school):
        return None
    year = AcademicYear(_century(first.text))
    following = str(year.next.first)
    # «октябрь 2024 - 25 ноября» has no school year in it.
    shortened = second.text == following[-2:] and (school or joint.kind is Kind.SLASH)
    return year if second.text == following or shortened else None


def end_of_school_year(cursor: Cursor) -> bool:
    """Step over «учебного года»; say whether «учебного» stood there."""
    school = cursor.take(Kind.SCHOOL)
    cursor.take(Kind.UNIT, unit=Unit.YEAR)
    return school is not None


def _century(digits: str) -> int:
    return int(digits) + (2000 if len(digits) == 2 else 0)
