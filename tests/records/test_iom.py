"""Routes and their tasks: which are one, and what a diagnosis says."""

import pytest

from rumo_cli.records.iom import BASIS, IOM, STATUS, TASK
from rumo_cli.records.values import Record, Value
from tests.records.fields.contexts import FILE, value_of
from tests.records.likeness import alike

ROUTE: Record = {
    "teacher": "Белова А.С.",
    "teacher_org": "МБОУ «СШ № 3»",
    "teacher_position": "учитель математики",
}
RESULT = IOM.by_key["diagnostics_result_text"].type


@pytest.mark.parametrize(
    "other",
    [
        {"teacher": "А.С. БЕЛОВА"},
        {"teacher": "Белова Анна Сергеевна"},
        {"teacher_org": "мбоу «сш № 3»"},
        {"basis": ["young"], "status": "completed"},
    ],
)
def test_a_route_is_one_by_person_school_and_subject(other: Record) -> None:
    assert alike(IOM, ROUTE, ROUTE | other)


@pytest.mark.parametrize(
    "other",
    [
        {"teacher_org": "МБОУ «СШ № 5»"},
        {"teacher_org": None},
        {"teacher_position": "учитель физики"},
        {"teacher_subject": "физика"},
        {"teacher": "Белова А.П."},
        {"academic_year": "2023-2024"},
    ],
)
def test_namesakes_of_other_schools_or_subjects_stay(other: Record) -> None:
    assert not alike(IOM, ROUTE, ROUTE | other)


def test_a_task_is_one_by_its_route_number_and_title() -> None:
    task: Record = {"iom": 1, "number": "1", "title": "Курсы"}

    assert alike(TASK, task, task | {"title": "КУРСЫ", "status": "accepted"})
    others: list[Record] = [{"iom": 2}, {"number": "2"}, {"title": "Стажировка"}]
    for other in others:
        assert not alike(TASK, task, task | other)


@pytest.mark.parametrize(
    ("text", "percent", "level"),
    [
        ("48 %", 48.0, None),
        ("48,5%", 48.5, None),
        ("0,48", 48.0, None),
        ("0.485", 48.5, None),
        ("8 из 10", 80.0, None),
        ("8 баллов из 12", 66.7, None),
        ("21/28 баллов", 75.0, None),
        ("Средний", None, "medium"),
        ("высокий", None, "high"),
        ("низкий", None, "low"),
        ("12 из 10", None, None),
        ("8 из 0", None, None),
        ("дефициты выявлены", None, None),
        ("9" * 5000, None, None),
        ("9" * 5000 + " из 10", None, None),
    ],
)
def test_a_result_is_kept_beside_its_share_or_level(
    text: str, percent: float | None, level: Value
) -> None:
    assert RESULT.read("diagnostics_result_text", text, FILE).values == {
        "diagnostics_result_text": text,
        "diagnostics_result_percent": percent,
        "diagnostics_level": level,
    }


def test_the_share_and_the_level_go_with_the_result() -> None:
    assert RESULT.companions == ("diagnostics_result_percent", "diagnostics_level")


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ("ШНОР", ["low_results"]),
        ("Молодой педагог", ["young"]),
        ("молодые специалисты; ШНОР", ["young", "low_results"]),
        ("по результатам диагностики", ["diagnostics"]),
    ],
)
def test_words_of_registers_are_grounds(words: str, keys: list[str]) -> None:
    assert value_of(BASIS, words) == keys


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("завершен", "completed"),
        ("реализуется", "active"),
        ("на доработке", "rework"),
        ("приостановлен", "suspended"),
        ("прекращен", "terminated"),
        ("разработан", "designed"),
    ],
)
def test_words_of_registers_are_statuses(word: str, status: str) -> None:
    assert value_of(STATUS, word) == status
