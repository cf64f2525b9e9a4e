"""The format `html`: one page that needs nothing else, for a screen, a telephone and paper."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from string import Template

from rumo_cli.tables.html_charts import STYLE, html_charts
from rumo_cli.tables.options import RenderOptions
from rumo_cli.tables.printable import cell_lines, file_line
from rumo_cli.tables.table import Column, Shown, Table

_PAGE = Template("""\
<!doctype html>
<html lang="ru">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>$title</title>
<style>
:root { color-scheme: light dark; }
body { font: 1rem/1.4 system-ui, sans-serif; margin: 1.5rem; }
h1 { font-size: 1.5rem; }
h1, h2, p { overflow-wrap: anywhere; }
.table { overflow-x: auto; }
.table + .table, p + .table { margin-top: 1.5rem; }
table { border-collapse: collapse; }
caption { font-size: 1.25rem; padding-bottom: .75rem; text-align: left; }
caption > * { font-size: inherit; left: 0; margin: 0; max-width: calc(100vw - 3rem);
  position: sticky; width: fit-content; }
th, td { padding: .35rem .75rem .35rem 0; text-align: left; vertical-align: top; }
thead th { border-bottom: 2px solid; vertical-align: bottom; }
tbody td { border-bottom: 1px solid color-mix(in srgb, currentcolor 20%, transparent); }
tfoot td { border-top: 2px solid; font-weight: bold; }
$style.number { font-variant-numeric: tabular-nums; text-align: right; }
td.number { white-space: nowrap; }
@media print { body { margin: 0; } .table { overflow: visible; }
  tfoot { display: table-row-group; } tr { break-inside: avoid; } }
</style>
</head>
<body>
<main>
$body
</main>
</body>
</html>
""")


def render_html(table: Table, _options: RenderOptions) -> str:
    """Return a whole page with the table, its title as the caption and the heading of the page."""
    return whole_page(table.title, table_parts(table, 1, "h1"), [table])


def whole_page(title: str, body: Iterable[str], tables: Iterable[Table], style: str = "") -> str:
    """Return a page of parts, with what its tables and a `style` of its own say of their looks."""
    charts = STYLE if any(table.pictures for table in tables) else ""
    looks = {"title": escape(file_line(title)), "style": style + charts}
    return _PAGE.substitute(looks, body="\n".join(body))


def heading_one(title: str) -> str:
    """Return the heading of a page."""
    return f"<h1>{escape(file_line(title))}</h1>"


def table_parts(table: Table, number: int, heading: str) -> Iterator[str]:
    """Yield the table, then what is said under it, and its charts.

    What is wider than the screen scrolls within a region of its own, by keys as well; its caption
    stays in sight.
    """
    name = f"table-{number}"
    yield f'<div class="table" role="group" aria-labelledby="{name}" tabindex="0">\n<table>'
    caption = f'<{heading} id="{name}">{escape(file_line(table.title))}</{heading}>'
    yield f"<caption>{caption}</caption>"
    yield from _rows(table) if table.rows else ()
    yield "</table>\n</div>"
    said = table.notes if table.rows else (table.empty, *table.notes)
    yield from (f"<p>{escape(file_line(each))}</p>" for each in said)
    yield from html_charts(table)


def _rows(table: Table) -> Iterator[str]:
    yield f"<thead>\n{_heading(table)}\n</thead>\n<tbody>"
    for row in table.rows:
        yield _row(table, [column.cell(row) for column in table.shown])
    yield "</tbody>"
    if table.total is not None:
        foot = [table.foot(column) for column in table.shown]
        yield f"<tfoot>\n{_row(table, foot)}\n</tfoot>"


def _heading(table: Table) -> str:
    cells = [
        f'<th scope="col"{_number(column)}>{_text(column.label)}</th>' for column in table.shown
    ]
    return "\n".join(["<tr>", *cells, "</tr>"])


def _row(table: Table, shown: Sequence[Shown]) -> str:
    cells = [
        f"<td{_number(column)}>{_text(cell)}</td>"
        for column, cell in zip(table.shown, shown, strict=True)
    ]
    return "\n".join(["<tr>", *cells, "</tr>"])


def _number(column: Column) -> str:
    return ' class="number"' if column.align == "right" else ""


def _text(shown: Shown) -> str:
    return "<br>".join(map(escape, cell_lines(shown)))
