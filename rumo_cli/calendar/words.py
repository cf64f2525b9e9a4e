"""The words of dates and deadlines: what each of them means to the grammar."""

from collections.abc import Iterator
from enum import Enum, StrEnum, auto
from functools import lru_cache
from typing import NamedTuple

from rumo_cli.calendar.months import month_number
from rumo_cli.calendar.weekdays import weekday_number


class Kind(Enum):
    """What a token of a date or a deadline is."""

    ISO_DAY = auto()
    NUMERIC_DAY = auto()
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
    LESS = auto()
    FROM = auto()
    TO = auto()
    UNTIL = auto()
    BEFORE = auto()
    IN = auto()
    AND = auto()
    DURING = auto()
    ALL = auto()
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
    Kind.UNTIL: "до к",
    Kind.BEFORE: "за",
    Kind.IN: "в во",
    Kind.ONTO: "на",
    Kind.AND: "и",
    Kind.NOT: "не",
    Kind.LATER: "позднее позже",
    Kind.LESS: "менее реже меньше",
    Kind.DURING: "течение течении теч протяжении",
    Kind.ALL: "весь всего всей",
    Kind.DAY_OF_MONTH: "число числа числу",
    Kind.SCHOOL: "уч",
    Kind.ALWAYS: "постоянно регулярно систематически круглогодично",
    Kind.SCHEDULE: (
        "графику графикам графиком плану планам планом расписанию расписанием "
        "согласованию согласовании"
    ),
    Kind.DEMAND: "необходимости запросу запросам требованию потребности",
    Kind.CLOCK_WORD: "мск ч час часа часов время времени",
    Kind.FILLER: "включительно",
    Kind.LEAD: "срок сроки период периодичность дата от чем ориентировочно примерно",
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
        -1: "последний последняя последнее последнего последней последнюю последнем",
    },
    Kind.SEASON: {2: "зима зимы зиму зимой", 4: "лето лета летом"},
    Kind.TIMES: {1: "раз раза р", 2: "дважды", 3: "трижды"},
    Kind.EDGE: {
        1: "начало начале начала",
        2: "середина середине середины",
        3: "конец конце конца",
    },
}
_UNITS = {
    Unit.DAY: "день дня дней дни",
    Unit.WEEK: "неделя недели неделе неделю недель нед",
    Unit.MONTH: "месяц месяца месяце месяцев месяцы мес",
    Unit.QUARTER: "квартал квартала квартале кварталы кварталов кв",
    Unit.TERM: "четверть четверти четвертей",
    Unit.HALF_YEAR: "полугодие полугодия полугодии полугодий",
    Unit.YEAR: "г гг год года году годы годов годах",
    Unit.DECADE: "декада декады декаде декаду",
    Unit.HALF: "половина половины половине половину",
}
_STEMS = {
    "кажд": Meaning(Kind.EVERY),
    "ежеднев": Meaning(Kind.FREQUENCY, unit=Unit.DAY),
    "еженедел": Meaning(Kind.FREQUENCY, unit=Unit.WEEK),
    "ежемесяч": Meaning(Kind.FREQUENCY, unit=Unit.MONTH),
    "ежекварт": Meaning(Kind.FREQUENCY, unit=Unit.QUARTER),
    "ежегод": Meaning(Kind.FREQUENCY, unit=Unit.YEAR),
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
