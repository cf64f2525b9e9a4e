"""On which line of a file each record stands, and which keys stand there twice."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from store.checking.problem import Problem, as_rewritten

_TABLE = re.compile(rb'"(\w+)": \{')
_RECORD = re.compile(rb'"(\d+)": ?\{')

Lines = Mapping[tuple[str, str], int]
"""The line of each record: table and key."""


def lines_of(content: bytes) -> Lines:
    """Return the line of each record, as far as the file has a record a line."""
    found: dict[tuple[str, str], int] = {}
    table = ""
    for number, line in enumerate(content.splitlines(), 1):
        if match := _TABLE.fullmatch(line):
            table = match[1].decode()
        elif match := _RECORD.match(line):
            found[table, match[1].decode()] = number
    return found


class _Twice(dict[str, Any]):
    """An object of JSON some keys of which stand in it more than once."""

    twice: Mapping[str, bool]
    """Those keys, and whether the values are the same each time."""


def doubled(content: bytes, lines: Lines) -> Iterator[Problem]:
    """Yield the records and keys that a file holds twice; JSON's readers take the last."""
    documents = json.loads(content.decode("utf-8-sig"), object_pairs_hook=_object)
    for name, table in documents.items():
        for key, same in _twice_in(table):
            yield _problem(f"{name} {key}", same, lines.get((name, key)))
        for key, record in table.items() if isinstance(table, dict) else ():
            for field, same in _twice_in(record):
                yield _problem(f"{name} {key}: {field}", same, lines.get((name, key)))
    for name, same in _twice_in(documents):
        yield _problem(name, same, None)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    plain = dict(pairs)
    if len(plain) == len(pairs):
        return plain
    twice = _Twice(plain)
    keys = [key for key, _ in pairs]
    twice.twice = {
        key: all(value == plain[key] for each, value in pairs if each == key)
        for key in plain
        if keys.count(key) > 1
    }
    return twice


def _twice_in(value: object) -> Iterator[tuple[str, bool]]:
    if isinstance(value, _Twice):
        yield from value.twice.items()


def _problem(place: str, same: bool, line: int | None) -> Problem:
    if same:
        return Problem("error", place, "записано дважды, одинаково", line, mend=as_rewritten)
    message = "записано дважды и по-разному: оставьте в файле одно, второе пропадёт при записи"
    return Problem("error", place, message, line, lossy=True)
