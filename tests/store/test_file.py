"""The folder of a store: what lies in it, in what form, and whose it is."""

import json
import sys
from pathlib import Path

import pytest
from tinydb import TinyDB, where

from rumo_cli.errors import Refused
from store.contract import Transaction
from store.json_store import JsonStore
from tests.store.conftest import OpenStore
from tests.store.helpers import adding, commands_of, documents_of, file_of, names_in

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no permission bits")


def permissions(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_the_file_is_read_by_eye(store: JsonStore) -> None:
    store.run(adding("webinar", {"title": "Ёлка"}, {"title": "Мел"}), command="rumo import")

    assert file_of(store).read_text(encoding="utf-8") == (
        "{\n"
        '"_meta": {\n'
        f'"1": {{"schema":4,"id":"{store.read().identity()}","revision":1,'
        '"counters":{"webinar":2},"closed":{},"history":[]}\n'
        "},\n"
        '"_journal": {\n'
        '"1": {"at":"2024-10-15T12:00:00+03:00","user":"ivanova","command":"rumo import",'
        '"changes":{"webinar":{"added":[[1,2]]}},"after":701666374}\n'
        "},\n"
        '"webinar": {\n'
        '"1": {"title":"Ёлка"},\n'
        '"2": {"title":"Мел"}\n'
        "}\n"
        "}\n"
    )


def test_a_removed_record_leaves_a_file_that_reads(store: JsonStore) -> None:
    store.run(adding("webinar", {}), command="rumo webinar add")
    store.run(lambda transaction: transaction.remove("webinar", 1), command="rumo webinar remove")

    assert documents_of(store)["webinar"] == {}
    assert store.read().all("webinar") == {}


def test_stock_tinydb_reads_the_file(store: JsonStore) -> None:
    store.run(adding("webinar", {"title": "Ёлка"}, {"title": "Мел"}), command="rumo import")

    with TinyDB(file_of(store), encoding="utf-8", access_mode="r") as database:
        found = database.table("webinar").search(where("title") == "Мел")

    assert [(document.doc_id, document) for document in found] == [(2, {"title": "Мел"})]


def test_a_byte_order_mark_is_forgiven(store: JsonStore) -> None:
    store.run(adding("webinar", {"title": "Ёлка"}), command="rumo webinar add")
    file_of(store).write_bytes(b"\xef\xbb\xbf" + file_of(store).read_bytes())

    assert store.read().get("webinar", 1) == {"title": "Ёлка"}


@posix_only
def test_what_is_made_is_the_owners_alone(store: JsonStore) -> None:
    modes: set[int] = set()

    def change(transaction: Transaction) -> None:
        transaction.add("webinar", {})
        modes.update(permissions(path) for path in Path(store.location).glob("*"))

    store.run(change, command="rumo webinar add")
    store.run(change, command="rumo webinar add")

    assert permissions(Path(store.location)) == 0o700
    assert modes == {0o600}
    assert permissions(file_of(store)) == 0o600


@posix_only
def test_permissions_that_someone_gave_are_kept(store: JsonStore) -> None:
    store.run(adding("webinar", {}), command="rumo webinar add")
    file_of(store).chmod(0o640)

    store.run(adding("webinar", {}), command="rumo webinar add")

    assert permissions(file_of(store)) == 0o640


def test_between_commands_only_these_files_lie_there(store: JsonStore) -> None:
    store.run(adding("webinar", {}), command="rumo webinar add")
    assert names_in(store) == {"store.json", "store.json.lock"}

    store.run(adding("webinar", {}), command="rumo webinar add")
    assert names_in(store) == {"store.json", "store.json.bak", "store.json.lock"}


def test_the_backup_is_the_state_before_the_last_write(store: JsonStore) -> None:
    before = b""
    for _ in range(3):
        backup = file_of(store).with_name("store.json.bak")
        store.run(adding("webinar", {}), command="rumo webinar add")
        assert not before or backup.read_bytes() == before
        before = file_of(store).read_bytes()


def test_a_store_restored_from_the_backup_goes_on(store: JsonStore) -> None:
    for _ in range(2):
        store.run(adding("webinar", {}), command="rumo webinar add")
    file_of(store).write_bytes(file_of(store).with_name("store.json.bak").read_bytes())

    assert store.run(adding("webinar", {}), command="rumo webinar add") == [2]


def test_a_first_write_makes_the_store_and_says_so(store: JsonStore, open_at: OpenStore) -> None:
    assert not store.exists()
    assert not store.created

    store.run(adding("webinar", {}), command="rumo webinar add")
    later = open_at()
    later.run(adding("webinar", {}), command="rumo webinar add")

    assert store.exists()
    assert store.created
    assert not later.created


def test_a_first_command_that_writes_nothing_makes_nothing(
    store: JsonStore, directory: Path
) -> None:
    def change(transaction: Transaction) -> None:
        transaction.add("webinar", {})
        raise Refused("Плохие строки.")

    assert store.run(lambda transaction: transaction.all("webinar"), command="rumo undo") == {}
    with pytest.raises(Refused, match="Плохие строки"):
        store.run(change, command="rumo import")

    assert not directory.exists()


def test_a_folder_that_is_there_is_taken_as_it_is(store: JsonStore, directory: Path) -> None:
    directory.mkdir(mode=0o755)
    (directory / "letter.txt").write_text("", encoding="utf-8")

    store.run(adding("webinar", {}), command="rumo webinar add")

    assert names_in(store) == {"letter.txt", "store.json", "store.json.lock"}


def test_a_store_is_not_made_in_a_folder_that_is_missing(
    directory: Path, open_at: OpenStore
) -> None:
    nested = directory / "inner"

    with pytest.raises(Refused) as caught:
        open_at(nested).run(adding("webinar", {}), command="rumo webinar add")

    assert str(caught.value) == (
        f"Хранилище {nested} не создано: нет папки {directory}. "
        "Создайте её или укажите другое место: --store ПАПКА."
    )
    assert not directory.exists()


def test_the_users_own_store_is_made_with_the_folders_above(
    directory: Path, open_at: OpenStore
) -> None:
    store = open_at(directory / "share" / "rumo", parents=True)

    store.run(adding("webinar", {}), command="rumo webinar add")

    assert store.created


def test_a_file_in_the_place_of_the_folder_is_left_alone(directory: Path, store: JsonStore) -> None:
    directory.write_text("письмо", encoding="utf-8")

    with pytest.raises(Refused) as caught:
        store.run(adding("webinar", {}), command="rumo webinar add")

    assert str(caught.value) == (
        f"Не записано: {directory}: на этом месте файл, а не папка. Прежние данные целы. "
        "Проверьте права на папку хранилища или укажите другую: --store ПАПКА."
    )
    assert directory.read_text(encoding="utf-8") == "письмо"


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_a_link_is_not_replaced_by_a_file(store: JsonStore, tmp_path: Path) -> None:
    store.run(adding("webinar", {}), command="rumo webinar add")
    elsewhere = tmp_path / "elsewhere.json"
    link = file_of(store)
    link.rename(elsewhere)
    link.symlink_to(elsewhere)
    before = elsewhere.read_bytes()

    with pytest.raises(Refused) as caught:
        store.run(adding("webinar", {}), command="rumo webinar add")

    assert str(caught.value) == (
        f"{link} — ссылка, а не файл: запись заменила бы её. "
        "Укажите папку, где лежит сам файл: --store ПАПКА."
    )
    assert link.is_symlink()
    assert elsewhere.read_bytes() == before
    assert store.read().all("webinar") == {1: {}}


def test_text_of_the_system_that_is_no_unicode_is_kept_as_questions(store: JsonStore) -> None:
    store.run(adding("webinar", {}), command="rumo import b\udcff.csv")

    assert commands_of(store)[0].command == "rumo import b?.csv"
    assert json.loads(file_of(store).read_bytes())
