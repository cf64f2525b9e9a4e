"""The date cell of a register."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rumo_cli.calendar.clock import Times
from rumo_cli.calendar.days import Days, read_days, show_day
from rumo_cli.calendar.errors import CalendarError
from rumo_cli.calendar.months import Month
from rumo_cli.calendar.years import AcademicYear

YEAR = AcademicYear(2024)
OCTOBER = Month(2024, 10)
EXPECTED = "ожидается дата, например 15.10.2024"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("05.09.2023", date(2023, 9, 5)),
        ("2024-09-05", date(2024, 9, 5)),
        ("2024-09-05 00:00:00", date(2024, 9, 5)),
        ("26.11.2024 ", date(2024, 11, 26)),
        ("15.10.24", date(2024, 10, 15)),
        ("31. 03. 25 г.", date(2025, 3, 31)),
        ("15-10-2024", date(2024, 10, 15)),
        ("15/10/2024", date(2024, 10, 15)),
        ("15.10.2024.", date(2024, 10, 15)),
        ("«22» октября 2024г.", date(2024, 10, 22)),
        ("« 10»______01____2025 г.", date(2025, 1, 10)),
        ("15 янв. 2025 г.", date(2025, 1, 15)),
        ("23 СЕНТЯБРЯ 2022 ГОДА", date(2022, 9, 23)),
        ("5-го октября 2024", date(2024, 10, 5)),
        ("1.09.2020г., вторник", date(2020, 9, 1)),
        ("вт, 15.10.2024", date(2024, 10, 15)),
        ("15\xa0октября\n2024\xa0года", date(2024, 10, 15)),
        ("29.02.2024", date(2024, 2, 29)),
        ("15.10.2024 (ВКС)", date(2024, 10, 15)),
    ],
)
def test_a_whole_date_needs_no_year(text: str, day: date) -> None:
    assert read_days(text) == Days(day)
    assert read_days(text, YEAR, OCTOBER) == Days(day)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("45580", Days(date(2024, 10, 15))),
        (" 45580 ", Days(date(2024, 10, 15))),
        ("45580.0", Days(date(2024, 10, 15))),
        ("45580.625", Days(date(2024, 10, 15), times=Times("15:00", None))),
        ("45580,625", Days(date(2024, 10, 15), times=Times("15:00", None))),
        ("45580.6041666667", Days(date(2024, 10, 15), times=Times("14:30", None))),
        ("45580.99999", Days(date(2024, 10, 16))),
        ("36526", Days(date(2000, 1, 1))),
        ("73050", Days(date(2099, 12, 31))),
    ],
)
def test_a_date_that_a_spreadsheet_shows_as_a_number(text: str, days: Days) -> None:
    assert read_days(text) == read_days(text, YEAR, OCTOBER) == days


@pytest.mark.parametrize(
    "text", ["36525", "73051", "4558", "455800", "-45580", "45580 г.", "٤٥٥٨٠"]
)
def test_other_numbers_are_no_dates(text: str) -> None:
    with pytest.raises(CalendarError):
        read_days(text, YEAR)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("3.09", date(2024, 9, 3)),
        ("08.02", date(2025, 2, 8)),
        ("12 ноября (вт.)", date(2024, 11, 12)),
        ("26 АПРЕЛЯ", date(2025, 4, 26)),
        ("понедельник, 14 октября", date(2024, 10, 14)),
        ("31 декабря", date(2024, 12, 31)),
    ],
)
def test_a_yearless_day_falls_into_the_academic_year(text: str, day: date) -> None:
    assert read_days(text, YEAR) == Days(day)


@pytest.mark.parametrize(
    ("text", "month", "day"),
    [
        ("1 (вторник)", OCTOBER, date(2024, 10, 1)),
        ("31", OCTOBER, date(2024, 10, 31)),
        ("3.09", Month(2018, 9), date(2018, 9, 3)),
        ("15 января", Month(2024, 12), date(2025, 1, 15)),
        ("30 декабря", Month(2025, 1), date(2024, 12, 30)),
        ("28 августа", Month(2024, 8), date(2024, 8, 28)),
        ("15.11.2023", OCTOBER, date(2023, 11, 15)),
        ("5", Month(None, 9), date(2024, 9, 5)),
        ("5", Month(None, 2), date(2025, 2, 5)),
    ],
)
def test_a_day_beside_the_month_of_a_title(text: str, month: Month, day: date) -> None:
    assert read_days(text, YEAR, month) == Days(day)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("29-30 (вторник-среда)", date(2024, 10, 29), date(2024, 10, 30)),
        ("29-30", date(2024, 10, 29), date(2024, 10, 30)),
        ("2-4 октября", date(2024, 10, 2), date(2024, 10, 4)),
        ("с 10 по 21 марта 2025", date(2025, 3, 10), date(2025, 3, 21)),
        ("30 октября - 2 ноября", date(2024, 10, 30), date(2024, 11, 2)),
        ("30.12 - 10.01.2025", date(2024, 12, 30), date(2025, 1, 10)),
        ("30.12.2024 - 10.01", date(2024, 12, 30), date(2025, 1, 10)),
        ("05.11-08.11 (4 дня)", date(2024, 11, 5), date(2024, 11, 8)),
    ],
)
def test_days_in_a_row(text: str, start: date, end: date) -> None:
    assert read_days(text, YEAR, OCTOBER) == Days(start, end)


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("10 и 12 декабря", (date(2024, 12, 10), date(2024, 12, 12))),
        ("25.09, 27.09", (date(2024, 9, 25), date(2024, 9, 27))),
        ("25.09\n24.09", (date(2024, 9, 24), date(2024, 9, 25))),
        ("пн 7.10; ср 9.10", (date(2024, 10, 7), date(2024, 10, 9))),
        ("15 и 17", (date(2024, 10, 15), date(2024, 10, 17))),
        ("30.12, 10.01.2025", (date(2024, 12, 30), date(2025, 1, 10))),
        ("25.09.2024\n24.09", (date(2024, 9, 24), date(2024, 9, 25))),
        (
            "5, 12, 19 ноября",
            (date(2024, 11, 5), date(2024, 11, 12), date(2024, 11, 19)),
        ),
    ],
)
def test_several_sittings(text: str, dates: tuple[date, ...]) -> None:
    assert read_days(text, YEAR, OCTOBER) == Days(dates[0], dates=dates)


def test_a_day_that_is_written_twice_is_one_sitting() -> None:
    assert read_days("15.10.2024\n15.10.2024") == Days(date(2024, 10, 15))


@pytest.mark.parametrize(
    ("text", "day", "times"),
    [
        ("2024-09-05 15:00:00", date(2024, 9, 5), Times("15:00", None)),
        ("2024-09-05T15:00", date(2024, 9, 5), Times("15:00", None)),
        ("11 ноября в 9.00", date(2024, 11, 11), Times("09:00", None)),
        ("01 сентября\n08:30 - 12:30", date(2024, 9, 1), Times("08:30", "12:30")),
        ("15.10.2024 15.00", date(2024, 10, 15), Times("15:00", None)),
        ("15.10.2024 в 15.10", date(2024, 10, 15), Times("15:10", None)),
        ("15.10.2024, с 15.00 до 16.30 (мск)", date(2024, 10, 15), Times("15:00", "16:30")),
        ("15.10.2024 (вторник) 15 ч. 00 мин.", date(2024, 10, 15), Times("15:00", None)),
        ("10:00 15.10.2024", date(2024, 10, 15), Times("10:00", None)),
    ],
)
def test_a_time_in_the_same_cell(text: str, day: date, times: Times) -> None:
    assert read_days(text, YEAR) == Days(day, times=times)


@pytest.mark.parametrize(
    ("text", "day", "moved_from"),
    [
        ("22 (вторник), перенос с 17 октября", date(2024, 10, 22), date(2024, 10, 17)),
        ("22.10.2024 (перенос с 17.10)", date(2024, 10, 22), date(2024, 10, 17)),
        ("22 октября, перенесён с 17", date(2024, 10, 22), date(2024, 10, 17)),
        ("10 января 2025, перенос с 20 декабря", date(2025, 1, 10), date(2024, 12, 20)),
        ("22 октября, перенос на 29 октября", date(2024, 10, 29), date(2024, 10, 22)),
        ("перенос с 17 октября на 24 октября", date(2024, 10, 24), date(2024, 10, 17)),
    ],
)
def test_what_was_put_off(text: str, day: date, moved_from: date) -> None:
    assert read_days(text, YEAR, OCTOBER) == Days(day, moved_from=moved_from)


@pytest.mark.parametrize(
    "text",
    [
        "по отдельному графику",
        "(по отдельному графику)",
        "дата уточняется",
        "будет уточнена дополнительно",
        "по согласованию",
        "по запросу",
    ],
)
def test_no_date_yet(text: str) -> None:
    assert read_days(text) == Days(None, undated=True)


@pytest.mark.parametrize(
    ("text", "day", "note"),
    [
        ("16 (четверг)", date(2024, 10, 16), "16.10.2024 — среда, а не четверг"),
        ("пн 15.10.2024", date(2024, 10, 15), "15.10.2024 — вторник, а не понедельник"),
        ("15.10.2024, Сферум", date(2024, 10, 15), "не разобрано: «сферум»"),
        ("15.10.2024 (или 16.10)", date(2024, 10, 15), "не разобрано: «(или 16.10)»"),
    ],
)
def test_what_is_doubtful_is_said(text: str, day: date, note: str) -> None:
    assert read_days(text, YEAR, OCTOBER) == Days(day, notes=(note,))


def test_a_wrong_length_is_said() -> None:
    assert read_days("05.11-08.11 (5 дней)", YEAR).notes == ("указано 5 дней, а выходит 4 дня",)


@pytest.mark.parametrize("month", [None, Month(None, 8)])
def test_a_bare_august_is_a_guess(month: Month | None) -> None:
    assert read_days("31 августа", YEAR, month) == Days(
        date(2024, 8, 31), notes=("август без года: принят август 2024 года",)
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("31.02", "нет такого дня: 31.02"),
        ("31 ФЕВРАЛЯ", "нет такого дня: 31 февраля"),
        ("29.02.2025", "нет такого дня: 29.02.2025"),
        ("05.13.2024", "нет такого дня: 05.13.2024"),
        ("2024-02-30", "нет такого дня: 2024-02-30"),
        ("32", "нет такого дня: 32 октября"),
        ("15.10.0000", "нет такого дня: 15.10.0000"),
        ("15.10.2024 25:00", "нет такого времени: 25:00"),
        ("17.10.2024-15.10.2024", "конец раньше начала: 17.10.2024-15.10.2024"),
        ("22 октября, перенос с 31 сентября", "нет такого дня: 31 сентября"),
        ("", EXPECTED),
        ("много", EXPECTED),
        ("октябрь", EXPECTED),
        ("I квартал", EXPECTED),
        ("15.10.202", EXPECTED),
        ("15.10.20245", EXPECTED),
        ("15.10.2024 16.10", EXPECTED),
        ("2 занятия", EXPECTED),
        ("№ 5", EXPECTED),
        ("ежемесячно", EXPECTED),
        ("в течение года", EXPECTED),
        ("до 15 октября", EXPECTED),
        ("с 15 октября", EXPECTED),
        ("10-12, 15 октября", EXPECTED),
        ("15.10.2024 10:00, 14:00", EXPECTED),
        ("15.00", EXPECTED),
        ("перенос с 17 октября", EXPECTED),
        ("15.10.2024" * 10_000, EXPECTED),
    ],
)
def test_what_is_no_date(text: str, message: str) -> None:
    with pytest.raises(CalendarError) as error:
        read_days(text, YEAR, OCTOBER)
    assert str(error.value) == message


@pytest.mark.parametrize(
    ("text", "month", "message"),
    [
        ("16 октября", None, "не указан год: 16 октября"),
        ("16.10", None, "не указан год: 16.10"),
        ("16", None, "не указан месяц: 16"),
        ("5 (вторник)", Month(None, 9), "не указан год: 5 сентября"),
    ],
)
def test_what_cannot_be_dated(text: str, month: Month | None, message: str) -> None:
    with pytest.raises(CalendarError) as error:
        read_days(text, None, month)
    assert str(error.value) == message


@settings(deadline=None)
@given(st.dates())
def test_a_day_is_read_as_it_is_shown(day: date) -> None:
    assert read_days(show_day(day)) == read_days(day.isoformat()) == Days(day)


def test_a_weekday_of_a_month_is_a_day() -> None:
    assert read_days("последняя пятница октября", YEAR) == Days(date(2024, 10, 25))


def test_a_misspelt_month_is_read_and_said() -> None:
    note = "«сентебря» прочитано как «сентября»"
    assert read_days("15 сентебря", YEAR) == Days(date(2024, 9, 15), notes=(note,))
