"""A page of a table drawn by rich: wrapped cells, rules, the total in bold."""

from collections.abc import Sequence
from io import StringIO
from typing import TYPE_CHECKING

from rumo_cli.tables.options import RenderOptions
from rumo_cli.tables.text_columns import GAP, TextColumn

if TYPE_CHECKING:
    from rich.box import Box
    from rich.console import Console
    from rich.table import Table as RichTable

SCREENFUL = 200


def screenful(
    columns: Sequence[TextColumn], widths: Sequence[int], options: RenderOptions
) -> list[str]:
    """Return the lines of columns set to widths; cells are text as it stands, never markup."""
    table = _rich_table(columns, widths, options)
    # A width of its own: rich would narrow the columns again, without regard to dates.
    console = _console(sum(widths) + len(GAP) * len(widths), color=options.color)
    with console.capture() as capture:
        console.print(table)
    return [line.rstrip() for line in capture.get().splitlines()]


def _console(width: int, *, color: bool) -> "Console":
    from rich.console import Console

    return Console(
        file=StringIO(),
        width=width,
        # Without a height too, TERM=dumb makes rich forget the width.
        height=SCREENFUL,
        color_system="standard" if color else None,
        legacy_windows=False,
    )


def _rich_table(
    columns: Sequence[TextColumn], widths: Sequence[int], options: RenderOptions
) -> "RichTable":
    from rich.table import Table as RichTable
    from rich.text import Text

    table = RichTable(
        box=_box(unicode=options.unicode),
        show_edge=False,
        pad_edge=False,
        padding=(0, 1, 0, 0),
        show_footer=any(column.foot for column in columns),
        header_style="bold",
        footer_style="bold",
    )
    for column, width in zip(columns, widths, strict=True):
        heading, foot = Text(column.label), Text("".join(column.foot))
        table.add_column(heading, foot, justify=column.align, width=width, overflow="fold")
    for row in zip(*(column.cells for column in columns), strict=True):
        table.add_row(*map(Text, row))
    return table


def _box(*, unicode: bool) -> "Box":
    from rich.box import SIMPLE, Box

    blank, rule = "    \n", " -- \n"
    rules_under_heading_and_rows = blank * 2 + rule + blank * 2 + rule + blank * 2
    return SIMPLE if unicode else Box(rules_under_heading_and_rows, ascii=True)
