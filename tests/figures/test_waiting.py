"""What waits on a day: which records, in which order, since when or until when."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rumo_cli.figures.summary import texts_of
from rumo_cli.figures.waiting import KINDS, Section, of_association, sections, years_around
from rumo_cli.records.values import Record
from tests.figures.plans import item

TUESDAY = date(2025, 3, 11)
YEAR = "2024-2025"

Found = list[tuple[int, str, str | None]]
"""Of each item its id, what its day is, and the day."""


def kept(*records: Record) -> list[Record]:
    """Return records with ids from 1 on, all of one year."""
    return [{"academic_year": YEAR} | each | {"id": id_} for id_, each in enumerate(records, 1)]


def waiting(day: date = TUESDAY, **records: list[Record]) -> dict[str, Found]:
    """Return what waits in records, by section."""
    all_kinds = {kind: records.get(kind, []) for kind in KINDS}
    return told(sections(all_kinds, {}, day))


def told(found: list[Section]) -> dict[str, Found]:
    return {
        section.key: [(each.id, each.term, each.day) for each in section.items] for section in found
    }


def test_where_nothing_is_nothing_waits() -> None:
    assert waiting() == {}


def test_the_week_has_what_is_to_come_first_and_every_day_of_a_series() -> None:
    webinars = kept(
        {"date": "2025-03-10", "status": "cancelled"},
        {"date": "2025-03-16"},
        {"date": "2025-03-11", "start_time": "16:00"},
        {"date": "2025-03-11", "start_time": "09:30"},
        {"date": "2025-03-05", "dates": ["2025-03-05", "2025-03-12"]},
        {"date": "2025-03-07", "end_date": "2025-03-20"},
        {"date": "2025-03-09", "status": "cancelled"},
        {"date": "2025-03-17"},
        {"date": "2025-03-05", "dates": ["2025-03-05", "2025-03-19"]},
        {},
    )

    assert waiting(webinar=webinars) == {
        "week": [
            (4, "date", "2025-03-11"),
            (3, "date", "2025-03-11"),
            (5, "date", "2025-03-12"),
            (2, "date", "2025-03-16"),
            (6, "date", "2025-03-07"),
            (1, "date", "2025-03-10"),
        ]
    }


@pytest.mark.parametrize(
    ("day", "told_of"), [(13, False), (14, True), (15, True), (16, True), (17, False)]
)
def test_of_the_next_week_a_word_from_friday_to_sunday(day: int, told_of: bool) -> None:
    webinars = kept({"date": "2025-03-24"}, {"date": "2025-03-17"})

    found = waiting(date(2025, 3, day), webinar=webinars)

    assert found.get("next_week") == ([(2, "date", "2025-03-17")] if told_of else None)


@pytest.mark.parametrize(
    ("deadline", "values", "found"),
    [
        ("до 10 марта", {}, {"overdue": [(1, "since", "2025-03-11")]}),
        ("до 10 марта", {"status": "partial"}, {"overdue": [(1, "since", "2025-03-11")]}),
        ("до 10 марта", {"status": "done"}, {}),
        ("до 10 марта", {"status": "cancelled"}, {}),
        ("до 11 марта", {}, {"due": [(1, "due", "2025-03-11")]}),
        ("до 25 марта", {}, {"due": [(1, "due", "2025-03-25")]}),
        ("до 25 марта", {"status": "done", "done_date": "2025-03-01"}, {}),
        ("до 26 марта", {}, {}),
        ("по отдельному графику", {}, {}),
        ("как получится", {}, {}),
        ("", {}, {}),
    ],
)
def test_items_of_plans(deadline: str, values: Record, found: dict[str, Found]) -> None:
    assert waiting(plan=kept(item(deadline, **values))) == found


def test_the_longest_late_stands_first() -> None:
    plan = kept(item("до 10 марта"), item("сентябрь"), item("до 1 марта"))

    assert [id_ for id_, *_ in waiting(plan=plan)["overdue"]] == [2, 3, 1]


@pytest.mark.parametrize(
    ("webinar", "keys"),
    [
        ({"date": "2025-03-03"}, ["unmarked"]),
        ({"date": "2025-03-03", "status": "announced"}, ["unmarked"]),
        ({"date": "2025-03-03", "status": "postponed"}, []),
        ({"date": "2025-03-03", "end_date": "2025-03-20"}, ["week"]),
        ({"date": "2025-03-03", "status": "held"}, ["no_headcount", "no_materials"]),
        ({"date": "2025-03-03", "status": "held", "participants": 0}, ["no_materials"]),
        ({"date": "2025-03-03", "status": "held", "materials_url": "https://example.org"},
         ["no_headcount"]),
        ({"date": "2025-04-03", "status": "held"}, []),
        ({"date": "2025-03-03", "status": "held", "connections": 5}, ["no_materials"]),
        ({"date": "2025-03-03", "status": "held", "views": 5}, ["no_headcount", "no_materials"]),
        ({"status": "held"}, ["no_headcount", "no_materials"]),
    ],
)  # fmt: skip
def test_webinars_that_are_over(webinar: Record, keys: list[str]) -> None:
    assert list(waiting(webinar=kept(webinar))) == keys


def test_what_was_held_last_is_remembered_best() -> None:
    webinars = kept(
        {"date": "2025-02-03", "status": "held"},
        {"status": "held"},
        {"date": "2025-03-03", "status": "held"},
    )

    assert waiting(webinar=webinars)["no_headcount"] == [
        (3, "date", "2025-03-03"),
        (1, "date", "2025-02-03"),
        (2, "date", None),
    ]


@pytest.mark.parametrize(
    ("meeting", "waits"),
    [
        ({"date": "2025-03-03", "status": "held"}, True),
        ({"status": "held"}, True),
        ({"date": "2025-03-03"}, True),
        ({"date": "2025-03-03", "protocol": "№ 2"}, False),
        ({"date": "2025-03-03", "status": "cancelled"}, False),
        ({"date": "2025-03-11"}, False),
        ({}, False),
    ],
)
def test_meetings_without_a_protocol(meeting: Record, waits: bool) -> None:
    assert ("meetings" in waiting(meeting=kept(meeting))) is waits


@pytest.mark.parametrize(
    ("task", "found"),
    [
        ({"deadline_end": "2025-03-10"}, [(1, "since", "2025-03-11")]),
        ({"deadline_end": "2025-03-25"}, [(1, "due", "2025-03-25")]),
        ({"deadline_end": "2025-03-26"}, None),
        ({"deadline_end": "2025-03-10", "status": "accepted"}, None),
        ({"deadline_end": "2025-03-10", "deadline_kind": "error"}, None),
        ({"deadline_end": "2025-05-31", "status": "submitted"}, [(1, "due", "2025-05-31")]),
        ({"status": "submitted"}, [(1, "due", None)]),
        ({}, None),
    ],
)
def test_tasks_of_routes(task: Record, found: Found | None) -> None:
    routes = kept({"teacher": "Лугова А.И."})

    assert waiting(iom=routes, task=kept({"iom": 1} | task)).get("iom_tasks") == found


@pytest.mark.parametrize("status", ["completed", "suspended", "terminated"])
def test_nobody_waits_for_a_route_that_has_ended(status: str) -> None:
    routes = kept({"teacher": "Лугова А.И.", "status": status, "deadline_end": "2025-03-01"})

    assert waiting(iom=routes, task=kept({"iom": 1, "deadline_end": "2025-03-01"})) == {}


def test_a_task_comes_with_the_teacher_of_its_route() -> None:
    records = {kind: kept() for kind in KINDS} | {
        "iom": kept({"teacher": "Лугова А.И."}),
        "task": kept({"iom": 1, "status": "submitted"}, {"iom": 2, "status": "submitted"}),
    }

    (found,) = sections(records, {}, TUESDAY)

    assert [each.record["teacher"] for each in found.items] == ["Лугова А.И."]


@pytest.mark.parametrize(
    ("route", "found"),
    [
        ({"deadline_end": "2025-03-10"}, [(1, "since", "2025-03-11")]),
        ({"deadline_end": "2025-03-25"}, [(1, "due", "2025-03-25")]),
        ({"deadline_end": "2025-05-31"}, None),
    ],
)
def test_routes_whose_term_ends(route: Record, found: Found | None) -> None:
    assert waiting(iom=kept({"teacher": "Лугова А.И.", **route})).get("iom_routes") == found


@pytest.mark.parametrize(
    ("pair", "found"),
    [
        ({"deadline_end": "2025-03-10"}, [(1, "since", "2025-03-11")]),
        ({"deadline_end": "2025-03-20"}, [(1, "due", "2025-03-20")]),
        ({"deadline_end": "2025-06-30"}, None),
        ({"deadline_end": "2025-06-30", "personal_programme_planned": 8,
          "personal_programme_done": 5}, [(1, "due", "2025-06-30")]),
        ({"personal_programme_planned": 8}, [(1, "due", None)]),
        ({"personal_programme_planned": 8, "personal_programme_done": 8}, None),
        ({"deadline_start": "2025-04-01", "personal_programme_planned": 8}, None),
        ({"deadline_end": "2025-03-10", "status": "completed"}, None),
        ({"deadline_end": "2025-03-10", "status": "terminated"}, None),
    ],
)  # fmt: skip
def test_pairs(pair: Record, found: Found | None) -> None:
    assert waiting(pair=kept(pair)).get("mentoring") == found


@pytest.mark.parametrize(
    ("programme", "found"),
    [
        ({"end": "2025-03-10"}, [(1, "since", "2025-03-11")]),
        ({"end": "2025-03-20"}, [(1, "due", "2025-03-20")]),
        ({"end": "2025-03-10", "status": "completed"}, None),
        ({}, None),
    ],
)
def test_programmes(programme: Record, found: Found | None) -> None:
    assert waiting(programme=kept({"title": "Школа", **programme})).get("mentoring") == found


@pytest.mark.parametrize(
    ("work", "waits"),
    [
        ({"submitted": "2025-03-10"}, True),
        ({}, True),
        ({"submitted": "2025-03-12"}, False),
        ({"submitted": "2025-03-10", "verdict": "rework"}, False),
    ],
)
def test_works_without_a_verdict(work: Record, waits: bool) -> None:
    assert ("expertise" in waiting(expertise=kept(work))) is waits


def test_years_that_are_over_and_open() -> None:
    years: dict[str, Record] = {
        "2021-2022": {},
        "2022-2023": {"closed_date": "2023-08-30"},
        "2023-2024": {},
        "2024-2025": {},
    }
    nothing = dict.fromkeys(KINDS, kept())

    assert told(sections(nothing, years, date(2024, 9, 1))) == {
        "years": [(2021, "date", "2022-08-31"), (2023, "date", "2024-08-31")]
    }
    assert told(sections(nothing, years, date(2022, 8, 31))) == {}


@pytest.mark.parametrize(
    ("day", "years"),
    [
        ("2025-03-11", ["2024-2025"]),
        ("2025-08-01", ["2024-2025", "2025-2026"]),
        ("2025-08-31", ["2024-2025", "2025-2026"]),
        ("2026-09-01", ["2025-2026", "2026-2027"]),
        ("2025-09-01", ["2025-2026"]),
        ("2025-07-31", ["2024-2025"]),
    ],
)
def test_the_years_that_a_day_touches(day: str, years: list[str]) -> None:
    assert years_around(date.fromisoformat(day)) == years


def test_what_belongs_to_one_association() -> None:
    records = {
        "webinar": kept({"omo": ["ОМО-02", "ОМО-04"]}, {"omo": ["ОМО-02"]}, {}),
        "plan": kept({"owner": "ОМО-04"}, {"owner": "rumo"}),
        "meeting": kept({"owner": "rumo"}, {"owner": "ОМО-04"}),
        "iom": kept({"omo": ["ОМО-04"]}, {"omo": ["ОМО-17"]}),
        "task": kept({"iom": 1}, {"iom": 2}),
        "programme": kept({"title": "Школа", "owner": "ОМО-04"}, {"title": "Клуб"}),
        "pair": kept({"programme": "школа"}, {"programme": "Клуб"}),
        "expertise": kept({"omo": ["ОМО-02"]}, {"omo": ["ОМО-04"]}),
    }

    def ids(code: str) -> dict[str, list[object]]:
        own = of_association(
            records, lambda each: each.get("owner") == code or code in texts_of(each.get("omo"))
        )
        return {kind: [each["id"] for each in found] for kind, found in own.items() if found}

    assert ids("ОМО-04") == {
        "webinar": [1], "plan": [1], "meeting": [2], "iom": [1], "task": [1], "programme": [1],
        "pair": [1], "expertise": [2],
    }  # fmt: skip
    assert ids("rumo") == {"plan": [2], "meeting": [1]}
    assert ids("ОМО-24") == {}


@given(st.dates(date(2024, 9, 1), date(2025, 8, 31)), st.integers(1, 15))
def test_an_item_is_due_for_two_weeks_and_then_overdue(end: date, days: int) -> None:
    plan = kept(item(f"{end:%d.%m.%Y}"))

    before = waiting(end - timedelta(days=days - 1), plan=plan)
    after = waiting(end + timedelta(days=days), plan=plan)

    assert before == {"due": [(1, "due", end.isoformat())]}
    assert after == {"overdue": [(1, "since", (end + timedelta(days=1)).isoformat())]}
