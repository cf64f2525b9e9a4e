"""Word's own styles, as rumo has them where a document lacks them.

They say nothing of the font: that is of the document's text, whoever chose it.
"""

from typing import TYPE_CHECKING, NamedTuple

from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml

from rumo_cli.tables.word_paper import TABLE_TEXT

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement as Element


_ID = qn("w:styleId")


class Styles(NamedTuple):
    """The ids that styles have in one document, by what they are for."""

    normal: str
    title: str
    heading_1: str
    heading_2: str
    body: str
    bullet: str
    number: str
    caption: str
    cell: str
    grid: str


class _Look(NamedTuple):
    """A style: its id, the name that Word knows it by, and how its paragraphs look."""

    key: str
    name: str
    paragraph: str = ""
    letters: str = ""
    kind: str = "paragraph"


_BOLD = "<w:b/><w:bCs/>"
_JUSTIFIED = '<w:jc w:val="both"/>'
_TEXT = '<w:spacing w:after="0" w:line="276" w:lineRule="auto"/>'


def _heading(key: str, name: str, above: int, level: int | None = None) -> _Look:
    outline = "" if level is None else f'<w:outlineLvl w:val="{level}"/>'
    space = f'<w:spacing w:before="{above}" w:after="{120 if above else 240}"/>'
    about = f'<w:keepNext/><w:keepLines/>{space}<w:jc w:val="center"/>{outline}'
    return _Look(key, name, about, _BOLD)


_LINES = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_MARGINS = '<w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>'
_LOOKS = {
    "title": _heading("Title", "Title", 0),
    "heading_1": _heading("Heading1", "heading 1", 360, 0),
    "heading_2": _heading("Heading2", "heading 2", 240, 1),
    "body": _Look("BodyText", "Body Text", f'{_TEXT}<w:ind w:firstLine="709"/>{_JUSTIFIED}'),
    "bullet": _Look("ListBullet", "List Bullet", _TEXT + _JUSTIFIED),
    "number": _Look("ListNumber", "List Number", _TEXT + _JUSTIFIED),
    "caption": _Look(
        "Caption",
        "caption",
        '<w:keepNext/><w:keepLines/><w:spacing w:before="240" w:after="80"/>',
        '<w:sz w:val="24"/><w:szCs w:val="24"/>',
    ),
    "cell": _Look(
        TABLE_TEXT,
        "Текст таблицы",
        '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>',
        '<w:sz w:val="22"/><w:szCs w:val="22"/>',
    ),
    "grid": _Look("TableGrid", "Table Grid", kind="table"),
}


def settled_styles(document: "Document") -> Styles:
    """Return the styles of a document, those that it lacks added to it."""
    styles = document.styles.element
    ids = {_called(each): str(each.get(_ID)) for each in styles.iterchildren(qn("w:style"))}
    normal = ids.setdefault(("paragraph", "normal"), "Normal")
    taken = set(ids.values())
    for look in _LOOKS.values():
        called = (look.kind, look.name.casefold())
        if called not in ids:
            ids[called] = look.key if look.key not in taken else f"Rumo{look.key}"
            styles.append(_made(look, ids[called], normal))
    own = {role: ids[look.kind, look.name.casefold()] for role, look in _LOOKS.items()}
    return Styles(normal=normal, **own)


def _called(style: "Element") -> tuple[str, str]:
    name = style.find(qn("w:name"))
    return str(style.get(qn("w:type"))), "" if name is None else name.get(qn("w:val")).casefold()


def _made(look: _Look, key: str, base: str) -> "Element":
    about = f"<w:pPr>{look.paragraph}</w:pPr><w:rPr>{look.letters}</w:rPr>"
    if look.kind == "table":
        lines = f"<w:tblBorders>{_LINES}</w:tblBorders><w:tblCellMar>{_MARGINS}</w:tblCellMar>"
        about = f"<w:tblPr>{lines}</w:tblPr>"
    else:
        about = f'<w:basedOn w:val="{base}"/><w:qFormat/>{about}'
    return parse_xml(
        f'<w:style {nsdecls("w")} w:type="{look.kind}" w:styleId="{key}">'
        f'<w:name w:val="{look.name}"/>{about}</w:style>'
    )
