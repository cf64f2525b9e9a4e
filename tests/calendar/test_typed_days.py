"""A day typed on the command line."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rumo_cli.calendar.clock import Times
from rumo_cli.calendar.days import read_typed_day, read_typed_days, show_day, weekday_name
from rumo_cli.calendar.errors import CalendarError

WEDNESDAY = date(2024, 10, 16)
EXPECTED = "ожидается дата, например 15.10.2024, 15 октября, завтра или пн"
TODAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("сегодня", date(2024, 10, 16)),
        ("Завтра", date(2024, 10, 17)),
        ("послезавтра", date(2024, 10, 18)),
        ("вчера", date(2024, 10, 15)),
        ("позавчера", date(2024, 10, 14)),
        ("ср", date(2024, 10, 16)),
        ("Среда", date(2024, 10, 16)),
        ("чт", date(2024, 10, 17)),
        ("понедельник", date(2024, 10, 21)),
        ("вторник", date(2024, 10, 22)),
        ("вт.", date(2024, 10, 22)),
        ("в среду", date(2024, 10, 16)),
        ("Во вторник", date(2024, 10, 22)),
        ("ближайший четверг", date(2024, 10, 17)),
        ("следующий вторник", date(2024, 10, 22)),
        ("в следующую пятницу", date(2024, 10, 25)),
        ("в эту пятницу", date(2024, 10, 18)),
        ("этот понедельник", date(2024, 10, 14)),
        ("в прошлую среду", date(2024, 10, 9)),
        ("15.09.2025", date(2025, 9, 15)),
        ("15.09.25", date(2025, 9, 15)),
        ("2025-09-15", date(2025, 9, 15)),
        ("15 сентября 2025", date(2025, 9, 15)),
        ("15 сентября", date(2024, 9, 15)),
        ("15 сент.", date(2024, 9, 15)),
        ("15.09.", date(2024, 9, 15)),
        ("15.09.2024 г.", date(2024, 9, 15)),
        ("15.09", date(2024, 9, 15)),
        ("15.04", date(2025, 4, 15)),
        ("20.04", date(2024, 4, 20)),
        ("29.02", date(2024, 2, 29)),
        ("вт 15.10.2024", date(2024, 10, 15)),
    ],
)
def test_notations_of_a_day(text: str, day: date) -> None:
    assert read_typed_day(text, WEDNESDAY) == day


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("31.02", "нет такого дня: 31.02"),
        ("31 июня 2025", "нет такого дня: 31 июня 2025"),
        ("15.09.2025 вт", "15.09.2025 — понедельник, а не вторник"),
        ("15", EXPECTED),
        ("45580", EXPECTED),
        ("октябрь", EXPECTED),
        ("15 сентября 10:00", EXPECTED),
        ("2-4 октября", EXPECTED),
        ("на той неделе", EXPECTED),
        ("следующий", EXPECTED),
        ("следующий октябрь", EXPECTED),
        ("в", EXPECTED),
        ("по средам", EXPECTED),
        ("", EXPECTED),
        ("1" * 100_000, EXPECTED),
    ],
)
def test_what_is_no_day(text: str, message: str) -> None:
    with pytest.raises(CalendarError) as error:
        read_typed_day(text, WEDNESDAY)
    assert str(error.value) == message


@pytest.mark.parametrize(
    ("text", "start", "end", "times"),
    [
        ("послезавтра в 15:00", date(2024, 10, 18), None, Times("15:00", None)),
        ("в среду, 15:00-16:30", date(2024, 10, 16), None, Times("15:00", "16:30")),
        ("следующий вторник в 14 ч", date(2024, 10, 22), None, Times("14:00", None)),
        ("в пятницу 18.10 в 15.00", date(2024, 10, 18), None, Times("15:00", None)),
        ("15.09 в 15.00", date(2024, 9, 15), None, Times("15:00", None)),
        ("1 июня 10:00", date(2024, 6, 1), None, Times("10:00", None)),
        ("2-4 июня", date(2024, 6, 2), date(2024, 6, 4), None),
        ("29.02 в 10:00", date(2024, 2, 29), None, Times("10:00", None)),
    ],
)
def test_days_with_a_time_or_in_a_row_are_the_nearest_too(
    text: str, start: date, end: date | None, times: Times | None
) -> None:
    found = read_typed_days(text, WEDNESDAY)
    assert (found.start, found.end, found.times) == (start, end, times)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("завтра в 25:00", "нет такого времени: 25:00"),
        ("потом в 15:00", EXPECTED),
        ("30.02 в 10:00", "нет такого дня: 30.02"),
        ("в пятницу 12.09 или 13.09", "ожидается дата, например 15.10.2024"),
    ],
)
def test_what_are_no_days(text: str, message: str) -> None:
    with pytest.raises(CalendarError) as error:
        read_typed_days(text, WEDNESDAY)
    assert str(error.value) == message


def test_29_february_far_from_a_leap_year() -> None:
    with pytest.raises(CalendarError, match=r"^нет такого дня: 29\.02$"):
        read_typed_day("29.02", date(2026, 3, 1))


@settings(deadline=None)
@given(st.dates(), TODAYS)
def test_a_day_can_be_typed_as_it_is_shown(day: date, today: date) -> None:
    assert read_typed_day(show_day(day), today) == day
    assert read_typed_day(f"{weekday_name(day, short=True)} {show_day(day)}", today) == day


@settings(deadline=None)
@given(TODAYS, TODAYS)
def test_a_weekday_is_within_the_coming_seven_days(day: date, today: date) -> None:
    found = read_typed_day(weekday_name(day), today)
    assert found.weekday() == day.weekday()
    assert 0 <= (found - today).days < 7


@settings(deadline=None)
@given(TODAYS.filter(lambda day: (day.month, day.day) != (2, 29)), TODAYS)
def test_a_yearless_day_is_the_one_nearest_to_today(day: date, today: date) -> None:
    found = read_typed_day(f"{day:%d.%m}", today)
    assert (found.month, found.day) == (day.month, day.day)
    assert abs((found - today).days) <= 183
