"""Which store a command line means."""

import re
import sys
from pathlib import Path

import pytest

from rumo_cli.errors import Refused
from store import location
from store.location import local_time, open_store
from tests.store.conftest import NOON
from tests.store.helpers import adding


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An account of its own, with a user's data directory that is not there yet."""
    home = tmp_path / "home"
    home.mkdir()
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(home))
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "data"))
    monkeypatch.chdir(tmp_path)
    return home


def refusal(path: str) -> str:
    with pytest.raises(Refused) as caught:
        open_store(path)
    return str(caught.value)


@pytest.mark.skipif(sys.platform != "linux", reason="each system has its own data directory")
def test_without_a_path_it_is_the_users_own(home: Path) -> None:
    store = open_store(None)
    store.run(adding("webinar", {}), command="rumo webinar add")

    assert store.location == str(home / "data" / "rumo")
    assert store.created


@pytest.mark.parametrize(
    ("path", "place"), [("~/rumo", "home/rumo"), ("here", "here"), ("Мои записи", "Мои записи")]
)
def test_a_path_is_a_folder(home: Path, path: str, place: str) -> None:
    assert open_store(path).location == str(home.parent / place)


def test_a_path_given_is_made_only_in_a_folder_that_is_there(home: Path) -> None:
    with pytest.raises(Refused, match=re.escape(f"нет папки {home / 'missing'}")):
        open_store(str(home / "missing" / "rumo")).run(adding("plan", {}), command="rumo plan add")


@pytest.mark.usefixtures("home")
def test_opening_makes_nothing(tmp_path: Path) -> None:
    open_store("here")
    open_store(None)

    assert [path.name for path in tmp_path.rglob("*")] == ["home"]


def test_an_address_waits_for_another_engine() -> None:
    assert refusal("postgresql://server/rumo") == (
        "Хранилище postgresql://server/rumo открыть нельзя: пока хранилище — это папка на диске, "
        "например --store ~/rumo."
    )


@pytest.mark.parametrize("path", ["", "  "])
def test_an_empty_path_is_no_folder(path: str) -> None:
    assert refusal(path) == "Путь к хранилищу пуст. Укажите папку, например --store ~/rumo."


def test_a_file_is_no_folder(home: Path) -> None:
    file = home / "store.json"
    file.write_text("{}", encoding="utf-8")

    assert refusal(str(file)) == (
        f"{file} — файл, а хранилище — это папка. Укажите папку: --store {home}."
    )


@pytest.mark.skipif(sys.platform == "win32", reason="Windows expands any name beside its own")
def test_a_home_that_nobody_has_is_not_found() -> None:
    assert refusal("~no-such-user/rumo") == (
        "Не удалось узнать домашнюю папку в ~no-such-user/rumo. Укажите путь целиком."
    )


def test_the_journal_has_the_users_name_and_the_given_time(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(location, "getuser", lambda: "петров")
    store = open_store(str(home / "rumo"), clock=lambda: NOON)
    store.run(adding("webinar", {}), command="rumo webinar add")

    assert [(entry.user, entry.at) for entry in store.read().journal()] == [("петров", NOON)]


def test_a_user_without_a_name_is_a_question_mark(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def getuser() -> str:
        raise OSError("No username set in the environment")

    monkeypatch.setattr(location, "getuser", getuser)
    store = open_store(str(home / "rumo"))
    store.run(adding("webinar", {}), command="rumo webinar add")

    assert [entry.user for entry in store.read().journal()] == ["?"]


def test_the_time_has_an_offset() -> None:
    assert local_time().utcoffset() is not None
