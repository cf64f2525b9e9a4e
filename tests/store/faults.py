"""Faults of the system, at the Nth call that a store makes to it."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

CALLS = ("open", "fsync", "replace", "link", "unlink", "stat", "lstat", "mkdir", "chmod")

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")

Fault = Callable[[], object]


class Trap:
    """Stands before the calls that a store makes to the system, and springs at the Nth."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._monkeypatch = monkeypatch
        self.seen: list[str] = []
        self.sprung = False

    @contextmanager
    def set(self, nth: int, fault: Fault, *, after: bool = False) -> Iterator[None]:
        """Let `fault` happen in place of the call, or right after it."""
        self.seen, self.sprung = [], False
        with self._monkeypatch.context() as patch:
            for name in CALLS:
                patch.setattr(os, name, self._guarded(name, nth, fault, after=after))
            yield

    def _guarded(self, name: str, nth: int, fault: Fault, *, after: bool) -> Callable[..., object]:
        call = getattr(os, name)

        def guarded(*arguments: object, **options: object) -> object:
            self.seen.append(name)
            if len(self.seen) != nth:
                return call(*arguments, **options)
            self.sprung = True
            try:
                return call(*arguments, **options) if after else None
            finally:
                fault()

        return guarded


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
