"""Backups on request: which there are, which of them can be read, and one of now."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from rumo_cli.errors import NotFound, RumoError
from store.backups import Reason, backups_of, made_folder, path_of, thin
from store.contract import YEAR_KIND
from store.copies import newest_good, storage_of
from store.failures import refusing_writes
from store.files import backup_of, copy_file
from store.json_store import JsonStore
from store.snapshot import TinySnapshot
from store.stamps import stamp_of
from store.storage import load


class Kept(NamedTuple):
    """A state that can be gone back to; `records` is None where it cannot be read."""

    name: str
    at: datetime
    reason: Reason
    size: int
    records: int | None


def kept_states(store: JsonStore) -> list[Kept]:
    """Return the states beside a store, the newest first; each is read to see whether it can be."""
    return list(_kept_states(store.path))


def _kept_states(store: Path) -> Iterator[Kept]:
    previous = backup_of(store)
    if previous.exists():
        found = previous.stat()
        records = records_in(previous, store)
        at = _time_of(previous, store, found.st_mtime)
        yield Kept(previous.name, at, Reason.ROTATION, found.st_size, records)
    for each in backups_of(store):
        yield Kept(each.name, each.at, each.reason, each.size, records_in(each.path, store))


def _time_of(path: Path, store: Path, modified: float) -> datetime:
    try:
        return stamp_of(storage_of(path, store).read(), modified).at
    except RumoError:
        return datetime.fromtimestamp(modified, UTC)


def records_in(path: Path, store: Path) -> int | None:
    """Return how many records a state has, closed years included, None if it cannot be read."""
    try:
        snapshot = TinySnapshot(storage_of(path, store))
    except RumoError:
        return None
    kinds = (kind for kind in snapshot.kinds() if kind != YEAR_KIND)
    return sum(sum(snapshot.counts(kind).values()) for kind in kinds)


def source_named(store: JsonStore, name: str | None) -> Path:
    """Return the copy that a person means: a name of the list, its beginning, or a path.

    Without a name it is the newest that can be read. Raise `NotFound`.
    """
    if name is None:
        good = newest_good(store.path)
        if good is None:
            raise NotFound(f"Резервных копий, которые читаются, нет: {store.directory}.")
        return good
    beside = {backup_of(store.path).name: backup_of(store.path)}
    beside |= {each.name: each.path for each in backups_of(store.path)}
    begun = [path for each, path in beside.items() if each.startswith(name)]
    if name in beside or len(begun) == 1:
        return beside.get(name, begun[0])
    if Path(name).expanduser().exists():
        return Path(name).expanduser()
    raise NotFound(f"Копии {name} нет. Какие есть: rumo store restore --list")


def back_up(store: JsonStore, command: str) -> Path:
    """Keep a copy of the present state, and read it back; raise `Refused`.

    It is a copy and no link: an editor that writes in place would change both.
    """
    with store.locked(command), refusing_writes(store.path):
        _, stamp = load(store.path)
        made_folder(store.path)
        target = path_of(store.path, stamp, Reason.ASKED)
        copy_file(store.path, target)
        storage_of(target, store.path)
        thin(store.path)
        return target
