"""Running text out of files: plain, Markdown, or the paragraphs of a Word document."""

import re
from itertools import pairwise
from typing import NamedTuple

from rumo_cli.errors import Refused
from rumo_cli.intake.decoding import ZIP, decode, document_kind
from rumo_cli.intake.grid import NoTable
from rumo_cli.text import tidy

_BULLETS = re.compile(r"^[•*·▪●◦] ", re.MULTILINE)
# Of a Word document whole paragraphs are known: a dash that begins one never goes on a sentence.
_DASH = re.compile("^[–—] ")
_GAPS = re.compile(r"\n{3,}")
_ITEM = re.compile(r"(-|\d{1,3}[.)]) ")


class Prose(NamedTuple):
    """A text, and what a person should know of how it was read."""

    text: str
    notes: tuple[str, ...] = ()


def read_prose(name: str, data: bytes, encoding: str | None = None) -> Prose:
    """Return the text of a file; of a Word document the tables are left out, and that is said.

    Paragraphs are set apart by an empty line, items of a list stand one a line. Raise `Refused`
    with the name in front for what is no text or says nothing, `Misused` for an unknown encoding.
    """
    try:
        read = _read(data, encoding)
    except Refused as error:
        raise type(error)(f"{name}: {error}") from error
    if not read.text:
        raise Refused(f"{name}: текста в файле нет.")
    return read


def tidy_prose(text: str) -> str:
    """Return prose as it is kept: lines stay, bullets are «- », one empty line parts paragraphs."""
    lines = (" ".join(line.split()) for line in tidy(text).split("\n"))
    return _GAPS.sub("\n\n", _BULLETS.sub("- ", "\n".join(lines)))


def _read(data: bytes, encoding: str | None) -> Prose:
    if data.startswith(ZIP) and b"word/document" in data:
        return _document(data)
    if kind := document_kind(data):
        raise Refused(f"это {kind}, а не текст. Сохраните его как .docx, .txt или .md.")
    try:
        return Prose(tidy_prose(decode(data, encoding)[0]))
    except NoTable:
        return Prose("")


def _document(data: bytes) -> Prose:
    from rumo_cli.intake.word import read_paragraphs

    paragraphs, tables = read_paragraphs(data)
    notes = (f"таблицы документа не взяты: {tables}",) if tables else ()
    return Prose(_joined([tidy_prose(_DASH.sub("- ", each)) for each in paragraphs]), notes)


def _joined(paragraphs: list[str]) -> str:
    """Return paragraphs set apart by an empty line, but for the items of one list."""
    first = paragraphs[:1]
    rest = (f"{_gap(*pair)}{pair[1]}" for pair in pairwise(paragraphs))
    return "".join([*first, *rest])


def _gap(before: str, after: str) -> str:
    return "\n" if _ITEM.match(before) and _ITEM.match(after) else "\n\n"
