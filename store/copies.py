"""Copies of a store: a file, a folder or an archive that a state can be read from."""

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile, ZipFile, is_zipfile

from rumo_cli.errors import NotFound, Refused
from store.backups import backups_of
from store.documents import META, ONLY, Documents
from store.failures import refusing_reads
from store.files import backup_of
from store.json_store import FILE_NAME
from store.migrations import NewerSchemaError
from store.storage import JsonStorage, closed_path, parsed

if TYPE_CHECKING:
    from store.backups import Backup

MEMBER = re.compile(r"store\.json|\d{4}-\d{4}\.json|history-\d+\.jsonl", re.ASCII)
"""What a copy of a store consists of."""

MOST_BYTES = 2 << 30
"""What an archive may unpack to."""


@contextmanager
def opened(source: Path, store: Path) -> Iterator[JsonStorage]:
    """Read a copy: a file like `store.json`, an archive that `rumo store backup` made, a folder.

    What does not lie beside the copy is looked for beside the store. Raise `NotFound` where there
    is no such copy, `Refused` where it is broken.
    """
    with ExitStack() as kept:
        with refusing_reads(source):
            storage = storage_of(kept.enter_context(unpacked(source)), store)
        yield storage


@contextmanager
def unpacked(source: Path) -> Iterator[Path]:
    """Yield the `store.json` of a copy, be it there or not; an archive is unpacked for a while."""
    if source.is_dir():
        yield source / FILE_NAME
    elif source.is_file() and is_zipfile(source):
        from tempfile import TemporaryDirectory

        with TemporaryDirectory(prefix="rumo-") as folder:
            _unpack(source, Path(folder))
            yield Path(folder) / FILE_NAME
    else:
        yield source


def storage_of(path: Path, store: Path) -> JsonStorage:
    """Return the state that a file holds; raise `NotFound` or `Refused`."""
    with refusing_reads(path):
        try:
            content = path.read_bytes()
        except FileNotFoundError:
            raise NotFound(f"Копии {path} нет. Какие есть: rumo store restore --list") from None
    try:
        documents = parsed(content)
    except NewerSchemaError as error:
        raise Refused(
            f"Копию {path} записала более новая версия rumo (схема {error.found}, "
            f"а эта знает {error.known}). Обновите rumo: pip install --upgrade rumo."
        ) from None
    except ValueError as error:
        raise Refused(
            f"Копия {path} повреждена: {error}. Хранилище не изменено. "
            "Другие копии: rumo store restore --list"
        ) from None
    return JsonStorage(path, documents, home=_home(path, documents, store))


def _home(path: Path, documents: Documents, store: Path) -> Path:
    """Return beside what the closed years of a copy lie."""
    closed = documents[META][ONLY]["closed"]
    beside = closed and all(closed_path(path, year).exists() for year in closed)
    return path if beside or not store.parent.is_dir() else store


def _unpack(archive: Path, folder: Path) -> None:
    """Unpack what a copy consists of, and nothing else."""
    try:
        with ZipFile(archive) as packed:
            members = [each for each in packed.infolist() if MEMBER.fullmatch(each.filename)]
            if sum(each.file_size for each in members) > MOST_BYTES:
                raise Refused(f"Копия {archive} слишком велика: больше 2 ГБ. Распакуйте её сами.")
            for member in members:
                (folder / member.filename).write_bytes(packed.read(member))
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
        raise Refused(f"Копия {archive} повреждена: {error}. Хранилище не изменено.") from None


def newest_good(store: Path) -> Path | None:
    """Return the newest state beside a store that can be read, None if there is none."""
    return next((path for path in states_beside(store) if _meta_of(path)), None)


def states_beside(store: Path) -> Iterator[Path]:
    """Yield the older states beside a store, the newest first."""
    yield backup_of(store)
    yield from (backup.path for backup in sound_first(backups_of(store)))


def sound_first(backups: "list[Backup]") -> "list[Backup]":
    """Return backups in the order in which they are tried."""
    return sorted(backups, key=lambda backup: backup.revision, reverse=True)


def highest_counters(store: Path) -> tuple[int, Mapping[str, int]]:
    """Return the highest revision and ids that the states beside a store know, or its own head."""
    revision, counters = 0, dict[str, int]()
    for meta in (_head_of(store), *map(_meta_of, states_beside(store))):
        revision = max(revision, meta.get("revision", 0))
        for kind, counter in meta.get("counters", {}).items():
            counters[kind] = max(counter, counters.get(kind, 0))
    return revision, counters


def _meta_of(path: Path) -> dict[str, Any]:
    """Return what a state says of itself, nothing where it cannot be read."""
    try:
        return parsed(path.read_bytes())[META][ONLY]
    except (OSError, ValueError, NewerSchemaError):
        return {}


def _head_of(path: Path) -> dict[str, Any]:
    """Return what a broken file says of itself, on its third line, if that is left."""
    try:
        with path.open("rb") as file:
            line = [file.readline() for _ in range(3)][2]
        match json.loads(line.partition(b":")[2]):
            case {"revision": int(revision), "counters": dict(counters)}:
                return {"revision": revision, "counters": _whole(counters)}
    except (OSError, ValueError):
        pass
    return {}


def _whole(counters: Mapping[str, object]) -> dict[str, int]:
    return {kind: each for kind, each in counters.items() if isinstance(each, int)}
