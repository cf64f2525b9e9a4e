"""What a Word document that is given as a template may not hold: programs, and ways to others.

Links that a reader clicks are harmless; whatever Word fetches or runs by itself is not.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from rumo_cli.errors import Refused

if TYPE_CHECKING:
    from docx.document import Document
    from docx.opc.rel import _Relationship as Relationship
    from docx.oxml.xmlchemy import BaseOxmlElement as Element

_CARRIERS = {
    "aFChunk": "вставленный файл",
    "attachedToolbars": "панели с макросами",
    "control": "элемент ActiveX",
    "oleObject": "внедрённый объект",
    "package": "внедрённый файл",
    "subDocument": "вложенный документ",
    "vbaProject": "макросы",
}
"""The last words of the types of relations that bring programs or other files in."""

_HARMLESS_FIELDS = frozenset({
    "ADVANCE", "AUTHOR", "CREATEDATE", "DATE", "EQ", "FILENAME", "FORMCHECKBOX", "FORMDROPDOWN",
    "FORMTEXT", "HYPERLINK", "LISTNUM", "NOTEREF", "NUMPAGES", "PAGE", "PAGEREF", "PRINTDATE",
    "REF", "SAVEDATE", "SECTION", "SECTIONPAGES", "SEQ", "STYLEREF", "SUBJECT", "SYMBOL", "TIME",
    "TITLE", "TOC",
})  # fmt: skip


def check_safe(document: "Document") -> None:
    """Raise `Refused`, with the first thing that a template may not hold."""
    for found in _dangers(document):
        raise Refused(
            f"в нём {found}: в шаблоне этого быть не может. Уберите это в Word и сохраните шаблон."
        )


def xml_parts(document: "Document") -> Iterator["Element"]:
    """Yield the root of every part of a document that holds text."""
    for part in document.part.package.iter_parts():
        if part.content_type.endswith("+xml"):
            yield parse_xml(part.blob)


def _dangers(document: "Document") -> Iterator[str]:
    package = document.part.package
    for holder in (package, *package.iter_parts()):
        for relation in holder.rels.values():
            yield from _brought_in(relation)
    for root in xml_parts(document):
        yield from _active_fields(root)


def _brought_in(relation: "Relationship") -> Iterator[str]:
    kind = relation.reltype.rpartition("/")[2]
    if kind in _CARRIERS:
        yield _CARRIERS[kind]
    elif relation.is_external and kind != "hyperlink":
        yield f"содержимое из другого места ({kind}: {relation.target_ref})"


def _active_fields(root: "Element") -> Iterator[str]:
    for instruction in _instructions(root):
        name = next(iter(instruction.upper().split()), "")
        if name and name not in _HARMLESS_FIELDS:
            yield f"поле {name}"


def _instructions(root: "Element") -> Iterator[str]:
    """Yield the instructions of fields, which Word may cut into pieces and put into each other."""
    begun: list[str] = []
    for each in root.iter(qn("w:fldChar"), qn("w:instrText"), qn("w:fldSimple")):
        if each.tag == qn("w:fldSimple"):
            yield each.get(qn("w:instr")) or ""
        elif each.tag == qn("w:instrText"):
            begun = [*begun[:-1], "".join([*begun[-1:], each.text or ""])]
        elif each.get(qn("w:fldCharType")) == "begin":
            begun.append("")
        elif each.get(qn("w:fldCharType")) == "end" and begun:
            yield begun.pop()
    yield from begun
