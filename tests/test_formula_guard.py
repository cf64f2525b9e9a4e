"""A cell that a spreadsheet would compute gets an apostrophe, and loses it again exactly."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rumo_cli.formula_guard import guard, unguard

FORMULA_LIKE = st.text(alphabet="'\" =+-@\t\r\n＝＋－＠0159.,%()\u00a0aЯ", max_size=20)


@pytest.mark.parametrize(
    "text",
    [
        '=HYPERLINK("http://example.org";"Отчёт")',
        "+SUM(A1:A9)",
        "-2+3",
        "@SUM(1)",
        "\t=1+1",
        "\rтекст",
        "  =1+1",
        "\u00a0=1+1",
        '"=1+1"',
        "'=1+1",
        "''=1+1",
        "＝1+1",
        "＋1+A1",
        "－1+A1",
        "＠SUM(1)",
        "- пункт списка",
        "-5\n=1+1",
        "-",
        "+7 (900) 123-45-67+A1",
        "+1-2",
    ],
)
def test_what_a_spreadsheet_could_compute_is_guarded(text: str) -> None:
    assert guard(text) == f"'{text}"
    assert unguard(guard(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Функциональная грамотность",
        "а = б",
        "«=» и «+»",
        "'цитата'",
        "05.09.2024",
        "-5",
        "+5",
        "-84,6",
        "-84.6 %",
        "-1 200,50",
        "-1\u00a0200",
        "-1e-05",
        "'-5",
        "+7 (900) 123-45-67",
        "+74812382157",
        "8 (4812) 38-21-57",
    ],
)
def test_words_numbers_and_telephones_stay_as_they_are(text: str) -> None:
    assert guard(text) == text
    assert unguard(text) == text


@given(st.text() | FORMULA_LIKE)
@example("'")
@example("'=")
@example("''=")
def test_every_text_comes_back_so_no_two_become_one(text: str) -> None:
    assert unguard(guard(text)) == text
