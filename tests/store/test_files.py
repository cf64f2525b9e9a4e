"""What differs from system to system when a file is replaced."""

import errno
import os
import sys
import time
from pathlib import Path
from types import SimpleNamespace
from typing import NoReturn

import pytest

from rumo_cli.errors import Refused
from store.files import replace_file, sync_directory
from store.json_store import JsonStore
from tests.store.helpers import adding, file_of


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "store.json"
    replace_file(file, b"old")
    return file


class WindowsError(PermissionError):
    """An error as Windows raises it, with its own number."""

    def __init__(self, code: int) -> None:
        super().__init__(errno.EACCES, "used by another process")
        self.winerror = code


class Reader:
    """Another program that has the file open, so that Windows lets nobody rename over it."""

    def __init__(self, code: int, attempts: int) -> None:
        self.code = code
        self.attempts = attempts
        self.waited = 0.0
        self._replace = os.replace

    def replace(self, source: Path, target: Path) -> None:
        self.attempts -= 1
        if self.attempts >= 0:
            raise WindowsError(self.code)
        self._replace(source, target)

    def sleep(self, seconds: float) -> None:
        self.waited += seconds


@pytest.fixture
def open_elsewhere(monkeypatch: pytest.MonkeyPatch) -> type[Reader]:
    class Installed(Reader):
        def __init__(self, code: int, attempts: int) -> None:
            super().__init__(code, attempts)
            monkeypatch.setattr(os, "replace", self.replace)
            monkeypatch.setattr(time, "sleep", self.sleep)

    return Installed


@pytest.mark.parametrize("code", [5, 32, 33])
def test_a_reader_on_windows_is_waited_for(
    file: Path, open_elsewhere: type[Reader], code: int
) -> None:
    reader = open_elsewhere(code, attempts=6)

    replace_file(file, b"new")

    assert file.read_bytes() == b"new"
    assert reader.waited == pytest.approx(0.01 + 0.02 + 0.04 + 0.08 + 0.16 + 0.32)


def test_a_reader_on_windows_that_stays_is_an_error(
    file: Path, open_elsewhere: type[Reader]
) -> None:
    reader = open_elsewhere(32, attempts=1000)

    with pytest.raises(PermissionError):
        replace_file(file, b"new", patience=7)

    assert reader.waited == pytest.approx(7)
    assert file.read_bytes() == b"old"
    assert not file.with_name("store.json.new").exists()


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (5, "нет прав, или файл открыт в другой программе"),
        (32, "файл открыт в другой программе"),
    ],
)
def test_a_store_that_is_open_in_excel_is_named(
    store: JsonStore, open_elsewhere: type[Reader], code: int, reason: str
) -> None:
    store.run(adding("webinar", {}), command="rumo webinar add")
    reader = open_elsewhere(code, attempts=1000)

    with pytest.raises(Refused) as caught:
        store.run(adding("webinar", {}), command="rumo webinar add")

    assert str(caught.value) == (
        f"Не записано: {file_of(store)}: {reason}. Прежние данные целы. "
        "Закройте его там (Excel?) и повторите команду."
    )
    assert reader.waited == pytest.approx(30)
    assert list(store.read().all("webinar")) == [1]


def test_another_refusal_on_windows_is_not_waited_for(
    file: Path, open_elsewhere: type[Reader]
) -> None:
    reader = open_elsewhere(112, attempts=1)

    with pytest.raises(PermissionError):
        replace_file(file, b"new")

    assert reader.waited == 0


@pytest.mark.parametrize("refusal", [PermissionError(errno.EPERM, "no links"), NotImplementedError])
def test_a_disk_without_links_gets_a_copy(
    file: Path, monkeypatch: pytest.MonkeyPatch, refusal: Exception
) -> None:
    def link(*_: object, **__: object) -> NoReturn:
        raise refusal

    monkeypatch.setattr(os, "link", link)
    replace_file(file, b"new")

    assert file.with_name("store.json.bak").read_bytes() == b"old"
    assert file.read_bytes() == b"new"


def test_macos_is_asked_to_empty_the_drives_cache(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = []
    monkeypatch.setitem(
        sys.modules,
        "fcntl",
        SimpleNamespace(F_FULLFSYNC=51, fcntl=lambda _, call: calls.append(call)),
    )
    monkeypatch.setattr(sys, "platform", "darwin")

    replace_file(file, b"new")

    assert calls == [51]


def refusing_full_sync(monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    def fcntl(*_: int) -> NoReturn:
        raise OSError(code, "full sync")

    monkeypatch.setitem(sys.modules, "fcntl", SimpleNamespace(F_FULLFSYNC=51, fcntl=fcntl))
    monkeypatch.setattr(sys, "platform", "darwin")


def test_a_disk_on_macos_that_knows_no_such_call_is_synced_as_usual(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refusing_full_sync(monkeypatch, errno.ENOTSUP)
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", synced.append)

    replace_file(file, b"new")

    assert len(synced) == 1
    assert file.read_bytes() == b"new"


def test_a_disk_on_macos_that_fails_is_not_asked_twice(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refusing_full_sync(monkeypatch, errno.EIO)

    with pytest.raises(OSError, match="full sync"):
        replace_file(file, b"new")

    assert file.read_bytes() == b"old"


def test_windows_knows_no_syncing_of_folders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")

    sync_directory(tmp_path / "missing")


@pytest.mark.parametrize("code", [errno.EINVAL, errno.ENOTSUP, errno.EACCES])
def test_a_folder_that_cannot_be_synced_is_let_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    asked = []

    def fsync(descriptor: int) -> NoReturn:
        asked.append(descriptor)
        raise OSError(code, "fsync")

    monkeypatch.setattr(os, "fsync", fsync)

    sync_directory(tmp_path)

    assert len(asked) == 1
