"""Commands that the recent journal has no room for: in files that are only ever added to.

`store.json` says how many bytes of each file count and what their CRC-32 is. What stands beyond
them a crash left there; the next write puts its own in that place. So what a state names never
changes, and a reader of that state, or one that restores it, finds it whole.
"""

import zlib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypedDict

import orjson

from rumo_cli.errors import StoreUnusable
from store.documents import JOURNAL, META, ONLY, SCHEMA, Document, Documents
from store.failures import refusing_reads
from store.files import extend_file, prepared, sync_directory

FILE_BYTES = 1 << 20
"""A file that holds more is not added to: the oldest is dropped whole."""

LEAST_BYTES = 8 << 20
"""How much is kept at least: the changes of thousands of commands."""


class Part(TypedDict):
    """What counts of one file: the revision that began it, which names it, and its content."""

    begun: int
    bytes: int
    crc32: int


def part_path(store: Path, begun: int) -> Path:
    """Return where a part of the history lies: beside the file of the store."""
    return store.with_name(f"history-{begun}.jsonl")


def extended(
    store: Path, parts: Sequence[Part], journal: Mapping[str, Document], revision: int
) -> list[Part]:
    """Add entries of a journal to the history, and return its parts; nothing names them yet.

    What is damaged already stays as it is, for the reader to tell. Raise `OSError`.
    """
    last = parts[-1] if parts and _may_grow(store, parts[-1]) else None
    part = last or Part(begun=revision, bytes=0, crc32=0)
    content = b"".join(_line(int(key), journal[key]) for key in sorted(journal, key=int))
    path = part_path(store, part["begun"])
    extend_file(path, part["bytes"], content)
    if not last:
        sync_directory(path.parent)
    grown = Part(
        begun=part["begun"],
        bytes=part["bytes"] + len(content),
        crc32=zlib.crc32(content, part["crc32"]),
    )
    return [*(parts[:-1] if last else parts), grown]


def _may_grow(store: Path, part: Part) -> bool:
    path = part_path(store, part["begun"])
    return part["bytes"] < FILE_BYTES and path.is_file() and path.stat().st_size >= part["bytes"]


def _line(entry_id: int, document: Document) -> bytes:
    return orjson.dumps({"id": entry_id, "schema": SCHEMA, **document}) + b"\n"


def within(parts: Sequence[Part], most_bytes: int) -> list[Part]:
    """Return the newest parts that fit; the very newest is kept whatever its size."""
    kept: list[Part] = []
    size = 0
    for part in reversed(parts):
        size += part["bytes"]
        if kept and size > most_bytes:
            break
        kept.append(part)
    return kept[::-1]


def entries_of(
    store: Path, part: Part, migrate: Callable[[Documents], None]
) -> list[tuple[int, Document]]:
    """Return the entries of a part in their order; raise `StoreUnusable` if it is not whole."""
    lines = part_content(part_path(store, part["begun"]), part).splitlines()
    return [_entry(orjson.loads(line), migrate) for line in lines]


def _entry(line: dict[str, Any], migrate: Callable[[Documents], None]) -> tuple[int, Document]:
    entry_id, schema = line.pop("id"), line.pop("schema")
    if schema < SCHEMA:
        migrate({META: {ONLY: {"schema": schema}}, JOURNAL: {str(entry_id): line}})
    return entry_id, line


def part_content(path: Path, part: Part) -> bytes:
    """Return what counts of a file; raise `StoreUnusable` if it is not whole."""
    with refusing_reads(path):
        for each in (path, prepared(path)):
            if each.exists() and _is_whole(content := _beginning(each, part), part):
                return content
        raise _lost(path, "повреждён или изменён помимо rumo" if path.exists() else "нет")


def _beginning(path: Path, part: Part) -> bytes:
    with path.open("rb") as file:
        return file.read(part["bytes"])


def _is_whole(content: bytes, part: Part) -> bool:
    return len(content) == part["bytes"] and zlib.crc32(content) == part["crc32"]


def _lost(path: Path, reason: str) -> StoreUnusable:
    return StoreUnusable(
        f"Журнал прежних команд не читается: файл {path} {reason}. Верните его из резервной "
        "копии. Записи целы, новые команды отменяются как прежде: rumo undo."
    )
