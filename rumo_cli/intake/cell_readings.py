"""How the cells of a table read; what stands in many rows is read once."""

from typing import TYPE_CHECKING

from rumo_cli.intake.unread import kept_unread
from rumo_cli.records.fields import Field, Reading, ReadingContext
from rumo_cli.records.kind import Kind

if TYPE_CHECKING:
    from rumo_cli.records.values import Record

MOST_KEPT = 100_000
"""Readings that are kept: dates, hours and associations come again and again, titles do not."""


class CellReadings:
    """The readings of cells against one context."""

    def __init__(self, kind: Kind, context: ReadingContext) -> None:
        self.context = context
        self.year = str(context.year) if context.year else None
        self.plain: dict[str, dict[str, Record]] = {field.key: {} for field in kind.fields}
        """The values of cells read before that had nothing more to say, by key and text."""
        self._kind = kind
        self._unusual: dict[tuple[str, str], Reading | ValueError] = {}
        self._room = MOST_KEPT

    def of(self, field: Field, text: str) -> Reading | ValueError:
        """Return the reading of a cell that is not `plain`, or what is wrong with it."""
        found = self._unusual.get((field.key, text))
        return self._read(field, text) if found is None else found

    def _read(self, field: Field, text: str) -> Reading | ValueError:
        found: Reading | ValueError
        try:
            found = field.type.read(field.key, text, self.context)
        except ValueError as error:
            found = kept_unread(self._kind, field, text, error, self.context) or error
        if self._room:
            self._keep(field, text, found)
        return found

    def _keep(self, field: Field, text: str, found: Reading | ValueError) -> None:
        self._room -= 1
        if isinstance(found, ValueError) or found.notes or "notes" in found.values:
            self._unusual[field.key, text] = found
        elif found.values:
            self.plain[field.key][text] = found.values
