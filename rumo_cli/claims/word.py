"""A Word document as passages, and comments in its margin.

What Word shows of a paragraph is its text: deleted words, field codes and pictures are not.
"""

import copy
import io
import zipfile
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple
from xml.etree.ElementTree import ParseError, canonicalize

from rumo_cli.claims.passages import CELL, Mark, Passage, Span, mark_of
from rumo_cli.intake.archive import open_archive
from rumo_cli.intake.word.damage import refusing_damage
from rumo_cli.intake.word.numbering import Numbering
from rumo_cli.intake.word.xml import CELL as CELL_TAG
from rumo_cli.intake.word.xml import PARAGRAPH, ROW, TABLE, children, w

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement as Element

_TEXTS = {w("t"): None, w("tab"): " ", w("br"): " ", w("cr"): " ", w("noBreakHyphen"): "-"}
_UNREAD = {w("del"), w("moveFrom"), w("drawing"), w("pict"), w("object"), w("pPr"), w("rPr")}
_AUTHOR, _INITIALS = "rumo", "r"


class Piece(NamedTuple):
    """A bit of text in a run, and where it begins in its passage."""

    start: int
    text: str
    run: "Element"
    element: "Element"


class Note(NamedTuple):
    """A comment on words of a passage."""

    passage: int
    span: Span
    text: str


class WordText:
    """A Word document that is read and, in a copy, commented on."""

    def __init__(self, data: bytes) -> None:
        """Open a document; `Refused` for one that is damaged, locked or dangerous."""
        open_archive(data)
        self._data = data
        with refusing_damage():
            self._document = _opened(data)
            self.passages, self._pieces = _read(self._document)

    def commented(self, notes: Iterable[Note]) -> bytes:
        """Return the document with comments; what is not commented on stays as it was."""
        made = [self._comment(note) for note in sorted(notes)]
        for each in self._document.part.rels.values():
            if each.reltype.endswith("/comments"):
                _take_clock_out(each.target_part.element, {*made})
        return _packed(self._document, self._data)

    def _comment(self, note: Note) -> str:
        """Put a comment on words, and return its number."""
        runs = _isolated(self._pieces[note.passage], note.span)
        number = self._document.comments.add_comment(note.text, _AUTHOR, _INITIALS).comment_id
        runs[0].insert_comment_range_start_above(number)
        runs[-1].insert_comment_range_end_and_reference_below(number)
        return str(number)


def _take_clock_out(comments: "Element", numbers: Collection[str]) -> None:
    """Take the times out of new comments, so that the same words make the same bytes."""
    for comment in comments.iter(w("comment")):
        if comment.get(w("id")) in numbers:
            comment.attrib.pop(w("date"), None)


def _opened(data: bytes) -> "Document":
    from docx import Document

    return Document(io.BytesIO(data))


def _read(document: "Document") -> tuple[list[Passage], dict[int, list[Piece]]]:
    from docx.opc.constants import RELATIONSHIP_TYPE

    parts = {
        each.reltype: each.target_part
        for each in document.part.rels.values()
        if not each.is_external
    }
    numbering, styles = (
        getattr(parts.get(kind), "element", None)
        for kind in (RELATIONSHIP_TYPE.NUMBERING, RELATIONSHIP_TYPE.STYLES)
    )
    reader = _Reader(Numbering(numbering, styles))
    for element in children(document.element.body, PARAGRAPH, TABLE):
        if element.tag == PARAGRAPH:
            reader.paragraph(element)
        else:
            reader.table(element)
    return reader.passages, reader.pieces


class _Reader:
    """Collects the passages of a document, with the runs that their text stands in."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self.passages: list[Passage] = []
        self.pieces: dict[int, list[Piece]] = {}

    def paragraph(self, element: "Element") -> None:
        """Add a paragraph, if it has any text."""
        number = self._numbering.count(element)
        listed = self._numbering.list_of(element)
        pieces = list(_pieces([element], 0))
        text = _text(pieces, 0)
        if text.strip():
            self._add(text, pieces, mark=_mark(number, text, listed))

    def table(self, element: "Element") -> None:
        """Add the rows of a table; one of a single cell is its paragraphs."""
        heading: tuple[str, ...] = ()
        for row in children(element, ROW):
            cells = list(children(row, CELL_TAG))
            if len(cells) == 1:
                for paragraph in cells[0].iter(PARAGRAPH):
                    self.paragraph(paragraph)
                continue
            pieces, texts = _row(cells)
            heading = heading or texts
            if any(map(str.strip, texts)):
                self._add(CELL.join(texts), pieces, row=heading)

    def _add(
        self, text: str, pieces: list[Piece], mark: Mark | None = None, row: tuple[str, ...] = ()
    ) -> None:
        number = len(self.passages) + 1
        self.passages.append(Passage(number, text, (), mark, row))
        self.pieces[number] = pieces


def _mark(number: str, text: str, listed: str) -> Mark | None:
    if not listed:
        return mark_of(text)
    return Mark(int(number) if number.isdecimal() else None, listed)


def _row(cells: Sequence["Element"]) -> tuple[list[Piece], tuple[str, ...]]:
    pieces: list[Piece] = []
    texts: list[str] = []
    start = 0
    for cell in cells:
        found = list(_pieces(list(cell.iter(PARAGRAPH)), start))
        texts.append(_text(found, start))
        pieces += found
        start += len(texts[-1]) + len(CELL)
    return pieces, tuple(texts)


def _text(pieces: Iterable[Piece], start: int) -> str:
    """Return what pieces say, paragraphs set apart."""
    said = ""
    for each in pieces:
        said += " " * (each.start - start - len(said)) + each.text
    return said


def _pieces(paragraphs: Sequence["Element"], start: int) -> Iterator[Piece]:
    for paragraph in paragraphs:
        for element in _texts(paragraph):
            told = _TEXTS[element.tag]
            text = (element.text or "") if told is None else told
            yield Piece(start, text, element.getparent(), element)
            start += len(text)
        start += 1


def _texts(paragraph: "Element") -> Iterator["Element"]:
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        if element.tag in _TEXTS and element.getparent().tag == w("r"):
            yield element
        elif element.tag not in _UNREAD and element.tag != PARAGRAPH:
            waiting.extend(reversed(element))


def _isolated(pieces: list[Piece], span: Span) -> list["Element"]:
    """Return the runs that hold a span and nothing else; those on its edges are split."""
    _split(pieces, span.start)
    _split(pieces, span.end)
    inside = (each for each in pieces if span.start <= each.start < span.end and each.text)
    return list(dict.fromkeys(each.run for each in inside))


def _split(pieces: list[Piece], place: int) -> None:
    """Split the run that a place is inside of, into two of one formatting."""
    at = next(
        (at for at, each in enumerate(pieces) if each.start < place < each.start + len(each.text)),
        None,
    )
    if at is None:
        _split_between(pieces, place)
        return
    piece = pieces[at]
    follower = copy.deepcopy(piece.element)
    piece.element.text, follower.text = (
        piece.text[: place - piece.start],
        piece.text[place - piece.start :],
    )
    for each in (piece.element, follower):
        each.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    piece.element.addnext(follower)
    pieces[at : at + 1] = [
        piece._replace(text=piece.element.text),
        Piece(place, follower.text, piece.run, follower),
    ]
    _split_between(pieces, place)


def _split_between(pieces: list[Piece], place: int) -> None:
    """Move what follows a place out of the run that ends in front of it into one of its own."""
    at = next((at for at, each in enumerate(pieces) if each.start == place and each.text), None)
    if not at or pieces[at - 1].run is not pieces[at].run:
        return
    run, first = pieces[at].run, pieces[at].element
    moved = copy.deepcopy(run)
    for child in list(moved):
        if child.tag != w("rPr"):
            moved.remove(child)
    for child in [first, *first.itersiblings()]:
        moved.append(child)
    run.addnext(moved)
    pieces[at:] = [each._replace(run=moved) if each.run is run else each for each in pieces[at:]]


def _packed(document: "Document", original: bytes) -> bytes:
    """Return a document as a file whose parts are those of the original but for what changed."""
    saved, stream = io.BytesIO(), io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(io.BytesIO(original)) as old:
        kept = {each.filename: each for each in old.infolist()}
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
            for name in source.namelist():
                info = kept.get(name) or zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
                data = source.read(name)
                same = name in kept and _is_same(data, old.read(name))
                target.writestr(info, old.read(name) if same else data, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _is_same(new: bytes, old: bytes) -> bool:
    """Tell whether two parts say the same, however their XML is written."""
    if new == old:
        return True
    try:
        return canonicalize(new.decode()) == canonicalize(old.decode())
    except (ParseError, UnicodeDecodeError):
        return False
