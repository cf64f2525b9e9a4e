"""The format `plain`: aligned columns for pipes and text files, never cut, never coloured."""

from collections.abc import Iterable, Sequence

from rumo_cli.tables.listing import list_lines
from rumo_cli.tables.options import RenderOptions
from rumo_cli.tables.printable import one_line
from rumo_cli.tables.screenful import SCREENFUL
from rumo_cli.tables.table import Table
from rumo_cli.tables.tabulated import tabulated
from rumo_cli.tables.text_columns import TextColumn, drawn, text_columns


def render_plain(table: Table, _options: RenderOptions) -> str:
    """Return the table as lines of text, every cell in full on its row's line."""
    if table.listed:
        return "\n".join(list_lines(table)) + "\n"
    body = [one_line(table.empty)]
    if table.rows:
        columns = text_columns(table)
        body = tabulated(columns) if len(table.rows) <= SCREENFUL else _drawn_fast(columns)
    return page(one_line(table.title), body, map(one_line, table.notes))


def _drawn_fast(columns: Sequence[TextColumn]) -> list[str]:
    """Return the lines of thousands of rows, which would take tabulate too long."""
    return drawn(columns, [column.natural for column in columns]).lines


def page(title: str, body: Iterable[str], notes: Iterable[str]) -> str:
    """Return the title, the body and the notes with an empty line between them."""
    parts = ("\n".join(part) for part in ([title], body, notes))
    return "\n\n".join(part for part in parts if part) + "\n"
