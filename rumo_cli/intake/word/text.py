"""The text of a piece of a Word document, as a person sees it there."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from rumo_cli.intake.word.numbering import Numbering
from rumo_cli.intake.word.xml import CELL, PARAGRAPH, ROW, is_on, nested, w, walk

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement as Element

_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_VARIANTS = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"

_TEXTS = {w("t"), f"{_MATHS}t"}
_SIGNS = {
    w("br"): "\n",
    w("cr"): "\n",
    w("tab"): " ",
    w("ptab"): " ",
    w("noBreakHyphen"): "-",
}
_ENDS = {PARAGRAPH: "\n", CELL: " ", ROW: "\n"}
# Of two variants the second is for programs that know text only; properties of paragraphs have
# tabs of their own; pictures hold text boxes.
_UNREAD = {
    *map(w, ("pPr", "rPr", "tblPr", "trPr", "tcPr", "sdtPr", "del", "moveFrom", "rt")),
    *map(w, ("drawing", "pict", "object")),
    f"{_VARIANTS}Choice",
}
_REVISIONS = tuple(map(w, ("ins", "del", "moveFrom", "moveTo")))

_SYMBOLS = {
    "wingdings": dict(zip(b"\x6f\x71\x78\xa8\xfb\xfc\xfd\xfe", "☐☐☒☐✗✓☒☑", strict=True)),
    "wingdings 2": dict(zip(b"\x4f\x50\x51\x52\x53\x54\xa3", "✗✓☒☑☒☒☐", strict=True)),
}
_OWN_CODES = range(0xF000, 0xF100)

_SOFT_HYPHEN = "\N{SOFT HYPHEN}"
_LINK_FIELD = re.compile(r'\bHYPERLINK\s+"([^"]+)"')
_SCHEMES = ("http://", "https://", "ftp://", "mailto:")


class Passage(NamedTuple):
    """What a piece of a document says, and the first address that its links lead to."""

    text: str
    number: str
    """What Word numbers it with; it is not in the text."""
    address: str | None


class TextReader:
    """Reads the paragraphs and cells of a document, which must come in its order.

    `addresses` are the targets of the links that lead out of the document.
    """

    def __init__(self, addresses: Mapping[str, str], numbering: Numbering) -> None:
        self._addresses = addresses
        self._numbering = numbering

    def read(self, element: "Element") -> Passage:
        """Return a piece of the document: its paragraphs are lines, as are the rows of a table."""
        parts: list[str] = []
        numbers: list[str] = []
        links: list[str] = []
        for node, ended in walk(element, _is_unread):
            if ended:
                _end(parts, _ENDS.get(node.tag))
            elif node.tag == PARAGRAPH:
                numbers.append(self._numbering.count(node))
            else:
                parts.append(_text(node))
                links.append(self._link(node))
        text = "".join(parts).replace(_SOFT_HYPHEN, "").strip()
        return Passage(text, "\n".join(filter(None, numbers)), _address(links))

    def _link(self, node: "Element") -> str:
        """Return where a link leads, as a field says it; fields come in pieces."""
        if node.tag == w("instrText"):
            return node.text or ""
        if node.tag == w("fldSimple"):
            return f"{node.get(w('instr'))} "
        if node.tag != w("hyperlink") or node.get(_RELATION) not in self._addresses:
            return ""
        place = node.get(w("anchor"))
        anchor = f"#{place}" if place else ""
        return f' HYPERLINK "{self._addresses[node.get(_RELATION)]}{anchor}" '


def notes_of(table: "Element") -> tuple[str, ...]:
    """Return what a person should know of the text of a table."""
    revised = next(table.iter(*_REVISIONS), None) is not None
    hidden = any(map(_is_hidden, table.iter(w("r"))))
    said = {
        "в документе есть непринятые исправления: прочитан текст с ними": revised,
        "в документе есть скрытый текст: он не прочитан": hidden,
    }
    return tuple(note for note, holds in said.items() if holds)


def is_deleted(row: "Element") -> bool:
    """Tell a row of a table that a correction takes out."""
    return nested(row, "trPr", "del") is not None


def _is_unread(node: "Element") -> bool:
    if node.tag in _UNREAD:
        return True
    if node.tag == CELL:
        return _is_placeholder(node.getparent().getparent())
    if node.tag == ROW:
        return is_deleted(node)
    return _is_hidden(node) or _is_placeholder(node)


def _is_hidden(node: "Element") -> bool:
    return node.tag == w("r") and is_on(node, "rPr", "vanish")


def _is_placeholder(node: "Element") -> bool:
    """Tell a content control that nobody filled in: «Место для ввода даты»."""
    return node.tag == w("sdt") and is_on(node, "sdtPr", "showingPlcHdr")


def _text(node: "Element") -> str:
    if node.tag in _TEXTS:
        return node.text or ""
    return _symbol(node) if node.tag == w("sym") else _SIGNS.get(node.tag, "")


def _symbol(node: "Element") -> str:
    code = int(node.get(w("char")), 16)
    if code not in _OWN_CODES:
        return chr(code)
    font = (node.get(w("font")) or "").casefold()
    return _SYMBOLS.get(font, {}).get(code & 0xFF, "")


def _end(parts: list[str], mark: str | None) -> None:
    """End a paragraph, a cell or a row: the mark of the outermost of them stays."""
    if mark is None:
        return
    while parts and parts[-1] in {"", " ", "\n"}:
        parts.pop()
    parts.append(mark)


def _address(links: list[str]) -> str | None:
    found = _LINK_FIELD.findall("".join(links))
    return next((each for each in found if each.casefold().startswith(_SCHEMES)), None)
