"""The total rows of a register, held against what was read."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rumo_cli.intake.heading_words import ROW_NUMBERS, fold_heading
from rumo_cli.intake.layout import LaidRow, Layout, RowKind
from rumo_cli.intake.problems import Problem
from rumo_cli.intake.rows import Incoming
from rumo_cli.records.fields import Whole
from rumo_cli.text import fold

_DIGITS = r"\d{1,3}(?: \d{3})+|\d+"
_FIGURE = (
    rf"(?:(?:не менее|более|свыше|около|ок\.) )?(?P<figure>{_DIGITS})(?:[.,]0+)?(?: [^\W\d]+\.?)*"
)
_AFTER_WORDS = rf"[:-] ?(?P<figure>{_DIGITS})(?!\d| ?%)[^\d%]*$|^\D*(?P<only>{_DIGITS})\D*$"
_OUT_OF_COUNT = frozenset({"cancelled", "postponed", "withdrawn"})


class _Counts(NamedTuple):
    """A number of records, or a sum over them."""

    once: int
    """Repetitions left out."""
    all: int
    going: int
    """Neither cancelled nor put off."""


class _Figure(NamedTuple):
    """A figure of a total row, and what it may rightly be, the nearest group of rows first."""

    laid: LaidRow
    place: int
    stated: int
    counted: list[_Counts]


def check_totals(layout: Layout, incoming: Sequence[Incoming]) -> list[Problem]:
    """Return a warning for each figure of the total rows that the rows read do not give.

    A total may be that of the rows since the one before («Итого за октябрь»), of all so far or of
    the whole table; repetitions and what was cancelled may be counted in it or not.
    """
    return [
        _mismatch(layout, figure)
        for figure in _figures(layout, incoming)
        if not any(figure.stated in counts for counts in figure.counted)
    ]


def totals_of_what_fell_through(layout: Layout, incoming: Sequence[Incoming]) -> list[str]:
    """Return a note for each number of records in a total that counts the cancelled ones too."""
    notes = []
    for laid, place, stated, counted in _figures(layout, incoming):
        right = next((counts for counts in counted if stated in counts), None)
        if right and stated > right.going and not _is_summed(layout, place):
            apart = f"{right.going} и ещё {stated - right.going} отменено или перенесено"
            notes.append(f"в итоге (строка {laid.source.row}) указано {stated}: это {apart}")
    return notes


def _figures(layout: Layout, incoming: Sequence[Incoming]) -> Iterator[_Figure]:
    totalled = any(laid.kind is RowKind.TOTAL for laid in layout.rows)
    if not totalled or any(row.errors for row in incoming):
        return
    read = {row.laid.source.row: row for row in incoming}
    block: list[Incoming] = []
    so_far: list[Incoming] = []
    for laid in layout.rows:
        if laid.kind is RowKind.DATA:
            block.append(read[laid.source.row])
            so_far.append(read[laid.source.row])
        elif laid.kind in {RowKind.SECTION, RowKind.BAND}:
            block = []
        elif laid.kind is RowKind.TOTAL:
            yield from _figures_of_row(laid, layout, [block or so_far, so_far, incoming])
            block = []


def _figures_of_row(
    laid: LaidRow, layout: Layout, groups: Sequence[Sequence[Incoming]]
) -> Iterator[_Figure]:
    for place, cell in enumerate(laid.source.cells):
        stated = _figure(cell)
        if stated is not None and not _is_untaken(layout, place):
            yield _Figure(laid, place, stated, [_counts(layout, place, rows) for rows in groups])


def _mismatch(layout: Layout, figure: _Figure) -> Problem:
    laid, place, stated, counted = figure
    headings = layout.columns.headings
    heading = headings[place] if place < len(headings) else ""
    message = f"в итоге указано {stated}, а прочитано {counted[0].once}"
    return Problem.at(laid.source, message, heading or None, laid.source.cells[place].strip())


def _figure(cell: str) -> int | None:
    """Return the figure of a cell, be it alone or at the end of «Итого за 2024-2025 год: 122»."""
    text = fold(cell)
    match = re.fullmatch(_FIGURE, text) or (
        re.search(_AFTER_WORDS, text) if text[:1].isalpha() else None
    )
    if match is None:
        return None
    digits = match["figure"] or match.groupdict().get("only") or ""
    return int(digits.replace(" ", ""))


def _counts(layout: Layout, place: int, rows: Sequence[Incoming]) -> _Counts:
    """Return what a figure may rightly be: a sum of its column, or a number of records."""
    once = [row for row in rows if not row.repeats]
    going = [row for row in once if row.record.get("status") not in _OUT_OF_COUNT]
    if not _is_summed(layout, place):
        return _Counts(len(once), len(rows), len(going))
    key = layout.columns.fields[place].key
    columns = ([row.record.get(key) for row in group] for group in (once, rows, going))
    return _Counts(*(sum(each for each in column if isinstance(each, int)) for column in columns))


def _is_untaken(layout: Layout, place: int) -> bool:
    """Tell a column of figures that no field takes: what its total is of, cannot be known."""
    rows = (laid.source.cells for laid in layout.rows if laid.kind is RowKind.DATA)
    cells = (cells[place].strip() for cells in rows if place < len(cells))
    numbering = fold_heading("".join(layout.columns.headings[place : place + 1])) in ROW_NUMBERS
    taken = place in layout.columns.fields or numbering
    return not taken and any(_figure(cell) is not None for cell in cells)


def _is_summed(layout: Layout, place: int) -> bool:
    field = layout.columns.fields.get(place)
    return field is not None and isinstance(field.type, Whole)
