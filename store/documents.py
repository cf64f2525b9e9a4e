"""The text of `store.json`: a TinyDB file with one record a line."""

import os
import re
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any, NoReturn

import orjson

Document = dict[str, Any]
Documents = dict[str, dict[str, Document]]
"""TinyDB's own form: table -> numeric key -> document. Names of tables of ours start with `_`."""

SCHEMA = 4
META = "_meta"
JOURNAL = "_journal"
ONLY = "1"
"""The key of the one document that `_meta` holds."""

_CLOSED_YEAR = re.compile(r"\d{4}-\d{4}", re.ASCII)
"""A closed year names its file, which must not lead out of the folder."""


def new_documents() -> Documents:
    """Return the documents of a store that holds nothing yet."""
    meta: Document = {
        "schema": SCHEMA,
        "id": os.urandom(8).hex(),
        "revision": 0,
        "counters": {},
        "closed": {},
        "history": [],
    }
    return {META: {ONLY: meta}, JOURNAL: {}}


def revisions_of(kind: str) -> str:
    """Return the name of the table that counts the changes of a kind's records."""
    return f"_{kind}_revisions"


def encode(documents: Documents) -> bytes:
    """Return the text of the file: a record a line in the order of ids, readable UTF-8."""
    tables = (_lines(name, table) for name, table in documents.items())
    return b",\n".join(_enclosed(b"{\n", [*chain.from_iterable(tables)], b"\n}\n"))


def digest(content: bytes) -> str:
    """Return what tells whether content is still the same: its SHA-256."""
    from hashlib import sha256

    return sha256(content).hexdigest()


def encoded_size(document: Mapping[str, Any]) -> int:
    """Return how many bytes a document takes in the file."""
    return len(orjson.dumps(document))


def _lines(name: str, table: Mapping[str, Document]) -> list[bytes]:
    keys = sorted(table, key=int)
    lines = [b'"%b": %b' % (key.encode(), orjson.dumps(table[key])) for key in keys]
    return _enclosed(b"%b: {\n" % orjson.dumps(name), lines, b"\n}")


def _enclosed(before: bytes, lines: list[bytes], after: bytes) -> list[bytes]:
    """Return lines in brackets; they are joined but once, for a copy of megabytes takes time."""
    lines = lines or [b""]
    lines[0] = before + lines[0]
    lines[-1] += after
    return lines


def decode(content: bytes) -> Documents:
    """Return what a file holds, in whatever schema; `check` tells whether it holds together.

    Raise `ValueError`, in words for a person, for what is not such a file at all.
    """
    if not content or content.isspace():
        raise ValueError("файл пуст")
    try:
        documents = orjson.loads(content)
    except orjson.JSONDecodeError:
        documents = _decode_in_words(content)
    match documents:
        case {"_meta": {"1": {"schema": int(schema)}}} if schema >= 1:
            return dict(documents)
    raise ValueError("нет служебных сведений (_meta)")


def _decode_in_words(content: bytes) -> object:
    """Tell what orjson stumbled over; what it alone refuses (a byte order mark) is read."""
    import json

    try:
        return json.loads(content.decode("utf-8-sig"), parse_constant=_refuse_constant)
    except UnicodeDecodeError:
        raise ValueError("это не текст UTF-8") from None
    except json.JSONDecodeError as error:
        raise ValueError(f"это не JSON: строка {error.lineno}, знак {error.colno}") from None
    except RecursionError:
        raise ValueError("слишком глубокая вложенность") from None


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"недопустимое число {name}")


def check(documents: Documents) -> None:
    """Raise `ValueError`, in words for a person, if documents of this schema are not whole."""
    check_meta(documents)
    check_tables(documents)
    meta = documents[META][ONLY]
    for name, table in documents.items():
        if not name.startswith("_"):
            _check_counter(name, max(map(int, table), default=0), meta["counters"].get(name))
    for year, entry in meta["closed"].items():
        for name, last in _last_ids(year, entry):
            _check_counter(name, last, meta["counters"].get(name))


def check_meta(documents: Documents) -> None:
    """Raise `ValueError`, in words for a person, if a store does not say what it is."""
    match documents[META][ONLY]:
        case {
            "id": str(),
            "revision": int(),
            "counters": dict(),
            "closed": dict(),
            "history": list(history),
        } if all(map(_is_part, history)):
            pass
        case _:
            raise ValueError("служебные сведения (_meta) неполны")


def _is_part(value: object) -> bool:
    match value:
        case {"begun": int(), "bytes": int(), "crc32": int()}:
            return True
    return False


def check_tables(documents: Documents) -> None:
    """Raise `ValueError`, in words for a person, where a table is none of TinyDB's."""
    for name, table in documents.items():
        if not _is_table(table):
            raise ValueError(f"таблица {name} испорчена")


def _is_table(table: object) -> bool:
    return isinstance(table, dict) and all(
        key.isdecimal() and isinstance(document, dict) for key, document in table.items()
    )


def _last_ids(year: str, entry: object) -> Iterator[tuple[str, int]]:
    """Yield the last id of each kind in a closed year."""
    match entry:
        case {"sha256": str(), "ids": dict(ids)} if _CLOSED_YEAR.fullmatch(year):
            yield from ((name, _last_of(year, runs)) for name, runs in ids.items())
        case _:
            raise _incomplete(year)


def _last_of(year: str, runs: object) -> int:
    match runs:
        case [*_, [int(), int(last)]]:
            return last
    raise _incomplete(year)


def _incomplete(year: str) -> ValueError:
    return ValueError(f"сведения о закрытом {year} учебном годе неполны")


def _check_counter(name: str, highest: int, counter: object) -> None:
    """Refuse a counter that would give an id a second time."""
    if not isinstance(counter, int) or counter < highest:
        raise ValueError(f"счётчик номеров {name} меньше номера {highest}")
