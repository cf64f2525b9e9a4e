"""A table in a Word document: how wide its columns are, and what stands in its cells."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from docx.shared import Mm

from rumo_cli.tables.printable import cell_lines, file_line
from rumo_cli.tables.table import Column, Shown, Table
from rumo_cli.tables.word_paper import (
    cell,
    grid,
    is_address,
    keep_rows,
    link,
    paragraph,
    row,
    run,
)
from rumo_cli.tables.word_styles import Styles

if TYPE_CHECKING:
    from docx.opc.part import Part
    from docx.oxml.xmlchemy import BaseOxmlElement as Element

_CHARACTER, _BOLD_CHARACTER, _MARGINS = Mm(2.1), Mm(2.4), Mm(4)
_LONGEST_WORD, _LONGEST_LINE = 17, 60
_OF_CAPITAL = 0.3
"""The part of a letter that a capital is wider."""
_YEARS = re.compile(r"(?<=\d{4})-(?=\d{4})")
_WHOLE = re.compile(r"[^\W\d_]+ \d{4}|\d{1,3} из \d{1,3}")
_BEFORE_PERCENT = re.compile(r"(?<=\d) (?=%)")
_WORDS = re.compile(r"[^\S\xa0]+|(?<=[^\W\d_]-)(?=[^\W\d_])")
"""Where a line may end: at a blank, and behind the hyphen of a compound."""
_KEPT_BLANK = "\N{NO-BREAK SPACE}"
_KEPT_WHOLE = 10
"""Rows of a table that stand on one page together."""


class _Wish(NamedTuple):
    """The width that the words of a column need, and the one that its lines would like."""

    words: int
    lines: int


class WordTable:
    """A table whose heading stands on every page, and of which no page parts a row."""

    def __init__(self, table: Table, styles: Styles, part: "Part") -> None:
        self.table, self._styles, self._part = table, styles, part
        self._cells = [list(map(_lines, each.cells(table.rows))) for each in table.shown]
        self._wishes = list(map(_wish, table.shown, self._cells))

    @property
    def least_width(self) -> int:
        """Return the width that its words need, in EMU."""
        return sum(wish.words for wish in self._wishes)

    def drawn(self, width: int) -> "Element":
        """Return the table across a page whose text is so wide."""
        widths, columns = _shared_out(width, self._wishes), self.table.shown
        heading = self._row(widths, [[_heading(each)] for each in columns], heading=True)
        rows = [self._row(widths, cells) for cells in zip(*self._cells, strict=True)]
        if self.table.total is not None:
            foot = [cell_lines(self.table.foot(column)) for column in columns]
            rows.append(self._row(widths, foot, bold=True))
        keep_rows(heading, *(rows[:-1] if len(rows) <= _KEPT_WHOLE else []))
        return grid(widths, heading, *rows, style=self._styles.grid)

    def _row(
        self,
        widths: Iterable[int],
        cells: Iterable[Sequence[str]],
        *,
        bold: bool = False,
        heading: bool = False,
    ) -> "Element":
        bold = bold or heading
        stand = ("center" if heading else each.align for each in self.table.shown)
        filled = (
            cell(width, *self._paragraphs(lines, align, bold=bold))
            for width, lines, align in zip(widths, cells, stand, strict=True)
        )
        return row(*filled, heading=heading)

    def _paragraphs(self, lines: Sequence[str], align: str, *, bold: bool) -> Iterator["Element"]:
        layout = {} if align == "left" else {"jc": {"val": align}}
        for line in lines or [""]:
            piece = run(line, bold=bold)
            shown = link(self._part, line, piece) if is_address(line) else piece
            yield paragraph(shown, style=self._styles.cell, **layout)


def _heading(column: Column) -> str:
    """Return the heading of a column; the years of one stay together: «2024-2025»."""
    return _YEARS.sub("\N{NON-BREAKING HYPHEN}", file_line(column.label))


def _lines(shown: Shown) -> list[str]:
    """Return the lines of a cell; a month stays with its year, a part with its whole."""
    return [
        line.replace(" ", _KEPT_BLANK)
        if _WHOLE.fullmatch(line)
        else _BEFORE_PERCENT.sub(_KEPT_BLANK, line)
        for line in cell_lines(shown)
    ]


def _wish(column: Column, cells: Iterable[Sequence[str]]) -> _Wish:
    label, lines = _heading(column), [line for cell_ in cells for line in cell_]
    heading = _longest_word([label]) * _BOLD_CHARACTER
    words = _MARGINS + round(max(heading, _longest_word(lines) * _CHARACTER))
    longest = min(max(map(len, [label, *lines])), _LONGEST_LINE)
    return _Wish(words, max(words, _MARGINS + longest * _CHARACTER))


def _longest_word(lines: Iterable[str]) -> float:
    """Return the length of the longest word; a capital takes more than a letter."""
    words = {word[:_LONGEST_WORD] for line in lines for word in _WORDS.split(line)}
    lengths = (len(word) + _OF_CAPITAL * sum(map(str.isupper, word)) for word in words)
    return min(max(lengths, default=0), _LONGEST_WORD)


def _shared_out(width: int, wishes: Sequence[_Wish]) -> list[int]:
    """Return widths of columns that fill a page: room for words first, the rest as lines wish."""
    left = width - sum(wish.words for wish in wishes)
    wished = sum(wish.lines - wish.words for wish in wishes)
    if left < 0 or not wished:
        return [wish.words * width // (width - left) for wish in wishes]
    return [wish.words + (wish.lines - wish.words) * left // wished for wish in wishes]
