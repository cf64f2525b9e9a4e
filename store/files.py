"""Putting a file in the place of another, so that a crash leaves the old one or the new one."""

import errno
import os
import stat
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)

_EXTEND = os.O_WRONLY | os.O_CREAT | getattr(os, "O_BINARY", 0)

_PREPARED = ".forget"

_NO_SUCH_CALL = {errno.ENOTSUP, errno.EINVAL}

_SHARING_ERRORS = {5, 32, 33}
_FIRST_PAUSE, _LONGEST_PAUSE = 0.01, 0.64
PATIENCE = 2.5
"""As long as a scanner of viruses takes; a command waits longer for what a person has open."""


def backup_of(path: Path) -> Path:
    """Return where the state before the last write is kept."""
    return path.with_name(path.name + ".bak")


def replace_file(path: Path, content: bytes, patience: float = PATIENCE) -> None:
    """Put `content` in the place of a file, whole or not at all; the old one becomes the backup.

    The caller holds the lock, so that the one name for what is being written is free or left
    over from a crash. `patience` is how many seconds a program is waited for that has one of the
    files open on Windows. Raise `OSError` with the old file untouched.
    """
    fresh = path.with_name(path.name + ".new")
    fresh.unlink(missing_ok=True)
    _create(fresh, content)
    try:
        if path.exists():
            _keep_mode(path, fresh)
            _keep_previous(path, patience)
        _patiently(lambda: fresh.replace(path), patience)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise


def extend_file(path: Path, length: int, content: bytes) -> None:
    """Put `content` behind the first bytes of a file, in the place of whatever stands there.

    The caller holds the lock, and keeps elsewhere how long the file is.
    """
    descriptor = os.open(path, _EXTEND, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.truncate(length)
        file.seek(length)
        file.write(content)
        file.flush()
        _sync(descriptor)


def prepared(path: Path) -> Path:
    """Return where a file that states know by its checksum waits until one of them names it.

    A reader that does not find what it looks for in the file itself finds it there.
    """
    return path.with_name(path.name + _PREPARED)


def prepared_files(store: Path) -> list[Path]:
    """Return what waits beside a store to take the place of its files."""
    return sorted(store.parent.glob(f"*{_PREPARED}"))


def marker_of(store: Path) -> Path:
    """Return where the plan of a forgetting lies that has not come to its end."""
    return store.with_name(store.name + ".forgetting")


def _create(path: Path, content: bytes) -> None:
    """Bring a new file of the owner's alone down to the disk, or leave nothing."""
    descriptor = os.open(path, _CREATE, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            _sync(descriptor)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def _keep_mode(path: Path, fresh: Path) -> None:
    mode = path.stat().st_mode
    if fresh.stat().st_mode != mode:
        fresh.chmod(stat.S_IMODE(mode))


def _keep_previous(path: Path, patience: float) -> None:
    """Let the file be its backup as well, without a moment in which there is none."""
    backup = backup_of(path)
    beside = backup.with_name(backup.name + ".new")
    beside.unlink(missing_ok=True)
    link_or_copy(path, beside)
    try:
        _patiently(lambda: beside.replace(backup), patience)
    finally:
        # A rename between two names of one file does nothing, not even that.
        beside.unlink(missing_ok=True)


def link_or_copy(source: Path, target: Path) -> None:
    """Give a file a second name, that is free; on a disk without links, a copy, whole or none."""
    try:
        target.hardlink_to(source)
    except (OSError, NotImplementedError):  # a memory stick knows no links
        copy_file(source, target)


def copy_file(source: Path, target: Path) -> None:
    """Copy a file, whole or not at all; raise `OSError`."""
    write_beside(target, source.read_bytes())


def write_beside(target: Path, content: bytes) -> None:
    """Put a file in its place whole, without a backup of what stood there; raise `OSError`."""
    fresh = target.with_name(target.name + ".new")
    fresh.unlink(missing_ok=True)
    _create(fresh, content)
    try:
        _patiently(lambda: fresh.replace(target), PATIENCE)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise


def _patiently(action: Callable[[], object], patience: float) -> None:
    """Rename or remove a file, with patience for whoever has it open on Windows.

    A reader, an antivirus, an indexer or Excel makes that fail there for as long.
    """
    for pause in _pauses(patience):
        try:
            action()
        except OSError as error:
            if getattr(error, "winerror", None) not in _SHARING_ERRORS:
                raise
            time.sleep(pause)
        else:
            return
    action()


def _pauses(patience: float) -> Iterator[float]:
    """Yield pauses, each twice the one before up to the longest, that come to `patience`."""
    pause, left = _FIRST_PAUSE, patience
    while left > 0:
        yield min(pause, left)
        left -= pause
        pause = min(2 * pause, _LONGEST_PAUSE)


def _sync(descriptor: int) -> None:
    """Bring a file down to the disk itself; on macOS fsync stops at the drive's cache."""
    if sys.platform == "darwin":
        import fcntl

        try:
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
        except OSError as error:
            if error.errno not in _NO_SUCH_CALL:
                raise
        else:
            return
    os.fsync(descriptor)


def sync_directory(directory: Path) -> None:
    """Bring the names in a directory down to the disk; without it a power cut may undo a rename.

    Windows has no such call; some file systems refuse it, and so does a directory that may be
    written but not listed.
    """
    if sys.platform == "win32":
        return
    try:
        descriptor = os.open(directory, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        if error.errno not in _NO_SUCH_CALL | {errno.EACCES}:
            raise
