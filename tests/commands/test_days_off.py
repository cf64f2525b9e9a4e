"""Warnings of days on which nobody works, and of rooms that are taken."""

from pathlib import Path

import pytest

from store.location import open_store
from tests.commands.conftest import Given, Rumo

UNITY = "Внимание: 04.11.2024 — праздник: День народного единства\n"
ROOM = "Внимание: та же ссылка в то же время, что у вебинара «Первый»\n"
URL = "https://vks.example.ru/1"


@pytest.fixture(autouse=True)
def webinars(given: Given) -> None:
    day = {"academic_year": "2024-2025", "date": "2024-11-06", "status": "planned"}
    given(
        "webinar",
        {"title": "Первый", "url": URL, **day},
        {"title": "Второй", "url": URL, **day, "date": "2024-11-07"},
    )


def test_add_says_it(rumo: Rumo) -> None:
    assert rumo("webinar add --title Третий --date 04.11.2024").err == UNITY
    assert rumo("meeting add --date 04.11.2024").err == UNITY
    assert rumo("webinar add --title Четвёртый --date 02.11.2024").err == ""


def test_a_change_says_what_it_has_brought_and_only_that(rumo: Rumo) -> None:
    assert rumo("webinar edit 1 --date 04.11.2024").err == UNITY
    assert rumo("webinar edit 1 --audience физики").err == ""
    assert rumo("webinar edit 1 --time 15:00").err == ""
    assert rumo("webinar done 1").err == ""
    assert rumo("webinar edit 1 --date 06.11.2024").err == ""
    assert rumo("webinar edit 2 --date 06.11.2024 --time 15:00").err == ROOM


def test_a_move_says_it(rumo: Rumo) -> None:
    assert rumo("webinar move 1 --date 04.11.2024").err.endswith(UNITY)
    assert rumo("webinar move 2 --date 10.11.2024").err == "Внимание: 10.11.2024 — воскресенье\n"


def test_each_of_several_is_named(rumo: Rumo) -> None:
    assert rumo("webinar edit 1 2 --date 04.11.2024 --url ''").err == (
        "Внимание: webinar 1: 04.11.2024 — праздник: День народного единства\n"
        "Внимание: webinar 2: 04.11.2024 — праздник: День народного единства\n"
    )


def test_an_import_says_it_of_the_row(rumo: Rumo) -> None:
    result = rumo(
        "webinar import - -f json",
        stdin="Дата;Тема;Кол-во участников\n04.11.2024;Третий;20\n05.11.2024;Четвёртый;20\n",
    )

    assert [(each["row"], each["message"]) for each in result.json["files"][0]["warnings"]] == [
        (2, "04.11.2024 — праздник: День народного единства")
    ]


def test_the_settings_of_a_year_have_days_of_their_own(rumo: Rumo, place: Path) -> None:
    open_store(str(place)).run(
        lambda transaction: transaction.replace(
            "year", 2024, {"working_days": ["2024-11-10"], "holidays": ["12.11.2024"]}
        ),
        command="",
    )

    assert rumo("webinar add --title Третий --date 10.11.2024").err == ""
    assert rumo("webinar add --title Третий --date 12.11.2024").err == (
        "Внимание: 12.11.2024 — нерабочий день по настройкам учебного года\n"
    )
