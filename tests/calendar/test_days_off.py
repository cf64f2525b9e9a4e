from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rumo_cli.calendar.days_off import OwnDays, why_off
from rumo_cli.calendar.periods import Period

DAYS_OFF_ON_WEEKDAYS = {
    2018: "09.03 30.04 02.05 11.06 05.11 31.12",
    2019: "02.05 03.05 10.05",
    2020: "24.02 09.03 04.05 05.05 11.05",
    2021: "22.02 03.05 10.05 14.06 05.11 31.12",
    2022: "07.03 02.05 03.05 10.05 13.06",
    2023: "24.02 08.05 06.11",
    2024: "29.04 30.04 10.05 30.12 31.12",
    2025: "02.05 08.05 13.06 03.11 31.12",
    2026: "09.01 09.03 11.05 31.12",
    2027: "03.05 10.05 14.06",
}
"""The days off of the official calendars beside the holidays; of 2027 what the law alone gives."""


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2025, 1, 1), "праздник: Новогодние каникулы"),
        (date(2025, 1, 7), "праздник: Рождество Христово"),
        (date(2025, 1, 8), "праздник: Новогодние каникулы"),
        (date(2025, 2, 23), "праздник: День защитника Отечества"),
        (date(2025, 3, 8), "праздник: Международный женский день"),
        (date(2025, 5, 1), "праздник: Праздник Весны и Труда"),
        (date(2025, 5, 9), "праздник: День Победы"),
        (date(2025, 6, 12), "праздник: День России"),
        (date(2024, 11, 4), "праздник: День народного единства"),
        (date(2024, 12, 31), "выходной, перенос с 07.01.2024"),
        (date(2023, 11, 6), "выходной, перенос с 04.11.2023"),
        (date(2025, 5, 8), "выходной, перенос с 23.02.2025"),
        (date(2024, 10, 20), "воскресенье"),
        (date(2024, 10, 19), None),
        (date(2024, 11, 2), None),
        (date(2025, 1, 9), None),
        (date(2024, 10, 21), None),
    ],
)
def test_why_nobody_works_on_a_day(day: date, why: str | None) -> None:
    assert why_off(day) == why


@pytest.mark.parametrize(("year", "expected"), DAYS_OFF_ON_WEEKDAYS.items())
def test_the_days_that_make_up_for_others(year: int, expected: str) -> None:
    length = date(year + 1, 1, 1) - date(year, 1, 1)
    days = (date(year, 1, 1) + timedelta(days=number) for number in range(length.days))
    found = [f"{day:%d.%m}" for day in days if (why_off(day) or "").startswith("выходной")]
    assert " ".join(found) == expected


def test_what_a_region_says_of_its_days_comes_first() -> None:
    own = OwnDays(
        off=(Period(date(2025, 2, 10), date(2025, 2, 14)),),
        worked=frozenset({date(2024, 12, 31), date(2024, 10, 20), date(2025, 2, 12)}),
    )
    assert why_off(date(2025, 2, 10), own) == "нерабочий день по настройкам учебного года"
    assert why_off(date(2025, 2, 14), own) == "нерабочий день по настройкам учебного года"
    assert why_off(date(2025, 2, 15), own) is None
    assert [why_off(day, own) for day in sorted(own.worked)] == [None, None, None]
    assert why_off(date(2025, 5, 9), own) == "праздник: День Победы"


@settings(deadline=None)
@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_a_saturday_is_off_only_as_a_holiday(day: date) -> None:
    why = why_off(day)
    if day.weekday() == 5 and why:
        assert why.startswith("праздник: ")
    if day.weekday() == 6:
        assert why
