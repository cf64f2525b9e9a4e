"""The annual analysis as a value: its sections in their order, and who signs it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from rumo_cli.tables.document import (
    Block,
    Document,
    Heading,
    Listing,
    PageBreak,
    Paragraph,
    Signature,
)
from rumo_cli.tables.table import Table


class Section(NamedTuple):
    """A section: its key, its heading, and what it says."""

    key: str
    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Analysis:
    """The analysis of a year; the appendices come after the signature.

    `texts` are what a template may show beside the sections, by the names it has for them.
    """

    title: str
    year: str
    sections: tuple[Section, ...]
    signature: Signature
    appendices: tuple[Section, ...] = ()
    texts: dict[str, str] = field(default_factory=dict)

    def document(self) -> Document:
        """Return the analysis as one document."""
        return Document(self.title, tuple(self._blocks()), data=self.data())

    def data(self) -> dict[str, object]:
        """Return what the analysis says as JSON shows it: texts, and the rows of tables."""
        return {
            "year": self.year,
            "title": self.title,
            "sections": [
                {**_named(section), "paragraphs": _paragraphs(section.blocks)}
                for section in self.sections
            ],
            "signature": self.signature._asdict(),
            "appendices": [
                {**_named(section), "tables": _tables(section.blocks)}
                for section in self.appendices
            ],
        }

    def _blocks(self) -> Iterator[Block]:
        for section in self.sections:
            yield Heading(section.heading)
            yield from section.blocks
        yield self.signature
        for appendix in self.appendices:
            yield PageBreak()
            yield Heading(appendix.heading)
            yield from appendix.blocks


def _named(section: Section) -> dict[str, str]:
    return {"key": section.key, "heading": section.heading}


def _paragraphs(blocks: Iterable[Block]) -> list[str]:
    """Return the texts of paragraphs and of the items of lists, one after another."""
    texts: list[str] = []
    for block in blocks:
        if isinstance(block, Listing):
            texts += block.items
        elif isinstance(block, Paragraph | Heading):
            texts.append(block.text)
    return texts


def _tables(blocks: Iterable[Block]) -> list[dict[str, object]]:
    return [
        {"title": table.title, "columns": [each.label for each in table.shown],
         "rows": [[column.cell(row) for column in table.shown] for row in table.rows]}
        for table in blocks
        if isinstance(table, Table)
    ]  # fmt: skip
