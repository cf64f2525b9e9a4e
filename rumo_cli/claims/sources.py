"""The file of a text: a Word document, or plain text in whatever encoding."""

import re
from typing import NamedTuple

from rumo_cli.claims.passages import Passage
from rumo_cli.claims.texts import passages_of
from rumo_cli.claims.word import WordText
from rumo_cli.errors import Refused
from rumo_cli.intake.decoding import ZIP, characters
from rumo_cli.records.values import FORBIDDEN

_NO_TEXT = (
    "{}: это не документ Word (.docx) и не текст, который можно прочитать. Сохраните анализ как "
    ".docx или .txt."
)
_EMPTY = "{}: в файле нет ни слова. Проверьте, тот ли это файл."
_PAGE_ENDS = re.compile("[\v\f\x85\u2028\u2029]")


class Source(NamedTuple):
    """A text, and the Word document that it stands in, where it does."""

    passages: list[Passage]
    word: WordText | None = None


def read_text(name: str, data: bytes) -> Source:
    """Return the text of a file; `Refused`, with its name, for what is no text."""
    source = _word(name, data) if data.startswith(ZIP) else Source(passages_of(_plain(name, data)))
    if not source.passages:
        raise Refused(_EMPTY.format(name))
    return source


def _word(name: str, data: bytes) -> Source:
    if b"word/document" not in data:
        raise Refused(_NO_TEXT.format(name))
    try:
        word = WordText(data)
    except Refused as error:
        raise Refused(f"{name}: {error}") from error
    return Source(word.passages, word)


def _plain(name: str, data: bytes) -> str:
    try:
        text, _ = characters(data)
    except Refused as error:
        raise Refused(_NO_TEXT.format(name)) from error
    if "\0" in text:
        raise Refused(_NO_TEXT.format(name))
    lines = _PAGE_ENDS.sub("\n", text.replace("\r\n", "\n").replace("\r", "\n"))
    return FORBIDDEN.sub(" ", lines)
