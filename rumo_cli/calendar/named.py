"""Quarters, terms, half-years, seasons and holidays of an academic year.

«Квартал» is of the calendar, «четверть» of the school; «полугодие» is of the school unless a
calendar year follows it.
"""

from rumo_cli.calendar.moments import Named
from rumo_cli.calendar.periods import Period, whole_months
from rumo_cli.calendar.terms import USUAL, SchoolCalendars
from rumo_cli.calendar.words import Unit
from rumo_cli.calendar.years import AcademicYear

COUNTS = {
    Unit.QUARTER: 4,
    Unit.TERM: 4,
    Unit.HALF_YEAR: 2,
    Unit.SEASON: 4,
    Unit.HOLIDAYS: 4,
    Unit.YEAR: 3,
}
"""How many of each there are; a year has a beginning, a middle and an end."""

_IN_FIRST_CALENDAR_YEAR = {Unit.TERM: 2, Unit.SEASON: 1, Unit.HOLIDAYS: 1, Unit.YEAR: 1}
_OF_SCHOOL = {Unit.TERM, Unit.HOLIDAYS}
_SEASONS = ((9, 11), (12, 2), (3, 5), (6, 8))
_YEAR_PARTS = ((9, 9), (12, 1), (5, 5))


def named_period(
    named: Named, number: int, year: AcademicYear, calendars: SchoolCalendars = USUAL
) -> Period:
    """Return the `number`-th of what is named; `year` is that of the plan."""
    if named.year is not None and named.unit is Unit.QUARTER:
        return whole_months(named.year, 3 * number - 2, named.year, 3 * number)
    if named.year is not None and named.unit is Unit.HALF_YEAR:
        return whole_months(named.year, 6 * number - 5, named.year, 6 * number)
    year = _academic_year(named, number) or year
    return _in_academic_year(named.unit, number, year, calendars)


def is_guess(
    named: Named, first: int, last: int, year: AcademicYear, calendars: SchoolCalendars = USUAL
) -> bool:
    """Say whether another reader could take it otherwise: by other terms, or in another year."""
    if named.unit is Unit.QUARTER:
        return 3 in {first, last} and named.year is None
    if named.unit in _OF_SCHOOL and calendars.are_own(_academic_year(named, first) or year):
        return False
    return named.unit is not Unit.HALF_YEAR


def _academic_year(named: Named, number: int) -> AcademicYear | None:
    if named.year is None:
        return named.school
    return AcademicYear(named.year - (number > _IN_FIRST_CALENDAR_YEAR[named.unit]))


def _in_academic_year(
    unit: Unit, number: int, year: AcademicYear, calendars: SchoolCalendars
) -> Period:
    match unit:
        case Unit.TERM:
            return calendars(year).terms[number - 1]
        case Unit.HALF_YEAR:
            return calendars(year).half_years[number - 1]
        case Unit.HOLIDAYS:
            return calendars(year).holidays[number - 1]
        case Unit.QUARTER:
            return _months_in(year, 3 * number - 2, 3 * number)
        case Unit.SEASON:
            return _months_in(year, *_SEASONS[number - 1])
    return _months_in(year, *_YEAR_PARTS[number - 1])


def _months_in(year: AcademicYear, first: int, last: int) -> Period:
    first_year = year.calendar_year(first)
    return whole_months(first_year, first, first_year + (last < first), last)
