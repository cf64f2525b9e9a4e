from datetime import date

import pytest

from rumo_cli.calendar.months import Month
from rumo_cli.calendar.years import AcademicYear
from rumo_cli.intake.dating import FallbackYear, most_common_year, year_of_file

OCTOBER = Month(2024, 10)
FIRST, SECOND = AcademicYear(2023), AcademicYear(2024)


@pytest.mark.parametrize(
    ("title", "year", "month"),
    [
        ("", None, None),
        ("Вебинары РУМО", None, None),
        ("Вебинары на 2024-2025 учебный год", SECOND, None),
        ("на I полугодие 2024/25 уч. г.", SECOND, None),
        ("на октябрь 2024 года", SECOND, OCTOBER),
        ("на октябрь", None, Month(None, 10)),
        ("на октябрь 2024-2025 учебного года", SECOND, OCTOBER),
        ("на март 2025", SECOND, Month(2025, 3)),
        ("«30» августа 2024 г. График на октябрь 2024 года", SECOND, OCTOBER),
        ("Приказ от 17.01.2023 № 24-ОД. План на 2024-2025 учебный год", SECOND, None),
        ("Вебинары 2023-2024 и 2024-2025 учебных годов", None, None),
        ("на сентябрь, октябрь", None, None),
    ],
)
def test_the_year_and_month_of_a_title(
    title: str, year: AcademicYear | None, month: Month | None
) -> None:
    found = year_of_file(title)

    assert (found.year, found.month, found.fixed) == (year, month, False)


@pytest.mark.parametrize(
    ("title", "calendar"),
    [
        ("на сентябрь–декабрь 2024 года", 2024),
        ("на январь-май 2025", 2025),
        ("на 2025 год", 2025),
        ("I полугодие 2025 г.", 2025),
        ("на IV квартал 2024", 2024),
        ("на осень 2023", 2023),
        ("на неделю с 14 по 19 октября 2024 года", 2024),
        ("на неделю 14.10-19.10.2024", 2024),
        ("Утверждено 30.08.2023. График вебинаров", None),
        ("«30» декабря 2024 г. График на январь-май 2025 г.", 2025),
        ("Аудитория 2024", None),
        ("с 2023 года по 2025 год", None),
        ("на 2024-2025 учебный год", None),
    ],
)
def test_the_calendar_year_of_a_title_that_names_no_academic_one(
    title: str, calendar: int | None
) -> None:
    assert year_of_file(title).calendar == calendar


@pytest.mark.parametrize(
    ("month", "year"), [(9, 2024), (12, 2024), (8, 2024), (1, 2023), (7, 2023)]
)
def test_a_calendar_year_has_two_academic_ones(month: int, year: int) -> None:
    assert year_of_file("на 2024 год").of_day(month) == AcademicYear(year)


def test_the_month_of_a_title_is_of_its_calendar_year() -> None:
    found = year_of_file("План на 2025 год. Октябрь")

    assert found.month == Month(2025, 10)


@pytest.mark.parametrize("title", ["", "на 2019-2020 учебный год", "на октябрь 2019 года"])
def test_the_year_of_the_command_goes_before_the_title(title: str) -> None:
    found = year_of_file(title, year=SECOND)

    assert (found.year, found.fixed, found.calendar) == (SECOND, True, None)


def test_a_month_without_a_year_is_of_the_year_of_the_command() -> None:
    assert year_of_file("на март", year=SECOND).month == Month(2025, 3)


@pytest.mark.parametrize("title", ["", "на март 2019 года"])
def test_the_month_of_the_command_goes_before_the_title(title: str) -> None:
    found = year_of_file(title, month=OCTOBER)

    assert (found.year, found.month) == (SECOND, OCTOBER)


@pytest.mark.parametrize(
    ("texts", "year"),
    [
        ([], None),
        (["сентябрь", "до 1 декабря", "ежемесячно"], None),
        (["15.10.2024", "до 01.06.2025", "октябрь 2023"], SECOND),
        (["с 05.11.2024 г. по 28.12.24 г."], SECOND),
        (["август 2025", "28.08.2025", "15.10.2024"], SECOND),
        (["31.02.2024"], None),
    ],
)
def test_the_year_that_most_full_dates_fall_in(texts: list[str], year: AcademicYear | None) -> None:
    assert most_common_year(texts) == year


class TestFallback:
    def test_the_dates_of_the_file_go_before_the_default(self) -> None:
        fallback = FallbackYear(["15.10.2023"], SECOND, dated=True)

        assert fallback() == FIRST
        assert fallback.note == "учебный год 2023-2024 взят из дат файла"

    def test_the_default(self) -> None:
        fallback = FallbackYear(["сентябрь"], SECOND, dated=True)

        assert fallback() == SECOND
        assert fallback.note == "учебный год в файле не назван; взят 2024-2025"

    def test_rows_with_dates_of_their_own_have_to_agree(self) -> None:
        texts = ["15.10.2023", "15.11.2023", "15.10.2024"]

        assert FallbackYear(texts, SECOND, dated=False)() == FIRST
        assert FallbackYear(texts, SECOND, dated=True)() == SECOND

    def test_nothing_is_said_of_a_year_that_no_row_needed(self) -> None:
        assert FallbackYear(["15.10.2023"], SECOND, dated=True).note is None

    def test_nothing_may_be_guessed(self) -> None:
        fallback = FallbackYear([], None, dated=True)

        assert fallback() is None
        assert fallback.note is None


def test_a_day_of_august_opens_the_only_year_of_the_other_days() -> None:
    one = FallbackYear(["29.08.2024", "14.11.2024"], None, dated=True)
    two = FallbackYear(["14.11.2024", "14.11.2023"], None, dated=True)

    assert one.after(date(2024, 8, 29)) == AcademicYear(2024)
    assert one.note == "учебный год 2024-2025 взят из дат файла"
    assert one.after(date(2025, 8, 29)) is None
    assert one.after(date(2024, 9, 29)) is None
    assert two.after(date(2024, 8, 29)) is None
