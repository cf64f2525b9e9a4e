"""Where a store may lie: a lock must hold there, and nobody else may put files in its place."""

import os
import sys
from pathlib import Path, PureWindowsPath
from types import SimpleNamespace

import pytest

from rumo_cli.errors import Refused
from store import places
from store.json_store import JsonStore
from store.places import others_may_write, service_of, share_of
from tests.store.helpers import adding

LINE = "36 25 {device} / /home rw,relatime shared:1 - {kind} server:/home rw\n"


@pytest.fixture
def mounted(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, directory: Path) -> object:
    """Let a directory be on a file system of a kind, and tell what its device is called."""
    directory.mkdir()
    list_of_mounts = tmp_path / "mountinfo"

    def mount(kind: str) -> None:
        device = directory.stat().st_dev
        name = f"0:{os.minor(device)}"
        monkeypatch.setattr(os, "major", lambda _: 0)
        list_of_mounts.write_text(
            "1 1 9:9 / / rw - ext4 /dev/sda rw\n" + LINE.format(device=name, kind=kind)
        )
        monkeypatch.setattr(places, "_MOUNTS", list_of_mounts)

    return mount


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no list of mounts")
@pytest.mark.parametrize(
    ("kind", "share"),
    [
        ("nfs4", "nfs4"),
        ("cifs", "cifs"),
        ("smb3", "smb3"),
        ("fuse.sshfs", "fuse.sshfs"),
        ("ext4", None),
        ("btrfs", None),
        ("overlay", None),
        ("tmpfs", None),
    ],
)
def test_the_list_of_mounts_tells_shares(
    mounted: object, directory: Path, kind: str, share: str | None
) -> None:
    assert callable(mounted)
    mounted(kind)

    assert share_of(directory) == share
    assert share_of(directory / "not" / "made" / "yet") == share


def test_this_machines_disk_is_no_share(tmp_path: Path) -> None:
    assert share_of(tmp_path) is None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no list of mounts")
def test_nothing_is_written_on_a_share(
    mounted: object, store: JsonStore, directory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert callable(mounted)
    mounted("nfs4")

    with pytest.raises(Refused) as caught:
        store.run(adding("webinar", {}), command="rumo webinar add")

    assert str(caught.value) == (
        f"Хранилище {directory} лежит на сетевом диске (nfs4): замок там не действует между "
        "компьютерами, и одновременная запись потеряла бы данные. Ничего не записано. Держите "
        "хранилище на диске компьютера (--store ПАПКА), а на сетевой диск кладите копии: "
        "rumo store backup ПАПКА. Если с ним работает только этот компьютер: RUMO_ALLOW_SHARE=1."
    )
    assert list(directory.iterdir()) == []
    monkeypatch.setenv("RUMO_ALLOW_SHARE", "1")
    assert store.run(adding("webinar", {}), command="rumo webinar add") == [1]


@pytest.mark.parametrize(
    ("path", "drive", "share"),
    [
        (r"\\server\отдел", 0, "сетевая папка"),
        (r"Z:\румо", 4, "сетевой диск"),
        (r"C:\румо", 3, None),
    ],
)
def test_windows_tells_shares_by_name_and_by_drive(
    monkeypatch: pytest.MonkeyPatch, path: str, drive: int, share: str | None
) -> None:
    kernel = SimpleNamespace(GetDriveTypeW=lambda anchor: drive if anchor.endswith("\\") else 0)
    monkeypatch.setattr("ctypes.windll", SimpleNamespace(kernel32=kernel), raising=False)
    monkeypatch.setattr(places, "_existing", lambda _: PureWindowsPath(path))
    monkeypatch.setattr(sys, "platform", "win32")

    assert share_of(Path()) == share


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("OneDrive", "OneDrive"),
        ("OneDrive - Институт развития образования", "OneDrive"),
        ("Dropbox", "Dropbox"),
        ("Yandex.Disk", "Яндекс.Диск"),
        ("YandexDisk", "Яндекс.Диск"),
        ("Яндекс.Диск", "Яндекс.Диск"),
        ("Google Drive", "Google Диск"),
        ("Мой диск", "Google Диск"),
        ("Mobile Documents", "iCloud"),
        ("iCloudDrive", "iCloud"),
        ("Nextcloud", "Nextcloud"),
        ("Облако Mail.ru", "Облако Mail"),
        ("Облако Mail", "Облако Mail"),
        ("Документы", None),
        ("Мега-проект", None),
    ],
)
def test_names_of_folders_tell_cloud_services(
    tmp_path: Path, folder: str, service: str | None
) -> None:
    assert service_of(tmp_path / folder / "методисты" / "румо") == service


def test_marks_in_folders_tell_cloud_services(tmp_path: Path) -> None:
    (tmp_path / ".stfolder").mkdir()

    assert service_of(tmp_path / "румо") == "Syncthing"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no permission bits")
@pytest.mark.parametrize(("mode", "others"), [(0o700, False), (0o770, False), (0o777, True)])
def test_a_folder_that_everybody_may_write_to(tmp_path: Path, mode: int, others: bool) -> None:
    tmp_path.chmod(mode)

    assert others_may_write(tmp_path) is others
    tmp_path.chmod(0o700)
