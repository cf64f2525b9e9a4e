"""How often something comes, in words that can be read back."""

import re

from rumo_cli.calendar.recurrence import ONCE, Recurrence
from rumo_cli.calendar.words import Unit
from rumo_cli.text import plural

_ONCE = {
    Unit.DAY: "ежедневно",
    Unit.WEEK: "еженедельно",
    Unit.MONTH: "ежемесячно",
    Unit.QUARTER: "ежеквартально",
    Unit.TERM: "раз в четверть",
    Unit.HALF_YEAR: "раз в полугодие",
    Unit.YEAR: "ежегодно",
}
_UNITS = {
    Unit.DAY: ("день", "дня", "дней"),
    Unit.WEEK: ("неделю", "недели", "недель"),
    Unit.MONTH: ("месяц", "месяца", "месяцев"),
    Unit.QUARTER: ("квартал", "квартала", "кварталов"),
    Unit.TERM: ("четверть", "четверти", "четвертей"),
    Unit.HALF_YEAR: ("полугодие", "полугодия", "полугодий"),
    Unit.YEAR: ("год", "года", "лет"),
}
_OFTEN = re.compile(r"(\d+)_per_(\w+)")
_SELDOM = re.compile(r"every_(\d+)_(\w+)s")
_ON_WEEKDAYS = (
    "понедельникам",
    "вторникам",
    "средам",
    "четвергам",
    "пятницам",
    "субботам",
    "воскресеньям",
)


def show_frequency(unit: Unit, count: int = 1, every: int = 1) -> str:
    """Return so many times in so many units: «2 раза в год», «раз в 3 недели», «ежемесячно»."""
    if count == every == 1:
        return _ONCE[unit]
    times = "раз" if count == 1 else f"{count} {plural(count, 'раз', 'раза', 'раз')}"
    units = _UNITS[unit][0] if every == 1 else f"{every} {plural(every, *_UNITS[unit])}"
    return f"{times} в {units}"


def show_key(key: str) -> str:
    """Return the words of a key of `Recurrence.frequency`."""
    if often := _OFTEN.fullmatch(key):
        return show_frequency(Unit(often[2]), count=int(often[1]))
    if seldom := _SELDOM.fullmatch(key):
        return show_frequency(Unit(seldom[2]), every=int(seldom[1]))
    return next((_ONCE[unit] for unit, once in ONCE.items() if once == key), key)


def show_recurrence(recurrence: Recurrence) -> str:
    """Return how often it comes, with the weekdays: «по средам и пятницам»."""
    if not recurrence.weekdays:
        return show_frequency(recurrence.unit, recurrence.count, recurrence.every)
    *others, last = (_ON_WEEKDAYS[weekday] for weekday in recurrence.weekdays)
    return f"по {' и '.join(filter(None, (', '.join(others), last)))}"
