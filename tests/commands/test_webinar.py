"""`webinar done`, `cancel` and `move`."""

from pathlib import Path

import pytest

from rumo_cli.records.values import Record
from tests.commands.conftest import Given, Result, Rumo, Stored

PLANNED: Record = {
    "title": "Подготовка к ЕГЭ",
    "date": "2024-10-22",
    "start_time": "15:00",
    "end_time": "16:30",
    "status": "planned",
    "academic_year": "2024-2025",
}
BY_COMMAND: Record = {"_status_by_command": True}
LINE = "webinar 1 — «Подготовка к ЕГЭ», 22.10.2024 (вт), 2024-2025 учебный год"
TODAY = "отметка от 15.10.2024 (вт)"


@pytest.fixture(autouse=True)
def planned(given: Given) -> None:
    given("webinar", PLANNED)


def test_done_counts_who_came(rumo: Rumo, stored: Stored) -> None:
    assert rumo("webinar done 1 --participants 'свыше 40'") == Result(
        0, f"Проведён: {LINE}; {TODAY}\n"
    )
    assert stored("webinar")[1] == PLANNED | BY_COMMAND | {
        "status": "held",
        "done_date": "2024-10-15",
        "participants": 40,
        "participants_qualifier": "at_least",
    }


@pytest.mark.parametrize(
    ("verb", "word", "status", "key"),
    [
        ("done", "Проведён", "held", "done_date"),
        ("cancel", "Отменён", "cancelled", "cancelled_date"),
    ],
)
def test_a_mark_twice_changes_nothing_and_keeps_its_day(
    rumo: Rumo, stored: Stored, verb: str, word: str, status: str, key: str
) -> None:
    assert rumo(f"webinar {verb} 1 --on вчера").out == (
        f"{word}: {LINE}; отметка от 14.10.2024 (пн)\n"
    )

    assert rumo(f"webinar {verb} 1").out == (f"Без изменений: {LINE}; отметка от 14.10.2024 (пн)\n")
    record = stored("webinar")[1]
    assert (record["status"], record[key]) == (status, "2024-10-14")
    assert rumo(f"webinar {verb} 1 --on 13.10").out == (
        f"{word}: {LINE}; отметка от 13.10.2024 (вс)\n"
    )


def test_a_count_may_come_later_and_leaves_the_day_of_the_mark(rumo: Rumo, stored: Stored) -> None:
    rumo("webinar done 1 --on 14.10")

    assert rumo("webinar done 1 --participants 44").out == (
        f"Проведён: {LINE}; отметка от 14.10.2024 (пн)\n"
    )
    assert stored("webinar")[1]["participants"] == 44


def test_done_takes_several_ids_in_one_transaction(
    rumo: Rumo, given: Given, stored: Stored
) -> None:
    given("webinar", {**PLANNED, "title": "Второй"})

    assert rumo("webinar done 1 2 9").err == (
        "Ошибка: webinar 9: такой записи нет. Номера записей показывает rumo webinar list.\n"
    )
    assert [each["status"] for each in stored("webinar").values()] == ["planned"] * 2
    assert rumo("webinar done 2 1 2 -q") == Result(0)
    assert [each["status"] for each in stored("webinar").values()] == ["held"] * 2
    rumo("undo")
    assert [each["status"] for each in stored("webinar").values()] == ["planned"] * 2


@pytest.mark.parametrize(
    ("count", "code", "said"),
    [
        (
            "много",
            1,
            "Ошибка: --participants «много»: ожидается количество: число, «свыше 120» или "
            "«около 50»\n",
        ),
        ("уточняется", 0, "Внимание: --participants «уточняется»: количество не прочитано\n"),
    ],
)
def test_a_count_that_is_none(rumo: Rumo, count: str, code: int, said: str) -> None:
    result = rumo(f"webinar done 1 --participants {count}")

    assert (result.code, result.err) == (code, said)


def test_cancel_keeps_the_reason(rumo: Rumo, stored: Stored) -> None:
    assert rumo("webinar cancel 1 --reason 'болезнь спикера'").out == f"Отменён: {LINE}; {TODAY}\n"
    assert stored("webinar")[1] == PLANNED | BY_COMMAND | {
        "status": "cancelled",
        "cancelled_date": "2024-10-15",
        "reason": "болезнь спикера",
    }


def test_a_mark_supersedes_the_traces_of_the_one_before_and_undo_brings_them_back(
    rumo: Rumo, stored: Stored
) -> None:
    rumo("webinar cancel 1 --reason болезнь")
    cancelled = stored("webinar")[1]

    rumo("webinar done 1")
    held = PLANNED | BY_COMMAND | {"status": "held", "done_date": "2024-10-15"}
    assert stored("webinar")[1] == held

    rumo("webinar cancel 1")
    assert stored("webinar")[1] == PLANNED | BY_COMMAND | {
        "status": "cancelled",
        "cancelled_date": "2024-10-15",
    }

    for expected in (held, cancelled, PLANNED):
        rumo("undo")
        assert stored("webinar")[1] == expected


def test_move_keeps_the_old_day_and_leaves_the_status_open(rumo: Rumo, stored: Stored) -> None:
    assert rumo("webinar move 1 --date 29.10 --time 14.00").out == (
        "Перенесён: webinar 1 — «Подготовка к ЕГЭ», 29.10.2024 (вт), 2024-2025 учебный год; "
        f"{TODAY}\n"
    )
    moved = {key: value for key, value in PLANNED.items() if key != "end_time"}
    assert stored("webinar")[1] == moved | BY_COMMAND | {
        "date": "2024-10-29",
        "start_time": "14:00",
        "moved_from": "2024-10-22",
        "moves": ["2024-10-22"],
        "moved_date": "2024-10-15",
    }


@pytest.mark.parametrize("day", ["22.10.2024", "29.10.2024"])
def test_moved_twice_it_is_known_by_each_day_it_was_moved_from(
    rumo: Rumo, stored: Stored, day: str
) -> None:
    rumo("webinar move 1 --date 29.10")
    rumo("webinar move 1 --date 05.11")
    Path("график.csv").write_text(f"Дата;Тема\n{day};Подготовка к ЕГЭ\n", encoding="utf-8")

    result = rumo("webinar import график.csv")

    assert f"в файле прежняя дата {day}; оставлена новая 05.11.2024" in result.err
    assert [record["date"] for record in stored("webinar").values()] == ["2024-11-05"]


def test_only_the_hour_may_move(rumo: Rumo, stored: Stored) -> None:
    rumo("webinar move 1 --time 17:00-18:00 --on 14.10")

    record = stored("webinar")[1]
    assert (record["start_time"], record["end_time"]) == ("17:00", "18:00")
    assert record["moved_date"] == "2024-10-14"
    assert "moved_from" not in record


def test_a_move_to_where_it_is_changes_nothing(rumo: Rumo, stored: Stored) -> None:
    assert rumo("webinar move 1 --date 22.10").out == f"Без изменений: {LINE}\n"
    assert stored("webinar")[1] == PLANNED


@pytest.mark.parametrize("status", ["postponed", "cancelled"])
def test_a_move_opens_what_was_put_off(rumo: Rumo, stored: Stored, status: str) -> None:
    rumo(f"webinar edit 1 --status {status} --reason болезнь")

    rumo("webinar move 1 --date 29.10")

    record = stored("webinar")[1]
    assert (record["status"], record["date"]) == ("planned", "2024-10-29")
    assert "reason" not in record


def test_an_announced_webinar_stays_announced(rumo: Rumo, stored: Stored) -> None:
    rumo("webinar edit 1 --status announced")

    rumo("webinar move 1 --date 29.10")

    assert stored("webinar")[1]["status"] == "announced"


def test_what_was_held_does_not_move(rumo: Rumo) -> None:
    rumo("webinar done 1")

    assert rumo("webinar move 1 --date 29.10") == Result(
        1,
        "",
        "Ошибка: webinar 1 уже проведён; перенести его нельзя. Если отметка ошибочна, снимите её: "
        "rumo webinar edit 1 --status planned\n",
    )


def test_a_move_to_nowhere_is_a_mistake(rumo: Rumo) -> None:
    assert rumo("webinar move 1") == Result(
        2,
        "",
        "Использование: rumo webinar move [ПАРАМЕТРЫ] ID\nСправка: rumo webinar move --help\n\n"
        "Ошибка: Укажите новую дату или время: --date 15.10 --time 15:00.\n",
    )


def test_a_move_goes_into_the_year_of_its_day_unless_a_year_is_given(
    rumo: Rumo, stored: Stored
) -> None:
    assert rumo("webinar move 1 --date 15.09.2025 --year 2024-2025").err == (
        "Ошибка: --date 15.09.2025: дата вне 2024-2025 учебного года. Уберите --year или укажите "
        "--year 2025-2026.\n"
    )
    rumo("webinar move 1 --date 15.09.2025")
    assert stored("webinar")[1]["academic_year"] == "2025-2026"


def test_the_day_of_a_mark_may_be_any(rumo: Rumo) -> None:
    result = rumo("webinar done 1 --on 31.02")

    assert result.code == 2
    assert result.err.endswith(
        "Ошибка: Неверное значение для '--on': «31.02»: нет такого дня: 31.02\n"
    )
