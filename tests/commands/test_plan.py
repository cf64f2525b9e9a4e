"""`plan done`, `cancel` and `move`."""

import re

import pytest

from rumo_cli.records.values import Record
from tests.commands.conftest import Given, Result, Rumo, Stored

BY_COMMAND: Record = {"_status_by_command": True}
ONCE: Record = {
    "academic_year": "2024-2025",
    "owner": "rumo",
    "title": "Заседание РУМО",
    "deadline_text": "до 15 ноября",
    "deadline_kind": "by",
    "deadline_end": "2024-11-15",
    "status": "planned",
}
MONTHLY: Record = {
    "academic_year": "2024-2025",
    "owner": "rumo",
    "title": "График вебинаров",
    "deadline_text": "ежеквартально",
    "deadline_kind": "recurring",
    "deadline_start": "2024-09-01",
    "deadline_end": "2025-08-31",
    "occurrences_planned": 3,
    "status": "planned",
}
OPEN: Record = {
    "academic_year": "2024-2025",
    "owner": "rumo",
    "title": "Консультации",
    "deadline_text": "в течение года",
    "deadline_kind": "open",
    "deadline_start": "2024-09-01",
    "deadline_end": "2025-08-31",
    "status": "planned",
}
ONCE_LINE = "plan 1 — «Заседание РУМО», срок: до 15 ноября [15.11.2024 (пт)], 2024-2025 учебный год"
MONTHLY_LINE = (
    "plan 2 — «График вебинаров», срок: ежеквартально [01.09.2024 (вс) – 31.08.2025 (вс)], "
    "2024-2025 учебный год"
)


@pytest.fixture(autouse=True)
def items(given: Given) -> None:
    """What is done once, what recurs three times, what goes on all year."""
    given("plan", ONCE, MONTHLY, OPEN)


def marks(record: Record) -> Record:
    """Return what marks left on an item."""
    keys = ("status", "done_date", "done_dates", "occurrences_done", "evidence")
    return {key: record[key] for key in keys if key in record}


def test_done_marks_the_day_and_the_evidence(rumo: Rumo, stored: Stored) -> None:
    assert rumo("plan done 1 --on 14.10 --evidence 'протокол № 1'") == Result(
        0, f"Выполнено: {ONCE_LINE}; отметка от 14.10.2024 (пн)\n"
    )
    assert stored("plan")[1] == ONCE | BY_COMMAND | {
        "status": "done",
        "done_date": "2024-10-14",
        "done_dates": ["2024-10-14"],
        "occurrences_done": 1,
        "evidence": "протокол № 1",
    }


def test_what_is_done_once_stays_done_on_its_day(rumo: Rumo, stored: Stored) -> None:
    rumo("plan done 1 --on 1.10")

    assert rumo("plan done 1").out == f"Без изменений: {ONCE_LINE}\n"
    rumo("plan done 1 --evidence 'протокол № 1'")
    assert marks(stored("plan")[1]) == {
        "status": "done",
        "done_date": "2024-10-01",
        "done_dates": ["2024-10-01"],
        "occurrences_done": 1,
        "evidence": "протокол № 1",
    }


def test_a_register_may_have_said_when_it_was_done(
    rumo: Rumo, given: Given, stored: Stored
) -> None:
    given("plan", {**MONTHLY, "status": "in_progress", "done_date": "2024-09-20"})

    rumo("plan done 4")

    assert marks(stored("plan")[4]) == {
        "status": "in_progress",
        "done_dates": ["2024-09-20", "2024-10-15"],
        "occurrences_done": 2,
    }


def test_what_recurs_is_done_one_more_time_a_day(rumo: Rumo, stored: Stored) -> None:
    assert rumo("plan done 2").out == (
        f"Выполнено 1 из 3, следующее — до 12.05.2025 (пн): {MONTHLY_LINE}; "
        "отметка от 15.10.2024 (вт)\n"
    )
    assert rumo("plan done 2 --on 20.10").out == (
        f"Выполнено 2 из 3, следующее — до 31.08.2025 (вс): {MONTHLY_LINE}; "
        "отметка от 20.10.2024 (вс)\n"
    )
    assert marks(stored("plan")[2]) == {
        "status": "in_progress",
        "done_dates": ["2024-10-15", "2024-10-20"],
        "occurrences_done": 2,
    }
    assert rumo("plan done 2 --on 01.10").out == (
        f"Выполнено: {MONTHLY_LINE}; отметка от 01.10.2024 (вт)\n"
    )
    assert marks(stored("plan")[2]) == {
        "status": "done",
        "done_date": "2024-10-20",
        "done_dates": ["2024-10-01", "2024-10-15", "2024-10-20"],
        "occurrences_done": 3,
    }


def test_the_same_day_twice_changes_nothing(rumo: Rumo, stored: Stored) -> None:
    rumo("plan done 2 --on 14.10")
    before = stored("plan")

    assert rumo("plan done 2 --on 14.10").out == (
        f"Без изменений: {MONTHLY_LINE}; отметка от 14.10.2024 (пн)\n"
    )
    assert stored("plan") == before
    assert len(rumo("log -f json").json) == 2


@pytest.mark.parametrize(
    ("count", "word", "status", "times"),
    [
        (1, "Выполнено 1 из 3, следующее — до 12.05.2025 (пн)", "in_progress", 1),
        (2, "Выполнено 2 из 3, следующее — до 31.08.2025 (вс)", "in_progress", 2),
        (3, "Выполнено", "done", 3),
        (5, "Выполнено", "done", 5),
    ],
)
def test_count_sets_how_many_times_it_was_done(
    rumo: Rumo, stored: Stored, count: int, word: str, status: str, times: int
) -> None:
    assert rumo(f"plan done 2 --count {count}").out == (
        f"{word}: {MONTHLY_LINE}; отметка от 15.10.2024 (вт)\n"
    )
    record = stored("plan")[2]
    assert (record["status"], record["occurrences_done"]) == (status, times)


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_count_of_none_takes_the_marks_back(rumo: Rumo, stored: Stored, number: int) -> None:
    rumo(f"plan done {number}")

    assert rumo(f"plan done {number} --count 0").out.startswith("Отметка о выполнении снята: ")
    assert marks(stored("plan")[number]) == {"status": "planned"}


def test_what_goes_on_all_year_stays_done_from_the_first_time(rumo: Rumo, stored: Stored) -> None:
    rumo("plan done 3 --on 1.10")
    rumo("plan done 3 --on 14.10")

    assert marks(stored("plan")[3]) == {
        "status": "done",
        "done_date": "2024-10-01",
        "done_dates": ["2024-10-01", "2024-10-14"],
        "occurrences_done": 2,
    }


@pytest.mark.parametrize("count", ["-1", "раз"])
def test_a_count_is_a_number(rumo: Rumo, count: str) -> None:
    result = rumo(f"plan done 2 --count={count}")

    assert result.code == 2
    assert result.err.endswith(
        f"Ошибка: Неверное значение для '--count': «{count}»: ожидается целое число не меньше 0\n"
    )


def test_several_items_are_marked_at_once(rumo: Rumo, stored: Stored) -> None:
    assert rumo("-q plan done 1 2 3") == Result(0)
    assert [each["status"] for each in stored("plan").values()] == ["done", "in_progress", "done"]


def test_a_cancellation_takes_the_place_of_what_was_done(rumo: Rumo, stored: Stored) -> None:
    rumo("plan done 1 2")

    assert rumo("plan cancel 1 2 --reason 'снято приказом'").code == 0

    cancelled: Record = {
        "status": "cancelled",
        "cancelled_date": "2024-10-15",
        "reason": "снято приказом",
    }
    once, monthly = stored("plan")[1], stored("plan")[2]
    assert once == ONCE | BY_COMMAND | cancelled
    # What recurs has happened once, whatever becomes of the rest.
    assert monthly == MONTHLY | BY_COMMAND | cancelled | {
        "done_dates": ["2024-10-15"],
        "occurrences_done": 1,
    }
    rumo("plan done 1")
    assert stored("plan")[1] == ONCE | BY_COMMAND | {
        "status": "done",
        "done_date": "2024-10-15",
        "done_dates": ["2024-10-15"],
        "occurrences_done": 1,
    }


def test_move_keeps_each_deadline_that_it_put_off(rumo: Rumo, stored: Stored) -> None:
    assert rumo("plan move 1 --deadline декабрь --on 14.10").out == (
        "Перенесено: plan 1 — «Заседание РУМО», срок: декабрь [01.12.2024 (вс) – 31.12.2024 "
        "(вт)], 2024-2025 учебный год; отметка от 14.10.2024 (пн)\n"
    )
    rumo("plan move 1 --deadline 'до 1 февраля'")

    assert stored("plan")[1] == ONCE | BY_COMMAND | {
        "deadline_text": "до 1 февраля",
        "deadline_end": "2025-02-01",
        "moved_from": "декабрь",
        "moved_date": "2024-10-15",
        "moves": ["2024-10-14 до 15 ноября", "2024-10-15 декабрь"],
    }


def test_a_deadline_that_is_not_understood_is_kept_and_said(rumo: Rumo, stored: Stored) -> None:
    assert rumo("plan move 1 --deadline 'когда получится'") == Result(
        0,
        "Перенесено: plan 1 — «Заседание РУМО», срок: когда получится [не прочитано], "
        "2024-2025 учебный год; отметка от 15.10.2024 (вт)\n",
        "Внимание: --deadline «когда получится»: срок: не прочитано\n",
    )
    assert stored("plan")[1]["deadline_kind"] == "unknown"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("завтра", "16.10.2024"),
        ("пн", "21.10.2024"),
        ("в пятницу", "18.10.2024"),
        ("до завтра", "до 16.10.2024"),
        ("до пятницы", "до 18.10.2024"),
    ],
)
def test_a_deadline_told_from_today_is_kept_as_its_day(
    rumo: Rumo, stored: Stored, typed: str, kept: str
) -> None:
    assert rumo("plan", "move", "1", "--deadline", typed).err == ""
    assert stored("plan")[1]["deadline_text"] == kept

    (shown,) = rumo("plan", "deadline", typed, "-f", "json").json
    assert shown["deadline_text"] == kept


def test_a_move_to_the_same_deadline_changes_nothing(rumo: Rumo, stored: Stored) -> None:
    assert rumo("plan move 1 --deadline 'до 15 ноября'").out == f"Без изменений: {ONCE_LINE}\n"
    assert stored("plan")[1] == ONCE


@pytest.mark.parametrize(
    ("status", "after"),
    [
        ("in_progress", "in_progress"),
        ("partial", "partial"),
        ("postponed", "planned"),
        ("cancelled", "planned"),
        ("not_done", "planned"),
    ],
)
def test_a_move_leaves_the_status_open(rumo: Rumo, stored: Stored, status: str, after: str) -> None:
    rumo(f"plan edit 1 --status {status}")

    rumo("plan move 1 --deadline декабрь")

    assert stored("plan")[1]["status"] == after


def test_what_is_done_does_not_move(rumo: Rumo) -> None:
    rumo("plan done 1")

    assert rumo("plan move 1 --deadline декабрь") == Result(
        1,
        "",
        "Ошибка: plan 1 уже выполнен; переносить нечего. Если отметка ошибочна, снимите её: "
        "rumo plan done 1 --count 0\n",
    )


def test_a_move_needs_a_deadline(rumo: Rumo) -> None:
    result = rumo("plan move 1")

    assert result.code == 2
    assert result.err.endswith("Ошибка: Не указан параметр '--deadline'.\n")


def test_show_says_how_far_what_recurs_has_got(rumo: Rumo) -> None:
    rumo("plan done 2 --on 01.10")

    assert "Ход выполнения  выполнено 1 из 3, следующее — до 12.05.2025 (пн)" in collapsed(
        rumo("plan show 2").out
    )
    assert "Ход выполнения" not in rumo("plan show 1 3").out
    assert "Ход выполнения" not in rumo("plan show 2 -f json").out


def collapsed(text: str) -> str:
    return re.sub(" {2,}", "  ", text)
