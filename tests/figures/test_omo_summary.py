"""The indicators of each association."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rumo_cli.figures.associations import NAMED_IN, omo_summary
from rumo_cli.figures.summary import Summary
from rumo_cli.records.directory import Directory
from rumo_cli.records.values import Record, Value
from tests.figures.directories import MATHEMATICS, PHYSICS
from tests.figures.plans import item

YEAR = "2024-2025"
NOTHING: Record = {
    "omo_total": 0,
    "omo_without_webinars": 0,
    "members": 0,
    "members_young": 0,
    "webinars_total": 0,
    "webinars_held": 0,
    "webinars_planned": 0,
    "webinars_postponed": 0,
    "webinars_cancelled": 0,
    "participants": 0,
    "participants_qualifier": "exact",
    "plan_total": 0,
    "plan_cancelled": 0,
    "plan_counted": 0,
    "plan_done": 0,
    "plan_overdue": 0,
    "plan_percent": None,
    "meetings_total": 0,
    "meetings_held": 0,
    "iom_total": 0,
    "iom_completed": 0,
    "expertise_submitted": 0,
    "expertise_recommended": 0,
    "expertise_in_bank": 0,
    "expertise_programmes": 0,
    "publications_total": 0,
    "contributions_total": 0,
}


def summary_of(*associations: Record, **records: list[Record]) -> Summary:
    """Return the summary of records by their kinds."""
    directory = Directory(associations)
    return omo_summary(YEAR, associations, records, date(2025, 6, 15), directory)


def held(*omo: str, **values: Value) -> Record:
    return {"status": "held", "omo": list(omo), **values}


def names(summary: Summary) -> list[tuple[Value, Value]]:
    return [(row["key"], row["label"]) for row in summary.rows]


def test_an_association_is_counted_in_every_respect() -> None:
    (row,) = summary_of(
        MATHEMATICS | {"members": 20, "members_young": 4},
        webinar=[
            held("ОМО-01", participants=40),
            held("ОМО-01", participants=60, participants_qualifier="at_least"),
            held("ОМО-01", status="announced"),
            held("ОМО-01", status="cancelled"),
            held("ОМО-01", status="postponed"),
        ],
        plan=[
            item("до 1 мая", owner="ОМО-01", status="done", done_date="2025-04-30"),
            item("до 1 июня", owner="ОМО-01"),
            item("до 1 июня", owner="ОМО-01", status="cancelled", cancelled_date="2025-04-01"),
        ],
        meeting=[{"owner": "ОМО-01", "status": status} for status in ("held", "planned")],
        iom=[{"omo": ["ОМО-01"], "status": status} for status in ("completed", "active")],
        expertise=[
            {"omo": ["ОМО-01"], "verdict": "recommended", "in_bank": True},
            {"omo": ["ОМО-01"]},
            {"omo": ["ОМО-01"], "type": "ДПП"},
        ],
        publication=[{"omo": ["ОМО-01"]}],
        contribution=[{"omo": ["ОМО-01"]}],
    ).rows

    assert row == {
        "key": "ОМО-01",
        "label": "ОМО учителей математики",
        "omo_total": 1,
        "omo_without_webinars": 0,
        "members": 20,
        "members_young": 4,
        "webinars_total": 5,
        "webinars_held": 2,
        "webinars_planned": 1,
        "webinars_postponed": 1,
        "webinars_cancelled": 1,
        "participants": 100,
        "participants_qualifier": "at_least",
        "plan_total": 3,
        "plan_cancelled": 1,
        "plan_counted": 2,
        "plan_done": 1,
        "plan_overdue": 1,
        "plan_percent": 50.0,
        "meetings_total": 2,
        "meetings_held": 1,
        "iom_total": 2,
        "iom_completed": 1,
        "expertise_submitted": 2,
        "expertise_recommended": 1,
        "expertise_in_bank": 1,
        "expertise_programmes": 1,
        "publications_total": 1,
        "contributions_total": 1,
    }


def test_an_association_without_a_webinar_is_a_row() -> None:
    summary = summary_of(PHYSICS, MATHEMATICS, webinar=[held("ОМО-01", status="planned")])
    physics, mathematics = summary.rows

    assert physics == {
        "key": "ОМО-02",
        "label": "ОМО учителей физики",
        **NOTHING,
        "omo_total": 1,
        "omo_without_webinars": 1,
    }
    assert mathematics["omo_without_webinars"] == 1
    assert (summary.total["omo_total"], summary.total["omo_without_webinars"]) == (2, 2)


def test_rows_stand_in_the_order_of_the_directory_between_its_own_plan_and_unknown_names() -> None:
    summary = summary_of(
        PHYSICS,
        MATHEMATICS,
        webinar=[held("ОМО астрономов"), held()],
        plan=[item(owner="rumo")],
    )

    assert names(summary) == [
        ("rumo", "РУМО"),
        ("ОМО-02", "ОМО учителей физики"),
        ("ОМО-01", "ОМО учителей математики"),
        ("ОМО астрономов", "ОМО астрономов"),
        ("", "не указано"),
    ]
    assert [row["omo_total"] for row in summary.rows] == [0, 1, 1, 0, 0]


@pytest.mark.parametrize(
    ("years", "exists"),
    [
        ({}, True),
        ({"since": "2024-2025"}, True),
        ({"since": "2025-2026"}, False),
        ({"until": "2024-2025"}, True),
        ({"until": "2023-2024"}, False),
        ({"since": "2020-2021", "until": "2030-2031"}, True),
    ],
)
def test_an_association_is_there_from_its_first_year_to_its_last(
    years: Record, exists: bool
) -> None:
    assert bool(summary_of(MATHEMATICS | years).rows) is exists


def test_what_a_dissolved_association_still_did_is_seen() -> None:
    dissolved = MATHEMATICS | {"until": "2023-2024"}
    (row,) = summary_of(dissolved, webinar=[held("ОМО-01")]).rows

    assert (row["label"], row["webinars_held"]) == ("ОМО учителей математики", 1)
    assert row["omo_total"] == 0


def test_an_association_without_a_code_is_named_by_its_title() -> None:
    summary = summary_of({"title": "ОМО астрономов"}, webinar=[held("ОМО астрономов")])

    assert names(summary) == [("ОМО астрономов", "ОМО астрономов")]
    assert summary.total["omo_without_webinars"] == 0


def test_a_webinar_of_two_associations_is_in_both_rows_and_once_in_the_total() -> None:
    summary = summary_of(PHYSICS, MATHEMATICS, webinar=[held("ОМО-01", "ОМО-02", participants=30)])

    assert [row["participants"] for row in summary.rows] == [30, 30]
    assert summary.total == {
        **NOTHING,
        "omo_total": 2,
        "webinars_total": 1,
        "webinars_held": 1,
        "participants": 30,
    }


def test_without_a_directory_and_records_there_are_no_rows() -> None:
    summary = summary_of()

    assert (summary.rows, summary.total) == ((), NOTHING)


TOTALS = {
    "webinar": "webinars_total",
    "plan": "plan_total",
    "meeting": "meetings_total",
    "iom": "iom_total",
    "expertise": "expertise_submitted",
    "publication": "publications_total",
    "contribution": "contributions_total",
}
CODES = st.sampled_from(["ОМО-01", "ОМО-02", "ОМО-77", "rumo"])


@st.composite
def records(draw: st.DrawFn, kind: str) -> Record:
    key = NAMED_IN[kind]
    several = key == "omo"
    named: Value = draw(st.lists(CODES, max_size=3)) if several else draw(CODES)
    start: Record = item() if kind == "plan" else {"academic_year": YEAR}
    return start | {key: named}


@settings(deadline=None)
@given(st.fixed_dictionaries({kind: st.lists(records(kind), max_size=3) for kind in NAMED_IN}))
def test_the_total_counts_each_record_once(of_kinds: dict[str, list[Record]]) -> None:
    summary = summary_of(PHYSICS, MATHEMATICS, **of_kinds)

    assert {kind: summary.total[key] for kind, key in TOTALS.items()} == {
        kind: len(of_one_kind) for kind, of_one_kind in of_kinds.items()
    }
    assert all(
        sum(int(str(row[key])) for row in summary.rows) >= int(str(summary.total[key]))
        for key in TOTALS.values()
    )
    assert summary.total["omo_total"] == 2
