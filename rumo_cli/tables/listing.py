"""A listed table: a line an entry and no headings, its notes below, all of it set in."""

from collections.abc import Iterable, Sequence
from itertools import chain

from rumo_cli.tables.layout import fitted_widths
from rumo_cli.tables.printable import one_line
from rumo_cli.tables.table import Table
from rumo_cli.tables.text_columns import TextColumn, drawn, text_columns

_INDENT = "  "


def list_lines(table: Table) -> list[str]:
    """Return the title, the entries and the notes, nothing cut."""
    columns = _filled(text_columns(table))
    return [one_line(table.title), *_set_in(_entries(columns)), *_set_in(_notes(table))]


def fitted_list_lines(table: Table, width: int, mark: str) -> list[str]:
    """Return the entries in lines of a width, and the notes.

    Spare columns give way first. Where what is left does not fit either, the last column stands
    under its entry: it is a command, as notes end with one, and those are never cut or wrapped.
    """
    width -= len(_INDENT)
    return [*_set_in(_fitted_entries(table, width, mark)), *_set_in(_notes(table))]


def _fitted_entries(table: Table, width: int, mark: str) -> list[str]:
    columns = text_columns(table)
    spare = [column.spare for column in table.shown]
    needed = [each for each, gives_way in zip(columns, spare, strict=True) if not gives_way]
    for choice in map(_filled, (columns, needed)):
        widths = fitted_widths(choice, width)
        if widths is not None:
            return drawn(choice, widths, mark).rows if choice else []
    return _above_last(_filled(needed), width, mark)


def _above_last(columns: Sequence[TextColumn], width: int, mark: str) -> list[str]:
    *first, last = columns
    if not first:
        return last.cells
    widths = fitted_widths(first, width) or [column.least for column in first]
    pairs = zip(drawn(first, widths, mark).rows, _set_in(last.cells), strict=True)
    return list(chain.from_iterable(pairs))


def _entries(columns: Sequence[TextColumn]) -> list[str]:
    return drawn(columns, [column.natural for column in columns]).rows if columns else []


def _filled(columns: Sequence[TextColumn]) -> list[TextColumn]:
    """Return the columns that say something, without the headings that would widen them."""
    return [
        TextColumn("", column.cells, [], column.align, column.wide)
        for column in columns
        if any(column.cells)
    ]


def _notes(table: Table) -> Iterable[str]:
    return map(one_line, table.notes if table.rows else (table.empty, *table.notes))


def _set_in(lines: Iterable[str]) -> Iterable[str]:
    return (_INDENT + line for line in lines)
