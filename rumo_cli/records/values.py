"""What a record may hold, so that every engine of the store can keep it."""

import math
from collections.abc import Iterable

from rumo_cli.errors import Refused

Value = str | int | float | bool | list[str] | None
Record = dict[str, Value]

LARGEST_INTEGER = 2**53


def check_value(value: Value) -> None:
    """Raise `Refused` for a value that a store could not keep or give back as it was.

    NUL, lone surrogates, NaN, infinities and integers beyond 2⁵³ are what PostgreSQL or JSON
    readers refuse or change.
    """
    if isinstance(value, str):
        _check_texts((value,))
    elif isinstance(value, list):
        _check_texts(value)
    elif isinstance(value, float) and not math.isfinite(value):
        raise Refused("Значение не является числом: его нельзя записать.")
    elif isinstance(value, int) and abs(value) > LARGEST_INTEGER:
        raise Refused(f"Слишком большое число: {value}.")


def _check_texts(texts: Iterable[str]) -> None:
    for text in texts:
        if "\0" in text:
            raise Refused("В тексте есть нулевой символ (NUL): его нельзя записать.")
        if any("\ud800" <= character <= "\udfff" for character in text):
            raise Refused("В тексте есть оборванный символ Юникода: его нельзя записать.")
