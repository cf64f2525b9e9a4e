"""The grammar of one moment: a day or a month, a part of it, a quarter, a term, a year."""

from dataclasses import dataclass, replace

from rumo_cli.calendar.cursor import Cursor, Rule
from rumo_cli.calendar.spots import (
    Spot,
    calendar_year,
    end_of_school_year,
    month_spot,
    numeral,
    school_year,
    spot,
)
from rumo_cli.calendar.tokens import Token
from rumo_cli.calendar.words import Kind, Unit
from rumo_cli.calendar.years import AcademicYear

_JOINTS = (Kind.DASH, Kind.SLASH, Kind.AND, Kind.COMMA)
_NAMED_UNITS = {Unit.QUARTER, Unit.TERM, Unit.HALF_YEAR}
_PART_UNITS = {Unit.WEEK, Unit.DECADE, Unit.HALF}


@dataclass(frozen=True)
class Named:
    """Quarters, terms, half-years, a season or its holidays, the beginning or end of a year.

    `first` and `last` number them from 1, and -1 is the last there is; `year` is a calendar
    year, `school` an academic one.
    """

    unit: Unit
    first: int
    last: int
    text: str
    year: int | None = None
    school: AcademicYear | None = None


@dataclass(frozen=True)
class Part:
    """Weeks, decades or halves of a month, or the third that is its beginning, middle or end."""

    unit: Unit
    first: int
    last: int
    month: Spot
    text: str


@dataclass(frozen=True)
class Years:
    """Whole years, calendar or academic."""

    first: int
    last: int
    school: bool
    text: str


Moment = Spot | Named | Part | Years


def moment(cursor: Cursor) -> Moment | None:
    """Read one moment of any sort."""
    rules: tuple[Rule[Moment | None], ...] = (_years, _edge, _part, _named, spot)
    return cursor.attempt(*rules)


def _numerals(cursor: Cursor) -> tuple[int, int] | None:
    """Read «II», «2-3» or «I и II» before the unit that they number."""
    first = numeral(cursor)
    if first is None:
        return None
    last = cursor.attempt(_second_numeral) or first
    return first.number, last.number


def _second_numeral(cursor: Cursor) -> Token | None:
    return numeral(cursor) if cursor.take(*_JOINTS) else None


def _years(cursor: Cursor) -> Years | None:
    """Read «2025 год», «2021-2023 годы», «2024-2025 учебный год»."""
    start = cursor.current
    school = cursor.attempt(school_year)
    if school:
        return Years(school.first, school.first + 1, school=True, text=cursor.since(start))
    first = last = cursor.take(Kind.NUMBER)
    if cursor.take(Kind.DASH):
        last = cursor.take(Kind.NUMBER)
    if first is None or last is None or {len(first.text), len(last.text)} != {4}:
        return None
    if not cursor.take(Kind.UNIT, unit=Unit.YEAR):
        return None
    return Years(first.number, last.number, school=False, text=cursor.since(start))


def _edge(cursor: Cursor) -> Named | Part | None:
    """Read «начало сентября», «конец учебного года»."""
    edge = cursor.take(Kind.EDGE)
    if edge is None:
        return None
    if month := cursor.attempt(month_spot):
        return Part(Unit.THIRD, edge.number, edge.number, month, cursor.since(edge))
    cursor.take(Kind.SCHOOL)
    if not cursor.take(Kind.UNIT, unit=Unit.YEAR):
        return None
    return Named(Unit.YEAR, edge.number, edge.number, cursor.since(edge))


def _part(cursor: Cursor) -> Part | None:
    """Read «вторая половина октября», «2-3 неделя сентября»."""
    start = cursor.current
    numbers = _numerals(cursor)
    unit = cursor.take(Kind.UNIT)
    if numbers is None or unit is None or unit.unit not in _PART_UNITS:
        return None
    month = cursor.attempt(month_spot)
    return Part(unit.unit, *numbers, month, cursor.since(start)) if month else None


def _named(cursor: Cursor) -> Named | None:
    """Read «II квартал 2025 года», «весенние каникулы», «осень»."""
    start = cursor.current
    found = cursor.attempt(_season, _numbered)
    if found is None:
        return None
    text = cursor.since(start)
    school = cursor.attempt(school_year)
    year = None if school else cursor.attempt(calendar_year)
    if not (school or year):
        end_of_school_year(cursor)
    return replace(found, text=text, school=school, year=year)


def _season(cursor: Cursor) -> Named | None:
    season = cursor.take(Kind.SEASON)
    if season is None:
        return None
    unit = Unit.HOLIDAYS if cursor.take(Kind.HOLIDAYS) else Unit.SEASON
    return Named(unit, season.number, season.number, season.text)


def _numbered(cursor: Cursor) -> Named | None:
    numbers = _numerals(cursor)
    unit = cursor.take(Kind.UNIT)
    if numbers is None or unit is None or unit.unit not in _NAMED_UNITS:
        return None
    return Named(unit.unit, *numbers, unit.text)
