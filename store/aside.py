"""Files of closed years that only backups name: kept as long as one of them does.

A year that was opened again is closed again with other content under the same name; the backups
from before still want the old one.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from store.backups import backups_of, folder_of, made_folder
from store.documents import digest
from store.files import backup_of

_NAME = re.compile(r"\d{4}-\d{4}-([0-9a-f]{64})\.json", re.ASCII)


def aside_path(store: Path, year: str, sha256: str) -> Path:
    """Return where a file of a closed year lies that has made room for another."""
    return folder_of(store) / f"{year}-{sha256}.json"


def set_aside(store: Path, path: Path, year: str) -> None:
    """Take the file of a closed year out of its place; raise `OSError`.

    It goes for good where no state and no backup names it.
    """
    if not path.exists():
        return
    sha256 = digest(path.read_bytes())
    if _is_named(store, sha256):
        made_folder(store)
        path.replace(aside_path(store, year, sha256))
    else:
        path.unlink()


def sweep(store: Path) -> None:
    """Remove what nothing names any more; one that stays does no harm."""
    with suppress(OSError):
        for path in folder_of(store).iterdir():
            match = _NAME.fullmatch(path.name)
            if match and not _is_named(store, match[1]):
                path.unlink()


def _is_named(store: Path, sha256: str) -> bool:
    return any(_names(path, sha256.encode()) for path in _states(store))


def _states(store: Path) -> Iterator[Path]:
    yield from (store, backup_of(store))
    for backup in backups_of(store):
        yield backup.path


def _names(path: Path, sha256: bytes) -> bool:
    """Tell whether a state names a closed year; one that cannot be read may.

    What it says of itself stands on the third line. Of a file in another form all is read.
    """
    try:
        with path.open("rb") as file:
            head = [file.readline() for _ in range(3)]
            in_form = head[1].startswith(b'"_meta"')
            return sha256 in (head[2] if in_form else file.read() + b"".join(head))
    except FileNotFoundError:
        return False
    except OSError:
        return True
