"""A table as columns of one-line texts, and their drawing with blanks alone.

rich draws a screenful of it on a terminal; thousands of rows would take it seconds.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from textwrap import wrap

from rumo_cli.tables.printable import (
    is_regular,
    joined,
    joined_cells,
    one_line,
    padded,
    shortened,
    text_width,
)
from rumo_cli.tables.table import Align, Table

GAP = "  "
LEAST_READABLE = 18
SHORT_HEADING = 8


@dataclass(frozen=True)
class TextColumn:
    """A column ready to be drawn; `foot` is one cell, none where the table has no total."""

    label: str
    cells: list[str]
    foot: list[str]
    align: Align
    wide: bool

    @cached_property
    def natural(self) -> int:
        """The width at which nothing is wrapped."""
        return max(text_width(self.label), self._content)

    @cached_property
    def least(self) -> int:
        """The width below which it does not read: a date broken, a title in splinters."""
        content = min(self._content, LEAST_READABLE) if self.wide else self._content
        heading = min(text_width(self.label), SHORT_HEADING)
        return max([content, heading, *map(text_width, self.label.split())])

    @cached_property
    def _content(self) -> int:
        return max([1, *map(self._width_of, self.foot), *map(self._width_of, self.cells)])

    @cached_property
    def _width_of(self) -> Callable[[str], int]:
        """Return what measures the cells: all of them are plain letters, or each is looked at."""
        return len if self.regular else text_width

    @cached_property
    def regular(self) -> bool:
        """Tell whether every character of the column surely takes one column on a terminal."""
        return is_regular("".join([self.label, *self.foot, *self.cells]))


def text_columns(table: Table) -> list[TextColumn]:
    """Return the table's shown columns, the bar not among them."""
    return [
        TextColumn(
            label=one_line(column.label),
            cells=joined_cells(column.cells(table.rows)),
            foot=[] if table.total is None else [joined(table.foot(column))],
            align=column.align,
            wide=column.wide,
        )
        for column in table.shown
    ]


@dataclass(frozen=True)
class Drawing:
    """The lines of drawn columns: the heading ends with a rule, a foot begins with one."""

    heading: list[str]
    rows: list[str]
    foot: list[str]

    @property
    def lines(self) -> list[str]:
        """All lines from top to bottom."""
        return [*self.heading, *self.rows, *self.foot]


def drawn(columns: Sequence[TextColumn], widths: Sequence[int], mark: str = "…") -> Drawing:
    """Return columns set to widths: headings wrapped, longer cells cut and marked."""
    headings = [
        [*(wrap(column.label, width, break_on_hyphens=False) or [""]), "-" * width]
        for column, width in zip(columns, widths, strict=True)
    ]
    height = max(map(len, headings))
    parts = [
        _cells(column, width, [""] * (height - len(heading)) + heading, mark)
        for column, width, heading in zip(columns, widths, headings, strict=True)
    ]
    lines = [GAP.join(cells).rstrip() for cells in zip(*parts, strict=True)]
    end = height + len(columns[0].cells)
    return Drawing(lines[:height], lines[height:end], lines[end:])


def _cells(column: TextColumn, width: int, heading: list[str], mark: str) -> list[str]:
    texts = [*heading, *column.cells]
    if column.foot:
        texts += ["-" * width, *column.foot]
    regular = column.regular and is_regular(mark)
    if column.natural > width:
        cut = _cut if regular else shortened
        texts = [cut(text, width, mark) for text in texts]
    if regular:
        pad = str.rjust if column.align == "right" else str.ljust
        return [pad(text, width) for text in texts]
    return [padded(text, width, column.align) for text in texts]


def _cut(text: str, width: int, mark: str) -> str:
    """Return text as `shortened` does, where every character takes one column."""
    return text if len(text) <= width else text[: width - len(mark)].rstrip() + mark
