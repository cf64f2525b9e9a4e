"""What texts are read against: a file of others, the command line, a file that rumo wrote."""

from dataclasses import replace
from datetime import date

from rumo_cli.calendar.months import Month
from rumo_cli.calendar.years import AcademicYear
from rumo_cli.records.directory import Directory
from rumo_cli.records.fields import FieldType, ReadingContext
from rumo_cli.records.values import Value

DIRECTORY = Directory(
    [
        {"code": "ОМО-01", "title": "ОМО учителей математики"},
        {"code": "ОМО-02", "title": "ОМО учителей физики, астрономии"},
        {"code": "ОМО-10", "title": "ОМО учителей физической культуры"},
        {"title": "ОМО молодых педагогов"},
    ]
)
FILE = ReadingContext(today=date(2024, 10, 15), year=AcademicYear(2024))
FILE_WITH_DIRECTORY = replace(FILE, directory=DIRECTORY)
OCTOBER = replace(FILE, month=Month(2024, 10))
TYPED = replace(FILE, typed=True)
TYPED_WITH_DIRECTORY = replace(TYPED, directory=DIRECTORY)
OWN = replace(FILE, own=True)


def value_of(field_type: FieldType, text: str, context: ReadingContext = FILE) -> Value:
    """Return the value that a text is read as, where nothing else is to be said of it."""
    values, notes = field_type.read("key", text, context)
    assert notes == ()
    assert values.keys() == {"key"}
    return values["key"]


def refusal_of(field_type: FieldType, text: str, context: ReadingContext = FILE) -> str:
    """Return the words that a text is refused with; none where it is read."""
    try:
        field_type.read("key", text, context)
    except ValueError as error:
        return str(error)
    return ""
