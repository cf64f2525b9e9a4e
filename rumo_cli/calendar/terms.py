"""The school's own calendar: terms, half-years, holidays, the months of teaching.

Schools differ (приказ Минпросвещения № 115, п. 22, leaves the dates to the school): what a store
says of a year comes first, and the terms of most schools stand where it says nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import pairwise

from rumo_cli.calendar.errors import CalendarError
from rumo_cli.calendar.periods import Period, whole_months
from rumo_cli.calendar.weekdays import show_day
from rumo_cli.calendar.years import AcademicYear

_TERM_DAYS = (((9, 1), (10, 25)), ((11, 5), (12, 28)), ((1, 9), (3, 21)), ((3, 31), (5, 26)))
_NUMERALS = ("I", "II", "III", "IV")
_SUNDAY = 6


@dataclass(frozen=True)
class SchoolCalendar:
    """One academic year as a school divides it.

    `terms` are the four четверти, `half_years` the two полугодия; `holidays` follow each term:
    autumn, winter, spring, summer.
    """

    terms: tuple[Period, ...]
    half_years: tuple[Period, ...]
    holidays: tuple[Period, ...]
    teaching: Period


def school_calendar(year: AcademicYear, terms: Sequence[Period] | None = None) -> SchoolCalendar:
    """Return the calendar of a year with these four terms, else with the usual ones.

    Raises `CalendarError` for terms that are not four, overlap, or lie outside of the year.
    """
    if terms is not None:
        _check(terms, year)
    return _calendar(year, _usual_terms(year) if terms is None else tuple(terms))


class SchoolCalendars:
    """The calendars of all years: with their own terms where these are known."""

    def __init__(self, terms: Mapping[AcademicYear, Sequence[Period]] | None = None) -> None:
        self._own = {year: school_calendar(year, own) for year, own in (terms or {}).items()}

    def __call__(self, year: AcademicYear) -> SchoolCalendar:
        """Return the calendar of a year."""
        return self._own.get(year) or _usual(year)

    def are_own(self, year: AcademicYear) -> bool:
        """Say whether the terms of a year are known, and not only the usual ones."""
        return year in self._own


USUAL = SchoolCalendars()
"""Every year as most schools divide it."""


@cache
def _usual(year: AcademicYear) -> SchoolCalendar:
    return school_calendar(year)


def _calendar(year: AcademicYear, terms: tuple[Period, ...]) -> SchoolCalendar:
    return SchoolCalendar(
        terms=terms,
        half_years=(
            whole_months(year.first, 9, year.first, 12),
            whole_months(year.first + 1, 1, year.first + 1, 5),
        ),
        holidays=_between(terms, year.end),
        teaching=whole_months(year.first, 9, year.first + 1, 5),
    )


def _check(terms: Sequence[Period], year: AcademicYear) -> None:
    if len(terms) != len(_NUMERALS):
        raise CalendarError(f"нужны четыре четверти, а названо {len(terms)}")
    for numeral, term in zip(_NUMERALS, terms, strict=True):
        shown = "-".join(map(show_day, term))
        if term.end < term.start:
            raise CalendarError(f"{numeral} четверть: конец раньше начала: {shown}")
        if not (term.start in year and term.end in year):
            raise CalendarError(f"{numeral} четверть: {shown} — вне {year} учебного года")
    for numeral, (before, term) in zip(_NUMERALS[1:], pairwise(terms), strict=True):
        if term.start <= before.end:
            start, end = show_day(term.start), show_day(before.end)
            raise CalendarError(
                f"{numeral} четверть начинается {start}, а предыдущая кончается {end}"
            )


def _usual_terms(year: AcademicYear) -> tuple[Period, ...]:
    first, *others = (Period(year.day(*start), year.day(*end)) for start, end in _TERM_DAYS)
    return (Period(_first_school_day(first.start), first.end), *others)


def _first_school_day(day: date) -> date:
    return day + timedelta(days=1) if day.weekday() == _SUNDAY else day


def _between(terms: tuple[Period, ...], end: date) -> tuple[Period, ...]:
    day = timedelta(days=1)
    last_days = [*(term.start - day for term in terms[1:]), end]
    return tuple(Period(term.end + day, last) for term, last in zip(terms, last_days, strict=True))
