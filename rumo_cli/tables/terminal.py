"""The format `table`: what a person at a terminal sees, fitted to its width."""

from collections.abc import Sequence
from textwrap import fill

from rumo_cli.tables.bars import bar_column
from rumo_cli.tables.cards import NARROWEST, folded
from rumo_cli.tables.layout import fitted_widths
from rumo_cli.tables.listing import fitted_list_lines
from rumo_cli.tables.options import RenderOptions
from rumo_cli.tables.plain import page
from rumo_cli.tables.printable import one_line
from rumo_cli.tables.screenful import SCREENFUL, screenful
from rumo_cli.tables.table import Table
from rumo_cli.tables.text_columns import TextColumn, drawn, text_columns


def render_terminal(table: Table, options: RenderOptions) -> str:
    """Return the table fitted to the width: in columns, or folded where they do not fit.

    Beyond a screenful, where rich would take seconds, wide cells are cut instead of wrapped.
    """
    width = max(options.width, NARROWEST)
    title = heading(table.title, width, options)
    if table.listed:
        mark = "…" if options.unicode else "..."
        return "\n".join([title, *fitted_list_lines(table, width, mark)]) + "\n"
    notes = (fill(one_line(note), width) for note in table.notes)
    return page(title, _body(table, options), notes)


def heading(title: str, width: int, options: RenderOptions) -> str:
    """Return a title as a terminal shows it: wrapped, and bold where that can be."""
    text = fill(one_line(title), width)
    return f"\x1b[1m{text}\x1b[0m" if options.color else text


def _body(table: Table, options: RenderOptions) -> list[str]:
    if not table.rows:
        return [one_line(table.empty)]
    columns = text_columns(table)
    choices = [columns]
    if table.bar is not None:
        choices = [[*columns, bar_column(table, table.bar, unicode=options.unicode)], columns]
    for choice in choices:
        widths = fitted_widths(choice, options.width)
        if widths is not None:
            return _in_columns(choice, widths, options)
    return folded(columns, options.width)


def _in_columns(
    columns: Sequence[TextColumn], widths: Sequence[int], options: RenderOptions
) -> list[str]:
    if len(columns[0].cells) <= SCREENFUL:
        return screenful(columns, widths, options)
    return drawn(columns, widths, mark="…" if options.unicode else "...").lines
