"""The format `md`: a table as GitHub reads it, any text in it shown as it stands."""

import re
from collections.abc import Iterable

from rumo_cli.tables.options import RenderOptions
from rumo_cli.tables.plain import page
from rumo_cli.tables.printable import cell_lines, file_line
from rumo_cli.tables.table import Shown, Table

# An underscore inside a word is no markup, and addresses are full of them.
_MARKUP = re.compile(r"[\\`*\[\]|~#]|(?<![^\W_])_|_(?![^\W_])")
_ENTITIES = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;"}


def render_markdown(table: Table, _options: RenderOptions) -> str:
    """Return the table under its title as a heading, the total as a last row in bold."""
    return markdown(table)


def markdown(table: Table, level: int = 1) -> str:
    """Return the table under a heading of a level."""
    body = [*table_lines(table)] if table.rows else [escaped(file_line(table.empty))]
    notes = "\n\n".join(escaped(file_line(note)) for note in table.notes)
    return page(heading(table.title, level), body, [notes] if notes else [])


def heading(title: str, level: int) -> str:
    """Return a title as a heading of a level."""
    return f"{'#' * level} {escaped(file_line(title))}"


def table_lines(table: Table) -> Iterable[str]:
    """Yield the lines of the table itself."""
    yield _line(_cell(column.label) for column in table.shown)
    yield _line("---:" if column.align == "right" else "---" for column in table.shown)
    for row in table.rows:
        yield _line(_cell(column.cell(row)) for column in table.shown)
    if table.total is not None:
        yield _line(_bold(_cell(table.foot(column))) for column in table.shown)


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(shown: Shown) -> str:
    return "<br>".join(map(escaped, cell_lines(shown)))


def _bold(cell: str) -> str:
    return f"**{cell}**" if cell else ""


def escaped(text: str) -> str:
    """Return one line of text so that nothing in it is markup."""
    return _MARKUP.sub(r"\\\g<0>", text.translate(_ENTITIES))
