"""The school's own calendar: terms, half-years, holidays, the months of teaching.

Schools differ; these are the defaults of most of them (приказ Минпросвещения № 115, п. 22, leaves
the dates to the school).
"""

from dataclasses import dataclass
from datetime import date, timedelta

from rumo_cli.calendar.periods import Period, whole_months
from rumo_cli.calendar.years import AcademicYear

_TERM_DAYS = (((9, 1), (10, 25)), ((11, 5), (12, 28)), ((1, 9), (3, 21)), ((3, 31), (5, 26)))
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


def school_calendar(year: AcademicYear) -> SchoolCalendar:
    """Return the default calendar of a year."""
    terms = tuple(Period(year.day(*first), year.day(*last)) for first, last in _TERM_DAYS)
    terms = (Period(_first_school_day(terms[0].start), terms[0].end), *terms[1:])
    return SchoolCalendar(
        terms=terms,
        half_years=(
            whole_months(year.first, 9, year.first, 12),
            whole_months(year.first + 1, 1, year.first + 1, 5),
        ),
        holidays=_between(terms, year.end),
        teaching=whole_months(year.first, 9, year.first + 1, 5),
    )


def _first_school_day(day: date) -> date:
    return day + timedelta(days=1) if day.weekday() == _SUNDAY else day


def _between(terms: tuple[Period, ...], end: date) -> tuple[Period, ...]:
    day = timedelta(days=1)
    last_days = [*(term.start - day for term in terms[1:]), end]
    return tuple(Period(term.end + day, last) for term, last in zip(terms, last_days, strict=True))
