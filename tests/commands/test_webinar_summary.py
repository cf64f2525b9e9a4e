"""`webinar summary`: a year's webinars in groups, the year before beside them."""

import re
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from rumo_cli.records.values import Record
from tests.commands.conftest import Given, Result, Rumo

NOW: Record = {"academic_year": "2024-2025", "form": "webinar", "status": "held"}
BEFORE: Record = {"academic_year": "2023-2024", "form": "webinar", "status": "held"}
WEBINARS: list[Record] = [
    NOW | {"title": "А", "date": "2024-09-10", "participants": 40, "omo": ["ОМО-04"],
           "theme": "ЕГЭ", "audience": ["учителя", "методисты"], "speakers_org": ["ОИРО"]},
    NOW | {"title": "Б", "date": "2024-10-02", "participants": 60,
           "participants_qualifier": "at_least", "omo": ["ОМО-04", "ОМО-17"], "theme": "егэ"},
    NOW | {"title": "В", "date": "2024-10-09", "form": "consultation", "omo": ["ОМО-17"]},
    NOW | {"title": "Г", "date": "2024-10-22", "status": "planned"},
    NOW | {"title": "Д", "date": "2024-10-23", "status": "cancelled"},
    BEFORE | {"title": "Е", "date": "2023-09-12", "participants": 25, "omo": ["ОМО-04"]},
    BEFORE | {"title": "Ж", "date": "2024-05-14", "participants": 30, "omo": ["ОМО-02"]},
]  # fmt: skip


pytestmark = pytest.mark.usefixtures("associations", "webinars")


@pytest.fixture
def webinars(given: Given) -> None:
    given("webinar", *WEBINARS)


def test_a_summary_as_json_is_a_document(rumo: Rumo) -> None:
    summary = rumo("webinar summary --by form -f json").json

    assert {key: summary[key] for key in ("year", "as_of", "by")} == {
        "year": "2024-2025",
        "as_of": "2024-10-15",
        "by": "form",
    }
    webinars, consultations = summary["rows"]
    assert webinars == {
        "key": "webinar",
        "label": "вебинар",
        "total": 4,
        "held": 2,
        "planned": 1,
        "postponed": 0,
        "cancelled": 1,
        "participants": 100,
        "participants_qualifier": "at_least",
        "connections": 0,
        "connections_qualifier": "exact",
        "without_participants": 0,
        "mean_participants": 50.0,
        "previous_held": 2,
        "previous_participants": 55,
        "change": 0,
        "change_percent": 0.0,
    }
    assert (consultations["key"], consultations["held"]) == ("consultation", 1)
    assert (summary["total"]["held"], summary["total"]["participants"]) == (3, 100)


@pytest.mark.parametrize(
    ("by", "held"),
    [
        ("month", {"2024-09": 1, "2024-10": 2, "2025-05": 0}),
        ("omo", {"ОМО-02": 0, "ОМО-04": 2, "ОМО-17": 2, "": 0}),
        ("theme", {"ЕГЭ": 2, "": 1}),
        ("form", {"webinar": 2, "consultation": 1}),
        ("audience", {"методисты": 1, "учителя": 1, "": 2}),
        ("organisation", {"ОИРО": 1, "": 2}),
    ],
)
def test_webinars_are_grouped_and_the_total_counts_each_once(
    rumo: Rumo, by: str, held: dict[str, int]
) -> None:
    summary = rumo(f"webinar summary --by {by} -f json").json

    assert {row["key"]: row["held"] for row in summary["rows"]} == held
    assert summary["total"]["held"] == 3


def test_people_see_the_months_beside_those_of_the_year_before(rumo: Rumo) -> None:
    assert rumo("webinar summary") == Result(
        0,
        """\
Вебинары, 2024-2025 учебный год

Месяц            Проведено    Год назад    ±    Участников    Год назад, чел.    Впереди    Отменено
-------------  -----------  -----------  ---  ------------  -----------------  ---------  ----------
сентябрь 2024            1            1    0            40                 25          0           0
октябрь 2024             2            0   +2   не менее 60                  0          1           1
май 2025                 0            1   −1             0                 30          0           0
-------------  -----------  -----------  ---  ------------  -----------------  ---------  ----------
Всего                    3            2   +1  не менее 100                 55          1           1
""",
    )


def test_the_other_year(rumo: Rumo) -> None:
    summary = rumo("webinar summary --year 2023-2024 -f json").json

    assert summary["total"]["held"] == 2
    assert summary["total"]["previous_held"] == 0
    assert summary["total"]["change_percent"] is None


def test_a_year_without_webinars_says_how_to_get_some(rumo: Rumo) -> None:
    assert rumo("webinar summary --today 2027-02-01") == Result(
        0,
        "Вебинары, 2026-2027 учебный год\n\n"
        "Вебинаров нет. Загрузите график: rumo webinar import ФАЙЛ\n",
    )


def test_on_a_screen_both_years_are_bars(rumo: Rumo) -> None:
    screen = rumo("webinar summary -f table").out

    assert (
        screen.split("\n\n", 2)[2]
        == """\
█ 2024-2025, │ 2023-2024

Участники: █ 2024-2025, │ 2023-2024

Месяц            Участников  Год назад, чел.
──────────────────────────────────────────────────────────────────────────────────────
сентябрь 2024            40               25  ████████████████│█████████▋
октябрь 2024    не менее 60                0  ████████████████████████████████████████
май 2025                  0               30                      │
──────────────────────────────────────────────────────────────────────────────────────
Всего          не менее 100               55
"""
    )


def test_a_page_and_a_workbook_have_a_chart_of_what_was_held_and_of_who_took_part(
    rumo: Rumo,
) -> None:
    rumo("webinar summary --by omo -o вебинары.html")
    rumo("webinar summary --by omo -o вебинары.xlsx")
    page = Path("вебинары.html").read_text(encoding="utf-8")
    sheet: Any = openpyxl.load_workbook("вебинары.xlsx").active

    assert re.findall(r"<figcaption>(.*)", page) == ["Проведено", "Участники"]
    assert "<title>2024-2025: не менее 100; 2023-2024: 25</title>" in page
    assert [
        [series.val.numRef.f.split("!")[1] for series in chart.series] for chart in sheet._charts
    ] == [
        ["$B$4:$B$7", "$C$4:$C$7"],
        ["$E$4:$E$7", "$F$4:$F$7"],
    ]
    assert [sheet["A5"].value, sheet["E5"].value, sheet["F5"].value] == [
        "ОМО учителей математики", 100, 25,
    ]  # fmt: skip


def test_a_year_with_none_before_it_has_bars_of_its_own_only(rumo: Rumo) -> None:
    rumo("webinar summary --year 2023-2024 -o вебинары.html")
    page = Path("вебинары.html").read_text(encoding="utf-8")

    assert "2022-2023" not in page
    assert "<title>25</title>" in page
