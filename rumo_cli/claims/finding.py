"""The claims of a text that are made in numbers."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rumo_cli.calendar.years import AcademicYear
from rumo_cli.claims.claim import Claim, Measure
from rumo_cli.claims.number_phrases import NumberPhrase, is_verb
from rumo_cli.claims.passages import Passage, Span, level, sentences
from rumo_cli.claims.quantities import Quantity, masked
from rumo_cli.claims.rows import claims_of_figure, is_breakdown, is_figure
from rumo_cli.claims.surroundings import FAR, Sentence
from rumo_cli.claims.topics import SHARES, Near, Topic, figures_at, is_told, topics_of

_BEFORE = re.compile(r"(?:(?P<word>[^\W\d_]+)|[-:(|,~≈])\s*\Z")
_LINKING = re.compile(
    r"(?:из|которых|от|всего|еще|а|и|их|них|числе|число|уже|теперь|лишь|только|на|составил\w?|количестве)\Z"
)
_NAMED_AFTER = re.compile(r".*\b(?:количеств|числ|численност)\w*\s+(?=.)")
_OF = re.compile(r"\s*из\s+")
_OUT_OF = re.compile(r"\bиз\s*\Z")
_DASH_BY = re.compile(r"\s-\s+на\s*\Z")
_BY = re.compile(r"\bна\s*\Z")
_CHANGED = r"(?:увелич|вырос|возрос|сни[зж]|сокра|уменьш)"
_FROM = re.compile(rf"\b{_CHANGED}[^.,;()]*\bсо? \Z")
_TO = re.compile(r"[^.,;()\d]{0,30} до ")
_YEAR_IN_BRACKETS = re.compile(r"\s*\([^,;()]*(?:-|:|\bбыло)\s*")
_GREW = re.compile(r"больше|увелич|вырос|возрос|прирос|\bрост")
_SHRANK = re.compile(r"меньше|сни[зж]|сокра|уменьш|упал")
_CHANGE = re.compile(r"(?:прирост|рост|увеличение|снижение|сокращение|уменьшение)\s*-\s*\Z")


class _Counted(NamedTuple):
    topic: Topic
    figures: tuple[str, ...]


def claims_in_numbers(passages: Iterable[Passage], year: AcademicYear) -> Iterator[Claim]:
    """Yield the claims of a text of a year that are made in numbers."""
    before = ""
    for passage in passages:
        if is_figure(passage):
            yield from claims_of_figure(passage, year)
        if is_figure(passage) or is_breakdown(passage):
            continue
        words = masked(level(passage.text))
        before = "" if passage.row else before
        if passage.mark:
            words = "§" * passage.mark.length + words[passage.mark.length :]
        for span in sentences(passage.text):
            sentence = Sentence(passage, span, words[span.start : span.end], before, year)
            yield from _claims(sentence)
            before = sentence.words[-FAR:]


def _claims(sentence: Sentence) -> Iterator[Claim]:
    """Yield the claims of a sentence; a number without a noun goes on with the one before it.

    One that says the same figure of the same year again is a part of it: «5 вебинаров для школ, 7 –
    для детских садов».
    """
    last: _Counted | None = None
    told: set[tuple[object, ...]] = set()
    for place, phrase in enumerate(sentence.phrases):
        near = sentence.near(place)
        if last is None and not phrase.noun and sentence.has_counted(place):
            near = near._replace(part=True)
        topics = _topics(sentence, place, near, last.topic if last else None)
        counted = _going_on(_counted(topics, near), last, sentence, place, near)
        if counted is None:
            continue
        last = last if phrase.quantity.percent else counted
        if year := _year(sentence, place):
            claim = _claim(sentence, phrase, counted, year, near)
            same = (claim.figures, claim.year, claim.measure)
            if phrase.noun or same not in told:
                yield claim
            told.add(same)


def _going_on(
    counted: _Counted | None, last: _Counted | None, sentence: Sentence, place: int, near: Near
) -> _Counted | None:
    """Return the figure of the number before for one that no words of its own make another.

    The whole is another one: «выполнено 610 мероприятий ИОМ из 716».
    """
    phrase = sentence.phrases[place]
    if last is None or phrase.noun or _OUT_OF.search(sentence.words[: phrase.start][-8:]):
        return counted
    if _ends_range(sentence, place) or _is_of_another_year(sentence, place):
        return last
    same = counted is not None and counted.topic is last.topic
    return last if same and not is_told(last.topic, near) else counted


def _year(sentence: Sentence, place: int) -> AcademicYear | None:
    """Return the year that a number is said of; «с 119 до 122» begins with the year before."""
    return sentence.year.previous if _begins_range(sentence, place) else sentence.year_of(place)


def _begins_range(sentence: Sentence, place: int) -> bool:
    first, *rest = sentence.phrases[place : place + 2]
    return (
        bool(rest)
        and not rest[0].quantity.percent
        and _FROM.search(sentence.words, max(0, first.start - 60), first.start) is not None
        and _TO.fullmatch(sentence.words, first.end, rest[0].start) is not None
    )


def _ends_range(sentence: Sentence, place: int) -> bool:
    return place > 0 and _begins_range(sentence, place - 1)


def _is_of_another_year(sentence: Sentence, place: int) -> bool:
    """Tell a number in brackets that is that of the number before, a year ago: «(в … – 119)»."""
    phrase = sentence.phrases[place]
    if not place or phrase.quantity.percent:
        return False
    between = sentence.words[sentence.phrases[place - 1].end : phrase.start]
    apart = _YEAR_IN_BRACKETS.fullmatch(between)
    return apart is not None and sentence.year_of(place) not in {None, sentence.year}


def _counted(topics: Iterable[Topic], near: Near) -> _Counted | None:
    """Return the first of topics that the words around a number allow, with its figures."""
    found = (_Counted(topic, figures_at(topic, near)) for topic in dict.fromkeys(topics))
    return next((each for each in found if each.figures), None)


def _topics(sentence: Sentence, place: int, near: Near, last: Topic | None) -> Iterator[Topic]:
    """Yield what a number may count, the likeliest first."""
    phrase = sentence.phrases[place]
    if phrase.quantity.percent:
        changed = _is_change(sentence, phrase.quantity, near)
        yield from _named_before(sentence, place) if changed else SHARES
    elif phrase.noun:
        yield from topics_of(phrase.noun)
    elif phrase.unit or (phrase.noun is not None and _is_linked(sentence, place)):
        yield from _of_the_whole(sentence, place)
        if _omits_verb(sentence, phrase.quantity):
            yield from _named_before(sentence, place)
        yield from [last] if last else []
        yield from _named_before(sentence, place)


def _is_linked(sentence: Sentence, place: int) -> bool:
    """Tell a number whose noun stands elsewhere: no other noun is right before it."""
    if _begins_range(sentence, place) or _ends_range(sentence, place):
        return True
    phrase = sentence.phrases[place]
    found = _BEFORE.search(sentence.words, max(0, phrase.start - 40), phrase.start)
    word = found["word"] if found else None
    inexact = phrase.quantity.qualifier != "exact"
    return not word or inexact or is_verb(word) or _LINKING.match(word) is not None


def _named_before(sentence: Sentence, place: int) -> Iterator[Topic]:
    """Yield the topics of the nouns before a number, the nearest first, then of those above."""
    phrase = sentence.phrases[place]
    start = max(0, phrase.start - FAR)
    named = _NAMED_AFTER.match(sentence.words, start, phrase.start)
    after = sentence.nouns_between(named.end(), phrase.start) if named else []
    people = phrase.unit.startswith("чел")
    for noun in after or reversed(sentence.nouns_between(start, phrase.start)):
        yield from (each for each in topics_of(noun) if each.people or not people)
    above = [] if sentence.has_counted(place) else sentence.nouns_above
    for noun in [*(["человек"] if people else []), *above]:
        yield from (each for each in topics_of(noun) if each.people == people)


def _of_the_whole(sentence: Sentence, place: int) -> Iterator[Topic]:
    """Yield what the whole counts that a number is a part of: «17 из 20 пунктов»."""
    part, *rest = sentence.phrases[place : place + 2]
    for whole in rest:
        if whole.noun and _OF.fullmatch(sentence.words, part.end, whole.start):
            yield from topics_of(whole.noun)


def _claim(
    sentence: Sentence, phrase: NumberPhrase, counted: _Counted, year: AcademicYear, near: Near
) -> Claim:
    quantity, offset = phrase.quantity, sentence.span.start
    measure: Measure = "value"
    value = quantity.value
    if _is_change(sentence, quantity, near):
        measure = "change_percent" if quantity.percent else "change"
        year = sentence.year if year == sentence.year.previous else year
        value = -value if _SHRANK.search(_around(sentence, quantity, near)) else value
    return Claim(
        sentence.passage,
        sentence.span,
        Span(offset + phrase.start, offset + phrase.end),
        counted.figures,
        counted.topic.kind,
        year,
        value,
        quantity.qualifier,
        quantity.precision,
        measure,
        quantity.percent,
    )


def _is_change(sentence: Sentence, quantity: Quantity, near: Near) -> bool:
    """Tell by how much something grew from what it is: «на 3 больше», «прирост – 3»."""
    if not _BY.search(sentence.words, max(0, quantity.start - 8), quantity.start):
        start = max(0, quantity.start - 20)
        return _CHANGE.search(sentence.words, start, quantity.start) is not None
    around = _around(sentence, quantity, near)
    return bool(_GREW.search(around) or _SHRANK.search(around))


def _around(sentence: Sentence, quantity: Quantity, near: Near) -> str:
    """Return the words that may say of a number that it is a change, an omitted verb's too."""
    start = max(0, quantity.start - FAR)
    omitted = sentence.words[start : quantity.start] if _omits_verb(sentence, quantity) else ""
    return f"{omitted} {near.close} {near.after}"


def _omits_verb(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell a dash for the verb said before: «увеличилось на 3, число участников – на 524»."""
    return _DASH_BY.search(sentence.words, max(0, quantity.start - 8), quantity.start) is not None
