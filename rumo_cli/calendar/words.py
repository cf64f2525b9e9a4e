"""The words of dates and deadlines: what each of them means to the grammar."""

from collections.abc import Iterator
from enum import Enum, StrEnum, auto
from functools import lru_cache
from itertools import groupby, takewhile
from operator import itemgetter
from typing import NamedTuple

from rumo_cli.calendar.months import MONTH_WORDS, month_number
from rumo_cli.calendar.weekdays import WEEKDAY_WORDS, weekday_number


class Kind(Enum):
    """What a token of a date or a deadline is."""

    ISO_DAY = auto()
    NUMERIC_DAY = auto()
    NUMERIC_MONTH = auto()
    CLOCK = auto()
    NUMBER = auto()
    NUMERAL = auto()
    ORDINAL = auto()
    MONTH = auto()
    WEEKDAY = auto()
    SEASON = auto()
    HOLIDAYS = auto()
    UNIT = auto()
    EDGE = auto()
    DAY_OF_MONTH = auto()
    FREQUENCY = auto()
    TIMES = auto()
    EVERY = auto()
    NOT = auto()
    LATER = auto()
    EARLIER = auto()
    LESS = auto()
    FROM = auto()
    AFTER = auto()
    INSTEAD = auto()
    TO = auto()
    UNTIL = auto()
    BEFORE = auto()
    IN = auto()
    AND = auto()
    DURING = auto()
    ALL = auto()
    PERIOD = auto()
    FURTHER = auto()
    SCHOOL = auto()
    ALWAYS = auto()
    SCHEDULE = auto()
    DEMAND = auto()
    MOVED = auto()
    ONTO = auto()
    CLOCK_WORD = auto()
    LEAD = auto()
    FILLER = auto()
    WORD = auto()
    DASH = auto()
    SLASH = auto()
    COMMA = auto()
    SEMICOLON = auto()
    OPEN = auto()
    CLOSE = auto()
    OTHER = auto()
    END = auto()


class Unit(StrEnum):
    """A unit of time that things are counted, repeated or divided by."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    TERM = "term"
    HALF_YEAR = "half_year"
    YEAR = "year"
    DECADE = "decade"
    HALF = "half"
    THIRD = "third"
    SEASON = "season"
    HOLIDAYS = "holidays"


class Meaning(NamedTuple):
    """What a word means: its kind, the number it stands for, the unit it names."""

    kind: Kind
    number: int = 0
    unit: Unit | None = None


_WORDS = {
    Kind.FROM: "с со",
    Kind.TO: "по",
    Kind.AFTER: "после",
    Kind.INSTEAD: "кроме вместо исключая исключением накануне перед без или либо через спустя",
    Kind.UNTIL: "до к ко",
    Kind.BEFORE: "за",
    Kind.IN: "в во",
    Kind.ONTO: "на",
    Kind.AND: "и",
    Kind.NOT: "не",
    Kind.LATER: "позднее позже",
    Kind.EARLIER: "ранее раньше",
    Kind.LESS: "менее реже меньше",
    Kind.DURING: "течение течении теч протяжении",
    Kind.ALL: "весь всего всей круглый",
    Kind.FURTHER: "далее затем",
    Kind.PERIOD: "период периода периоде периоду периоды",
    Kind.DAY_OF_MONTH: "число числа числу",
    Kind.SCHOOL: "уч",
    Kind.ALWAYS: "постоянно бессрочно постоянной регулярно систематически непрерывно круглогодично",
    Kind.SCHEDULE: (
        "графику графикам графиком плану планам планом расписанию расписанием "
        "согласованию согласовании договоренности приказу приказом положению положением "
        "дополнительно"
    ),
    Kind.DEMAND: "необходимости запросу запросам требованию потребности",
    Kind.CLOCK_WORD: "мск ч час часа часов время времени",
    Kind.FILLER: "включительно основе",
    Kind.LEAD: (
        "срок сроки сроком дата дни периодичность исполнения выполнения проведения реализации "
        "представления сдачи начиная от чем минимум ориентировочно предварительно примерно"
    ),
}
_NUMBERED = {
    Kind.NUMERAL: {
        1: "один одна одно одного одной одну",
        2: "два две двух",
        3: "три трех",
        4: "четыре четырех",
        5: "пять пяти",
        6: "шесть шести",
    },
    Kind.ORDINAL: {
        1: "i первый первая первое первого первой первую первом",
        2: "ii второй вторая второе второго вторую втором",
        3: "iii третий третья третье третьего третьей третью третьем",
        4: "iv четвертый четвертая четвертое четвертого четвертой четвертую четвертом",
        5: "пятый пятая пятое пятого пятой пятую пятом",
        -1: "последний последняя последнее последнего последней последнюю последнем",
    },
    Kind.SEASON: {2: "зима зимы зиму зимой", 4: "лето лета летом"},
    Kind.TIMES: {1: "раз раза р", 2: "дважды", 3: "трижды"},
    Kind.EDGE: {
        1: "начало начале начала началу",
        2: "середина середине середины",
        3: "конец конце конца концу",
    },
}
_UNITS = {
    Unit.DAY: "день дня дней",
    Unit.WEEK: "неделя недели неделе неделю недель нед",
    Unit.MONTH: "месяц месяца месяце месяцев месяцы мес",
    Unit.QUARTER: "квартал квартала квартале кварталы кварталов кв",
    Unit.TERM: "четверть четверти четвертей четв",
    Unit.HALF_YEAR: "полугодие полугодия полугодии полугодий полгода",
    Unit.YEAR: "г гг год года году годы годов годах лет",
    Unit.DECADE: "декада декады декаде декаду",
    Unit.HALF: "половина половины половине половину",
}
_FREQUENCIES = {
    Unit.DAY: "ежедневно",
    Unit.WEEK: "еженедельно",
    Unit.MONTH: "ежемесячно",
    Unit.QUARTER: "ежеквартально",
    Unit.YEAR: "ежегодно",
}
_FREQUENCY_STEM = 6
_STEMS = {
    "кажд": Meaning(Kind.EVERY),
    **{
        word[:_FREQUENCY_STEM]: Meaning(Kind.FREQUENCY, unit=unit)
        for unit, word in _FREQUENCIES.items()
    },
    "учебн": Meaning(Kind.SCHOOL),
    "каникул": Meaning(Kind.HOLIDAYS),
    "осен": Meaning(Kind.SEASON, 1),
    "зимн": Meaning(Kind.SEASON, 2),
    "весен": Meaning(Kind.SEASON, 3),
    "весн": Meaning(Kind.SEASON, 3),
    "летн": Meaning(Kind.SEASON, 4),
    "уточн": Meaning(Kind.SCHEDULE),
    "поступлени": Meaning(Kind.DEMAND),
    "заявк": Meaning(Kind.DEMAND),
    "обращени": Meaning(Kind.DEMAND),
    "перенос": Meaning(Kind.MOVED),
    "перенес": Meaning(Kind.MOVED),
    "московск": Meaning(Kind.CLOCK_WORD),
}


def _spelled() -> Iterator[tuple[str, Meaning]]:
    for kind, words in _WORDS.items():
        yield from ((word, Meaning(kind)) for word in words.split())
    for kind, numbers in _NUMBERED.items():
        for number, words in numbers.items():
            yield from ((word, Meaning(kind, number)) for word in words.split())
    for unit, words in _UNITS.items():
        yield from ((word, Meaning(Kind.UNIT, unit=unit)) for word in words.split())


_MEANINGS = dict(_spelled())


@lru_cache(maxsize=4096)
def meaning_of(word: str) -> Meaning:
    """Return what a folded word, with or without its dot, means; `Kind.WORD` where nothing."""
    word = word.removesuffix(".")
    month = month_number(word)
    if month is not None:
        return Meaning(Kind.MONTH, month)
    weekday = weekday_number(word)
    if weekday is not None:
        return Meaning(Kind.WEEKDAY, weekday)
    stems = (meaning for stem, meaning in _STEMS.items() if word.startswith(stem))
    return _MEANINGS.get(word) or next(stems, Meaning(Kind.WORD))


def is_spelled(word: str) -> bool:
    """Tell whether a folded word is known letter by letter, and not by its beginning."""
    return word in _MEANINGS or word in MONTH_WORDS or word in WEEKDAY_WORDS


_SHORTEST_MENDED = 6
_MENDED = (
    *MONTH_WORDS,
    *WEEKDAY_WORDS,
    *" ".join((*_UNITS.values(), *_FREQUENCIES.values(), _WORDS[Kind.DURING])).split(),
)
_MENDED_BY_LETTER = {
    letter: tuple(known for known in words if len(known) >= _SHORTEST_MENDED)
    for letter, words in groupby(sorted(_MENDED), key=itemgetter(0))
}


@lru_cache(maxsize=4096)
def misspelt(word: str) -> str | None:
    """Return the word of time that an unknown one is but for a slip after its first letter.

    A slip is one letter too many, missing, wrong, or changed for its neighbour.
    """
    word = word.removesuffix(".")
    known = _MENDED_BY_LETTER.get(word[0], ())
    return next((each for each in known if _differ_by_a_slip(word, each)), None)


def _differ_by_a_slip(first: str, second: str) -> bool:
    if abs(len(first) - len(second)) > 1:
        return False
    common = sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(first, second, strict=False))
    )
    first, second = first[common:], second[common:]
    return first[1:] in {second, second[1:]} or first == second[1:] or _swapped(first) == second


def _swapped(letters: str) -> str:
    return letters[1::-1] + letters[2:]
