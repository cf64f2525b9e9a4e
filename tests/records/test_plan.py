"""Plan items: which are one, in what order, what a mark implies."""

import pytest

from rumo_cli.records.plan import PLAN, STATUS
from rumo_cli.records.values import Record
from tests.records.fields.contexts import FILE, value_of
from tests.records.likeness import alike

ITEM: Record = {"owner": "rumo", "number": "1.3", "title": "Заседание", "deadline_text": "ноябрь"}
UNNUMBERED = ITEM | {"number": None}
NUMBER = PLAN.by_key["number"].type


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (ITEM, ITEM | {"title": "ЗАСЕДАНИЕ"}),
        (ITEM, ITEM | {"deadline_text": "декабрь"}),
        (ITEM, ITEM | {"owner": None}),
        (ITEM, UNNUMBERED),
        (UNNUMBERED, UNNUMBERED | {"deadline_text": " Ноябрь"}),
        (UNNUMBERED | {"deadline_text": None}, UNNUMBERED | {"deadline_text": None}),
    ],
)
def test_an_item_is_one_by_owner_number_and_title_or_by_its_deadline(
    one: Record, other: Record
) -> None:
    assert alike(PLAN, one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (ITEM, ITEM | {"owner": "ОМО-01"}),
        (ITEM, ITEM | {"number": "1.4"}),
        (ITEM, ITEM | {"title": "Вебинар"}),
        (ITEM, ITEM | {"academic_year": "2025-2026"}),
        (ITEM, UNNUMBERED | {"deadline_text": "декабрь"}),
        (UNNUMBERED, UNNUMBERED | {"deadline_text": "декабрь"}),
    ],
)
def test_these_are_two_items(one: Record, other: Record) -> None:
    assert not alike(PLAN, one, other)


@pytest.mark.parametrize(
    ("text", "number"),
    [("1.3", "1.3"), ("1.3.", "1.3"), (" 1.3 . ", "1.3"), ("II", "II"), ("1а)", "1а)")],
)
def test_a_number_has_no_final_dot(text: str, number: str) -> None:
    assert value_of(NUMBER, text) == number


def test_numbers_are_sorted_as_people_count() -> None:
    numbers = ["10", "2", "1.10", "1.2", "1.2.1", "1", "II", "²", "9" * 5000, ""]

    assert sorted(numbers, key=NUMBER.sort) == [
        "", "1", "1.2", "1.2.1", "1.10", "2", "10", "9" * 5000, "II", "²",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("record", "status"),
    [
        ({"done_date": "2024-11-12"}, "done"),
        ({"done_date": "2024-11-12", "status": "partial"}, "partial"),
        ({}, None),
    ],
)
def test_a_date_of_completion_without_a_status_means_done(
    record: Record, status: str | None
) -> None:
    implied = dict(record)
    PLAN.infer(implied)

    assert implied.get("status") == status


@pytest.mark.parametrize(
    ("mark", "status"),
    [
        ("выполнено", "done"),
        ("вып.", "done"),
        ("да", "done"),
        ("+", "done"),
        ("V", "done"),
        ("✓", "done"),
        ("частично", "partial"),
        ("в работе", "in_progress"),
        ("выполняется", "in_progress"),
        ("не выполнено", "not_done"),
        ("отменено", "cancelled"),
        ("снято с контроля", "cancelled"),
        ("-", "planned"),
        ("—", "planned"),
    ],
)
def test_marks_of_registers_are_statuses(mark: str, status: str) -> None:
    assert STATUS.read("status", mark, FILE).values["status"] == status


@pytest.mark.parametrize(
    ("mark", "values"),
    [
        ("выполнено 15.10.2024", {"status": "done", "done_date": "2024-10-15"}),
        ("выполнено (протокол № 2)", {"status": "done", "evidence": "протокол № 2"}),
        (
            "Протокол № 2 от 30.10.2024",
            {
                "status": "done",
                "done_date": "2024-10-30",
                "evidence": "Протокол № 2 от 30.10.2024",
            },
        ),
        (
            "частично (2 из 3)",
            {"status": "partial", "occurrences_done": 2, "occurrences_planned": 3},
        ),
        ("перенесено на май", {"status": "postponed", "moved_to": "май"}),
        ("отменено 01.02.2025", {"status": "cancelled", "cancelled_date": "2025-02-01"}),
    ],
)
def test_longer_marks_are_kept_beside_what_they_mean(mark: str, values: Record) -> None:
    assert STATUS.read("status", mark, FILE).values == values | {"done_note": mark}
