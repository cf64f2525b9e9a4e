"""A number with the noun that it counts: «24 областных методических объединений», «34 шт.»."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from rumo_cli.claims.quantities import Quantity, quantities
from rumo_cli.claims.topics import topics_of

_MOST_ADJECTIVES = 5
_NEXT = re.compile(r"\s*(?P<word>[^\W\d_]+(?:-[^\W\d_]+)*)")
_ADJECTIVE = re.compile(
    r"\w+(?:[ыи]х|ые|[гкхжчшщ]ие|ого|его|[ая]я|ое|[жчшщ]ее|ой|[жчшщ]ей|[ыи]м|[ыи]ми|[ую]ю|ый"
    r"|[кхжчшщ]ий)\Z"
)
_NOUN = re.compile(r"(?:наставляем|выступающ)\w+\Z")
_UNIT = re.compile(r"(?:шт|штук\w*|ед|единиц\w*|чел|человек\w*)\Z")
_VERB = re.compile(
    r"\w+(?:[аеоя]н[аоы]|ен|[иуыя]т[аоы]|(?:[аеиуыя]|ш)л[аои]?(?:сь)?|[ао]сь|[тл]ся)\Z"
)
_TIME = re.compile(r"(?:ч|час\w*|мин\w*)\Z")
_COMPARING = {"больше", "меньше", "раза"}
_LONGEST_PREPOSITION = 3


class NumberPhrase(NamedTuple):
    """A number, where the phrase ends that it is in, and what it counts.

    `noun` is None where another noun follows than those that are known, «» where none does;
    `unit` is what stands in its place: «шт.», «чел.».
    """

    quantity: Quantity
    end: int
    noun: str | None = ""
    unit: str = ""

    @property
    def start(self) -> int:
        """Return where the phrase begins."""
        return self.quantity.start


def number_phrases(words: str) -> Iterator[NumberPhrase]:
    """Yield the numbers of a levelled, masked sentence with what they count."""
    return (_with_noun(words, each) for each in quantities(words))


def is_verb(word: str) -> bool:
    """Tell a verb of the past, or a participle that stands for one: «рекомендованы», «прошло»."""
    return _VERB.match(word) is not None


def _with_noun(words: str, quantity: Quantity) -> NumberPhrase:
    end = quantity.end
    for _ in range(_MOST_ADJECTIVES + 1):
        found = _NEXT.match(words, end)
        if found is None:
            break
        word, end = found["word"], found.end()
        if _UNIT.match(word):
            return NumberPhrase(quantity, end + words.startswith(".", end), "", word)
        if not is_adjective(word):
            if topics_of(word):
                return NumberPhrase(quantity, end, word)
            break
    return NumberPhrase(quantity, quantity.end, "" if _stands_alone(words, quantity) else None)


def is_adjective(word: str) -> bool:
    """Tell an adjective, or a participle in its place: «педагогические», «проведённых»."""
    return _ADJECTIVE.match(word) is not None and not _NOUN.match(word)


def _stands_alone(words: str, quantity: Quantity) -> bool:
    """Tell a number that no noun follows: a sign, a verb or a preposition does."""
    found = _NEXT.match(words, quantity.end)
    while found and is_adjective(found["word"]):
        found = _NEXT.match(words, found.end())
    if found is None:
        return True
    word = found["word"]
    if _TIME.match(word):
        return False
    return len(word) <= _LONGEST_PREPOSITION or word in _COMPARING or is_verb(word)
