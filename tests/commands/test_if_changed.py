"""`--if-changed`: a file that would say the same is left alone, so that nobody fetches it anew."""

import os
from datetime import datetime, tzinfo
from pathlib import Path

import pytest

from rumo_cli.documents.schedule_formats import SCHEDULE_FORMATS
from rumo_cli.tables.formats import FORMATS
from tests.commands.conftest import Given, Result, Rumo

LONG_AGO = 1_000_000_000
WEBINAR = {"academic_year": "2024-2025", "title": "ЕГЭ", "date": "2024-10-16", "status": "planned"}

pytestmark = pytest.mark.usefixtures("webinar")


@pytest.fixture
def webinar(given: Given) -> None:
    given("webinar", WEBINAR)


def aged(name: str) -> Path:
    """Make a file look as if it had been written long ago."""
    os.utime(name, (LONG_AGO, LONG_AGO))
    return Path(name)


class _Later(datetime):
    @classmethod
    def now(cls, tz: tzinfo | None = None) -> "_Later":
        return cls(2031, 5, 5, 5, 5, 5, tzinfo=tz)


@pytest.mark.parametrize(
    ("command", "format_name"),
    [
        *(("webinar schedule --week this", name) for name in SCHEDULE_FORMATS),
        *(("webinar list", name) for name in FORMATS),
        *(("webinar export", name) for name in FORMATS),
        *(("webinar summary", name) for name in FORMATS),
    ],
)
def test_what_has_not_changed_is_the_same_to_the_byte_whenever_it_is_written(
    rumo: Rumo, monkeypatch: pytest.MonkeyPatch, command: str, format_name: str
) -> None:
    line = f"{command} -f {format_name} -o файл"
    assert rumo(line).err.startswith("Записано: файл\n")
    file = aged("файл")
    monkeypatch.setattr("commands.app.datetime", _Later)

    assert rumo(f"{line} --if-changed").err.splitlines()[0] == "Без изменений: файл"
    assert rumo(f"{line} --if-changed -q") == Result(0)
    assert file.stat().st_mtime == LONG_AGO


def test_what_has_changed_is_written(rumo: Rumo) -> None:
    line = "webinar list -q --if-changed -o список.json"
    rumo(line)
    file = aged("список.json")
    rumo("webinar edit 1 --title ОГЭ")

    assert rumo(line) == Result(0)
    assert "ОГЭ" in file.read_text(encoding="utf-8")
    assert file.stat().st_mtime != LONG_AGO


def test_a_file_that_is_not_there_is_written(rumo: Rumo) -> None:
    assert rumo("webinar list --if-changed -o список.json").err == "Записано: список.json\n"


def test_without_it_the_file_is_written_again(rumo: Rumo) -> None:
    rumo("webinar list -o список.json")
    file = aged("список.json")
    rumo("webinar list -o список.json")

    assert file.stat().st_mtime != LONG_AGO


@pytest.mark.parametrize("line", ["webinar list", "webinar schedule -q", "webinar export -o -"])
def test_it_is_about_a_file(rumo: Rumo, line: str) -> None:
    assert rumo(f"{line} --if-changed") == Result(
        2, "", "Ошибка: --if-changed — о файле: укажите его, -o ФАЙЛ.\n"
    )
