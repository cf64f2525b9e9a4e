"""Word documents: their tables as grids, and their paragraphs."""

from rumo_cli.intake.word.reading import read_document, read_paragraphs

__all__ = ["read_document", "read_paragraphs"]
