"""`rumo report check`: what disagrees within a year."""

import csv
from pathlib import Path

import pytest

from rumo_cli.records.values import Record
from rumo_cli.records.year import DECLARED
from store.contract import YEAR_KIND, Transaction
from store.location import open_store
from tests.commands.conftest import Given, Result, Rumo

NOW: Record = {"academic_year": "2024-2025"}
MEETING = NOW | {"owner": "rumo", "status": "held"}


@pytest.fixture
def source(given: Given, place: Path) -> None:
    """The gap of a real analysis: four meetings declared, three listed; and a wrong weekday."""
    given("meeting", *(MEETING | {"number": number} for number in "123"))
    given(
        "webinar",
        NOW | {"title": "Итоги (среда)", "date": "2024-10-08", "status": "held"},
        NOW | {"title": "План", "date": "2024-10-01", "status": "planned"},
    )

    def declare(transaction: Transaction) -> None:
        transaction.replace(YEAR_KIND, 2024, {"meetings_declared": 4})

    open_store(str(place)).run(declare, command="given")


@pytest.mark.usefixtures("source")
def test_people_read_what_disagrees_and_what_to_type(rumo: Rumo) -> None:
    assert rumo("report check -f table") == Result(
        7,
        """\
Расхождения на 15.10.2024 (вт), 2024-2025 учебный год

Вид     Где          Что и как записано                      Что сделать
────────────────────────────────────────────────────────────────────────────────────────────────────
ошибка  год в целом  объявлено 4 заседания, записано 3       rumo meeting add --owner rumo --date
                                                             ДАТА --year 2024-2025
ошибка  webinar 1    «Итоги (среда)»: в тексте «(среда)»,    rumo webinar edit 1 --date ДАТА
                     08.10.2024 — вторник, а не среда
вопрос  webinar 1    проведено без числа участников: 1       rumo webinar list --status held
                     вебинар                                 --without headcount --year 2024-2025
вопрос  webinar 2    прошло, но не отмечено: 1 вебинар       rumo webinar list --status announced
                                                             --status planned --to 01.10.2024 --year
                                                             2024-2025
""",
        "Найдено 4 расхождения, из них ошибок: 2.\n",
    )


@pytest.mark.usefixtures("source")
def test_json_is_a_document(rumo: Rumo) -> None:
    result = rumo("report check -f json --rule meetings_declared --rule weekday_in_text")

    assert result.code == 7
    assert result.json == {
        "year": "2024-2025",
        "as_of": "2024-10-15",
        "problems": [
            {
                "key": "meetings_declared",
                "severity": "error",
                "records": [],
                "message": "объявлено 4 заседания, записано 3",
                "declared": 4,
                "recorded": 3,
                "command": "rumo meeting add --owner rumo --date ДАТА --year 2024-2025",
            },
            {
                "key": "weekday_in_text",
                "severity": "error",
                "records": ["webinar 1"],
                "message": "«Итоги (среда)»: в тексте «(среда)», 08.10.2024 — вторник, а не среда",
                "declared": None,
                "recorded": None,
                "command": "rumo webinar edit 1 --date ДАТА",
            },
        ],
    }


@pytest.mark.usefixtures("source")
def test_where_all_agrees_it_is_said(rumo: Rumo) -> None:
    assert rumo("report check --rule omo_declared") == Result(
        0, "Расхождения на 15.10.2024 (вт), 2024-2025 учебный год\n\nРасхождений нет.\n"
    )
    assert rumo("report check --rule omo_declared -f json").json["problems"] == []


@pytest.mark.usefixtures("source")
def test_machines_read_every_column_and_nothing_but_data(rumo: Rumo) -> None:
    result = rumo("report check -f csv -q")
    heading, *rows = csv.reader(result.out.splitlines())

    assert (result.code, result.err) == (7, "")
    assert heading == [
        "key", "severity", "records", "message", "declared", "recorded", "command",
    ]  # fmt: skip
    assert [row[0] for row in rows] == [
        "meetings_declared", "weekday_in_text", "held_without_headcount", "past_but_planned",
    ]  # fmt: skip


@pytest.mark.usefixtures("source")
def test_a_file_is_written_and_the_exit_code_still_tells(rumo: Rumo) -> None:
    result = rumo("report check -o сверка.html")

    assert result.code == 7
    assert result.err == ("Записано: сверка.html\nНайдено 4 расхождения, из них ошибок: 2.\n")
    assert "объявлено 4 заседания, записано 3" in Path("сверка.html").read_text(encoding="utf-8")


@pytest.mark.usefixtures("source")
def test_the_command_of_a_problem_can_be_typed(rumo: Rumo) -> None:
    for problem in rumo("report check -f json").json["problems"]:
        typed = problem["command"].removeprefix("rumo ").replace("ДАТА", "09.10.2024")
        assert rumo(typed).code == 0

    left = {each["key"] for each in rumo("report check -f json").json["problems"]}
    assert not left & {"meetings_declared", "weekday_in_text"}


def test_many_records_are_named_by_the_first_ten(rumo: Rumo, given: Given) -> None:
    webinar = NOW | {"date": "2024-10-08", "status": "held"}
    given("webinar", *(webinar | {"title": str(each)} for each in range(13)))
    result = rumo("report check -f plain")

    assert "webinar 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 и ещё 3" in result.out
    assert "проведено без числа участников: 13 вебинаров" in result.out
    assert len(rumo("report check -f json").json["problems"][0]["records"]) == 13


def test_a_pairs_command_is_that_of_its_group(rumo: Rumo, given: Given) -> None:
    given("pair", NOW | {"programme": "А", "mentor": "Яшин В.В.", "mentee": "Яшин В.В."})
    (problem,) = rumo("report check -f json").json["problems"]

    assert problem["command"] == "rumo mentor pair edit 1 --mentor ФИО"


@pytest.mark.usefixtures("source")
def test_one_year_is_checked(rumo: Rumo) -> None:
    assert rumo("report check --year 2019-2020") == Result(
        3, "", "Ошибка: Учебного года 2019-2020 в хранилище нет; есть: 2024-2025.\n"
    )
    assert rumo("report check --year all").code == 2


def test_a_rule_that_is_none(rumo: Rumo) -> None:
    result = rumo("report check --rule погода")

    assert result.code == 2
    assert "«погода»" in result.err or "'погода'" in result.err


def test_a_wrong_weekday_of_a_file_is_a_problem_until_it_is_settled(rumo: Rumo) -> None:
    register = "Дата;Тема\n15.10.2024 (среда);Итоги\n16.10.2024 (среда);План\n"
    Path("график.csv").write_text(register, encoding="utf-8")
    rumo("webinar import график.csv")
    checked = "report check --rule date_contradicts_itself -f json"
    (problem,) = rumo(checked).json["problems"]

    assert problem["records"] == ["webinar 1"]
    assert problem["message"] == (
        "«Итоги»: дата записана как «15.10.2024 (среда)»: 15.10.2024 — вторник, а не среда"
    )
    assert rumo("webinar import график.csv").code == 0
    assert rumo("webinar edit 1 --date 15.10.2024").code == 0
    assert rumo(checked).code == 0


@pytest.mark.usefixtures("source")
def test_of_a_closed_year_it_is_said_how_to_mend_its_records(rumo: Rumo) -> None:
    rumo("year close 2024-2025 --anyway")

    assert rumo("report check --rule meetings_declared").err == (
        "Найдено 1 расхождение, из них ошибок: 1.\n"
        "Год закрыт; чтобы исправить записи: rumo year reopen 2024-2025\n"
    )


@pytest.mark.parametrize("key", DECLARED)
def test_every_figure_that_can_be_declared_is_checked(rumo: Rumo, key: str) -> None:
    rumo(f"year set {key}=95")
    result = rumo("report check -f json")

    assert result.code == 7
    assert [(each["key"], each["declared"]) for each in result.json["problems"]] == [(key, 95)]
