"""Items of a plan in another year: which go there, what they keep, when they are due."""

import pytest

from rumo_cli.calendar.years import AcademicYear
from rumo_cli.records.carrying import carried, deadline_in, in_year, to_carry
from rumo_cli.records.kind import compact
from rumo_cli.records.plan import PLAN, STATUS
from rumo_cli.records.values import Record, Value
from tests.figures.plans import item

OLD, NEW = AcademicYear(2024), AcademicYear(2025)


def numbered(deadline: str = "", **values: Value) -> Record:
    return {"id": 7, **item(deadline, **values)}


def status_of(item: Record) -> str:
    return str(item.get("status", "planned"))


@pytest.mark.parametrize("status", [option.key for option in STATUS.options])
def test_what_was_not_finished_goes_into_the_new_year(status: str) -> None:
    goes = status not in {"done", "cancelled"}

    assert list(to_carry([numbered("март", status=status)], status_of)) == (
        [numbered("март", status=status)] if goes else []
    )


def test_what_has_no_status_is_planned() -> None:
    assert list(to_carry([{"id": 7, "title": "Форум", "academic_year": "2024-2025"}], status_of))


@pytest.mark.parametrize(
    ("deadline", "status", "goes"),
    [
        ("ежемесячно", "done", True),
        ("май, ежегодно", "done", True),
        ("1 раз в четверть", "in_progress", True),
        ("ежемесячно", "cancelled", False),
        ("в течение года", "done", False),
    ],
)
def test_what_repeats_goes_into_the_new_year(deadline: str, status: str, goes: bool) -> None:
    assert bool(list(to_carry([numbered(deadline, status=status)], status_of))) is goes


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("", ""),
        ("март", "март"),
        ("15.09-20.09", "15.09-20.09"),
        ("в течение года", "в течение года"),
        ("ежемесячно", "ежемесячно"),
        ("15.10.2024", "15.10.2025"),
        ("2024-10-15", "2025-10-15"),
        ("октябрь 2024 г. - апрель 2025 г.", "октябрь 2025 г. - апрель 2026 г."),
        ("до 31. 03. 25 г.", "до 31. 03. 26 г."),
        ("с 02.09.24 г. по 25.10.24 г.", "с 02.09.25 г. по 25.10.25 г."),
        ("2024/25 учебный год", "2025/26 учебный год"),
        ("в течение 2024-2025 учебного года", "в течение 2025-2026 учебного года"),
        ("до 15.10.2025", "до 15.10.2025"),  # lies in the new year already
        ("приказ № 12024", "приказ № 12024"),
    ],
)
def test_a_deadline_in_the_next_year(text: str, there: str) -> None:
    assert deadline_in(text, OLD, NEW) == there


def test_a_deadline_goes_as_many_years_as_the_plan() -> None:
    assert deadline_in("15.10.2024", OLD, AcademicYear(2027)) == "15.10.2027"
    assert deadline_in("15.10.2024", OLD, AcademicYear(2023)) == "15.10.2023"


def test_an_item_is_planned_anew_and_says_where_it_came_from() -> None:
    found = in_year(
        numbered(
            "март",
            number="1.3",
            responsible=["Иванова А.А."],
            status="not_done",
            done_note="не выполнено",
            evidence="протокол № 1",
            done_dates=["2025-03-01"],
            moves=["2025-01-10 январь"],
            moved_from="январь",
            moved_date="2025-01-10",
            occurrences_done=1,
            links=["webinar 1"],
            reason="болезнь",
            carried_from="plan 3, 2023-2024",
        ),
        NEW,
    )

    assert found.record == {
        "academic_year": "2025-2026",
        "number": "1.3",
        "owner": "rumo",
        "title": "Заседание",
        "deadline_text": "март",
        "deadline_kind": "month",
        "deadline_start": "2026-03-01",
        "deadline_end": "2026-03-31",
        "responsible": ["Иванова А.А."],
        "status": "planned",
        "carried_from": "plan 7, 2024-2025",
    }
    assert not found.shifted


def test_a_date_that_had_to_be_another_is_noted() -> None:
    found = in_year(numbered("15.10.2024", notes="Онлайн"), NEW)

    assert found.shifted
    assert found.record["deadline_text"] == "15.10.2025"
    assert found.record["deadline_end"] == "2025-10-15"
    assert found.record["notes"] == "Онлайн\nсрок перенесён с 2024-2025: был «15.10.2024»"


def test_what_was_put_off_is_due_when_it_was_put_off_to() -> None:
    put_off = numbered("март", status="postponed", moved_to="октябрь 2025 г.")

    assert in_year(put_off, NEW).record["deadline_end"] == "2025-10-31"


def test_how_often_it_is_planned_stays_where_the_words_do_not_say_it() -> None:
    assert in_year(numbered("март", occurrences_planned=3), NEW).record["occurrences_planned"] == 3
    assert (
        in_year(numbered("ежемесячно"), NEW).record["occurrences_planned"]
        == (item("ежемесячно")["occurrences_planned"])
    )


def test_without_a_deadline_it_stays_without() -> None:
    assert in_year(numbered(), NEW).record["deadline_kind"] == "missing"


def test_nothing_goes_twice() -> None:
    first = numbered("март")
    second = {"id": 8, **item("апрель", title="Совет")}
    came = {20: in_year(first, NEW).record | {"title": "Съезд", "deadline_text": "май"}}
    typed = {21: compact({**item("апрель", title="Совет"), "academic_year": str(NEW)})}

    assert [each.record["title"] for each in carried([first, second], {}, NEW)] == [
        "Заседание",
        "Совет",
    ]
    assert list(carried([first, second], came | typed, NEW)) == []


def test_every_field_either_goes_or_stays() -> None:
    """A new field goes along: what a command leaves on an item has to be named."""
    kept = set(in_year({"id": 7, **_everything()}, NEW).record)

    assert set(PLAN.by_key) - kept == {
        "id", "deadline_note", "done_date", "done_dates", "done_note", "evidence", "moved_from",
        "moved_to", "moved_date", "moves", "cancelled_date", "reason", "links", "occurrences_done",
    }  # fmt: skip


def _everything() -> Record:
    filled: Record = dict.fromkeys(PLAN.by_key, "1")
    return filled | {"academic_year": "2024-2025", "deadline_text": "март, ежемесячно"}
