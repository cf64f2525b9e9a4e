"""What a figure of a year is: how it is counted, what it came to, which records bear it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from rumo_cli.figures.summary import percent
from rumo_cli.figures.year_records import RecordName, YearRecords
from rumo_cli.nouns import Noun

Number = int | float | None
"""A figure may be a share, and there may be nothing to tell it from."""


class Counted(NamedTuple):
    """What a figure came to, and the records that it was counted from.

    A count has as many records as it says, a sum those that it sums, a share those of its whole,
    a number of people or names those that name them. `qualifier` tells how exact it is: `exact`,
    `about`, `at_least`. `grounds` are further records without any one of which it would not be
    what it is.
    """

    value: Number
    evidence: tuple[RecordName, ...] = ()
    qualifier: str = "exact"
    grounds: tuple[RecordName, ...] = ()


@dataclass(frozen=True)
class Definition:
    """A figure that an annual analysis tells.

    `label` names it in a table, `definition` says in a sentence what is counted and by which rule.
    `noun` is what is counted, for words beside the number; a share has none. `unit` stands beside
    a figure that is no count. `kinds` are those that it is counted from: a year without any record
    of them does not tell it. One without a `history` is known of the present alone. `summed` is the
    field whose numbers a sum adds up; a record of another kind adds one.
    """

    key: str
    label: str
    definition: str
    count: Callable[[YearRecords], Counted]
    noun: Noun | None = None
    unit: str = ""
    kinds: tuple[str, ...] = ()
    history: bool = True
    summed: str = ""

    def told_by(self, year: YearRecords) -> Counted | None:
        """Return what it came to in a year, None where the year has no records that tell it."""
        return self.count(year) if not self.kinds or any(map(year.of, self.kinds)) else None


@dataclass(frozen=True)
class Figure:
    """A figure of a year beside that of the year before, None where that year has no records."""

    about: Definition
    now: Counted
    before: Counted | None = None

    @property
    def value(self) -> Number:
        """Return what it came to."""
        return self.now.value

    @property
    def previous(self) -> Number:
        """Return what it was the year before."""
        return self.before.value if self.before else None

    @property
    def change(self) -> Number:
        """Return by how much it grew."""
        if self.value is None or self.previous is None:
            return None
        change = self.value - self.previous
        return round(change, 1) if isinstance(change, float) else change

    @property
    def change_percent(self) -> float | None:
        """Return by how much it grew as a percentage of what it was; a share has none."""
        change, previous = self.change, self.previous
        if isinstance(change, int) and isinstance(previous, int):
            return percent(change, previous)
        return None


Figures = Mapping[str, Figure]
"""The figures of a year by their keys, in the order in which they are told."""
