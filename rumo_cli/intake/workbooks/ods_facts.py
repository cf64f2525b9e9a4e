"""ODS: what stands in `content.xml` beside the values of the cells.

Names are looked for with the prefixes that the standard gives them, as the reader of values does.
"""

import re
import zipfile
from dataclasses import dataclass

from rumo_cli.errors import Refused
from rumo_cli.intake.addresses import Area, Cell
from rumo_cli.intake.workbooks.sheet_facts import (
    LOCKED,
    Extent,
    SheetFacts,
    is_link,
    link_of_formula,
)
from rumo_cli.intake.workbooks.xml_events import Listener, broken, hear, pieces

_CONTENT = "content.xml"
_MANIFEST = "META-INF/manifest.xml"
# Hours of a day the reader of values knows.
_LONG_TIME = re.compile(r"PT0*(2[4-9]|[3-9]\d|[1-9]\d\d+)H(\d\d)M\d\d(?:\.\d+)?S")
_CELLS = frozenset({"table:table-cell", "table:covered-table-cell"})
# Repeated cells are unfolded when they are read, text and all.
_MOST_TEXT = 256 * 1024 * 1024
MOST_REPEATED = 1_000_000
"""A file of a kilobyte may repeat a cell as often as it likes; a register repeats rows by tens."""


def ods_facts(archive: zipfile.ZipFile) -> list[SheetFacts]:
    """Return the facts of the sheets in order.

    Raise `Refused` for a book that is damaged or would not fit into the memory.
    """
    names = archive.namelist()
    if _MANIFEST in names and b"encryption-data" in archive.read(_MANIFEST):
        raise Refused(LOCKED)
    if _CONTENT not in names:
        raise Refused(broken(f"в ней нет части «{_CONTENT}»"))
    book = _Book()
    hear(book, pieces(archive, _CONTENT))
    return book.facts


@dataclass
class _OpenCell:
    cell: Cell
    columns: int
    attributes: dict[str, str]
    text: str = ""
    link: str = ""


class _Book(Listener):
    """The facts of all sheets of a book, which are one document."""

    def __init__(self) -> None:
        self.facts: list[SheetFacts] = []
        self._sheet = SheetFacts()
        self._extent = Extent("")
        self._row = 0
        self._rows = 1
        self._place = 0
        self._column = 0
        self._annotated = False
        self._cell: _OpenCell | None = None
        self._left_text = _MOST_TEXT
        self._left_repeated = MOST_REPEATED
        self._beginnings = {
            "table:table": self._begin_table,
            "table:table-column": self._begin_column,
            "table:table-row": self._begin_row,
            "text:a": self._begin_link,
            "text:s": self._blanks,
        }

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name in _CELLS:
            self._begin_cell(attributes)
        elif begin := self._beginnings.get(name):
            begin(attributes)
        elif name == "office:annotation":
            self._annotated = True

    def end(self, name: str) -> None:
        if name in _CELLS and self._cell:
            self._end_cell(self._cell)
            self._cell = None
        elif name == "table:table-row":
            self._row += self._rows
        elif name == "office:annotation":
            self._annotated = False

    def text(self, text: str) -> None:
        if self._cell and not self._annotated:
            self._cell.text += text

    def _begin_table(self, attributes: dict[str, str]) -> None:
        if "table:name" not in attributes:
            return
        self._sheet = SheetFacts()
        self.facts.append(self._sheet)
        self._extent = Extent(attributes["table:name"], self._extent.left - self._extent.size)
        self._row, self._column = 1, 0

    def _begin_column(self, attributes: dict[str, str]) -> None:
        count = int(attributes.get("table:number-columns-repeated", "1"))
        if _is_hidden(attributes):
            self._sheet.hidden_places.append((self._column, self._column + count - 1))
        self._column += count

    def _begin_row(self, attributes: dict[str, str]) -> None:
        self._rows = int(attributes.get("table:number-rows-repeated", "1"))
        self._place = 0
        if _is_hidden(attributes):
            self._sheet.hidden_rows.append((self._row, self._row + self._rows - 1))

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        columns = int(attributes.get("table:number-columns-repeated", "1"))
        self._cell = _OpenCell(Cell(self._row, self._place), columns, attributes)
        self._place += columns

    def _begin_link(self, attributes: dict[str, str]) -> None:
        if self._cell and not self._annotated and not self._cell.link:
            self._cell.link = attributes.get("xlink:href", "")

    def _blanks(self, attributes: dict[str, str]) -> None:
        count = int(attributes.get("text:c", "1"))
        self._spend(count)
        self.text(" " * count)

    def _repeat(self, cells: int) -> None:
        self._left_repeated -= cells
        self._check(self._left_repeated)

    def _spend(self, characters: int) -> None:
        self._left_text -= characters
        self._check(self._left_text)

    def _check(self, left: int) -> None:
        if left < 0:
            raise Refused(broken(f"лист «{self._extent.sheet}» непомерно велик"))

    def _end_cell(self, done: _OpenCell) -> None:
        attributes = done.attributes
        kind = attributes.get("office:value-type")
        formula = attributes.get("table:formula")
        if kind or formula:
            last = Cell(self._row + self._rows - 1, done.cell.place + done.columns - 1)
            self._extent.reach(*last)
            self._repeat(self._rows * done.columns - 1)
            self._spend(len(done.text) * self._rows * done.columns)
            self._note(done, Area(done.cell, last), formula, is_computed=bool(kind))
        spanned = int(attributes.get("table:number-rows-spanned", "1"))
        if spanned > 1:
            self._sheet.merges.append(
                Area(done.cell, Cell(done.cell.row + spanned - 1, done.cell.place))
            )

    def _note(self, done: _OpenCell, area: Area, formula: str | None, *, is_computed: bool) -> None:
        link = link_of_formula(formula.partition("=")[2]) if formula else None
        target = link.target if link else done.link
        if is_link(target):
            self._sheet.links[area] = target
        if done.attributes.get("calcext:value-type") == "error":
            self._sheet.errors[done.cell] = done.text
        if long := _LONG_TIME.fullmatch(done.attributes.get("office:time-value", "")):
            self._sheet.texts[done.cell] = f"{long[1]}:{long[2]}"
        if formula and not is_computed:
            if link:
                self._sheet.texts[done.cell] = link.text
            else:
                self._sheet.unfilled.append(done.cell)


def _is_hidden(attributes: dict[str, str]) -> bool:
    return attributes.get("table:visibility") in {"collapse", "filter"}
