from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rumo_cli.calendar.errors import CalendarError
from rumo_cli.calendar.periods import Period
from rumo_cli.calendar.terms import school_calendar
from rumo_cli.calendar.years import AcademicYear

YEARS = st.builds(AcademicYear, st.integers(1900, 2098))


def test_the_default_calendar() -> None:
    calendar = school_calendar(AcademicYear(2024))
    assert calendar.terms == (
        (date(2024, 9, 2), date(2024, 10, 25)),
        (date(2024, 11, 5), date(2024, 12, 28)),
        (date(2025, 1, 9), date(2025, 3, 21)),
        (date(2025, 3, 31), date(2025, 5, 26)),
    )
    assert calendar.half_years == (
        (date(2024, 9, 1), date(2024, 12, 31)),
        (date(2025, 1, 1), date(2025, 5, 31)),
    )
    assert calendar.holidays == (
        (date(2024, 10, 26), date(2024, 11, 4)),
        (date(2024, 12, 29), date(2025, 1, 8)),
        (date(2025, 3, 22), date(2025, 3, 30)),
        (date(2025, 5, 27), date(2025, 8, 31)),
    )
    assert calendar.teaching == (date(2024, 9, 1), date(2025, 5, 31))


def test_a_year_that_begins_on_a_weekday_begins_on_1_september() -> None:
    assert school_calendar(AcademicYear(2025)).terms[0].start == date(2025, 9, 1)


@settings(deadline=None)
@given(YEARS)
def test_terms_and_holidays_follow_each_other_to_the_end_of_the_year(year: AcademicYear) -> None:
    calendar = school_calendar(year)
    periods = [
        period for pair in zip(calendar.terms, calendar.holidays, strict=True) for period in pair
    ]
    for before, after in pairwise(periods):
        assert before.start <= before.end
        assert after.start == before.end + timedelta(days=1)
    assert periods[-1].end == year.end


def test_a_school_has_terms_of_its_own() -> None:
    terms = [
        Period(date(2024, 9, 2), date(2024, 10, 27)),
        Period(date(2024, 11, 6), date(2024, 12, 30)),
        Period(date(2025, 1, 13), date(2025, 3, 28)),
        Period(date(2025, 4, 7), date(2025, 5, 26)),
    ]
    calendar = school_calendar(AcademicYear(2024), terms)

    assert calendar.terms == tuple(terms)
    assert calendar.holidays[0] == (date(2024, 10, 28), date(2024, 11, 5))
    assert calendar.holidays[3] == (date(2025, 5, 27), date(2025, 8, 31))


@pytest.mark.parametrize(
    ("place", "term", "message"),
    [
        (1, (date(2024, 12, 28), date(2024, 11, 5)),
         "II четверть: конец раньше начала: 28.12.2024-05.11.2024"),
        (0, (date(2023, 9, 1), date(2023, 10, 25)),
         "I четверть: 01.09.2023-25.10.2023 — вне 2024-2025 учебного года"),
        (2, (date(2024, 12, 28), date(2025, 3, 21)),
         "III четверть начинается 28.12.2024, а предыдущая кончается 28.12.2024"),
    ],
)  # fmt: skip
def test_terms_that_cannot_be(place: int, term: tuple[date, date], message: str) -> None:
    terms = list(school_calendar(AcademicYear(2024)).terms)
    terms[place] = Period(*term)

    with pytest.raises(CalendarError) as error:
        school_calendar(AcademicYear(2024), terms)
    assert str(error.value) == message


def test_a_year_has_four_terms() -> None:
    with pytest.raises(CalendarError, match="нужны четыре четверти, а названо 2"):
        school_calendar(AcademicYear(2024), [Period(date(2024, 9, 1), date(2024, 12, 31))] * 2)
