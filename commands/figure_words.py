"""Figures in words, and in the cells of tables that people read under headings of groups."""

from collections.abc import Callable, Iterable, Iterator

from rumo_cli.figures.figure import Number
from rumo_cli.records.fields.base import QUALIFIERS
from rumo_cli.records.values import Record, Value
from rumo_cli.tables.table import Row

NOTHING = "—"


def number_in_words(value: Number, qualifier: str = "exact", unit: str = "") -> str:
    """Return a figure as people write it: «не менее 5236», «61,8 %», a dash for none."""
    if value is None:
        return NOTHING
    number = f"{value:.1f}".replace(".", ",") if isinstance(value, float) else str(value)
    return " ".join(filter(None, (QUALIFIERS[qualifier], number, unit)))


def change_in_words(change: Number, change_percent: Number, unit: str = "") -> str:
    """Return «+3 (+2,5 %)»; of a share its points, «−3,5 п. п.»; a dash where there is nothing."""
    if change is None:
        return NOTHING
    points = " п. п." if unit else ""
    share = "" if not change or change_percent is None else f" ({_signed(change_percent)} %)"
    return f"{_signed(change)}{points}{share}"


def _signed(number: int | float) -> str:
    text = f"{number:+.1f}" if isinstance(number, float) else f"{number:+d}"
    return text.replace(".", ",").replace("-", "−") if number else "0"


def under_headings(rows: Iterable[Record]) -> Iterator[Record]:
    """Yield rows of figures, each `group` after a row that has its heading alone."""
    last = None
    for row in rows:
        if row["group"] != last:
            yield {"label": str(row["group"]).upper()}
        last = row["group"]
        yield row


def number_cell(key: str, qualifier: str) -> Callable[[Row], str]:
    """Return what shows a figure of a row, whose exactness is under the key `qualifier`."""

    def shown(row: Row) -> str:
        exactness = str(row.get(qualifier) or "exact")
        return number_in_words(_number(row[key]), exactness, str(row["unit"]))

    return below_heading(shown)


def change_cell() -> Callable[[Row], str]:
    """Return what shows the change of a row."""

    def shown(row: Row) -> str:
        change, share = _number(row["change"]), _number(row["change_percent"])
        return change_in_words(change, share, str(row["unit"]))

    return below_heading(shown)


def below_heading(shown: Callable[[Row], str]) -> Callable[[Row], str]:
    """Return what shows the cell of a figure, and nothing in the row of a heading."""
    return lambda row: shown(row) if "key" in row else ""


def _number(value: Value) -> Number:
    return value if isinstance(value, int | float) else None
