from datetime import date

import pytest

from rumo_cli.calendar.mentions import mentioned_days

NEAR = date(2024, 10, 15)


def mentions(text: str) -> list[tuple[str, date | None, int | None]]:
    return [(each.text, each.day, each.weekday) for each in mentioned_days(text, NEAR)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("состоится 16 октября", [("16 октября", date(2024, 10, 16), None)]),
        ("состоится в среду, 16 октября", [("среду, 16 октября", date(2024, 10, 16), 2)]),
        ("Итоги (15.10, вт)", [("15.10, вт", date(2024, 10, 15), 1)]),
        ("15.10.2023 (вс) и 16.10", [("15.10.2023 (вс)", date(2023, 10, 15), 6),
                                     ("16.10", date(2024, 10, 16), None)]),
        ("запись 10 января", [("10 января", date(2025, 1, 10), None)]),
        ("Консультация (вторник)", [("(вторник)", None, 1)]),
        ("одно\n20 октября\nдругое", [("20 октября", date(2024, 10, 20), None)]),
    ],
)  # fmt: skip
def test_days_are_found_in_running_text(
    text: str, expected: list[tuple[str, date | None, int | None]]
) -> None:
    assert mentions(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Цифровая образовательная среда",
        "Методический вторник",
        "Математика, 5 класс",
        "Сентябрь 2024",
        "пункт 3.24",
        "31 февраля",
        "«Физика» 10:00-11:30, каб. 305",
        f"15 октября {'очень ' * 200}длинно",
    ],
)
def test_what_is_no_day_is_passed_over(text: str) -> None:
    assert mentions(text) == []


def test_what_stands_before_a_day_is_told() -> None:
    assert [each.before for each in mentioned_days("Состоится 16 октября", NEAR)] == ["состоится "]
