"""Days of the week by name, and how a day is shown."""

from datetime import date

from rumo_cli.text import fold

WEEKDAYS = (
    "понедельник",
    "вторник",
    "среда",
    "четверг",
    "пятница",
    "суббота",
    "воскресенье",
)
SHORT_WEEKDAYS = ("пн", "вт", "ср", "чт", "пт", "сб", "вс")

_MASCULINE = ("", "а", "у", "ом", "е", "и", "ам", "ами", "ах")
_FEMININE = ("а", "ы", "у", "е", "ой", "ей", "ам", "ами", "ах")
_NEUTER = ("е", "я", "ю", "ем", "и", "ям", "ями", "ях")


def _forms(name: str) -> tuple[str, ...]:
    if name.endswith("а"):
        return tuple(name[:-1] + ending for ending in _FEMININE)
    if name.endswith("е"):
        return tuple(name[:-1] + ending for ending in _NEUTER)
    return tuple(name + ending for ending in _MASCULINE)


_NUMBERS = {
    form: number
    for number, (name, short) in enumerate(zip(WEEKDAYS, SHORT_WEEKDAYS, strict=True))
    for form in (*_forms(name), short)
}

WEEKDAY_WORDS = tuple(_NUMBERS)
"""Every form and abbreviation of a weekday's name, without a dot."""


def weekday_number(word: str) -> int | None:
    """Return 0–6 (Monday first) for a weekday in any form, «вторник», «СРЕДУ», «пн.», else None."""
    return _NUMBERS.get(fold(word).removesuffix("."))


def weekday_name(day: date, *, short: bool = False) -> str:
    """Return the weekday of `day`: «вторник», or «вт»."""
    return (SHORT_WEEKDAYS if short else WEEKDAYS)[day.weekday()]


def show_day(day: date) -> str:
    """Return a day as it is printed and can be typed back: «15.10.2024»."""
    return f"{day.day:02}.{day.month:02}.{day.year:04}"
