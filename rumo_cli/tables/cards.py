"""Rows for a terminal too narrow to set them in columns: long texts go under their row."""

from collections.abc import Sequence
from textwrap import wrap

from rumo_cli.tables.layout import fitted_widths
from rumo_cli.tables.text_columns import GAP, TextColumn, drawn

NARROWEST = 20
_DEEPEST_INDENT = 8


def folded(columns: Sequence[TextColumn], width: int) -> list[str]:
    """Return columns of what is short and, under each row, its long texts.

    Where the short columns do not fit either, or a long text is what names the row, each row
    becomes a card of lines «Heading: cell».
    """
    short = [column for column in columns if not column.wide]
    long = [column for column in columns if column.wide]
    widths = fitted_widths(short, width)
    if columns[0].wide or widths is None:
        return _cards(columns, width)
    drawing = drawn(short, widths)
    indent = " " * min(widths[0] + len(GAP), _DEEPEST_INDENT)
    texts = [_entries(long, row, width, indent) for row in _rows(long)]
    rows, rule, total = drawing.rows, drawing.foot[:1], drawing.foot[1:]
    return [
        *drawing.heading,
        *_each_above(rows, texts),
        *rule,
        *_each_above(total, texts[len(rows) :]),
    ]


def _each_above(rows: Sequence[str], texts: Sequence[Sequence[str]]) -> list[str]:
    return [line for row, under in zip(rows, texts, strict=False) for line in [row, *under]]


def _cards(columns: Sequence[TextColumn], width: int) -> list[str]:
    cards = (_entries(columns, row, width) for row in _rows(columns))
    return [line for card in cards for line in ["", *card]][1:]


def _rows(columns: Sequence[TextColumn]) -> list[tuple[str, ...]]:
    return list(zip(*([*column.cells, *column.foot] for column in columns), strict=True))


def _entries(
    columns: Sequence[TextColumn], row: Sequence[str], width: int, indent: str = ""
) -> list[str]:
    entries = (f"{column.label}: {cell}" for column, cell in zip(columns, row, strict=True) if cell)
    return [line for entry in entries for line in _wrapped(indent, entry, max(width, NARROWEST))]


def _wrapped(indent: str, entry: str, width: int) -> list[str]:
    # textwrap takes its time over what fits as it stands, and most entries do.
    if len(indent) + len(entry) <= width and not entry[-1].isspace():
        return [indent + entry]
    return wrap(entry, width, initial_indent=indent, subsequent_indent=indent + "  ")
