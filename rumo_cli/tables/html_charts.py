"""Charts on a page: a name and a drawing a row, figures as text, colours by the scheme in use."""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import count

from rumo_cli.tables.chart import Chart, Row, length
from rumo_cli.tables.printable import joined, one_line
from rumo_cli.tables.table import Table

STYLE = """\
.charts { display: flex; flex-wrap: wrap; gap: 2rem 4rem; margin-top: 2rem; }
figure { flex: 1 1 24rem; margin: 0; max-width: 44rem; min-width: min(100%, 18rem); }
figcaption { break-after: avoid; display: flex; flex-wrap: wrap; font-weight: bold; gap: 0 .75rem; }
figcaption span { font-weight: normal; white-space: nowrap; }
dl { margin: .5rem 0 0; }
dl div { align-items: center; break-inside: avoid; display: grid; gap: 0 .75rem;
  grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); padding: .2rem 0; }
dt { overflow-wrap: anywhere; }
dd { margin: 0; }
svg { fill: #2f6fb0; vertical-align: middle; }
dd svg { display: block; width: 100%; }
svg text { fill: currentcolor; font-size: .8125rem; font-variant-numeric: tabular-nums; }
svg .second { fill: none; stroke: currentcolor; }
@media (prefers-color-scheme: dark) { svg { fill: #7db3e8; } }
@media (max-width: 40rem) { dl div { display: block; } }
"""
"""The colours are told apart without colour too: what the year is held against is an outline."""

_CLASSES = ("first", "second")
_BAR, _STEP, _BASELINE = 12, 18, 14
"""Pixels: how high a bar is, how far from the next, and where its figure stands."""
_ROOM = 66
"""Percent of the width that the longest bar takes; what is left is for its figure."""
_LEAST = 0.5


def html_charts(table: Table) -> Iterator[str]:
    """Yield the lines of a table's charts."""
    if table.pictures:
        yield '<div class="charts">'
        for chart in table.pictures:
            yield from _figure(table, chart)
        yield "</div>"


def _figure(table: Table, chart: Chart) -> Iterator[str]:
    scale = chart.scale(table.rows)
    title = escape(one_line(chart.title))
    yield f"<figure>\n<figcaption>{title}{_legend(chart)}</figcaption>\n<dl>"
    for row in table.rows:
        name = escape(joined(table.shown[0].cell(row)))
        yield f"<div><dt>{name}</dt><dd>{_drawing(table, chart, row, scale)}</dd></div>"
    yield "</dl>\n</figure>"


def _legend(chart: Chart) -> str:
    if len(chart.series) == 1:
        return ""
    named = zip(_CLASSES, (one_line(series.label) for series in chart.series), strict=True)
    return "".join(f"\n<span>{_sign(name)} {escape(label)}</span>" for name, label in named)


def _sign(name: str) -> str:
    size = f'width="{_BAR + 1}" height="{_BAR + 1}"'
    return f'<svg {size} aria-hidden="true">{_rectangle(name, 0.5, str(_BAR))}</svg>'


def _drawing(table: Table, chart: Chart, row: Row, scale: float) -> str:
    """Return the bars of a row under a title, which is what a screen reader says of them."""
    figures = [joined(table.charted(series).cell(row)) or "—" for series in chart.series]
    shares = [length(series, row, scale) for series in chart.series]
    bars = map(_bar, count(), shares, figures)
    return (
        f'<svg height="{_STEP * len(figures)}" role="img">'
        f"<title>{escape(_spoken(chart, figures))}</title>{''.join(bars)}</svg>"
    )


def _spoken(chart: Chart, figures: Sequence[str]) -> str:
    if len(figures) == 1:
        return figures[0]
    named = zip(chart.series, figures, strict=True)
    return "; ".join(f"{one_line(series.label)}: {figure}" for series, figure in named)


def _bar(place: int, share: float | None, figure: str) -> str:
    width = max(_ROOM * share, _LEAST) if share else 0
    bar = _rectangle(_CLASSES[place], _STEP * place + 2.5, f"{width:.1f}%") if share else ""
    at = f'x="{width:.1f}%" y="{_STEP * place + _BASELINE}" dx="6"'
    return f"{bar}<text {at}>{escape(figure)}</text>"


def _rectangle(name: str, top: float, width: str) -> str:
    return f'<rect class="{name}" x=".5" y="{top}" width="{width}" height="{_BAR}"/>'
