"""A store in a folder of its own, a Tuesday in October, and `rumo` as it is typed at a shell."""

import json
import os
import shlex
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Any, Protocol

import pytest
from click.testing import CliRunner

from commands.app import App
from commands.main import rumo as command
from rumo_cli.records.values import Record, Value
from store.contract import Transaction
from store.location import open_store

TODAY = "2024-10-15"
WIDTH = 100
NOON = datetime.fromisoformat("2024-10-15T12:00:00+00:00")


@dataclass(frozen=True)
class Result:
    """How a command ended: its exit code, and what it printed on either stream."""

    code: int
    out: str = ""
    err: str = ""

    @property
    def json(self) -> Any:
        """Return the document on stdout."""
        return json.loads(self.out)


class Rumo(Protocol):
    """Run a command line: one text as a shell splits it, or its words."""

    def __call__(self, *words: str, stdin: str | bytes | None = None) -> Result: ...


Stored = Callable[[str], Mapping[int, Record]]


class _StandingClock(datetime):
    @classmethod
    def now(cls, tz: tzinfo | None = None) -> "_StandingClock":
        return cls.fromtimestamp(NOON.timestamp(), tz)


def _take_zone() -> None:
    if hasattr(time, "tzset"):
        time.tzset()


@pytest.fixture(autouse=True)
def isolated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Keep the machine out: its variables, home, clock, zone, language and terminal."""
    for name in os.environ:
        if name.startswith(("RUMO_", "_RUMO_", "LC_", "PYTHON", "FORCE_COLOR", "TTY_")):
            monkeypatch.delenv(name)
    for name, value in {
        "HOME": str(tmp_path / "home"),
        "XDG_DATA_HOME": str(tmp_path / "home" / "data"),
        "LOGNAME": "ivanova",
        "LANG": "C",
        "LANGUAGE": "en",
        "TZ": "UTC",
        "TERM": "xterm",
        "NO_COLOR": "1",
        "COLUMNS": str(WIDTH),
        "LINES": "24",
        "RUMO_STORE": str(tmp_path / "store"),
        "RUMO_TODAY": TODAY,
    }.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("store.location.datetime", _StandingClock)
    monkeypatch.chdir(tmp_path)
    _take_zone()
    yield
    monkeypatch.undo()
    _take_zone()


@pytest.fixture
def rumo() -> Rumo:
    def run(*words: str, stdin: str | bytes | None = None) -> Result:
        arguments = shlex.split(words[0]) if len(words) == 1 else list(words)
        result = CliRunner().invoke(
            command, arguments, input=stdin, prog_name="rumo", terminal_width=WIDTH
        )
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        # The runner's own texts lose CR, which formats promise.
        return Result(result.exit_code, result.stdout_bytes.decode(), result.stderr_bytes.decode())

    return run


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """The folder of the store."""
    return tmp_path / "store"


@pytest.fixture
def stored(place: Path) -> Stored:
    """What the store holds of a kind, by id."""
    return lambda kind: open_store(str(place)).read().all(kind)


class Given(Protocol):
    """Put records of a kind into the store, past the command line."""

    def __call__(self, kind: str, *records: Mapping[str, Value]) -> None: ...


@pytest.fixture
def given(place: Path) -> Given:
    def put(kind: str, *records: Mapping[str, Value]) -> None:
        def change(transaction: Transaction) -> None:
            for record in records:
                if "academic_year" in record:
                    transaction.open_year(str(record["academic_year"]))
                transaction.add(kind, dict(record))

        open_store(str(place)).run(change, command="given")

    return put


@pytest.fixture
def someone_at_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let questions be answered from `stdin`."""
    monkeypatch.setattr(App, "interactive", True)


@pytest.fixture
def associations(given: Given) -> None:
    """A directory of three associations."""
    given(
        "omo",
        {"code": "ОМО-02", "title": "ОМО учителей русского языка и литературы"},
        {"code": "ОМО-04", "title": "ОМО учителей математики"},
        {"code": "ОМО-17", "title": "ОМО педагогов-психологов"},
    )
