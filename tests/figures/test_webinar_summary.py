"""The webinars of a year in groups, the year before beside them."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rumo_cli.figures.summary import Summary
from rumo_cli.figures.webinars import GROUPINGS, count, webinar_summary
from rumo_cli.records.directory import Directory
from rumo_cli.records.values import Record, Value
from rumo_cli.records.webinar import FORM, STATUS

NOW, BEFORE = "2024-2025", "2023-2024"
DIRECTORY = Directory(
    [
        {"code": "ОМО-02", "title": "ОМО учителей физики"},
        {"code": "ОМО-01", "title": "ОМО учителей математики"},
    ]
)


def held(participants: int | None = None, qualifier: str = "exact", **values: Value) -> Record:
    """Return a webinar of this year that was held."""
    counted: Record = {}
    if participants is not None:
        counted = {"participants": participants, "participants_qualifier": qualifier}
    return {"academic_year": NOW, "status": "held", "form": "webinar", **counted, **values}


def last_year(webinar: Record) -> Record:
    return webinar | {"academic_year": BEFORE}


def summary_of(*webinars: Record, by: str = "month") -> Summary:
    years = {
        year: [each for each in webinars if each["academic_year"] == year] for year in (NOW, BEFORE)
    }
    return webinar_summary(NOW, years[NOW], years[BEFORE], by, date(2025, 6, 15), DIRECTORY)


def test_connections_are_summed_beside_participants() -> None:
    webinars = [
        held(connections=50, connections_qualifier="exact"),
        held(connections=120, connections_qualifier="at_least"),
        held(status="cancelled", connections=7, connections_qualifier="exact"),
    ]

    counted = count(webinars)

    assert (counted["connections"], counted["connections_qualifier"]) == (170, "at_least")


def test_only_what_was_held_counts() -> None:
    webinars = [
        held(30),
        held(50),
        held(),
        held(100, status="cancelled"),
        held(100, status="postponed"),
        held(100, status="planned"),
        held(status="announced"),
    ]

    assert count(webinars) == {
        "total": 7,
        "held": 3,
        "planned": 2,
        "postponed": 1,
        "cancelled": 1,
        "participants": 80,
        "participants_qualifier": "at_least",
        "connections": 0,
        "connections_qualifier": "exact",
        "without_participants": 1,
        "mean_participants": 40.0,
    }


def test_a_webinar_that_nobody_came_to_has_a_headcount() -> None:
    figures = count([held(0), held(25)])

    assert (figures["without_participants"], figures["mean_participants"]) == (0, 12.5)


def test_without_any_headcount_there_is_no_mean() -> None:
    figures = count([held()])

    assert (figures["participants"], figures["mean_participants"]) == (0, None)


@pytest.mark.parametrize(
    ("qualifiers", "of_the_sum"),
    [
        (["exact", "exact"], "exact"),
        (["exact", "at_least"], "at_least"),
        (["at_least", "about", "exact"], "about"),
        (["exact", None], "at_least"),
        (["about", None], "about"),
        ([None], "exact"),
        ([], "exact"),
    ],
)
def test_a_sum_is_as_exact_as_the_least_exact_of_its_parts(
    qualifiers: list[str | None], of_the_sum: str
) -> None:
    webinars = [held(10, qualifier) if qualifier else held() for qualifier in qualifiers]
    planned = held(10, "about", status="planned")

    assert count([*webinars, planned])["participants_qualifier"] == of_the_sum


def test_a_month_stands_beside_the_same_month_of_the_year_before() -> None:
    summary = summary_of(
        held(40, date="2024-10-15"),
        held(60, date="2024-10-22"),
        held(20, date="2025-02-03"),
        held(10, date="2024-12-03", status="cancelled"),
        last_year(held(70, date="2023-10-31")),
        last_year(held(80, date="2024-02-29")),
        last_year(held(90, date="2023-11-01")),
        last_year(held(15, date="2024-03-01", status="postponed")),
        held(),
    )

    assert [
        (row["key"], row["label"], row["held"], row["previous_held"], row["change"])
        for row in summary.rows
    ] == [
        ("2024-10", "октябрь 2024", 2, 1, 1),
        ("2024-11", "ноябрь 2024", 0, 1, -1),
        ("2024-12", "декабрь 2024", 0, 0, 0),
        ("2025-02", "февраль 2025", 1, 1, 0),
        ("2025-03", "март 2025", 0, 0, 0),
        ("undated", "без даты", 1, 0, 1),
    ]
    assert [row["participants"] for row in summary.rows] == [100, 0, 0, 20, 0, 0]
    assert [row["previous_participants"] for row in summary.rows] == [70, 90, 0, 80, 0, 0]
    assert [row["change_percent"] for row in summary.rows] == [100.0, -100.0, None, 0.0, None, None]


def test_the_total_compares_the_years() -> None:
    summary = summary_of(
        *(held(43) for _ in range(122)), *(last_year(held(40)) for _ in range(119))
    )

    assert summary.total == {
        "total": 122,
        "held": 122,
        "planned": 0,
        "postponed": 0,
        "cancelled": 0,
        "participants": 5246,
        "participants_qualifier": "exact",
        "connections": 0,
        "connections_qualifier": "exact",
        "without_participants": 0,
        "mean_participants": 43.0,
        "previous_held": 119,
        "previous_participants": 4760,
        "change": 3,
        "change_percent": 2.5,
    }


def test_a_webinar_of_two_associations_is_in_the_rows_of_both_and_once_in_the_total() -> None:
    summary = summary_of(
        held(30, omo=["ОМО-01", "ОМО-02"]), held(20, omo=["ОМО-01"]), held(5), by="omo"
    )

    assert [(row["label"], row["held"], row["participants"]) for row in summary.rows] == [
        ("ОМО учителей физики", 1, 30),
        ("ОМО учителей математики", 2, 50),
        ("не указано", 1, 5),
    ]
    assert (summary.total["held"], summary.total["participants"]) == (3, 55)


def test_forms_stand_in_their_own_order_and_in_russian() -> None:
    forms = ["seminar", "webinar", "round_table", None]
    summary = summary_of(*(held(form=form) for form in forms), by="form")

    assert [(row["key"], row["label"]) for row in summary.rows] == [
        ("webinar", "вебинар"),
        ("round_table", "круглый стол"),
        ("seminar", "семинар"),
        ("", "не указано"),
    ]


@pytest.mark.parametrize(
    ("by", "key", "value", "groups"),
    [
        ("theme", "theme", "ГИА", ["ГИА"]),
        ("audience", "audience", ["учителя", "ШНОР"], ["учителя", "ШНОР"]),
        ("organisation", "speakers_org", ["СОИРО", "СмолГУ", "соиро"], ["СмолГУ", "СОИРО"]),
    ],
)
def test_other_groups_are_texts(by: str, key: str, value: Value, groups: list[str]) -> None:
    summary = summary_of(held() | {key: value}, by=by)

    assert [row["key"] for row in summary.rows] == groups


def test_the_document_names_the_year_the_day_and_the_grouping() -> None:
    document = summary_of(held(12, date="2024-10-15")).document()

    assert {key: document[key] for key in ("year", "as_of", "by")} == {
        "year": "2024-2025",
        "as_of": "2025-06-15",
        "by": "month",
    }
    assert list(document) == ["year", "as_of", "by", "rows", "total"]


@st.composite
def webinars(draw: st.DrawFn) -> Record:
    year = draw(st.sampled_from([NOW, BEFORE]))
    days = st.dates(date(int(year[:4]), 9, 1), date(int(year[5:]), 8, 31)).map(date.isoformat)
    webinar = held(
        draw(st.none() | st.integers(0, 500)),
        draw(st.sampled_from(["exact", "at_least", "about"])),
        status=draw(st.sampled_from([option.key for option in STATUS.options])),
        form=draw(st.sampled_from([option.key for option in FORM.options])),
        theme=draw(st.sampled_from([None, "ГИА", "ФГОС"])),
        omo=draw(st.lists(st.sampled_from(["ОМО-01", "ОМО-02"]), unique=True)),
    )
    return webinar | {"academic_year": year, "date": draw(st.none() | days)}


@pytest.mark.parametrize("by", GROUPINGS)
@settings(deadline=None)
@given(records=st.lists(webinars(), max_size=6))
def test_groups_hold_what_the_total_holds(by: str, records: list[Record]) -> None:
    summary = summary_of(*records, by=by)
    added = ("total", "held", "participants", "without_participants", "previous_held", "change")
    sums = {key: sum(int(str(row[key])) for row in summary.rows) for key in added}

    if by != "omo":
        assert sums == {key: summary.total[key] for key in added}
    assert summary.total["held"] == sum(
        each["status"] == "held" and each["academic_year"] == NOW for each in records
    )
