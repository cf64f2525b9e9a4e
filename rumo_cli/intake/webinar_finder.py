"""Which webinar of the register the words of a form mean."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from difflib import SequenceMatcher, get_close_matches
from typing import NamedTuple

from rumo_cli.calendar.weekdays import show_day
from rumo_cli.intake.webinar_words import Said, said_by, tokens
from rumo_cli.records.event_days import event_days
from rumo_cli.records.marks import days_before_moves
from rumo_cli.records.values import Record
from rumo_cli.records.webinar import OFF

MOST_NAMED = 3
"""How many webinars a message names before it only counts the rest."""

_LINES = re.compile(r"\n|;\s")
_QUOTED = re.compile(r"[«\"“„]([^«»\"“”„]+)[»\"”“]")
_LEAST_PART = 12
"""Letters that a part of a title must have to stand for all of it."""
_ALIKE = 0.8
"""How alike two words must be for the one to be a slip of the pen for the other."""


class Trouble(NamedTuple):
    """Words that mean no webinar, or could mean several, and what to say of them."""

    words: str
    message: str


class Found(NamedTuple):
    """The ids of the webinars that are meant, and what is wrong."""

    numbers: tuple[int, ...] = ()
    troubles: tuple[Trouble, ...] = ()


class _Titled(NamedTuple):
    """The titles that words hold, and what is said beside them; `unsure` where one must choose."""

    titles: tuple[str, ...]
    said: Said
    unsure: bool = False


_NOTHING = Said((), frozenset(), ())


class WebinarFinder:
    """Finds webinars by their titles, days and hours."""

    def __init__(self, webinars: Mapping[int, Record], where: str) -> None:
        """Look among these webinars; `where` is what messages say of where that is."""
        self._webinars = webinars
        self._where = where
        self._by_title: defaultdict[str, list[int]] = defaultdict(list)
        for number, webinar in webinars.items():
            self._by_title[" ".join(tokens(str(webinar.get("title") or "")))].append(number)
        self._longest_first = sorted(filter(None, self._by_title), key=len, reverse=True)
        self._known: dict[tuple[str, date | None], Found] = {}
        self._titled: dict[str, _Titled | None] = {}

    def find(self, text: str, sent: date | None) -> Found:
        """Return the webinars that a text means; `sent` is the day of the form.

        A text may hold several titles, each with its day and hour; of webinars of one title the
        nearest on or after `sent` is meant.
        """
        known = self._known.get((text, sent))
        if known is None:
            known = self._known[text, sent] = self._found(text, sent)
        return known

    def _found(self, text: str, sent: date | None) -> Found:
        if not tokens(text):
            return Found(troubles=(Trouble("", "вебинар не указан"),))
        whole = self._read(text)
        lines = [line for line in _LINES.split(text) if tokens(line)]
        # Of one title on several days each line is a webinar of its own.
        if len(lines) > 1 and (whole is None or len(whole.said.days) > len(whole.titles)):
            parts = [self._found(line, sent) for line in lines]
            numbers = dict.fromkeys(number for part in parts for number in part.numbers)
            troubles = tuple(trouble for part in parts for trouble in part.troubles)
            return Found(tuple(numbers), troubles)
        if whole is None:
            return Found(troubles=(Trouble(text, self._unknown(text)),))
        if whole.unsure:
            return Found(troubles=(Trouble(text, self._several(whole.titles)),))
        return self._chosen(text, whole, sent)

    def _read(self, text: str) -> _Titled | None:
        """Return the titles of a text: whole ones, else a part of one, else one misspelt."""
        if text not in self._titled:
            self._titled[text] = self._read_anew(text)
        return self._titled[text]

    def _read_anew(self, text: str) -> _Titled | None:
        words = tokens(text)
        said = said_by(words)
        found = self._whole_titles(words) or self._on_a_day(said) or self._quoted(text)
        # A day may be told beside a title, and be part of one: «Уроки к 9 мая».
        for beside, rest in ((_NOTHING, words), (said, said.rest)):
            found = found or self._part(rest, beside) or self._misspelt(rest, beside)
        return found

    def _whole_titles(self, words: list[str]) -> _Titled | None:
        rest = f" {' '.join(words)} "
        titles = []
        for title in self._longest_first:
            if f" {title} " in rest:
                titles.append(title)
                rest = rest.replace(f" {title} ", " | ")
        said = said_by([word for word in rest.split() if word != "|"])
        return _Titled(tuple(titles), said) if titles and not said.rest else None

    def _on_a_day(self, said: Said) -> _Titled | None:
        """Return all titles of a day where nothing but the day is said."""
        if said.rest or not said.days:
            return None
        titles = {title for title in self._longest_first if self._fitting(title, said)}
        return _Titled(tuple(sorted(titles)), said, unsure=len(titles) > 1) if titles else None

    def _quoted(self, text: str) -> _Titled | None:
        for quoted in _QUOTED.findall(text):
            title = " ".join(tokens(quoted))
            if title in self._by_title:
                beside = said_by(tokens(text.replace(quoted, " ")))
                return _Titled((title,), beside)
        return None

    def _part(self, words: Sequence[str], said: Said) -> _Titled | None:
        """Return the title that begins with, or holds, all that is said; a word may be cut off."""
        part = " ".join(words)
        if len(part) < _LEAST_PART:
            return None
        wanted = f" {part} " if words[-1].isdigit() else f" {part}"
        titles = [title for title in self._longest_first if wanted in f" {title} "]
        return self._narrowed(titles, said) if titles else None

    def _misspelt(self, words: Sequence[str], said: Said) -> _Titled | None:
        titles = [title for title in self._longest_first if _is_slip(words, title.split())]
        return self._narrowed(titles, said) if titles else None

    def _narrowed(self, titles: Sequence[str], said: Said) -> _Titled:
        """Return the titles on the days that are said, all where none is on them."""
        fitting = [title for title in titles if self._fitting(title, said)]
        left = tuple(fitting or titles)
        return _Titled(left, said, unsure=len(left) > 1)

    def _chosen(self, text: str, read: _Titled, sent: date | None) -> Found:
        numbers: list[int] = []
        troubles = []
        for title in read.titles:
            fitting = self._likeliest(self._fitting(title, read.said), read.said)
            left = _nearest(fitting, self._webinars, sent)
            numbers += left if len(left) == 1 else ()
            if not left:
                troubles.append(Trouble(text, self._on_other_days(title, read.said)))
            elif len(left) > 1:
                troubles.append(Trouble(text, self._ambiguous(left)))
        return Found(tuple(numbers), tuple(troubles))

    def _fitting(self, title: str, said: Said) -> list[int]:
        """Return the webinars of a title on the days that are said; all where none is said."""
        numbers = self._by_title[title]
        if not said.days:
            return numbers
        return [
            number
            for number in numbers
            if any(day.is_of(iso) for day in said.days for iso in _days(self._webinars[number]))
        ]

    def _likeliest(self, numbers: Sequence[int], said: Said) -> Sequence[int]:
        """Return those at the hour that is said, and that take place, if there are such."""
        webinars = self._webinars
        at_hour = [each for each in numbers if webinars[each].get("start_time") in said.hours]
        left = at_hour or numbers
        return [each for each in left if webinars[each].get("status") not in OFF] or left

    def _unknown(self, text: str) -> str:
        close = get_close_matches(" ".join(tokens(text)), self._longest_first, MOST_NAMED, 0.4)
        near = [number for title in close for number in self._by_title[title]]
        like = f"; похоже на {self._named(near)}" if near else ""
        return f"{self._where} такого вебинара нет{like}"

    def _several(self, titles: Iterable[str]) -> str:
        numbers = [number for title in titles for number in self._by_title[title]]
        return f"подходит к нескольким вебинарам: {self._named(numbers)}"

    def _ambiguous(self, numbers: Sequence[int]) -> str:
        return f"вебинаров с этой темой несколько: {self._named(numbers)}; назовите дату или время"

    def _on_other_days(self, title: str, said: Said) -> str:
        days = ", ".join(map(str, said.days))
        return f"на {days} вебинара с этой темой нет; есть {self._named(self._by_title[title])}"

    def _named(self, numbers: Sequence[int]) -> str:
        named = ", ".join(self._name(number) for number in numbers[:MOST_NAMED])
        more = f" и ещё {len(numbers) - MOST_NAMED}" if len(numbers) > MOST_NAMED else ""
        return f"{named}{more}"

    def _name(self, number: int) -> str:
        webinar = self._webinars[number]
        day = webinar.get("date")
        when = f" ({show_day(date.fromisoformat(str(day)))})" if day else ""
        title = str(webinar.get("title")).translate(str.maketrans("«»", "„“"))
        return f"webinar {number} «{title}»{when}"


def _days(webinar: Record) -> Iterator[str]:
    """Return the days of a webinar, those that it was moved from included."""
    dates = webinar.get("dates")
    for day in (webinar.get("date"), webinar.get("end_date")):
        if day:
            yield str(day)
    yield from dates if isinstance(dates, list) else ()
    yield from days_before_moves(webinar)


def _nearest(
    numbers: Sequence[int], webinars: Mapping[int, Record], sent: date | None
) -> Sequence[int]:
    """Return the webinars nearest on or after the day of the form, else the latest before it."""
    dated = {number: found for number in numbers if (found := event_days(webinars[number]))}
    days = {number: found.last for number, found in dated.items()}
    if sent is None or len(numbers) < 2 or not days:
        return numbers
    ahead = [day for day in days.values() if day >= sent.isoformat()]
    meant = min(ahead) if ahead else max(days.values())
    return [number for number, day in days.items() if day == meant]


def _is_slip(words: Sequence[str], title: Sequence[str]) -> bool:
    """Tell whether words are a title with slips of the pen; figures and short words have none."""
    if len(words) != len(title) or 2 * sum(map(str.__eq__, words, title)) < len(title):
        return False
    return all(one == other or _alike(one, other) for one, other in zip(words, title, strict=True))


def _alike(one: str, other: str) -> bool:
    if one.isdigit() or other.isdigit() or min(len(one), len(other)) < 4:
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE
