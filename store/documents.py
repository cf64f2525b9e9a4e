"""The text of `store.json`: a TinyDB file with one record a line."""

from collections.abc import Iterable, Mapping
from typing import Any, NoReturn

import orjson

Document = dict[str, Any]
Documents = dict[str, dict[str, Document]]
"""TinyDB's own form: table -> numeric key -> document. Names of tables of ours start with `_`."""

SCHEMA = 1
META = "_meta"
JOURNAL = "_journal"
ONLY = "1"
"""The key of the one document that `_meta` holds."""


def new_documents() -> Documents:
    """Return the documents of a store that holds nothing yet."""
    meta: Document = {"schema": SCHEMA, "revision": 0, "counters": {}}
    return {META: {ONLY: meta}, JOURNAL: {}}


def encode(documents: Documents) -> bytes:
    """Return the text of the file: a record a line in the order of ids, readable UTF-8."""
    tables = (
        b"%b: {\n%b\n}" % (orjson.dumps(name), _lines(table)) for name, table in documents.items()
    )
    return b"{\n%b\n}\n" % b",\n".join(tables)


def encoded_size(document: Mapping[str, Any]) -> int:
    """Return how many bytes a document takes in the file."""
    return len(orjson.dumps(document))


def _lines(table: Mapping[str, Document]) -> bytes:
    keys = sorted(table, key=int)
    return b",\n".join([b'"%b": %b' % (key.encode(), orjson.dumps(table[key])) for key in keys])


def decode(content: bytes) -> Documents:
    """Return what a file holds, in whatever schema; `check` tells whether it holds together.

    Raise `ValueError`, in words for a person, for what is not such a file at all.
    """
    if not content.strip():
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
    match documents[META][ONLY]:
        case {"revision": int(), "counters": dict(counters)}:
            pass
        case _:
            raise ValueError("служебные сведения (_meta) неполны")
    for name, table in documents.items():
        if not _is_table(table):
            raise ValueError(f"таблица {name} испорчена")
        if not name.startswith("_"):
            _check_counter(name, table, counters.get(name))


def _is_table(table: object) -> bool:
    return isinstance(table, dict) and all(
        key.isdecimal() and isinstance(document, dict) for key, document in table.items()
    )


def _check_counter(name: str, keys: Iterable[str], counter: object) -> None:
    """Refuse a counter that would give an id a second time."""
    highest = max(map(int, keys), default=0)
    if not isinstance(counter, int) or counter < highest:
        raise ValueError(f"счётчик номеров {name} меньше номера {highest}")
