"""Every noun and verb of the analysis beside every number, judged by a dictionary of Russian."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import pymorphy3
import pytest

from rumo_cli.documents.annual import words
from rumo_cli.documents.annual.words import Predicate, Thing, grouped, headcount, percent

NUMBERS = (*range(1001), 21_000)
THINGS = {name: each for name, each in vars(words).items() if isinstance(each, Thing)}
PREDICATES = {name: each for name, each in vars(words).items() if isinstance(each, Predicate)}
GENDERS = {"masculine": "masc", "feminine": "femn", "neuter": "neut"}
INDECLINABLE = {"ОМО"}
DECLINED_LIKE = {"вебинар": "семинар", "тьютор": "куратор"}
"""Words that the dictionary lacks, each beside one that it has."""
ADJECTIVES = {"ADJF", "PRTF"}


@cache
def morphology() -> Any:
    return pymorphy3.MorphAnalyzer(lang="ru")


@cache
def parsed(word: str, parts: frozenset[str]) -> Any:
    """Return a word as the dictionary knows it, of one of the parts of speech."""
    found = [
        each
        for each in morphology().parse(word)
        if each.tag.POS in parts and each.is_known and "Name" not in each.tag
    ]
    return next(each for each in found if each.tag.case in {None, "nomn"})


@cache
def inflected(word: str, grammemes: frozenset[str], parts: frozenset[str]) -> str:
    model = DECLINED_LIKE.get(word, word)
    changed = parsed(model, parts).inflect(set(grammemes))
    assert changed, (word, grammemes)
    return str(changed.word).replace(model, word)


def head_and_words(thing: Thing) -> tuple[int, list[str]]:
    """Return the place of the noun that is counted; what follows it stays in the genitive."""
    phrase = thing.noun.one.split()
    nouns = [place for place, word in enumerate(phrase) if parts(word) == {"NOUN"}]
    return nouns[0] if nouns else len(phrase) - 1, phrase


def expected(thing: Thing, number: int, *, genitive: bool) -> Iterator[str]:
    """Yield the words of a phrase beside a number as the dictionary inflects them."""
    place, phrase = head_and_words(thing)
    for word in phrase[: place + 1]:
        if word in INDECLINABLE:
            yield word
        else:
            yield inflected(word, grammemes(thing, number, word, genitive=genitive), parts(word))
    yield from after(thing, number)[place + 1 :]


def parts(word: str) -> frozenset[str]:
    declined_as_adjective = word.endswith(("ый", "ий", "ой", "ое", "ее", "ая", "яя"))
    nouns = {"заседание", "мероприятие", "наименование", "объединение"}
    return frozenset(ADJECTIVES if declined_as_adjective and word not in nouns else {"NOUN"})


def grammemes(thing: Thing, number: int, word: str, *, genitive: bool) -> frozenset[str]:
    one = number % 10 == 1 and number % 100 != 11
    if one:
        case = "gent" if genitive else "nomn"
        gender = {GENDERS[thing.gender]} if parts(word) != frozenset({"NOUN"}) else set()
        return frozenset({"sing", case, *gender})
    few = number % 10 in {2, 3, 4} and number % 100 not in {12, 13, 14}
    if genitive or not few:
        return frozenset({"plur", "gent"})
    if parts(word) == frozenset({"NOUN"}):
        return frozenset({"sing", "gent"})
    return frozenset({"plur", "nomn" if thing.gender == "feminine" else "gent"})


def after(thing: Thing, number: int) -> list[str]:
    """Return the words of the phrase, those after its noun in the number of what is counted."""
    one = number % 10 == 1 and number % 100 != 11
    return (thing.noun.one if one else thing.noun.many).split()


@pytest.mark.parametrize("thing", THINGS.values(), ids=THINGS)
def test_a_noun_agrees_with_every_number(thing: Thing) -> None:
    for number in NUMBERS:
        nominative = " ".join(expected(thing, number, genitive=False))
        genitive = " ".join(expected(thing, number, genitive=True))

        assert thing.counted(number) == f"{grouped(number)} {nominative}"
        assert thing.counted_of(number) == f"{grouped(number)} {genitive}"


@pytest.mark.parametrize("thing", THINGS.values(), ids=THINGS)
def test_the_gender_of_a_noun_is_that_of_the_dictionary(thing: Thing) -> None:
    place, phrase = head_and_words(thing)
    word = phrase[place]
    if word not in INDECLINABLE:
        known = parsed(DECLINED_LIKE.get(word, word), parts(word))
        assert known.tag.gender == GENDERS[thing.gender]


@pytest.mark.parametrize("predicate", PREDICATES.values(), ids=PREDICATES)
def test_a_verb_agrees_with_every_number_and_gender(predicate: Predicate) -> None:
    verb, *rest = predicate.masculine.split()
    of_verbs = frozenset({"VERB", "PRTS", "ADJS"})

    for thing in THINGS.values():
        for number in NUMBERS:
            one = number % 10 == 1 and number % 100 != 11
            singular = inflected(verb, frozenset({"sing", GENDERS[thing.gender]}), of_verbs)
            neuter = inflected(verb, frozenset({"sing", "neut"}), of_verbs)
            plural = inflected(verb, frozenset({"plur"}), of_verbs)

            said = predicate.of(number, thing).removesuffix(thing.counted(number)).split()
            assert said[1:] == rest
            assert said[0] in ({singular} if one else {neuter, plural})


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "0"),
        (999, "999"),
        (1000, "1\N{NO-BREAK SPACE}000"),
        (5264, "5\N{NO-BREAK SPACE}264"),
        (1234567, "1\N{NO-BREAK SPACE}234\N{NO-BREAK SPACE}567"),
    ],
)
def test_numbers_are_grouped(number: int, said: str) -> None:
    assert grouped(number) == said


@pytest.mark.parametrize(
    ("share", "said"), [(61.8, "61,8 %"), (100.0, "100 %"), (0.0, "0 %"), (33.3, "33,3 %")]
)
def test_percentages(share: float, said: str) -> None:
    assert percent(share) == said


@pytest.mark.parametrize(
    ("number", "qualifier", "rounded", "exact"),
    [
        (21, "exact", "21 педагогический работник", "21 педагогический работник"),
        (120, "at_least", "не менее 120 педагогических работников",
         "не менее 120 педагогических работников"),
        (21, "about", "около 21 педагогического работника", "около 21 педагогического работника"),
        (999, "exact", "999 педагогических работников", "999 педагогических работников"),
        (1200, "exact", "1_200 педагогических работников", "1_200 педагогических работников"),
        (2000, "exact", "2 тысячи педагогических работников", "2_000 педагогических работников"),
        (2001, "exact", "более 2 тысяч педагогических работников",
         "2_001 педагогический работник"),
        (5000, "exact", "5 тысяч педагогических работников", "5_000 педагогических работников"),
        (5000, "at_least", "не менее 5 тысяч педагогических работников",
         "не менее 5_000 педагогических работников"),
        (5236, "exact", "более 5 тысяч педагогических работников",
         "5_236 педагогических работников"),
        (5264, "at_least", "более 5 тысяч педагогических работников",
         "не менее 5_264 педагогических работников"),
        (5764, "about", "около 6 тысяч педагогических работников",
         "около 5_764 педагогических работников"),
        (21000, "exact", "21 тысяча педагогических работников",
         "21_000 педагогических работников"),
        (21400, "exact", "более 21 тысячи педагогических работников",
         "21_400 педагогических работников"),
    ],
)  # fmt: skip
def test_people_are_said_in_thousands_or_exactly(
    number: int, qualifier: str, rounded: str, exact: str
) -> None:
    said = [headcount(number, qualifier, words.TEACHER, rounded=each) for each in (True, False)]
    assert said == [text.replace("_", "\N{NO-BREAK SPACE}") for text in (rounded, exact)]
