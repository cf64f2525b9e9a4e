"""Months by name: in any case of the noun, in any letter case, shortened, inside a title."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from rumo_cli.calendar.errors import CalendarError
from rumo_cli.text import fold

MONTHS = (
    "январь",
    "февраль",
    "март",
    "апрель",
    "май",
    "июнь",
    "июль",
    "август",
    "сентябрь",
    "октябрь",
    "ноябрь",
    "декабрь",
)
_GENITIVES = tuple(
    name + "а" if name.endswith("т") else name.removesuffix("ь").removesuffix("й") + "я"
    for name in MONTHS
)
_SHORTEST = 3
_HARD_ENDINGS = ("", "а", "у", "ом", "е")
_SOFT_ENDINGS = ("я", "ю", "ем", "е")
_YEAR = r"(?:19|20)\d\d"
_TITLED = re.compile(
    rf"(?<![\w-])(?P<day>\d{{1,2}}[»\"]? )?(?P<word>[а-я]+)\b\.?+(?!-)"
    rf"(?:,? (?P<year>{_YEAR})(?!\d| ?[-/] ?\d))?"
)
_NUMERIC = re.compile(rf"(?P<year>{_YEAR})-(?P<month>\d\d?)|(?P<m>\d\d?)[./](?P<y>{_YEAR})")
_NAMED = re.compile(rf"(?P<word>[а-я]+)\.?(?: (?P<year>{_YEAR}))?(?: ?г(?:\.|ода?)?)?")


class Month(NamedTuple):
    """A month of a calendar year, or of a year that is said elsewhere."""

    year: int | None
    month: int


def _forms(name: str) -> Iterator[str]:
    """Yield the cases of a name, and its beginnings, «сен», «сент», of which two letters lack."""
    yield from (name[:length] for length in range(_SHORTEST, len(name) - 1))
    if name.endswith("т"):
        yield from (name + ending for ending in _HARD_ENDINGS)
    else:
        yield name
        yield from (name[:-1] + ending for ending in _SOFT_ENDINGS)


_NUMBERS = {form: number for number, name in enumerate(MONTHS, start=1) for form in _forms(name)}
MONTH_WORDS = tuple(_NUMBERS)
"""Every form and abbreviation of a month's name, without a dot."""


def month_number(word: str) -> int | None:
    """Return 1–12 for a month's name in any form, «сентября», «СЕНТЯБРЕ», «сент.», else None."""
    return _NUMBERS.get(fold(word).removesuffix("."))


def month_name(month: int, *, genitive: bool = False) -> str:
    """Return the name of month 1–12: «октябрь», or «октября» as after a day."""
    return (_GENITIVES if genitive else MONTHS)[month - 1]


def find_month(text: str) -> Month | None:
    """Return the month that a title or a band names, or None where it names none or several.

    The month of a whole date («утверждено 30 августа») does not count.
    """
    found = {
        Month(int(match["year"]) if match["year"] else None, number)
        for match in _TITLED.finditer(fold(text))
        if not match["day"] and (number := _NUMBERS.get(match["word"]))
    }
    dated = {month for month in found if month.year is not None}
    if len({month.month for month in found}) != 1 or len(dated) > 1:
        return None
    return (dated or found).pop()


def read_month(text: str) -> Month:
    """Return the month of an option: «2024-10», «10.2024», «октябрь 2024», «октябрь».

    Raises `CalendarError` for any other text.
    """
    folded = fold(text)
    if match := _NUMERIC.fullmatch(folded):
        number = int(match["month"] or match["m"])
        if not 1 <= number <= len(MONTHS):
            raise CalendarError(f"нет такого месяца: {folded}")
        return Month(int(match["year"] or match["y"]), number)
    match = _NAMED.fullmatch(folded)
    number_of_name = _NUMBERS.get(match["word"]) if match else None
    if match is None or number_of_name is None:
        raise CalendarError("ожидается месяц, например 2024-10 или октябрь 2024")
    return Month(int(match["year"]) if match["year"] else None, number_of_name)
