"""Every sort of write, stopped at every call to the system, leaves a whole state.

A whole state is more than records: its journal leads to it, the closed years and the history that
it names are there, and the state before it can still be put in its place.
"""

import errno
import os
import shutil
import signal
from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from rumo_cli.errors import RumoError
from store import entries, history, storage
from store.contract import Snapshot, Transaction
from store.files import backup_of
from store.journal import redo_last, undo_command, undo_last
from store.json_store import JsonStore
from store.replay import contradictions
from store.restoring import restore
from store.snapshot import TinySnapshot
from tests.store.conftest import NOON, OpenStore
from tests.store.faults import Fault, Trap, in_child, needs_fork, raising
from tests.store.helpers import adding, file_of, names_in
from tests.store.test_closed_years import LESSON, NEW, OLD, close, fill, reopen

KINDS = ("omo", "plan", "webinar")
LEFT_OVER = {"store.json.new", "store.json.bak.new", "store.json.holder", f"{OLD}.json.new"}
Act = Callable[[JsonStore], object]


@pytest.fixture(autouse=True)
def short_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let commands go to the history soon, and be dropped from it soon."""
    monkeypatch.setattr(entries.parted, "__defaults__", (4, 1 << 18))
    monkeypatch.setattr(history, "FILE_BYTES", 300)
    monkeypatch.setattr(storage, "LEAST_BYTES", 900)
    monkeypatch.setattr(os, "fsync", lambda _: None)


def begin(store: JsonStore) -> None:
    store.run(fill, command="rumo import")


def add(store: JsonStore) -> None:
    store.run(adding("webinar", LESSON | {"academic_year": NEW}), command="rumo webinar add")


def bring_in(store: JsonStore) -> None:
    rows = [LESSON | {"academic_year": NEW}] * 50
    store.run(adding("webinar", *rows), command="rumo webinar import")


def edit(store: JsonStore) -> None:
    store.run(retitle, command="rumo plan edit 2")


def retitle(transaction: Transaction) -> None:
    item = transaction.get("plan", 2) or {}
    other = {"Итоги": "Итоги года", "Итоги года": "Итоги"}[str(item["title"])]
    transaction.replace("plan", 2, {**item, "title": other})


def remove(store: JsonStore) -> None:
    store.run(lambda tx: tx.remove("plan", 2), command="rumo plan remove 2")


def undo(store: JsonStore) -> None:
    store.run(undo_last, command="rumo undo")


def redo(store: JsonStore) -> None:
    store.run(redo_last, command="rumo redo")


def undo_first(store: JsonStore) -> None:
    store.run(undo_command(2), command="rumo undo 2")


def close_year(store: JsonStore) -> None:
    store.run(close, command="rumo year close 2023-2024")


def reopen_year(store: JsonStore) -> None:
    store.run(reopen, command="rumo year reopen 2023-2024")


def change_old(store: JsonStore) -> None:
    store.run(lambda tx: tx.replace("plan", 1, {"academic_year": OLD}), command="rumo plan edit 1")


def add_an_hour_later(store: JsonStore) -> None:
    later = JsonStore(
        Path(store.location), clock=lambda: NOON + timedelta(hours=1), user="ivanova", wait=5
    )
    add(later)


def go_back(store: JsonStore) -> None:
    restore(store, store.directory / "copy.json", "rumo store restore")


def copy(store: JsonStore) -> None:
    shutil.copy(backup_of(store.path), store.directory / "copy.json")


class Write(NamedTuple):
    """A write to be stopped, and what came before it."""

    before: tuple[Act, ...]
    act: Act


WRITES = {
    "the first of all": Write((), begin),
    "an addition": Write((begin,), add),
    "an import": Write((begin, add), bring_in),
    "an edit": Write((begin, add), edit),
    "a removal": Write((begin, add), remove),
    "an undo": Write((begin, bring_in), undo),
    "a redo": Write((begin, bring_in, undo), redo),
    "closing a year": Write((begin, add), close_year),
    "a write beside a closed year": Write((begin, close_year), add),
    "opening a year again": Write((begin, close_year), reopen_year),
    "taking the closing back": Write((begin, close_year), undo),
    "the write after a year was opened again": Write((begin, close_year, reopen_year), add),
    "closing a year once more": Write((begin, close_year, reopen_year), close_year),
    "closing a year that changed": Write((begin, close_year, reopen_year, change_old), close_year),
    "a write that keeps a backup of its hour": Write((begin, add), add_an_hour_later),
    "going back": Write((begin, add, edit, copy), go_back),
    "going back to before a year was closed": Write((begin, close_year, copy), go_back),
    "going back to a closed year": Write((begin, close_year, reopen_year, copy), go_back),
    "the first commands that go to the history": Write((begin, *[edit] * 3), edit),
    "more commands that go to the history": Write((begin, *[edit] * 6), edit),
    "an undo of what went to the history": Write((begin, add, *[edit] * 6), undo_first),
    "a history that drops its oldest part": Write((begin, *[edit] * 18), edit),
    "the write after a part was dropped": Write((begin, *[edit] * 19), edit),
}


class Stage:
    """Stores that all stand where one write is about to be made."""

    def __init__(self, open_at: OpenStore, folder: Path, write: Write) -> None:
        self._open_at = open_at
        self._folder = folder
        self._copies = count(1)
        self.act = write.act
        first = open_at(folder / "store")
        for act in write.before:
            act(first)
        self.old = whole_state(first)
        reached = next(self)
        write.act(reached)
        self.new = whole_state(reached)

    def __next__(self) -> JsonStore:
        copy = self._folder / f"store-{next(self._copies)}"
        if (self._folder / "store").exists():
            shutil.copytree(self._folder / "store", copy)
        return self._open_at(copy)

    def __iter__(self) -> Iterator[JsonStore]:
        return self


@pytest.fixture(params=WRITES)
def stage(request: pytest.FixtureRequest, open_at: OpenStore, tmp_path: Path) -> Stage:
    return Stage(open_at, tmp_path, WRITES[request.param])


def whole_state(store: JsonStore) -> Any:
    """Return all that a store holds; None for no store. It must be whole."""
    return state_of(store.read()) if store.exists() else None


def state_of(snapshot: Snapshot) -> Any:
    years = snapshot.years()
    assert list(contradictions(snapshot, KINDS)) == []
    records = {kind: (snapshot.all(kind, years), snapshot.next_id(kind)) for kind in KINDS}
    return records, years, list(snapshot.journal())


def assert_whole(store: JsonStore, stage: Stage) -> bool:
    """Tell whether the write counts; that or nothing of it must be so."""
    state = whole_state(store)
    assert state in (stage.old, stage.new)
    previous = backup_of(file_of(store))
    if previous.exists():
        state_of(TinySnapshot(storage.JsonStorage(previous)))
    return bool(state == stage.new)


def assert_works(store: JsonStore, stage: Stage, *, counts: bool) -> None:
    """The command may be typed again where it did not count, and leaves nothing half done."""
    if not counts:
        stage.act(store)
        assert whole_state(store) == stage.new
    add(store)
    whole_state(store)
    assert not names_in(store) & {
        "store.json.new",
        "store.json.bak.new",
        "store.json.holder",
        f"{OLD}.json.new",
    }


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO])
def test_a_refusal_at_any_call(stage: Stage, trap: Trap, code: int) -> None:
    for nth, store in enumerate(stage, 1):
        error = outcome(store, stage.act, trap, nth, raising(OSError(code, os.strerror(code))))
        counts = assert_whole(store, stage)
        said = error is None or str(error).startswith("Записано, но диск не подтвердил")
        assert counts == said
        assert_works(store, stage, counts=counts)
        if not trap.sprung:
            return


def outcome(store: JsonStore, act: Act, trap: Trap, nth: int, fault: Fault) -> RumoError | None:
    try:
        with trap.set(nth, fault):
            act(store)
    except RumoError as error:
        return error
    return None


@needs_fork
@pytest.mark.parametrize("after", [False, True])
def test_a_kill_at_any_call(stage: Stage, trap: Trap, after: bool) -> None:
    counted = []
    for nth, store in enumerate(stage, 1):

        def action(store: JsonStore = store, nth: int = nth) -> None:
            with trap.set(nth, lambda: os.kill(os.getpid(), signal.SIGKILL), after=after):
                stage.act(store)

        ended = in_child(action)
        counted.append(assert_whole(store, stage))
        assert_works(store, stage, counts=counted[-1])
        if ended == 0:
            break
        assert ended == -signal.SIGKILL

    assert counted == sorted(counted)
    assert [counted[0], counted[-1]] == [False, True]


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("closing a year", [], ["2023-2024.json"]),
        ("opening a year again", ["2023-2024.json"], ["2023-2024.json"]),
        ("the write after a year was opened again", ["2023-2024.json"], []),
        ("the first commands that go to the history", [], ["history-5.jsonl"]),
        (
            "the write after a part was dropped",
            ["history-14.jsonl", "history-17.jsonl", "history-20.jsonl"],
            ["history-17.jsonl", "history-20.jsonl"],
        ),
    ],
)
def test_the_writes_touch_the_files_that_they_are_here_for(
    open_at: OpenStore, tmp_path: Path, name: str, before: list[str], after: list[str]
) -> None:
    stage = Stage(open_at, tmp_path, WRITES[name])
    store = next(stage)
    assert others_in(store) == before
    stage.act(store)
    assert others_in(store) == after


def others_in(store: JsonStore) -> list[str]:
    return sorted(name for name in names_in(store) if name[0] in "2h")
