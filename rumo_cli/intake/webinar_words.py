"""What the words of a form say of a webinar: its title, its day, its hour."""

import re
from contextlib import suppress
from datetime import date
from itertools import dropwhile
from typing import NamedTuple

from rumo_cli.calendar.months import month_number
from rumo_cli.calendar.weekdays import weekday_number
from rumo_cli.text import fold

_TOKENS = re.compile(
    r"\d{4}-\d\d-\d\d|\d{1,2}\.\d{1,2}\.(?:20)?\d\d(?!\d)|\d{1,2}[.:]\d\d(?!\d)|[^\W_]+"
)
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)")
_DOTTED = re.compile(r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})(?:\.(?P<year>(?:20)?\d\d))?")
_CLOCK = re.compile(r"(?P<hours>[01]?\d|2[0-3])[.:](?P<minutes>[0-5]\d)")
_YEAR = re.compile(r"20\d\d")
_BESIDE_A_TITLE = """
    в во на с со до по и к г год года мск московское время дата ч час часов мин
    тема вебинар вебинара вебинары
"""
_FILLERS = frozenset(_BESIDE_A_TITLE.split())


class SaidDay(NamedTuple):
    """A day as far as it is said."""

    day: int
    month: int
    year: int | None = None

    def is_of(self, iso: str) -> bool:
        """Tell whether it can be a day in ISO notation."""
        year, month, day = map(int, iso.split("-"))
        return (day, month) == (self.day, self.month) and self.year in {None, year}

    @property
    def whole(self) -> date | None:
        """Return the day where its year is said too, and there is such a day."""
        with suppress(ValueError):
            return date(self.year, self.month, self.day) if self.year else None
        return None

    def __str__(self) -> str:
        shown = f"{self.day:02}.{self.month:02}"
        return f"{shown}.{self.year}" if self.year else shown


class Said(NamedTuple):
    """What stands beside a title: days, hours as «15:00», and words that say neither."""

    days: tuple[SaidDay, ...]
    hours: frozenset[str]
    rest: tuple[str, ...]


def tokens(text: str) -> list[str]:
    """Return the folded words of a text; a date or an hour in figures is one word."""
    return _TOKENS.findall(fold(text))


def said_by(words: list[str]) -> Said:
    """Tell apart what words say beside a title; «10.11» may be a day and an hour."""
    days: list[SaidDay] = []
    hours: set[str] = set()
    rest: list[str] = []
    for place, word in enumerate(words):
        day = _day(word) or _day_in_words(words, place)
        clock = _CLOCK.fullmatch(word)
        days += [day] if day else []
        if clock:
            hours.add(f"{int(clock['hours']):02}:{clock['minutes']}")
        if not (day or clock or _says_nothing(words, place)):
            rest.append(word)
    return Said(tuple(days), frozenset(hours), tuple(_without_fillers(rest)))


def _without_fillers(words: list[str]) -> list[str]:
    """Return words without what only leads from one thing said to the next."""
    led = list(dropwhile(_FILLERS.__contains__, words))
    return list(dropwhile(_FILLERS.__contains__, reversed(led)))[::-1]


def _day(word: str) -> SaidDay | None:
    match = _ISO.fullmatch(word) or _DOTTED.fullmatch(word)
    if match is None or not (1 <= int(match["month"]) <= 12 and 1 <= int(match["day"]) <= 31):
        return None
    year = int(match["year"]) if match["year"] else None
    return SaidDay(
        int(match["day"]), int(match["month"]), year + 2000 if year and year < 100 else year
    )


def _day_in_words(words: list[str], place: int) -> SaidDay | None:
    """Return the day of «15 октября 2024» where its number stands at a place."""
    following = [*words[place + 1 : place + 3], "", ""]
    month = month_number(following[0])
    if month is None or not (words[place].isdigit() and 1 <= int(words[place]) <= 31):
        return None
    year = int(following[1]) if _YEAR.fullmatch(following[1]) else None
    return SaidDay(int(words[place]), month, year)


def _says_nothing(words: list[str], place: int) -> bool:
    word = words[place]
    of_day = place > 0 and words[place - 1].isdigit() and month_number(word)
    after_month = place > 1 and month_number(words[place - 1]) and _YEAR.fullmatch(word)
    before_hour = word == "начало" and any(map(_CLOCK.fullmatch, words[place + 1 : place + 3]))
    return bool(of_day or after_month or before_hour or weekday_number(word) is not None)
