"""Documents as Markdown: headings of levels, lists, and tables under headings of their own."""

import re
from collections.abc import Iterator

from rumo_cli.tables.document import (
    Block,
    Document,
    Heading,
    Listing,
    PageBreak,
    Paragraph,
    Signature,
)
from rumo_cli.tables.markdown import escaped, heading, markdown
from rumo_cli.tables.printable import one_line
from rumo_cli.tables.table import Table
from rumo_cli.tables.text_documents import HAND, item_marks

# What begins a list, a rule or the underlining of a heading, but only at the start of a line.
_BEGINNING = re.compile(r"^(\d{0,9})([-+=.)])")


def markdown_document(document: Document) -> str:
    """Return a document, any text in it shown as it stands."""
    parts = [*_parts(document)] or [_text(document.empty)]
    return "\n\n".join(part.rstrip("\n") for part in [heading(document.title, 1), *parts]) + "\n"


def _parts(document: Document) -> Iterator[str]:
    level = 1
    for block in document.blocks:
        if isinstance(block, Heading):
            level = 1 + block.level
        yield from _part(block, level)


def _part(block: Block, level: int) -> Iterator[str]:
    """Yield a block that stands under a heading of a level."""
    match block:
        case Heading(text):
            yield heading(text, level)
        case Paragraph(text):
            yield _text(text)
        case Listing(items, numbered):
            marks = item_marks(len(items), "-", numbered=numbered)
            yield "\n".join(map(str.__add__, marks, map(_text, items)))
        case Table():
            yield markdown(block, level + 1)
        case Signature(position, name):
            yield escaped(" ".join(filter(None, map(one_line, (position, HAND, name)))))
        case PageBreak():
            yield "---"


def _text(text: str) -> str:
    return _BEGINNING.sub(r"\1\\\2", escaped(one_line(text)))
