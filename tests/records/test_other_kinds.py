"""Meetings, the directory, expertise, publications and contributions: which records are one."""

import pytest

from rumo_cli.records.contribution import CONTRIBUTION
from rumo_cli.records.expertise import EXPERTISE, VERDICT
from rumo_cli.records.kind import Kind
from rumo_cli.records.meeting import MEETING
from rumo_cli.records.omo import OMO
from rumo_cli.records.publication import PUBLICATION
from rumo_cli.records.values import Record
from tests.records.fields.contexts import value_of
from tests.records.likeness import alike

NUMBERED: Record = {"owner": "rumo", "number": "2", "date": "2024-12-19"}
DATED = NUMBERED | {"number": None}
UNDATED: Record = {"owner": "rumo", "agenda": ["О плане"]}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (NUMBERED, NUMBERED | {"date": "2024-12-20"}),
        (NUMBERED, NUMBERED | {"owner": None}),
        (DATED, DATED | {"agenda": ["О форуме"]}),
        (UNDATED, UNDATED | {"place": "СОИРО"}),
    ],
)
def test_a_meeting_is_one_by_owner_and_number_or_date(one: Record, other: Record) -> None:
    assert alike(MEETING, one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (NUMBERED, NUMBERED | {"owner": "ОМО-01"}),
        (NUMBERED, NUMBERED | {"number": "3"}),
        (DATED, DATED | {"date": "2024-12-20"}),
        (UNDATED, UNDATED | {"agenda": ["О форуме"]}),
        (NUMBERED, DATED),
    ],
)
def test_these_are_two_meetings(one: Record, other: Record) -> None:
    assert not alike(MEETING, one, other)


@pytest.mark.parametrize(
    ("record", "status"),
    [
        ({"protocol": "№ 2"}, "held"),
        ({"protocol": "№ 2", "status": "planned"}, "planned"),
        ({}, None),
    ],
)
def test_minutes_without_a_status_mean_held(record: Record, status: str | None) -> None:
    implied = dict(record)
    MEETING.infer(implied)

    assert implied.get("status") == status


MATHS: Record = {"code": "ОМО-01", "title": "ОМО учителей математики"}


@pytest.mark.parametrize(
    "other",
    [
        MATHS | {"title": "ОМО математиков"},
        MATHS | {"code": "омо-01"},
        {"title": "омо учителей  математики"},
    ],
)
def test_an_association_is_one_by_code_or_else_by_name(other: Record) -> None:
    assert alike(OMO, MATHS, other)


@pytest.mark.parametrize("other", [MATHS | {"code": "ОМО-02"}, {"title": "ОМО учителей физики"}])
def test_another_code_or_name_is_another_association(other: Record) -> None:
    assert not alike(OMO, MATHS, other)


WORK: Record = {"authors": ["Белова А.С.", "Ёлкин Б.В."], "title": "Рабочая программа"}


@pytest.mark.parametrize(
    "other",
    [
        {"authors": ["Б.В. Елкин", "БЕЛОВА А.С."]},
        {"title": "рабочая программа"},
        {"verdict": "recommended", "submitted": "2024-10-15"},
    ],
)
def test_a_work_is_one_by_its_authors_and_title(other: Record) -> None:
    assert alike(EXPERTISE, WORK, WORK | other)


@pytest.mark.parametrize(
    "other",
    [{"authors": ["Белова А.С."]}, {"title": "Сценарий"}, {"academic_year": "2023-2024"}],
)
def test_other_authors_or_another_title_are_another_work(other: Record) -> None:
    assert not alike(EXPERTISE, WORK, WORK | other)


@pytest.mark.parametrize(
    ("word", "verdict"),
    [
        ("рекомендована", "recommended"),
        ("на доработку", "rework"),
        ("не рекомендована", "rejected"),
        ("отозвана автором", "withdrawn"),
    ],
)
def test_words_of_registers_are_verdicts(word: str, verdict: str) -> None:
    assert value_of(VERDICT, word) == verdict


@pytest.mark.parametrize("kind", [PUBLICATION, CONTRIBUTION], ids=["publication", "contribution"])
def test_what_an_analysis_lists_is_one_by_type_title_and_date(kind: Kind) -> None:
    listed: Record = {"type": "other", "title": "Итоги форума", "date": "2024-10-01"}

    assert alike(kind, listed, listed | {"title": "ИТОГИ ФОРУМА", "omo": ["ОМО-01"]})
    others: list[Record] = [{"type": "news"}, {"title": "Форум"}, {"date": None}]
    for other in others:
        assert not alike(kind, listed, listed | other)
