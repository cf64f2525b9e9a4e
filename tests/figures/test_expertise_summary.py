"""What was submitted for examination in a year, in groups."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rumo_cli.figures.expertise import GROUPINGS, count, expertise_summary, is_programme
from rumo_cli.figures.summary import Summary
from rumo_cli.records.expertise import VERDICT
from rumo_cli.records.values import Record, Value
from tests.figures.directories import DIRECTORY

YEAR = "2024-2025"
VERDICTS = [option.key for option in VERDICT.options]


def work(verdict: str | None = None, **values: Value) -> Record:
    """Return a lesson that a teacher submitted."""
    start: Record = {"academic_year": YEAR, "type": "сценарий занятия", **values}
    return start | ({"verdict": verdict} if verdict else {})


def summary_of(*submissions: Record, by: str = "type") -> Summary:
    return expertise_summary(YEAR, submissions, by, date(2025, 6, 15), DIRECTORY)


def test_programmes_are_counted_beside_teachers_work() -> None:
    submissions = [
        *(work("recommended", in_bank=number < 19) for number in range(21)),
        *(work("rework") for _ in range(7)),
        *(work("rejected") for _ in range(4)),
        work("withdrawn"),
        work(),
        work("recommended", type="ДПП ПК", experts=["Белова А.С."], in_bank=True),
        work("rework", type="ДПП ПП", experts=["А.С. Белова", "Ильин П.О."]),
    ]

    assert count(submissions) == {
        "submitted": 34,
        "recommended": 21,
        "rework": 7,
        "rejected": 4,
        "withdrawn": 1,
        "without_verdict": 1,
        "in_bank": 19,
        "percent": 61.8,
        "programmes": 2,
        "programmes_recommended": 1,
        "experts": 2,
    }


def test_of_nothing_submitted_nothing_is_a_percentage() -> None:
    assert count([])["percent"] is None
    assert count([work(type="ДПП")])["percent"] is None


@pytest.mark.parametrize(
    ("type_name", "programme"),
    [
        ("ДПП", True),
        ("дпп пк", True),
        ("Дополнительная профессиональная программа", True),
        ("дополнительной профессиональной программы повышения квалификации", True),
        ("программа повышения квалификации", True),
        ("программа профессиональной переподготовки", True),
        ("рабочая программа курса внеурочной деятельности", False),
        ("дополнительная общеобразовательная программа", False),
        ("методическая разработка", False),
        ("", False),
        (None, False),
    ],
)
def test_programmes_of_further_training_are_told_by_their_type(
    type_name: str | None, programme: bool
) -> None:
    assert is_programme({"type": type_name}) is programme


@pytest.mark.parametrize(
    ("by", "submissions", "groups"),
    [
        ("type", [{"type": "Сценарий занятия"}, {"type": "сценарий  занятия"}, {"type": "ДПП"},
                  {"type": None}],
         [("ДПП", "ДПП"), ("Сценарий занятия", "Сценарий занятия"), ("", "не указано")]),
        ("omo", [{"omo": ["ОМО-01", "ОМО-02"]}, {}],
         [("ОМО-02", "ОМО учителей физики"), ("ОМО-01", "ОМО учителей математики"),
          ("", "не указано")]),
        ("verdict", [{}, {"verdict": "withdrawn"}, {"verdict": "recommended"}],
         [("recommended", "рекомендована"), ("withdrawn", "отозвана"), ("", "без итога")]),
        ("municipality", [{"municipality": "Вяземский район"}],
         [("Вяземский район", "Вяземский район")]),
        ("expert", [{"experts": ["Ильин П.О.", "Белова А.С."]}, {"experts": ["П.О. Ильин"]}],
         [("Белова А.С.", "Белова А.С."), ("Ильин П.О.", "Ильин П.О.")]),
    ],
)  # fmt: skip
def test_groups(by: str, submissions: list[Record], groups: list[tuple[str, str]]) -> None:
    rows = summary_of(*(work() | each for each in submissions), by=by).rows

    assert [(row["key"], row["label"]) for row in rows] == groups


@st.composite
def submissions(draw: st.DrawFn) -> Record:
    some: dict[str, st.SearchStrategy[Value]] = {
        "type": st.sampled_from(["ДПП", "сценарий", "Сценарий"]),
        "omo": st.lists(st.sampled_from(["ОМО-01", "ОМО-02"]), unique=True),
        "verdict": st.sampled_from(VERDICTS),
        "municipality": st.sampled_from(["Вяземский", "вяземский"]),
        "experts": st.lists(st.sampled_from(["Белова А.С.", "А.С. Белова", "Ильин П.О."])),
        "in_bank": st.just(value=True),
    }
    return draw(st.fixed_dictionaries({}, optional=some))


@pytest.mark.parametrize("by", GROUPINGS)
@settings(deadline=None)
@given(records=st.lists(submissions(), max_size=6))
def test_the_total_counts_each_submission_once(by: str, records: list[Record]) -> None:
    summary = summary_of(*records, by=by)
    sums = {
        key: sum(int(str(row[key])) for row in summary.rows)
        for key in summary.total
        if key not in {"experts", "percent"}
    }
    total = summary.total

    assert total == count(records)
    assert int(str(total["submitted"])) + int(str(total["programmes"])) == len(records)
    if by not in {"omo", "expert"}:
        assert sums == {key: total[key] for key in sums}
    assert all(sums[key] >= int(str(total[key])) for key in sums)
