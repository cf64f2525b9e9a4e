"""The routes of a year in groups, and the tasks that they consist of."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rumo_cli.figures.routes import GROUPINGS, count, iom_summary
from rumo_cli.figures.summary import Summary
from rumo_cli.records.iom import BASIS, STATUS
from rumo_cli.records.values import Record, Value
from tests.figures.directories import DIRECTORY

YEAR = "2024-2025"


def route(number: int = 1, **values: Value) -> Record:
    """Return a route under way."""
    return {"id": number, "academic_year": YEAR, "status": "active", **values}


def summary_of(*routes: Record, by: str = "basis", tasks: Sequence[Record] = ()) -> Summary:
    return iom_summary(YEAR, routes, tasks, by, date(2025, 6, 15), DIRECTORY)


def test_every_status_is_counted_and_what_has_not_ended_is_in_work() -> None:
    statuses = [option.key for option in STATUS.options]
    routes = [
        route(status=status, tasks_planned=8, tasks_done=6, methodist="Белова А.С.")
        for status in [*statuses, "active"]
    ]

    assert count(routes) == {
        "total": 9,
        "in_work": 6,
        "draft": 1,
        "designed": 1,
        "approved": 1,
        "active": 2,
        "rework": 1,
        "completed": 1,
        "suspended": 1,
        "terminated": 1,
        "methodists": 1,
        "tasks_planned": 72,
        "tasks_done": 54,
        "tasks_percent": 75.0,
    }


def test_where_no_tasks_are_known_there_is_no_percentage() -> None:
    figures = count([route()])

    assert (figures["tasks_planned"], figures["tasks_percent"]) == (0, None)


@pytest.mark.parametrize(
    ("known", "planned", "done"),
    [
        ({}, 2, 1),
        ({"tasks_planned": 10}, 10, 1),
        ({"tasks_planned": 10, "tasks_done": 8}, 10, 8),
        ({"tasks_done": 0}, 2, 0),
    ],
)
def test_tasks_are_those_of_the_register_else_those_recorded(
    known: Record, planned: int, done: int
) -> None:
    tasks: list[Record] = [
        {"iom": 1, "status": "accepted"},
        {"iom": 1, "status": "submitted"},
        {"iom": 2, "status": "accepted"},
    ]
    total = summary_of(route(1) | known, tasks=tasks).total

    assert (total["tasks_planned"], total["tasks_done"]) == (planned, done)


def test_a_route_of_two_grounds_is_in_both_rows_and_once_in_the_total() -> None:
    summary = summary_of(
        route(1, basis=["low_results", "young"], tasks_planned=4, tasks_done=4),
        route(2, basis=["young"], tasks_planned=6, tasks_done=1, status="completed"),
        route(3),
    )

    assert [
        (row["key"], row["label"], row["total"], row["completed"], row["tasks_done"])
        for row in summary.rows
    ] == [
        ("low_results", "ШНОР", 1, 0, 4),
        ("young", "молодой педагог", 2, 1, 5),
        ("", "не указано", 1, 0, 0),
    ]
    assert (summary.total["total"], summary.total["tasks_percent"]) == (3, 50.0)


@pytest.mark.parametrize(
    ("by", "routes", "groups"),
    [
        ("status", [{"status": "completed"}, {"status": "draft"}],
         [("draft", "формируется"), ("completed", "завершён")]),
        ("methodist", [{"methodist": "Белова А.С."}, {"methodist": "Белова Анна Сергеевна"},
                       {"methodist": "А. С. БЕЛОВА (тьютор)"}, {}],
         [("Белова А.С.", "Белова А.С."), ("", "не указано")]),
        ("municipality", [{"teacher_municipality": "Рославльский район"},
                          {"teacher_municipality": "рославльский  район"},
                          {"teacher_municipality": "Вяземский район"}],
         [("Вяземский район", "Вяземский район"), ("Рославльский район", "Рославльский район")]),
        ("omo", [{"omo": ["ОМО-01", "ОМО-02"]}, {"omo": ["ОМО астрономов"]}],
         [("ОМО-02", "ОМО учителей физики"), ("ОМО-01", "ОМО учителей математики"),
          ("ОМО астрономов", "ОМО астрономов")]),
    ],
)  # fmt: skip
def test_groups(by: str, routes: list[Record], groups: list[tuple[str, str]]) -> None:
    rows = summary_of(*(route() | each for each in routes), by=by).rows

    assert [(row["key"], row["label"]) for row in rows] == groups


@st.composite
def routes(draw: st.DrawFn) -> Record:
    some: dict[str, st.SearchStrategy[Value]] = {
        "basis": st.lists(st.sampled_from(BASIS.hints()), unique=True, max_size=2),
        "status": st.sampled_from([option.key for option in STATUS.options]),
        "methodist": st.sampled_from(["Белова А.С.", "А.С. Белова", "Ильин П.О."]),
        "teacher_municipality": st.sampled_from(["Вяземский", "вяземский"]),
        "omo": st.lists(st.sampled_from(["ОМО-01", "ОМО-02"])),
        "tasks_planned": st.integers(1, 9),
        "tasks_done": st.integers(0, 9),
    }
    return route(0) | draw(st.fixed_dictionaries({}, optional=some))


@pytest.mark.parametrize("by", GROUPINGS)
@settings(deadline=None)
@given(records=st.lists(routes(), max_size=6))
def test_the_total_counts_each_route_once(by: str, records: list[Record]) -> None:
    numbered = [each | {"id": number} for number, each in enumerate(records)]
    summary = summary_of(*numbered, by=by)
    sums = {
        key: sum(int(str(row[key])) for row in summary.rows)
        for key in summary.total
        if key not in {"methodists", "tasks_percent"}
    }

    assert summary.total == count(numbered)
    assert summary.total["total"] == len(records)
    if by not in {"basis", "omo"}:
        assert sums == {key: summary.total[key] for key in sums}
    assert all(sums[key] >= int(str(summary.total[key])) for key in sums)
