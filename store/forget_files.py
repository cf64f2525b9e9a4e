"""The files of a store that may name a person, and what becomes of each.

What is written anew stands beside the old file until `store.json` has been replaced, which is the
commit; readers of a state find either by its checksum.
"""

import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import orjson

from store.backups import FOLDER
from store.closed import entry_of
from store.documents import Documents, decode, digest, encode
from store.files import backup_of, prepared, write_beside
from store.forget_rewriting import Renamed, Rewriting

_CLOSED = re.compile(r"(\d{4}-\d{4})(?:-[0-9a-f]{64})?\.json", re.ASCII)
_HISTORY = re.compile(r"history-(\d+)\.jsonl", re.ASCII)
_OWN = re.compile(
    r"store\.json(?:\.(?:bak|lock|holder|new|forgetting))?"
    r"|(?:\d{4}-\d{4}\.json|history-\d+\.jsonl)(?:\.(?:bak|new|forget))?|backups",
    re.ASCII,
)


class Files(NamedTuple):
    """The files of a store beside `store.json`."""

    copies: list[Path]
    """Other states: the one before the last write, and the backups."""
    closed: list[Path]
    history: list[Path]
    strangers: list[Path]
    """What rumo did not put there."""


def files_of(store: Path) -> Files:
    """Return the files of a store."""
    beside = sorted(store.parent.iterdir())
    kept = sorted(path for path in (store.parent / FOLDER).glob("*") if path.is_file())
    closed = [path for path in (*beside, *kept) if _CLOSED.fullmatch(path.name)]
    states = [path for path in kept if path.suffix == ".json" and path not in closed]
    others = [path for path in kept if path not in {*closed, *states} and path.suffix != ".new"]
    previous = [backup_of(store)] if backup_of(store).exists() else []
    return Files(
        copies=[*previous, *states],
        closed=closed,
        history=[path for path in beside if _HISTORY.fullmatch(path.name)],
        strangers=[path for path in beside if not _OWN.fullmatch(path.name)] + others,
    )


def rewrite_closed(path: Path, rewriting: Rewriting) -> tuple[str, Documents, bytes] | None:
    """Return what a closed year was known by, and what it becomes; None if it stays."""
    content = path.read_bytes()
    documents = decode(content)
    if not rewriting.closed_year(documents):
        return None
    return digest(content), documents, encode(documents)


def prepare_closed(path: Path, rewriting: Rewriting, renamed: Renamed) -> None:
    """Write a closed year anew beside its file."""
    found = rewrite_closed(path, rewriting)
    if found:
        sha256, documents, content = found
        renamed.closed[sha256] = entry_of(documents, content)
        write_beside(_place_of(path, sha256, digest(content)), content)


def _place_of(path: Path, before: str, after: str) -> Path:
    """Return where a closed year is written anew; one beside the backups is named by its SHA."""
    named = path.with_name(path.name.replace(before, after))
    return prepared(path) if named == path else named


def prepare_history(path: Path, rewriting: Rewriting, renamed: Renamed) -> None:
    """Write a part of the history anew beside its file."""
    content, names = rewrite_history(path, rewriting)
    if content is not None:
        renamed.parts.update(names)
        write_beside(prepared(path), content)


def rewrite_history(
    path: Path, rewriting: Rewriting
) -> tuple[bytes | None, dict[tuple[int, int, int], dict[str, int]]]:
    """Return what a part becomes, None if it stays, and how states name it before and after.

    A state names the beginning of a file, of whatever length. What stands behind the last whole
    line a crash left there.
    """
    begun = int(path.stem.partition("-")[2])
    names: dict[tuple[int, int, int], dict[str, int]] = {}
    lines: list[bytes] = []
    old = new = old_sum = new_sum = 0
    content = path.read_bytes()
    for line in _whole_lines(content):
        rewritten = _line(line, rewriting)
        old, old_sum = old + len(line), zlib.crc32(line, old_sum)
        new, new_sum = new + len(rewritten), zlib.crc32(rewritten, new_sum)
        names[begun, old, old_sum] = {"begun": begun, "bytes": new, "crc32": new_sum}
        lines.append(rewritten)
    becomes = b"".join(lines)
    return (None if becomes == content else becomes), names


def _whole_lines(content: bytes) -> Iterator[bytes]:
    for line in content.splitlines(keepends=True):
        try:
            orjson.loads(line)
        except orjson.JSONDecodeError:
            return
        if not line.endswith(b"\n"):
            return
        yield line


def _line(line: bytes, rewriting: Rewriting) -> bytes:
    document = orjson.loads(line)
    return orjson.dumps(document) + b"\n" if rewriting.line(document) else line


def rewrite_copy(path: Path, rewriting: Rewriting, renamed: Renamed) -> bytes | None:
    """Return what another state becomes, None if it stays; raise `ValueError` for a broken one."""
    documents = decode(path.read_bytes())
    try:
        return encode(documents) if rewriting.state(documents, renamed) else None
    except (AttributeError, KeyError, TypeError):
        raise ValueError("not a state of a store") from None
