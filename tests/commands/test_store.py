"""`rumo store`: where it is, its backups, and the way back to one."""

import os
import zipfile
from pathlib import Path

import pytest

from tests.commands.conftest import Result, Rumo, Stored

BAK = "store.json.bak"


@pytest.fixture
def worked(rumo: Rumo, place: Path) -> Path:
    """A store of two webinars, written by two commands at noon of 15.10.2024."""
    rumo("webinar add --title ЕГЭ --date 16.10.2024")
    rumo("webinar add --title ОГЭ --date 17.10.2024")
    return place


@pytest.mark.usefixtures("worked")
def test_info_says_where_the_store_is_and_what_is_in_it(rumo: Rumo, place: Path) -> None:
    told = rumo("store info -f json").json

    assert {key: told[key] for key in ("directory", "place", "schema", "webinar", "backups")} == {
        "directory": str(place),
        "place": "диск этого компьютера",
        "schema": 4,
        "webinar": 2,
        "backups": 0,
    }
    assert told["open_years"] == ["2024-2025"]
    assert told["last_command"] == (
        "15.10.2024 12:00, ivanova: rumo webinar add --title ОГЭ --date 17.10.2024"
    )
    assert "Вебинары" in rumo("store info").out


def test_info_of_no_store_is_exit_code_4(rumo: Rumo) -> None:
    assert rumo("store info").code == 4


@pytest.mark.usefixtures("worked")
def test_a_backup_is_listed_and_brought_back(rumo: Rumo, place: Path, stored: Stored) -> None:
    name = "20241015T120000Z-000002-asked"
    made = rumo("store backup")
    rumo("webinar remove 1 2 --yes")

    listed = rumo("store restore --list -f json").json
    restored = rumo(f"store restore {name} --yes")

    assert made.out.startswith(f"Копия: {place / 'backups' / name}.json (")
    assert [(each["name"], each["records"], each["readable"]) for each in listed] == [
        (BAK, 2, True),
        (name, 2, True),
    ]
    assert restored == Result(
        0,
        "Хранилище вернулось к состоянию на 15.10.2024 12:00.\n",
        f"Копия: {place / 'backups' / name}.json\nКоманд после копии: 1.\nЗаписей: вернётся 2.\n"
        "Передумали: rumo undo\n",
    )
    assert list(stored("webinar")) == [1, 2]
    rumo("undo")
    assert list(stored("webinar")) == []


@pytest.mark.usefixtures("worked")
def test_going_back_asks_first(rumo: Rumo, stored: Stored) -> None:
    refused = rumo("store restore")

    assert refused.code == 2
    assert refused.err.endswith(
        "Ошибка: Вернуть состояние на 15.10.2024 12:00? Ответить некому: добавьте --yes.\n"
    )
    assert list(stored("webinar")) == [1, 2]


@pytest.mark.usefixtures("worked", "someone_at_the_terminal")
def test_a_no_leaves_everything_as_it_is(rumo: Rumo, stored: Stored) -> None:
    assert rumo("store restore", stdin="н\n").code == 130
    assert list(stored("webinar")) == [1, 2]


@pytest.mark.usefixtures("worked")
def test_a_state_that_is_there_already_needs_no_answer(rumo: Rumo, place: Path) -> None:
    rumo("store backup")

    assert rumo("store restore 2024") == Result(
        0,
        "",
        f"Копия: {place / 'backups' / '20241015T120000Z-000002-asked.json'}\n"
        "Хранилище и так в состоянии на 15.10.2024 12:00.\n",
    )


def test_a_broken_store_names_the_way_back(rumo: Rumo, worked: Path, stored: Stored) -> None:
    (worked / "store.json").write_text("{", encoding="utf-8")

    broken = rumo("--store", str(worked), "webinar", "list")
    restored = rumo("store restore --yes")

    assert broken == Result(
        4,
        "",
        f"Ошибка: Хранилище повреждено: {worked / 'store.json'}: это не JSON: строка 1, знак 2. "
        f"Ничего не изменено. Последняя целая копия рядом — {BAK}. Вернуть её: "
        f"rumo --store {worked} store restore.\n",
    )
    assert restored == Result(
        0,
        "Хранилище вернулось к состоянию на 15.10.2024 12:00.\n",
        f"Копия: {worked / BAK}\n"
        "Нынешнее состояние не читается: что записано после копии, пропадёт.\n"
        "Проверить: rumo store check\n",
    )
    assert list(stored("webinar")) == [1]


@pytest.mark.usefixtures("worked")
def test_a_whole_copy_goes_elsewhere_and_comes_back(
    rumo: Rumo, place: Path, tmp_path: Path, stored: Stored
) -> None:
    disk = tmp_path / "флешка"
    disk.mkdir()
    file = disk / "rumo-20241015-120000.zip"

    made = rumo("store", "backup", str(disk))
    again = rumo("store", "backup", str(disk))
    (place / "store.json").unlink()
    (place / BAK).unlink()
    restored = rumo("store", "restore", str(file), "--yes")

    assert made.out.startswith(f"Копия: {file} (")
    assert zipfile.ZipFile(file).namelist() == ["store.json"]
    assert again.err == (
        f"Ошибка: {file} уже есть и остался как был. Назовите другой файл или папку.\n"
    )
    assert restored.code == 0
    assert list(stored("webinar")) == [1, 2]


@pytest.mark.usefixtures("worked")
def test_a_copy_without_a_folder_to_stand_in_is_refused(rumo: Rumo, tmp_path: Path) -> None:
    missing = tmp_path / "нет"

    assert rumo("store", "backup", str(missing / "копия.zip")) == Result(
        1, "", f"Ошибка: Копия не сделана: нет папки {missing}. Создайте её.\n"
    )
    assert rumo("store", "copy", str(tmp_path / "store"), str(missing / "копия")) == Result(
        1, "", f"Ошибка: Копия не сделана: нет папки {missing}. Создайте её.\n"
    )


@pytest.mark.usefixtures("worked")
def test_a_store_is_copied(rumo: Rumo, place: Path, tmp_path: Path) -> None:
    copy = tmp_path / "копия"

    assert rumo("store", "copy", str(place), str(copy)) == Result(
        0, f"Скопировано: {copy}\n", f"Работать с ним: rumo --store {copy} today\n"
    )
    listed = rumo("--store", str(copy), "webinar", "list", "-f", "json").json
    assert [each["title"] for each in listed] == ["ЕГЭ", "ОГЭ"]
    assert rumo("store", "copy", str(place), str(copy)) == Result(
        1, "", f"Ошибка: В папке {copy} уже есть хранилище. Назовите другую.\n"
    )
    nowhere = tmp_path / "пусто"
    assert rumo("store", "copy", str(nowhere), str(tmp_path / "b")) == Result(
        3, "", f"Ошибка: {nowhere}: хранилища здесь нет.\n"
    )


def test_a_synchronised_folder_is_doubted_when_a_store_is_made(rumo: Rumo, tmp_path: Path) -> None:
    folder = tmp_path / "Яндекс.Диск" / "румо"
    folder.parent.mkdir()

    first = rumo("--store", str(folder), "webinar", "add", "--title", "ЕГЭ")
    second = rumo("--store", str(folder), "webinar", "add", "--title", "ОГЭ")

    doubt = f"Внимание: хранилище {folder} лежит в папке, которую синхронизирует Яндекс.Диск: "
    assert doubt in first.err
    assert doubt not in second.err
    assert doubt in rumo("--store", str(folder), "store", "info").err


@pytest.mark.skipif(os.name == "nt", reason="Windows has no permission bits")
def test_a_folder_that_everybody_may_write_to_is_doubted(rumo: Rumo, worked: Path) -> None:
    worked.chmod(0o777)

    assert rumo("store info").err == (
        f"Внимание: в папку {worked} может писать каждый на этом компьютере. "
        "Оставьте её себе: chmod 700 ПАПКА.\n"
    )


def test_help_needs_no_store(rumo: Rumo) -> None:
    for verb in ("", "info", "check", "backup", "restore", "copy"):
        assert rumo(f"store {verb} --help").code == 0
