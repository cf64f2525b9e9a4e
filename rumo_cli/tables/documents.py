"""The formats that a document of several tables is drawn in."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from rumo_cli.tables.document import Document
from rumo_cli.tables.formats import Format
from rumo_cli.tables.options import RenderOptions

if TYPE_CHECKING:
    from rumo_cli.tables.table import Table


def _table(document: Document, options: RenderOptions) -> str:
    from rumo_cli.tables.terminal import heading, render_terminal

    title = heading(document.title, options.width, options)
    return _in_turn(document, title, lambda table: render_terminal(table, options))


def _plain(document: Document, options: RenderOptions) -> str:
    from rumo_cli.tables.plain import render_plain
    from rumo_cli.tables.printable import one_line

    return _in_turn(document, one_line(document.title), lambda each: render_plain(each, options))


def _md(document: Document, _options: RenderOptions) -> str:
    from rumo_cli.tables.markdown import heading, markdown

    return _in_turn(document, heading(document.title, 1), lambda table: markdown(table, level=2))


def _html(document: Document, _options: RenderOptions) -> str:
    from rumo_cli.tables.html_page import html_document

    return html_document(document)


def _json(document: Document, _options: RenderOptions) -> str:
    from rumo_cli.tables.json_documents import json_text

    return json_text(document.data)


def _in_turn(document: Document, title: str, draw: "Callable[[Table], str]") -> str:
    parts = [*map(draw, document.tables)] or [f"{document.empty}\n"]
    return "\n".join([f"{title}\n", *parts])


DOCUMENT_FORMATS: Mapping[str, Format[Document]] = {
    known.name: known
    for known in (
        Format("table", _table),
        Format("plain", _plain, (".txt",)),
        Format("md", _md, (".md",)),
        Format("html", _html, (".html", ".htm")),
        Format("json", _json, (".json",), machine=True),
    )
}
