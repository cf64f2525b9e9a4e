"""The records of one academic year, as its figures are counted and its rules are checked."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple

from rumo_cli.calendar.terms import USUAL, SchoolCalendars
from rumo_cli.calendar.years import AcademicYear
from rumo_cli.figures.associations import NAMED_IN, existing_in, omo_summary
from rumo_cli.figures.plan import Judged, judge
from rumo_cli.figures.plan_facts import PlanFacts
from rumo_cli.figures.summary import Summary
from rumo_cli.records.directory import Directory
from rumo_cli.records.plan import COUNTED
from rumo_cli.records.values import Record, Value


class RecordName(NamedTuple):
    """A record by its kind and id."""

    kind: str
    id: int

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"


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
    def items(self) -> Sequence[Judged]:
        """Return the items of the plans, each with the status that it has."""
        return judge(self.of("plan"), self.today, self.facts)

    @cached_property
    def associations(self) -> Sequence[Record]:
        """Return the associations that there are in the year, each under its code."""
        return existing_in(str(self.year), self.of("omo"))

    @cached_property
    def indicators(self) -> Summary:
        """Return what the year adds up to, a row an association."""
        records = {kind: self.of(kind) for kind in NAMED_IN}
        return omo_summary(
            str(self.year), self.of("omo"), records, self.today, self.directory, self.facts
        )


def names(kind: str, records: Iterable[Record]) -> tuple[RecordName, ...]:
    """Return the names of records of a kind."""
    return tuple(RecordName(kind, int(str(record["id"]))) for record in records)
