"""A period in words, as a title says it."""

from datetime import date

import pytest

from rumo_cli.calendar.period_words import day_and_month, spoken_date, spoken_period
from rumo_cli.calendar.periods import Period


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2024-10-14", "2024-10-19", "14–19 октября 2024 года"),
        ("2024-10-14", "2024-10-14", "14 октября 2024 года"),
        ("2024-10-28", "2024-11-02", "28 октября – 2 ноября 2024 года"),
        ("2024-12-30", "2025-01-04", "30 декабря 2024 года – 4 января 2025 года"),
        ("2024-10-01", "2024-10-31", "октябрь 2024 года"),
        ("2024-02-01", "2024-02-29", "февраль 2024 года"),
        ("2023-10-14", "2024-10-19", "14 октября 2023 года – 19 октября 2024 года"),
        ("2024-09-01", "2024-12-31", "1 сентября – 31 декабря 2024 года"),
        ("2024-10-14", "9999-12-31", "с 14 октября 2024 года"),
        ("0001-01-01", "2024-10-19", "по 19 октября 2024 года"),
        ("0001-01-01", "9999-12-31", "все дни"),
    ],
)
def test_a_period_in_words(start: str, end: str, words: str) -> None:
    assert spoken_period(Period(date.fromisoformat(start), date.fromisoformat(end))) == words


def test_a_day_in_words() -> None:
    assert spoken_date(date(2024, 5, 1)) == "1 мая 2024 года"
    assert day_and_month(date(2024, 5, 1)) == "1 мая"
