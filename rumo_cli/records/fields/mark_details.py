"""What a mark of completion says beyond its status: a day, a count, a document, a new time."""

import re
from collections.abc import Iterable
from contextlib import suppress
from typing import NamedTuple

from rumo_cli.records.fields.base import ReadingContext
from rumo_cli.records.fields.days import Day
from rumo_cli.text import fold, one_line

_PART = r"\b(?P<done>\d{1,4}) ?(?:из|/) ?(?P<all>\d{1,4})\b(?! ?/)"
_PERCENT = r"(?:\bна )?\b(?P<percent>\d{1,3}) ?%"
_SHARE = r"0[.,](?P<hundredths>\d\d?)"
"""A percentage as the cells of spreadsheets hold it."""
_MOVED_TO = r"^(?:перенес\w*|перенос\w*|отложен\w*)\s+(?:на|до)\s+(?P<time>[^()]+?)\s*(?:\(|$)"
_MOVED_FROM = r"^(?:перенес|перенос|отложен)\w* со? (?P<time>[^()]+?)\s*(?:\(|$)"
_DOCUMENT = (
    r"(?:https?://[^\s()]+|\b(?:протокол|приказ|справк|отч[её]т|акт|письмо|распоряжени|положени)\w*\b"
    r"[^();]*)"
)
_MONTHS = "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
_DAY = (
    rf"\b(?:\d{{1,2}}\.(?:0[1-9]|1[0-2])(?:\.(?:20)?\d\d)?|\d{{1,2}} (?:{_MONTHS})(?: 20\d\d)?)\b"
    r"(?: ?г(?:ода?)?\b\.?)?"
)
_ENDING = re.compile(r"(?<=\w{3})(?:[аоыеиюя]|с[яь])+$")
_FILLERS = frozenset({"от", "на", "в", "полн", "полном", "объем", "полность", "срок", "г", "год"})
_WORD = re.compile(r"[^\W_]+")


def stem(word: str) -> str:
    """Return a folded word without its ending: «проведена» and «проведено» are one."""
    return _ENDING.sub("", word)


class Details(NamedTuple):
    """The parts of a mark, None where it has no such part.

    `part` is how many of how many are done, a percentage being of a hundred; `unread` are the
    words that stand in none of the parts.
    """

    day: str | None = None
    part: tuple[int, int] | None = None
    counted: bool = False
    """The part is a count of occurrences, not a percentage."""
    document: str | None = None
    moved_to: str | None = None
    moved_from: str | None = None
    unread: tuple[str, ...] = ()


def details_of(mark: str, known: Iterable[str], context: ReadingContext) -> Details:
    """Take a mark apart; `known` are the stems of the words that its status is told by."""
    text = _with_percentage(one_line(mark))
    moved = re.search(_MOVED_TO, text, re.IGNORECASE)
    document = re.search(_DOCUMENT, text, re.IGNORECASE)
    part = re.search(_PART, text, re.IGNORECASE) or re.search(_PERCENT, text, re.IGNORECASE)
    day = _day_of(text, document, context) if not moved else None
    return Details(
        day=day,
        part=_counts(part) if part else None,
        counted=part is not None and part.re.pattern == _PART,
        document=document[0].strip(" ,.") if document else None,
        moved_to=moved["time"].strip(" .") if moved else None,
        moved_from=_day_before(text, context),
        unread=() if moved else _unread(text, [*known, *_FILLERS]),
    )


def _with_percentage(text: str) -> str:
    share = re.fullmatch(_SHARE, text)
    return f"{int(share['hundredths'].ljust(2, '0'))} %" if share else text


def _day_of(text: str, document: re.Match[str] | None, context: ReadingContext) -> str | None:
    """Return the day of a mark, else that of the document that it names."""
    beside = text[: document.start()] + text[document.end() :] if document else text
    for stretch in (beside, text):
        for found in re.finditer(_DAY, stretch, re.IGNORECASE):
            with suppress(ValueError):
                return str(Day().read("", found[0], context).values[""])
    return None


def _day_before(text: str, context: ReadingContext) -> str | None:
    """Return the day of «перенесён с 15.10.2024»."""
    found = re.search(_MOVED_FROM, fold(text))
    return _day_of(found["time"], None, context) if found else None


def _counts(part: re.Match[str]) -> tuple[int, int]:
    if part.re.pattern == _PERCENT:
        return int(part["percent"]), 100
    return int(part["done"]), int(part["all"])


def _unread(text: str, known: Iterable[str]) -> tuple[str, ...]:
    for pattern in (_DOCUMENT, _DAY, _PART, _PERCENT):
        text = re.sub(pattern, " ", text, flags=re.IGNORECASE)
    told = set(known)
    return tuple(word for word in _WORD.findall(fold(text)) if stem(word) not in told)
