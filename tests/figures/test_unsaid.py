"""What has to be said before a year is closed."""

from datetime import date

import pytest

from rumo_cli.figures.unsaid import unsaid
from rumo_cli.records.plan import STATUS
from rumo_cli.records.values import Record, Value
from tests.figures.plans import item

TODAY = date(2025, 8, 20)


def headings(*, plan: Record | None = None, webinar: Record | None = None) -> list[str]:
    """Return what is unsaid of one record."""
    records = {
        kind: [{"id": 1, **record}] if record else []
        for kind, record in (("plan", plan), ("webinar", webinar))
    }
    return [each.heading for each in unsaid(records, TODAY)]


def webinar(**values: Value) -> Record:
    return {"title": "Урок", **values}


@pytest.mark.parametrize("status", [option.key for option in STATUS.options])
def test_an_item_without_an_outcome_is_unsaid(status: str) -> None:
    said = status in {"done", "cancelled", "not_done"}

    assert headings(plan=item("март", status=status)) == (
        [] if said else ["Пункты планов без итога"]
    )


@pytest.mark.parametrize(
    ("record", "heading"),
    [
        (webinar(status="held"), "Проведённые вебинары без числа участников"),
        (webinar(status="held", views=12), "Проведённые вебинары без числа участников"),
        (
            webinar(status="planned", date="2025-08-19"),
            "Вебинары, день которых прошёл, а отметки нет",
        ),
        (
            webinar(status="announced", date="2025-08-01", end_date="2025-08-19"),
            "Вебинары, день которых прошёл, а отметки нет",
        ),
    ],
)
def test_a_webinar_that_lacks_a_word_is_unsaid(record: Record, heading: str) -> None:
    assert headings(webinar=record) == [heading]


@pytest.mark.parametrize(
    "record",
    [
        webinar(status="held", participants=0),
        webinar(status="held", connections=12),
        webinar(status="cancelled", date="2025-03-01"),
        webinar(status="postponed", date="2025-03-01"),
        webinar(status="planned", date="2025-08-20"),
        webinar(status="planned", date="2025-08-01", end_date="2025-08-20"),
        webinar(status="planned"),
    ],
)
def test_of_these_webinars_all_is_said(record: Record) -> None:
    assert headings(webinar=record) == []


def test_all_is_listed_with_what_says_it() -> None:
    records = {
        "plan": [{"id": 3, **item("март")}],
        "webinar": [{"id": 5, **webinar(status="held")}],
    }

    found = list(unsaid(records, TODAY))

    assert [(each.kind.key, [record["id"] for record in each.records]) for each in found] == [
        ("plan", [3]),
        ("webinar", [5]),
    ]
    assert found[1].commands == ("rumo webinar done ID --participants ЧИСЛО",)
