"""Which column of a Word table each cell stands in."""

from collections.abc import Iterator
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from rumo_cli.errors import Refused
from rumo_cli.intake.word.text import is_deleted
from rumo_cli.intake.word.xml import CELL, ROW, children, nested, w

if TYPE_CHECKING:
    from docx.oxml.table import CT_Row, CT_Tbl, CT_Tc

# Word itself makes no more than 63.
_MOST_COLUMNS = 1_000
# In twentieths of a point: 3 mm, less than one letter and its margins take.
_NARROW = 170


class LaidCell(NamedTuple):
    """A cell, and the columns from `first` on, before `end`, that it takes."""

    element: "CT_Tc"
    first: int
    end: int


def lay_cells(table: "CT_Tbl") -> list[list[LaidCell]]:
    """Return the cells of every row; rows that a correction takes out are left out.

    Borders that were dragged by hand in a few rows only make columns of a millimetre or two, which
    are none. Raise `Refused` for more columns than a table can have.
    """
    rows = [list(_cells(row)) for row in children(table, ROW) if not is_deleted(row)]
    places = _places(_widths(table), rows)
    return [
        [LaidCell(each, _at(places, first), _at(places, end)) for each, first, end in row]
        for row in rows
    ]


def _cells(row: "CT_Row") -> Iterator[LaidCell]:
    end = max(0, row.grid_before)
    for cell in children(row, CELL):
        first, end = end, end + max(1, cell.grid_span)
        if end > _MOST_COLUMNS:
            raise Refused(
                f"документ испорчен: в строке таблицы больше {_MOST_COLUMNS} столбцов. "
                "Откройте его в Word или LibreOffice и сохраните заново."
            )
        yield LaidCell(cell, first, end)


def _widths(table: "CT_Tbl") -> list[int]:
    """Return how wide the columns are; one whose width is not said is 0."""
    grid = nested(table, "tblGrid")
    columns = [] if grid is None else grid.findall(w("gridCol"))
    widths: list[str] = [column.get(w("w"), "") for column in columns[:_MOST_COLUMNS]]
    return [int(width) if width.isdecimal() else 0 for width in widths]


def _places(widths: list[int], rows: list[list[LaidCell]]) -> list[int]:
    """Return the place of every border: how many columns wide enough to hold text are before it."""
    wide = [not 0 < width < _NARROW for width in widths]
    for row in rows:
        for _, first, end in row:
            if not any(wide[first:end]):
                wide[first:end] = [True] * len(wide[first:end])
    return list(accumulate(wide, initial=0))


def _at(places: list[int], border: int) -> int:
    beyond = max(0, border - len(places) + 1)
    return places[border - beyond] + beyond
