"""The methodist's own words in the annual analysis."""

import pytest

from rumo_cli.records import MODULES, described_kinds, kind_of
from rumo_cli.records.own_text import PLACE, TEXT, USUAL_PLACE
from tests.records.fields.contexts import TYPED, refusal_of, value_of


def test_it_is_described_like_a_record_and_has_no_verbs_of_one() -> None:
    assert described_kinds()["text"] is kind_of("text") is TEXT
    assert "text" not in MODULES
    assert [field.key for field in TEXT.fields] == [
        "id", "academic_year", "section", "place", "text",
    ]  # fmt: skip


def test_there_is_one_a_place_of_a_section_in_a_year() -> None:
    text = TEXT.defaults | {
        "academic_year": "2024-2025",
        "section": "conclusions",
        "place": "after",
        "text": "Да.",
    }

    assert list(TEXT.keys(text)) == [("2024-2025", "conclusions", "after")]
    assert TEXT.label(text) == "Выводы"
    assert TEXT.defaults == {"place": USUAL_PLACE}


def test_its_lines_are_kept() -> None:
    lines = "Итоги.\n\n- первое;\n- второе."

    assert value_of(TEXT.by_key["text"].type, lines, TYPED) == lines


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("before", "before"), ("до", "before"), ("Перед", "before"), ("в начале", "before"),
        ("after", "after"), ("после", "after"), ("в конце", "after"),
        ("instead", "instead"), ("вместо", "instead"), ("взамен", "instead"),
    ],
)  # fmt: skip
def test_places_have_russian_words(word: str, key: str) -> None:
    assert value_of(PLACE, word, TYPED) == key


def test_what_is_no_place_is_refused() -> None:
    assert refusal_of(PLACE, "сбоку", TYPED) == "ожидается одно из: до, после, вместо"
