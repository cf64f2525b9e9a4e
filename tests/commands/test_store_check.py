"""`rumo store check`: what is wrong, where, and what was mended."""

from pathlib import Path

import pytest

from tests.commands.conftest import Result, Rumo


@pytest.fixture
def file(rumo: Rumo, place: Path) -> Path:
    rumo("webinar add --title ЕГЭ --date 16.10.2024")
    rumo("webinar add --title ОГЭ --date 17.10.2024")
    return place / "store.json"


def put(file: Path, old: str, new: str) -> None:
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


@pytest.mark.usefixtures("file")
def test_a_sound_store(rumo: Rumo) -> None:
    assert rumo("store check") == Result(0, "Проверка хранилища\n\nХранилище цело.\n")
    assert rumo("store check -f json").json["problems"] == []


def test_a_status_that_there_is_not(rumo: Rumo, file: Path, place: Path) -> None:
    put(file, '"status":"planned","date":"2024-10-16"', '"status":"new","date":"2024-10-16"')

    found = rumo("store check -f json")

    assert found.code == 7
    assert found.json["store"] == str(place)
    problem = found.json["problems"][0]
    assert problem["message"].startswith("Статус: «new», ожидается одно из: planned, ")
    assert {key: problem[key] for key in ("file", "line", "severity", "place", "state")} == {
        "file": "store.json",
        "line": 10,
        "severity": "error",
        "place": "webinar 1",
        "state": "manual",
    }
    assert found.err == "Найдено: 1 ошибка, вопросов: 1.\n"
    assert "ошибка  webinar 1" in rumo("store check").out


def test_a_question_alone_is_no_failure(rumo: Rumo, file: Path) -> None:
    put(file, '"title":"ЕГЭ"', '"title":"ВПР"')

    found = rumo("store check")

    assert found.code == 0
    assert found.err == "Найдено: 0 ошибок, вопросов: 1.\n"


def test_a_low_counter_is_told_and_mended(rumo: Rumo, file: Path) -> None:
    put(file, '"webinar":2', '"webinar":1')

    broken = rumo("webinar list")
    found = rumo("store check")
    mended = rumo("store check --repair")

    assert broken.code == 4
    assert broken.err.endswith(" Исправить, что можно: rumo store check --repair\n")
    assert found.code == 7
    assert found.err == (
        "Найдено: 1 ошибка, вопросов: 0.\nИсправить, что можно: rumo store check --repair\n"
    )
    assert mended.code == 0
    assert mended.err == "Исправлено: 1. Прежнее состояние: rumo store restore --list\n"
    assert "исправлено" in mended.out
    assert rumo("webinar add --title ВПР").out.startswith("Добавлено: webinar 3")
    assert rumo("store restore --list -f json").json[-1]["reason"] == "перед исправлением"


def test_a_file_that_is_no_json_is_exit_code_4(rumo: Rumo, file: Path) -> None:
    file.write_text("{", encoding="utf-8")

    assert rumo("store check").code == 4
    assert rumo("store check --repair").code == 4
