"""`mentor summary`: programmes with their people, pairs and events."""

import pytest

from rumo_cli.records.values import Record
from tests.commands.conftest import Given, Result, Rumo

NOW: Record = {"academic_year": "2024-2025", "status": "active"}
PROGRAMMES: list[Record] = [
    NOW | {"title": "Учитель – учителю", "owner": "ОМО-04", "form": "учитель – учитель"},
    NOW | {"title": "Молодой педагог", "status": "completed"},
    NOW | {"title": "Прошлогодняя", "academic_year": "2023-2024"},
]
SHOWN = NOW | {"programme": "Учитель – учителю", "mentor": "Белова А.С."}
PAIRS: list[Record] = [
    SHOWN | {"mentee": "Ильин П.О.", "status": "completed", "personal_programme_planned": 10,
             "personal_programme_done": 8},
    SHOWN | {"programme": "УЧИТЕЛЬ - УЧИТЕЛЮ", "mentee": "Орлова Т.Т.", "mentee_young": True,
             "personal_programme_planned": 6, "personal_programme_done": 6},
    SHOWN | {"mentor": "Осин В.В.", "mentee": "Орлова Т.Т.", "status": "terminated"},
]  # fmt: skip


pytestmark = pytest.mark.usefixtures("associations", "mentoring")


@pytest.fixture
def mentoring(given: Given) -> None:
    given("programme", *PROGRAMMES)
    given("pair", *PAIRS)


def figures(**some: int | float | None) -> Record:
    """Return the figures of a row, those not named being 0."""
    keys = ("programmes", "programmes_draft", "programmes_active", "programmes_completed",
            "programmes_terminated", "programmes_young", "mentors", "mentees", "mentees_young",
            "pairs", "pairs_forming", "pairs_active", "pairs_completed", "pairs_terminated",
            "events_planned", "events_done")  # fmt: skip
    return {**dict.fromkeys(keys, 0), "events_percent": None, **some}


PEOPLE_AND_PAIRS = {
    "mentors": 2,
    "mentees": 2,
    "mentees_young": 1,
    "pairs": 3,
    "pairs_active": 1,
    "pairs_completed": 1,
    "pairs_terminated": 1,
    "events_planned": 16,
    "events_done": 14,
    "events_percent": 87.5,
}


def test_a_summary_as_json_is_a_document(rumo: Rumo) -> None:
    young = figures(programmes=1, programmes_completed=1, programmes_young=1)
    teachers = figures(programmes=1, programmes_active=1, programmes_young=1, **PEOPLE_AND_PAIRS)
    assert rumo("mentor summary -f json").json == {
        "year": "2024-2025",
        "as_of": "2024-10-15",
        "by": "programme",
        "rows": [
            {"key": "Молодой педагог", "label": "Молодой педагог", **young},
            {"key": "Учитель – учителю", "label": "Учитель – учителю", **teachers},
        ],
        "total": figures(
            programmes=2,
            programmes_active=1,
            programmes_completed=1,
            programmes_young=2,
            **PEOPLE_AND_PAIRS,
        ),
    }


@pytest.mark.parametrize(
    ("by", "programmes_and_pairs"),
    [
        ("form", {"учитель – учитель": (1, 3), "": (1, 0)}),
        ("owner", {"ОМО-04": (1, 3), "": (1, 0)}),
    ],
)
def test_programmes_are_grouped_and_their_pairs_with_them(
    rumo: Rumo, by: str, programmes_and_pairs: dict[str, tuple[int, int]]
) -> None:
    summary = rumo(f"mentor summary --by {by} -f json").json

    assert {
        row["key"]: (row["programmes"], row["pairs"]) for row in summary["rows"]
    } == programmes_and_pairs
    assert (summary["total"]["programmes"], summary["total"]["pairs"]) == (2, 3)


def test_people_see_a_row_a_programme(rumo: Rumo) -> None:
    assert rumo("mentor summary -f table") == Result(
        0,
        """\
Наставничество, 2024-2025 учебный год

Программа          Статус                Наставников  Пар  Из них                Мероприятия       %
────────────────────────────────────────────────────────────────────────────────────────────────────
Молодой педагог    завершена                       0    0                                  —       —
Учитель – учителю  реализуется                     2    3  действует 1,             14 из 16  87,5 %
                                                           завершено 1,
                                                           прекращено 1
────────────────────────────────────────────────────────────────────────────────────────────────────
Всего              реализуется 1,                  2    3  действует 1,             14 из 16  87,5 %
                   завершена 1                             завершено 1,
                                                           прекращено 1

Исполнение

Программа               %
──────────────────────────────────────────────────────────────
Молодой педагог         —
Учитель – учителю  87,5 %  ███████████████████████████████████
──────────────────────────────────────────────────────────────
Всего              87,5 %  ███████████████████████████████████
""",
    )


def test_in_other_groups_programmes_are_numbers(rumo: Rumo) -> None:
    assert rumo("mentor summary --by form -f table") == Result(
        0,
        """\
Наставничество, 2024-2025 учебный год

Форма              Программы             Наставников  Пар  Из них                Мероприятия       %
────────────────────────────────────────────────────────────────────────────────────────────────────
учитель – учитель  реализуется 1                   2    3  действует 1,             14 из 16  87,5 %
                                                           завершено 1,
                                                           прекращено 1
не указано         завершена 1                     0    0                                  —       —
────────────────────────────────────────────────────────────────────────────────────────────────────
Всего              реализуется 1,                  2    3  действует 1,             14 из 16  87,5 %
                   завершена 1                             завершено 1,
                                                           прекращено 1

Исполнение

Форма                   %
──────────────────────────────────────────────────────────────
учитель – учитель  87,5 %  ███████████████████████████████████
не указано              —
──────────────────────────────────────────────────────────────
Всего              87,5 %  ███████████████████████████████████
""",
    )


def test_machines_get_a_column_a_figure(rumo: Rumo) -> None:
    lines = rumo("mentor summary -f tsv").out.splitlines()

    assert lines[0].split("\t") == ["key", "label", *figures()]
    assert len(lines) == 3


def test_another_year_and_none(rumo: Rumo) -> None:
    assert rumo("mentor summary --year 2023-2024 -f json").json["total"] == figures(
        programmes=1, programmes_active=1
    )
    assert rumo("mentor summary --year all").err.endswith(
        "Ошибка: Здесь нужен один учебный год, а не all: --year 2024-2025.\n"
    )
    assert rumo("mentor summary --today 2027-02-01") == Result(
        0,
        "Наставничество, 2026-2027 учебный год\n\n"
        "Программ нет. Загрузите реестр пар: rumo mentor import ФАЙЛ\n",
    )
