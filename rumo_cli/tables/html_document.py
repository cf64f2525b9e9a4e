"""Documents as a page: headings within headings, text of a readable width, captioned tables."""

from collections.abc import Iterator
from html import escape
from itertools import count

from rumo_cli.tables.document import (
    Document,
    Heading,
    Listing,
    PageBreak,
    Paragraph,
    Signature,
    TextBlock,
)
from rumo_cli.tables.html_page import heading_one, table_parts, whole_page
from rumo_cli.tables.printable import file_line
from rumo_cli.tables.table import Table
from rumo_cli.text import unparted

_DEEPEST = 6
_STYLE = """\
h2 { break-after: avoid; font-size: 1.25rem; margin: 2rem 0 .75rem; }
h3, h4, h5, h6 { break-after: avoid; font-size: 1.0625rem; margin: 1.5rem 0 .5rem; }
main > p, main > ul, main > ol { max-width: 44rem; overflow-wrap: break-word; }
ol { list-style: numbers; }
li { margin: .25rem 0; }
hr { border: 0; border-top: 1px solid; margin: 2.5rem 0; opacity: .4; }
.table { margin: 1.5rem 0; }
h2 ~ .table caption { font-size: 1rem; }
.signature { break-before: avoid; break-inside: avoid; display: flex; flex-wrap: wrap;
  gap: .5rem 3rem; justify-content: space-between; margin: 3rem 0 1.5rem; }
@counter-style numbers { system: extends decimal; suffix: ") "; }
@media print {
  @page { size: A4; margin: 2cm 1cm 2cm 3cm; }
  hr { break-after: page; visibility: hidden; margin: 0; }
  main > p, main > ul, main > ol { max-width: none; }
}
"""


def html_document(document: Document) -> str:
    """Return a whole page with the blocks of a document under its title."""
    said = list(_blocks(document)) or [_paragraph(document.empty)]
    body = [heading_one(document.title), *said]
    return whole_page(document.title, body, document.tables, _STYLE)


def _blocks(document: Document) -> Iterator[str]:
    """Yield the blocks; a table is headed a level below the heading that it stands under."""
    level, numbers = 1, count(1)
    for block in document.blocks:
        if isinstance(block, Table):
            yield from table_parts(block, next(numbers), _tag(level))
        else:
            yield from _text_block(block)
        if isinstance(block, Heading):
            level = block.level + 1


def _text_block(block: TextBlock) -> Iterator[str]:
    match block:
        case Heading(text, level):
            yield f"<{_tag(level)}>{_text(text)}</{_tag(level)}>"
        case Paragraph(text):
            yield _paragraph(text)
        case Listing(items, numbered):
            tag = "ol" if numbered else "ul"
            yield from (f"<{tag}>", *(f"<li>{_text(item)}</li>" for item in items), f"</{tag}>")
        case Signature(position, name):
            signed = f"<span>{_text(position)}</span> <span>{_text(name)}</span>"
            yield f'<p class="signature">{signed}</p>'
        case PageBreak():
            yield "<hr>"


def _tag(level: int) -> str:
    """Return the heading of a level under the title of the page."""
    return f"h{min(1 + level, _DEEPEST)}"


def _paragraph(text: str) -> str:
    return f"<p>{_text(text)}</p>"


def _text(text: str) -> str:
    return escape(unparted(file_line(text)))
