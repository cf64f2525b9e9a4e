"""A store in a folder of its own, with a clock that stands still and a user of its own."""

from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from store.json_store import JsonStore
from tests.store.faults import Trap

NOON = datetime(2024, 10, 15, 12, 0, tzinfo=timezone(timedelta(hours=3)))

OpenStore = Callable[..., JsonStore]


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    return tmp_path / "rumo"


@pytest.fixture
def open_at(directory: Path) -> OpenStore:
    def open_at(path: Path = directory, *, wait: float = 30, parents: bool = False) -> JsonStore:
        return JsonStore(
            path, clock=lambda: NOON, user="ivanova", wait=wait, create_parents=parents
        )

    return open_at


@pytest.fixture
def store(open_at: OpenStore) -> JsonStore:
    return open_at()


@pytest.fixture
def trap(monkeypatch: pytest.MonkeyPatch) -> Trap:
    return Trap(monkeypatch)
