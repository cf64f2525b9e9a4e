"""Programmes of mentoring and their pairs, in groups."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rumo_cli.figures.mentoring import GROUPINGS, mentor_summary
from rumo_cli.figures.summary import Summary
from rumo_cli.records.mentor import PAIR_STATUS
from rumo_cli.records.values import Record, Value
from tests.figures.directories import DIRECTORY

YEAR = "2024-2025"


def programme(title: str, **values: Value) -> Record:
    return {"academic_year": YEAR, "title": title, "status": "active", **values}


def pair(
    of: str, mentor: str = "Белова А.С.", mentee: str = "Ильин П.О.", **values: Value
) -> Record:
    people: Record = {"programme": of, "mentor": mentor, "mentee": mentee}
    return {"academic_year": YEAR, "status": "active", **people, **values}


def summary_of(
    programmes: Sequence[Record], pairs: Sequence[Record] = (), by: str = "programme"
) -> Summary:
    return mentor_summary(YEAR, programmes, pairs, by, date(2025, 6, 15), DIRECTORY)


def events(planned: int, done: int) -> Record:
    return {"personal_programme_planned": planned, "personal_programme_done": done}


def test_a_programme_has_its_people_its_pairs_and_their_events() -> None:
    summary = summary_of(
        [programme("Учитель – учителю"), programme("Первые шаги", status="completed")],
        [
            pair("УЧИТЕЛЬ - УЧИТЕЛЮ", status="completed") | events(10, 10),
            pair("Учитель – учителю", "А.С. Белова", "Орлова Т.Т.") | events(8, 5),
            pair("Учитель – учителю", "Дубов Г.Г.", status="terminated", mentee_young=True),
            pair("Учитель – учителю", "Дубов Г.Г.", "П.О. ИЛЬИН", status="forming"),
        ],
    )

    first, second = summary.rows
    assert first == {
        "key": "Первые шаги",
        "label": "Первые шаги",
        "programmes": 1,
        "programmes_draft": 0,
        "programmes_active": 0,
        "programmes_completed": 1,
        "programmes_terminated": 0,
        "programmes_young": 0,
        "mentors": 0,
        "mentees": 0,
        "mentees_young": 0,
        "pairs": 0,
        "pairs_forming": 0,
        "pairs_active": 0,
        "pairs_completed": 0,
        "pairs_terminated": 0,
        "events_planned": 0,
        "events_done": 0,
        "events_percent": None,
    }
    assert second == {
        "key": "Учитель – учителю",
        "label": "Учитель – учителю",
        "programmes": 1,
        "programmes_draft": 0,
        "programmes_active": 1,
        "programmes_completed": 0,
        "programmes_terminated": 0,
        "programmes_young": 1,
        "mentors": 2,
        "mentees": 2,
        "mentees_young": 1,
        "pairs": 4,
        "pairs_forming": 1,
        "pairs_active": 1,
        "pairs_completed": 1,
        "pairs_terminated": 1,
        "events_planned": 18,
        "events_done": 15,
        "events_percent": 83.3,
    }


def test_a_mentor_of_two_programmes_is_one_mentor() -> None:
    summary = summary_of(
        [programme("А"), programme("Б")], [pair("А"), pair("Б", "А.С. Белова", "Орлова Т.Т.")]
    )

    assert [row["mentors"] for row in summary.rows] == [1, 1]
    assert (summary.total["mentors"], summary.total["mentees"]) == (1, 2)


def test_a_programme_that_only_its_pairs_name_is_a_programme() -> None:
    summary = summary_of([], [pair("А"), pair("а")])

    assert [(row["key"], row["programmes"], row["pairs"]) for row in summary.rows] == [("А", 1, 2)]


@pytest.mark.parametrize(
    ("of", "young"),
    [
        ({"title": "Молодой педагог"}, 1),
        ({"title": "Первые шаги", "target": "молодые педагоги"}, 1),
        ({"title": "Учитель – учителю", "target": "педагоги ШНОР"}, 0),
    ],
)
def test_a_programme_for_young_people_says_so(of: Record, young: int) -> None:
    assert summary_of([programme("") | of]).total["programmes_young"] == young


def test_forms_are_those_of_pairs_and_where_they_name_none_of_their_programme() -> None:
    summary = summary_of(
        [programme("А"), programme("Б", form="учитель – учитель"), programme("В")],
        [pair("А", form="педагог – педагог"), pair("А", form="учитель – учитель"), pair("Б")],
        by="form",
    )

    assert [(row["key"], row["programmes"], row["pairs"]) for row in summary.rows] == [
        ("педагог – педагог", 1, 1),
        ("учитель – учитель", 2, 2),
        ("", 1, 0),
    ]
    assert (summary.total["programmes"], summary.total["pairs"]) == (3, 3)


def test_pairs_belong_to_the_association_of_their_programme() -> None:
    summary = summary_of(
        [programme("А", owner="ОМО-01"), programme("Б", owner="rumo"), programme("В")],
        [pair("А"), pair("а"), pair("В")],
        by="owner",
    )

    assert [(row["label"], row["programmes"], row["pairs"]) for row in summary.rows] == [
        ("РУМО", 1, 0),
        ("ОМО учителей математики", 1, 2),
        ("не указано", 1, 1),
    ]


PROGRAMMES = [
    programme("А", form="1 – 1"),
    programme("Б", owner="ОМО-01", status="draft"),
    programme("В"),
]


@st.composite
def pairs(draw: st.DrawFn) -> Record:
    some: dict[str, st.SearchStrategy[Value]] = {
        "form": st.sampled_from(["1 – 1", "группа"]),
        "status": st.sampled_from([option.key for option in PAIR_STATUS.options]),
        "mentor": st.sampled_from(["Белова А.С.", "А.С. Белова", "Дубов Г.Г."]),
        "personal_programme_planned": st.integers(0, 9),
        "personal_programme_done": st.integers(0, 9),
    }
    title = draw(st.sampled_from(["А", "а", "Б", "Г"]))
    return pair(title) | draw(st.fixed_dictionaries({}, optional=some))


@pytest.mark.parametrize("by", GROUPINGS)
@settings(deadline=None)
@given(records=st.lists(pairs(), max_size=6))
def test_the_total_counts_each_programme_and_pair_once(by: str, records: list[Record]) -> None:
    summary = summary_of(PROGRAMMES, records, by)
    of_pairs = [
        key for key in summary.total if key.startswith(("pairs", "events")) and "percent" not in key
    ]

    assert summary.total["pairs"] == len(records)
    assert summary.total["programmes"] == 3 + any(each["programme"] == "Г" for each in records)
    assert {key: sum(int(str(row[key])) for row in summary.rows) for key in of_pairs} == {
        key: summary.total[key] for key in of_pairs
    }
