"""Marks of a Word template whose place whole blocks take: each is a paragraph by itself.

They stand in the text of a document, not in its tables, headers and footers.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from rumo_cli.tables.word_paper import run

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement as Element

_MARK = re.compile(r"\s*\{\{\s*(\w+)\s*\}\}\s*")
_PLACE = re.compile("\ue000(\\w+)\ue000")
"""What stands in a place while the words of a template are filled in: no letter is like it."""


def set_places(document: "Document", filled: Mapping[str, bool]) -> None:
    """Make places of the marks; those of what is not filled go, with their paragraphs."""
    for name, paragraph in _found(document, _MARK):
        if name in filled:
            _clear(paragraph)
            if filled[name]:
                paragraph.append(run(f"\ue000{name}\ue000"))
            else:
                _leave(paragraph)


def places(document: "Document") -> list[tuple[str, "Element"]]:
    """Return the places that are there, in their order, each with its paragraph."""
    return list(_found(document, _PLACE))


def take_place(paragraph: "Element", elements: Iterable["Element"]) -> None:
    """Put elements where a paragraph stands."""
    for element in elements:
        paragraph.addprevious(element)
    _clear(paragraph)
    _leave(paragraph)


def _found(document: "Document", pattern: re.Pattern[str]) -> Iterator[tuple[str, "Element"]]:
    for paragraph in document.element.body.findall(qn("w:p")):
        text = "".join(each.text or "" for each in paragraph.iter(qn("w:t")))
        mark = pattern.fullmatch(text)
        if mark:
            yield mark[1], paragraph


def _clear(paragraph: "Element") -> None:
    for each in list(paragraph):
        if each.tag != qn("w:pPr"):
            paragraph.remove(each)


def _leave(paragraph: "Element") -> None:
    """Take an empty paragraph away, unless a section of the document ends with it."""
    if paragraph.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is None:
        paragraph.getparent().remove(paragraph)
