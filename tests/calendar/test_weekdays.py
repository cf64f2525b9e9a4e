from datetime import date

import pytest

from rumo_cli.calendar.days import WEEKDAYS, show_day, weekday_name
from rumo_cli.calendar.weekdays import weekday_number


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("понедельник", 0),
        ("Понедельникам", 0),
        ("вт.", 1),
        ("СРЕДУ", 2),
        ("средам", 2),
        ("чт", 3),
        ("пятницей", 4),
        ("субботу", 5),
        ("воскресеньям", 6),
        ("вс", 6),
        ("средний", None),
        ("", None),
    ],
)
def test_the_number_of_a_weekday(word: str, number: int | None) -> None:
    assert weekday_number(word) == number


def test_names_of_a_day() -> None:
    day = date(2024, 10, 5)
    assert weekday_name(day) == "суббота" == WEEKDAYS[5]
    assert weekday_name(day, short=True) == "сб"
    assert show_day(day) == "05.10.2024"
