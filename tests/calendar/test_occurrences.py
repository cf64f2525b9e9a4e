from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rumo_cli.calendar.deadlines import read_deadline
from rumo_cli.calendar.occurrences import spread
from rumo_cli.calendar.periods import Period
from rumo_cli.calendar.terms import SchoolCalendars
from rumo_cli.calendar.years import AcademicYear

YEAR = AcademicYear(2024)
RECURRING = (
    "ежемесячно",
    "до 25 числа каждого месяца",
    "последняя пятница месяца",
    "каждый понедельник",
    "еженедельно",
    "2 раза в неделю",
    "раз в 2 месяца",
    "1 раз в две недели",
    "ежеквартально",
    "1 раз в четверть",
    "2 раза в четверть",
    "раз в полугодие",
    "ежегодно",
    "не менее 4 заседаний",
    "ежемесячно с 15 октября",
    "с февраля, 2 раза в месяц",
    "каждый понедельник октября",
    "октябрь, февраль",
    "10, 12 и 15 декабря",
)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("ежемесячно, октябрь-декабрь", "01.10-31.10 01.11-30.11 01.12-31.12"),
        ("ежемесячно с 15 марта по 10 мая", "15.03-31.03 01.04-30.04 01.05-10.05"),
        ("до 25 числа каждого месяца, февраль-март", "01.02-25.02 01.03-25.03"),
        ("ежемесячно до 25 числа, февраль-март", "01.02-25.02 01.03-25.03"),
        ("1 и 15 числа каждого месяца, март", "01.03 15.03"),
        ("с 1 по 5 число каждого месяца, март", "01.03-05.03"),
        ("2-я и 4-я среда месяца, март-апрель", "12.03 26.03 09.04 23.04"),
        ("31 числа каждого месяца, январь-февраль", "31.01 28.02"),
        ("последний день месяца, январь-февраль", "31.01 28.02"),
        ("последняя пятница месяца, октябрь-декабрь", "25.10 29.11 27.12"),
        ("каждый второй вторник, октябрь-декабрь", "08.10 12.11 10.12"),
        ("первая неделя месяца, октябрь-ноябрь", "01.10-07.10 01.11-07.11"),
        ("последняя неделя месяца, октябрь-ноябрь", "25.10-31.10 24.11-30.11"),
        ("вторая декада месяца, октябрь-ноябрь", "11.10-20.10 11.11-20.11"),
        ("третья декада месяца, октябрь, ноябрь", "21.10-31.10 21.11-30.11"),
        ("вторая половина месяца, октябрь-ноябрь", "16.10-31.10 16.11-30.11"),
        ("каждый понедельник октября", "07.10 14.10 21.10 28.10"),
        ("по средам и пятницам, 2-11 октября", "02.10 04.10 09.10 11.10"),
        ("еженедельно, с 1 по 20 октября", "07.10-13.10 14.10-20.10"),
        ("2 раза в месяц, октябрь", "01.10-31.10 01.10-31.10"),
        ("раз в 2 месяца, октябрь-декабрь", "01.10-30.11 01.12-31.12"),
        ("ежеквартально", "01.10-31.12 01.01-31.03 01.04-30.06 01.07-31.08"),
        ("ежеквартально, с января по июнь", "01.01-31.03 01.04-30.06"),
        ("1 раз в четверть", "02.09-25.10 05.11-28.12 09.01-21.03 31.03-26.05"),
        ("1 раз в четверть, до 25 мая", "02.09-25.10 05.11-28.12 09.01-21.03 31.03-25.05"),
        ("раз в полугодие", "01.09-31.12 01.01-31.05"),
        ("дважды в полугодие", "01.09-31.10 01.11-31.12 01.01-17.03 18.03-31.05"),
        ("ежегодно", "01.09-31.08"),
        ("ежегодно до 1 июня", "01.09-01.06"),
        ("май, ежегодно", "01.05-31.05"),
        ("два раза в год — весной и осенью", "01.09-30.11 01.03-31.05"),
        ("не менее 4 заседаний", "01.09-08.11 09.11-15.01 16.01-24.03 25.03-31.05"),
        ("ежедневно", ""),
        ("500 раз в год", ""),
        ("99999999999 раз в месяц", ""),
        ("99999999999 раз в 99999999999 месяцев", ""),
        ("раз в 99999999999 месяцев", "01.09-31.05"),
    ],
)
def test_when_each_time_is_due(text: str, due: str) -> None:
    found = read_deadline(text, YEAR)
    assert (" ".join(map(shown, found.due)), found.occurrences) == (due, len(due.split()) or None)


@pytest.mark.parametrize(
    ("text", "due", "times"),
    [
        ("август 2024 года, август 2025 года", "01.08-31.08 01.08-31.08", 2),
        ("октябрь, февраль", "01.10-31.10 01.02-28.02", 2),
        ("октябрь, ноябрь", "01.10-31.10 01.11-30.11", 2),
        ("сентябрь-октябрь, март-апрель", "01.09-31.10 01.03-30.04", 2),
        ("10 октября и 15 марта", "10.10 15.03", 2),
        ("10, 12 и 13 декабря", "10.12 12.12-13.12", 2),
        ("30.11.2024\n01.12.2024", "30.11-01.12", None),
        ("25.09\n24.09\n23.09", "23.09-25.09", None),
        ("с 09.01 по 14.02 и с 24.02 по 21.03", "", None),
        ("октябрь-декабрь", "", None),
    ],
)
def test_a_list_is_several_times_but_days_in_a_row_are_one(
    text: str, due: str, times: int | None
) -> None:
    found = read_deadline(text, YEAR)
    assert (" ".join(map(shown, found.due)), found.occurrences) == (due, times)


def test_terms_are_those_of_the_school() -> None:
    calendars = SchoolCalendars({YEAR: TRIMESTERS_IN_FOUR})
    assert read_deadline("1 раз в четверть", YEAR, calendars).due == TRIMESTERS_IN_FOUR
    assert read_deadline("1 раз в четверть", YEAR.next, calendars).due[0].start == date(2025, 9, 1)


@settings(deadline=None)
@given(st.sampled_from(RECURRING), st.integers(1990, 2090))
def test_times_follow_each_other_within_the_year(text: str, first: int) -> None:
    year = AcademicYear(first)
    due = read_deadline(text, year).due
    assert due
    assert all(period.start <= period.end for period in due)
    assert all(one.end <= other.end for one, other in pairwise(due))
    assert due[0].start >= year.start
    assert due[-1].end <= year.end


@settings(deadline=None)
@given(st.integers(1, 60), st.dates(date(2000, 1, 1), date(2030, 1, 1)), st.integers(0, 400))
def test_a_period_is_cut_into_parts_that_cover_it(count: int, start: date, length: int) -> None:
    period = Period(start, date.fromordinal(start.toordinal() + length))
    parts = spread(count, period)
    lengths = {(part.end - part.start).days for part in parts}
    assert (len(parts), parts[0].start, parts[-1].end) == (count, period.start, period.end)
    assert max(lengths) - min(lengths) <= 1


def test_there_are_no_more_parts_than_days_of_a_year() -> None:
    assert len(spread(10**12, Period(date(2024, 9, 1), date(2025, 8, 31)))) == 366


def shown(period: Period) -> str:
    start, end = (f"{day:%d.%m}" for day in period)
    return start if period.start == period.end else f"{start}-{end}"


TRIMESTERS_IN_FOUR = (
    Period(date(2024, 9, 2), date(2024, 10, 27)),
    Period(date(2024, 11, 6), date(2024, 12, 30)),
    Period(date(2025, 1, 13), date(2025, 3, 28)),
    Period(date(2025, 4, 7), date(2025, 5, 26)),
)
