"""The total rows of a register, held against what was read."""

import re
from collections.abc import Iterator, Sequence

from rumo_cli.intake.layout import LaidRow, Layout, RowKind
from rumo_cli.intake.problems import Problem
from rumo_cli.intake.rows import Incoming
from rumo_cli.records.fields import Whole
from rumo_cli.text import fold

_DIGITS = r"\d{1,3}(?: \d{3})+|\d+"
_FIGURE = re.compile(
    rf"(?:(?:не менее|более|свыше|около|ок\.) )?(?P<figure>{_DIGITS})(?:[.,]0+)?(?: [^\W\d]+\.?)*"
)
_AFTER_WORDS = re.compile(
    rf"[:-] ?(?P<figure>{_DIGITS})(?!\d| ?%)[^\d%]*$|^\D*(?P<only>{_DIGITS})\D*$"
)
_OUT_OF_COUNT = frozenset({"cancelled", "postponed", "withdrawn"})


def check_totals(layout: Layout, incoming: Sequence[Incoming]) -> list[Problem]:
    """Return a warning for each figure of the total rows that the rows read do not give.

    A total may be that of the rows since the one before («Итого за октябрь»), of all so far or of
    the whole table; repetitions and what was cancelled may be counted in it or not.
    """
    if any(row.errors for row in incoming):
        return []
    return list(_check(layout, incoming))


def _check(layout: Layout, incoming: Sequence[Incoming]) -> Iterator[Problem]:
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
            yield from _check_row(laid, layout, [block or so_far, so_far, incoming])
            block = []


def _check_row(
    laid: LaidRow, layout: Layout, groups: Sequence[Sequence[Incoming]]
) -> Iterator[Problem]:
    headings = layout.columns.headings
    for place, cell in enumerate(laid.source.cells):
        stated = _figure(cell)
        if stated is None:
            continue
        counted = [value for rows in groups for value in _counts(layout, place, rows)]
        if stated not in counted:
            heading = headings[place] if place < len(headings) else ""
            message = f"в итоге указано {stated}, а прочитано {counted[0]}"
            yield Problem.at(laid.source, message, heading or None, cell.strip())


def _figure(cell: str) -> int | None:
    """Return the figure of a cell, be it alone or at the end of «Итого за 2024-2025 год: 122»."""
    text = fold(cell)
    match = _FIGURE.fullmatch(text) or (_AFTER_WORDS.search(text) if text[:1].isalpha() else None)
    if match is None:
        return None
    digits = match["figure"] or match.groupdict().get("only") or ""
    return int(digits.replace(" ", ""))


def _counts(layout: Layout, place: int, rows: Sequence[Incoming]) -> list[int]:
    """Return what a figure may rightly be: a sum of its column, or a number of records."""
    field = layout.columns.fields.get(place)
    unique = [row for row in rows if not row.repeats]
    counted = [row for row in unique if row.record.get("status") not in _OUT_OF_COUNT]
    if field is None or not isinstance(field.type, Whole):
        return [len(unique), len(rows), len(counted)]
    columns = ([row.record.get(field.key) for row in group] for group in (unique, rows, counted))
    return [sum(value for value in column if isinstance(value, int)) for column in columns]
