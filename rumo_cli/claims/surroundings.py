"""What stands around the numbers of a sentence, and of which year each of them is said."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property

from rumo_cli.calendar.years import AcademicYear
from rumo_cli.claims.mentions import Mention, in_force, mentions
from rumo_cli.claims.number_phrases import NumberPhrase, is_adjective, number_phrases
from rumo_cli.claims.passages import CELL, Passage, Span, level
from rumo_cli.claims.topics import Near, names_owner, topics_of

FAR = 300
"""How many letters around a number may tell what it is."""

_PART = re.compile(r"из них|в том числе|в т\.\s?ч|из которых|в их числе")
_PART_BEHIND = re.compile(r"\s*из (?:них|которых)")
_CUT = re.compile(r"[,(;|]")
_CLOSEST = re.compile(r"(?:\s*[^\W\d_]+(?:-[^\W\d_]+)*){0,4}")
_OF_THE_NEXT = re.compile(r"[^,;.()]{0,30}[-:]\s*")
_NEW_CLAUSE = re.compile(r"[,(;.]")
_WORD = re.compile(r"(?:\b(?:на|в|к|о) +)?(?P<word>[^\W\d_]+(?:-[^\W\d_]+)*)")
_DEPENDING = re.compile(r" +(?:[^\W\d_]+[ыи]х +)?")


class Sentence:
    """A sentence of a passage: its words as they are searched, and the numbers in it."""

    def __init__(
        self, passage: Passage, span: Span, words: str, before: str, year: AcademicYear
    ) -> None:
        """Take the masked words of a sentence, and the end of those before it."""
        self.passage, self.span, self.words, self.before = passage, span, words, before
        self.year = year
        self.phrases = list(number_phrases(words))
        counted = (place for place, each in enumerate(self.phrases) if each.noun)
        self._first_counted = next(counted, len(self.phrases))
        named = level(passage.text[span.start : span.end]) if self.phrases else ""
        self._years = list(mentions(named, year))

    def near(self, place: int) -> Near:
        """Return the words around the number at a place among those of the sentence."""
        phrase = self.phrases[place]
        before = self._before(place)
        earlier, _, clause = before.rpartition(",")
        if self.passage.row:
            clause = f"{self.words.partition(CELL)[0]} {clause}"
        after = self._after(place)
        closest = _CLOSEST.match(after)
        length = closest.end() if closest else 0
        close = clause + self.words[phrase.start : phrase.end] + after[:length]
        further = after[length:] if place else f"{after[length:]} {earlier}"
        around = self.words[max(0, phrase.start - FAR) : phrase.end + FAR]
        part = _PART.search(clause) or _PART_BEHIND.match(self.words, phrase.end)
        ahead = self.words[max(0, phrase.start - FAR) : phrase.start]
        owner = self._owner(place, after[:length])
        return Near(close, further, f"{self.before} {around}", bool(part), ahead, owner)

    def has_counted(self, place: int) -> bool:
        """Tell whether a number before one has a noun of its own."""
        return self._first_counted < place

    def nouns_between(self, start: int, end: int) -> list[str]:
        """Return the nouns of a part of the sentence that a number may count."""
        first, last = (bisect_left(self._nouns, (place, "")) for place in (start, end))
        return [noun for _, noun in self._nouns[first:last]]

    @cached_property
    def nouns_above(self) -> list[str]:
        """Return the nouns of the sentence before, the nearest first."""
        return [noun for _, noun in _nouns(self.before)][::-1]

    @cached_property
    def _nouns(self) -> list[tuple[int, str]]:
        return list(_nouns(self.words))

    def _owner(self, place: int, behind: str) -> str:
        """Return the words nearest to a number that say whose plan is spoken of, if any do."""
        if not self._names_owner:
            return ""
        return behind if names_owner(behind) else self._owners[place]

    @cached_property
    def _names_owner(self) -> bool:
        return names_owner(self.words)

    @cached_property
    def _owners(self) -> list[str]:
        owners, nearest = [], ""
        for place, phrase in enumerate(self.phrases):
            before = self.words[self._end_before(place, phrase.start) : phrase.start]
            nearest = before if names_owner(before) else nearest
            owners.append(nearest)
        return owners

    def year_of(self, place: int) -> AcademicYear | None:
        """Return the year that a number is said of; None for a calendar year."""
        if self.passage.row:
            return self._year_of_column(self.phrases[place].start)
        named = self._named_behind(place) or in_force(
            self._years, self.words, self.phrases[place].start
        )
        return named.year if named else self.year

    def _before(self, place: int) -> str:
        """Return the words since the number before; one in brackets belongs to that one."""
        start = self.phrases[place].start
        before = self.words[self._end_before(place, start) : start]
        if place and before.strip() == "из" and not self.phrases[place].noun:
            return self.words[self.phrases[place - 1].start : start]
        if place and before.strip() == "(":
            return self.words[self._end_before(place - 1, start) : start]
        return before

    def _end_before(self, place: int, start: int) -> int:
        return self.phrases[place - 1].end if place else max(0, start - FAR)

    def _after(self, place: int) -> str:
        """Return the words up to the next number, or to the clause that it stands in."""
        end, following = self.phrases[place].end, self._following(place)
        rest = self.words[end : following.start if following else end + FAR]
        part = _PART.search(rest)
        rest = rest[: part.start()] if part else rest
        cut = _CUT.search(rest) if following else None
        return rest[: cut.start()] if cut else rest

    def _following(self, place: int) -> NumberPhrase | None:
        return self.phrases[place + 1] if place + 1 < len(self.phrases) else None

    def _named_behind(self, place: int) -> Mention | None:
        """Return the year named right behind a number, where none is between it and the last."""
        phrase = self.phrases[place]
        start = self.phrases[place - 1].end if place else 0
        if in_force(self._between(start, phrase.start), self.words, phrase.start):
            return None
        following = self._following(place)
        end = following.start if following else len(self.words)
        for named in self._between(phrase.end, end):
            taken = following and _OF_THE_NEXT.fullmatch(self.words, named.end, end)
            apart = _NEW_CLAUSE.search(self.words, phrase.end, named.start)
            return None if taken or apart else named
        return None

    def _between(self, start: int, end: int) -> Iterator[Mention]:
        return (each for each in self._years if start <= each.start and each.end <= end)

    def _year_of_column(self, start: int) -> AcademicYear | None:
        column = self.words.count(CELL.strip(), 0, start)
        heading = self.passage.row[column] if column < len(self.passage.row) else ""
        named = next(mentions(level(heading), self.year), None)
        return named.year if named else self.year


def _nouns(words: str) -> Iterator[tuple[int, str]]:
    """Yield the nouns that are known, and their places.

    «На вебинар» is nothing that is counted, and of «участников вебинаров» it is the first.
    """
    end = -1
    for found in _WORD.finditer(words):
        if topics_of(found["word"]) and not is_adjective(found["word"]):
            governed = found.start() != found.start("word")
            depends = end >= 0 and _DEPENDING.fullmatch(words, end, found.start("word"))
            end = -1 if governed else found.end()
            if not (governed or depends):
                yield found.start(), found["word"]
