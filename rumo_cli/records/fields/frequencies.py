"""How often something comes again: a key in the store, words for people."""

from typing import ClassVar

from rumo_cli.records.fields.base import FieldType
from rumo_cli.records.values import Value


class Frequency(FieldType):
    """The frequency of a deadline that comes again, with the keys of `calendar.recurrence`."""

    metavar: ClassVar[str] = "СЛОВО"

    def show(self, value: Value) -> str:
        """Return the frequency in words: «2 раза в год», «раз в 3 недели»."""
        from rumo_cli.calendar.frequencies import show_key

        return show_key(str(value or ""))
