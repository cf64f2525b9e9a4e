"""What a record may hold, so that every engine of the store can keep it."""

import math
import re
from collections.abc import Iterable

from rumo_cli.errors import Refused

Value = str | int | float | bool | list[str] | None
Record = dict[str, Value]

LARGEST_INTEGER = 2**53
_UNKEPT = re.compile("[\0\ud800-\udfff]")


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
        found = _UNKEPT.search(text)
        if found:
            what = "нулевой символ (NUL)" if found[0] == "\0" else "оборванный символ Юникода"
            raise Refused(f"В тексте есть {what}: его нельзя записать.")
