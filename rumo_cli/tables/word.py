"""The format `docx`: a table as a Word document, for print and for an attachment."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from docx.shared import Mm

from rumo_cli.tables.options import RenderOptions
from rumo_cli.tables.printable import cell_lines, file_line
from rumo_cli.tables.table import Column, Table
from rumo_cli.tables.word_paper import (
    TABLE_TEXT,
    cell,
    grid,
    is_address,
    link,
    new_paper,
    packed,
    paragraph,
    put,
    row,
    run,
    text_width,
)

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement as Element

_MOST_UPRIGHT = 5
"""Columns that stand on an upright page."""
_CHARACTER, _MARGINS = Mm(2.1), Mm(4)
_LONGEST_WORD, _LONGEST_LINE = 17, 60


class _Wish(NamedTuple):
    """The width that the words of a column need, and the one that its lines would like."""

    words: int
    lines: int


def render_word(table: Table, _options: RenderOptions) -> bytes:
    """Return a document with the table under its title, its notes below.

    The heading stands on every page, and no page parts a row. Many columns turn the page on its
    side.
    """
    document = new_paper(table.title, landscape=len(table.shown) > _MOST_UPRIGHT)
    put(document, paragraph(run(file_line(table.title)), style="Heading1"))
    put(document, _drawn(table, document) if table.rows else _said(table.empty))
    put(document, *map(_said, table.notes))
    return packed(document)


def _said(text: str) -> "Element":
    return paragraph(run(file_line(text)), spacing={"before": "120"})


def _drawn(table: Table, document: "Document") -> "Element":
    columns = table.shown
    body = [list(map(cell_lines, column.cells(table.rows))) for column in columns]
    wishes = [_wish(column, cells) for column, cells in zip(columns, body, strict=True)]
    widths = _shared_out(text_width(document), wishes)

    def drawn(cells: Iterable[Sequence[str]], *, bold: bool = False) -> Iterator["Element"]:
        for width, lines in zip(widths, cells, strict=True):
            yield cell(width, *_paragraphs(document, lines, bold=bold))

    heading = row(*drawn([[file_line(each.label)] for each in columns], bold=True), heading=True)
    rows = [row(*drawn(cells)) for cells in zip(*body, strict=True)]
    if table.total is not None:
        foot = [cell_lines(table.foot(column)) for column in columns]
        rows.append(row(*drawn(foot, bold=True)))
    return grid(widths, heading, *rows)


def _paragraphs(document: "Document", lines: Sequence[str], *, bold: bool) -> Iterator["Element"]:
    for line in lines or [""]:
        piece = run(line, bold=bold)
        shown = link(document.part, line, piece) if is_address(line) else piece
        yield paragraph(shown, style=TABLE_TEXT)


def _wish(column: Column, cells: Iterable[Sequence[str]]) -> _Wish:
    lines = [file_line(column.label), *(line for cell_ in cells for line in cell_)]
    longest_word = max(len(word) for line in lines for word in line.split() or [""])
    words = min(longest_word, _LONGEST_WORD)
    return _Wish(_room(words), _room(max(words, min(max(map(len, lines)), _LONGEST_LINE))))


def _room(characters: int) -> int:
    return characters * _CHARACTER + _MARGINS


def _shared_out(width: int, wishes: Sequence[_Wish]) -> list[int]:
    """Return widths of columns that fill a page: room for words first, the rest as lines wish."""
    left = width - sum(wish.words for wish in wishes)
    wished = sum(wish.lines - wish.words for wish in wishes)
    if left < 0 or not wished:
        return [wish.words * width // (width - left) for wish in wishes]
    return [wish.words + (wish.lines - wish.words) * left // wished for wish in wishes]
