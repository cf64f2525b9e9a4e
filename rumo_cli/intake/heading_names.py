"""The names by which the headings of foreign tables call the fields of a kind."""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator
from enum import IntEnum, auto
from functools import lru_cache
from typing import NamedTuple

from rumo_cli.intake.heading_words import (
    fold_heading,
    spellings,
    stem,
    stems,
    without_topic,
)
from rumo_cli.records import kind_of
from rumo_cli.records.kind import Kind

_BRACKETS = re.compile(r"\s*[(\[][^)\]]*[)\]]")
_ORDINAL = re.compile(r"\s*(?:№\s*)?\d+$")
_LISTED = re.compile(r"[,;/]")
_JOINED = re.compile(r" и ")
_LISTED_OR_JOINED = re.compile(r"[,;/]|(?<!\bф) и ")
LONGEST_HEADING = 1_000
"""Characters of a heading that names a field; a longer one is a text."""
_LONG_ENOUGH = 7
"""Letters that a heading must have to be taken for a misspelt one."""
_SHORTENED = 100
"""Added to the rank of a name without its brackets: names that are written in full go first."""
_NOTHING: tuple[Hashable, ...] = ("", frozenset())


class Closeness(IntEnum):
    """How surely a heading names a field, the surest first."""

    NAMED = auto()
    """By its label or a synonym."""
    SAME_WORDS = auto()
    """By the words of one in other forms: «Фамилия, имя, отчество» is «ФИО»."""
    SAME_BUT_TOPIC = auto()
    """And by what the table is about: «Тема вебинара РУМО» is «Тема»."""
    FIRST_PART = auto()
    """By its beginning: «Ведущий, должность»."""
    MISSPELT = auto()


class Found(NamedTuple):
    """A field that a heading may name; `rank` is the place of the name among those of the field."""

    closeness: Closeness
    rank: int
    key: str


class HeadingNames:
    """The labels and synonyms of the fields of a kind, in the forms that headings are held to."""

    def __init__(self, kind: Kind) -> None:
        self._about = frozenset(stem(fold_heading(word)) for word in kind.about)
        self._several = {field.key for field in kind.fields if field.type.several}
        self._labels = {field.key: field.label for field in kind.fields}
        self._found: dict[str, list[Found]] = {}
        self._forms: dict[Closeness, defaultdict[Hashable, list[Found]]] = {
            closeness: defaultdict(list) for closeness in Closeness
        }
        for field in kind.fields:
            for rank, name in enumerate((field.label, *field.headings)):
                self._enter(fold_heading(name), rank, field.key)

    def _enter(self, name: str, rank: int, key: str) -> None:
        for text in _with_and_without_brackets(name):
            place = rank if text == name else rank + _SHORTENED
            for closeness, form in self._forms_of(text):
                if form not in _NOTHING:
                    self._forms[closeness][form].append(Found(closeness, place, key))

    def _forms_of(self, name: str) -> Iterator[tuple[Closeness, Hashable]]:
        yield Closeness.NAMED, name
        words = stems(name)
        yield Closeness.SAME_WORDS, words
        yield Closeness.SAME_BUT_TOPIC, without_topic(words, self._about)

    def find(self, heading: str) -> list[Found]:
        """Return the fields that a heading names, the surest of its spellings first."""
        if heading not in self._found:
            long = len(heading) > LONGEST_HEADING
            self._found[heading] = [] if long else self._look_up(heading)
        return self._found[heading]

    def _look_up(self, heading: str) -> list[Found]:
        texts = spellings(heading)
        for find in (
            self._find_named,
            self._find_listed,
            self._find,
            self._find_numbered,
            self._find_joined,
            self._find_person,
        ):
            if found := [each for text in texts for each in find(text)]:
                return sorted(found)
        return []

    def _find_named(self, text: str) -> list[Found]:
        return self._forms[Closeness.NAMED].get(text, [])

    def _find(self, text: str) -> list[Found]:
        """Find a name; what stands in brackets may tell «(план)» from «(факт)», or tell nothing."""
        for name in _with_and_without_brackets(text):
            forms = self._forms_of(name)
            if found := [each for sort, form in forms for each in self._forms[sort].get(form, ())]:
                return found
        return []

    def _find_numbered(self, text: str) -> list[Found]:
        """Find «Эксперт 2» among fields that take several values."""
        bare = _ORDINAL.sub("", text)
        found = self._find(bare) if bare != text else []
        return [each for each in found if each.key in self._several]

    def _find_listed(self, text: str) -> list[Found]:
        """Find «Ведущий» of «Ведущий, должность», which has the words of «Должность ведущего»."""
        first, *rest = _LISTED.split(text, maxsplit=1)
        return _by_first_part(self._find_named(first.strip()) if rest else [])

    def _find_joined(self, text: str) -> list[Found]:
        first, *rest = _JOINED.split(text, maxsplit=1)
        return _by_first_part(self._find(first.strip()) if rest else [])

    def _find_person(self, text: str) -> list[Found]:
        """Find «ФИО спикера» of «ФИО, должность спикера», «ФИО автора» of «Ф.И.О. автора, ОО»."""
        first, *rest = map(str.strip, _LISTED_OR_JOINED.split(text, maxsplit=1))
        if not any(rest) or "фио" not in stems(first):
            return []
        found = self._find(f"{first} {rest[0].split()[-1]}") or self._find(first)
        return _by_first_part(found)

    def find_misspelt(self, heading: str) -> list[Found]:
        """Return the field whose name differs from the heading by a slip of the pen."""
        if len(heading) > LONGEST_HEADING:
            return []
        text = spellings(heading)[-1]
        if len(text) < _LONG_ENOUGH:
            return []
        names = [name for name in self._forms[Closeness.NAMED] if isinstance(name, str)]
        close = _close(text, names, most=1, cutoff=0.9)
        return [
            each._replace(closeness=Closeness.MISSPELT)
            for name in close
            for each in self._forms[Closeness.NAMED][name]
        ]

    def nearest(self, heading: str) -> list[str]:
        """Return the labels of the fields whose names look most like the heading."""
        names = [name for name in self._forms[Closeness.NAMED] if isinstance(name, str)]
        close = _close(fold_heading(heading[:LONGEST_HEADING]), names, most=3, cutoff=0.6)
        found = (self._forms[Closeness.NAMED][name][0].key for name in close)
        return [self._labels[key] for key in dict.fromkeys(found)]


def _close(text: str, names: list[str], *, most: int, cutoff: float) -> list[str]:
    from difflib import get_close_matches

    return get_close_matches(text, names, n=most, cutoff=cutoff)


def _by_first_part(found: list[Found]) -> list[Found]:
    return [each._replace(closeness=Closeness.FIRST_PART) for each in found]


def _with_and_without_brackets(name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((name, _BRACKETS.sub("", name).strip())))


@lru_cache
def heading_names(kind: str) -> HeadingNames:
    """Return the names of the fields of a kind."""
    return HeadingNames(kind_of(kind))
