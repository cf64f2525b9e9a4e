"""The formats `csv` and `tsv` for scripts, `excel-csv` for spreadsheets."""

import csv
from collections.abc import Iterable
from io import StringIO
from typing import TYPE_CHECKING

from rumo_cli.tables.options import RenderOptions
from rumo_cli.tables.table import Shown, Table

if TYPE_CHECKING:
    from rumo_cli.records.values import Value

_AS_THEY_ARE = frozenset({str, int, float, type(None)})
"""Types of values that the csv module writes as they are wanted."""


def render_csv(table: Table, _options: RenderOptions) -> str:
    """Return RFC 4180: keys as headings, raw values, lines ending in CRLF."""
    return _separated(_raw_rows(table), delimiter=",", line_end="\r\n")


def render_tsv(table: Table, _options: RenderOptions) -> str:
    r"""Return what `csv` holds, set apart by tabs and quoted like it, lines ending in `\n`.

    A cell with line breaks is quoted over several lines, so that any reader of csv gets it back;
    `cut` and `awk` serve where no cell has one. A bare CR, which Python before 3.13 would leave
    unquoted here, is in no record: `rumo_cli.text.tidy` keeps it out.
    """
    return _separated(_raw_rows(table), delimiter="\t", line_end="\n")


def render_excel_csv(table: Table, _options: RenderOptions) -> str:
    """Return what Excel opens in Russia: semicolons, Russian headings, cells as people read them.

    A list is one entry a line, and no cell is a formula (`rumo_cli.formula_guard`). A person sums
    up here too, so the total stands below.
    """
    from rumo_cli.formula_guard import guard

    rows: list[list[Shown]] = [[column.label for column in table.columns]]
    rows += [[column.cell(row) for column in table.columns] for row in table.rows]
    if table.total is not None:
        rows.append([table.foot(column) for column in table.columns])
    cells = ([guard(_entry_a_line(shown)) for shown in row] for row in rows)
    return _separated(cells, delimiter=";", line_end="\r\n")


def _raw_rows(table: Table) -> Iterable[list["Value"]]:
    """Yield the keys, then the cells of each row; only what a row holds is looked at."""
    keys = [column.key for column in table.columns]
    places = {key: place for place, key in enumerate(keys)}
    repeated = [(place, places[key]) for place, key in enumerate(keys) if places[key] != place]
    yield [*keys]
    for row in table.rows:
        cells: list[Value] = [None] * len(keys)
        for key, value in row.items():
            if key in places:
                cells[places[key]] = value if type(value) in _AS_THEY_ARE else _in_words(value)
        for place, same in repeated:
            cells[place] = cells[same]
        yield cells


def _in_words(value: "Value") -> "Value":
    """Return a list one entry a line, and «true» for what Python writes with a capital."""
    return "\n".join(value) if isinstance(value, list) else str(value).lower()


def _entry_a_line(shown: Shown) -> str:
    return shown if isinstance(shown, str) else "\n".join(shown)


def _separated(rows: Iterable[Iterable["Value"]], delimiter: str, line_end: str) -> str:
    text = StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator=line_end).writerows(rows)
    return text.getvalue()
