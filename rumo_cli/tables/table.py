"""A table as a value: what a report says, apart from how any format draws it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from rumo_cli.tables.chart import MOST_BARS, Chart, Row, Series

if TYPE_CHECKING:
    from rumo_cli.records.values import Value

__all__ = ["Align", "Column", "Content", "Row", "Shown", "Table", "readable"]

# A list stays a list here, because each format has its own way to set entries apart in a cell.
Shown = str | list[str]
Align = Literal["left", "right"]
Content = Literal["text", "day", "clock", "link"]


def readable(value: "Value") -> Shown:
    """Return a value as a person reads it: да or нет, a decimal comma, nothing for nothing."""
    match value:
        case None:
            return ""
        case str() | list():
            return value
        case bool():
            return "да" if value else "нет"
        case float():
            return str(value).replace(".", ",")
        case _:
            return str(value)


class Column(NamedTuple):
    """A column: `key` heads it where machines read, `label` where people do.

    `show` makes a row's cell for people, by default `readable` of the value under `key`; it gets
    the whole row, because a headcount takes two keys to say «не менее 120». A `wide` column holds
    texts that a terminal may wrap or shorten. One that is not `shown` is for machines and csv.
    `blank` is what JSON says in it of a row that lacks its key. A `spare` one gives way where a
    listed table does not fit.

    The rest is for workbooks: `content` is what a cell is there (a figure is what stands at the
    right), `words` those that a person chooses a cell from, and in a `computed` column nothing
    that a person types is read.
    """

    key: str
    label: str
    show: Callable[[Row], Shown] | None = None
    align: Align = "left"
    wide: bool = False
    shown: bool = True
    content: Content = "text"
    words: tuple[str, ...] = ()
    computed: bool = False
    blank: "Value" = None
    spare: bool = False

    def cell(self, row: Row) -> Shown:
        """Return the row's cell as a person reads it."""
        return readable(row.get(self.key)) if self.show is None else self.show(row)

    def cells(self, rows: Iterable[Row]) -> Iterator[Shown]:
        """Return the cells of rows, one after another."""
        return map(self.show or self.cell, rows)


@dataclass(frozen=True)
class Table:
    """Rows under columns, and what is said around them.

    `title` names the academic year; `total` is the foot and speaks only under the keys it holds;
    `empty` is said where there are no rows. Rows that a person may change in a workbook, and rumo
    then takes back, are told by the columns of their `identity`, which stand there out of sight.
    A `listed` table is a list of few lines: a screen and a text show it without headings.
    `charts` are drawn where a person looks.
    """

    title: str
    columns: tuple[Column, ...]
    rows: Sequence[Row]
    total: "Row | None" = None
    notes: tuple[str, ...] = ()
    empty: str = "Записей нет."
    charts: tuple[Chart, ...] = ()
    identity: tuple[Column, ...] = ()
    listed: bool = False

    @property
    def shown(self) -> tuple[Column, ...]:
        """The columns that people see."""
        return tuple(column for column in self.columns if column.shown)

    @property
    def drawn_charts(self) -> tuple[Chart, ...]:
        """The charts that have anything to show, with the series that have."""
        charts = (chart.of(self.rows) for chart in self.charts)
        return tuple(chart for chart in charts if chart.series)

    @property
    def pictures(self) -> tuple[Chart, ...]:
        """The charts that may stand by themselves, outside of the rows."""
        return self.drawn_charts if len(self.rows) <= MOST_BARS else ()

    def charted(self, series: Series) -> Column:
        """Return the column of a series."""
        return next(column for column in self.shown if column.key == series.key)

    def foot(self, column: Column) -> Shown:
        """Return the total's cell of a column, empty where the total has nothing to say."""
        return column.cell(self.total) if self.total and column.key in self.total else ""
