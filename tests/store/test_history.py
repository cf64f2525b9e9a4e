"""Commands beyond the recent journal: kept in files of their own, bounded, never in the way."""

import errno
import os
import signal
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from shutil import copytree

import pytest

from rumo_cli.errors import Refused, StoreUnusable
from store import entries, history, storage
from store.documents import Documents
from store.journal import undo_last
from store.json_store import JsonStore
from tests.store.conftest import OpenStore
from tests.store.faults import Trap, in_child, needs_fork, raising
from tests.store.helpers import adding, commands_of, documents_of, file_of


@pytest.fixture(autouse=True)
def short_journal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the recent journal hold four commands; once it is full, two stay."""
    monkeypatch.setattr(entries.parted, "__defaults__", (4, entries.MOST_BYTES))


def add(store: JsonStore, times: int = 1) -> None:
    for _ in range(times):
        store.run(adding("plan", {"title": "мел"}), command="rumo plan add")


def recent(store: JsonStore) -> list[int]:
    return [int(key) for key in documents_of(store)["_journal"]]


def parts(store: JsonStore) -> list[int]:
    """Return the revisions that began the files of the history."""
    return [part["begun"] for part in documents_of(store)["_meta"]["1"]["history"]]


def part(store: JsonStore, begun: int) -> Path:
    return file_of(store).with_name(f"history-{begun}.jsonl")


@pytest.fixture
def long_used(store: JsonStore) -> JsonStore:
    """A store of seven commands, the first three of which are history."""
    add(store, 7)
    return store


def test_a_full_journal_gives_its_older_half_to_the_history(store: JsonStore) -> None:
    add(store, 4)
    assert (recent(store), parts(store)) == ([1, 2, 3, 4], [])

    add(store)
    assert (recent(store), parts(store)) == ([4, 5], [5])
    assert [entry.id for entry in commands_of(store)] == [1, 2, 3, 4, 5]


def test_the_history_is_a_file_of_lines_for_the_owner_alone(long_used: JsonStore) -> None:
    file = part(long_used, 5)

    assert file.read_text(encoding="utf-8").splitlines()[0] == (
        '{"id":1,"schema":4,"at":"2024-10-15T12:00:00+03:00","user":"ivanova",'
        '"command":"rumo plan add","changes":{"plan":{"added":[[1,1]]}},"after":1913423497}'
    )
    assert os.name == "nt" or file.stat().st_mode & 0o777 == 0o600


def test_only_what_goes_back_that_far_reads_it(long_used: JsonStore) -> None:
    part(long_used, 5).unlink()

    add(long_used)
    undone = long_used.run(undo_last, command="rumo undo")

    assert undone.id == 8
    assert next(long_used.read().journal()).id == 9


def test_a_command_of_the_history_is_undone(long_used: JsonStore) -> None:
    for _ in range(7):
        long_used.run(undo_last, command="rumo undo")

    assert long_used.read().all("plan") == {}
    undone = {entry.id: entry.undone_by for entry in commands_of(long_used)}
    assert undone == {number: 15 - number if number < 8 else None for number in range(1, 15)}


def test_an_entry_too_large_for_the_recent_journal_goes_to_the_history_at_once(
    store: JsonStore,
) -> None:
    store.run(adding("plan", {"title": "а" * entries.MOST_BYTES}), command="rumo plan add")
    store.run(lambda tx: tx.remove("plan", 1), command="rumo plan remove 1")

    assert recent(store) == []
    assert [entry.command for entry in commands_of(store)] == [
        "rumo plan add",
        "rumo plan remove 1",
    ]


def test_the_state_before_the_last_write_has_its_history_too(long_used: JsonStore) -> None:
    add(long_used)
    assert parts(long_used) == [5]
    file_of(long_used).with_name("store.json.bak").replace(file_of(long_used))

    assert [entry.id for entry in commands_of(long_used)] == list(range(1, 8))
    add(long_used, 3)
    assert [entry.id for entry in commands_of(long_used)] == list(range(1, 11))


@pytest.mark.parametrize("left_over", [b"", b'{"id":4', b"{}\n" * 99])
def test_what_a_crash_left_in_the_file_is_written_over(
    long_used: JsonStore, left_over: bytes
) -> None:
    with part(long_used, 5).open("ab") as file:
        file.write(left_over)

    assert [entry.id for entry in commands_of(long_used)] == list(range(1, 8))
    add(long_used, 5)
    assert [entry.id for entry in commands_of(long_used)] == list(range(1, 13))


def test_a_large_file_is_followed_by_another(
    store: JsonStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history, "FILE_BYTES", 1)
    add(store, 11)

    assert parts(store) == [5, 8, 11]
    assert [entry.id for entry in commands_of(store)] == list(range(1, 12))


def test_the_oldest_file_goes_when_the_history_outgrows_the_store(
    store: JsonStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history, "FILE_BYTES", 1)
    monkeypatch.setattr(storage, "LEAST_BYTES", 1)
    add(store, 4)
    for _ in range(60):
        size, named = file_of(store).stat().st_size, parts(store)
        add(store)
        if parts(store) != named:
            lengths = [part(store, begun).stat().st_size for begun in parts(store)]
            assert sum(lengths) <= size

    assert commands_of(store)[0].id > 1
    assert parts(store) == sorted(parts(store))


def test_a_dropped_file_stays_while_the_backup_names_it(
    store: JsonStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history, "FILE_BYTES", 1)
    monkeypatch.setattr(storage, "within", lambda longer, most: longer[-1:])
    add(store, 8)

    assert parts(store) == [8]
    assert part(store, 5).exists()
    add(store)
    assert not part(store, 5).exists()
    assert [entry.id for entry in commands_of(store)] == [4, 5, 6, 7, 8, 9]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (None, "нет"),
        (b"", "повреждён или изменён помимо rumo"),
        (b"x" * 4096, "повреждён или изменён помимо rumo"),
    ],
)
def test_a_damaged_history_is_told_and_stops_nothing_else(
    long_used: JsonStore, content: bytes | None, reason: str
) -> None:
    file = part(long_used, 5)
    file.unlink() if content is None else file.write_bytes(content)

    with pytest.raises(StoreUnusable) as caught:
        commands_of(long_used)

    assert str(caught.value) == (
        f"Журнал прежних команд не читается: файл {file} {reason}. Верните его из резервной "
        "копии. Записи целы, новые команды отменяются как прежде: rumo undo."
    )
    add(long_used, 5)
    assert len(long_used.read().all("plan")) == 12


def test_what_is_too_short_is_not_added_to(long_used: JsonStore) -> None:
    part(long_used, 5).write_bytes(b"")
    add(long_used)

    assert parts(long_used) == [5, 8]
    assert part(long_used, 5).read_bytes() == b""


def test_old_lines_are_migrated_as_they_are_read(
    long_used: JsonStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A step sees the journal of a line like that of the store."""
    seen = []

    def migrate(documents: Documents) -> None:
        seen.append(documents["_meta"]["1"]["schema"])
        for entry in documents["_journal"].values():
            entry["command"] = "rumo plan add --new"

    monkeypatch.setattr(history, "SCHEMA", 5)
    monkeypatch.setattr(storage, "migrate", migrate)

    commands = [entry.command for entry in commands_of(long_used)]

    assert commands[:3] == ["rumo plan add --new"] * 3
    assert seen[-3:] == [4, 4, 4]


@pytest.fixture
def full(open_at: OpenStore, tmp_path: Path) -> Iterator[JsonStore]:
    """Copies of stores whose next command begins the history, and by turns adds to it."""
    for name, commands in (("begins", 4), ("adds", 7)):
        add(open_at(tmp_path / name), commands)
    copies = (
        copytree(tmp_path / name, tmp_path / f"{name}-{number}")
        for number in count()
        for name in ("begins", "adds")
    )
    return map(open_at, copies)


def assert_whole(store: JsonStore, counts: set[int]) -> None:
    """Every command that is acknowledged is in the journal, and the next ones follow it."""
    ids = [entry.id for entry in commands_of(store)]
    assert ids == list(range(1, len(ids) + 1))
    assert len(ids) in counts
    assert len(store.read().all("plan")) == len(ids)
    add(store, 3)
    assert [entry.id for entry in commands_of(store)] == list(range(1, len(ids) + 4))


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO])
def test_a_refusal_at_any_call_loses_no_command(
    full: Iterator[JsonStore], trap: Trap, code: int
) -> None:
    for nth in count(1):
        for store in (next(full), next(full)):
            after = len(commands_of(store))
            with trap.set(nth, raising(OSError(code, os.strerror(code)))):
                try:
                    add(store)
                    after += 1
                except (Refused, StoreUnusable) as error:
                    after += str(error).startswith("Записано, но")
            assert_whole(store, {after})
        if not trap.sprung:
            break


@needs_fork
@pytest.mark.parametrize("after", [False, True])
def test_a_kill_at_any_call_loses_no_command(
    full: Iterator[JsonStore], trap: Trap, after: bool
) -> None:
    for nth in count(1):
        ended = []
        for store in (next(full), next(full)):
            before = len(commands_of(store))

            def action(store: JsonStore = store, nth: int = nth) -> None:
                with trap.set(nth, lambda: os.kill(os.getpid(), signal.SIGKILL), after=after):
                    add(store)

            ended.append(in_child(action))
            assert_whole(store, {before + 1} if ended[-1] == 0 else {before, before + 1})
        if ended == [0, 0]:
            break
