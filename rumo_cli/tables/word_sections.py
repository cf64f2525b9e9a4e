"""Pages of a Word document that lie on their side, in a section of their own."""

from copy import deepcopy
from typing import TYPE_CHECKING

from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.section import Section

from rumo_cli.tables.word_paper import node

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement as Element

_SECTION = qn("w:sectPr")
_FIRST_ONLY = ("type", "pgNumType", "titlePg", "headerReference", "footerReference")
"""What the later parts of a section leave to its first: they go on from there."""


def section_around(document: "Document", element: "Element") -> Section:
    """Return the section that an element stands in, at the top of the document or inside."""
    return Section(_properties(_top(document, element)), document.part)


def is_upright(section: Section) -> bool:
    """Tell whether the pages of a section stand."""
    return (section.page_width or 0) <= (section.page_height or 0)


def lay_on_side(document: "Document", first: "Element", last: "Element") -> None:
    """Turn the pages from an element to another one, of one section at the top of a document."""
    governing = _properties(first)
    if not _begins_section(first):
        first.addprevious(_break(deepcopy(governing)))
        _go_on(governing)
    if last.getnext() is governing or last.getnext() is None:
        turned = governing
    else:
        turned = deepcopy(governing)
        last.addnext(_break(turned))
        _go_on(governing)
    _turn(Section(turned, document.part))


def _turn(section: Section) -> None:
    section.page_width, section.page_height = section.page_height, section.page_width
    section.orientation = WD_ORIENT.LANDSCAPE


def _top(document: "Document", element: "Element") -> "Element":
    body = document.element.body
    while element.getparent() is not body:
        element = element.getparent()
    return element


def _properties(element: "Element") -> "Element":
    """Return the properties of the section that an element at the top stands in."""
    following: Element = element
    while following.tag != _SECTION:
        held: Element | None = following.find(f"{qn('w:pPr')}/{_SECTION}")
        if held is not None:
            return held
        following = following.getnext()
    return following


def _begins_section(element: "Element") -> bool:
    before = element.getprevious()
    return before is None or before.find(f"{qn('w:pPr')}/{_SECTION}") is not None


def _go_on(properties: "Element") -> None:
    for name in _FIRST_ONLY:
        for each in properties.findall(qn(f"w:{name}")):
            properties.remove(each)


def _break(properties: "Element") -> "Element":
    """Return what ends a section: a paragraph that takes no room."""
    about = (
        node("spacing", before="0", after="0", line="20", lineRule="exact"),
        node("rPr", node("sz", val="2")),
        properties,
    )
    return node("p", node("pPr", *about))
