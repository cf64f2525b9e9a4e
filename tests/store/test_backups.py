"""Older states are kept beside the store, and closed years as long as one of them needs them."""

import errno
import os
import sys
from contextlib import suppress
from itertools import count
from pathlib import Path

import pytest

from rumo_cli.errors import Refused, RumoError
from store.backups import Reason, backups_of
from store.contract import Transaction
from store.json_store import JsonStore
from store.storage import JsonStorage
from tests.store.clock import Clock
from tests.store.faults import Trap, raising
from tests.store.forum import FORUM, OLD, close, rename, reopen
from tests.store.helpers import adding, file_of
from tests.store.test_migrations import OF_SCHEMA_1


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def store(directory: Path, clock: Clock, told: list[str]) -> JsonStore:
    return JsonStore(directory, clock=clock, user="ivanova", wait=5, tell=told.append)


def add(store: JsonStore) -> None:
    store.run(adding("webinar", {}), command="rumo webinar add")


def names(store: JsonStore) -> list[str]:
    return [backup.name for backup in backups_of(file_of(store))]


def test_the_last_state_of_an_hour_is_kept_once_the_hour_is_over(
    store: JsonStore, clock: Clock
) -> None:
    for _ in range(3):
        add(store)
        clock.advance(minutes=10)
    assert names(store) == []
    last = file_of(store).read_bytes()

    clock.advance(hours=1)
    add(store)

    assert names(store) == ["20241015T092000Z-000003"]
    assert backups_of(file_of(store))[0].path.read_bytes() == last


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no permission bits")
def test_backups_are_the_owners_alone_and_take_no_room_of_their_own(
    store: JsonStore, clock: Clock
) -> None:
    add(store)
    clock.advance(hours=1)
    add(store)

    kept = backups_of(file_of(store))[0].path
    assert kept.parent.stat().st_mode & 0o777 == 0o700
    assert kept.stat().st_mode & 0o777 == 0o600
    assert kept.samefile(file_of(store).with_name("store.json.bak"))


def test_months_of_work_leave_a_bounded_number(store: JsonStore, clock: Clock) -> None:
    for _ in range(150):
        add(store)
        clock.advance(hours=13)

    assert 24 < len(names(store)) <= 24 + 30 + 12
    for backup in backups_of(file_of(store)):
        assert len(JsonStorage(backup.path).read()["webinar"]) == backup.revision


def test_an_older_schema_is_kept_before_it_is_rewritten(store: JsonStore) -> None:
    file_of(store).parent.mkdir()
    file_of(store).write_text(OF_SCHEMA_1, encoding="utf-8")

    add(store)

    (backup,) = backups_of(file_of(store))
    assert backup.reason == Reason.MIGRATION
    assert backup.path.read_text(encoding="utf-8") == OF_SCHEMA_1


def test_an_older_schema_that_cannot_be_kept_is_not_rewritten(store: JsonStore) -> None:
    file_of(store).parent.mkdir()
    file_of(store).write_text(OF_SCHEMA_1, encoding="utf-8")
    file_of(store).with_name("backups").write_text("", encoding="utf-8")

    with pytest.raises(Refused, match=r"^Не записано: "):
        add(store)

    assert file_of(store).read_text(encoding="utf-8") == OF_SCHEMA_1


def test_a_disk_that_takes_no_backup_does_not_stop_the_command(
    store: JsonStore, clock: Clock, told: list[str]
) -> None:
    add(store)
    folder = file_of(store).with_name("backups")
    folder.write_text("", encoding="utf-8")
    clock.advance(hours=1)

    add(store)

    assert len(store.read().all("webinar")) == 2
    assert told == [
        f"записано, но прежнее состояние не попало в резервные копии: {folder}: на этом месте "
        "файл, а не папка. Скопируйте хранилище в другое место: rumo store backup ПАПКА."
    ]


def test_a_disk_without_links_gets_copies(
    store: JsonStore, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(store)
    before = file_of(store).read_bytes()
    clock.advance(hours=1)
    refusal = raising(OSError(errno.EPERM, "no links"))
    monkeypatch.setattr(os, "link", lambda *_, **__: refusal())

    add(store)

    assert backups_of(file_of(store))[0].path.read_bytes() == before


@pytest.mark.parametrize("fault", [OSError(errno.ENOSPC, "full"), KeyboardInterrupt()])
@pytest.mark.parametrize("after", [False, True])
def test_a_fault_at_any_call_leaves_a_whole_state_and_whole_backups(
    tmp_path: Path, trap: Trap, fault: BaseException, after: bool
) -> None:
    for nth in count(1):
        clock = Clock()
        store = JsonStore(tmp_path / f"store-{nth}", clock=clock, user="anna", wait=5)
        for _ in range(3):
            add(store)
            clock.advance(hours=1)
        with (
            trap.set(nth, raising(fault), after=after),
            suppress(RumoError, KeyboardInterrupt),
        ):
            add(store)
        number = len(store.read().all("webinar"))
        assert number in (3, 4)
        clock.advance(hours=1)
        add(store)
        assert len(store.read().all("webinar")) == number + 1
        for backup in backups_of(file_of(store)):
            assert len(JsonStorage(backup.path).read()["webinar"]) == backup.revision
        if not trap.sprung:
            break
    assert {"link", "mkdir"} <= set(trap.seen)


def fill(transaction: Transaction) -> None:
    transaction.open_year(OLD)
    transaction.add("plan", FORUM)


@pytest.fixture
def closed_twice(store: JsonStore, clock: Clock) -> JsonStore:
    """A store whose year was closed, opened, changed, and closed again, over hours."""
    store.run(fill, command="rumo import")
    for step in (close, reopen, rename, close):
        clock.advance(hours=1)
        store.run(step, command="rumo")
    clock.advance(hours=1)
    add(store)
    return store


def titles(store: JsonStore) -> dict[int, str]:
    """Return the title that each backup gives the record, by revision."""
    found = {}
    for backup in backups_of(file_of(store)):
        storage = JsonStorage(backup.path, home=file_of(store))
        documents = storage.read()
        entry = documents["_meta"]["1"]["closed"].get(OLD)
        if entry:
            documents = storage.read_closed(OLD, entry["sha256"])
        found[backup.revision] = documents["plan"]["1"]["title"]
    return found


def test_each_backup_finds_the_closed_year_that_it_names(closed_twice: JsonStore) -> None:
    assert titles(closed_twice) == {1: "Форум", 2: "Форум", 3: "Форум", 4: "Съезд", 5: "Съезд"}
    assert closed_twice.read().all("plan", [OLD]) == {1: FORUM | {"title": "Съезд"}}


def test_a_file_that_no_backup_names_any_more_goes(closed_twice: JsonStore, clock: Clock) -> None:
    folder = file_of(closed_twice).with_name("backups")
    (aside,) = folder.glob(f"{OLD}-*.json")
    clock.advance(hours=1)
    add(closed_twice)
    assert aside.exists()

    (folder / f"{names(closed_twice)[-2]}.json").unlink()
    clock.advance(hours=1)
    add(closed_twice)

    assert not aside.exists()


def test_a_closed_year_that_lies_beside_the_backups_is_found(closed_twice: JsonStore) -> None:
    folder = file_of(closed_twice).with_name("backups")
    sha256 = JsonStorage(file_of(closed_twice)).read()["_meta"]["1"]["closed"][OLD]["sha256"]
    (file_of(closed_twice).with_name(f"{OLD}.json")).rename(folder / f"{OLD}-{sha256}.json")

    assert closed_twice.read().all("plan", [OLD]) == {1: FORUM | {"title": "Съезд"}}


def test_a_year_closed_again_unchanged_keeps_its_file(store: JsonStore, clock: Clock) -> None:
    store.run(fill, command="rumo import")
    for step in (close, reopen, close):
        clock.advance(hours=1)
        store.run(step, command="rumo")

    assert list(file_of(store).with_name("backups").glob(f"{OLD}-*.json")) == []
    assert store.read().all("plan", [OLD]) == {1: FORUM}
