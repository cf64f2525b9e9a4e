"""One writer at a time, and who it is."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from rumo_cli.errors import StoreBusy
from store.failures import refusing_writes

_POLL = 0.01


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds the lock; written down for the message to those who wait, and for that only."""

    user: str
    command: str
    since: str
    process: int
    computer: str

    def __str__(self) -> str:
        return (
            f"команда «{self.command}» (пользователь {self.user}, компьютер {self.computer}, "
            f"процесс {self.process}, с {self.since})"
        )


def this_process(user: str, command: str, since: str) -> Holder:
    """Return this process as a holder."""
    from platform import node

    return Holder(user, command, since, os.getpid(), node())


@contextmanager
def locked(path: Path, holder: Holder, wait: float) -> Iterator[None]:
    """Hold the lock of the file at `path`; raise `StoreBusy` after `wait` seconds.

    The lock is a file beside it that is never removed (a lock on a removed name excludes
    nobody) and is the system's: it dies with the process.
    """
    from filelock import FileLock, Timeout

    lock = FileLock(
        path.with_name(path.name + ".lock"),
        timeout=wait,
        mode=0o600,
        poll_interval=_POLL,
        fallback_to_soft=False,
        preserve_lock_file=True,
    )
    card = path.with_name(path.name + ".holder")
    with refusing_writes(path):
        try:
            held = lock.acquire()
        except Timeout:
            raise StoreBusy(_busy(path, card, wait)) from None
    with held, _signed(card, holder):
        yield


@contextmanager
def _signed(card: Path, holder: Holder) -> Iterator[None]:
    with suppress(OSError):
        card.unlink(missing_ok=True)
        card.touch(mode=0o600, exist_ok=False)
        card.write_text(json.dumps(asdict(holder)), encoding="utf-8")
    try:
        yield
    finally:
        with suppress(OSError):
            card.unlink(missing_ok=True)


def _busy(path: Path, card: Path, wait: float) -> str:
    return (
        f"Хранилище занято: {path.parent}. Его держит {_read(card) or 'другая команда'}. "
        f"Ожидание: {wait:g} с. Повторите позже; если та команда зависла, завершите её процесс."
    )


def _read(card: Path) -> Holder | None:
    try:
        content: Any = json.loads(card.read_text(encoding="utf-8"))
        return Holder(**content)
    except (OSError, ValueError, TypeError):
        return None
