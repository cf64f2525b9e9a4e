"""Of which kind the records of a table are, by its headings and by what it is called.

A heading speaks for a kind the more, the fewer kinds know it: «Дата» says little, «Наставляемый»
decides; and the label of a field says twice as much as a synonym. What the table, its sheet or its
file is called counts as one heading that no other kind knows.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import NamedTuple

from rumo_cli.intake.grid import Grid
from rumo_cli.intake.heading_rows import Heading, likeliest_heading, missing_fields
from rumo_cli.intake.heading_words import ROW_NUMBERS, fold_heading
from rumo_cli.intake.headings import DEADLINE, Columns
from rumo_cli.records.fields import Field
from rumo_cli.records.kind import Kind
from rumo_cli.text import fold

CLEAR_LEAD = 0.2
"""What a kind must have before the next one, or the table could be either."""

_OF_ANYTHING = {"plan"}
"""A «план вебинаров» is a register of webinars: this name counts where there is no other."""


@dataclass(frozen=True)
class Likeness:
    """How much a table looks like a register of a kind."""

    kind: Kind
    heading: Heading
    missing: tuple[Field, ...]
    """The columns that it would have to have."""
    named: bool
    """The table is called by a name of such registers."""
    score: float

    @property
    def columns(self) -> Columns:
        """Return what the columns would hold."""
        return self.heading.columns

    @property
    def fits(self) -> bool:
        """Tell whether the table can be taken for a register of the kind."""
        if self.missing or not self._is_wide:
            return False
        held = {field.key for field in self.columns.fields.values()}
        if self.columns.periods:
            held.add(DEADLINE)
        return self.named or self.columns.own or not held.isdisjoint(self.kind.told_by)

    @property
    def _is_wide(self) -> bool:
        """Tell a heading from a word that a letter or the minutes of a meeting happen to hold."""
        if self.columns.own:
            return True
        counting = sum(fold_heading(each) in ROW_NUMBERS for each in self.columns.headings)
        return self.columns.known + counting > 1


def likenesses(
    grid: Grid,
    file: str,
    kinds: Iterable[Kind],
    *,
    header_row: int | None = None,
    aliases: Mapping[str, Mapping[str, str]] | None = None,
    given: Collection[str] = (),
) -> list[Likeness]:
    """Return how much a table looks like each kind, the likeliest first.

    `aliases` are, by kind, folded headings and the keys they stand for; `given` are keys that
    every row gets from elsewhere. A kind that knows no heading is left out.
    """
    found = []
    for kind in kinds:
        known = (aliases or {}).get(kind.key)
        heading = likeliest_heading(grid, kind, header_row=header_row, aliases=known)
        if heading:
            missing = tuple(missing_fields(kind, heading.columns, given))
            found.append(_Candidate(kind, heading, missing))
    return _weighed(_of_one_heading(found), lambda heading: _names(grid, file, heading))


def recognised(alike: Iterable[Likeness]) -> list[Likeness]:
    """Return the kinds that a table may be of: none, the one that it is, or those it could be."""
    fitting = [each for each in alike if each.fits]
    return [each for each in fitting if each.score > fitting[0].score - CLEAR_LEAD]


class _Candidate(NamedTuple):
    kind: Kind
    heading: Heading
    missing: tuple[Field, ...]


def _of_one_heading(found: Sequence[_Candidate]) -> list[_Candidate]:
    """Return those that see the heading where the one with the most known columns sees it."""
    best = max(found, key=lambda each: (not each.missing, each.heading.columns.known), default=None)
    return [each for each in found if best and each.heading.last == best.heading.last]


def _weighed(found: Sequence[_Candidate], names_of: Callable[[Heading], str]) -> list[Likeness]:
    called = [kind for kind, heading, _ in found if _is_called(kind, names_of(heading))]
    named = {kind.key for kind in called if len(called) == 1 or kind.key not in _OF_ANYTHING}
    weights = [_weights(each.heading.columns) for each in found]
    totals: Counter[str] = sum((weight for weight in weights), Counter())
    alike = [
        Likeness(
            *each,
            named=each.kind.key in named,
            score=(each.kind.key in named) + sum(weight[name] / totals[name] for name in weight),
        )
        for each, weight in zip(found, weights, strict=True)
    ]
    return sorted(alike, key=lambda each: (not each.fits, -each.score))


def _is_called(kind: Kind, names: str) -> bool:
    return any(name in names for name in kind.registers_called)


def _weights(columns: Columns) -> Counter[str]:
    """Return how surely each folded heading is the kind's: its own label, or a word for it."""
    weights: Counter[str] = Counter()
    for place in (*columns.fields, *columns.periods):
        heading = fold_heading(columns.headings[place])
        field = columns.fields.get(place)
        if heading not in ROW_NUMBERS:
            weights[heading] += 2 if field and heading == fold_heading(field.label) else 1
    return weights


def _names(grid: Grid, file: str, heading: Heading) -> str:
    """Return what the table is called: its file, its sheet, its title, its headings."""
    above = [cell for row in grid.rows[: heading.first] for cell in row.cells]
    texts = [PurePath(file).stem, grid.sheet or "", grid.title, *above, *heading.columns.headings]
    return fold(" ".join(texts))
