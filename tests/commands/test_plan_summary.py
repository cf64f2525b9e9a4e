"""`plan summary` and `plan overdue`."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from rumo_cli.records.values import Record
from tests.commands.conftest import Given, Result, Rumo

YEAR: Record = {"academic_year": "2024-2025"}
OCTOBER: Record = {"deadline_text": "октябрь", "deadline_kind": "month",
                   "deadline_start": "2024-10-01", "deadline_end": "2024-10-31"}  # fmt: skip
SEPTEMBER: Record = {"deadline_text": "до 20 сентября", "deadline_kind": "by",
                     "deadline_end": "2024-09-20"}  # fmt: skip
FEBRUARY: Record = {"deadline_text": "до 1 февраля", "deadline_kind": "by",
                    "deadline_end": "2025-02-01"}  # fmt: skip
ITEMS: list[Record] = [
    {"title": "А", "owner": "rumo", "status": "done", "done_date": "2024-09-18", **SEPTEMBER,
     "direction": "ФГОС", "section": "1. Организация", "responsible": ["Белова", "методисты"]},
    {"title": "Б", "owner": "rumo", "status": "planned", **SEPTEMBER,
     "direction": "фгос", "section": "1. Организация", "responsible": ["Белова"]},
    {"title": "В", "owner": "rumo", "status": "done", "done_date": "2024-10-20", **OCTOBER,
     "direction": "ЕГЭ", "responsible": ["методисты"]},
    {"title": "Г", "owner": "ОМО-04", "status": "in_progress", **OCTOBER, "direction": "ЕГЭ"},
    {"title": "Д", "owner": "ОМО-04", "status": "cancelled", "cancelled_date": "2024-10-01",
     **FEBRUARY},
    {"title": "Е", "owner": "ОМО-17", "status": "cancelled", "cancelled_date": "2024-10-01"},
]  # fmt: skip


pytestmark = pytest.mark.usefixtures("associations", "plans")


@pytest.fixture
def plans(given: Given) -> None:
    given("plan", *(YEAR | item for item in ITEMS))
    given("plan", {"title": "Прошлогодний", "owner": "rumo", "academic_year": "2023-2024"})


def figures(**some: int | float | None) -> Record:
    """Return the figures of a row, those not named being 0."""
    usual: dict[str, int | float | None] = dict.fromkeys(
        (
            "total",
            "cancelled",
            "counted",
            "done",
            "partial",
            "in_progress",
            "planned",
            "not_done",
            "postponed",
            "overdue",
            "target",
            "fact",
            "by_hand",
        ),
        0,
    )
    return {**usual, "percent": None, "fact_percent": None, **some}


TOTAL = figures(
    total=6, cancelled=2, counted=4, done=2, in_progress=1, planned=1, overdue=2, percent=50.0
)
RUMO = figures(total=3, counted=3, done=2, planned=1, overdue=1, percent=66.7)
MATHEMATICS = figures(total=2, cancelled=1, counted=1, in_progress=1, overdue=1, percent=0.0)
PSYCHOLOGY = figures(total=1, cancelled=1)

GROUPS: dict[str, list[tuple[str, str]]] = {
    "owner": [
        ("rumo", "РУМО"),
        ("ОМО-04", "ОМО учителей математики"),
        ("ОМО-17", "ОМО педагогов-психологов"),
    ],
    "direction": [("ЕГЭ", "ЕГЭ"), ("ФГОС", "ФГОС"), ("", "не указано")],
    "section": [("1. Организация", "1. Организация"), ("", "не указано")],
    "month": [
        ("2024-09", "сентябрь 2024"),
        ("2024-10", "октябрь 2024"),
        ("2025-02", "февраль 2025"),
        ("undated", "без даты"),
    ],
    "quarter": [
        ("2024-Q3", "III квартал 2024"),
        ("2024-Q4", "IV квартал 2024"),
        ("2025-Q1", "I квартал 2025"),
        ("undated", "без даты"),
    ],
    "responsible": [("Белова", "Белова"), ("методисты", "методисты"), ("", "не указано")],
}


def test_a_summary_as_json_is_a_document(rumo: Rumo) -> None:
    assert rumo("plan summary --on 2024-11-05 -f json").json == {
        "year": "2024-2025",
        "as_of": "2024-11-05",
        "by": "owner",
        "rows": [
            {"key": "rumo", "label": "РУМО", **RUMO},
            {"key": "ОМО-04", "label": "ОМО учителей математики", **MATHEMATICS},
            {"key": "ОМО-17", "label": "ОМО педагогов-психологов", **PSYCHOLOGY},
        ],
        "total": TOTAL,
        "beyond_plan": {"webinar": 0, "meeting": 0, "evidence": []},
    }


@pytest.mark.parametrize("by", GROUPS)
def test_items_are_grouped_and_the_total_counts_each_once(rumo: Rumo, by: str) -> None:
    summary = rumo(f"plan summary --by {by} --on 05.11.2024 -f json").json

    assert [(row["key"], row["label"]) for row in summary["rows"]] == GROUPS[by]
    assert summary["total"] == TOTAL
    assert all(row.keys() == {"key", "label", *TOTAL} for row in summary["rows"])


def test_where_responsible_overlap_rows_add_up_to_more_than_the_total(rumo: Rumo) -> None:
    summary = rumo("plan summary --by responsible --on 05.11.2024 -f json").json

    assert [row["total"] for row in summary["rows"]] == [2, 2, 3]
    assert summary["total"]["total"] == 6


@pytest.mark.parametrize(
    ("day", "done", "cancelled", "overdue"),
    [
        ("2024-09-17", 0, 0, 0),
        ("2024-09-18", 1, 0, 0),
        ("2024-09-21", 1, 0, 1),
        ("2024-10-19", 1, 2, 1),
        ("2024-10-20", 2, 2, 1),
        ("2024-11-01", 2, 2, 2),
    ],
)
def test_a_summary_of_a_day_says_what_was_so_on_that_day(
    rumo: Rumo, day: str, done: int, cancelled: int, overdue: int
) -> None:
    total = rumo(f"plan summary --on {day} -f json").json["total"]

    assert (total["done"], total["cancelled"], total["overdue"]) == (done, cancelled, overdue)
    assert total["counted"] == 6 - cancelled


def test_people_see_numerator_and_denominator_beside_the_percentage(rumo: Rumo) -> None:
    assert rumo("plan summary --on 05.11") == Result(
        0,
        """\
Выполнение планов на 05.11.2024 (вт), 2024-2025 учебный год

Чей план                    Выполнено       %    Просрочено  Остальное
------------------------  -----------  ------  ------------  -----------------------------------
РУМО                           2 из 3  66,7 %             1  не начато 1
ОМО учителей математики        0 из 1   0,0 %             1  в работе 1, отменено 1
ОМО педагогов-психологов       0 из 0       —             —  отменено 1
------------------------  -----------  ------  ------------  -----------------------------------
Всего                          2 из 4  50,0 %             2  в работе 1, не начато 1, отменено 2
""",
    )


def test_bars_are_where_a_person_looks_and_not_where_a_pipe_reads(rumo: Rumo) -> None:
    on_a_terminal = rumo("plan summary -f table --on 05.11 --by section").out
    in_a_pipe = rumo("plan summary -f plain --on 05.11 --by section").out

    assert "██████" in on_a_terminal
    assert "█" not in in_a_pipe


@pytest.mark.parametrize("format_name", ["csv", "tsv"])
def test_machines_get_a_column_a_figure(rumo: Rumo, format_name: str) -> None:
    lines = rumo(f"plan summary --on 05.11 -f {format_name}").out.splitlines()

    mark = {"csv": ",", "tsv": "\t"}[format_name]
    assert lines[0].split(mark) == [
        "key", "label", "total", "counted", "done", "percent", "partial", "in_progress",
        "planned", "not_done", "postponed", "cancelled", "overdue",
        "target", "fact", "fact_percent", "by_hand",
    ]  # fmt: skip
    assert lines[1].split(mark) == [
        "rumo", "РУМО", "3", "3", "2", "66.7", "0", "0", "1", "0", "0", "0", "1",
        "0", "0", "", "0",
    ]  # fmt: skip
    assert len(lines) == 4


def test_a_summary_is_written_to_a_page(rumo: Rumo) -> None:
    assert rumo("plan summary -o plan.html").err == "Записано: plan.html\n"
    assert (
        '<caption><h1 id="table-1">Выполнение планов на 15.10.2024 (вт), 2024-2025 учебный год'
        in Path("plan.html").read_text(encoding="utf-8")
    )


def test_its_workbook_has_a_chart_of_completion(rumo: Rumo) -> None:
    rumo("plan summary --on 05.11 -o план.xlsx")
    sheet: Any = openpyxl.load_workbook("план.xlsx").active
    (chart,) = sheet._charts
    (series,) = chart.series
    cells = series.val.numRef.f.split("!")[1].replace("$", "")

    assert [each.value for (each,) in sheet[cells]] == [66.7, 0, None]
    assert sheet[f"{cells[0]}3"].value == "%"


def test_another_year_and_none(rumo: Rumo) -> None:
    other = rumo("plan summary --year 2023-2024 -f json").json

    assert (other["year"], other["total"]["total"]) == ("2023-2024", 1)
    assert rumo("plan summary --year 2019-2020") == Result(
        3,
        "",
        "Ошибка: Учебного года 2019-2020 в хранилище нет; есть: 2023-2024, 2024-2025.\n",
    )
    assert rumo("plan summary --year all").err.endswith(
        "Ошибка: Здесь нужен один учебный год, а не all: --year 2024-2025.\n"
    )


def test_a_year_without_plans_says_how_to_get_one(rumo: Rumo) -> None:
    assert rumo("plan summary --today 2026-02-01") == Result(
        0,
        "Выполнение планов на 01.02.2026 (вс), 2025-2026 учебный год\n\n"
        "Пунктов плана нет. Загрузите план: rumo plan import ФАЙЛ\n",
    )


def test_an_unknown_grouping_names_the_known_ones(rumo: Rumo) -> None:
    assert rumo("plan summary --by автор").err.endswith(
        "Ошибка: Неверное значение для '--by': 'автор' не входит в список: 'owner', 'direction', "
        "'section', 'month', 'quarter', 'responsible'.\n"
    )


def test_overdue_is_what_is_late_and_by_how_many_days(rumo: Rumo) -> None:
    assert rumo("plan overdue --on 02.11.2024") == Result(
        0,
        """\
Просрочено на 02.11.2024 (сб), 2024-2025 учебный год

  ID  Чей план    Мероприятие    Срок            Ответственные    Состояние        Просрочено, дней
----  ----------  -------------  --------------  ---------------  -------------  ------------------
   2  РУМО        Б              до 20 сентября  Белова           запланировано                  43
   4  ОМО-04      Г              октябрь                          в работе                        2
""",
    )


def test_people_read_the_state_that_a_late_item_had_on_the_day(rumo: Rumo) -> None:
    added = "plan add -q --title Форум --deadline 'до 1 октября' --responsible Иванова"
    rumo(f"plan done {rumo(added).out.strip()} --on 20.10.2024")
    line = "plan overdue --on 05.10.2024 --title Форум"

    assert rumo(line).out.splitlines()[-1].split()[-3:] == ["Иванова", "запланировано", "4"]
    assert rumo(f"{line} -f json").json[0]["status"] == "done"


def test_overdue_takes_the_filters_of_list(rumo: Rumo) -> None:
    late = rumo("plan overdue --on 2024-11-02 --owner ОМО-04 --limit 1 -f json").json

    assert [each["title"] for each in late] == ["Г"]


def test_overdue_as_json_is_an_array_of_items_with_their_days(rumo: Rumo) -> None:
    late = rumo("plan overdue --on 2024-11-02 -f json").json

    assert [(each["id"], each["title"], each["overdue_days"]) for each in late] == [
        (2, "Б", 43),
        (4, "Г", 2),
    ]


def test_nothing_overdue_is_said(rumo: Rumo) -> None:
    assert rumo("plan overdue --on 01.09.2024") == Result(
        0, "Просрочено на 01.09.2024 (вс), 2024-2025 учебный год\n\nПросроченного нет.\n"
    )


def test_marks_of_today_change_the_summary_of_today_and_not_of_yesterday(rumo: Rumo) -> None:
    rumo("plan done 2")

    def done(day: str) -> int:
        count = rumo(f"plan summary --on {day} -f json").json["total"]["done"]
        assert isinstance(count, int)
        return count

    assert (done("вчера"), done("сегодня")) == (1, 2)
