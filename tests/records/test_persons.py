"""Which notations of a name are one person's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rumo_cli.records.persons import fold_person, looks_like_person


@pytest.mark.parametrize(
    "name",
    [
        "Белова А.С.",
        "Белова А. С.",
        "Белова А.С",
        "Белова А С",
        "А.С. Белова",
        "А. С. Белова",
        "А.С.Белова",
        "БЕЛОВА А.С.",
        "белова а.с.",
        "Белова Анна Сергеевна",
        "Белова  Анна\nСергеевна",
        "Анна Сергеевна Белова",
        "Белова А.С. (тьютор)",
        "(тьютор) Белова А.С.",
        "Белова А.С., методист",
        "Белова, Анна Сергеевна",
        "Белова А.С. - методист",
    ],
)
def test_these_are_one_person(name: str) -> None:
    assert fold_person(name) == "белова а с"


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Ёлкин Ё.Ё.", "елкин е е"),
        ("Римская-Корсакова А.С.", "римская-корсакова а с"),
        ("Римская - Корсакова А.С.", "римская-корсакова а с"),
        ("А.С. РИМСКАЯ–КОРСАКОВА", "римская-корсакова а с"),
        ("Ким О.", "ким о"),
        ("Белова", "белова"),
        ("А.", "а"),
        ("", ""),
    ],
)
def test_the_surname_comes_first(name: str, folded: str) -> None:
    assert fold_person(name) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Белова А.С.", "Белова А.П."),
        ("Белова А.С.", "Белова С.А."),
        ("Белова А.С.", "Белов А.С."),
        ("Белова А.С.", "Белова А."),
    ],
)
def test_these_are_two(one: str, other: str) -> None:
    assert fold_person(one) != fold_person(other)


@pytest.mark.parametrize(
    "text",
    ["Белова А.С.", "Белова А. С.", "А.С. Белова", "А. Белова", "Ёлкин Б.В. (тьютор)",
     "Римская-Корсакова А.С.", "Белова А.С"],
)  # fmt: skip
def test_this_looks_like_a_person(text: str) -> None:
    assert looks_like_person(text)


@pytest.mark.parametrize(
    "text", ["методист", "Белова", "Белова Анна Сергеевна", "методисты СОИРО", "5 класс", ""]
)
def test_this_does_not(text: str) -> None:
    assert not looks_like_person(text)


@given(st.text(max_size=30))
def test_any_text_folds_and_folding_again_changes_nothing(text: str) -> None:
    folded = fold_person(text)

    assert fold_person(folded) == folded
