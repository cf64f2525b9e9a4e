"""A store that cannot be trusted is never read, never written, never replaced by a new one."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rumo_cli.errors import StoreUnusable
from store.json_store import JsonStore
from tests.store.helpers import adding, documents_of, file_of, rewrite

NO_BACKUP = "Целой копии рядом нет; верните свою: rumo store restore ФАЙЛ."
BACKUP = "Последняя целая копия рядом — store.json.bak. Вернуть её: rumo store restore."
MENDING = " Исправить, что можно: rumo store check --repair"


@pytest.fixture
def kept(store: JsonStore) -> JsonStore:
    """A store with one record and, like every new store, no backup yet."""
    store.run(adding("webinar", {"title": "Ёлка"}), command="rumo webinar add")
    return store


def error_of(action: Callable[[], object]) -> str:
    with pytest.raises(StoreUnusable) as caught:
        action()
    return str(caught.value)


def errors_of(store: JsonStore) -> set[str]:
    """Return what a reader and a writer are told; nothing may change on the way."""
    before = file_of(store).read_bytes()
    told = {
        error_of(store.read),
        error_of(lambda: store.run(adding("webinar", {}), command="rumo webinar add")),
    }
    assert file_of(store).read_bytes() == before
    return told


def test_a_missing_store_is_not_read(store: JsonStore, directory: Path) -> None:
    assert error_of(store.read) == (
        f"Хранилища нет: {directory}. Его создаст первая команда, которая что-нибудь запишет; "
        "если оно в другом месте, укажите его: --store ПАПКА."
    )


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "файл пуст"),
        (b" \n", "файл пуст"),
        (b"\0" * 4096, "это не JSON: строка 1, знак 1"),
        (b"%PDF-1.7", "это не JSON: строка 1, знак 1"),
        (b'{\n"_meta": {', "это не JSON: строка 2, знак 11"),
        ("{}".encode("utf-16"), "это не текст UTF-8"),
        ('"Ёлка"'.encode("cp1251"), "это не текст UTF-8"),
        (b"[" * 100_000, "слишком глубокая вложенность"),
        (b'{"_meta": NaN}', "недопустимое число NaN"),
        (b"[]", "нет служебных сведений (_meta)"),
        (b"{}", "нет служебных сведений (_meta)"),
        (b'{"_default": {"1": {}}}', "нет служебных сведений (_meta)"),
        (b'{"_meta": {"1": {"schema": 0}}}', "нет служебных сведений (_meta)"),
        (b'{"_meta": {"1": {"schema": 1}}}', "служебные сведения (_meta) неполны"),
    ],
)
def test_a_broken_file_is_neither_read_nor_written(
    kept: JsonStore, content: bytes, reason: str
) -> None:
    file_of(kept).write_bytes(content)

    assert errors_of(kept) == {
        f"Хранилище повреждено: {file_of(kept)}: {reason}. Ничего не изменено. {NO_BACKUP}"
        + (MENDING if "неполны" in reason else "")
    }


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        ([], "таблица plan испорчена"),
        ({"1": []}, "таблица plan испорчена"),
        ({"W-1": {}}, "таблица plan испорчена"),
        ({"2": {}}, "счётчик номеров plan меньше номера 2"),
    ],
)
def test_tables_that_do_not_hold_together_are_damage(
    kept: JsonStore, table: Any, reason: str
) -> None:
    kept.run(adding("plan", {}), command="rumo plan add")
    file_of(kept).with_name("store.json.bak").unlink()
    rewrite(kept, documents_of(kept) | {"plan": table})

    assert errors_of(kept) == {
        f"Хранилище повреждено: {file_of(kept)}: {reason}. Ничего не изменено. {NO_BACKUP}{MENDING}"
    }


def test_a_table_without_a_counter_is_damage(kept: JsonStore) -> None:
    rewrite(kept, documents_of(kept) | {"plan": {"1": {}}})

    assert "счётчик номеров plan меньше номера 1" in error_of(kept.read)


def test_a_file_cut_anywhere_is_damage(kept: JsonStore) -> None:
    whole = file_of(kept).read_bytes()
    for length in range(len(whole) - len(b"\n")):
        file_of(kept).write_bytes(whole[:length])
        assert error_of(kept.read).startswith("Хранилище повреждено: ")


def test_the_backup_is_named_where_there_is_one(kept: JsonStore) -> None:
    kept.run(adding("webinar", {}), command="rumo webinar add")
    file_of(kept).write_bytes(b"")

    message = f"Хранилище повреждено: {file_of(kept)}: файл пуст. Ничего не изменено. {BACKUP}"
    assert errors_of(kept) == {message}


def test_a_lost_file_beside_its_backup_is_not_a_new_store(kept: JsonStore) -> None:
    kept.run(adding("webinar", {}), command="rumo webinar add")
    file_of(kept).unlink()
    message = f"Файл хранилища пропал: {file_of(kept)}. {BACKUP}"

    assert kept.exists()
    assert error_of(kept.read) == message
    assert error_of(lambda: kept.run(adding("plan", {}), command="rumo plan add")) == message
    assert not file_of(kept).exists()


def test_a_file_that_cannot_be_read_says_why(kept: JsonStore) -> None:
    file_of(kept).unlink()
    file_of(kept).mkdir()

    assert error_of(kept.read) == (
        f"Хранилище не читается: {file_of(kept)}: это папка, а не файл. "
        "Проверьте права на папку хранилища или укажите другую: --store ПАПКА."
    )


def test_a_newer_schema_is_left_to_the_newer_rumo(kept: JsonStore) -> None:
    documents = documents_of(kept)
    documents["_meta"]["1"] = {"schema": 5, "renamed": "in that version"}
    rewrite(kept, documents)

    message = (
        f"Хранилище {file_of(kept)} записала более новая версия rumo (схема 5, а эта знает 4). "
        "Обновите rumo: pip install --upgrade rumo."
    )
    assert errors_of(kept) == {message}


@pytest.mark.parametrize(
    "entry",
    [
        {},
        {"at": "вчера", "user": "", "command": "", "changes": {}},
        {"at": "2024-10-15T12:00:00+03:00", "user": "", "command": "", "changes": []},
        {"at": "2024-10-15T12:00:00+03:00", "user": "", "command": "", "changes": {"plan": 1}},
        {
            "at": "2024-10-15T12:00:00+03:00",
            "user": "",
            "command": "",
            "changes": {"plan": {"added": [1]}},
        },
    ],
)
def test_a_damaged_journal_leaves_the_records_readable(kept: JsonStore, entry: Any) -> None:
    documents = documents_of(kept)
    documents["_journal"]["1"] = entry
    rewrite(kept, documents)

    assert kept.read().get("webinar", 1) == {"title": "Ёлка"}
    assert error_of(lambda: list(kept.read().journal())) == (
        "Журнал хранилища повреждён: запись 1 не читается. "
        "Отмена команд невозможна; записи и сводки читаются как прежде."
    )


def test_json_of_another_layout_is_the_same_store(kept: JsonStore) -> None:
    file_of(kept).write_text(json.dumps(documents_of(kept), indent=4), encoding="utf-8")

    assert kept.read().get("webinar", 1) == {"title": "Ёлка"}
