"""The state of a plan item: a mark made by hand comes first, else what the records say."""

from datetime import date

import pytest

from rumo_cli.records.plan_fact import Fact
from rumo_cli.records.plan_status import is_overdue, mark_on, period_on, status_on, told_by_records
from rumo_cli.records.values import Record
from tests.figures.plans import item

BEFORE, LAST, AFTER = date(2024, 11, 1), date(2024, 12, 1), date(2024, 12, 2)


def fact(number: int, target: int = 3) -> Fact:
    return Fact(target, tuple(f"webinar {each}" for each in range(number)))


@pytest.mark.parametrize(
    ("number", "before", "after", "late"),
    [
        (0, "planned", "planned", True),
        (1, "in_progress", "partial", True),
        (2, "in_progress", "partial", True),
        (3, "done", "done", False),
        (4, "done", "done", False),
    ],
)
def test_an_item_without_a_mark_is_what_its_records_make_of_it(
    number: int, before: str, after: str, late: bool
) -> None:
    till_december = item("по 1 декабря")

    assert status_on(till_december, BEFORE, fact(number)) == before
    assert status_on(till_december, LAST, fact(number)) == before
    assert status_on(till_december, AFTER, fact(number)) == after
    assert is_overdue(till_december, LAST, fact(number)) is False
    assert is_overdue(till_december, AFTER, fact(number)) is late


def test_what_has_no_last_day_is_in_progress_until_it_is_done() -> None:
    undated = item("по мере необходимости")

    assert status_on(undated, date(2025, 8, 31), fact(2)) == "in_progress"
    assert is_overdue(undated, date(2026, 1, 1), fact(2)) is False


@pytest.mark.parametrize(
    "marked",
    [
        {"status": "done", "done_date": "2024-11-01"},
        {"status": "cancelled", "cancelled_date": "2024-11-01"},
        {"status": "in_progress", "done_dates": ["2024-11-01"]},
    ],
)
def test_a_mark_wins_from_its_day_and_the_records_speak_until_then(marked: Record) -> None:
    by_hand = item("по 1 декабря", **marked)
    eve = date(2024, 10, 31)

    assert (mark_on(by_hand, eve), status_on(by_hand, eve, fact(3))) == (None, "done")
    assert mark_on(by_hand, BEFORE) == marked["status"]
    assert status_on(by_hand, BEFORE, fact(3)) == marked["status"]
    assert told_by_records(by_hand, BEFORE, fact(3)) == "done"


def test_a_mark_without_a_day_wins_once_the_deadline_is_there() -> None:
    by_hand = item("по 1 декабря", status="not_done")

    assert status_on(by_hand, BEFORE, fact(3)) == "done"
    assert status_on(by_hand, LAST, fact(3)) == "not_done"


def test_planned_is_no_mark() -> None:
    taken_back = item("по 1 декабря", _status_by_command=True)

    assert mark_on(taken_back, AFTER) is None
    assert status_on(taken_back, AFTER, fact(3)) == "done"


@pytest.mark.parametrize(
    ("deadline", "period"),
    [
        ("октябрь", ("2024-10-01", "2024-10-31")),
        ("с 10 октября по 5 ноября", ("2024-10-10", "2024-11-05")),
        ("сентябрь", ("2024-09-01", "2024-09-30")),
        ("до 1 декабря", None),
        ("в течение года", None),
        ("ежемесячно", None),
        ("по отдельному графику", None),
        ("с 5 ноября 2024 по 28 декабря 2020", None),
        ("", None),
    ],
)
def test_the_period_of_a_deadline_unless_it_is_open_at_an_end_or_the_whole_year(
    deadline: str, period: tuple[str, str] | None
) -> None:
    assert period_on(item(deadline), BEFORE) == period


def test_the_period_is_that_of_the_day_before_a_later_move() -> None:
    moved = item("ноябрь", moves=["2024-10-20 октябрь"])

    assert period_on(moved, date(2024, 10, 19)) == ("2024-10-01", "2024-10-31")
    assert period_on(moved, date(2024, 10, 20)) == ("2024-11-01", "2024-11-30")
