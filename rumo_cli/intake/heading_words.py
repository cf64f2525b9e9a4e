"""The words of headings: which of their many spellings say the same."""

import re
from collections.abc import Collection
from functools import lru_cache

from rumo_cli.text import fold

ROW_NUMBERS = frozenset({"№", "n", "№ п/п", "№ п п", "n п/п", "п/п", "no", "№п/п", "nn"})
"""Folded headings of columns that count the rows."""

_NOISE = re.compile(r"[.:*«»\"]")
_HYPHENATED = re.compile(r"(?<=\w)(?:(?<=\bкол)(?P<own>-)|-)\s*\n\s*(?=\w)", re.IGNORECASE)
_BROKEN = re.compile(r"(?<=\w)\n(?=[^\W\d_])")
_WORD = re.compile(r"[^\W_]+")
_ENDING = re.compile(
    r"(?<=\w{3})(?:ами|ями|ого|его|ому|ему|ов|ев|ей|ий|ый|ой|ая|яя|ое|ее|ые|ие|ия|ии|ию|ых|их|ым|им"
    r"|ам|ям|ах|ях|ом|ем|[аяоеыиуюйь])$"
)
_SAME = tuple(
    (re.compile(rf"\b(?:{pattern})(?!\w)"), name)
    for pattern, name in (
        (r"фамилия,? имя,? отчество|ф и о", "фио"),
        (r"(?:областн\w+ )?методическ\w+ объединени\w+", "омо"),
        (r"кол-?\s?во|число|численность", "количество"),
        (r"отв-ны[йе]|отв", "ответственный"),
        (r"e-?mail|эл(?:ектронн\w+)? (?:почт\w+|адрес\w*)", "email"),
        (r"тел", "телефон"),
        (r"наим", "наименование"),
        (r"образовательн\w+ (?:организаци\w+|учреждени\w+)|оу", "оо"),
        (r"муниципальн\w+ образовани\w+", "муниципалитет"),
    )
)
_ABOUT_ANYTHING = frozenset({"наименован", "назван"})
_PREPOSITIONS = {"в", "во", "на", "для", "по", "с", "со", "из", "от", "за", "к", "о", "об", "при"}
_FILLERS = frozenset(_PREPOSITIONS) | {
    *("и", "№", "n", "чел", "человек"),
    *("проведен", "реализац", "осуществлен", "планируем", "ориентировочн"),
}


@lru_cache(maxsize=4096)
def fold_heading(heading: str) -> str:
    """Return a heading for comparison: no case, ё, dots, colons, quotes, line breaks."""
    return fold(_NOISE.sub(" ", _HYPHENATED.sub("-", heading)))


def legible(heading: str) -> str:
    """Return a heading on one line, words that it breaks whole again."""
    return " ".join(_HYPHENATED.sub(r"\g<own>", heading).split())


def spellings(heading: str) -> tuple[str, ...]:
    """Return the folded heading, and what it is if its line breaks fall inside of words."""
    joined = _HYPHENATED.sub("", heading)
    texts = (heading, joined, _BROKEN.sub("", joined))
    return tuple(dict.fromkeys(map(fold_heading, texts)))


def stems(heading: str) -> frozenset[str]:
    """Return what a folded heading says: its words without endings and fillers."""
    for pattern, name in _SAME:
        heading = pattern.sub(name, heading)
    return frozenset(map(stem, _WORD.findall(heading))) - _FILLERS


def without_topic(words: frozenset[str], about: Collection[str]) -> frozenset[str]:
    """Return the stems that remain of «Наименование темы вебинара» in a table about webinars."""
    return words - _ABOUT_ANYTHING - frozenset(about)


def stem(word: str) -> str:
    """Return a folded word without its ending: «участников» and «участники» are one."""
    return _ENDING.sub("", word).replace("нн", "н")
