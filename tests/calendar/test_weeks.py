from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rumo_cli.calendar.errors import CalendarError
from rumo_cli.calendar.periods import week_of
from rumo_cli.calendar.weeks import Period, read_week, show_week

WEDNESDAY = date(2024, 10, 16)
EXPECTED = "ожидается неделя: this, next, last, дата, 14.10-20.10 или 2024-W45"


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
        ("на этой неделе", date(2024, 10, 14)),
        ("Следующая неделя", date(2024, 10, 21)),
        ("на прошлой неделе", date(2024, 10, 7)),
        ("будущая", date(2024, 10, 21)),
        ("предыдущую", date(2024, 10, 7)),
        ("сегодня", date(2024, 10, 14)),
        ("пн", date(2024, 10, 21)),
        ("15.09.2024", date(2024, 9, 9)),
        ("2 ноября", date(2024, 10, 28)),
        ("2024-10-20", date(2024, 10, 14)),
        ("2024-W45", date(2024, 11, 4)),
        ("2024-w1", date(2024, 1, 1)),
        ("2025-W01", date(2024, 12, 30)),
        ("2025W1", date(2024, 12, 30)),
        ("45 неделя", date(2024, 11, 4)),
        ("45-я неделя", date(2024, 11, 4)),
        ("неделя № 45", date(2024, 11, 4)),
        ("2 неделя", date(2025, 1, 6)),
        ("45 неделя 2025 года", date(2025, 11, 3)),
        ("14.10-20.10", date(2024, 10, 14)),
        ("14.10–19.10", date(2024, 10, 14)),
        ("с 16 по 18 октября", date(2024, 10, 14)),
        ("16-18 октября", date(2024, 10, 14)),
        ("15.09–20.09", date(2025, 9, 15)),
        ("30.12–04.01", date(2024, 12, 30)),
        ("30.12.2024–04.01.2025", date(2024, 12, 30)),
        ("15.09–20.09.2025", date(2025, 9, 15)),
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
        ("99 неделя", "нет такой недели: 99"),
        ("0 неделя", "нет такой недели: 0"),
        ("53 неделя 2024", "нет такой недели: 2024-W53"),
        (
            "14.10-28.10",
            "14.10.2024-28.10.2024 — не одна неделя; для других дней есть --from и --to",
        ),
        ("20.10-14.10", "конец раньше начала: 20.10.2024-14.10.2024"),
        ("45", EXPECTED),
        ("", EXPECTED),
        ("неделя", EXPECTED),
        ("октябрь", EXPECTED),
        ("15.10-16.10 15:00", EXPECTED),
        ("10 и 12 октября", EXPECTED),
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


@pytest.mark.parametrize(
    ("day", "busy", "today", "shown"),
    [
        (date(2025, 9, 17), (), None, "15.09–20.09.2025"),
        (date(2025, 9, 17), (), date(2025, 12, 31), "15.09–20.09"),
        (date(2025, 9, 17), (), date(2024, 9, 17), "15.09–20.09.2025"),
        (date(2025, 9, 17), (date(2025, 9, 19),), None, "15.09–20.09.2025"),
        (date(2025, 9, 17), (date(2025, 9, 21),), None, "15.09–21.09.2025"),
        (date(2025, 1, 1), (), date(2025, 1, 1), "30.12.2024–04.01.2025"),
        (date(2022, 12, 31), (), date(2022, 12, 1), "26.12–31.12"),
        (date(2022, 12, 31), (date(2023, 1, 1),), date(2022, 12, 1), "26.12.2022–01.01.2023"),
    ],
)
def test_a_week_as_schedules_print_it(
    day: date, busy: tuple[date, ...], today: date | None, shown: str
) -> None:
    assert show_week(week_of(day), busy, today=today) == shown


@settings(deadline=None)
@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.booleans())
def test_a_printed_week_can_be_typed_back(day: date, on_sunday: bool) -> None:
    week = week_of(day)
    assert read_week(show_week(week, [week.end] if on_sunday else []), WEDNESDAY) == week


@settings(deadline=None)
@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_this_week_can_be_typed_back_without_its_year(day: date) -> None:
    assert read_week(show_week(week_of(day), today=day), day) == week_of(day)


def test_days_that_only_leap_years_have_are_of_one() -> None:
    assert read_week("24.02-29.02", date(1992, 3, 1)).start == date(1992, 2, 24)
    with pytest.raises(CalendarError, match=r"нет такого дня: 30\.02"):
        read_week("24.02-30.02", date(1992, 3, 1))
