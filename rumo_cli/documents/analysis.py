"""The annual analysis as a value: its sections in their order, and who signs it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from rumo_cli.tables.document import Block, Document, Heading, PageBreak, Signature


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
        return Document(self.title, tuple(self._blocks()))

    def _blocks(self) -> Iterator[Block]:
        for section in self.sections:
            yield Heading(section.heading)
            yield from section.blocks
        yield self.signature
        for appendix in self.appendices:
            yield PageBreak()
            yield Heading(appendix.heading)
            yield from appendix.blocks
