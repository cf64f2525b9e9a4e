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
from rumo_cli.text import unparted

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement as Element

_LEVEL = (
    '<w:abstractNum {} w:abstractNumId="{}"><w:multiLevelType w:val="singleLevel"/>'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{}"/><w:pStyle w:val="{}"/>'
    '<w:lvlText w:val="{}"/><w:lvlJc w:val="left"/>'
    '<w:pPr><w:tabs><w:tab w:val="num" w:pos="1134"/></w:tabs>'
    '<w:ind w:left="0" w:firstLine="709"/></w:pPr></w:lvl></w:abstractNum>'
)
"""A number or a bullet where a paragraph begins, the text below it from the edge on."""


class WordLists:
    """The lists of a document, numbered as its styles of lists are, or else as rumo has them."""

    def __init__(self, document: "Document", styles: Styles) -> None:
        self._bullet, self._number = styles.bullet, styles.number
        self._numbering = _numbering(document)
        self._kind_of(document, styles.bullet, "bullet", "–")
        self._kind = self._kind_of(document, styles.number, "decimal", "%1)")

    def paragraphs(self, items: Iterable[str], *, numbered: bool) -> Iterator["Element"]:
        """Yield the items of one list."""
        style = self._number if numbered else self._bullet
        number = self._begin_anew() if numbered else None
        for item in items:
            about = node("pPr", node("pStyle", val=style))
            if number is not None:
                about.append(node("numPr", node("ilvl", val="0"), node("numId", val=number)))
            yield node("p", about, run(unparted(file_line(item))))

    def _begin_anew(self) -> str:
        anew = node("lvlOverride", node("startOverride", val="1"), ilvl="0")
        return self._add_number(self._kind, anew)

    def _kind_of(self, document: "Document", key: str, form: str, sign: str) -> str:
        """Return what the items of a style look like; one that has none gets it."""
        style = next(each for each in document.styles.element.style_lst if each.styleId == key)
        number = style.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
        for each in self._numbering.iterchildren(qn("w:num")):
            if number is not None and each.get(qn("w:numId")) == number.get(qn("w:val")):
                return str(each.find(qn("w:abstractNumId")).get(qn("w:val")))
        kind = self._add_kind(key, form, sign)
        numbered = style.get_or_add_pPr().get_or_add_numPr()
        numbered.get_or_add_numId().val = int(self._add_number(kind))
        return kind

    def _add_number(self, kind: str, *overrides: "Element") -> str:
        key = _free(self._numbering, "num", "numId")
        about = node("abstractNumId", val=kind)
        self._numbering.append(node("num", about, *overrides, numId=key))
        return key

    def _add_kind(self, style: str, form: str, sign: str) -> str:
        key = _free(self._numbering, "abstractNum", "abstractNumId")
        made = parse_xml(_LEVEL.format(nsdecls("w"), key, form, style, sign))
        # The schema has all kinds before the first number.
        self._numbering.insert(len(self._numbering.findall(qn("w:abstractNum"))), made)
        return key


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
