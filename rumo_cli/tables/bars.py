"""Bars of the format `table`: lines of blocks, to the eighth of a block, the year before a mark."""

from rumo_cli.tables.chart import Chart, length
from rumo_cli.tables.table import Row, Table
from rumo_cli.tables.text_columns import TextColumn

BAR_WIDTH = 12
_EIGHTHS: tuple[str, ...] = ("", *"▏▎▍▌▋▊▉")
_MARKS = {True: ("█", "│"), False: ("#", "|")}
"""What bars are made of, and what marks the figure that they are held against."""


def bar_column(table: Table, chart: Chart, width: int = BAR_WIDTH, *, unicode: bool) -> TextColumn:
    """Return the bars of a table's rows as a column of its drawing.

    The total has a bar where it is a share as they are; a sum would be beyond its parts.
    """
    scale = chart.scale(table.rows)

    def bar(row: Row) -> str:
        return _bar(chart, row, scale, width, unicode=unicode)

    foot = [] if table.total is None else [bar(table.total) if chart.full else ""]
    cells = list(map(bar, table.rows))
    return TextColumn(label=chart.title, cells=cells, foot=foot, align="left", wide=False)


def legend(chart: Chart, *, unicode: bool) -> str:
    """Return which sign is whose of two series, nothing where there is one."""
    if len(chart.series) == 1:
        return ""
    named = zip(_MARKS[unicode], chart.series, strict=True)
    return ", ".join(f"{sign} {series.label}" for sign, series in named)


def _bar(chart: Chart, row: Row, scale: float, width: int, *, unicode: bool) -> str:
    now, *before = (length(series, row, scale) for series in chart.series)
    bar = (_blocks if unicode else _signs)(now or 0, width)
    if before and before[0]:
        at = int(before[0] * width)
        return f"{bar[:at]:<{at}}{_MARKS[unicode][1]}{bar[at + 1 :]}"
    return bar


def _blocks(share: float, width: int) -> str:
    eighths = _units(share, 8 * width)
    return "█" * (eighths // 8) + _EIGHTHS[eighths % 8]


def _signs(share: float, width: int) -> str:
    return "#" * _units(share, width)


def _units(share: float, whole: int) -> int:
    # Cut, not rounded: only what is complete has a full bar. And only what is nothing has none.
    return max(int(share * whole), 1) if share else 0
