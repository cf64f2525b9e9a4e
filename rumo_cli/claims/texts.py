"""A file of text as passages, its broken lines joined: those of a copy from a PDF too."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from rumo_cli.claims.passages import CELL, Passage, mark_of
from rumo_cli.claims.ruled_tables import rows_with_bars

_ENDED = re.compile(r"[.!?:;…][\"»)]*\Z")
_LOWER = re.compile(r"[«\"(]*[a-zа-яё]")
_HEADING = re.compile(r"#{1,6}\s+")
_BROKEN_YEAR = re.compile(r"\b(?:19|20)\d\d[-–]\Z")
_BROKEN_WORD = re.compile(r"(?P<left>[^\W\d_]+)[-‐\u00ad]\Z")
_COMPOUND = re.compile(
    r"(?:\w{4,}[ое]|мастер|онлайн|офлайн|учитель|педагог|интернет|веб|ИОМ)\Z", re.IGNORECASE
)
_PAGE_NUMBER = re.compile(r"[-–—]?\s*\d{1,3}\s*[-–—]?")
_RULE = re.compile(r"\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?")


class _Line(NamedTuple):
    number: int
    text: str
    gap: int
    """How many empty lines stand before it."""


def passages_of(text: str) -> list[Passage]:
    """Return the paragraphs, items and rows of tables of a text, in their order."""
    lines = list(_without_page_numbers(list(_lines(text))))
    spaced = _is_spaced(lines)
    groups: list[list[_Line]] = []
    for line in lines:
        if groups and _goes_on(groups[-1], line, spaced=spaced):
            groups[-1].append(line)
        else:
            groups.append([line])
    return list(_passages(groups))


def _lines(text: str) -> Iterator[_Line]:
    gap = 0
    for number, raw in enumerate(rows_with_bars(text.split("\n")), 1):
        line = raw.replace("\ufeff", "").strip()
        if line:
            yield _Line(number, _HEADING.sub("", line).replace("**", ""), gap)
        gap = 0 if line else gap + 1


def _without_page_numbers(lines: Sequence[_Line]) -> Iterator[_Line]:
    """Yield lines but for the numbers of pages, which go on with no sentence."""
    for before, line in zip(["", *(each.text for each in lines)], lines, strict=False):
        ended = _ENDED.search(before) or _BROKEN_WORD.search(before)
        if not (ended and _PAGE_NUMBER.fullmatch(line.text)):
            yield line


def _is_spaced(lines: Sequence[_Line]) -> bool:
    """Tell a text with an empty line after each: most lines that go on have one behind them."""
    going_on = [after.gap for before, after in pairwise(lines) if _runs_on(before.text, after.text)]
    return len(going_on) > 3 and sum(gap > 0 for gap in going_on) * 2 > len(going_on)


def _runs_on(before: str, after: str) -> bool:
    return not _ENDED.search(before) and _LOWER.match(after) is not None


def _goes_on(group: Sequence[_Line], line: _Line, *, spaced: bool) -> bool:
    """Tell a line that goes on with the paragraph above it."""
    before = group[-1].text
    if mark_of(line.text) or _is_row(line.text) or _is_row(before):
        return False
    if _BROKEN_YEAR.search(before) or _BROKEN_WORD.search(before) or _runs_on(before, line.text):
        return True
    apart = line.gap > 1 if spaced else line.gap > 0
    return not apart and not _ENDED.search(before)


def _is_row(text: str) -> bool:
    return text.startswith("|") and text.count("|") > 2


def _passages(groups: Iterable[Sequence[_Line]]) -> Iterator[Passage]:
    heading: tuple[str, ...] = ()
    for number, group in enumerate(groups, 1):
        first = group[0]
        if not _is_row(first.text):
            heading = ()
            text, places = _joined(group)
            yield Passage(number, text, places, mark_of(text))
        elif not _RULE.fullmatch(first.text):
            cells = tuple(cell.strip() for cell in first.text.strip("|").split("|"))
            heading = heading or cells
            yield Passage(number, CELL.join(cells), ((0, first.number),), row=heading)


def _joined(lines: Sequence[_Line]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return lines as one text, and the offsets where each begins."""
    pieces: list[str] = []
    places: list[tuple[int, int]] = []
    length = 0
    for line in lines:
        if pieces:
            pieces[-1], glue = _end_of_line(pieces[-1], line.text)
            pieces[-1] += glue
            length = places[-1][0] + len(pieces[-1])
        places.append((length, line.number))
        pieces.append(line.text)
    return "".join(pieces), tuple(places)


def _end_of_line(before: str, after: str) -> tuple[str, str]:
    """Return the end of a line as it stands before the next, and what stands between them."""
    if _BROKEN_YEAR.search(before):
        return before, ""
    broken = _BROKEN_WORD.search(before)
    if broken is None or not _LOWER.match(after):
        return before, " "
    keeps = before.endswith("-") and _COMPOUND.match(broken["left"])
    return (before if keeps else before[:-1]), ""
