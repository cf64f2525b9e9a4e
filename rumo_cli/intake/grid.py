"""A foreign table as it stands in the file: rows of text that know their place."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from rumo_cli.errors import Refused
from rumo_cli.text import shown_name

# A longer "cell" is a lost closing quote or a file pasted into a table; Excel stops at 32,767.
LARGEST_CELL = 1_000_000
# As many rows as a sheet of Excel holds; and cells that still fit into the memory of a laptop, five
# times the registers of a region for ten years.
MOST_ROWS = 1_048_576
MOST_CELLS = 10_000_000
MOST_COLUMNS = 16_384
"""As many as a sheet of Excel has."""


_COUNTED = re.compile(r"таблица \d+")
"""What the tables of a document are called, which have no names of their own."""


class NoTable(Refused):
    """The file is sound and holds no table: in a folder of many it is passed over."""


class GridRow(NamedTuple):
    """One record of the file.

    `row` counts records from 1 as Excel counts rows, blank ones included; `line` is the line where
    the record starts as a text editor counts lines, None where no line stands behind the row. A
    blank line is a row without cells; rows may differ in length.
    """

    row: int
    line: int | None
    cells: tuple[str, ...]


class Merge(NamedTuple):
    """Cells of one column that are merged into one; its text stands in the upper of them.

    Rows are numbered as `GridRow` has them, the place of the column is counted from 0.
    """

    first_row: int
    last_row: int
    place: int


@dataclass(frozen=True)
class Grid:
    """A table of text cells, and how it was read.

    `keyed`: the first row holds the keys of records and the values are in rumo's own machine
    notation, as JSON sources have them. `sheet` is what a workbook calls the table, `title` what a
    document says above it. `links` are the addresses behind cells, by row and place; `notes` what
    to tell the person of the reading, each a sentence that begins small and ends without a stop.
    """

    rows: tuple[GridRow, ...]
    sheet: str | None = None
    title: str = ""
    merges: tuple[Merge, ...] = ()
    links: Mapping[tuple[int, int], str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    encoding: str | None = None
    delimiter: str | None = None
    keyed: bool = False

    def in_file(self, file: str) -> str:
        """Return the file, and where in it the table stands."""
        return f"{file}, {self.place}" if self.place else file

    @property
    def place(self) -> str | None:
        """Return where in its file the table stands, as messages say it."""
        if self.sheet is None or _COUNTED.fullmatch(self.sheet):
            return self.sheet
        return f"лист «{shown_name(self.sheet)}»"


class Place(NamedTuple):
    """Where a character stands in a text: line and character of the line, both from 1."""

    line: int
    character: int

    def __str__(self) -> str:
        return f"строка {self.line}, символ {self.character}"


def place(text: str, offset: int) -> Place:
    """Return the place of the character at `offset`."""
    line_start = 1 + max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset))
    return Place(1 + line_breaks(text, 0, offset), 1 + offset - line_start)


def line_breaks(text: str, start: int, end: int) -> int:
    r"""Return how many lines end between the offsets; `\r\n`, `\n` and `\r` end a line."""
    feeds, returns = text.count("\n", start, end), text.count("\r", start, end)
    return feeds + returns - text.count("\r\n", start, end)


def within_limits(rows: Iterable[GridRow]) -> Iterator[GridRow]:
    """Yield the rows, or raise `Refused` at the first that no register would have."""
    cells = 0
    for row in rows:
        cells += len(row.cells)
        if row.row > MOST_ROWS:
            raise Refused(_too_many(MOST_ROWS, "строк"))
        if len(row.cells) > MOST_COLUMNS:
            raise Refused(_too_many(MOST_COLUMNS, "столбцов"))
        if cells > MOST_CELLS:
            raise Refused(_too_many(MOST_CELLS, "ячеек"))
        if len("".join(row.cells)) > LARGEST_CELL and max(map(len, row.cells)) > LARGEST_CELL:
            raise Refused(_too_large(row))
        yield row


def _too_many(limit: int, what: str) -> str:
    return (
        f"в таблице больше {_spaced(limit)} {what}. Проверьте, тот ли это файл, "
        "или разделите его на части."
    )


def _too_large(row: GridRow) -> str:
    column, size = next(
        (column, len(cell)) for column, cell in enumerate(row.cells, 1) if len(cell) > LARGEST_CELL
    )
    line = "" if row.line in {None, row.row} else f" (строка файла {row.line})"
    return (
        f"строка {row.row}{line}, столбец {column}: в ячейке {_spaced(size)} символов, а бывает "
        f"не больше {_spaced(LARGEST_CELL)}. Проверьте, не потеряна ли закрывающая кавычка."
    )


def _spaced(number: int) -> str:
    return f"{number:,}".replace(",", "\N{NO-BREAK SPACE}")
