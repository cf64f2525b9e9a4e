"""A document as a value: headings, paragraphs, lists and tables, apart from how they are drawn."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from rumo_cli.tables.table import Table


class Heading(NamedTuple):
    """The heading of what follows it; those of level 1 are under the title of the document."""

    text: str
    level: int = 1


class Paragraph(NamedTuple):
    """A paragraph of running text."""

    text: str


class Listing(NamedTuple):
    """Items one under another, with bullets or with numbers."""

    items: tuple[str, ...]
    numbered: bool = False


class Signature(NamedTuple):
    """Who signs: a position, and room for a hand before the name."""

    position: str
    name: str


class PageBreak(NamedTuple):
    """What follows begins on a new page, where there are pages."""


TextBlock: TypeAlias = Heading | Paragraph | Listing | Signature | PageBreak
Block: TypeAlias = TextBlock | Table


@dataclass(frozen=True)
class Document:
    """Blocks under one title, tables headed by their own; `empty` is said where there is none.

    `data` is what JSON shows in their place.
    """

    title: str
    blocks: tuple[Block, ...]
    empty: str = ""
    data: object = None

    @property
    def tables(self) -> Iterable[Table]:
        """Return the tables among the blocks."""
        return (block for block in self.blocks if isinstance(block, Table))
