"""Workbooks that people work in: what they hold, and what comes back of them."""

import sys
from collections.abc import Callable
from datetime import datetime, time
from io import StringIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from commands.output import chosen_target
from rumo_cli.errors import Misused
from tests.commands.conftest import Given, Result, Rumo, Stored

day = datetime.fromisoformat


@pytest.fixture(autouse=True)
def two_webinars(given: Given) -> None:
    year = {"academic_year": "2024-2025", "form": "webinar"}
    given(
        "webinar",
        {
            "title": "Чтение; письмо",
            "date": "2024-10-22",
            "start_time": "15:00",
            "omo": ["ОМО-02", "ОМО-04"],
            "status": "held",
            "participants": 120,
            "participants_qualifier": "at_least",
            "url": "https://example.org/зал",
            **year,
        },
        {"title": "=СУММА(A1)", "date": "2024-11-05", "status": "planned", **year},
    )


class _Screen(StringIO):
    def isatty(self) -> bool:
        return True


def sheet(name: str) -> Any:
    return openpyxl.load_workbook(name).active


def cells(name: str) -> list[list[object]]:
    return [[cell.value for cell in row] for row in sheet(name).iter_rows()]


def changed(name: str, change: Callable[[Any], None]) -> None:
    """Change a workbook in another program, and save it there."""
    book = openpyxl.load_workbook(name)
    change(book.active)
    book.save(name)


def test_a_list_holds_what_people_see_and_its_ids_out_of_sight(rumo: Rumo) -> None:
    assert rumo("webinar list -o list.xlsx") == Result(0, "", "Записано: list.xlsx\n")
    assert cells("list.xlsx") == [
        ["ID rumo", "Учебный год", "Дата", "Время", "Тема", "ОМО", "Статус", "Участников"],
        [1, "2024-2025", day("2024-10-22"), time(15), "Чтение; письмо", "ОМО-02\nОМО-04",
         "проведён", "не менее 120"],
        [2, "2024-2025", day("2024-11-05"), None, "=СУММА(A1)", None, "запланирован", None],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "heading"),
    [
        ("--columns title,status", ["ID rumo", "Учебный год", "Тема", "Статус"]),
        ("--columns status,id", ["ID rumo", "Учебный год", "Статус"]),
        ("--columns academic_year,title", ["ID rumo", "Учебный год", "Тема"]),
    ],
)
def test_the_ids_stand_first_whatever_the_columns(
    rumo: Rumo, words: str, heading: list[str]
) -> None:
    rumo(f"webinar list {words} -o list.xlsx")

    assert cells("list.xlsx")[0] == heading


def test_an_export_holds_every_field_and_shows_the_year(rumo: Rumo) -> None:
    rumo("webinar export -o webinars.xlsx")
    found = sheet("webinars.xlsx")

    assert found.max_column == len(rumo("webinar show 1 -f json").json)
    assert [letter for letter, each in found.column_dimensions.items() if each.hidden] == ["A"]


def test_a_record_is_shown_with_every_field(rumo: Rumo) -> None:
    rumo("webinar show 1 -o webinar.xlsx")

    assert len(cells("webinar.xlsx")) == 2
    assert len(cells("webinar.xlsx")[0]) == len(rumo("webinar show 1 -f json").json)


def test_the_words_of_a_status_are_offered(rumo: Rumo) -> None:
    rumo("webinar list --columns title,status -o list.xlsx")
    (rule,) = sheet("list.xlsx").data_validations.dataValidation[1:]

    assert rule.formula1 == '"запланирован,анонсирован,проведён,перенесён,отменён"'


def test_what_nobody_changed_comes_back_unchanged(rumo: Rumo) -> None:
    for command in ("list", "export", "show 1 2", "list --columns title,participants,url"):
        rumo(f"webinar {command} -o back.xlsx")
        counts = rumo("webinar import back.xlsx -f json").json

        assert (counts["added"], counts["updated"], counts["unchanged"]) == (0, 0, 2)


def test_what_a_methodist_changes_comes_back_to_its_records(rumo: Rumo, stored: Stored) -> None:
    rumo("webinar list -o list.xlsx")

    def work(opened: Any) -> None:
        opened["C2"] = day("2024-10-23")
        opened["H2"] = 131
        opened["G3"] = "проведён"
        opened.append([None, None, day("2024-12-03"), time(16), "Итоги", "ОМО-04", "анонсирован"])

    changed("list.xlsx", work)
    counts = rumo("webinar import list.xlsx -f json").json
    webinars = stored("webinar")

    assert (counts["added"], counts["updated"], counts["unchanged"]) == (1, 2, 0)
    assert webinars[1]["date"] == "2024-10-23"
    assert (webinars[1]["participants"], webinars[1]["participants_qualifier"]) == (131, "exact")
    assert webinars[1]["url"] == "https://example.org/зал"
    assert webinars[2]["status"] == "held"
    assert webinars[3] == {
        "academic_year": "2024-2025", "date": "2024-12-03", "start_time": "16:00",
        "title": "Итоги", "omo": ["ОМО-04"], "status": "announced", "form": "webinar",
    }  # fmt: skip


@pytest.mark.parametrize("inserted", [2, 4], ids=["above", "below"])
def test_a_row_that_was_copied_and_changed_is_a_record_of_its_own(
    rumo: Rumo, stored: Stored, inserted: int
) -> None:
    rumo("webinar list -o список.xlsx")

    def copy(sheet: Any) -> None:
        row = [cell.value for cell in sheet[2]]
        sheet.insert_rows(inserted)
        for column, value in enumerate(row, 1):
            sheet.cell(inserted, column, "Новый" if value == "Чтение; письмо" else value)

    changed("список.xlsx", copy)
    result = rumo("webinar import список.xlsx")

    owner = 3 if inserted == 2 else 2
    assert (
        f"Внимание: строка {inserted}: ID 1 уже у строки {owner}: строка взята без ID" in result.err
    )
    titles = [record["title"] for record in stored("webinar").values()]
    assert titles == ["Чтение; письмо", "=СУММА(A1)", "Новый"]


def test_a_row_that_was_only_copied_changes_nothing(rumo: Rumo, stored: Stored) -> None:
    rumo("webinar list -o список.xlsx")
    changed("список.xlsx", lambda sheet: sheet.append([cell.value for cell in sheet[2]]))

    document = rumo("webinar import список.xlsx -f json").json

    assert (document["added"], document["updated"], len(stored("webinar"))) == (0, 0, 2)


def test_a_deadline_is_text_and_stays_text(rumo: Rumo) -> None:
    rumo("plan", "add", "--title", "Отчёт", "--deadline", "15.10.2024", "--number", "1.10")
    rumo("plan list --columns number,deadline_text -o plan.xlsx")
    found = sheet("plan.xlsx")

    assert [(found[place].value, found[place].number_format) for place in ("C2", "D2")] == [
        ("1.10", "@"),
        ("15.10.2024", "@"),
    ]


@pytest.mark.filterwarnings("ignore:.*extension is not supported")
def test_a_summary_is_a_workbook_of_numbers(rumo: Rumo) -> None:
    rumo("webinar summary -o summary.xlsx")
    rows = cells("summary.xlsx")

    assert rows[0][0] == "Вебинары, 2024-2025 учебный год"
    assert rows[2][:2] == ["Месяц", "Проведено"]
    assert [row[1] for row in rows[3:]] == [1, 0, 1]


def test_a_workbook_goes_to_a_pipe_but_not_to_a_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", StringIO())
    assert chosen_target("xlsx").format.name == "xlsx"

    monkeypatch.setattr(sys, "stdout", _Screen())
    with pytest.raises(Misused) as refused:
        chosen_target("xlsx")
    assert str(refused.value) == "Книга Excel не для экрана: укажите файл, -o ФАЙЛ.xlsx."
    assert chosen_target("xlsx", "list.xlsx").path == Path("list.xlsx")


def test_a_text_that_no_cell_can_hold_is_refused_and_the_file_stays(
    rumo: Rumo, given: Given
) -> None:
    given("webinar", {"title": "я" * 40_000, "academic_year": "2024-2025"})
    Path("list.xlsx").write_text("прежнее", encoding="utf-8")

    assert rumo("webinar list -o list.xlsx") == Result(
        1,
        "",
        "Ошибка: Строка 4, столбец «Тема»: в тексте 40000 знаков, а в ячейку Excel помещается "
        "32767. Сократите текст или выберите другой вид: -f csv.\n",
    )
    assert Path("list.xlsx").read_text(encoding="utf-8") == "прежнее"
