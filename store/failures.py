"""What the operating system refuses, in words for a person."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rumo_cli.errors import Refused, StoreUnusable

_NO_SPACE = "Освободите место и повторите команду."
_NO_RIGHTS = "Проверьте права на папку хранилища или укажите другую: --store ПАПКА."
_BAD_DISK = "Проверьте диск и сохраните копию хранилища в другом месте."

_WORDS = {
    errno.ENOSPC: ("на диске нет места", _NO_SPACE),
    errno.EDQUOT: ("исчерпана квота на диске", _NO_SPACE),
    errno.EFBIG: ("файл больше, чем разрешает система", _NO_SPACE),
    errno.EACCES: ("нет прав", _NO_RIGHTS),
    errno.EPERM: ("нет прав", _NO_RIGHTS),
    errno.EROFS: ("диск доступен только для чтения", _NO_RIGHTS),
    errno.EEXIST: ("на этом месте файл, а не папка", _NO_RIGHTS),
    errno.ENOTDIR: ("на этом месте файл, а не папка", _NO_RIGHTS),
    errno.EISDIR: ("это папка, а не файл", _NO_RIGHTS),
    errno.EIO: ("ошибка диска", _BAD_DISK),
}

_IN_USE = ("файл открыт в другой программе", "Закройте его там (Excel?) и повторите команду.")
_ON_WINDOWS = {
    5: (f"нет прав, или {_IN_USE[0]}", _IN_USE[1]),
    32: _IN_USE,
    33: _IN_USE,
}
"""What Windows says where another program has a file open: an error with a number of its own."""


@contextmanager
def refusing_reads(path: Path) -> Iterator[None]:
    """Turn an `OSError` met while reading into `StoreUnusable`."""
    try:
        yield
    except OSError as error:
        reason, advice = _reason_and_advice(error)
        raise StoreUnusable(f"Хранилище не читается: {path}: {reason}. {advice}") from error


@contextmanager
def refusing_writes(path: Path) -> Iterator[None]:
    """Turn an `OSError` met before anything was replaced into `Refused`."""
    try:
        yield
    except OSError as error:
        reason, advice = _reason_and_advice(error)
        raise Refused(f"Не записано: {path}: {reason}. Прежние данные целы. {advice}") from error


@contextmanager
def doubting_writes(path: Path) -> Iterator[None]:
    """Turn an `OSError` met after the new file took its place into `StoreUnusable`."""
    try:
        yield
    except OSError as error:
        reason, advice = _reason_and_advice(error)
        raise StoreUnusable(
            f"Записано, но диск не подтвердил сохранность: {path}: {reason}. {advice}"
        ) from error


def unkept(folder: Path, error: OSError) -> str:
    """Return what to say where a backup was not made and the command went on."""
    reason, _ = _reason_and_advice(error)
    return (
        f"записано, но прежнее состояние не попало в резервные копии: {folder}: {reason}. "
        "Скопируйте хранилище в другое место: rumo store backup ПАПКА."
    )


@contextmanager
def unfinished_writes(path: Path) -> Iterator[None]:
    """Turn an `OSError` met while copies follow the store into `StoreUnusable`."""
    try:
        yield
    except OSError as error:
        reason, advice = _reason_and_advice(error)
        raise StoreUnusable(
            f"В хранилище имени больше нет, а в копиях рядом оно ещё есть: {path.parent}: "
            f"{reason}. {advice} Закончит следующая команда, которая что-нибудь запишет."
        ) from error


def _reason_and_advice(error: OSError) -> tuple[str, str]:
    if words := _ON_WINDOWS.get(getattr(error, "winerror", None) or 0):
        return words
    return _WORDS.get(error.errno or 0, (error.strerror or str(error), _NO_RIGHTS))
