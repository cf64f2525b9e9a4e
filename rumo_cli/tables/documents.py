"""The formats that a document is drawn in."""

from collections.abc import Mapping

from rumo_cli.tables.document import Document
from rumo_cli.tables.formats import Format
from rumo_cli.tables.options import RenderOptions


def _table(document: Document, options: RenderOptions) -> str:
    from rumo_cli.tables.text_documents import terminal_document

    return terminal_document(document, options)


def _plain(document: Document, options: RenderOptions) -> str:
    from rumo_cli.tables.text_documents import plain_document

    return plain_document(document, options)


def _md(document: Document, _options: RenderOptions) -> str:
    from rumo_cli.tables.markdown_document import markdown_document

    return markdown_document(document)


def _html(document: Document, _options: RenderOptions) -> str:
    from rumo_cli.tables.html_document import html_document

    return html_document(document)


def _docx(document: Document, _options: RenderOptions) -> bytes:
    from rumo_cli.tables.word_document import word_document

    return word_document(document)


def _json(document: Document, _options: RenderOptions) -> str:
    from rumo_cli.tables.json_documents import json_text

    return json_text(document.data)


DOCUMENT_FORMATS: Mapping[str, Format[Document]] = {
    known.name: known
    for known in (
        Format("table", _table),
        Format("plain", _plain, (".txt",)),
        Format("md", _md, (".md",)),
        Format("html", _html, (".html", ".htm")),
        Format("docx", _docx, (".docx",), machine=True, document="Документ Word"),
        Format("json", _json, (".json",), machine=True),
    )
}
