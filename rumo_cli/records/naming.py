"""Finding a person by name in any text: in which notations the name stands there."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from rumo_cli.records.persons import name_parts
from rumo_cli.text import fold

_LETTER = r"[^\W\d_]"
_START = rf"(?<!{_LETTER})(?<!{_LETTER}-)"
_END = rf"(?!-?{_LETTER})"
_BLANKS = r"[\s_]*"
_BETWEEN = r"[\s_,]+"
_DASH = r"\s*[-‐‑‒–—―−]\s*"
_PATRONYMIC = r"(?:вна|вич|ична|ьич|оглы|кызы)"
_IS_PATRONYMIC = re.compile(rf"{_PATRONYMIC}$")
_NO_FURTHER_NAME = rf"(?!{_BLANKS}{_LETTER}\.)(?!{_BETWEEN}{_LETTER}{{2,}}{_PATRONYMIC}{_END})"
_NO_EARLIER_INITIAL = rf"(?<!{_LETTER}\.)(?<!{_LETTER}\.\s)"
_BARE = re.compile(r"[\w.\s-]{3,100}")
_DECLINED = re.compile(r"(?:ая|яя|ий|ый|ой|а|я|й|ь|о|е)$")
_LONGEST_ENDING = 4
_TOLD_APART_BY = 2
"""So many letters of declined given names: «Анной» may be Анна, and not Алла."""

_CAPITALISED = rf"((?-i:[А-ЯЁ]){_LETTER}*)"
_AFTER = re.compile(rf"[\s,]+{_CAPITALISED}(?:\.?\s?{_CAPITALISED})?")
_BEFORE = re.compile(rf"(?:{_CAPITALISED}\.\s?)?{_CAPITALISED}\.\s?$")


class Naming:
    """The notations of one person's name, in any case, with any blanks, with ё or е.

    «Иванова А.П.» is «А. П. Иванова», «Иванова Анна Петровна» and «Анна Петровна Иванова»;
    where the first name is known whole it is «Анна Иванова» too, and never «Иванова Алла». `also`
    are texts that mean the person besides. Raise `ValueError` for a surname alone.
    """

    def __init__(self, name: str, also: Sequence[str] = ()) -> None:
        self.surname, *self._given = name_parts(name) or ("",)
        if not self._given or len(self.surname) == 1:
            raise ValueError("нужна фамилия с инициалами или с именем")
        self._also = [text for text in map(str.strip, also) if text]

    def replaced(self, text: str, by: str) -> str:
        """Return a text with another name in the place of each notation of this one."""
        if not self.may_be_in(text):
            return text
        name, bar, rest = text.partition("|")
        if self._is_the_name(name):
            text = f"{by} |{rest}" if bar else by
        return self._pattern.sub(lambda _: by, text)

    def notations(self, text: str) -> list[str]:
        """Return the notations that stand in a text."""
        if not self.may_be_in(text):
            return []
        name = text.partition("|")[0]
        whole = [name.strip()] if self._is_the_name(name) else []
        return whole or [found[0] for found in self._pattern.finditer(text)]

    def possible(self, text: str) -> Iterator[str]:
        """Yield what may mean the person in a text besides: the surname alone, or declined."""
        if self.may_be_in(text):
            for match in self._surname_in_any_case.finditer(self.replaced(text, "·")):
                if self._may_mean(match):
                    yield match[0]

    def may_be_in(self, text: str) -> bool:
        """Tell quickly whether it is worth while to look into a text."""
        folded = fold(text)
        return any(hint in folded for hint in self._hints)

    def _is_the_name(self, text: str) -> bool:
        if not _BARE.fullmatch(text):
            return False
        surname, *given = name_parts(text) or ("",)
        known = len(self._given) == len(given) and _agree(self._given, given)
        return surname == self.surname and known and self._are_names(given, text)

    def _are_names(self, given: Sequence[str], text: str) -> bool:
        """Tell words that go with known initials from other words: «Иванова о школе»."""
        if all(len(each) > 1 for each in self._given) or max(map(len, given)) == 1:
            return True
        return bool(_IS_PATRONYMIC.search(given[-1])) or text.title() == text

    def _may_mean(self, match: re.Match[str]) -> bool:
        """Tell whether a word may be the surname, with no given name of somebody else beside it."""
        if _IS_PATRONYMIC.search(fold(match[0])) and not _IS_PATRONYMIC.search(self.surname):
            return False
        after = _AFTER.match(match.string, match.end())
        before = _BEFORE.search(match.string[: match.start()])
        known = [name[:_TOLD_APART_BY] for name in self._given]
        beside = [
            [fold(name)[:_TOLD_APART_BY] for name in found.groups() if name]
            for found in (after, before)
            if found
        ]
        return all(_agree(known, names) for names in beside)

    @cached_property
    def _hints(self) -> list[str]:
        return [self._stem.partition("-")[0], *map(fold, self._also)]

    @cached_property
    def _stem(self) -> str:
        stem = _DECLINED.sub("", self.surname)
        return stem if len(stem) > 2 else self.surname

    @cached_property
    def _surname_in_any_case(self) -> re.Pattern[str]:
        ending = rf"{_LETTER}{{0,{_LONGEST_ENDING}}}"
        return re.compile(rf"{_START}{_spelt(self._stem)}{ending}{_END}", re.IGNORECASE)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        surname = _spelt(self.surname)
        ways = [
            rf"{_START}{_spelt_loosely(text)}(?!{_LETTER})"
            for text in sorted(self._also, key=len, reverse=True)
        ]
        guards = ("", "") if len(self._given) > 1 else (_NO_EARLIER_INITIAL, _NO_FURTHER_NAME)
        for given in self._given_names():
            ways.append(rf"{_START}{surname}{_BETWEEN}{given}{guards[1]}")
            ways.append(rf"{_START}{guards[0]}{given}{_BLANKS}{surname}{_END}")
        if len(self._given) > 1 and len(self._given[0]) > 1:
            first = rf"{_spelt(self._given[0])}{_END}"
            ways.append(rf"{_START}{surname}{_BETWEEN}{first}{_NO_FURTHER_NAME}")
            ways.append(rf"{_START}{_NO_EARLIER_INITIAL}{first}{_BETWEEN}{surname}{_END}")
        return re.compile("|".join(ways), re.IGNORECASE)

    def _given_names(self) -> Iterator[str]:
        """Yield the patterns of all given names in a row, and of initials without dots."""
        *firsts, last = self._given
        patterns = [_given(each) for each in firsts]
        patterns.append(_given(last, patronymic=bool(firsts)))
        yield _BLANKS.join(patterns)
        initials = r"\s?".join(_capital(each) for each in self._given)
        yield rf"(?-i:{initials}){_END}(?!\.{_BLANKS}{_LETTER}\.)"


def _agree(known: Sequence[str], others: Sequence[str]) -> bool:
    """Tell whether given names may be the same: whole ones equal, initials their beginnings."""
    return all(
        one == other if min(len(one), len(other)) > 1 else one[0] == other[0]
        for one, other in zip(known, others, strict=False)
    )


def _given(name: str, *, patronymic: bool = False) -> str:
    """Return the pattern of a given name: whole, or its initial with a dot.

    Of an initial the whole name is not known: it must look like one.
    """
    whole = _spelt(name)
    if len(name) == 1:
        ending = _PATRONYMIC if patronymic else ""
        whole = rf"(?-i:{_capital(name)}){_LETTER}+{ending}"
    return rf"(?:{whole}{_END}|{_spelt(name[0])}\.)"


def _capital(name: str) -> str:
    return _spelt(name[0]).upper()


def _spelt(name: str) -> str:
    letters = ("[её]" if letter == "е" else re.escape(letter) for letter in name)
    return "".join(_DASH if letter == r"\-" else letter for letter in letters)


def _spelt_loosely(text: str) -> str:
    return r"\s+".join(map(_spelt, fold(text).split()))
