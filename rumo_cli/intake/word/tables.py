"""A table of a Word document as rows of text."""

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from rumo_cli.intake.grid import Merge
from rumo_cli.intake.word.geometry import LaidCell, lay_cells
from rumo_cli.intake.word.text import TextReader, notes_of
from rumo_cli.intake.word.xml import is_on

if TYPE_CHECKING:
    from docx.oxml.table import CT_Tbl


class WordTable(NamedTuple):
    """A table: its rows, and the merges and links of a `Grid`, whose rows count from 1."""

    number: int
    """Its place among the tables of the document, from 1."""
    rows: tuple[tuple[str, ...], ...]
    width: int
    merges: tuple[Merge, ...]
    links: dict[tuple[int, int], str]
    notes: tuple[str, ...]
    headed: bool
    """Word repeats its first row at the top of every page."""


def read_table(table: "CT_Tbl", number: int, reader: TextReader) -> WordTable:
    """Return the next table of the document."""
    laid = lay_cells(table)
    cells = _CellReader(reader)
    rows = tuple(cells.read_row(place, row) for place, row in enumerate(laid, 1))
    width = max((cell.end for row in laid for cell in row), default=0)
    headed = bool(rows) and is_on(table, "tr", "trPr", "tblHeader")
    return WordTable(number, rows, width, cells.merges, cells.links, notes_of(table), headed)


class _CellReader:
    """Reads the cells of one table, row by row."""

    def __init__(self, reader: TextReader) -> None:
        self._reader = reader
        self._merges: defaultdict[int, list[Merge]] = defaultdict(list)
        self.links: dict[tuple[int, int], str] = {}

    @property
    def merges(self) -> tuple[Merge, ...]:
        """Return the cells of several rows."""
        columns = self._merges.values()
        return tuple(
            each for merges in columns for each in merges if each.last_row > each.first_row
        )

    def read_row(self, number: int, row: list[LaidCell]) -> tuple[str, ...]:
        texts: list[str] = []
        for cell in row:
            texts += [""] * (cell.first - len(texts))
            texts.append("" if self._goes_on(cell, number) else self._read(cell, number))
        return tuple(texts)

    def _read(self, cell: LaidCell, number: int) -> str:
        passage = self._reader.read(cell.element)
        if passage.address:
            self.links[number, cell.first] = passage.address
        return passage.text or passage.number

    def _goes_on(self, cell: LaidCell, number: int) -> bool:
        """Tell a cell that is merged with the one above, and keep account of the merge.

        One that says so with nothing above begins a merge, as Word has it.
        """
        merged, merges = cell.element.vMerge, self._merges[cell.first]
        goes_on = merged == "continue" and bool(merges) and merges[-1].last_row == number - 1
        if goes_on:
            merges[-1] = merges[-1]._replace(last_row=number)
        elif merged:
            merges.append(Merge(number, number, cell.first))
        return goes_on
