"""What a person types to clear a problem, and how a message names what it is about."""

from datetime import date
from textwrap import shorten
from typing import NamedTuple

from rumo_cli.calendar.weekdays import show_day
from rumo_cli.figures.year_records import YearRecords
from rumo_cli.records import kind_of
from rumo_cli.records.values import Record, Value
from rumo_cli.text import quoted

_LONGEST_TITLE = 60
MOST_NAMED = 10
"""Of more records than this the first are named, and the rest are counted."""


class Remedy(NamedTuple):
    """A command: the kind that it is about, then words."""

    kind: str
    words: tuple[str, ...]


def in_year(year: YearRecords, kind: str, *words: str) -> Remedy:
    """Return a command about records of a year."""
    return Remedy(kind, (*words, "--year", str(year.year)))


def edit(kind: str, record: Record, *words: str) -> Remedy:
    """Return the command that changes a record."""
    return Remedy(kind, ("edit", str(record["id"]), *words))


def show(kind: str, *records: Record) -> Remedy:
    """Return the command that shows records."""
    return Remedy(kind, ("show", *(str(record["id"]) for record in records)))


def title(kind: str, record: Record) -> str:
    """Return what names a record of a kind, in quotes; of a long title the beginning."""
    return quoted(shorten(kind_of(kind).label(record), _LONGEST_TITLE, placeholder="…"))


def shown_day(value: Value) -> str:
    """Return a kept day as people write it."""
    return show_day(date.fromisoformat(str(value)))


def day(value: Value) -> date | None:
    """Return the day that a record keeps, if it keeps one."""
    return date.fromisoformat(str(value)) if value else None
