"""Documents as text: on a screen, fitted to its width, and in a file, where nothing is wrapped."""

from collections.abc import Callable, Iterator, Sequence
from textwrap import wrap
from typing import NamedTuple

from rumo_cli.tables.cards import NARROWEST
from rumo_cli.tables.document import (
    Block,
    Document,
    Heading,
    Listing,
    PageBreak,
    Paragraph,
    Signature,
)
from rumo_cli.tables.options import RenderOptions
from rumo_cli.tables.plain import render_plain
from rumo_cli.tables.printable import one_line, text_width
from rumo_cli.tables.table import Table
from rumo_cli.tables.terminal import heading, render_terminal

HAND = "_" * 14
"""The line that a hand signs on."""


class _Form(NamedTuple):
    """How headings and tables are drawn, how wide lines are, and what begins an item."""

    heading: Callable[[str], str]
    table: Callable[[Table], str]
    width: int | None
    bullet: str


def terminal_document(document: Document, options: RenderOptions) -> str:
    """Return a document as a terminal shows it."""
    width = max(options.width, NARROWEST)
    bullet = "•" if options.unicode else "-"
    form = _Form(
        lambda text: heading(text, width, options),
        lambda table: render_terminal(table, options),
        width,
        bullet,
    )
    return _drawn(document, form)


def plain_document(document: Document, options: RenderOptions) -> str:
    """Return a document as lines of text, each paragraph on one."""
    return _drawn(document, _Form(one_line, lambda table: render_plain(table, options), None, "-"))


def _drawn(document: Document, form: _Form) -> str:
    parts = [part for block in document.blocks for part in _part(block, form)]
    return "\n".join([f"{form.heading(document.title)}\n", *(parts or [f"{document.empty}\n"])])


def _part(block: Block, form: _Form) -> Iterator[str]:
    """Yield a block, the end of its last line included; a text has no pages to break."""
    match block:
        case Heading(text):
            yield form.heading(text) + "\n"
        case Paragraph(text):
            yield _lines("", text, form.width)
        case Listing(items, numbered):
            marks = item_marks(len(items), form.bullet, numbered=numbered)
            yield "".join(map(_lines, marks, items, [form.width] * len(items)))
        case Table():
            yield form.table(block)
        case Signature():
            yield _signed(block, form.width)
        case PageBreak():
            pass


def item_marks(number: int, bullet: str, *, numbered: bool) -> Sequence[str]:
    """Return what stands before each item of a list."""
    return [f"{each + 1}) " if numbered else f"{bullet} " for each in range(number)]


def _lines(mark: str, text: str, width: int | None) -> str:
    text = one_line(text)
    if width is None:
        return f"{mark}{text}\n"
    lines = wrap(text, width, initial_indent=mark, subsequent_indent=" " * len(mark))
    return "\n".join(lines or [mark.rstrip()]) + "\n"


def _signed(signature: Signature, width: int | None) -> str:
    """Return who signs beside the line for a hand, or above it where that is too wide."""
    line = " ".join(filter(None, (HAND, one_line(signature.name))))
    whole = " ".join(filter(None, (one_line(signature.position), line)))
    if width is None or text_width(whole) <= width:
        return f"{whole}\n"
    return _lines("", signature.position, width) + f"{line}\n"
