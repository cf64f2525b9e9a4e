"""Russian text: what is kept of it, what counts as the same, how it agrees with numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rumo_cli.text import fold, listed, one_line, plural, quoted, sort_key, tidy, unparted


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("  первая \r\n вторая\rтретья\n", "первая\nвторая\nтретья"),
        ("из Word\vиз сети\u2028дальше", "из Word\nиз сети\nдальше"),
        ("абзац\n\n\nабзац", "абзац\n\n\nабзац"),
        ("слово   слово\tслово", "слово   слово\tслово"),
        ("\u00a0неразрывный\u00a0пробел\u00a0", "неразрывный\u00a0пробел"),
        ("и\u0306од", "йод"),
        ("", ""),
    ],
)
def test_tidy_text_keeps_its_lines(text: str, kept: str) -> None:
    assert tidy(text) == kept


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("  первая \r\n вторая\vтретья ", "первая вторая третья"),
        ("№\u00a05\tи  6", "№ 5 и 6"),
        ("и\u0306од", "йод"),
    ],
)
def test_one_line_has_single_blanks(text: str, kept: str) -> None:
    assert one_line(text) == kept


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ЁЛКА", "елка"),
        ("Йод", "и\u0306од"),
        ("мастер–класс", "мастер-класс"),
        ("мастер — класс", "мастер - класс"),
        (" круглый\u00a0\nстол ", "круглый стол"),
    ],
)
def test_these_are_the_same_text(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("ели", "елка"), ("мастер-класс", "мастер класс")])
def test_these_are_not(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text())
def test_what_was_tidied_or_folded_stays_as_it_is(text: str) -> None:
    for change in (tidy, one_line, fold):
        assert change(change(text)) == change(text)
    assert "\r" not in tidy(text)


def test_texts_are_sorted_with_yo_beside_ye_and_whatever_their_case() -> None:
    texts = ["жук", "ёж", "Ель", "дом", "Ёлка", "ЕЖ"]

    assert sorted(texts, key=sort_key) == ["дом", "ЕЖ", "ёж", "Ёлка", "Ель", "жук"]


@pytest.mark.parametrize(
    ("numbers", "noun"),
    [
        ((1, 21, 101, 121), "вебинар"),
        ((2, 3, 4, 22, 104, 122), "вебинара"),
        ((0, 5, 11, 12, 14, 20, 111, 112, 119), "вебинаров"),
    ],
)
def test_a_noun_agrees_with_its_number(numbers: tuple[int, ...], noun: str) -> None:
    for number in numbers:
        assert plural(number, "вебинар", "вебинара", "вебинаров") == noun


def test_quotes_inside_of_quotes_are_the_inner_ones() -> None:
    assert quoted("Программа «Молодой педагог»") == "«Программа „Молодой педагог“»"
    assert quoted('Смотр "Кабинет"') == "«Смотр „Кабинет“»"


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        ([], ""),
        (["вебинар"], "вебинар"),
        (["вебинар", "семинар"], "вебинар и семинар"),
        (["вебинар", "семинар", "круглый стол"], "вебинар, семинар и круглый стол"),
    ],
)
def test_words_are_listed(texts: list[str], said: str) -> None:
    assert listed(texts) == said


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("проведено 122 вебинара", "проведено 122_вебинара"),
        ("рост – 61,8 %", "рост_– 61,8_%"),
        ("приказ № 11 от 16.01.2023", "приказ №_11_от_16.01.2023"),
        ("в 2024-2025 учебном году", "в_2024-2025_учебном году"),
        ("П.О. Инеева и Д.К. Снежинцев", "П.О._Инеева и Д.К._Снежинцев"),
        ("в работе РУМО. Больше всего", "в работе РУМО. Больше всего"),
    ],
)
def test_no_line_ends_between_a_number_and_its_noun(text: str, kept: str) -> None:
    assert unparted(text).replace("\N{NO-BREAK SPACE}", "_") == kept
