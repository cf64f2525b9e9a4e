"""Addresses of cells, rows and columns as a spreadsheet program shows them: C23, 7–9, F."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

_ADDRESS = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})", re.ASCII | re.IGNORECASE)
_MOST_SHOWN = 5


class Cell(NamedTuple):
    """A cell: rows count from 1 as spreadsheets number them, places of columns from 0."""

    row: int
    place: int

    def __str__(self) -> str:
        return f"{column_letters(self.place)}{self.row}"


class Area(NamedTuple):
    """A rectangle of cells, both corners included."""

    first: Cell
    last: Cell


def column_letters(place: int) -> str:
    """Return the letters of a column: A for 0, AA for 26."""
    letters = ""
    number = place + 1
    while number:
        number, letter = divmod(number - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def column_place(letters: str) -> int:
    """Return the place of a column from its letters."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def read_area(text: str) -> Area | None:
    """Return the cells of «C23» or «A1:B7», None for what is no address."""
    corners = [_ADDRESS.fullmatch(corner) for corner in text.split(":")]
    cells = [Cell(int(found[2]), column_place(found[1])) for found in corners if found]
    if len(cells) != len(corners) or len(cells) > 2:
        return None
    return Area(cells[0], cells[-1])


def in_short(names: Sequence[str]) -> str:
    """Return the first few names and how many more there are."""
    shown = ", ".join(names[:_MOST_SHOWN])
    return shown if len(names) <= _MOST_SHOWN else f"{shown} и ещё {len(names) - _MOST_SHOWN}"


def spans(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Return ascending numbers as spans of neighbours: 7, 8, 9, 12 are 7–9 and 12."""
    found: list[tuple[int, int]] = []
    for number in numbers:
        if found and number == found[-1][1] + 1:
            found[-1] = found[-1][0], number
        else:
            found.append((number, number))
    return found
