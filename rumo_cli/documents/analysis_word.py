"""The annual analysis as a Word document, made from a template."""

from importlib.resources import files
from typing import TYPE_CHECKING

from rumo_cli.documents.analysis import Analysis, Section
from rumo_cli.documents.analysis_marks import (
    APPENDICES,
    APPENDIX_MARK,
    BLOCK_MARKS,
    SECTION_MARKS,
    SECTIONS,
    TEXTS,
)
from rumo_cli.documents.template_words import Vocabulary
from rumo_cli.documents.word_marks import places, take_place
from rumo_cli.documents.word_template import Filling, fill_template
from rumo_cli.tables.document import Block, Heading, PageBreak
from rumo_cli.tables.printable import file_line
from rumo_cli.tables.word_document import WordWriter
from rumo_cli.tables.word_paper import keep_paragraph
from rumo_cli.tables.word_sections import section_around
from rumo_cli.text import unparted

if TYPE_CHECKING:
    from docx.document import Document

_Blocks = dict[str, tuple[Block, ...]]
"""What stands in the places of marks."""


def shipped_analysis_template() -> bytes:
    """Return the template of the analysis that rumo ships, to restyle."""
    return (files("rumo_cli.documents") / "templates" / "analysis.docx").read_bytes()


def word_analysis(analysis: Analysis, template: bytes | None = None) -> bytes:
    """Return the analysis in the look of a template, or else of the shipped one.

    Raise `Refused` where the template names what an analysis does not have, or is none.
    """
    sections, appendices = _sections(analysis), _appendices(analysis)
    told = sections | appendices | {SECTIONS: bool(sections), APPENDICES: bool(appendices)}
    filling: Filling = _texts(analysis) | {
        name: name if told.get(name) else "" for name in BLOCK_MARKS
    }

    def place(document: "Document") -> None:
        document.core_properties.title = file_line(analysis.title)[:255]
        _place(document, sections, appendices)

    vocabulary = Vocabulary(frozenset(TEXTS), {}, BLOCK_MARKS)
    return fill_template(template or shipped_analysis_template(), vocabulary, filling, place)


def _texts(analysis: Analysis) -> dict[str, str]:
    position, name = analysis.signature
    own = {
        "заголовок": unparted(analysis.title),
        "учебный_год": analysis.year,
        "должность": position,
        "подпись": name,
    }
    known = {name: text for name, text in analysis.texts.items() if name in TEXTS}
    return {
        name: file_line(text) for name, text in (dict.fromkeys(TEXTS, "") | known | own).items()
    }


def _sections(analysis: Analysis) -> _Blocks:
    return {SECTION_MARKS[each.key]: _under_heading(each) for each in analysis.sections}


def _appendices(analysis: Analysis) -> _Blocks:
    numbered = enumerate(analysis.appendices, 1)
    return {APPENDIX_MARK.format(n): (PageBreak(), *_under_heading(each)) for n, each in numbered}


def _under_heading(section: Section) -> tuple[Block, ...]:
    return (Heading(section.heading), *section.blocks)


def _place(document: "Document", sections: _Blocks, appendices: _Blocks) -> None:
    """Put sections and appendices into the places of a document that has its words already."""
    found, writer = places(document), WordWriter(document)
    own, appended = {name for name, _ in found}, {*appendices, APPENDICES}
    blocks = sections | appendices
    blocks |= {SECTIONS: _others(sections, own), APPENDICES: _others(appendices, own)}
    written = [
        writer.pages(blocks[name], section_around(document, paragraph)) for name, paragraph in found
    ]
    said = [pages for (name, _), pages in zip(found, written, strict=True) if name not in appended]
    if said and said[-1]:
        # Who signs follows: a signature is not left on a page by itself.
        keep_paragraph(said[-1][-1].elements[-1])
    for (_, paragraph), pages in zip(found, written, strict=True):
        take_place(paragraph, (element for page in pages for element in page.elements))
    for pages in written:
        writer.lay_out(pages)


def _others(parts: _Blocks, own: set[str]) -> tuple[Block, ...]:
    """Return the parts that have no place of their own."""
    return tuple(block for name, part in parts.items() if name not in own for block in part)
