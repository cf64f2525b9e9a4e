"""Word documents: their tables as grids."""

from rumo_cli.intake.word.reading import read_document

__all__ = ["read_document"]
