"""The academic year that a record belongs to."""

from contextlib import suppress
from typing import ClassVar

from rumo_cli.calendar.years import AcademicYear
from rumo_cli.records.fields.base import FieldType, Reading, ReadingContext
from rumo_cli.records.values import Value


class Year(FieldType):
    """An academic year, kept as 2024-2025."""

    metavar: ClassVar[str] = "ГОД"

    def read(self, key: str, text: str, context: ReadingContext) -> Reading:
        """Understand any notation of an academic year."""
        del context
        return Reading({key: str(AcademicYear.parse(text))})

    def matches(self, value: Value, wanted: str, context: ReadingContext) -> bool:
        """Tell whether the value is the wanted year, or has the wanted figures in it."""
        with suppress(ValueError):
            wanted = str(AcademicYear.parse(wanted))
        return super().matches(value, wanted, context)

    def schema(self) -> dict[str, object]:
        """Return the JSON Schema of an academic year."""
        return {"type": "string", "pattern": "^[0-9]{4}-[0-9]{4}$"}
