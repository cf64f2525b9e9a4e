"""The format `table`: what a person at a terminal sees, fitted to its width."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from textwrap import fill

from rumo_cli.tables.bars import BAR_WIDTH, bar_column, legend
from rumo_cli.tables.cards import NARROWEST, folded
from rumo_cli.tables.chart import Chart
from rumo_cli.tables.layout import fitted_widths
from rumo_cli.tables.listing import fitted_list_lines
from rumo_cli.tables.options import RenderOptions
from rumo_cli.tables.plain import page
from rumo_cli.tables.printable import one_line
from rumo_cli.tables.screenful import SCREENFUL, screenful
from rumo_cli.tables.table import Table
from rumo_cli.tables.text_columns import GAP, TextColumn, drawn, text_columns

_WIDEST_BAR = 40


def render_terminal(table: Table, options: RenderOptions) -> str:
    """Return the table fitted to the width: in columns, or folded where they do not fit.

    Its charts are columns of bars; those that there is no room for stand below by themselves.
    Beyond a screenful, where rich would take seconds, wide cells are cut instead of wrapped.
    """
    if table.listed:
        return _list(table, options)
    body, inside = _body(table, options)
    legends = dict.fromkeys(legend(chart, unicode=options.unicode) for chart in inside)
    notes = (*filter(None, legends), *table.notes)
    below = (_picture(table, chart, options) for chart in table.pictures if chart not in inside)
    return "\n".join(filter(None, [_page(table.title, body, notes, options), *below]))


def _list(table: Table, options: RenderOptions) -> str:
    width = max(options.width, NARROWEST)
    mark = "…" if options.unicode else "..."
    title = heading(table.title, width, options)
    return "\n".join([title, *fitted_list_lines(table, width, mark)]) + "\n"


def _page(title: str, body: Iterable[str], notes: Iterable[str], options: RenderOptions) -> str:
    width = max(options.width, NARROWEST)
    said = (fill(one_line(note), width) for note in notes)
    return page(heading(title, width, options), body, said)


def heading(title: str, width: int, options: RenderOptions) -> str:
    """Return a title as a terminal shows it: wrapped, and bold where that can be."""
    text = fill(one_line(title), width)
    return f"\x1b[1m{text}\x1b[0m" if options.color else text


def _body(table: Table, options: RenderOptions) -> tuple[list[str], tuple[Chart, ...]]:
    """Return the lines of the table, and the charts whose bars are in them."""
    if not table.rows:
        return [one_line(table.empty)], ()
    columns, charts = text_columns(table), table.drawn_charts
    for count in range(len(charts), -1, -1):
        bars = (bar_column(table, chart, unicode=options.unicode) for chart in charts[:count])
        choice = [*columns, *bars]
        widths = fitted_widths(choice, options.width)
        if widths is not None:
            return _in_columns(choice, widths, options), charts[:count]
    return folded(columns, options.width), ()


def _picture(table: Table, chart: Chart, options: RenderOptions) -> str:
    """Return a chart by itself: names, figures if there is room for them, bars."""
    figures = map(table.charted, chart.series)
    columns = text_columns(replace(table, columns=(table.shown[0], *figures)))
    room = options.width - sum(column.natural + len(GAP) for column in columns) - 1
    width = min(max(room, BAR_WIDTH), _WIDEST_BAR)
    bars = replace(bar_column(table, chart, width, unicode=options.unicode), label="")
    told = filter(None, (chart.title, legend(chart, unicode=options.unicode)))
    for choice in ([*columns, bars], [columns[0], bars]):
        widths = fitted_widths(choice, options.width)
        if widths is not None:
            return _page(": ".join(told), _in_columns(choice, widths, options), (), options)
    return ""


def _in_columns(
    columns: Sequence[TextColumn], widths: Sequence[int], options: RenderOptions
) -> list[str]:
    if len(columns[0].cells) <= SCREENFUL:
        return screenful(columns, widths, options)
    return drawn(columns, widths, mark="…" if options.unicode else "...").lines
