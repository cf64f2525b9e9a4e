"""Texts, lists of texts, persons and links: what stays of a cell, and where it is cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rumo_cli.records.fields import FieldType, Link, Person, Persons, Reading, Text, Texts
from tests.records.fields.contexts import FILE, OWN, TYPED, value_of
from tests.records.strategies import TEXTS


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("  Подготовка\n к   ЕГЭ ", "Подготовка к ЕГЭ"),
        ("Формула\u00a0=\t1", "Формула = 1"),
        ("Е\u0308лка", "Ёлка"),
        ("из Word\vдо конца", "из Word до конца"),
        ('\'=1+1; «да», "нет" 🎄', '\'=1+1; «да», "нет" 🎄'),
    ],
)
def test_a_text_is_one_line(text: str, kept: str) -> None:
    assert value_of(Text(), text) == kept


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (" первая \r\n вторая\rтретья ", "первая\nвторая\nтретья"),
        ("из Word\vиз сети\u2028конец", "из Word\nиз сети\nконец"),
        ("абзац\n\nабзац", "абзац\n\nабзац"),
        ("а   б\tв", "а   б\tв"),
    ],
)
def test_a_text_of_several_lines_keeps_them(text: str, kept: str) -> None:
    assert value_of(Text(lines=True), text) == kept


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("учителя математики", ["учителя математики"]),
        ("учителя математики\nметодисты", ["учителя математики", "методисты"]),
        ("учителя; методисты;", ["учителя", "методисты"]),
        ("учителя, методисты", ["учителя", "методисты"]),
        ("учителя математики, 5 класс", ["учителя математики, 5 класс"]),
        ("педагоги (учителя, методисты); завучи", ["педагоги (учителя, методисты)", "завучи"]),
        ("слушатели «Школы; клуба», гости", ["слушатели «Школы; клуба»", "гости"]),
        ("1) учителя; 2) методисты", ["1) учителя", "2) методисты"]),
        ("1) учителя\n2) методисты", ["1) учителя", "2) методисты"]),
        ("учителя (ШНОР; методисты", ["учителя (ШНОР", "методисты"]),
        (" ; ,\n", []),
    ],
)
def test_a_cell_of_a_file_is_cut_into_items(text: str, items: list[str]) -> None:
    assert value_of(Texts(), text) == items


def test_commas_are_kept_where_items_are_sentences() -> None:
    assert value_of(Texts(commas=False), "О плане, форуме; О разном") == [
        "О плане, форуме",
        "О разном",
    ]


@pytest.mark.parametrize("text", ["О плане; О разном", "а, б", "а,", ";а"])
def test_a_typed_text_is_one_item(text: str) -> None:
    assert value_of(Texts(), text, TYPED) == [text]


def test_in_a_file_that_rumo_wrote_only_lines_part_items() -> None:
    assert value_of(Texts(), " а, б;\n\nв  г;\n,", OWN) == ["а, б;", "в г;", ","]


def test_an_item_may_come_twice() -> None:
    """Two experts may give the same mark, and their marks stand in the order of their names."""
    assert value_of(Texts(), "5; 4; 5") == ["5", "4", "5"]
    assert Texts().gathered(["5", "4", "5"]) == ["5", "4", "5"]


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("Каменцов Е.О., Калинчук Р.Л.", ["Каменцов Е.О.", "Калинчук Р.Л."]),
        ("Е.О. Каменцов, Р. Л. Калинчук", ["Е.О. Каменцов", "Р. Л. Калинчук"]),
        ("Каменцов Е.О., методист", ["Каменцов Е.О., методист"]),
        ("Каменцов Е.О.\nКалинчук Р.Л. (тьютор)", ["Каменцов Е.О.", "Калинчук Р.Л. (тьютор)"]),
        ("Каменцов Е.О.; Калинчук Рената Львовна", ["Каменцов Е.О.", "Калинчук Рената Львовна"]),
    ],
)
def test_commas_part_persons_only_where_all_are_persons(text: str, persons: list[str]) -> None:
    assert value_of(Persons(), text) == persons


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org/1?a=b",
        "HTTP://EXAMPLE.ORG",
        "вход: https://example.org/1 (пароль у методиста)",
        "www.example.org",
        "example.ru/вебинар",
    ],
)
def test_an_address_is_kept(text: str) -> None:
    assert value_of(Link(), text) == text


def test_words_in_the_place_of_an_address_are_kept_and_said() -> None:
    words = "ссылка будет  направлена"

    assert Link().read("url", words, FILE) == Reading(
        {"notes": "ссылка будет направлена"}, ("это не адрес ссылки; сохранено в примечаниях",)
    )
    assert Link().read("url", words, TYPED) == Reading(
        {"url": "ссылка будет направлена"}, ("это не адрес ссылки; оставлено как текст",)
    )
    assert Link().read("url", words, OWN) == Reading({"url": "ссылка будет направлена"})


@pytest.mark.parametrize(
    ("field_type", "value", "wanted", "answers"),
    [
        (Text(), "Подготовка к ЕГЭ", "егэ", True),
        (Text(), "Ёлка", "елк", True),
        (Text(), "Подготовка к ЕГЭ", "огэ", False),
        (Text(), None, "егэ", False),
        (Texts(), ["учителя", "Методисты СОИРО"], "методист", True),
        (Texts(), ["учителя"], "методист", False),
        (Texts(), None, "методист", False),
        (Person(), "Ёлкин Борис Викторович", "Б.В. Елкин", True),
        (Person(), "Ёлкин Б.В.", "ёлкин", True),
        (Person(), "Ёлкин Б.В.", "Ёлкин А.В.", False),
        (Person(), None, "Ёлкин Б.В.", False),
        (Persons(), ["Белова А.С.", "ЁЛКИН Б.В. (тьютор)"], "б. в. елкин", True),
        (Persons(), ["Белова А.С."], "елкин", False),
        (Persons(), None, "елкин", False),
    ],
)
def test_a_filter_ignores_case_yo_and_the_notation_of_a_name(
    field_type: FieldType, value: list[str] | str | None, wanted: str, answers: bool
) -> None:
    assert field_type.matches(value, wanted, TYPED) is answers


def test_texts_are_sorted_by_the_alphabet_with_yo_beside_ye() -> None:
    names = ["Жук", "ель", "Ёлка", "Дом", "ёж"]

    assert sorted(names, key=Text().sort) == ["Дом", "ёж", "Ёлка", "ель", "Жук"]
    assert Texts().sort(["Ёлка", "дом"]) == ("елка; дом", "Ёлка; дом")


def test_a_list_is_shown_in_a_line_and_written_in_lines() -> None:
    assert Texts().show(["а", "б; в"]) == "а; б; в"
    assert Texts().write(["а", "б; в"]) == "а\nб; в"
    assert (Texts().show(None), Texts().write(None)) == ("", "")


@given(TEXTS)
def test_what_was_read_once_stays_as_it_is(text: str) -> None:
    for field_type in (Text(), Text(lines=True), Person(), Link()):
        kept = field_type.read("key", text, TYPED).values["key"]
        assert value_of(field_type, field_type.write(kept), OWN) == kept


@given(st.lists(TEXTS, min_size=1))
def test_lists_that_were_written_are_read_back(texts: list[str]) -> None:
    for field_type in (Texts(), Texts(commas=False), Persons()):
        kept = [item for text in texts for item in field_type.split(text, TYPED)]
        assert value_of(field_type, field_type.write(kept), OWN) == kept
