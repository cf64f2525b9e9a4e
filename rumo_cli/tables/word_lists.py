"""Lists of a Word document: real numbering, which begins anew with each list."""

from collections.abc import Iterable, Iterator
from itertools import count
from typing import TYPE_CHECKING

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml

from rumo_cli.tables.printable import file_line
from rumo_cli.tables.word_paper import node, run
from rumo_cli.tables.word_styles import Styles

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement as Element

_LEVEL = (
    '<w:abstractNum {} w:abstractNumId="{}"><w:multiLevelType w:val="singleLevel"/>'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/>'
    '<w:lvlJc w:val="left"/><w:pPr><w:tabs><w:tab w:val="num" w:pos="1134"/></w:tabs>'
    '<w:ind w:left="0" w:firstLine="709"/></w:pPr></w:lvl></w:abstractNum>'
)
"""A number or a bullet where a paragraph begins, the text below it from the edge on."""
_KINDS = {False: ("bullet", "–"), True: ("decimal", "%1)")}


class WordLists:
    """The lists of a document; where its styles of lists are numbered, they stay as they are."""

    def __init__(self, document: "Document", styles: Styles) -> None:
        self._styles = {False: styles.bullet, True: styles.number}
        self._numbering = _numbering(document)
        self._own = {
            numbered: _own_number(document, style) for numbered, style in self._styles.items()
        }
        self._kinds: dict[bool, str] = {}

    def paragraphs(self, items: Iterable[str], *, numbered: bool) -> Iterator["Element"]:
        """Yield the items of one list."""
        style = self._styles[numbered]
        number = self._number(numbered=numbered)
        for item in items:
            about = node("pPr", node("pStyle", val=style))
            if number is not None:
                about.append(node("numPr", node("ilvl", val="0"), node("numId", val=number)))
            yield node("p", about, run(file_line(item)))

    def _number(self, *, numbered: bool) -> str | None:
        """Return the numbering of a new list, nothing where the style has it already."""
        if self._own[numbered] is not None and not numbered:
            return None
        kind = self._kinds.get(numbered) or self._kind(numbered=numbered)
        self._kinds[numbered] = kind
        anew = node("lvlOverride", node("startOverride", val="1"), ilvl="0")
        number = _free(self._numbering, "num", "numId")
        about = [node("abstractNumId", val=kind), *([anew] if numbered else [])]
        self._numbering.append(node("num", *about, numId=number))
        return number

    def _kind(self, *, numbered: bool) -> str:
        """Return what numbers a list looks like: as the style has them, or as rumo has."""
        for each in self._numbering.iterchildren(qn("w:num")):
            if each.get(qn("w:numId")) == self._own[numbered]:
                return str(each.find(qn("w:abstractNumId")).get(qn("w:val")))
        key = _free(self._numbering, "abstractNum", "abstractNumId")
        made = parse_xml(_LEVEL.format(nsdecls("w"), key, *_KINDS[numbered]))
        # The schema has all kinds before the first number.
        self._numbering.insert(len(self._numbering.findall(qn("w:abstractNum"))), made)
        return key


def _own_number(document: "Document", key: str) -> str | None:
    """Return the numbering of a style, if it has one."""
    found = (each for each in document.styles.element.iter(qn("w:style")))
    style = next(each for each in found if each.get(qn("w:styleId")) == key)
    number = style.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
    return None if number is None else str(number.get(qn("w:val")))


def _free(numbering: "Element", tag: str, name: str) -> str:
    taken = {each.get(qn(f"w:{name}")) for each in numbering.iterchildren(qn(f"w:{tag}"))}
    return next(key for key in map(str, count(1)) if key not in taken)


def _numbering(document: "Document") -> "Element":
    part = document.part
    for relation in part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.NUMBERING:
            held: Element = relation.target_part.element
            return held
    element = node("numbering")
    name = PackURI("/word/numbering.xml")
    made = XmlPart(name, CONTENT_TYPE.WML_NUMBERING, element, part.package)
    part.relate_to(made, RELATIONSHIP_TYPE.NUMBERING)
    return element
