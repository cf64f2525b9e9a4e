"""Word documents that rumo makes: the page, the styles and the pieces that they are made of.

The page is that of ГОСТ Р 7.0.97-2016: A4, fields of 30, 10, 20 and 20 mm, Times New Roman, page
numbers at the top from the second page on.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, cast
from urllib.parse import quote
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import nspfxmap, qn
from docx.oxml.parser import oxml_parser
from docx.shared import Length, Mm, Pt

from rumo_cli.tables.printable import file_line

if TYPE_CHECKING:
    from docx.document import Document
    from docx.opc.part import Part
    from docx.oxml.text.paragraph import CT_P
    from docx.oxml.text.parfmt import CT_PPr
    from docx.oxml.xmlchemy import BaseOxmlElement as Element
    from docx.section import Section
    from docx.styles.style import ParagraphStyle

FONT = "Times New Roman"
SIZE, TABLE_SIZE = Pt(14), Pt(11)
TABLE_TEXT, TABLE_GRID = "TableText", "TableGrid"
"""The styles of the text in tables, and of tables with lines."""
LEFT, RIGHT, TOP, BOTTOM = Mm(30), Mm(10), Mm(20), Mm(20)

_A4 = (Mm(210), Mm(297))
# No clock: the same words make the same bytes. A zip counts years from 1980.
_CREATED = datetime.fromisoformat("2000-01-01")
_ZIPPED = (1980, 1, 1, 0, 0, 0)
_STYLES = {
    "Normal",
    "Header",
    "Default Paragraph Font",
    "Normal Table",
    "Table Grid",
    "No List",
}
_NOT_NEEDED = ("/stylesWithEffects", "/customXml", "/thumbnail", "/numbering", "/webSettings")
_NAMESPACE = nspfxmap("w")
_IN_ADDRESSES = "%/:=&?~#+!$,;@()*[]'"


def new_paper(title: str, *, landscape: bool = False) -> "Document":
    """Return an empty document with its page and its styles."""
    document = docx.Document()
    _clear_out(document)
    _set_up_page(document.sections[0], landscape=landscape)
    _set_up_styles(document)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = file_line(title)[:255], "", ""
    properties.created = properties.modified = _CREATED
    properties.language = "ru-RU"
    return document


def add_style(document: "Document", key: str, name: str, size: Length) -> "ParagraphStyle":
    """Return a new style of paragraphs, with the key for documents and the name for people."""
    style: ParagraphStyle = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.element.set(qn("w:styleId"), key)
    style.base_style, style.font.size = document.styles["Normal"], size
    return style


def text_width(section: "Section", *, on_side: bool = False) -> Length:
    """Return the width between the side fields of a section, as it is or with its pages turned."""
    across = section.page_height if on_side else section.page_width
    return Length(
        (across or _A4[on_side]) - (section.left_margin or 0) - (section.right_margin or 0)
    )


def put(document: "Document", *pieces: "Element") -> None:
    """Add paragraphs and tables at the end of a document."""
    last = document.element.body.sectPr
    for piece in pieces:
        last.addprevious(piece)


def packed(document: "Document", method: int = ZIP_DEFLATED) -> bytes:
    """Return a document as the bytes of a file, the same ones whenever it is packed."""
    saved, stream = BytesIO(), BytesIO()
    document.save(saved)
    with ZipFile(saved) as source, ZipFile(stream, "w") as target:
        for name in source.namelist():
            target.writestr(ZipInfo(name, _ZIPPED), source.read(name), method)
    return stream.getvalue()


def node(tag: str, *children: "Element", **attributes: str) -> "Element":
    """Return an element of the language that Word documents are written in."""
    named = {_named(name): value for name, value in attributes.items()}
    made: Element = oxml_parser.makeelement(_named(tag), named, _NAMESPACE)
    made.extend(children)
    return made


@cache
def _named(name: str) -> str:
    return qn(f"w:{name}")


def run(text: str, *, bold: bool = False) -> "Element":
    """Return a text as a piece of a paragraph."""
    said = node("t")
    said.text = text
    said.set(qn("xml:space"), "preserve")
    return node("r", *([node("rPr", node("b"))] if bold else []), said)


def paragraph(*runs: "Element", style: str = "Normal", **layout: Mapping[str, str]) -> "Element":
    """Return a paragraph; `layout` names what it has beside its style, in the schema's order."""
    about = (node(name, **attributes) for name, attributes in layout.items())
    return node("p", node("pPr", node("pStyle", val=style), *about), *runs)


def about_paragraph(element: "Element") -> "CT_PPr":
    """Return what a paragraph has beside its text, as python-docx changes it."""
    return cast("CT_P", element).get_or_add_pPr()


def keep_rows(*rows: "Element") -> None:
    """Let no page part rows of a table from what follows them."""
    for each in rows:
        for paragraph_ in each.iter(qn("w:p")):
            keep_paragraph(paragraph_)


def keep_paragraph(element: "Element") -> None:
    """Let no page part a paragraph from what follows it; what is no paragraph stays as it is."""
    if element.tag == qn("w:p"):
        about_paragraph(element).keepNext_val = True


def cell(width: int, *paragraphs: "Element", stands: str = "top") -> "Element":
    """Return a cell of a table, as wide as so many EMU; its text `stands` at the top or bottom."""
    about = (node("tcW", w=_twips(width), type="dxa"), node("vAlign", val=stands))
    return node("tc", node("tcPr", *about), *paragraphs)


def row(*cells: "Element", heading: bool = False) -> "Element":
    """Return a row that no page parts; a `heading` stands on every page of its table."""
    about = [node("cantSplit"), *([node("tblHeader")] if heading else [])]
    return node("tr", node("trPr", *about), *cells)


def grid(widths: Iterable[int], *rows: "Element", style: str | None = TABLE_GRID) -> "Element":
    """Return a table with columns of these widths in EMU; without a style it has no lines."""
    widths = list(widths)
    about = node(
        "tblPr",
        *([node("tblStyle", val=style)] if style else []),
        node("tblW", w=_twips(sum(widths)), type="dxa"),
        node("tblLayout", type="fixed"),
        node("tblLook", val="0000"),
    )
    columns = node("tblGrid", *(node("gridCol", w=_twips(width)) for width in widths))
    return node("tbl", about, columns, *rows)


def beside(*cells: tuple[Length, "Element"]) -> "Element":
    """Return paragraphs one beside another, the last lines level: a row without lines."""
    drawn = (cell(width, text, stands="bottom") for width, text in cells)
    return grid([width for width, _ in cells], row(*drawn), style=None)


def is_address(text: str) -> bool:
    """Tell whether a text is an address of the web and nothing else."""
    return text.startswith(("http://", "https://")) and " " not in text


def link(part: "Part", url: str, piece: "Element") -> "Element":
    """Return a piece of a paragraph as one that leads to an address of the web."""
    target = quote(url, safe=_IN_ADDRESSES)
    made = node("hyperlink")
    made.set(qn("r:id"), part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    made.append(piece)
    return made


def link_addresses(document: "Document") -> None:
    """Make links of the addresses in a document that stand by themselves."""
    for piece in list(document.element.body.iter(qn("w:r"))):
        text, holder = piece.text or "", piece.getparent()
        if is_address(text) and holder.tag == qn("w:p"):
            holder.insert(holder.index(piece), link(document.part, text, piece))


def _twips(length: int) -> str:
    return str(Length(length).twips)


def _clear_out(document: "Document") -> None:
    """Leave of python-docx's own template what is needed: the rest is nine tenths of its bytes."""
    for relations in (document.part.rels, document.part.package.rels):
        for key in [key for key, each in relations.items() if each.reltype.endswith(_NOT_NEEDED)]:
            del relations[key]
    for style in [style for style in document.styles if style.name not in _STYLES]:
        style.delete()


def _set_up_page(section: "Section", *, landscape: bool) -> None:
    short, long = _A4
    if landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = (long, short) if landscape else (short, long)
    section.left_margin, section.right_margin = LEFT, RIGHT
    section.top_margin, section.bottom_margin = TOP, BOTTOM
    section.header_distance = section.footer_distance = Mm(10)
    section.different_first_page_header_footer = True
    numbered = section.header.paragraphs[0]
    numbered.alignment = WD_ALIGN_PARAGRAPH.CENTER
    numbered.paragraph_format.element.append(node("fldSimple", run("2"), instr="PAGE"))


def _set_up_styles(document: "Document") -> None:
    styles = document.styles
    _set_font(styles["Normal"], SIZE)
    add_style(document, TABLE_TEXT, "Текст таблицы", TABLE_SIZE)
    _speak_russian(document)


def _set_font(style: "ParagraphStyle", size: Length) -> None:
    style.font.name, style.font.size = FONT, size
    style.paragraph_format.space_after, style.paragraph_format.line_spacing = Pt(0), 1.0


def _speak_russian(document: "Document") -> None:
    """Set one font for every script in place of those of a theme, and the language."""
    for fonts in document.styles.element.iter(qn("w:rFonts")):
        fonts.attrib.clear()
        for script in ("ascii", "hAnsi", "eastAsia", "cs"):
            fonts.set(qn(f"w:{script}"), FONT)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "ru-RU")
