from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rumo_cli.calendar.errors import CalendarError
from rumo_cli.calendar.weeks import Period, read_week

WEDNESDAY = date(2024, 10, 16)


@pytest.mark.parametrize(
    ("text", "monday"),
    [
        ("this", date(2024, 10, 14)),
        ("эта", date(2024, 10, 14)),
        ("Текущая", date(2024, 10, 14)),
        ("next", date(2024, 10, 21)),
        ("следующая", date(2024, 10, 21)),
        ("last", date(2024, 10, 7)),
        ("прошлая", date(2024, 10, 7)),
        ("сегодня", date(2024, 10, 14)),
        ("15.09.2024", date(2024, 9, 9)),
        ("2 ноября", date(2024, 10, 28)),
        ("2024-10-20", date(2024, 10, 14)),
        ("2024-W45", date(2024, 11, 4)),
        ("2024-w1", date(2024, 1, 1)),
        ("2025-W01", date(2024, 12, 30)),
    ],
)
def test_the_week_that_is_named(text: str, monday: date) -> None:
    assert read_week(text, WEDNESDAY) == Period(monday, monday + timedelta(days=6))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2024-W53", "нет такой недели: 2024-W53"),
        ("2024-W0", "нет такой недели: 2024-W00"),
        ("31.02", "нет такого дня: 31.02"),
        ("31.12.9999", "такой недели в календаре нет: «31.12.9999»"),
        ("45", "ожидается неделя: this, next, last, дата или 2024-W45"),
        ("", "ожидается неделя: this, next, last, дата или 2024-W45"),
    ],
)
def test_what_is_no_week(text: str, message: str) -> None:
    with pytest.raises(CalendarError) as error:
        read_week(text, WEDNESDAY)
    assert str(error.value) == message


@settings(deadline=None)
@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_a_week_is_seven_days_round_its_day(today: date) -> None:
    week = read_week("this", today)
    assert week.start <= today <= week.end
    assert (week.start.weekday(), week.end - week.start) == (0, timedelta(days=6))
    year, number, _ = today.isocalendar()
    assert read_week(f"{year}-W{number:02}", today) == week
