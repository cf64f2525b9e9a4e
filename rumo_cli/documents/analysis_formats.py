"""The formats that the annual analysis is written in."""

from rumo_cli.documents.analysis import Analysis
from rumo_cli.tables.document import Document
from rumo_cli.tables.documents import DOCUMENT_FORMATS
from rumo_cli.tables.formats import Format
from rumo_cli.tables.options import RenderOptions


def analysis_formats(template: bytes | None = None) -> dict[str, Format[Analysis]]:
    """Return the formats by name; a Word document is made from a template, else the shipped one."""

    def word(analysis: Analysis, _options: RenderOptions) -> bytes:
        from rumo_cli.documents.analysis_word import word_analysis

        return word_analysis(analysis, template)

    drawn = {name: known.taking(_document) for name, known in DOCUMENT_FORMATS.items()}
    docx = Format("docx", word, (".docx",), machine=True, document="Документ Word")
    return drawn | {"docx": docx}


def _document(analysis: Analysis, _options: RenderOptions) -> Document:
    return analysis.document()
