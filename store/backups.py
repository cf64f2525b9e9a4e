"""The backups of a store: older states of `store.json`, in a folder beside it."""

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from store.files import link_or_copy
from store.rotation import kept
from store.stamps import Stamp

FOLDER = "backups"
_NAME = re.compile(r"(\d{8}T\d{6}Z)-(\d+)(?:-([a-z]+))?\.json", re.ASCII)
_TIME = "%Y%m%dT%H%M%SZ"


class Reason(StrEnum):
    """Why a backup was made, as its name says; that of the rotation says nothing."""

    ROTATION = ""
    ASKED = "asked"
    MIGRATION = "migration"
    REPAIR = "repair"
    RESTORE = "restore"
    DAMAGED = "damaged"


class Backup(NamedTuple):
    """A backup in the folder."""

    path: Path
    at: datetime
    revision: int
    reason: Reason
    size: int

    @property
    def name(self) -> str:
        """Return what a person calls it by."""
        return self.path.stem


def folder_of(store: Path) -> Path:
    """Return where the backups of a store lie."""
    return store.parent / FOLDER


def made_folder(store: Path) -> Path:
    """Return the folder of the backups, there now; raise `OSError`."""
    folder = folder_of(store)
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def path_of(store: Path, stamp: Stamp, reason: Reason) -> Path:
    """Return where the backup of a state lies: names are in the order of the states."""
    suffix = f"-{reason}" if reason else ""
    return folder_of(store) / f"{stamp.at:{_TIME}}-{stamp.revision:06}{suffix}.json"


def keep(store: Path, stamp: Stamp, reason: Reason = Reason.ROTATION) -> Path:
    """Keep the file of a store, which is about to be replaced, as a backup; raise `OSError`.

    The caller holds the lock. A link is enough, because a file that was replaced never changes.
    """
    made_folder(store)
    path = path_of(store, stamp, reason)
    if not path.exists():
        link_or_copy(store, path)
    return path


def backups_of(store: Path) -> list[Backup]:
    """Return the backups of a store, the newest first."""
    return sorted(_found(store), key=lambda backup: backup.path.name, reverse=True)


def _found(store: Path) -> Iterator[Backup]:
    with suppress(FileNotFoundError, NotADirectoryError), os.scandir(folder_of(store)) as entries:
        for entry in entries:
            match = _NAME.fullmatch(entry.name)
            if match and (match[3] or "") in {*Reason} and entry.is_file(follow_symlinks=False):
                yield _backup(Path(entry.path), match, entry.stat().st_size)


def _backup(path: Path, match: re.Match[str], size: int) -> Backup:
    at = datetime.strptime(match[1], _TIME).replace(tzinfo=UTC)
    return Backup(path, at, int(match[2]), Reason(match[3] or ""), size)


def thin(store: Path) -> None:
    """Remove the backups that the rotation does not keep; one that stays does no harm."""
    with suppress(OSError):
        backups = backups_of(store)
        for backup in {*backups} - {*kept(backups)}:
            with suppress(OSError):
                backup.path.unlink()
