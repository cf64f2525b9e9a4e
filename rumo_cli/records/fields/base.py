"""What a field is: the one description that options, columns, headings and schemas come from."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar, Literal, NamedTuple

from rumo_cli.calendar.months import Month
from rumo_cli.calendar.terms import USUAL, SchoolCalendars
from rumo_cli.calendar.years import AcademicYear
from rumo_cli.records.directory import Directory
from rumo_cli.records.values import Record, Value
from rumo_cli.text import fold, one_line, sort_key

Content = Literal["text", "day", "clock", "link"]


class Reading(NamedTuple):
    """What a text was understood as: values of one or several fields, and what to say of it."""

    values: Record
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class ReadingContext:
    """What a text is read against."""

    today: date
    year: AcademicYear | None = None
    month: Month | None = None
    directory: Directory = field(default_factory=Directory)
    calendars: SchoolCalendars = USUAL
    named: Callable[[str, int], Record | None] | None = None
    """Looks up the record that a kind and an id name; None where nothing can be looked up."""
    typed: bool = False
    """Typed on the command line: a date without a year is the one nearest today."""
    year_given: bool = False
    """The year was named on the command line, and decides for a date typed without one."""
    own: bool = False
    """Written by rumo: the lines of a cell are the items of a list, nothing else splits it."""


class FieldType:
    """How the values of a field are read, shown, searched, sorted and described."""

    metavar: ClassVar[str] = "ТЕКСТ"
    several: ClassVar[bool] = False
    align: ClassVar[Literal["left", "right"]] = "left"
    content: ClassVar[Content] = "text"
    """What a cell of a workbook holds; where figures stand at the right it holds them."""
    wide: bool = False
    dating: ClassVar[bool] = False
    """Its texts hold dates that tell the academic year of a file."""
    companions: tuple[str, ...] = ()
    """Keys that describe the same thing and are void once this value changes without them."""

    def read(self, key: str, text: str, context: ReadingContext) -> Reading:
        """Understand a filled cell or option; raise `ValueError` where a record cannot keep it."""
        del context
        return Reading({key: one_line(text)})

    def show(self, value: Value) -> str:
        """Return the value as people read it, so that `read` understands it again."""
        return "" if value is None else str(value)

    def write(self, value: Value) -> str:
        """Return the value as rumo writes it into a cell of its own for people's spreadsheets."""
        return self.show(value)

    def sort(self, value: Value) -> tuple[object, ...]:
        """Return the key that the field's values are sorted by."""
        return sort_key(self.show(value))

    def matches(self, value: Value, wanted: str, context: ReadingContext) -> bool:
        """Tell whether a value answers to a filter of `list`."""
        del context
        return fold(wanted) in fold(self.show(value))

    def schema(self) -> dict[str, object]:
        """Return the JSON Schema of a filled value."""
        return {"type": "string"}

    def hints(self) -> tuple[str, ...]:
        """Return the words that the shell may complete."""
        return ()

    def words(self) -> tuple[str, ...]:
        """Return the words that a person has to choose a cell from, none where it takes others."""
        return ()


@dataclass(frozen=True)
class Field:
    """One field of a record kind.

    `headings` are what files call it beside its label; `option` is its name on the command line
    where that is not the key; a `shown` field is a column of `list` by default; a `derived` one
    is computed from another and never typed; a `private` one never leaves in anything public.
    """

    key: str
    label: str
    type: FieldType
    headings: tuple[str, ...] = ()
    required: bool = False
    default: Value = None
    option: str | None = None
    shown: bool = False
    derived: bool = False
    private: bool = False
    missed: str | None = None
    """What to say of a row of a file that leaves this field empty."""
    qualifier: str | None = None
    """The key that says how exact this number is."""
    group: str | None = None
    """The key whose empty cell in a file means: as in the row above, this field too."""

    @property
    def option_name(self) -> str:
        """Return the option of `add`, `edit` and the filter of `list`, without dashes."""
        return self.option or self.key.replace("_", "-")

    def show(self, record: Record) -> str:
        """Return what a person reads in this field of a record, the qualifier included."""
        shown = self.type.show(record.get(self.key))
        if shown and self.qualifier:
            prefix = QUALIFIERS.get(str(record.get(self.qualifier)), "")
            return f"{prefix} {shown}".strip()
        return shown


QUALIFIERS = {"exact": "", "at_least": "не менее", "about": "около"}
"""How exact a number is, and the words that say so before it."""
