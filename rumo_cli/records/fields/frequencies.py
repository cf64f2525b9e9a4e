"""How often something comes again: a key in the store, words for people."""

import re
from typing import ClassVar

from rumo_cli.records.fields.base import FieldType
from rumo_cli.records.values import Value
from rumo_cli.text import plural

_ONCE = {
    "daily": "ежедневно",
    "weekly": "еженедельно",
    "monthly": "ежемесячно",
    "quarterly": "ежеквартально",
    "term": "раз в четверть",
    "half_year": "раз в полугодие",
    "yearly": "ежегодно",
}
_UNITS = {
    "day": ("день", "дня", "дней"),
    "week": ("неделю", "недели", "недель"),
    "month": ("месяц", "месяца", "месяцев"),
    "quarter": ("квартал", "квартала", "кварталов"),
    "term": ("четверть", "четверти", "четвертей"),
    "half_year": ("полугодие", "полугодия", "полугодий"),
    "year": ("год", "года", "лет"),
}
_OFTEN = re.compile(r"(\d+)_per_(\w+)")
_SELDOM = re.compile(r"every_(\d+)_(\w+)s")


class Frequency(FieldType):
    """The frequency of a deadline that comes again, with the keys of `calendar.recurrence`."""

    metavar: ClassVar[str] = "СЛОВО"

    def show(self, value: Value) -> str:
        """Return the frequency in words: «2 раза в год», «раз в 3 недели»."""
        key = str(value or "")
        if often := _OFTEN.fullmatch(key):
            times = int(often[1])
            return f"{times} {plural(times, 'раз', 'раза', 'раз')} в {_UNITS[often[2]][0]}"
        if seldom := _SELDOM.fullmatch(key):
            units = int(seldom[1])
            return f"раз в {units} {plural(units, *_UNITS[seldom[2]])}"
        return _ONCE.get(key, key)
