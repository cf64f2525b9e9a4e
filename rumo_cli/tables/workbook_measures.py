"""How long a sheet's name, how wide a column and how high a row of a workbook may be."""

import re
from collections.abc import Iterable, Sequence
from textwrap import wrap

from rumo_cli.tables.printable import one_line

_LONGEST_NAME = 31
_LONG_YEAR = re.compile(r" учебный год$| учебные(?= годы$)")
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]+")
_NARROWEST, _WIDEST, _WIDEST_OF_WIDE = 8, 32, 60
_MARGIN = 3
_ARROW = 4
"""Signs of a heading's width that the arrow of its filter takes."""
_LOST = 4
"""Signs at the end of a line that the next word, kept whole, leaves empty."""


def sheet_name(title: str) -> str:
    """Return a title as Excel lets a sheet be called, the academic year at its end kept."""
    words = _NOT_IN_NAMES.sub(" ", one_line(title)).split()
    name = " ".join(words).strip(" '") or "Таблица"
    if len(name) > _LONGEST_NAME:
        name = _LONG_YEAR.sub("", name)
    head, comma, year = name.rpartition(", ")
    room = _LONGEST_NAME - len(comma + year)
    return cut(head, room) + comma + year if head and room > 0 else cut(name, _LONGEST_NAME)


def cut(text: str, length: int) -> str:
    """Return as many whole words of a text as there is room for, at least a part of the first."""
    if len(text) <= length:
        return text
    words = text[: length + 1].rpartition(" ")[0]
    return words.rstrip(" ,'") or text[:length].rstrip("'")


def column_width(
    label: str, lines: Iterable[Sequence[int]], words: Iterable[str], *, wide: bool
) -> int:
    """Return a width for the words of the heading, those offered, and most texts.

    `lines` are the lengths of the lines of each cell.
    """
    heading = max(map(len, label.split()), default=0) + _ARROW
    longest = max((*map(max, lines), *map(len, words)), default=0) + _MARGIN
    return max(heading, min(longest, _WIDEST_OF_WIDE if wide else _WIDEST), _NARROWEST)


def heading_height(label: str, width: int) -> int:
    """Return how many lines a heading takes."""
    return len(wrap(label, width - _ARROW))


def lines_needed(lines: Iterable[int], width: int) -> int:
    """Return how many lines a cell takes whose own have these lengths."""
    return sum(1 if line <= width else -(-line // (width - _LOST)) for line in lines)
