"""JSON and NDJSON: flat objects to a grid whose first row holds their keys."""

import json
import re
from collections.abc import Generator, Iterable, Iterator
from decimal import Decimal
from itertools import chain, islice

from rumo_cli.errors import Refused
from rumo_cli.intake.decoding import describe
from rumo_cli.intake.grid import (
    MOST_ROWS,
    Grid,
    GridRow,
    NoTable,
    line_breaks,
    place,
    within_limits,
)
from rumo_cli.records.values import FORBIDDEN

_BLANKS = re.compile(r"[ \t\r\n]*")
# Beyond 2⁵³ JSON readers round whole numbers without a word.
_LARGEST_NUMBER = 2**53
_ADVICE = "Нужен список плоских объектов: значение — текст, число, true, false, null или их список."
_REASONS = {
    "Expecting value": "ожидалось значение",
    "Expecting ',' delimiter": "ожидалась запятая",
    "Expecting ':' delimiter": "ожидалось двоеточие",
    "Expecting property name enclosed in double quotes": "ожидалось имя поля в двойных кавычках",
    "Unterminated string starting at": "кавычка открыта и не закрыта",
    "Invalid control character at": r"перенос строки или табуляция внутри текста (пишите \n, \t)",
    "Illegal trailing comma before end of object": "лишняя запятая",
    "Illegal trailing comma before end of array": "лишняя запятая",
}


def _integer(digits: str) -> float:
    """Return a whole number; a hopelessly long one as a float, for `int` limits its digits."""
    return int(digits) if len(digits) <= len("-9007199254740992") else float(digits)


# Objects come as tuples of pairs, so that lists stay lists and a doubled key is seen.
_DECODER = json.JSONDecoder(object_pairs_hook=tuple, parse_int=_integer)


def read_json(text: str) -> Grid:
    """Return the grid of an array of flat objects, of one object, or of several in a row.

    Row 1 holds the keys in order of first appearance, object n is row n + 1, and every value is
    text: null and a missing key are empty, lists of scalars one item a line. Raise `Refused` with
    line and character for what is no JSON, nested, doubled, or no value that a record could keep.
    """
    start = _skip_blanks(text, 0)
    if text.startswith("[", start):
        return _grid(text, _array(text, start + 1))
    return read_ndjson(text)


def read_ndjson(text: str) -> Grid:
    """Return the grid of objects that stand one a line; else as `read_json`."""
    return _grid(text, _sequence(text))


def _array(text: str, start: int) -> Iterator[tuple[int, object]]:
    start = _skip_blanks(text, start)
    if not text.startswith("]", start):
        start = yield from _items(text, start)
    if not text.startswith("]", start):
        raise _broken(text, start, "ожидалась запятая или «]»")
    rest = _skip_blanks(text, start + 1)
    if rest < len(text):
        raise _broken(text, rest, "после конца списка стоит лишний текст")


def _items(text: str, start: int) -> Generator[tuple[int, object], None, int]:
    """Yield the items of an array and return the offset behind the last."""
    while True:
        value, end = _value(text, start)
        yield start, value
        end = _skip_blanks(text, end)
        if not text.startswith(",", end):
            return end
        start = _skip_blanks(text, end + 1)


def _sequence(text: str) -> Iterator[tuple[int, object]]:
    start = _skip_blanks(text, 0)
    while start < len(text):
        value, end = _value(text, start)
        yield start, value
        start = _skip_blanks(text, end)


def _skip_blanks(text: str, start: int) -> int:
    blanks = _BLANKS.match(text, start)
    return blanks.end() if blanks else start


def _value(text: str, start: int) -> tuple[object, int]:
    try:
        return _DECODER.raw_decode(text, start)
    except json.JSONDecodeError as error:
        raise _broken(text, error.pos, _REASONS.get(error.msg, "нарушена запись")) from error
    except RecursionError as error:
        raise _refused(text, start, f"слишком глубокая вложенность. {_ADVICE}") from error


def _broken(text: str, offset: int, reason: str) -> Refused:
    advice = "Исправьте это место или выгрузите файл заново."
    return _refused(text, offset, f"это не JSON: {reason}. {advice}")


def _refused(text: str, offset: int, reason: object) -> Refused:
    return Refused(f"{place(text, offset)}: {reason}")


def _grid(text: str, values: Iterable[tuple[int, object]]) -> Grid:
    # One record more than a grid holds is enough for it to be refused.
    records = list(islice(_records(text, values), MOST_ROWS))
    keys = tuple(dict.fromkeys(key for _, fields in records for key in fields))
    rows = (
        GridRow(row, line, tuple(fields.get(key, "") for key in keys))
        for row, (line, fields) in enumerate(records, 2)
    )
    return Grid(rows=tuple(within_limits(chain([GridRow(1, None, keys)], rows))), keyed=True)


def _records(
    text: str, values: Iterable[tuple[int, object]]
) -> Iterator[tuple[int, dict[str, str]]]:
    line, counted = 1, 0
    for start, value in values:
        line, counted = line + line_breaks(text, counted, start), start
        try:
            yield line, _fields(value)
        except Refused as error:
            raise type(error)(f"{place(text, start)}: {error}") from error


def _fields(value: object) -> dict[str, str]:
    if not isinstance(value, tuple):
        raise NoTable(f"ожидался объект {{…}}. {_ADVICE}")
    fields: dict[str, str] = {}
    for name, content in value:
        key = _text(name)
        if key in fields:
            raise Refused(f"поле «{key[:60]}» названо дважды. Оставьте одно.")
        try:
            fields[key] = _cell(content)
        except Refused as error:
            raise type(error)(f"поле «{key[:60]}»: {error}") from error
    return fields


def _cell(value: object) -> str:
    if isinstance(value, list):
        return "\n".join(map(_scalar, value))
    return _scalar(value)


def _scalar(value: object) -> str:
    match value:
        case str():
            return _text(value)
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case int() | float():
            return _number(value)
        case _:
            raise NoTable(f"вложенный объект или список. {_ADVICE}")


def _number(value: float) -> str:
    if not abs(value) <= _LARGEST_NUMBER:
        raise Refused(
            "NaN, Infinity и числа больше 9007199254740992 (2⁵³) не хранятся. Запишите как текст "
            "в кавычках или уберите."
        )
    return f"{Decimal(repr(value)):f}"


def _text(text: str) -> str:
    if wrong := FORBIDDEN.search(text):
        raise Refused(f"{describe(wrong[0])}. Уберите его.")
    return text
