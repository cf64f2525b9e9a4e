"""`rumo report compare`: years side by side."""

import csv
from pathlib import Path
from typing import Any

import pytest

from rumo_cli.figures.registry import DEFINITIONS
from rumo_cli.records.values import Record
from tests.commands.conftest import Given, Result, Rumo

HELD: Record = {"title": "Итоги", "status": "held", "form": "webinar"}


@pytest.fixture
def three_years(given: Given) -> None:
    """Two webinars, then four, then three; a plan in the last year alone."""
    for year, number in ((2022, 2), (2023, 4), (2024, 3)):
        named: Record = {"academic_year": f"{year}-{year + 1}", "date": f"{year}-10-10"}
        given("webinar", *[named | HELD | {"participants": 10}] * number)
    given("plan", {"academic_year": "2024-2025", "title": "План", "status": "done"})


def of(document: Any, key: str) -> Any:
    (found,) = (each for each in document["figures"] if each["key"] == key)
    return found


@pytest.mark.usefixtures("three_years")
def test_years_stand_in_their_order_in_whatever_notation(rumo: Rumo) -> None:
    document = rumo("report compare 2024/25 2022-2023 2023-24 -f json").json

    assert document["years"] == ["2022-2023", "2023-2024", "2024-2025"]
    assert [each["key"] for each in document["figures"]] == [
        each.key for each in DEFINITIONS if each.history
    ]
    assert of(document, "webinars_held") == {
        "key": "webinars_held",
        "label": "Проведено вебинаров",
        "unit": "",
        "values": {"2022-2023": 2, "2023-2024": 4, "2024-2025": 3},
        "qualifiers": {"2022-2023": "exact", "2023-2024": "exact", "2024-2025": "exact"},
        "change": 1,
        "change_percent": 50.0,
        "trend": "varied",
    }
    assert of(document, "plan_percent") == {
        "key": "plan_percent",
        "label": "Выполнение планов",
        "unit": "%",
        "values": {"2022-2023": None, "2023-2024": None, "2024-2025": 100.0},
        "qualifiers": {"2022-2023": None, "2023-2024": None, "2024-2025": "exact"},
        "change": None,
        "change_percent": None,
        "trend": None,
    }


@pytest.mark.usefixtures("three_years")
def test_people_read_what_any_year_tells(rumo: Rumo) -> None:
    lines = rumo("report compare 2022-2023 2023-2024 2024-2025 -f table").out.splitlines()

    assert lines[0] == "Показатели по учебным годам: 2022-2023, 2023-2024, 2024-2025"
    assert lines[2].split() == [
        "Показатель", "2022-2023", "2023-2024", "2024-2025", "±", "Ход",
    ]  # fmt: skip
    told = [line.split() for line in lines]
    for line in (
        "ГОРЯЧАЯ ЛИНИЯ РУМО",
        "Проведено вебинаров 2 4 3 +1 (+50,0 %) ▁█▅ колебания",
        "Участников вебинаров 20 40 30 +10 (+50,0 %) ▁█▅ колебания",
        "Выполнение планов — — 100,0 % — —",
    ):
        assert line.split() in told
    assert "ИОМ" not in lines


@pytest.mark.usefixtures("three_years")
def test_two_years_need_no_picture(rumo: Rumo) -> None:
    shown = rumo("report compare 2023-2024 2024-2025 -f plain").out

    assert "Проведено вебинаров 4 3 −1 (−25,0 %) снижение" in [
        " ".join(line.split()) for line in shown.splitlines()
    ]


@pytest.mark.usefixtures("three_years")
def test_a_page_has_pictures_of_what_went_from_year_to_year(rumo: Rumo) -> None:
    rumo("report compare 2022-2023 2023-2024 2024-2025 -o годы.html")
    page = Path("годы.html").read_text(encoding="utf-8")

    assert page.count("<figure>") == 2
    assert "<figcaption>Проведено вебинаров</figcaption>" in page


@pytest.mark.usefixtures("three_years")
def test_machines_read_a_row_a_figure(rumo: Rumo) -> None:
    found = rumo("report compare 2022-2023 2024-2025 -f csv").out
    rows = {row["key"]: row for row in csv.DictReader(found.splitlines())}

    assert list(rows["webinars_held"].values()) == [
        "webinars_held", "Горячая линия РУМО", "Проведено вебинаров", "2", "3", "1", "50.0",
        "growing", "",
    ]  # fmt: skip
    assert rows["iom_total"]["2024-2025"] == ""


@pytest.mark.usefixtures("three_years")
@pytest.mark.parametrize("extension", ["md", "xlsx", "docx"])
def test_a_comparison_is_written_to_files(rumo: Rumo, extension: str) -> None:
    result = rumo(f"report compare 2022-2023 2024-2025 -o годы.{extension}")

    assert result == Result(0, "", f"Записано: годы.{extension}\n")


@pytest.mark.usefixtures("three_years")
@pytest.mark.parametrize(
    ("years", "code", "message"),
    [
        (
            "2024-2025",
            2,
            "Назовите хотя бы два учебных года: rumo report compare 2023-2024 2024-2025.",
        ),
        ("2024-2025 2024/25", 2, "2024-2025 учебный год назван дважды: сравнивать его не с чем."),
        (
            "2019-2020 2024-2025",
            3,
            "Учебного года 2019-2020 в хранилище нет; есть: 2022-2023, 2023-2024, 2024-2025.",
        ),
    ],
)
def test_years_that_cannot_be_compared_are_refused(
    rumo: Rumo, years: str, code: int, message: str
) -> None:
    result = rumo(f"report compare {years}")

    assert (result.code, result.out) == (code, "")
    assert result.err.endswith(f"Ошибка: {message}\n")
