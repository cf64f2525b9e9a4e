"""Word documents (.docx): each table of records as a grid, and the paragraphs outside of them."""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rumo_cli.errors import Refused
from rumo_cli.intake.archive import open_archive
from rumo_cli.intake.grid import Grid, NoTable
from rumo_cli.intake.word.damage import refusing_damage
from rumo_cli.intake.word.grids import grid_of
from rumo_cli.intake.word.groups import group_tables
from rumo_cli.intake.word.numbering import Numbering
from rumo_cli.intake.word.tables import WordTable, read_table
from rumo_cli.intake.word.text import Passage, TextReader
from rumo_cli.intake.word.xml import PARAGRAPH, TABLE, children
from rumo_cli.text import one_line

if TYPE_CHECKING:
    from docx.opc.part import Part
    from docx.oxml.xmlchemy import BaseOxmlElement as Element

# Tags and attributes: read, each takes up to 250 bytes. A table of 4,000 rows of Word has as many.
_MOST_MARKS = 1_000_000
_PIECE = 1 << 20
_MARKED = re.compile(r"(\d[\d.]*\.|[-–—•]) ")
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".emf", ".wmf")
_STRICT = b"http://purl.oclc.org/ooxml/"

_NOT_WORD = "это не документ Word (.docx). Проверьте, тот ли это файл."
_SAVED_STRICT = (
    "документ сохранён в строгом формате Open XML, который rumo не читает: откройте его в Word и "
    "сохраните как «Документ Word (*.docx)»."
)
_TOO_LARGE = "документ слишком велик. Проверьте, тот ли это файл, или разделите его на части."
_NO_TABLES = (
    "в документе нет таблиц с записями: из документов Word читаются только таблицы. Оформите "
    "список таблицей или выберите другой файл."
)


def read_document(data: bytes) -> list[Grid]:
    """Return the tables of a Word document, those that a page or a section parts as one grid.

    Rows count from 1 over the tables of a grid; paragraphs between them are rows of one cell whose
    number is 0. Raise `Refused` for what is no such document, is damaged or has no tables.
    """
    grids = [grid_of(group) for group in group_tables(_checked_blocks(data))]
    if not grids:
        raise NoTable(_NO_TABLES)
    return grids


def read_paragraphs(data: bytes) -> tuple[list[str], int]:
    """Return the paragraphs of a Word document that say anything, and how many tables it has.

    What Word numbers begins with its number, «1. », an item of any other list with «- ». Raise
    `Refused` for what is no such document or is damaged.
    """
    blocks = _checked_blocks(data, bullets=True)
    texts = [each for each in blocks if isinstance(each, str)]
    return list(filter(None, texts)), len(blocks) - len(texts)


def _checked_blocks(data: bytes, *, bullets: bool = False) -> list[WordTable | str]:
    archive = open_archive(data)
    _check(archive)
    with refusing_damage():
        return list(_blocks(data, bullets=bullets))


def _check(archive: zipfile.ZipFile) -> None:
    names = set(archive.namelist())
    if not {"[Content_Types].xml", "_rels/.rels"} <= names:
        raise Refused(_NOT_WORD)
    if _STRICT in archive.read("_rels/.rels"):
        raise Refused(_SAVED_STRICT)
    marks = 0
    for name in names:
        if not name.casefold().endswith(_PICTURES):
            marks += _marks(archive, name)
        if marks > _MOST_MARKS:
            raise Refused(_TOO_LARGE)


def _marks(archive: zipfile.ZipFile, name: str) -> int:
    marks = 0
    with archive.open(name) as stream:
        while piece := stream.read(_PIECE):
            marks += piece.count(b"<") + piece.count(b"=")
    return marks


def _blocks(data: bytes, *, bullets: bool) -> Iterator[WordTable | str]:
    """Yield the tables and the texts of the paragraphs outside of them, in their order."""
    from docx import Document
    from docx.opc.constants import RELATIONSHIP_TYPE

    part = Document(io.BytesIO(data)).part
    numbering = Numbering(
        _related(part, RELATIONSHIP_TYPE.NUMBERING), _related(part, RELATIONSHIP_TYPE.STYLES)
    )
    reader = TextReader(_addresses(part), numbering)
    number = 0
    for element in children(part.element.body, PARAGRAPH, TABLE):
        if element.tag == PARAGRAPH:
            line = _line(reader.read(element))
            yield _item(line) if bullets and numbering.is_item(element) else line
        else:
            number += 1
            yield read_table(element, number, reader)


def _line(paragraph: Passage) -> str:
    number = f"{paragraph.number}. " if paragraph.number and paragraph.text else ""
    return number + one_line(paragraph.text)


def _item(line: str) -> str:
    """Return an item of a list: one that has no number gets a bullet."""
    return line if not line or _MARKED.match(line) else f"- {line}"


def _related(part: "Part", relationship: str) -> "Element | None":
    related = (each for each in part.rels.values() if each.reltype == relationship)
    return next((each.target_part.element for each in related), None)


def _addresses(part: "Part") -> dict[str, str]:
    return {key: each.target_ref for key, each in part.rels.items() if each.is_external}
