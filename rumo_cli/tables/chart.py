"""A chart as a value: which figures of a table's rows are bars, apart from how they are drawn."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rumo_cli.records.values import Value

Row: TypeAlias = "Mapping[str, Value]"

MOST_BARS = 60
"""Rows of a table beyond which a picture of its own would say nothing; bars in rows still do."""


class Series(NamedTuple):
    """Figures that are compared from row to row: what they are called, and their column's key.

    People see that column: a chart says nothing that its table does not.
    """

    label: str
    key: str


@dataclass(frozen=True)
class Chart:
    """Bars for the rows of a table, one row a category, which its first column names.

    The second of the `series`, if there is one, is what the first is held against, as the year
    before is. Bars are as long as their figures are of `full`, or else of the largest of them.
    The `unit` is said where figures stand without their cells.
    """

    title: str
    series: tuple[Series, ...]
    full: float | None = None
    unit: str = ""

    def of(self, rows: "Sequence[Row]") -> "Chart":
        """Return the chart with no series left at its end that is 0 in all the rows."""
        told = self.series
        while told and not any(_figure(told[-1], row) for row in rows):
            told = told[:-1]
        return replace(self, series=told)

    def scale(self, rows: "Sequence[Row]") -> float:
        """Return the figure whose bar is whole."""
        figures = (_figure(each, row) or 0 for row in rows for each in self.series)
        return self.full or max(figures, default=0) or 1


def length(series: Series, row: "Row", scale: float) -> float | None:
    """Return a figure as a share of the scale, at most the whole of it."""
    figure = _figure(series, row)
    return None if figure is None else min(figure / scale, 1)


def _figure(series: Series, row: "Row") -> float | None:
    value = row.get(series.key)
    return value if isinstance(value, int | float) and value >= 0 else None
