"""`html`: a page that needs nothing else."""

from textwrap import dedent

from hypothesis import given
from hypothesis import strategies as st

from rumo_cli.tables.html_page import render_html
from rumo_cli.tables.options import RenderOptions
from rumo_cli.tables.printable import one_line
from rumo_cli.tables.table import Table
from tests.tables.cells import Cells
from tests.tables.examples import EMPTY, HOSTILE, WEBINARS, one_column


def html(table: Table) -> str:
    return render_html(table, RenderOptions())


def body(table: Table) -> str:
    return html(table).split("<main>")[1].split("</main>")[0]


def test_the_page_stands_alone() -> None:
    head = html(WEBINARS).split("<style>")[0]
    assert head == (
        "<!doctype html>\n"
        '<html lang="ru">\n'
        "<head>\n"
        '<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<title>Вебинары, 2024-2025 учебный год</title>\n"
    )
    assert "http" not in html(WEBINARS)
    assert "color-scheme: light dark" in html(WEBINARS)


def test_records_with_a_total_and_a_note() -> None:
    assert body(WEBINARS) == dedent("""
        <div class="table" role="group" aria-labelledby="table-1" tabindex="0">
        <table>
        <caption><h1 id="table-1">Вебинары, 2024-2025 учебный год</h1></caption>
        <thead>
        <tr>
        <th scope="col" class="number">№</th>
        <th scope="col">Дата</th>
        <th scope="col">Тема</th>
        <th scope="col">Ответственные</th>
        <th scope="col" class="number">Участников</th>
        <th scope="col">В сети</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td class="number">9</td>
        <td>2024-09-05</td>
        <td>Читательская грамотность</td>
        <td>Зимина А.А.<br>Орлов П.П.</td>
        <td class="number">не менее 120</td>
        <td>да</td>
        </tr>
        <tr>
        <td class="number">10</td>
        <td>2024-11-28</td>
        <td>«Ёлка»; ЕГЭ</td>
        <td></td>
        <td class="number"></td>
        <td>нет</td>
        </tr>
        </tbody>
        <tfoot>
        <tr>
        <td class="number">Итого</td>
        <td></td>
        <td></td>
        <td></td>
        <td class="number">120</td>
        <td></td>
        </tr>
        </tfoot>
        </table>
        </div>
        <p>Без числа участников: 1 вебинар.</p>
        """)


def test_no_rows_are_said_aloud() -> None:
    assert body(EMPTY) == dedent("""
        <div class="table" role="group" aria-labelledby="table-1" tabindex="0">
        <table>
        <caption><h1 id="table-1">Вебинары, 2024-2025 учебный год</h1></caption>
        </table>
        </div>
        <p>Записей нет.</p>
        """)


def test_hostile_cells_are_escaped() -> None:
    page = html(HOSTILE)
    assert "<title>Опасные [b]ячейки[/b], 2024-2025 учебный год</title>" in page
    assert '<th scope="col">Текст|&lt;b&gt;</th>' in page
    assert "<td>&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp;</td>" in page
    assert "<td>первая<br>вторая</td>" in page
    assert "<td>красный окно</td>" in page
    assert "<td>=HYPERLINK(&quot;http://example.org&quot;)</td>" in page
    assert "<td>\u202eзадом\u202c наперёд</td>" in page


@given(st.text() | st.text(alphabet="<>&\"';/!-а", max_size=20))
def test_no_text_becomes_a_tag(text: str) -> None:
    line = one_line(text)
    cells = Cells(html(one_column(line)))
    assert cells.texts == [line]
    assert cells.tags == Cells(html(one_column("Тема"))).tags
