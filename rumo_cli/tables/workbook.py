"""The format `xlsx`: a workbook that a person works in, and that rumo reads back."""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from rumo_cli.errors import Refused
from rumo_cli.tables.options import RenderOptions
from rumo_cli.tables.printable import file_line
from rumo_cli.tables.table import Column, Table
from rumo_cli.tables.workbook_cells import EMPTY, Cell, cell_of, is_too_long
from rumo_cli.tables.workbook_charts import CellsOfChart, draw_charts, size_of_charts
from rumo_cli.tables.workbook_measures import (
    column_width,
    cut,
    heading_height,
    lines_needed,
    sheet_name,
)
from rumo_cli.tables.workbook_styles import Styles

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

MOST_ROWS = 1_000_000
"""Rows of a table: a sheet has 1,048,576, and new ones must find room below."""

SPARE_ROWS = 500
"""Rows below the last in which a person who adds records is offered the words of a column too."""

_MOST_LINKS = 65_530
_LONGEST_HEADER = 200
_LINE, _HIGHEST = 15, 409
"""Points that a line takes, and a row may have."""
_SIGN, _EDGES, _POINTS = 7, 5, 0.75
"""Pixels that a sign takes, and the edges of a column; points that a pixel is."""
_ROWS_OF_PAGE = 40
"""Rows of a table that its charts stand on one page with: a page break would cut them."""
_A4 = 9
# No clock: the same table makes the same bytes.
_CREATED = datetime.fromisoformat("2000-01-01")


def render_workbook(table: Table, _options: RenderOptions) -> bytes:
    """Return a workbook with the table on its one sheet.

    Rows that come back to rumo stand under a heading in row 1, so that any program reads them;
    their title is the name of the sheet, of the document and of the printed page. Any other table
    has its title above and its notes below. Raise `Refused` for what no sheet can hold.
    """
    from xlsxwriter.workbook import Workbook

    stream = BytesIO()
    book = Workbook(stream, {"in_memory": True})
    book.set_properties({"title": file_line(table.title), "created": _CREATED})
    _Page(book, table).fill()
    book.close()
    return stream.getvalue()


class _Page:
    """The one sheet of a workbook."""

    def __init__(self, book: "Workbook", table: Table) -> None:
        self._book = book
        self._table = table
        self._edited = bool(table.identity)
        hidden = {column.key for column in table.identity}
        seen = (column for column in table.shown if column.key not in hidden)
        self._columns = (*table.identity, *seen)
        self._heading = 0 if self._edited else 2
        self._first = self._heading + 1
        self._last = self._heading + len(table.rows)
        self._name = sheet_name(table.title)
        self._sheet: Worksheet = book.add_worksheet(self._name)
        self._styles = Styles(book)
        self._links = 0
        self._width = 0
        self._heights = [1] * (1 + len(table.rows))
        """Lines that the heading and each row below it take."""

    def fill(self) -> None:
        """Write everything down."""
        if len(self._table.rows) > MOST_ROWS:
            raise Refused(_too_many(len(self._table.rows)))
        for place, column in enumerate(self._columns):
            self._write_column(place, column)
        self._set_heights()
        if self._edited:
            self._prepare_for_editing()
        else:
            self._write_around()
        self._sheet.freeze_panes(self._first, 0)
        self._sheet.autofilter(self._heading, 0, self._last, len(self._columns) - 1)
        self._set_up_page()

    def _write_column(self, place: int, column: Column) -> None:
        table, label = self._table, file_line(column.label)
        look = self._styles.look("heading", computed=column.computed)
        self._sheet.write_string(self._heading, place, label, look)
        cells = [cell_of(column, row, column.cell(row), exact=self._edited) for row in table.rows]
        for line, cell in enumerate(cells, self._first):
            if cell is not EMPTY:
                self._write(line, place, column, cell)
        if table.total is not None:
            total = cell_of(column, table.total, table.foot(column), exact=False)
            self._write(self._last + 1, place, column, total, total=True)
        self._set_width(place, column, cells)

    def _write(
        self, line: int, place: int, column: Column, cell: Cell, *, total: bool = False
    ) -> None:
        look = self._styles.look(cell.look, cell.words, total=total, computed=column.computed)
        match cell.value:
            case "":
                self._sheet.write_blank(line, place, None, look)
            case str(text) if is_too_long(text):
                raise Refused(_too_long(line, column, text))
            case str(url) if cell.look == "link" and self._links < _MOST_LINKS:
                self._links += 1
                self._sheet.write_url(line, place, url, look, url)
            case str(text):
                self._sheet.write_string(line, place, text, look)
            case number_or_moment:
                self._sheet.write(line, place, number_or_moment, look)

    def _set_width(self, place: int, column: Column, cells: Sequence[Cell]) -> None:
        label, lines = file_line(column.label), [cell.lines for cell in cells]
        width = column_width(label, lines, column.words, wide=column.wide)
        blank = self._styles.blank(column) if self._edited else None
        hidden = column in self._table.identity
        self._sheet.set_column(place, place, width, blank, {"hidden": hidden})
        self._width += width * _SIGN + _EDGES
        if not hidden:
            needed = (lines_needed(each, width) for each in lines)
            self._heights = list(map(max, self._heights, [heading_height(label, width), *needed]))

    def _set_heights(self) -> None:
        """Make room for wrapped texts: Excel would do that by itself, LibreOffice does not."""
        for line, height in enumerate(self._heights, self._heading):
            if height > 1:
                self._sheet.set_row(line, min(_LINE * height, _HIGHEST))

    def _prepare_for_editing(self) -> None:
        """Offer words where there is a choice of them, and tell what rumo works out itself."""
        last = self._last + SPARE_ROWS
        for place, column in enumerate(self._columns):
            if column.computed:
                self._sheet.data_validation(self._first, place, last, place, _COMPUTED)
            elif column.words:
                rule = {"validate": "list", "source": list(column.words), **_OUT_OF_LIST}
                self._sheet.data_validation(self._first, place, last, place, rule)
        # No green corners: «007» is text on purpose.
        self._sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{last + 1}"})

    def _write_around(self) -> None:
        table, look = self._table, self._styles.look("note")
        self._sheet.write_string(0, 0, file_line(table.title), self._styles.look("title"))
        self._sheet.set_row(0, 1.5 * _LINE)
        if not table.rows:
            self._sheet.write_string(self._first, 0, file_line(table.empty), look)
        for line, note in enumerate(table.notes, self._last + 3):
            self._sheet.write_string(line, 0, file_line(note), look)
        places = {column.key: place for place, column in enumerate(self._columns)}
        cells = CellsOfChart(self._name, self._first, self._last, places)
        draw_charts(self._book, self._sheet, table, cells, self._last + 4 + len(table.notes))

    def _set_up_page(self) -> None:
        sheet = self._sheet
        together = bool(self._table.pictures) and len(self._table.rows) <= _ROWS_OF_PAGE
        sheet.fit_to_pages(1, int(together))
        if together and self._is_upright():
            sheet.set_portrait()
        else:
            sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.repeat_rows(self._heading)
        sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.7)
        if self._edited:
            sheet.hide_gridlines(0)  # on paper neither
            title = cut(file_line(self._table.title), _LONGEST_HEADER).replace("&", "&&")
            sheet.set_header(f"&L&B{title}")
        sheet.set_footer("&RСтраница &P из &N")

    def _is_upright(self) -> bool:
        width, height = size_of_charts(self._table)
        return height + _LINE * sum(self._heights) / _POINTS > max(width, self._width)


_OUT_OF_LIST = {
    "error_title": "Такого слова в списке нет",
    "error_message": "Выберите слово из списка: другие rumo в этом столбце не прочтёт.",
}
_COMPUTED = {
    "validate": "any",
    "input_title": "rumo считает сам",
    "input_message": "Правка в этом столбце не читается.",
}


def _too_many(rows: int) -> str:
    return (
        f"В таблице {rows} строк, а на лист Excel помещается {MOST_ROWS}. "
        "Выберите часть записей или другой вид: -f csv."
    )


def _too_long(line: int, column: Column, text: str) -> str:
    return (
        f"Строка {line + 1}, столбец «{column.label}»: в тексте {len(text)} знаков, а в ячейку "
        "Excel помещается 32767. Сократите текст или выберите другой вид: -f csv."
    )
