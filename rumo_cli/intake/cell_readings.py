"""How the cells of a table read; what stands in many rows is read once."""

from rumo_cli.intake.unread import kept_unread
from rumo_cli.records.fields import Field, Reading, ReadingContext
from rumo_cli.records.kind import Kind

MOST_KEPT = 100_000
"""Readings that are kept: dates, hours and associations come again and again, titles do not."""


class CellReadings:
    """The readings of cells against one context."""

    def __init__(self, kind: Kind, context: ReadingContext) -> None:
        self.context = context
        self._kind = kind
        self._kept: dict[tuple[str, str], Reading | ValueError] = {}

    def of(self, field: Field, text: str) -> Reading | ValueError:
        """Return the reading of a cell, or what is wrong with it."""
        found = self._kept.get((field.key, text))
        if found is None:
            found = self._read(field, text)
            if len(self._kept) < MOST_KEPT:
                self._kept[field.key, text] = found
        return found

    def _read(self, field: Field, text: str) -> Reading | ValueError:
        try:
            return field.type.read(field.key, text, self.context)
        except ValueError as error:
            return kept_unread(self._kind, field, text, error, self.context) or error
