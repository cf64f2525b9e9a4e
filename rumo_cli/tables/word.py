"""The format `docx`: a table as a Word document, for print and for an attachment."""

from typing import TYPE_CHECKING

from rumo_cli.tables.options import RenderOptions
from rumo_cli.tables.printable import file_line
from rumo_cli.tables.table import Table
from rumo_cli.tables.word_paper import new_paper, packed, paragraph, put, run, text_width
from rumo_cli.tables.word_styles import settled_styles
from rumo_cli.tables.word_table import WordTable

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement as Element

_MOST_UPRIGHT = 5
"""Columns that stand on an upright page."""


def render_word(table: Table, _options: RenderOptions) -> bytes:
    """Return a document with the table under its title, its notes below.

    Many columns turn the page on its side.
    """
    document = new_paper(table.title, landscape=len(table.shown) > _MOST_UPRIGHT)
    styles = settled_styles(document)
    put(document, paragraph(run(file_line(table.title)), style=styles.title))
    if table.rows:
        drawn = WordTable(table, styles, document.part)
        put(document, drawn.drawn(text_width(document.sections[0])))
    else:
        put(document, _said(table.empty))
    put(document, *map(_said, table.notes))
    return packed(document)


def _said(text: str) -> "Element":
    return paragraph(run(file_line(text)), spacing={"before": "120"})
