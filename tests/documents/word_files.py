"""Word files that tests give as templates."""

from collections.abc import Callable
from io import BytesIO

import docx
from docx.document import Document


def template(*paragraphs: str, change: Callable[[Document], None] | None = None) -> bytes:
    """Return a document with these paragraphs, and whatever else a change makes of it."""
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if change:
        change(document)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()
