"""A clock that a test sets."""

from datetime import datetime, timedelta

from tests.store.conftest import NOON


class Clock:
    """Tells the time that it was set to, from noon on."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **much: float) -> None:
        self.now += timedelta(**much)
