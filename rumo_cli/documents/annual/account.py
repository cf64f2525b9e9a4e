"""What the analysis gives an account of: a year, the year before, its figures, how to say them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeAlias

from rumo_cli.documents.annual.words import Thing, grouped, percent
from rumo_cli.figures.figure import Figures
from rumo_cli.figures.summary import number as whole
from rumo_cli.figures.year_records import RecordName, YearRecords
from rumo_cli.records.values import Record, Value
from rumo_cli.tables.document import Block

_PEOPLE = "participants"
_LESSONS_OVER = 5
"""The month in which analyses of a year begin to be written."""

Write: TypeAlias = Callable[["Account"], Iterator[Block]]
"""Writes a section: nothing at all where no records bear it."""


@dataclass(frozen=True)
class Account:
    """A year, and how its figures are said; `rounded` lets people be told in thousands."""

    year: YearRecords
    before: YearRecords | None
    figures: Figures
    rounded: bool = True

    @property
    def name(self) -> str:
        """Return the academic year: «2024-2025»."""
        return str(self.year.year)

    @property
    def name_before(self) -> str:
        """Return the academic year before."""
        return str(self.year.year.previous)

    @property
    def in_progress(self) -> bool:
        """Tell whether the year has months of lessons ahead: its figures are no result yet."""
        return self.year.today < date(self.year.year.first + 1, _LESSONS_OVER, 1)

    @property
    def settings(self) -> Mapping[str, Value]:
        """Return the settings of the year."""
        return self.year.settings

    def number(self, key: str) -> int:
        """Return a figure that is a count, 0 where nothing is known of it."""
        value = self._value(key)
        return value if isinstance(value, int) else 0

    def share(self, key: str) -> float | None:
        """Return a figure that is a percentage, None of nothing."""
        value = self._value(key)
        return None if value is None else float(value)

    def previous(self, key: str) -> int:
        """Return what a count was the year before, 0 where that is not known."""
        value = self.figures[key].previous if key in self.figures else None
        return value if isinstance(value, int) else 0

    def people(self, key: str) -> tuple[int, str]:
        """Return a headcount and how exact it is.

        Where those told inexactly do not reach the next lower thousand, more than that thousand
        there were for sure, and `about` need not be said.
        """
        if key not in self.figures:
            return 0, "exact"
        number, qualifier = self.number(key), self.figures[key].now.qualifier
        known = [each for each in self.evidence(key) if each.get(f"{_PEOPLE}_qualifier") != "about"]
        sure = sum(whole(each.get(_PEOPLE)) for each in known)
        if self.rounded and qualifier == "about" and sure // 1000 == number // 1000:
            return sure, "at_least"
        return number, qualifier

    def people_before(self, key: str) -> tuple[int, str]:
        """Return a headcount of the year before and how exact it is."""
        before = self.figures[key].before if key in self.figures else None
        return (self.previous(key), before.qualifier) if before else (0, "exact")

    def evidence(self, key: str, kind: str = "") -> list[Record]:
        """Return the records, or those of a kind, that a figure was counted from, by their days."""
        names = self.figures[key].now.evidence if key in self.figures else ()
        found = (self._by_name.get(name) for name in names if kind in {"", name.kind})
        return sorted(filter(None, found), key=lambda record: str(record.get("date") or "9"))

    @cached_property
    def _by_name(self) -> dict[RecordName, Record]:
        return {
            RecordName(kind, int(str(record["id"]))): record
            for kind, records in self.year.records.items()
            for record in records
        }

    def beside(self, key: str, thing: Thing) -> str:
        """Return what a count was the year before, in brackets, and how it has changed."""
        now, previous = self.number(key), self.previous(key)
        if not previous:
            return ""
        if self.in_progress:
            return f"(за весь {self.name_before} учебный год – {thing.counted(previous)})"
        if now == previous:
            return f"(столько же, сколько в {self.name_before} учебном году)"
        change = f"{'прирост' if now > previous else 'снижение'} – {grouped(abs(now - previous))}"
        share = self.figures[key].change_percent
        relative = f", или {percent(abs(share))}" if share else ""
        was = f"в {self.name_before} учебном году – {thing.counted(previous)}"
        return f"({was}; {change}{relative})"

    def _value(self, key: str) -> int | float | None:
        return self.figures[key].value if key in self.figures else None
