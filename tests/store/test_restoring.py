"""Going back to an older state, from a sound store and from a broken one."""

import errno
import zipfile
from contextlib import suppress
from itertools import count
from pathlib import Path

import pytest

from rumo_cli.errors import NotFound, RumoError, StoreUnusable
from store.backups import Reason, backups_of
from store.contract import KindChanges, Transaction
from store.journal import undo_last
from store.json_store import JsonStore
from store.keeping import back_up, kept_states, source_named
from store.restoring import restoration, restore
from store.whole_copies import write_archive, write_store
from tests.store.clock import Clock
from tests.store.conftest import OpenStore
from tests.store.faults import Trap, raising
from tests.store.forum import FORUM, OLD, close, rename, reopen
from tests.store.helpers import adding, commands_of, file_of

COMMAND = "rumo store restore"


def fill(transaction: Transaction) -> None:
    transaction.open_year(OLD)
    transaction.open_year("2024-2025")
    transaction.add("plan", FORUM)
    transaction.add("plan", {"title": "Итоги", "academic_year": "2024-2025"})


def work(transaction: Transaction) -> None:
    transaction.remove("plan", 2)
    transaction.add("webinar", {"title": "Урок"})


@pytest.fixture
def filled(directory: Path) -> JsonStore:
    store = JsonStore(directory, clock=Clock(), user="ivanova", wait=5)
    store.run(fill, command="rumo import")
    return store


def everything(store: JsonStore) -> dict[str, object]:
    state = store.read()
    years = tuple(state.years())
    return {
        "years": state.years(),
        **{kind: state.all(kind, years) for kind in ("plan", "webinar")},
    }


def test_a_sound_store_goes_back_by_a_command_that_can_be_undone(filled: JsonStore) -> None:
    before = everything(filled)
    copy = back_up(filled, "rumo store backup")
    filled.run(work, command="rumo import")
    after = everything(filled)

    expected = restoration(filled, copy)
    done = restore(filled, copy, COMMAND)

    assert expected == done
    assert done.undone == 1
    assert done.changes == {
        "plan": KindChanges(removed={}, added=(2,)),
        "webinar": KindChanges(removed={1: {"title": "Урок"}}),
    }
    assert everything(filled) == before
    assert [entry.command for entry in commands_of(filled)][-1] == COMMAND
    filled.run(undo_last, command="rumo undo")
    assert everything(filled) == after


def test_ids_given_since_are_not_given_again(filled: JsonStore) -> None:
    copy = back_up(filled, "rumo store backup")
    filled.run(work, command="rumo import")

    restore(filled, copy, COMMAND)

    assert filled.run(adding("webinar", {}), command="rumo webinar add") == [2]


def test_what_stood_is_kept_as_a_backup(filled: JsonStore) -> None:
    copy = back_up(filled, "rumo store backup")
    filled.run(work, command="rumo import")
    content = file_of(filled).read_bytes()

    restore(filled, copy, COMMAND)

    (kept,) = [each for each in backups_of(file_of(filled)) if each.reason == Reason.RESTORE]
    assert kept.path.read_bytes() == content


def test_a_state_that_is_there_already_is_not_restored(filled: JsonStore) -> None:
    copy = back_up(filled, "rumo store backup")
    content = file_of(filled).read_bytes()

    assert restore(filled, copy, COMMAND).changes == {}
    assert file_of(filled).read_bytes() == content


@pytest.mark.parametrize("then", [(), (close,), (close, reopen), (close, reopen, rename, close)])
@pytest.mark.parametrize("now", [(), (close,), (close, reopen), (close, reopen, rename, close)])
def test_years_are_closed_and_open_as_they_were(
    directory: Path, then: tuple[object, ...], now: tuple[object, ...]
) -> None:
    clock = Clock()
    store = JsonStore(directory, clock=clock, user="ivanova", wait=5)
    store.run(fill, command="rumo import")
    copies = []
    for steps in (then, now):
        if OLD in store.read().years() and store.read().years()[OLD]:
            store.run(reopen, command="rumo year reopen")
        for step in steps:
            clock.advance(hours=1)
            store.run(step, command="rumo")  # type: ignore[arg-type]
        copies.append((back_up(store, "rumo store backup"), everything(store)))
        clock.advance(hours=1)
        store.run(adding("webinar", {"title": "Урок"}), command="rumo webinar add")

    for copy, state in copies:
        restore(store, copy, COMMAND)
        assert everything(store) == state


@pytest.mark.parametrize("content", [b"", b"{", None])
def test_a_copy_takes_the_place_of_a_broken_store(filled: JsonStore, content: bytes | None) -> None:
    filled.run(close, command="rumo year close 2023-2024")
    before = everything(filled)
    copy = back_up(filled, "rumo store backup")
    filled.run(work, command="rumo import")
    file_of(filled).unlink()
    if content is not None:
        file_of(filled).write_bytes(content)

    done = restore(filled, copy, COMMAND)

    assert (done.changes, done.undone) == (None, None)
    assert everything(filled) == before
    damaged = [each for each in backups_of(file_of(filled)) if each.reason == Reason.DAMAGED]
    assert [each.path.read_bytes() for each in damaged] == ([] if content is None else [content])
    assert commands_of(filled)[-1].command == COMMAND
    assert filled.run(undo_last, command="rumo undo").command == "rumo year close 2023-2024"


def test_ids_go_on_from_what_the_broken_file_still_says(filled: JsonStore) -> None:
    copy = back_up(filled, "rumo store backup")
    filled.run(work, command="rumo import")
    filled.run(adding("webinar", {}, {}, {}), command="rumo import")
    content = file_of(filled).read_bytes()
    file_of(filled).write_bytes(content[: len(content) // 2])
    file_of(filled).with_name("store.json.bak").unlink()

    restore(filled, copy, COMMAND)

    assert filled.run(adding("webinar", {}), command="rumo webinar add") == [5]
    assert [entry.id for entry in commands_of(filled)] == [1, 4, 5]


def test_the_newest_state_that_can_be_read_is_meant_where_none_is_named(
    filled: JsonStore,
) -> None:
    copy = back_up(filled, "rumo store backup")
    filled.run(work, command="rumo import")
    bak = file_of(filled).with_name("store.json.bak")

    assert source_named(filled, None) == bak
    bak.write_bytes(b"")
    assert source_named(filled, None) == copy
    assert source_named(filled, copy.stem) == copy
    assert source_named(filled, copy.stem[:8]) == copy
    assert [(each.name, each.records) for each in kept_states(filled)] == [
        ("store.json.bak", None),
        (copy.stem, 2),
    ]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("2019", "Копии 2019 нет. Какие есть: rumo store restore --list"),
        (None, "Резервных копий, которые читаются, нет: {directory}."),
    ],
)
def test_a_copy_that_is_not_there(
    filled: JsonStore, directory: Path, name: str | None, message: str
) -> None:
    with pytest.raises(NotFound) as caught:
        source_named(filled, name)

    assert str(caught.value) == message.format(directory=directory)


def refusal_of(store: JsonStore, copy: Path) -> str:
    before = file_of(store).read_bytes()
    with pytest.raises(RumoError) as caught:
        restore(store, copy, COMMAND)
    assert file_of(store).read_bytes() == before
    return str(caught.value)


def test_a_broken_copy_is_refused(filled: JsonStore, tmp_path: Path) -> None:
    copy = tmp_path / "copy.json"
    copy.write_bytes(b"")
    assert refusal_of(filled, copy) == (
        f"Копия {copy} повреждена: файл пуст. Хранилище не изменено. "
        "Другие копии: rumo store restore --list"
    )
    copy.write_text('{"_meta": {"1": {"schema": 99}}}', encoding="utf-8")
    assert refusal_of(filled, copy).startswith(f"Копию {copy} записала более новая версия rumo")
    assert refusal_of(filled, tmp_path / "no.json") == (
        f"Копии {tmp_path / 'no.json'} нет. Какие есть: rumo store restore --list"
    )
    packed = tmp_path / "copy.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("../store.json", "{}")
    assert "нет. Какие есть: rumo store restore --list" in refusal_of(filled, packed)


def test_a_copy_of_another_store_is_refused(
    filled: JsonStore, open_at: OpenStore, tmp_path: Path
) -> None:
    other = open_at(tmp_path / "other")
    other.run(adding("webinar", {}), command="rumo webinar add")

    assert refusal_of(filled, file_of(other)) == (
        "Это копия другого хранилища. Чтобы работать с ней, сделайте из неё хранилище: "
        "rumo store copy КОПИЯ ПАПКА."
    )


def test_a_copy_without_its_closed_year_is_refused(filled: JsonStore) -> None:
    filled.run(close, command="rumo year close 2023-2024")
    copy = back_up(filled, "rumo store backup")
    filled.run(work, command="rumo import")
    file_of(filled).with_name(f"{OLD}.json").unlink()
    file_of(filled).write_bytes(b"")

    assert "закрытого 2023-2024 учебного года не читаются" in refusal_of(filled, copy)


def test_an_archive_brings_everything_to_an_empty_place(
    filled: JsonStore, open_at: OpenStore, tmp_path: Path
) -> None:
    filled.run(close, command="rumo year close 2023-2024")
    archive = tmp_path / "copy.zip"
    write_archive(file_of(filled), archive)
    elsewhere = open_at(tmp_path / "elsewhere")

    restore(elsewhere, archive, COMMAND)

    assert everything(elsewhere) == everything(filled)
    assert sorted(zipfile.ZipFile(archive).namelist()) == ["2023-2024.json", "store.json"]


def test_a_copied_store_is_the_same_store(
    filled: JsonStore, open_at: OpenStore, tmp_path: Path
) -> None:
    filled.run(close, command="rumo year close 2023-2024")

    write_store(file_of(filled), tmp_path / "copy")

    copy = open_at(tmp_path / "copy")
    assert everything(copy) == everything(filled)
    assert copy.read().identity() == filled.read().identity()


def test_a_broken_store_is_not_copied(filled: JsonStore, tmp_path: Path) -> None:
    file_of(filled).write_bytes(b"")

    with pytest.raises(StoreUnusable):
        write_archive(file_of(filled), tmp_path / "copy.zip")

    assert not (tmp_path / "copy.zip").exists()


@pytest.mark.parametrize("broken", [False, True])
@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("fault", [OSError(errno.ENOSPC, "full"), KeyboardInterrupt()])
def test_a_fault_at_any_call_leaves_a_state_to_go_on_from(
    tmp_path: Path, trap: Trap, fault: BaseException, after: bool, broken: bool
) -> None:
    for nth in count(1):
        store = JsonStore(tmp_path / f"store-{nth}", clock=Clock(), user="anna", wait=5)
        store.run(fill, command="rumo import")
        store.run(close, command="rumo year close 2023-2024")
        wanted = everything(store)
        copy = back_up(store, "rumo store backup")
        store.run(work, command="rumo import")
        if broken:
            file_of(store).write_bytes(b"")
        with (
            trap.set(nth, raising(fault), after=after),
            suppress(RumoError, KeyboardInterrupt, OSError),
        ):
            restore(store, copy, COMMAND)
        if not trap.sprung:
            break
        restore(store, source_named(store, copy.stem), COMMAND)
        assert everything(store) == wanted
