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


@pytest.mark.parametrize(
    ("begun", "end", "note"),
    [
        ({"joined": "2024-10-01"}, "2025-03-31", "6 мес.: считано с 01.10.2024"),
        ({"order_date": "2024-09-12"}, "2025-03-11", "6 мес.: считано с 12.09.2024"),
        (
            {"joined": "2024-10-01", "order_date": "2024-09-12"},
            "2025-03-31",
            "6 мес.: считано с 01.10.2024",
        ),
    ],
)
def test_a_length_is_counted_from_the_day_that_the_pair_began(
    begun: Record, end: str, note: str
) -> None:
    pair = COUPLE | YEAR | begun | {"deadline_text": "6 мес."}
    PAIR.settle(pair, pair)
    assert (pair["deadline_kind"], pair["deadline_end"]) == ("range", end)
    assert pair["deadline_note"] == note


def test_a_length_without_a_beginning_is_of_the_whole_year() -> None:
    pair = COUPLE | YEAR | {"deadline_text": "6 мес.", "deadline_end": "2025-03-31"}
    PAIR.settle(pair, pair)
    assert (pair["deadline_kind"], pair["deadline_end"]) == ("open", "2025-08-31")
    assert pair["deadline_note"] == "6 мес.: начало не указано"


def test_a_pair_without_a_term_gets_none() -> None:
    pair = COUPLE | YEAR | {"joined": "2024-10-01"}
    settled = dict(pair)
    PAIR.settle(settled, settled)
    assert settled == pair
