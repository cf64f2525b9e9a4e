"""Documents in Word: blocks in Word's own styles, tables numbered and captioned."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import count
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Length, Mm, Pt

from rumo_cli.tables.document import (
    Block,
    Document,
    Heading,
    Listing,
    PageBreak,
    Paragraph,
    Signature,
)
from rumo_cli.tables.printable import file_line
from rumo_cli.tables.table import Table
from rumo_cli.tables.word_charts import WordCharts
from rumo_cli.tables.word_lists import WordLists
from rumo_cli.tables.word_paper import (
    about_paragraph,
    beside,
    is_address,
    keep_paragraph,
    link,
    new_paper,
    node,
    packed,
    paragraph,
    put,
    run,
    text_width,
)
from rumo_cli.tables.word_sections import is_upright, lay_on_side
from rumo_cli.tables.word_styles import settled_styles
from rumo_cli.tables.word_table import WordTable
from rumo_cli.text import unparted

if TYPE_CHECKING:
    from docx.document import Document as WordFile
    from docx.oxml.xmlchemy import BaseOxmlElement as Element

_POSITION = 0.6
"""The part of a line that a position takes; the rest is for a hand and the name."""
_APART, _RIGHT = {"before": "480"}, {"val": "right"}
_BELOW_TABLE = Pt(6)
_ROOM = {False: Mm(225), True: Mm(150)}
"""The height that a page has for a chart, upright and on its side."""

_Drawable: TypeAlias = Block | WordTable


class Page(NamedTuple):
    """What stands from one page break to the next, its pages upright or on their side."""

    elements: Sequence["Element"]
    on_side: bool


def word_document(document: Document) -> bytes:
    """Return a document as a Word file, its title above."""
    file = new_paper(document.title)
    writer = WordWriter(file)
    title = paragraph(run(file_line(document.title)), style=writer.styles.title)
    pages = writer.pages(document.blocks or (Paragraph(document.empty),), file.sections[0])
    put(file, title, *(element for page in pages for element in page.elements))
    writer.lay_out(pages)
    return packed(file)


class WordWriter:
    """Writes blocks for a file, in its styles; tables are numbered as they come."""

    def __init__(self, file: "WordFile") -> None:
        self.styles = settled_styles(file)
        self._file = file
        self._lists = WordLists(file, self.styles)
        self._charts = WordCharts(file)
        self._numbers = count(1)

    def pages(self, blocks: Iterable[Block], section: Section) -> list[Page]:
        """Return blocks as what may stand in a section.

        Pages whose tables need it are to lie on their side, but for what comes before the first
        break: that goes on from what is there already.
        """
        written = (
            self._page(list(map(self._drawable, page)), section, begins=number > 0)
            for number, page in enumerate(_between_breaks(blocks))
        )
        return [page for page in written if page.elements]

    def lay_out(self, pages: Iterable[Page]) -> None:
        """Turn the pages that are to lie on their side, once they stand in the file."""
        for elements, on_side in pages:
            if on_side:
                lay_on_side(self._file, elements[0], elements[-1])

    def _drawable(self, block: Block) -> _Drawable:
        if isinstance(block, Table):
            return WordTable(block, self.styles, self._file.part)
        return block

    def _page(self, blocks: Iterable[_Drawable], section: Section, *, begins: bool) -> Page:
        blocks = list(blocks)
        needed = max(
            (each.least_width for each in blocks if isinstance(each, WordTable)), default=0
        )
        on_side = begins and needed > text_width(section) and is_upright(section)
        width = text_width(section, on_side=on_side)
        elements = list(
            self._apart(
                each for block in blocks for each in self._written(block, width, on_side=on_side)
            )
        )
        if begins and elements and not on_side:
            about_paragraph(elements[0]).pageBreakBefore_val = True
        return Page(elements, on_side)

    def _written(self, block: _Drawable, width: int, *, on_side: bool) -> Iterator["Element"]:
        match block:
            case Heading(text, level):
                style = self.styles.heading_1 if level == 1 else self.styles.heading_2
                yield paragraph(run(unparted(file_line(text))), style=style)
            case Paragraph(text):
                yield paragraph(self._said(text), style=self.styles.body)
            case Listing(items, numbered):
                yield from self._lists.paragraphs(items, numbered=numbered)
            case WordTable():
                yield from self._table(block, width, on_side=on_side)
            case Signature():
                yield from self._signature(block, width)

    def _said(self, text: str) -> "Element":
        text = file_line(text)
        said = run(unparted(text))
        return link(self._file.part, text, said) if is_address(text) else said

    def _table(self, drawn: WordTable, width: int, *, on_side: bool) -> Iterator["Element"]:
        table = drawn.table
        if table.rows:
            yield self._caption(table.title)
            yield drawn.drawn(width)
        else:
            yield paragraph(run(file_line(table.title)), style=self.styles.caption)
            yield self._note(table.empty)
        yield from map(self._note, table.notes)
        room = _ROOM[on_side]
        charts = (self._charts.paragraph(table, chart, width, room) for chart in table.pictures)
        yield from (each for each in charts if each is not None)

    def _caption(self, title: str) -> "Element":
        number = node("fldSimple", run(str(next(self._numbers))), instr=" SEQ Таблица \\* ARABIC ")
        name = run(f" — {unparted(file_line(title))}")
        return paragraph(run("Таблица\u00a0"), number, name, style=self.styles.caption)

    def _note(self, text: str) -> "Element":
        return paragraph(run(file_line(text)), style=self.styles.cell, spacing={"before": "80"})

    def _signature(self, signature: Signature, width: int) -> Iterator["Element"]:
        position, name = map(run, map(file_line, signature))
        left = Length(int(width * _POSITION))
        style = self.styles.normal
        yield beside(
            (left, paragraph(position, style=style, spacing=_APART)),
            (Length(width - left), paragraph(name, style=style, spacing=_APART, jc=_RIGHT)),
        )

    def _apart(self, elements: Iterable["Element"]) -> Iterator["Element"]:
        """Yield elements with room below tables, and who signs kept with what stands above."""
        before: Element | None = None
        for element in elements:
            if before is not None and _is_table(before):
                if _is_table(element):
                    yield paragraph(style=self.styles.normal, keepNext={})
                elif about_paragraph(element).style in self._running:
                    about_paragraph(element).spacing_before = _BELOW_TABLE
            elif before is not None and _is_table(element):
                keep_paragraph(before)
            yield element
            before = element

    @cached_property
    def _running(self) -> set[str]:
        return {self.styles.body, self.styles.bullet, self.styles.number}


def _is_table(element: "Element") -> bool:
    return bool(element.tag == qn("w:tbl"))


def _between_breaks(blocks: Iterable[Block]) -> list[list[Block]]:
    pages: list[list[Block]] = [[]]
    for block in blocks:
        if isinstance(block, PageBreak):
            pages.append([])
        else:
            pages[-1].append(block)
    return pages
