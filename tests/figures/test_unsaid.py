"""What has to be said before a year is closed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rumo_cli.calendar.years import AcademicYear
from rumo_cli.checks.checking import check
from rumo_cli.figures.plan_facts import PlanFacts
from rumo_cli.figures.unsaid import unsaid
from rumo_cli.figures.waiting import KINDS, sections
from rumo_cli.figures.year_records import YearRecords
from rumo_cli.records.plan import STATUS
from rumo_cli.records.values import Record, Value
from rumo_cli.records.webinar import STATUS as WEBINAR_STATUS
from tests.figures.plans import YEAR, item

TODAY = date(2025, 8, 20)
_UNCOUNTED = "Проведённые вебинары без числа участников"
_UNMARKED = "Вебинары, день которых прошёл, а отметки нет"


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
    assert found[1].commands == ("rumo webinar edit ID --participants ЧИСЛО",)


@pytest.mark.parametrize(
    ("status", "target", "open_"),
    [
        ("planned", 1, []),
        ("planned", 2, ["Пункты планов без итога"]),
        ("in_progress", 1, ["Пункты планов без итога"]),
        ("not_done", 2, []),
    ],
)
def test_what_records_fulfil_has_an_outcome_unless_a_mark_says_otherwise(
    status: str, target: int, open_: list[str]
) -> None:
    one = {"id": 1, **item("март", counts="webinar", target=target, status=status)}
    held = {"id": 1, "academic_year": YEAR, **webinar(status="held", date="2025-03-04")}
    facts = PlanFacts([one], {"webinar": [held]}, TODAY)

    found = unsaid({"plan": [one], "webinar": []}, TODAY, facts)

    assert [each.heading for each in found] == open_


WEBINARS = st.fixed_dictionaries(
    {"id": st.just(1), "academic_year": st.just(YEAR), "title": st.just("Урок")},
    optional={
        "status": st.sampled_from([option.key for option in WEBINAR_STATUS.options]),
        "date": st.sampled_from(["2025-05-20", "2025-08-19", "2025-08-20"]),
        "end_date": st.sampled_from(["2025-08-20", "2025-08-21"]),
        "dates": st.just(["2025-05-20", "2025-08-19"]),
        "participants": st.just(0),
        "connections": st.just(0),
    },
)


@given(WEBINARS)
def test_the_view_of_the_day_the_check_and_closing_say_the_same(record: Record) -> None:
    records: dict[str, list[Record]] = {kind: [] for kind in KINDS} | {"webinar": [record]}
    waits = {section.key for section in sections(records, {}, TODAY)}
    checked = YearRecords(AcademicYear(2024), TODAY, records)
    wrong = {
        each.rule.key for each in check(checked, ["held_without_headcount", "past_but_planned"])
    }

    assert {each.heading for each in unsaid(records, TODAY)} == {
        heading
        for heading, key, rule in (
            (_UNCOUNTED, "no_headcount", "held_without_headcount"),
            (_UNMARKED, "unmarked", "past_but_planned"),
        )
        if {key} & waits or {rule} & wrong
    }
    assert ("no_headcount" in waits) is ("held_without_headcount" in wrong)
    assert ("unmarked" in waits) is ("past_but_planned" in wrong)
