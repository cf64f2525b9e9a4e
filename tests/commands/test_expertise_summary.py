"""`expertise summary`: what was submitted in a year, and what became of it."""

import pytest

from rumo_cli.records.values import Record
from tests.commands.conftest import Given, Result, Rumo

NOW: Record = {"academic_year": "2024-2025", "authors": ["Белова А.С."], "type": "сценарий"}
SUBMISSIONS: list[Record] = [
    NOW | {"title": "А", "verdict": "recommended", "omo": ["ОМО-04", "ОМО-17"], "in_bank": True,
           "submitted": "2024-09-10", "verdict_date": "2024-10-01", "bank_date": "2024-10-10",
           "experts": ["Ильин П.О.", "Осин В.В."], "municipality": "Вяземский район"},
    NOW | {"title": "Б", "verdict": "rework", "omo": ["ОМО-04"], "submitted": "2024-09-20",
           "experts": ["П.О. Ильин"]},
    NOW | {"title": "В", "type": "Сценарий", "submitted": "2024-10-12"},
    NOW | {"title": "Г", "type": "сборник заданий", "verdict": "withdrawn"},
    NOW | {"title": "Д", "type": "ДПП ПК", "verdict": "recommended", "in_bank": True,
           "experts": ["Осин В.В."]},
]  # fmt: skip


pytestmark = pytest.mark.usefixtures("associations", "submissions")


@pytest.fixture
def submissions(given: Given) -> None:
    given("expertise", *SUBMISSIONS)
    given("expertise", NOW | {"title": "Прошлогодняя", "academic_year": "2023-2024"})


def figures(**some: int | float | None) -> Record:
    """Return the figures of a row, those not named being 0."""
    keys = ("submitted", "recommended", "rework", "rejected", "withdrawn", "without_verdict",
            "in_bank")  # fmt: skip
    rest = ("programmes", "programmes_recommended", "experts")
    return {**dict.fromkeys(keys, 0), "percent": None, **dict.fromkeys(rest, 0), **some}


def test_a_summary_as_json_is_a_document(rumo: Rumo) -> None:
    assert rumo("expertise summary -f json").json == {
        "year": "2024-2025",
        "as_of": "2024-10-15",
        "by": "type",
        "rows": [
            {"key": "ДПП ПК", "label": "ДПП ПК"}
            | figures(programmes=1, programmes_recommended=1, experts=1),
            {"key": "сборник заданий", "label": "сборник заданий"}
            | figures(submitted=1, withdrawn=1, percent=0.0),
            {"key": "сценарий", "label": "сценарий"}
            | figures(submitted=3, recommended=1, rework=1, without_verdict=1, in_bank=1,
                      percent=33.3, experts=2),
        ],
        "total": figures(submitted=4, recommended=1, rework=1, withdrawn=1, without_verdict=1,
                         in_bank=1, percent=25.0, programmes=1, programmes_recommended=1,
                         experts=2),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("by", "submitted"),
    [
        ("omo", {"ОМО-04": 2, "ОМО-17": 1, "": 2}),
        ("verdict", {"recommended": 1, "rework": 1, "withdrawn": 1, "": 1}),
        ("municipality", {"Вяземский район": 1, "": 3}),
        ("expert", {"Ильин П.О.": 2, "Осин В.В.": 1, "": 2}),
    ],
)
def test_submissions_are_grouped_and_the_total_counts_each_once(
    rumo: Rumo, by: str, submitted: dict[str, int]
) -> None:
    summary = rumo(f"expertise summary --by {by} -f json").json

    assert {row["key"]: row["submitted"] for row in summary["rows"]} == submitted
    assert (summary["total"]["submitted"], summary["total"]["programmes"]) == (4, 1)


def test_people_see_programmes_apart_from_teachers_work(rumo: Rumo) -> None:
    assert rumo("expertise summary -f table") == Result(
        0,
        """\
Экспертиза на 15.10.2024 (вт), 2024-2025 учебный год

Вид разработки   Рекомендовано       %  В банке  Остальное                                 ДПП  Доля
────────────────────────────────────────────────────────────────────────────────────────────────────
ДПП ПК                       —       —        0                                         1 из 1
сборник заданий         0 из 1   0,0 %        0  отозвано 1                                  —
сценарий                1 из 3  33,3 %        1  на доработку 1, без итога 1                 —  ███▉
────────────────────────────────────────────────────────────────────────────────────────────────────
Всего                   1 из 4  25,0 %        1  на доработку 1, отозвано 1, без итога  1 из 1  ███
                                                 1

Экспертов: 2.
""",
    )


def test_where_there_are_no_programmes_they_have_no_column(rumo: Rumo) -> None:
    assert rumo("expertise summary --year 2023-2024") == Result(
        0,
        """\
Экспертиза на 15.10.2024 (вт), 2023-2024 учебный год

Вид разработки      Рекомендовано      %    В банке  Остальное
----------------  ---------------  -----  ---------  -----------
сценарий                   0 из 1  0,0 %          0  без итога 1
----------------  ---------------  -----  ---------  -----------
Всего                      0 из 1  0,0 %          0  без итога 1
""",
    )


@pytest.mark.parametrize(
    ("day", "submitted", "recommended", "rework", "in_bank"),
    [
        ("2024-09-09", 1, 0, 0, 0),
        ("2024-09-10", 2, 0, 0, 0),
        ("2024-09-20", 3, 0, 1, 0),
        ("2024-10-01", 3, 1, 1, 0),
        ("2024-10-10", 3, 1, 1, 1),
        ("2024-10-12", 4, 1, 1, 1),
    ],
)
def test_a_summary_of_a_day_says_what_was_so_on_that_day(
    rumo: Rumo, day: str, submitted: int, recommended: int, rework: int, in_bank: int
) -> None:
    total = rumo(f"expertise summary --on {day} -f json").json["total"]

    assert [total[key] for key in ("submitted", "recommended", "rework", "in_bank")] == [
        submitted,
        recommended,
        rework,
        in_bank,
    ]


def test_machines_get_a_column_a_figure(rumo: Rumo) -> None:
    lines = rumo("expertise summary -f tsv").out.splitlines()

    assert set(lines[0].split("\t")) == {"key", "label", *figures()}
    assert len(lines) == 4


def test_another_year_and_none(rumo: Rumo) -> None:
    assert rumo("expertise summary --year all").err.endswith(
        "Ошибка: Здесь нужен один учебный год, а не all: --year 2024-2025.\n"
    )
    assert rumo("expertise summary --today 2027-02-01") == Result(
        0,
        "Экспертиза на 01.02.2027 (пн), 2026-2027 учебный год\n\n"
        "Работ нет. Загрузите реестр: rumo expertise import ФАЙЛ\n",
    )
