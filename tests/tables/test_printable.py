"""What may stand in a line of output, and how many columns it takes there."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from rumo_cli.tables.printable import (
    cell_lines,
    file_line,
    joined,
    one_line,
    padded,
    shortened,
    text_width,
)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Тема — «урок»", "Тема — «урок»"),
        ("два  пробела", "два  пробела"),
        ("первая\nвторая", "первая вторая"),
        ("первая\r\n\tвторая\u2028третья", "первая вторая третья"),
        ("15\u00a0сентября", "15 сентября"),
        ("\x1b[1;31mкрасный\x1b[0m", "красный"),
        ("\x9b2Jокно", "окно"),
        ("\x1b]0;заголовок\x07окно", "окно"),
        ("\x1b]8;;http://example.org\x1b\\ссылка\x1b]8;;\x1b\\", "ссылка"),
        ("\x1b]0;не закрыт", "]0;не закрыт"),
        ("звонок\x07 и \x1bESC\x7f", "звонок и ESC"),
        ("\u202eзадом\u202c \u2066наперёд\u2069", "задом наперёд"),
        ("нулевой\u200b\ufeff пробел", "нулевой пробел"),
        ("мяг\u00adкий", "мягкий"),
        ("оборван\ud800", "оборван"),
        ("не знак\ufffe\uffff", "не знак"),
        ("😀 и e\u0301", "😀 и e\u0301"),
        ("👩\u200d🏫 می\u200cخواهم", "👩\u200d🏫 می\u200cخواهم"),
        ("\u200eслева \u200fсправа \u061cи так", "\u200eслева \u200fсправа \u061cи так"),
    ],
)
def test_a_line_keeps_what_is_seen(text: str, line: str) -> None:
    assert one_line(text) == line


TURNS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@given(st.text() | st.text(alphabet=f"{TURNS}а\u200d"))
def test_a_line_has_nothing_that_moves_or_hides(text: str) -> None:
    line = one_line(text)
    said = line.translate(dict.fromkeys(map(ord, "\u200c\u200d\u200e\u200f\u061c")))
    assert not {unicodedata.category(character) for character in said} & {
        "Cc", "Cf", "Cs", "Zl", "Zp",
    }  # fmt: skip
    assert one_line(line) == line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("\u202eзадом\u202c \u2066наперёд\u2069", "\u202eзадом\u202c \u2066наперёд\u2069"),
        ("\u202eзадом", "\u202eзадом\u202c"),
        ("\u2067а \u202bб", "\u2067а \u202bб\u202c\u2069"),
        ("\u2067а \u202bб\u2069 в", "\u2067а \u202bб\u2069 в"),
        ("\u202aа \u2068б\u202c", "\u202aа \u2068б\u202c\u2069\u202c"),
        ("конец\u202c без\u2069 начала", "конец\u202c без\u2069 начала"),
        ("👩\u200d🏫\x07\u200b\tурок", "👩\u200d🏫 урок"),
    ],
)
def test_a_line_of_a_file_ends_what_turns_its_direction(text: str, line: str) -> None:
    assert file_line(text) == line


@given(st.text(alphabet=f"{TURNS}а"))
def test_a_line_of_a_file_is_the_text_and_what_ends_its_turns(text: str) -> None:
    line = file_line(text)

    assert line.startswith(text)
    assert set(line.removeprefix(text)) <= {"\u202c", "\u2069"}
    assert file_line(line) == line


def test_a_list_is_one_cell() -> None:
    assert joined(["Зимина А.А.", "Орлов П.П."]) == "Зимина А.А.; Орлов П.П."
    assert cell_lines(["Зимина А.А.", "Орлов\nП.П."]) == ["Зимина А.А.", "Орлов", "П.П."]
    assert joined([]) == ""
    assert cell_lines("") == []


@pytest.mark.parametrize(
    ("text", "width"),
    [("", 0), ("Тема — №1 «█»", 13), ("😀", 2), ("e\u0301", 1), ("中文", 4), ("❤\ufe0f", 2)],
)
def test_width_counts_columns_of_a_terminal(text: str, width: int) -> None:
    assert text_width(text) == width


@given(st.text(st.characters(exclude_categories=["C"])))
def test_the_quick_width_is_that_of_rich(text: str) -> None:
    assert text_width(text) == cell_len(text)


@pytest.mark.parametrize(
    ("text", "align", "filled"),
    [
        ("Тема", "left", "Тема  "),
        ("120", "right", "   120"),
        ("😀", "left", "😀    "),
        ("слишком длинно", "left", "слишком длинно"),
    ],
)
def test_blanks_fill_the_width(text: str, align: str, filled: str) -> None:
    assert padded(text, 6, "right" if align == "right" else "left") == filled


@pytest.mark.parametrize(
    ("text", "mark", "cut"),
    [
        ("ровно8бу", "…", "ровно8бу"),
        ("функциональная", "…", "функцио…"),
        ("функциональная", "...", "функц..."),
        ("шестой класс", "…", "шестой…"),
        ("шесть, семь", "...", "шесть..."),
        ("😀😀😀😀😀", "…", "😀😀😀…"),
    ],
)
def test_what_is_cut_is_marked(text: str, mark: str, cut: str) -> None:
    assert shortened(text, 8, mark) == cut
