"""A text as it is searched for claims: passages, each with its place in the file."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
_MARK = re.compile(r"\s*(?:(?P<number>\d{1,2})(?P<after>[.)])(?=\s)|(?P<bullet>[•·▪●◦\-–—*]))\s*")
_END = re.compile(r"(?:(?<![.!?])[.!?…]+[\"»)]*|;)\s+")
_AFTER_END = re.compile(r"[«\"(]?[A-ZА-ЯЁ\d•–—-]")
_ABBREVIATED = re.compile(
    r"(?:\b(?:г|гг|тыс|др|пр|им|ул|стр|рис|табл|[а-яё])|\b[А-ЯЁ]|\bт\.\s?[деп])\Z"
)
_LONGEST = 2000
_LONGEST_BRACKETS = 300
CELL = " | "
"""What stands between the cells of a row of a table."""


class Mark(NamedTuple):
    """What an item of a list begins with: its number, None for a bullet, and the way it is put."""

    number: int | None
    style: str
    length: int = 0


class Span(NamedTuple):
    """A piece of a passage, from an offset to another."""

    start: int
    end: int


class Passage(NamedTuple):
    """A paragraph of a text, an item of a list or a row of a table.

    `lines` are the offsets at which the lines of the file begin in it, with their numbers. `row`
    has, for each cell of a row, what stands at the head of its column.
    """

    number: int
    text: str
    lines: tuple[tuple[int, int], ...] = ()
    mark: Mark | None = None
    row: tuple[str, ...] = ()

    def line(self, offset: int) -> int | None:
        """Return the line of the file that an offset is in; a Word document has none."""
        place = bisect_right([start for start, _ in self.lines], offset)
        return self.lines[place - 1][1] if place else None


def mark_of(text: str) -> Mark | None:
    """Return the mark that an item of a list begins with."""
    found = _MARK.match(text)
    if found is None:
        return None
    number = int(found["number"]) if found["number"] else None
    return Mark(number, found["after"] or found["bullet"], found.end())


def sentences(text: str) -> Iterator[Span]:
    """Yield the sentences of a passage, those that a semicolon ends too; endless ones are cut."""
    start = 0
    ends = [end.end() for end in _END.finditer(text) if _ends(text, end)]
    for end in [*ends, len(text)]:
        for piece in range(start, end, _LONGEST):
            yield Span(piece, min(piece + _LONGEST, end))
        start = end


def _ends(text: str, end: re.Match[str]) -> bool:
    if end[0].startswith(";"):
        return not _in_brackets(text, end.start())
    abbreviated = end[0].startswith(".") and _ABBREVIATED.search(
        text[max(0, end.start() - 8) : end.start()]
    )
    return not abbreviated and _AFTER_END.match(text, end.end()) is not None


def _in_brackets(text: str, place: int) -> bool:
    """Tell whether a bracket opened shortly before is open: «(в 2023-2024 году – 119; прирост»."""
    start = max(0, place - _LONGEST_BRACKETS)
    return text.rfind("(", start, place) > text.rfind(")", start, place)


def level(text: str) -> str:
    """Return a text for comparison, letter for letter: no case, ё as е, one dash, plain blanks."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := each.lower()) == 1 else each for each in text)
    return re.sub(r"\s", " ", lowered.replace("ё", "е").translate(_DASHES))
