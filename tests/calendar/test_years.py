from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rumo_cli.calendar.errors import CalendarError
from rumo_cli.calendar.years import AcademicYear, find_year

YEAR = AcademicYear(2024)
YEARS = st.builds(AcademicYear, st.integers(1900, 2098))


@pytest.mark.parametrize(
    "text",
    [
        "2024-2025",
        "2024-2025 учебный год",
        "2024-\n\n2025",
        "2024/25",
        "2024-25",
        "2024/25 учебного года",
        "2024/2025 учебного года",
        "2024 - 2025 учебный год",
        "2024– 2025 учебный год",
        "2024–2025 УЧЕБНЫЙ ГОД",
        "2024-2025 уч. год",
        "2024-2025 уч.год",
        "2024-2025 уч. г.",
        "2024 – 2025 уч. год",
        "2024/25 учебном году",
        " 2024-2025\xa0гг. ",
    ],
)
def test_notations_of_a_year(text: str) -> None:
    assert AcademicYear.parse(text) == YEAR


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2024-2026", "второй год должен быть 2025: 2024-2026"),
        ("2024/24", "второй год должен быть 2025: 2024/24"),
        ("2024", "ожидается учебный год, например 2024-2025"),
        ("24-25", "ожидается учебный год, например 2024-2025"),
        ("", "ожидается учебный год, например 2024-2025"),
        ("план на 2024-2025 учебный год", "ожидается учебный год, например 2024-2025"),
        ("0024-0025", "ожидается учебный год, например 2024-2025"),
    ],
)
def test_what_is_no_year(text: str, message: str) -> None:
    with pytest.raises(CalendarError) as error:
        AcademicYear.parse(text)
    assert str(error.value) == message


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2024, 8, 31), "2023-2024"),
        (date(2024, 9, 1), "2024-2025"),
        (date(2025, 1, 1), "2024-2025"),
        (date(2025, 8, 31), "2024-2025"),
    ],
)
def test_the_year_of_a_day(day: date, year: str) -> None:
    assert str(AcademicYear.of(day)) == year
    assert day in AcademicYear.parse(year)


def test_bounds_and_neighbours() -> None:
    assert (YEAR.start, YEAR.end) == (date(2024, 9, 1), date(2025, 8, 31))
    assert (str(YEAR.previous), str(YEAR.next)) == ("2023-2024", "2025-2026")
    assert YEAR.previous < YEAR < YEAR.next
    assert date(2024, 8, 31) not in YEAR
    assert date(2025, 9, 1) not in YEAR


@pytest.mark.parametrize(
    ("month", "day", "expected"),
    [
        (8, 31, date(2024, 8, 31)),
        (9, 1, date(2024, 9, 1)),
        (12, 31, date(2024, 12, 31)),
        (1, 1, date(2025, 1, 1)),
        (7, 31, date(2025, 7, 31)),
    ],
)
def test_a_day_without_a_year(month: int, day: int, expected: date) -> None:
    assert YEAR.day(month, day) == expected
    assert YEAR.calendar_year(month) == expected.year


@pytest.mark.parametrize(
    ("month", "day", "message"),
    [
        (2, 31, "нет такого дня: 31 февраля"),
        (2, 29, "нет такого дня: 29 февраля 2025 года"),
        (13, 1, "нет такого дня: 1.13"),
        (10, 0, "нет такого дня: 0 октября"),
    ],
)
def test_a_day_that_does_not_exist(month: int, day: int, message: str) -> None:
    with pytest.raises(CalendarError) as error:
        YEAR.day(month, day)
    assert str(error.value) == message


def test_29_february_of_a_leap_year() -> None:
    assert AcademicYear(2023).day(2, 29) == date(2024, 2, 29)


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("РЕЕСТР ИОМ ПЕДАГОГИЧЕСКИХ РАБОТНИКОВ, 2024-2025 учебный год", "2024-2025"),
        ("План работы РУМО (утв. 28.08.2024) на 2024–2025 уч. год", "2024-2025"),
        ("в 2024-\n\n2025 учебном году", "2024-2025"),
        ("План № 5 2024-2025 уч. год", "2024-2025"),
        ("План (РУМО) 2024-2025", "2024-2025"),
        ("2024/25", "2024-2025"),
        ("с 2021-2023 по 2024-2025", "2024-2025"),
        ("сравнение с 2023-2024 учебным годом за 2024-2025 учебный год", "2023-2024"),
        ("на 2021 - 2023 годы", None),
        ("Форум 2024-11-05", None),
        ("тел. 8-4812-2024-2025", None),
        ("тел. 8 (4812) 2024-2025", None),
        ("тел. 2020-21-22", None),
        ("на октябрь 2024 года", None),
        ("20242025", None),
        ("", None),
    ],
)
def test_the_year_in_a_title(title: str, year: str | None) -> None:
    found = find_year(title)
    assert (str(found) if found else None) == year


@settings(deadline=None)
@given(YEARS)
def test_a_year_is_read_as_it_is_shown(year: AcademicYear) -> None:
    assert AcademicYear.parse(str(year)) == year
    assert find_year(f"План работы на {year} учебный год") == year
    assert year.next.previous == year


@settings(deadline=None)
@given(YEARS, st.dates(date(2001, 1, 1), date(2001, 12, 31)))
def test_a_yearless_day_is_in_the_year_or_in_the_august_before(
    year: AcademicYear, day: date
) -> None:
    found = year.day(day.month, day.day)
    assert found in (year.previous if day.month == 8 else year)


@settings(deadline=None)
@given(st.text())
def test_any_title_is_searched(text: str) -> None:
    found = find_year(text)
    assert found is None or str(found.first) in text
