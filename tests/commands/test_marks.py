"""The marks of routes and their tasks, of meetings and of examinations."""

import pytest

from rumo_cli.records.values import Record
from tests.commands.conftest import Given, Result, Rumo, Stored

YEAR: Record = {"academic_year": "2024-2025"}
BY_COMMAND: Record = {"_status_by_command": True}
ROUTE: Record = {"teacher": "Белова А.С.", "status": "active", **YEAR}
TASK: Record = {"iom": 1, "title": "Курсы", "status": "planned", **YEAR}
MEETING: Record = {"number": "2", "date": "2024-10-14", "status": "planned", **YEAR}
WORK: Record = {"authors": ["Белова А.С."], "title": "Модуль", **YEAR}
TODAY = "отметка от 15.10.2024 (вт)"


@pytest.fixture(autouse=True)
def records(given: Given) -> None:
    given("iom", ROUTE, {**ROUTE, "teacher": "Ильин П.О."})
    given("task", TASK)
    given("meeting", MEETING)
    given("expertise", WORK)


@pytest.mark.parametrize(
    ("words", "line", "kind", "record"),
    [
        (
            "iom done 1",
            "Завершён: iom 1 — «Белова А.С.», 2024-2025 учебный год",
            "iom",
            ROUTE | BY_COMMAND | {"status": "completed", "done_date": "2024-10-15"},
        ),
        (
            "iom suspend 1",
            "Приостановлен: iom 1 — «Белова А.С.», 2024-2025 учебный год",
            "iom",
            ROUTE | BY_COMMAND | {"status": "suspended", "suspended_date": "2024-10-15"},
        ),
        (
            "iom task done 1",
            "Принято: task 1 — «Курсы», 2024-2025 учебный год",
            "task",
            TASK | BY_COMMAND | {"status": "accepted", "done_date": "2024-10-15"},
        ),
        (
            "meeting done 1 --protocol '№ 2 от 14.10.2024'",
            "Проведено: meeting 1 — «заседание РУМО № 2», 14.10.2024 (пн), 2024-2025 учебный год",
            "meeting",
            MEETING
            | BY_COMMAND
            | {"status": "held", "done_date": "2024-10-15", "protocol": "№ 2 от 14.10.2024"},
        ),
        (
            "expertise verdict 1 recommended",
            "Рекомендована: expertise 1 — «Модуль», 2024-2025 учебный год",
            "expertise",
            WORK | BY_COMMAND | {"verdict": "recommended", "verdict_date": "2024-10-15"},
        ),
        (
            "expertise bank 1 --url https://example.org/1",
            "Размещено: expertise 1 — «Модуль», 2024-2025 учебный год",
            "expertise",
            WORK
            | {
                "in_bank": True,
                "bank_date": "2024-10-15",
                "bank_url": "https://example.org/1",
            },
        ),
    ],
)
def test_a_mark(
    rumo: Rumo, stored: Stored, words: str, line: str, kind: str, record: Record
) -> None:
    assert rumo(words) == Result(0, f"{line}; {TODAY}\n")
    assert stored(kind)[1] == record

    word = line.partition(":")[0]
    assert rumo(words).out == f"Без изменений{line.removeprefix(word)}; {TODAY}\n"
    assert stored(kind)[1] == record


@pytest.mark.parametrize(
    ("words", "kind", "key"),
    [
        ("iom done 1", "iom", "done_date"),
        ("iom suspend 1", "iom", "suspended_date"),
        ("iom task done 1", "task", "done_date"),
        ("meeting done 1", "meeting", "done_date"),
        ("expertise verdict 1 rework", "expertise", "verdict_date"),
        ("expertise bank 1", "expertise", "bank_date"),
    ],
)
def test_the_day_of_a_mark_is_that_of_on(
    rumo: Rumo, stored: Stored, words: str, kind: str, key: str
) -> None:
    assert rumo(f"{words} --on 11.10").out.endswith("; отметка от 11.10.2024 (пт)\n")
    assert stored(kind)[1][key] == "2024-10-11"


def test_a_route_that_was_suspended_is_finished(rumo: Rumo, stored: Stored) -> None:
    rumo("iom suspend 1 2")

    rumo("iom done 1 2")

    done = {"status": "completed", "done_date": "2024-10-15"}
    assert stored("iom") == {
        1: ROUTE | BY_COMMAND | done,
        2: ROUTE | BY_COMMAND | done | {"teacher": "Ильин П.О."},
    }


def test_a_second_verdict_takes_the_place_of_the_first(rumo: Rumo, stored: Stored) -> None:
    rumo("expertise verdict 1 rework --on 1.10")

    assert rumo("expertise verdict 1 rejected").out.startswith("Не рекомендована: ")
    record = stored("expertise")[1]
    assert (record["verdict"], record["verdict_date"]) == ("rejected", "2024-10-15")


def test_a_place_in_the_bank_keeps_its_day_when_the_address_comes_later(
    rumo: Rumo, stored: Stored
) -> None:
    rumo("expertise bank 1 --on 1.10")
    rumo("expertise bank 1 --url https://example.org/1")

    record = stored("expertise")[1]
    assert (record["bank_date"], record["bank_url"]) == ("2024-10-01", "https://example.org/1")


def test_an_unknown_verdict_names_the_known_ones(rumo: Rumo) -> None:
    assert rumo("expertise verdict 1 хорошо") == Result(
        2,
        "",
        "Использование: rumo expertise verdict [ПАРАМЕТРЫ] ID ИТОГ\n"
        "Справка: rumo expertise verdict --help\n\n"
        "Ошибка: Неверное значение для 'ИТОГ': 'хорошо' не входит в список: 'recommended', "
        "'rework', 'rejected', 'withdrawn'.\n",
    )


@pytest.mark.parametrize(
    ("words", "kind", "command"),
    [
        ("iom done 9", "iom", "rumo iom"),
        ("iom task done 9", "task", "rumo iom task"),
        ("meeting done 9", "meeting", "rumo meeting"),
        ("expertise verdict 9 rework", "expertise", "rumo expertise"),
        ("expertise bank 9", "expertise", "rumo expertise"),
        ("mentor pair show 9", "pair", "rumo mentor pair"),
    ],
)
def test_a_record_that_is_not_there(rumo: Rumo, words: str, kind: str, command: str) -> None:
    assert rumo(words) == Result(
        3,
        "",
        f"Ошибка: {kind} 9: такой записи нет. Номера записей показывает {command} list.\n",
    )


@pytest.mark.parametrize("number", ["0", "-1", "x", "9" * 5000])
def test_what_is_no_id(rumo: Rumo, number: str) -> None:
    result = rumo("meeting", "done", "--", number)

    assert result.code == 2
    assert result.err.endswith(
        f"Ошибка: Неверное значение для 'ID...': «{number}»: ожидается целое число не меньше 1\n"
    )


@pytest.mark.parametrize("line", ["plan done 1 --on 31.12.9999", "plan summary --on 01.01.0001"])
def test_a_day_that_cannot_be_meant_is_refused(rumo: Rumo, line: str) -> None:
    refused = rumo(line)

    assert refused.code == 2
    assert refused.err.endswith(f"«{line[-10:]}»: проверьте год: {line[-10:]}\n")
