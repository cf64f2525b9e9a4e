"""The records of one academic year as the rules of the check read them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from textwrap import shorten
from typing import NamedTuple

from rumo_cli.calendar.terms import USUAL, SchoolCalendars
from rumo_cli.calendar.weekdays import show_day
from rumo_cli.calendar.years import AcademicYear
from rumo_cli.figures.associations import NAMED_IN, omo_summary
from rumo_cli.figures.plan_facts import PlanFacts
from rumo_cli.figures.summary import Summary
from rumo_cli.records import kind_of
from rumo_cli.records.directory import Directory
from rumo_cli.records.plan import COUNTED
from rumo_cli.records.values import Record, Value
from rumo_cli.text import quoted

_LONGEST_TITLE = 60
MOST_NAMED = 10
"""Of more records than this the first are named, and the rest are counted."""


class RecordName(NamedTuple):
    """A record by its kind and id."""

    kind: str
    id: int

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"


class Remedy(NamedTuple):
    """What a person types to clear a problem: the kind that it is about, then words."""

    kind: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class YearRecords:
    """A year's records by kind, each with its id, and the settings of the year.

    The associations (`omo`) are those of the whole directory, which belongs to no year.
    """

    year: AcademicYear
    today: date
    records: Mapping[str, Sequence[Record]]
    settings: Mapping[str, Value] = field(default_factory=dict)
    calendars: SchoolCalendars = USUAL

    def of(self, kind: str) -> Sequence[Record]:
        """Return the records of a kind."""
        return self.records.get(kind, ())

    @cached_property
    def directory(self) -> Directory:
        """Return the directory of associations."""
        return Directory(self.of("omo"))

    @cached_property
    def facts(self) -> PlanFacts:
        """Return which records fulfil the items of the plans."""
        counted = {option.key: self.of(option.key) for option in COUNTED.options}
        return PlanFacts(self.of("plan"), counted, self.today, self.calendars)

    @cached_property
    def indicators(self) -> Summary:
        """Return what the year adds up to, a row an association."""
        records = {kind: self.of(kind) for kind in NAMED_IN}
        return omo_summary(
            str(self.year), self.of("omo"), records, self.today, self.directory, self.facts
        )

    def remedy(self, kind: str, *words: str) -> Remedy:
        """Return a command about records of this year."""
        return Remedy(kind, (*words, "--year", str(self.year)))


def names(kind: str, records: Iterable[Record]) -> tuple[RecordName, ...]:
    """Return the names of records of a kind."""
    return tuple(RecordName(kind, _id(record)) for record in records)


def edit(kind: str, record: Record, *words: str) -> Remedy:
    """Return the command that changes a record."""
    return Remedy(kind, ("edit", str(record["id"]), *words))


def show(kind: str, *records: Record) -> Remedy:
    """Return the command that shows records."""
    return Remedy(kind, ("show", *(str(record["id"]) for record in records)))


def title(kind: str, record: Record) -> str:
    """Return what names a record of a kind, in quotes; of a long title the beginning."""
    return quoted(shorten(kind_of(kind).label(record), _LONGEST_TITLE, placeholder="…"))


def day(value: Value) -> date | None:
    """Return the day that a record keeps, if it keeps one."""
    return date.fromisoformat(str(value)) if value else None


def shown_day(value: Value) -> str:
    """Return a kept day as people write it."""
    return show_day(date.fromisoformat(str(value)))


def _id(record: Record) -> int:
    return int(str(record["id"]))
