"""The layout of a foreign table: where its heading stands and what each row is."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from rumo_cli.calendar.months import Month, find_month, month_name
from rumo_cli.intake.behind_cells import fill_merged, put_links
from rumo_cli.intake.grid import Grid, GridRow
from rumo_cli.intake.heading_rows import Heading, find_heading
from rumo_cli.intake.headings import Columns, is_period
from rumo_cli.intake.row_kinds import RowKind, name_rows
from rumo_cli.records.fields import Link
from rumo_cli.records.kind import Kind

__all__ = ["LaidRow", "Layout", "RowKind", "lay_out"]


class LaidRow(NamedTuple):
    """A row, what it is, and the section and month that it stands under."""

    kind: RowKind
    source: GridRow
    section: str | None = None
    month: Month | None = None
    band: str | None = None
    """The month as the table writes it."""
    day: str | None = None
    """The day that it stands under, as the table writes it."""


class Layout(NamedTuple):
    """A table taken apart: its title, its columns and its rows, each named for what it is."""

    title: str
    columns: Columns
    rows: tuple[LaidRow, ...]


def lay_out(
    grid: Grid,
    kind: Kind,
    *,
    header_row: int | None = None,
    aliases: Mapping[str, str] | None = None,
    given: frozenset[str] = frozenset(),
) -> Layout:
    """Find the heading and name every row for what it is; arguments as `find_heading` has them.

    Raise `Refused` where no heading fits the kind, or where a second one has other columns.
    """
    heading = find_heading(grid, kind, header_row=header_row, aliases=aliases, given=given)
    above = grid.rows[: heading.first]
    rows = [_above(row) for row in above]
    if not grid.keyed:
        lines = grid.rows[heading.first : heading.last + 1]
        rows += [LaidRow(RowKind.HEADING, row) for row in lines]
    rows += _below(_rows_below(grid, heading), kind, heading.columns)
    title = " ".join([grid.sheet or "", grid.title, *(" ".join(row.cells) for row in above)])
    return Layout(" ".join(title.split()), heading.columns, tuple(rows))


def _rows_below(grid: Grid, heading: Heading) -> Sequence[GridRow]:
    rows = grid.rows[heading.last + 1 :]
    if grid.merges:
        rows = tuple(fill_merged(rows, grid.merges))
    if not grid.links:
        return rows
    fields = heading.columns.fields
    places = {place for place, field in fields.items() if isinstance(field.type, Link)}
    return tuple(put_links(rows, grid.links, places))


def _above(row: GridRow) -> LaidRow:
    return LaidRow(RowKind.TITLE if any(map(str.strip, row.cells)) else RowKind.BLANK, row)


def _below(rows: Sequence[GridRow], kind: Kind, columns: Columns) -> Iterator[LaidRow]:
    section: str | None = None
    band: str | None = None
    day: str | None = None
    month: Month | None = None
    for what, row in zip(name_rows(rows, kind, columns), rows, strict=True):
        if what is RowKind.SECTION:
            section = _section(row)
        elif what is RowKind.BAND and (named := find_month(_only_text(row))):
            month, day = named, None
            band = _band(_only_text(row), month)
        elif what is RowKind.BAND:
            day = _only_text(row)
        yield LaidRow(what, row, section or band, month, band, day)


def _only_text(row: GridRow) -> str:
    return " ".join(" ".join(row.cells).split())


def _band(text: str, month: Month) -> str:
    """Return the month of «ОКТЯБРЬ 2024», and that of «График вебинаров на октябрь 2024 года»."""
    if is_period(text):
        return text
    return f"{month_name(month.month)} {month.year}" if month.year else month_name(month.month)


def _section(row: GridRow) -> str:
    number, *name = [" ".join(cell.split()) for cell in row.cells if cell.strip()]
    return ". ".join([number.rstrip("."), *name]) if name else number
