"""Bars of the format `table`: a share of one as a line of blocks, to the eighth of a block."""

from rumo_cli.tables.table import Bar, Table
from rumo_cli.tables.text_columns import TextColumn

BAR_WIDTH = 12
_EIGHTHS: tuple[str, ...] = ("", *"▏▎▍▌▋▊▉")


def bar_column(table: Table, bar: Bar, *, unicode: bool) -> TextColumn:
    """Return the bars of a table's rows and total as a column of its drawing."""
    draw = _blocks if unicode else _signs
    foot = [] if table.total is None else [draw(bar.length(table.total))]
    cells = [draw(bar.length(row)) for row in table.rows]
    return TextColumn(label=bar.label, cells=cells, foot=foot, align="left", wide=False)


def _blocks(share: float | None) -> str:
    eighths = _length(share, 8 * BAR_WIDTH)
    return "█" * (eighths // 8) + _EIGHTHS[eighths % 8]


def _signs(share: float | None) -> str:
    return "#" * _length(share, BAR_WIDTH)


def _length(share: float | None, whole: int) -> int:
    # Cut, not rounded: only what is complete has a full bar.
    return int((share or 0) * whole)
