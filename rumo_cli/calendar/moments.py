"""The grammar of one moment: a day or a month, a part of it, a quarter, a term, a year."""

from dataclasses import dataclass, replace
from functools import partial

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

_STRETCHING = (Kind.DASH, Kind.SLASH)
_LISTING = (Kind.AND, Kind.COMMA)
_OWN_WHOLE = {Kind.MONTH, Kind.SCHOOL, Kind.UNIT, Kind.NUMBER, Kind.ORDINAL, Kind.SEASON}
_MOST_WEEKDAYS = 5
_LENGTHS = {"недели", "недель", "нед", "нед."}
NUMBERED_UNITS = {Unit.QUARTER, Unit.TERM, Unit.HALF_YEAR}
"""The parts of a year that numbers tell apart."""

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
class Edge:
    """The beginning (1), middle (2) or end (3) of quarters, terms, holidays or whole years."""

    number: int
    of: "Named | Years"
    text: str


@dataclass(frozen=True)
class NthWeekday:
    """«Последняя пятница октября»: the last is number -1."""

    number: int
    weekday: int
    month: Spot
    text: str


@dataclass(frozen=True)
class Years:
    """Whole years, calendar or academic."""

    first: int
    last: int
    school: bool
    text: str


Moment = Spot | Named | Part | Edge | NthWeekday | Years


def moment(cursor: Cursor) -> Moment | None:
    """Read one moment of any sort."""
    rules: tuple[Rule[Moment | None], ...] = (
        _years,
        _edge,
        _part,
        _part_after_month,
        _nth_weekday,
        _named,
        spot,
    )
    return cursor.attempt(*rules)


def _numerals(cursor: Cursor) -> tuple[int, int] | None:
    """Read «II», «2-3» or «I и II» before the unit that they number."""
    first = numeral(cursor)
    if first is None:
        return None
    last = cursor.attempt(partial(_second_numeral, first)) or first
    return first.number, last.number


def _second_numeral(first: Token, cursor: Cursor) -> Token | None:
    if cursor.take(*_STRETCHING):
        return numeral(cursor)
    second = numeral(cursor) if cursor.take(*_LISTING) else None
    return second if second and second.number == first.number + 1 else None


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


def _edge(cursor: Cursor) -> Named | Part | Edge | None:
    """Read «начало сентября», «конец учебного года», «середина II четверти»."""
    edge = cursor.take(Kind.EDGE)
    if edge is None:
        return None
    if month := cursor.attempt(month_spot):
        return Part(Unit.THIRD, edge.number, edge.number, month, cursor.since(edge))
    rules: tuple[Rule[Named | Years | None], ...] = (_years, _named)
    if whole := cursor.attempt(*rules):
        return Edge(edge.number, whole, cursor.since(edge))
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


def _part_after_month(cursor: Cursor) -> Part | None:
    """Read «октябрь, 3 неделя», «ноябрь (вторая половина)», «май, конец»."""
    start = cursor.current
    month = month_spot(cursor)
    if month is None:
        return None
    opened = cursor.take(Kind.OPEN, Kind.COMMA, Kind.SEMICOLON)
    part = cursor.attempt(_bare_part)
    # «Октябрь, конец ноября» goes on with another month.
    if part is None or cursor.current.kind in _OWN_WHOLE:
        return None
    text = cursor.since(start)
    if opened and opened.kind is Kind.OPEN and not cursor.take(Kind.CLOSE):
        return None
    return Part(*part, month, text.replace("(", ""))


def _bare_part(cursor: Cursor) -> tuple[Unit, int, int] | None:
    if edge := cursor.take(Kind.EDGE):
        return Unit.THIRD, edge.number, edge.number
    exact = cursor.current.kind is Kind.ORDINAL
    numbers = _numerals(cursor)
    unit = cursor.take(Kind.UNIT)
    if numbers is None or unit is None or unit.unit not in _PART_UNITS:
        return None
    # «Октябрь, 3 недели» tells how long it takes.
    return None if unit.text in _LENGTHS and not exact else (unit.unit, *numbers)


def _nth_weekday(cursor: Cursor) -> NthWeekday | None:
    """Read «последняя пятница октября», «2 четверг ноября 2024 г.»."""
    numbered = cursor.match((Kind.ORDINAL, Kind.NUMBER), Kind.WEEKDAY)
    month = month_spot(cursor) if numbered else None
    if numbered is None or month is None or numbered[0].number > _MOST_WEEKDAYS:
        return None
    number, weekday = numbered
    return NthWeekday(number.number, weekday.number, month, cursor.since(number))


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
    cursor.take(Kind.PERIOD)
    return Named(unit, season.number, season.number, season.text)


def _numbered(cursor: Cursor) -> Named | None:
    """Read «II квартал», «1-я четверть», «вторая половина учебного года»."""
    numbers = _numerals(cursor)
    unit = cursor.take(Kind.UNIT)
    if numbers is None or unit is None:
        return None
    if unit.unit is Unit.HALF and _before_year(cursor):
        return Named(Unit.HALF_YEAR, *numbers, unit.text)
    return Named(unit.unit, *numbers, unit.text) if unit.unit in NUMBERED_UNITS else None


def _before_year(cursor: Cursor) -> bool:
    cursor.take(Kind.SCHOOL)
    return cursor.current.unit is Unit.YEAR
