"""Periods of days."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rumo_cli.calendar.periods import Period, week_of

DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))


@pytest.mark.parametrize("day", [date(2024, 12, 30), date(2025, 1, 1), date(2025, 1, 5)])
def test_a_week_goes_from_monday_to_sunday_across_the_new_year(day: date) -> None:
    assert week_of(day) == Period(date(2024, 12, 30), date(2025, 1, 5))


@given(DAYS)
def test_every_day_is_in_its_week(day: date) -> None:
    week = week_of(day)

    assert week.start <= day <= week.end
    assert (week.start.isoweekday(), week.end.isoweekday()) == (1, 7)
