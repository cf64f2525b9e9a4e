"""Times of day as registers write them: «15.00», «с 9.00 до 18.00 нск (5.00 - 14.00 мск)»."""

import re
from functools import lru_cache
from typing import NamedTuple

from rumo_cli.calendar.errors import CalendarError
from rumo_cli.text import fold

_LONGEST = 200
_EXPECTED = "ожидается время, например 15:00 или 15:00-16:30"
_HOURS = r"[ ]?ч(?:ас[а-я]*)?(?![а-я])\.?"
CLOCK = (
    r"(?: \d{1,2}:\d\d (?: :\d\d )? (?![\d:]) "
    rf"| \d{{1,2}}{_HOURS} (?: [ ]?\d{{1,2}}[ ]?мин[а-я]*\.? )? )"
)
"""The verbose pattern of what is a time and nothing else: «15:00», «15 ч. 00 мин.»."""

_TIME = rf"(?: {CLOCK} | \d{{1,2}}[.-]\d\d(?!\d) ) (?: {_HOURS} )?"
_SPAN = rf"""
    (?: (?: начало | время ) [ ]?[-:]?[ ]? )?  (?: (?: в | с | со | к ) [ ] )?
    (?P<start> {_TIME} )  (?: [ ]?(?: - | до | по )[ ]? (?P<end> {_TIME} ) )?
    (?: [ ]?,?[ ]?\(? (?P<zone> (?: по[ ] )? [а-я]+\.? (?: [ ][а-я]+\.? )? ) )?
    [ (),;/.]*
    """
# What is left of a time that a spreadsheet keeps as a number: a fraction of the day (of those with
# one or two digits only quarters and halves are times), or 15,30 without its last zero.
_FRACTION = re.compile(r"0[.,](\d{3,15}|[27]5|5)", re.ASCII)
_HOURS_AND_MINUTES = re.compile(r"(\d{1,2})(?:[.,]([0-5])|,(\d\d))", re.ASCII)
_MINUTES_OF_DAY = 24 * 60
_MOSCOW = re.compile(r"\b(?:мск|моск)")
_LOCAL = re.compile(r"\bместн")


class Times(NamedTuple):
    """When something begins and, where it is known, ends: «15:00», «16:30»."""

    start: str
    end: str | None


@lru_cache(maxsize=4096)
def read_times(text: str) -> Times:
    """Return the Moscow times of a cell; of two zones in one text the Moscow one counts.

    A number that stood for a time in a spreadsheet is read too: `0.625`, `15.3` for 15:30.
    Raises `CalendarError` for a time that does not exist, an end before the start, a time of
    another zone alone, and whatever is no time.
    """
    if len(text) > _LONGEST:
        raise CalendarError(_EXPECTED)
    folded = fold(text)
    if number := _of_number(folded):
        return Times(_time(number), None)
    span = _moscow(_spans(folded))
    start = _time(span["start"])
    end = _time(span["end"]) if span["end"] else None
    if end is not None and end < start:
        raise CalendarError(f"окончание раньше начала: {start}-{end}")
    return Times(start, end)


def _of_number(text: str) -> str | None:
    """Return the time that a bare number stands for, as «15:30»."""
    if fraction := _FRACTION.fullmatch(text):
        return "{}:{:02}".format(*divmod(minutes_of_fraction(fraction[1]), 60))
    if number := _HOURS_AND_MINUTES.fullmatch(text):
        return f"{number[1]}:{number[3] or number[2] + '0'}"
    return None


def minutes_of_fraction(digits: str) -> int:
    """Return the minutes, rounded, in the fraction of a day that has these digits: 900 for 625."""
    return round(float(f"0.{digits}") * _MINUTES_OF_DAY)


def _spans(text: str) -> list[re.Match[str]]:
    spans: list[re.Match[str]] = []
    while text:
        span = re.match(_SPAN, text, re.VERBOSE)
        if span is None:
            raise CalendarError(_EXPECTED)
        spans.append(span)
        text = text[span.end() :]
    return spans


def _moscow(spans: list[re.Match[str]]) -> re.Match[str]:
    for span in spans:
        if _MOSCOW.search(span["zone"] or ""):
            return span
    if len(spans) != 1:
        raise CalendarError(_EXPECTED)
    zone = spans[0]["zone"]
    if zone and not _LOCAL.search(zone):
        raise CalendarError(f"ожидается московское время, а не «{zone}»")
    return spans[0]


def _time(text: str) -> str:
    hour, minute = (int(number) for number in [*re.findall(r"\d+", text), "0"][:2])
    if "-" in text and hour < minute <= 24:
        raise CalendarError(f"неясно, часы это или минуты: {text}")
    if hour > 23 or minute > 59:
        raise CalendarError(f"нет такого времени: {text}")
    return f"{hour:02}:{minute:02}"
