"""A table as a value: what a report says, apart from how any format draws it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from rumo_cli.records.values import Value

Row: TypeAlias = "Mapping[str, Value]"
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


class Bar(NamedTuple):
    """A picture of each row's share of one, drawn last and only where a person looks."""

    label: str
    share: Callable[[Row], float | None]

    def length(self, row: Row) -> float | None:
        """Return the share if it is one: a sum beside its parts exceeds one and has no bar."""
        share = self.share(row)
        return share if share is not None and 0 <= share <= 1 else None


@dataclass(frozen=True)
class Table:
    """Rows under columns, and what is said around them.

    `title` names the academic year; `total` is the foot and speaks only under the keys it holds;
    `empty` is said where there are no rows. Rows that a person may change in a workbook, and rumo
    then takes back, are told by the columns of their `identity`, which stand there out of sight.
    A `listed` table is a list of few lines: a screen and a text show it without headings.
    """

    title: str
    columns: tuple[Column, ...]
    rows: Sequence[Row]
    total: "Row | None" = None
    notes: tuple[str, ...] = ()
    empty: str = "Записей нет."
    bar: Bar | None = None
    identity: tuple[Column, ...] = ()
    listed: bool = False

    @property
    def shown(self) -> tuple[Column, ...]:
        """The columns that people see."""
        return tuple(column for column in self.columns if column.shown)

    def foot(self, column: Column) -> Shown:
        """Return the total's cell of a column, empty where the total has nothing to say."""
        return column.cell(self.total) if self.total and column.key in self.total else ""
