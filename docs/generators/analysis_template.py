"""The template of the annual analysis that rumo ships, as Word would have it."""

from pathlib import PurePath
from zipfile import ZIP_STORED

from docx.oxml.xmlchemy import BaseOxmlElement as Element
from docx.shared import Mm

from rumo_cli.documents.analysis_marks import APPENDICES, SECTION_MARKS
from rumo_cli.tables.word_document import WordWriter
from rumo_cli.tables.word_paper import beside, new_paper, packed, paragraph, put, run

ANALYSIS_TEMPLATE = PurePath("rumo_cli/documents/templates/analysis.docx")

_APART = {"before": "480"}


def analysis_template() -> bytes:
    """Return the document, not compressed: so its bytes are the same wherever it is made."""
    document = new_paper("Анализ деятельности")
    styles = WordWriter(document).styles
    position = _said("должность", spacing=_APART)
    name = _said("подпись", spacing=_APART, jc={"val": "right"})
    put(
        document,
        _said("заголовок", styles.title),
        *(_said(mark, styles.body) for mark in SECTION_MARKS.values()),
        beside((Mm(102), position), (Mm(68), name)),
        _said(APPENDICES, styles.body),
    )
    return packed(document, ZIP_STORED)


def _said(name: str, style: str = "Normal", **layout: dict[str, str]) -> Element:
    return paragraph(run(f"{{{{ {name} }}}}"), style=style, **layout)
