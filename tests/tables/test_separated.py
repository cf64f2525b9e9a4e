"""`csv`, `tsv` and `excel-csv`: what is written is read back equal."""

import csv
import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rumo_cli.formula_guard import unguard
from rumo_cli.tables.options import RenderOptions
from rumo_cli.tables.separated import render_csv, render_excel_csv, render_tsv
from rumo_cli.tables.table import Column, Table
from tests.tables.examples import EMPTY, HOSTILE_CELLS, PLAN, TITLE, WEBINARS, one_column

if TYPE_CHECKING:
    from rumo_cli.records.values import Value

OPTIONS = RenderOptions()
TEXTS = st.text() | st.text(alphabet="'\"=+-@;,\t\n1а") | st.sampled_from(HOSTILE_CELLS)


def rows_of(text: str, delimiter: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))


def test_csv_has_every_column_under_its_key_and_raw_values() -> None:
    assert render_csv(WEBINARS, OPTIONS) == (
        "id,date,title,responsible,participants,participants_qualifier,published\r\n"
        "9,2024-09-05,Читательская грамотность,"
        '"Зимина А.А.\nОрлов П.П.",120,at_least,true\r\n'
        "10,2024-11-28,«Ёлка»; ЕГЭ,,,,false\r\n"
    )


def test_csv_repeats_a_column_that_is_asked_for_twice() -> None:
    title, day = Column("title", "Тема"), Column("date", "Дата")
    rows: list[dict[str, Value]] = [{"title": "Ёлка", "id": 1}, {}]

    assert render_csv(Table("Т", (title, day, title), rows), OPTIONS) == (
        "title,date,title\r\nЁлка,,Ёлка\r\n,,\r\n"
    )


def test_csv_keeps_decimal_points_and_leaves_totals_and_bars_out() -> None:
    assert render_csv(PLAN, OPTIONS) == (
        "label,counted,done,percent\r\n"
        "РУМО,8,7,87.5\r\n"
        "ОМО учителей математики,3,3,100.0\r\n"
        "ОМО учителей музыки,0,0,\r\n"
    )


def test_tsv_is_the_same_set_apart_by_tabs() -> None:
    assert render_tsv(WEBINARS, OPTIONS) == (
        "id\tdate\ttitle\tresponsible\tparticipants\tparticipants_qualifier\tpublished\n"
        "9\t2024-09-05\tЧитательская грамотность\t"
        '"Зимина А.А.\nОрлов П.П."\t120\tat_least\ttrue\n'
        "10\t2024-11-28\t«Ёлка»; ЕГЭ\t\t\t\tfalse\n"
    )


def test_excel_csv_is_what_people_read_with_the_total_below() -> None:
    assert render_excel_csv(WEBINARS, OPTIONS) == (
        "№;Дата;Тема;Ответственные;Участников;Точность;В сети\r\n"
        "9;2024-09-05;Читательская грамотность;"
        '"Зимина А.А.\nОрлов П.П.";не менее 120;at_least;да\r\n'
        '10;2024-11-28;"«Ёлка»; ЕГЭ";;;;нет\r\n'
        "Итого;;;;120;;\r\n"
    )


def test_excel_csv_has_decimal_commas() -> None:
    assert "\r\nРУМО;8;7;87,5\r\n" in render_excel_csv(PLAN, OPTIONS)


def test_excel_csv_has_no_formulas() -> None:
    table = one_column('=HYPERLINK("http://example.org")', "-5", "+7 (900) 123-45-67", "'=1")
    assert render_excel_csv(replace(table, columns=(Column("text", "=Т"),)), OPTIONS) == (
        '\'=Т\r\n"\'=HYPERLINK(""http://example.org"")"\r\n-5\r\n+7 (900) 123-45-67\r\n\'\'=1\r\n'
    )


def test_csv_for_scripts_is_not_guarded() -> None:
    assert render_csv(one_column("=1+1"), OPTIONS) == "text\r\n=1+1\r\n"


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        (render_csv(replace(EMPTY, columns=EMPTY.columns[:2]), OPTIONS), "id,date\r\n"),
        (render_tsv(replace(EMPTY, columns=EMPTY.columns[:2]), OPTIONS), "id\tdate\n"),
        (render_excel_csv(replace(EMPTY, columns=EMPTY.columns[:2]), OPTIONS), "№;Дата\r\n"),
    ],
)
def test_without_rows_the_headings_remain(text: str, heading: str) -> None:
    assert text == heading


@given(st.lists(st.tuples(TEXTS, TEXTS), max_size=5))
def test_every_text_is_read_back(rows: list[tuple[str, str]]) -> None:
    columns = (Column("first", "Первый"), Column("second", "Второй"))
    table = Table(TITLE, columns, [{"first": first, "second": second} for first, second in rows])
    expected = [["first", "second"], *map(list, rows)]
    assert rows_of(render_csv(table, OPTIONS), ",") == expected
    read = rows_of(render_excel_csv(table, OPTIONS), ";")
    assert [[unguard(cell) for cell in row] for row in read] == [
        ["Первый", "Второй"],
        *expected[1:],
    ]


@given(st.lists(st.tuples(TEXTS, TEXTS), max_size=5))
def test_every_text_with_tidy_line_ends_is_read_back_from_tsv(rows: list[tuple[str, str]]) -> None:
    tidy = [[text.replace("\r", "\n") for text in row] for row in rows]
    columns = (Column("first", "Первый"), Column("second", "Второй"))
    table = Table(
        TITLE, columns, [dict(zip(("first", "second"), row, strict=True)) for row in tidy]
    )
    assert rows_of(render_tsv(table, OPTIONS), "\t") == [["first", "second"], *tidy]
