"""The terms of a year in the store, and plan items that come again."""

from pathlib import Path

import pytest

from store.location import open_store
from tests.commands.conftest import Given, Rumo, Stored

TERMS = [
    "02.09.2024-04.10.2024",
    "14.10.2024-17.11.2024",
    "25.11.2024-21.03.2025",
    "31.03.2025-26.05.2025",
]


@pytest.fixture(autouse=True)
def year(given: Given, place: Path) -> None:
    """A year with terms of its own."""
    given("webinar", {"title": "Вебинар", "academic_year": "2024-2025"})
    set_terms(place, TERMS)


def test_deadlines_follow_the_terms_of_the_year(rumo: Rumo, stored: Stored) -> None:
    rumo("plan add --title Мониторинг --deadline 'II четверть'")
    rumo("plan import -", stdin="Мероприятие;Срок\nСеминар;осенние каникулы\n")
    rumo("plan add --title Форум --deadline октябрь")
    rumo("plan move 3 --deadline 'III четверть'")

    ends = [each["deadline_end"] for each in stored("plan").values()]
    assert ends == ["2024-11-17", "2024-10-13", "2025-03-21"]
    assert [each.get("deadline_note") for each in stored("plan").values()] == [None, None, None]


def test_what_comes_again_is_overdue_by_the_terms_of_the_year(rumo: Rumo) -> None:
    rumo("plan add --title Отчёт --deadline '1 раз в четверть'")
    rumo("plan add --title График --deadline 'до 10 числа каждого месяца'")

    late = rumo("plan overdue -f json").json
    assert [(each["id"], each["overdue_days"]) for each in late] == [(2, 35), (1, 11)]
    assert rumo("plan summary -f json").json["total"]["overdue"] == 2
    rumo("plan done 1 --on 03.10")
    assert rumo("plan overdue --on 17.11 -f json").json[0]["id"] == 2
    assert rumo("plan summary --on 18.11.2024 -f json").json["total"]["overdue"] == 2
    assert rumo("plan done 1 --on 10.11").out.startswith(
        "Выполнено 2 из 4, следующее — до 21.03.2025 (пт): plan 1"
    )


def test_terms_that_are_none_are_told(rumo: Rumo, place: Path) -> None:
    set_terms(place, TERMS[:2])

    result = rumo("plan overdue")
    assert result.code == 1
    assert result.err == (
        "Ошибка: Настройки 2024-2025 учебного года, terms: нужны четыре четверти, а названо 2. "
        "Исправьте: rumo year set terms=… --year 2024-2025\n"
    )


def set_terms(place: Path, terms: list[str]) -> None:
    open_store(str(place)).run(
        lambda transaction: transaction.replace("year", 2024, {"terms": terms}), command="given"
    )
