"""Figures of several years side by side, and which way each has gone."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rumo_cli.figures.figure import Counted, Definition, Figure
from rumo_cli.figures.registry import DEFINITIONS
from rumo_cli.figures.year_records import YearRecords

TRENDS: Mapping[str, str] = {
    "growing": "рост",
    "falling": "снижение",
    "steady": "без изменений",
    "varied": "колебания",
}
"""Which way a figure has gone, and what people read of it."""


@dataclass(frozen=True)
class Compared:
    """A figure in several years, the oldest first; None in a year that does not tell it."""

    about: Definition
    years: Mapping[str, Counted | None]

    @property
    def told(self) -> Sequence[Counted]:
        """Return what it came to in the years that tell it."""
        return [each for each in self.years.values() if each and each.value is not None]

    @property
    def change(self) -> Figure | None:
        """Return the last year that tells it beside the first, None where only one does."""
        told = self.told
        return Figure(self.about, told[-1], told[0]) if len(told) > 1 else None

    @property
    def trend(self) -> str | None:
        """Return which way it has gone from year to year, None where there is nothing to tell."""
        numbers = [each.value or 0 for each in self.told]
        if len(numbers) < 2:
            return None
        if len(set(numbers)) == 1:
            return "steady"
        if all(earlier <= later for earlier, later in pairwise(numbers)):
            return "growing"
        falls = all(earlier >= later for earlier, later in pairwise(numbers))
        return "falling" if falls else "varied"


def compared(years: Sequence[YearRecords]) -> Iterator[Compared]:
    """Yield every figure that has a past, in the given years."""
    for about in DEFINITIONS:
        if about.history:
            yield Compared(about, {str(each.year): about.told_by(each) for each in years})
