"""A write that fails or is cut short at any point leaves the old state or the new one.

As SQLite's tests do: the first call to the system fails, then the second, and so on, until a
run meets no fault at all.
"""

import errno
import os
import signal
import stat
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from rumo_cli.errors import Refused, RumoError, StoreUnusable
from rumo_cli.records.values import Record
from store.json_store import JsonStore
from tests.store.conftest import OpenStore
from tests.store.faults import Trap, in_child, needs_fork, raising
from tests.store.helpers import adding, file_of, names_in

OLD: dict[int, Record] = {1: {"title": "старый"}}
NEW: dict[int, Record] = OLD | {2: {"title": "новый"}}

RIGHTS = "Проверьте права на папку хранилища или укажите другую: --store ПАПКА."
SPACE = "Освободите место и повторите команду."
DISK = "Проверьте диск и сохраните копию хранилища в другом месте."


@pytest.fixture
def stores(open_at: OpenStore, tmp_path: Path) -> Iterator[JsonStore]:
    """As many stores as a test asks for, each with one record and a backup."""
    return (prepared(open_at(tmp_path / f"store-{number}")) for number in count())


def prepared(store: JsonStore) -> JsonStore:
    store.run(adding("webinar", OLD[1]), command="rumo webinar add")
    store.run(adding("plan", {}), command="rumo plan add")
    return store


def write(store: JsonStore) -> None:
    store.run(adding("webinar", NEW[2]), command="rumo webinar add")


def outcome(store: JsonStore) -> RumoError | None:
    try:
        write(store)
    except RumoError as error:
        return error
    return None


def assert_works(store: JsonStore) -> None:
    """A store after an accident takes the next command and sweeps up what was left over."""
    before = store.read().all("webinar")
    write(store)
    assert len(store.read().all("webinar")) == len(before) + 1
    assert names_in(store) == {"store.json", "store.json.bak", "store.json.lock"}


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EACCES])
def test_a_refusal_at_any_call_leaves_a_whole_state(
    stores: Iterator[JsonStore], trap: Trap, code: int
) -> None:
    for nth in count(1):
        store = next(stores)
        before = file_of(store).read_bytes()
        with trap.set(nth, raising(OSError(code, os.strerror(code)))):
            error = outcome(store)
        if not trap.sprung:
            break
        if error is None or str(error).startswith("Записано, но диск не подтвердил"):
            assert store.read().all("webinar") == NEW
        else:
            assert file_of(store).read_bytes() == before
        assert_works(store)

    assert error is None
    assert {"open", "fsync", "replace", "link", "unlink", "stat"} <= set(trap.seen)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not sync folders")
def test_a_write_is_on_the_disk_before_it_counts_and_before_it_is_acknowledged(
    stores: Iterator[JsonStore], trap: Trap
) -> None:
    store = next(stores)
    with trap.set(0, raising(AssertionError())):
        write(store)

    steps = [name for name in trap.seen if name in {"fsync", "link", "replace"}]
    assert steps == ["fsync", "link", "replace", "replace", "fsync"]


@pytest.mark.parametrize("after", [False, True])
def test_an_interrupt_at_any_call_leaves_a_whole_state(
    stores: Iterator[JsonStore], trap: Trap, after: bool
) -> None:
    interrupted = 0
    for nth in count(1):
        store = next(stores)
        try:
            with trap.set(nth, raising(KeyboardInterrupt()), after=after):
                write(store)
        except KeyboardInterrupt:
            interrupted += 1
        if not trap.sprung:
            break
        assert store.read().all("webinar") in (OLD, NEW)
        assert_works(store)

    assert interrupted == nth - 1


@needs_fork
@pytest.mark.parametrize("after", [False, True])
def test_a_kill_at_any_call_leaves_a_whole_state(
    stores: Iterator[JsonStore], trap: Trap, after: bool
) -> None:
    seen = []
    for nth in count(1):
        store = next(stores)

        def action(store: JsonStore = store, nth: int = nth) -> None:
            with trap.set(nth, lambda: os.kill(os.getpid(), signal.SIGKILL), after=after):
                write(store)

        ended = in_child(action)
        seen.append(store.read().all("webinar"))
        assert_works(store)
        if ended == 0:
            break
        assert ended == -signal.SIGKILL

    assert seen == sorted(seen, key=len)
    assert [seen[0], seen[-1]] == [OLD, NEW]


@pytest.mark.parametrize("share", [0.0, 0.3, 0.999])
@pytest.mark.parametrize("killed", [False, True])
def test_a_write_cut_short_by_the_system_leaves_the_old_state(
    stores: Iterator[JsonStore], share: float, killed: bool
) -> None:
    resource = pytest.importorskip("resource", reason="this system has no limit on file size")
    store = next(stores)
    before = file_of(store).read_bytes()
    limit = int(len(before) * share)

    def action() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL if killed else signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        with pytest.raises(Refused) as caught:
            write(store)
        assert str(caught.value) == (
            f"Не записано: {file_of(store)}: файл больше, чем разрешает система. "
            f"Прежние данные целы. {SPACE}"
        )
        assert not file_of(store).with_name("store.json.new").exists()

    assert in_child(action) == (-signal.SIGXFSZ if killed else 0)
    assert file_of(store).read_bytes() == before
    assert_works(store)


@pytest.mark.parametrize(
    ("code", "reason", "advice"),
    [
        (errno.ENOSPC, "на диске нет места", SPACE),
        (errno.EDQUOT, "исчерпана квота на диске", SPACE),
        (errno.EFBIG, "файл больше, чем разрешает система", SPACE),
        (errno.EACCES, "нет прав", RIGHTS),
        (errno.EPERM, "нет прав", RIGHTS),
        (errno.EROFS, "диск доступен только для чтения", RIGHTS),
        (errno.EIO, "ошибка диска", DISK),
        (errno.EBUSY, "resource busy", RIGHTS),
    ],
)
def test_a_refusal_says_why_and_what_to_do(
    stores: Iterator[JsonStore],
    monkeypatch: pytest.MonkeyPatch,
    code: int,
    reason: str,
    advice: str,
) -> None:
    store = next(stores)
    monkeypatch.setattr(os, "replace", lambda *_: raising(OSError(code, "resource busy"))())

    with pytest.raises(Refused) as caught:
        write(store)

    assert str(caught.value) == (
        f"Не записано: {file_of(store)}: {reason}. Прежние данные целы. {advice}"
    )


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not sync folders")
def test_a_write_that_the_disk_does_not_vouch_for_is_not_called_refused(
    stores: Iterator[JsonStore], monkeypatch: pytest.MonkeyPatch
) -> None:
    store = next(stores)
    fsync = os.fsync

    def fsync_files_only(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EIO, "input/output error")
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", fsync_files_only)

    with pytest.raises(StoreUnusable) as caught:
        write(store)

    assert str(caught.value) == (
        f"Записано, но диск не подтвердил сохранность: {file_of(store)}: ошибка диска. {DISK}"
    )
    assert store.read().all("webinar") == NEW


def test_a_store_that_cannot_be_looked_at_says_why(
    store: JsonStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "stat", lambda *_, **__: raising(PermissionError(errno.EACCES, ""))())

    with pytest.raises(StoreUnusable) as caught:
        store.exists()

    assert str(caught.value) == f"Хранилище не читается: {file_of(store)}: нет прав. {RIGHTS}"
