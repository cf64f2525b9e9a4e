"""Faults of the system, at the Nth call that a store makes to it."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import BinaryIO, Protocol, Self

import pytest

CALLS = ("open", "fsync", "replace", "link", "unlink", "stat", "lstat", "mkdir", "chmod")

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")

Fault = Callable[[], object]
Call = Callable[..., object]


class Guard(Protocol):
    """Return a call that springs at its turn, having done what `instead` does of it."""

    def __call__(self, name: str, call: Call, instead: Call = ...) -> Call: ...


def nothing(*_: object, **__: object) -> None:
    """Do nothing of a call."""


class Trap:
    """Stands before the calls that a store makes to the system, and springs at the Nth."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._monkeypatch = monkeypatch
        self.seen: list[str] = []
        self.sprung = False

    @contextmanager
    def set(self, nth: int, fault: Fault, *, after: bool = False) -> Iterator[None]:
        """Let `fault` happen in place of the call (of a write half is done), or right after it."""
        self.seen, self.sprung = [], False

        def guarded(name: str, call: Call, instead: Call = nothing) -> Call:
            def watched(*arguments: object, **options: object) -> object:
                self.seen.append(name)
                if len(self.seen) != nth:
                    return call(*arguments, **options)
                self.sprung = True
                try:
                    return (call if after else instead)(*arguments, **options)
                finally:
                    fault()

            return watched

        fdopen: Callable[..., BinaryIO] = os.fdopen
        with self._monkeypatch.context() as patch:
            for name in CALLS:
                patch.setattr(os, name, guarded(name, getattr(os, name)))
            patch.setattr(os, "fdopen", lambda *given: WatchedFile(fdopen(*given), guarded))
            yield


class WatchedFile:
    """An open file: of a write that was stopped half has come to the disk."""

    def __init__(self, file: BinaryIO, guarded: Guard) -> None:
        self._file = file
        self.write = guarded("write", self._put, instead=self._put_half)
        self.truncate = guarded("truncate", file.truncate)
        self.seek = file.seek
        self.flush = file.flush

    def _put(self, content: bytes) -> None:
        self._file.write(content)
        self._file.flush()

    def _put_half(self, content: bytes) -> None:
        self._put(content[: len(content) // 2])

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()


def raising(error: BaseException) -> Fault:
    def fault() -> None:
        raise error

    return fault


def in_child(action: Callable[[], object]) -> int:
    """Run an action in a forked process; return its exit code, or minus the signal it died of."""
    child = os.fork()
    if not child:
        status = 1
        try:
            action()
            status = 0
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
