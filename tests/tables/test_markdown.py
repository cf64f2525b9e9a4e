"""`md`: a table as GitHub reads it."""

from dataclasses import replace
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from rumo_cli.tables.markdown import render_markdown
from rumo_cli.tables.options import RenderOptions
from rumo_cli.tables.printable import file_line
from rumo_cli.tables.table import Table
from tests.tables.cells import Cells
from tests.tables.examples import EMPTY, HOSTILE, HOSTILE_CELLS, PLAN, WEBINARS, one_column

MARKUP = st.text(alphabet="\\`*_[]|~#<>&;!()-+.1ая \n", max_size=20)
RECORDS = """\
# Вебинары, 2024-2025 учебный год

| № | Дата | Тема | Ответственные | Участников | В сети |
| ---: | --- | --- | --- | ---: | --- |
| 9 | 2024-09-05 | Читательская грамотность | Зимина А.А.<br>Орлов П.П. | не менее 120 | да |
| 10 | 2024-11-28 | «Ёлка»; ЕГЭ |  |  | нет |
| **Итого** |  |  |  | **120** |  |

Без числа участников: 1 вебинар.
"""


def markdown(table: Table) -> str:
    return "\n" + render_markdown(table, RenderOptions())


def test_records_with_a_total_and_a_note() -> None:
    assert render_markdown(WEBINARS, RenderOptions()) == RECORDS


def test_a_summary_has_no_bars() -> None:
    assert markdown(PLAN) == dedent("""
        # Выполнение планов, 2024-2025 учебный год

        | План | Всего | Выполнено | % |
        | --- | ---: | ---: | ---: |
        | РУМО | 8 | 7 | 87,5 |
        | ОМО учителей математики | 3 | 3 | 100,0 |
        | ОМО учителей музыки | 0 | 0 |  |
        | **Итого** | **11** | **10** | **90,9** |
        """)


def test_no_rows_are_said_aloud() -> None:
    assert markdown(EMPTY) == dedent("""
        # Вебинары, 2024-2025 учебный год

        Записей нет.
        """)


def test_each_note_is_a_paragraph() -> None:
    table = replace(one_column("Тема"), notes=("Первая *.", "Вторая."))
    assert markdown(table).endswith("| Тема |\n\nПервая \\*.\n\nВторая.\n")


def test_hostile_cells_are_escaped() -> None:
    assert markdown(HOSTILE) == dedent(r"""
        # Опасные \[b\]ячейки\[/b\], 2024-2025 учебный год

        | № | Текст\|&lt;b&gt; |
        | --- | --- |
        | 1 | \[bold\]не разметка\[/bold\] :smile: |
        | 2 | а\|б |
        | 3 | &lt;script&gt;alert(1)&lt;/script&gt; &amp;amp; |
        | 4 | первая<br>вторая |
        | 5 | красный окно |
        | 6 | =HYPERLINK("http://example.org") |
        | 7 | %sзадом%s наперёд |
        | 8 | 👩🏫 и e%s |
        | 9 | \_курсив\_ \*жирный\* \~\~нет\~\~ \`код\` \\ \# |
        """) % ("\u202e", "\u202c", "\u0301")


@pytest.mark.parametrize("address", ["https://example.org/a_b-c?d=1", "a_b_c@example.org"])
def test_addresses_stay_whole(address: str) -> None:
    assert f"| {address} |" in markdown(one_column(address))


def trimmed(text: str) -> str:
    return "\n".join(line.strip() for line in text.split("\n"))


@given(st.lists(MARKUP | st.text() | st.sampled_from(HOSTILE_CELLS), min_size=1, max_size=4))
def test_a_reader_of_markdown_gets_every_text_back(texts: list[str]) -> None:
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    page = parser.render(render_markdown(one_column(*texts), RenderOptions()))
    lines = [[file_line(line) for line in text.splitlines()] for text in texts]
    cells = Cells(page)
    assert list(map(trimmed, cells.texts)) == [trimmed("\n".join(cell)) for cell in lines]
    assert set(cells.tags) <= {"h1", "table", "thead", "tbody", "tr", "th", "td", "br"}
