"""The annual analysis as a Word document, made from a template."""

from rumo_cli.documents.analysis import Analysis
from rumo_cli.errors import Refused


def word_analysis(analysis: Analysis, template: bytes | None) -> bytes:
    """Return the analysis in the look of a template."""
    del template
    raise Refused(f"Документ Word {analysis.year} учебного года ещё не готов.")
