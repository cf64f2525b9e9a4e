"""Mentoring: forms in one notation, pairs and the programmes that they bring."""

import pytest

from rumo_cli.records.mentor import PAIR, PROGRAMME
from rumo_cli.records.values import Record
from tests.records.fields.contexts import OWN, TYPED, value_of
from tests.records.likeness import YEAR, alike

FORM = PROGRAMME.by_key["form"].type
COUPLE: Record = {
    "programme": "Молодой педагог",
    "mentor": "Белова А.С.",
    "mentee": "Ёлкин Б.В.",
}


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Педагог- педагог", "педагог – педагог"),
        ("УЧИТЕЛЬ - УЧИТЕЛЬ", "учитель – учитель"),
        ("педагог—педагог", "педагог – педагог"),
        ("руководитель ОО –\nпедагог", "руководитель оо – педагог"),
        ("наставничество в группе", "наставничество в группе"),
        ("- педагог", "педагог"),
    ],
)
def test_a_form_has_one_notation(text: str, form: str) -> None:
    assert value_of(FORM, text) == form
    assert value_of(FORM, form, OWN) == form


def test_a_filter_takes_every_notation_of_a_form() -> None:
    assert FORM.matches("педагог – педагог", "Педагог-педагог", TYPED)
    assert FORM.matches("педагог – педагог", "педагог", TYPED)
    assert not FORM.matches("учитель – учитель", "педагог", TYPED)


@pytest.mark.parametrize(
    "other",
    [
        {"programme": "молодой  педагог"},
        {"mentor": "А.С. Белова"},
        {"mentee": "елкин борис викторович"},
        {"joined": "2024-10-20", "status": "completed"},
    ],
)
def test_a_pair_is_one_by_programme_mentor_and_mentee(other: Record) -> None:
    assert alike(PAIR, COUPLE, COUPLE | other)


@pytest.mark.parametrize(
    "other",
    [
        {"programme": "Учитель – учителю"},
        {"mentor": "Белова А.П."},
        {"mentee": "Ёлкин А.В."},
        {"academic_year": "2023-2024"},
    ],
)
def test_these_are_other_pairs(other: Record) -> None:
    assert not alike(PAIR, COUPLE, COUPLE | other)


def test_a_programme_is_one_by_its_title_in_a_year() -> None:
    programme: Record = {"title": "Молодой педагог"}

    assert alike(PROGRAMME, programme, {"title": "МОЛОДОЙ ПЕДАГОГ", "status": "completed"})
    assert not alike(PROGRAMME, programme, {"title": "Учитель – учителю"})
    assert not alike(PROGRAMME, programme, programme | {"academic_year": "2023-2024"})


def test_a_pair_brings_its_programme() -> None:
    assert list(PAIR.brings(COUPLE | YEAR)) == [("programme", {"title": "Молодой педагог", **YEAR})]
    assert list(PROGRAMME.brings({"title": "Молодой педагог", **YEAR})) == []
