"""Native charts of a workbook: they show the cells of the table, and change with them."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from rumo_cli.tables.chart import Chart, Series
from rumo_cli.tables.printable import joined, one_line
from rumo_cli.tables.table import Table

if TYPE_CHECKING:
    from xlsxwriter.chart_bar import ChartBar
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

WIDTH, _GAP = 600, 20
"""Pixels that a chart is wide, and that stand between two."""
_TITLE, _LEGEND, _ABOVE, _BELOW = 8, 36, 62, 12
"""Pixels from the top to the title, to the legend and to the bars, and below these."""
_BAR, _BETWEEN = 10, 18
"""Pixels that a row takes for each of its bars, and once: a name has room for two lines."""
_SIGN, _MOST_OF_NAME, _OF_FIGURE = 5.5, 300, 95
"""Pixels: of a sign of a name, of the longest name, and of the figure after the longest bar."""
_LOOKS: tuple[dict[str, Any], ...] = (
    {"fill": {"color": "#2F6FB0"}, "border": {"color": "#2F6FB0"}},
    {"fill": {"color": "#FFFFFF"}, "border": {"color": "#595959"}},
)
_SMALL = {"size": 9}


class CellsOfChart(NamedTuple):
    """Where the figures of a table stand: on which sheet, in which lines, each key in a column."""

    sheet: str
    first: int
    last: int
    places: Mapping[str, int]

    def column(self, place: int) -> list[str | int]:
        """Return the cells of the rows in a column, as xlsxwriter names them."""
        return [self.sheet, self.first, place, self.last, place]


def draw_charts(
    book: "Workbook", sheet: "Worksheet", table: Table, cells: CellsOfChart, line: int
) -> None:
    """Put the charts of a table side by side on its sheet, from a line below it on.

    Below, because beside it they would make the printed table half as large.
    """
    for number, chart in enumerate(table.pictures):
        drawn = native_chart(book, table, chart, cells)
        place = {"x_offset": number * (WIDTH + _GAP), "description": one_line(chart.title)}
        sheet.insert_chart(line, 0, drawn, {**place, "object_position": 2})


def size_of_charts(table: Table) -> tuple[int, int]:
    """Return the width and height in pixels that the charts of a table take on its sheet."""
    heights = [height_of_chart(table, chart) for chart in table.pictures]
    return len(heights) * (WIDTH + _GAP), max(heights, default=0)


def height_of_chart(table: Table, chart: Chart) -> int:
    """Return the height in pixels that a chart takes."""
    return _ABOVE + _BELOW + len(table.rows) * (_BETWEEN + _BAR * len(chart.series))


def native_chart(book: "Workbook", table: Table, chart: Chart, cells: CellsOfChart) -> "ChartBar":
    """Return a chart of the cells of a table, its first row at the top as there."""
    drawn = cast("ChartBar", book.add_chart({"type": "bar"}))
    for look, series in zip(_LOOKS, chart.series, strict=False):
        labels = {"value": True, "font": _SMALL, "custom": _unsaid(table, series)}
        if chart.unit:
            labels["num_format"] = f'0.0" {chart.unit}"'
        drawn.add_series({**look, **_cells(table, series, cells), "data_labels": labels})
    # Of bars xlsxwriter calls the axis of categories, which stands upright, y.
    drawn.set_y_axis(
        {"reverse": True, "num_font": _SMALL, "major_tick_mark": "none", "interval_unit": 1}
    )
    drawn.set_x_axis(
        {"visible": False, "major_gridlines": {"visible": False}, "min": 0, "max": chart.full}
    )
    _set_out(drawn, table, chart)
    return drawn


def _set_out(drawn: "ChartBar", table: Table, chart: Chart) -> None:
    """Put everything in its place: programs lay legends over bars and cut figures at the edge."""
    height = height_of_chart(table, chart)

    def place(left: float, top: float, width: float, lines: float) -> dict[str, float]:
        return {
            "x": left / WIDTH, "y": top / height, "width": width / WIDTH, "height": lines / height
        }  # fmt: skip

    longest = max(len(joined(table.shown[0].cell(row))) for row in table.rows)
    left = min(15 + _SIGN * longest, _MOST_OF_NAME)
    bars = place(left, _ABOVE, WIDTH - left - _OF_FIGURE, height - _ABOVE - _BELOW)
    title = {"x": left / WIDTH, "y": _TITLE / height}
    drawn.set_title({"name": one_line(chart.title), "name_font": {"size": 12}, "layout": title})
    drawn.set_size({"width": WIDTH, "height": height})
    drawn.set_plotarea({"layout": bars})
    if len(chart.series) > 1:
        legend = place(left, _LEGEND, WIDTH - left - _OF_FIGURE, _ABOVE - _LEGEND)
        drawn.set_legend({"position": "top", "layout": legend})
    else:
        drawn.set_legend({"none": True})


def _unsaid(table: Table, series: Series) -> list[dict[str, bool] | None]:
    """Return which labels not to write: a program would say 0 where there is no figure."""
    return [{"delete": True} if row.get(series.key) is None else None for row in table.rows]


def _cells(table: Table, series: Series, cells: CellsOfChart) -> dict[str, Any]:
    return {
        "name": one_line(series.label),
        "categories": cells.column(cells.places[table.shown[0].key]),
        "values": cells.column(cells.places[series.key]),
        "gap": 50,
        "overlap": 0,
    }
