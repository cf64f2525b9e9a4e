"""What a record may hold, so that every engine of the store can keep it."""

import math
import re

from rumo_cli.errors import Refused

Value = str | int | float | bool | list[str] | None
Record = dict[str, Value]

LARGEST_INTEGER = 2**53
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffd-\uffff]")
"""What no text of a record holds: control characters, lone surrogates, marks of a lost letter."""


def check_value(value: Value) -> None:
    """Raise `Refused` for a value that a store could not keep or give back as it was.

    NUL, lone surrogates, NaN, infinities and integers beyond 2⁵³ are what PostgreSQL or JSON
    readers refuse or change; other control characters steer a terminal, and no file that rumo
    imports may hold them.
    """
    if isinstance(value, str):
        check_text(value)
    elif isinstance(value, list):
        for text in value:
            check_text(text)
    elif isinstance(value, float) and not math.isfinite(value):
        raise Refused("Значение не является числом: его нельзя записать.")
    elif isinstance(value, int) and abs(value) > LARGEST_INTEGER:
        raise Refused(f"Слишком большое число: {value}.")


def check_text(text: str) -> None:
    """Raise `Refused` for a text that a store could not keep or give back as it was."""
    if found := FORBIDDEN.search(text):
        raise Refused(f"В тексте есть {_in_words(found[0])}: его нельзя записать.")


def _in_words(character: str) -> str:
    if character == "\0":
        return "нулевой символ (NUL)"
    if "\ud800" <= character <= "\udfff":
        return "оборванный символ Юникода"
    return f"недопустимый символ (U+{ord(character):04X})"
