"""Lists in a text: how many items were announced and follow, and which numbers are left out."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rumo_cli.claims.passages import Passage, Span, level, sentences
from rumo_cli.claims.quantities import Quantity, masked, quantities
from rumo_cli.text import plural

Finding = tuple[Passage, Span, str]

_NOUN = re.compile(
    r"\s*(?:[^\W\d_]+(?:[ыи]х|[ыи]е|ого|его|[ая]я|[ое]е)\s+){0,3}(?P<noun>[^\W\d_]{4,})"
)
_ENDING = re.compile(r"(?:[аеиоуыьюяй]|ов|ев|ей|ам|ям|ах|ях|ами|ями|ом|ем|ии|ия|ие|ий|иям|иях)\Z")
_TO_COLON = re.compile(r"(?P<between>[^:.;]{0,80}):")
_OTHERWISE = re.compile(
    r"\b(?:по|для|том числе|таки|среди|например|котор|тем|направлени|вопрос)\w*"
)
_ITEM = re.compile(
    r"(?P<noun>заседани|вебинар|семинар|круглый стол|этап)\w*\s+(?:№\s*)?"
    r"(?P<number>\d{1,2})[.:](?:\s|\Z)"
)
_NO_NOUN = r"(?!\s+(?:вебинар|заседани|семинар|мероприяти|разработ|программ|пункт|педагог|омо\b))"
"""Behind the number of an item no noun stands that it would count: «материалы 55 вебинаров»."""
_MOST = 30
_NEAR = 5


class _Announced(NamedTuple):
    quantity: Quantity
    noun: str
    span: Span
    said: str
    end: int
    plain: bool
    """Nothing between the noun and the colon speaks of another list."""


def announced(passages: Sequence[Passage]) -> Iterator[Finding]:
    """Yield what is announced in one number and then listed in another."""
    for place, passage in enumerate(passages):
        if ":" in passage.text:
            for each in _announcements(passage):
                listed = _listed(passages, place, each)
                if listed and listed != each.quantity.value:
                    words = plural(listed, "перечислен", "перечислены", "перечислено")
                    yield passage, each.span, f"объявлено {each.said}, {words} {listed}"


def _announcements(passage: Passage) -> Iterator[_Announced]:
    words = masked(level(passage.text))
    for span in sentences(passage.text):
        found = [
            each
            for each in quantities(words[span.start : span.end])
            if each.qualifier == "exact" and not each.percent and 1 < each.value <= _MOST
        ]
        for quantity in found[-1:]:
            yield from _announcement(passage, words, quantity, span.start)


def _announcement(
    passage: Passage, words: str, quantity: Quantity, offset: int
) -> Iterator[_Announced]:
    start, end = offset + quantity.start, offset + quantity.end
    noun = _NOUN.match(words, end)
    colon = noun and _TO_COLON.match(words, noun.end())
    if noun and colon:
        said = " ".join(passage.text[start : noun.end()].split())
        between = colon["between"]
        plain = not _OTHERWISE.search(between) and len(between.split()) <= 4
        span = Span(start, noun.end())
        yield _Announced(quantity, _stem(noun["noun"]), span, said, colon.end(), plain)


def _stem(noun: str) -> str:
    shorter = _ENDING.sub("", noun)
    return shorter if len(shorter) >= 4 else noun[:4]


def _listed(passages: Sequence[Passage], place: int, head: _Announced) -> int:
    """Return how many items follow: those that the noun numbers, else those of a list."""
    following = passages[place + 1 : place + 1 + 3 * _MOST]
    rest = level(passages[place].text[head.end :])
    named = _numbered_by(head.noun, rest, (level(each.text) for each in following))
    if named:
        return len(named)
    return _in_list(following) if head.plain and not rest.strip() else 0


def _numbered_by(noun: str, rest: str, texts: Iterable[str]) -> list[int]:
    """Return the numbers of the items «Заседание № 1. …», until paragraphs are none any more."""
    begins = re.compile(
        rf"\W*(?:\d+[.)]\s*)?{re.escape(noun)}\w{{0,3}}\s+(?:№|n)?\s*(\d{{1,2}})\b{_NO_NOUN}"
    )
    inside = re.compile(rf"(?:\A|[;:.]\s*){begins.pattern}")
    found = [int(number) for number in inside.findall(rest)]
    for text in texts:
        numbers = [int(number) for number in inside.findall(text)] if begins.match(text) else []
        if not numbers and (found or text.strip()):
            break
        found += numbers
    return found


def _in_list(passages: Sequence[Passage]) -> int:
    """Return how many items the list has that begins here; those below its items do not count."""
    first = passages[0].mark if passages else None
    if first is None:
        return 0
    count = 0
    for passage in passages:
        if passage.mark is None:
            break
        count += passage.mark.style == first.style and (first.number is None) == (
            passage.mark.number is None
        )
    return count


def skipped(passages: Sequence[Passage]) -> Iterator[Finding]:
    """Yield the numbers that are left out of a list: «Заседание 1 … Заседание 3».

    A number that stands earlier in the text begins or goes on with another list.
    """
    seen: defaultdict[str, set[int]] = defaultdict(set)
    last: dict[str, tuple[int, int]] = {}
    for place, passage in enumerate(passages):
        key, number, length = _numbered(passage)
        if number is None:
            continue
        where, before = last.get(key, (-_NEAR, 0))
        follows = place - where <= _NEAR and before + 1 < number <= before + 3
        if follows and number - 1 not in seen[key]:
            between = ", ".join(map(str, range(before + 1, number)))
            yield passage, Span(0, length), f"после номера {before} идёт {number}: нет {between}"
        last[key] = place, number
        seen[key].add(number)


def _numbered(passage: Passage) -> tuple[str, int | None, int]:
    found = _ITEM.match(level(passage.text))
    if found:
        return found["noun"], int(found["number"]), found.end()
    mark = passage.mark
    return (mark.style, mark.number, mark.length) if mark else ("", None, 0)
