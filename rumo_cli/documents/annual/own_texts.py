"""The methodist's own paragraphs: how they are laid out, and where they stand in a section."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rumo_cli.records.values import Record
from rumo_cli.tables.document import Block, Listing, Paragraph
from rumo_cli.text import one_line

_MARKS = {"bullet": re.compile(r"[-–—•]\s+"), "number": re.compile(r"\d{1,3}[.)]\s+")}


def with_own_texts(
    written: Iterable[Block], texts: Sequence[Record], section: str, introduction: str = ""
) -> tuple[Block, ...]:
    """Return what a section says with the methodist's own: around it, or in its place.

    An own text that begins with a list is introduced.
    """
    own = [text for text in texts if text.get("section") == section]
    before, instead, after = (
        _introduced(tuple(_standing(own, place)), introduction)
        for place in ("before", "instead", "after")
    )
    return (*before, *(instead or written), *after)


def _introduced(blocks: tuple[Block, ...], introduction: str) -> tuple[Block, ...]:
    listed = blocks and isinstance(blocks[0], Listing)
    return (Paragraph(introduction), *blocks) if listed and introduction else blocks


def _standing(texts: Iterable[Record], place: str) -> Iterator[Block]:
    for text in texts:
        if text.get("place") == place:
            yield from blocks_of(str(text.get("text") or ""))


def blocks_of(text: str) -> Iterator[Block]:
    """Return paragraphs and lists; an empty line, or a line of another sort, begins the next."""
    for sort, lines in groupby(map(one_line, text.splitlines()), key=_sort):
        if sort == "paragraph":
            yield Paragraph(" ".join(lines))
        elif sort:
            items = tuple(_MARKS[sort].sub("", line, count=1) for line in lines)
            yield Listing(items, numbered=sort == "number")


def _sort(line: str) -> str:
    """Return what a line belongs to: a list, a paragraph, or nothing if it is empty."""
    marked = next((sort for sort, mark in _MARKS.items() if mark.match(line)), None)
    return marked or ("paragraph" if line else "")
