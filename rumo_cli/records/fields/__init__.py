"""The types that fields have: how a value is read, shown, searched and described."""

from rumo_cli.records.fields.base import Field, FieldType, Reading, ReadingContext
from rumo_cli.records.fields.choices import Choice, Choices, Kept, Option, Status
from rumo_cli.records.fields.days import Clock, Day, Days, EventDay
from rumo_cli.records.fields.deadlines import deadline
from rumo_cli.records.fields.numbers import Flag, Number, Percent, Whole, headcount
from rumo_cli.records.fields.periods import Periods
from rumo_cli.records.fields.references import (
    AssociationCodes,
    Owner,
    RecordId,
    RecordLinks,
    RecordName,
)
from rumo_cli.records.fields.texts import Link, Person, Persons, Text, Texts
from rumo_cli.records.fields.years import Year
from rumo_cli.records.fields.zones import TimeZone

__all__ = [
    "AssociationCodes",
    "Choice",
    "Choices",
    "Clock",
    "Day",
    "Days",
    "EventDay",
    "Field",
    "FieldType",
    "Flag",
    "Kept",
    "Link",
    "Number",
    "Option",
    "Owner",
    "Percent",
    "Periods",
    "Person",
    "Persons",
    "Reading",
    "ReadingContext",
    "RecordId",
    "RecordLinks",
    "RecordName",
    "Status",
    "Text",
    "Texts",
    "TimeZone",
    "Whole",
    "Year",
    "deadline",
    "headcount",
]
