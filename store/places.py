"""What sort of place a store lies in: a disk of this computer, a network share, a synced folder.

On a share a lock does not hold between computers. What a cloud service synchronises it may bring
back from another computer, or hold open.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from rumo_cli.errors import Refused

ALLOW = "RUMO_ALLOW_SHARE"
"""The variable that says: only one computer works with this store."""

_SHARES = frozenset(
    {
        *("nfs", "nfs3", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "auristorfs", "coda"),
        *("ceph", "lustre", "beegfs", "davfs", "davfs2", "fuse.sshfs", "fuse.rclone"),
        *("fuse.davfs", "fuse.curlftpfs", "fuse.s3fs", "fuse.gvfsd-fuse", "fuse.glusterfs"),
    }
)
_MOUNTS = Path("/proc/self/mountinfo")
_DRIVE_REMOTE = 4

_SERVICES = (
    ("OneDrive", r"onedrive(?: ?- ?.+)?"),
    ("Dropbox", r"dropbox(?: ?\(.+\))?"),
    ("Яндекс.Диск", r"yandex\.?disk\w*|яндекс\.?диск"),
    ("Google Диск", r"google ?drive|googledrive-.+|my drive|мой диск"),
    ("iCloud", r"icloud ?drive|mobile documents|com~apple~clouddocs"),
    ("Облако Mail", r"облако mail(?:\.ru)?|mail\.ru cloud|cloud mail(?:\.ru)?"),
    ("Nextcloud", r"nextcloud|owncloud"),
    ("MEGA", r"mega(?:sync)?"),
    ("pCloud", r"pcloud ?drive"),
)
_MARKERS = {
    ".dropbox.cache": "Dropbox",
    ".stfolder": "Syncthing",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
}


def check_place(directory: Path) -> None:
    """Raise `Refused` where a lock would not hold: on a network share."""
    share = share_of(directory)
    if share and not os.environ.get(ALLOW):
        raise Refused(
            f"Хранилище {directory} лежит на сетевом диске ({share}): замок там не действует между "
            "компьютерами, и одновременная запись потеряла бы данные. Ничего не записано. Держите "
            "хранилище на диске компьютера (--store ПАПКА), а на сетевой диск кладите копии: "
            f"rumo store backup ПАПКА. Если с ним работает только этот компьютер: {ALLOW}=1."
        )


def share_of(directory: Path) -> str | None:
    """Return what file system of the network a directory is on, None if it is on none."""
    with suppress(OSError):  # what is wrong with the place the write itself will tell
        place = _existing(directory)
        if sys.platform == "win32":
            return _windows_share(place)
        return next(_network_mounts(place), None)
    return None


def service_of(directory: Path) -> str | None:
    """Return the cloud service that synchronises a directory, as far as names tell."""
    import re

    for place in (directory, *directory.parents):
        for service, pattern in _SERVICES:
            if re.fullmatch(pattern, place.name.casefold()):
                return service
        for marker, service in _MARKERS.items():
            if os.path.lexists(place / marker):
                return service
    return None


def synced(directory: Path, service: str) -> str:
    """Return what to say of a store that a cloud service synchronises."""
    return (
        f"хранилище {directory} лежит в папке, которую синхронизирует {service}: две копии на "
        "разных компьютерах разойдутся, и одна потеряется. Держите его в обычной папке, а в "
        "облако кладите копии: rumo store backup ПАПКА."
    )


def others_may_write(directory: Path) -> bool:
    """Tell whether everybody on this computer may write to a directory."""
    return sys.platform != "win32" and bool(directory.stat().st_mode & 0o002)


def _existing(directory: Path) -> Path:
    """Return a directory, or that above it in which it would be made."""
    return next(place for place in (directory, *directory.parents) if place.exists())


def _network_mounts(place: Path) -> Iterator[str]:
    """Yield the network file system of a place.

    A disk has a device number of its own, and so most stores cost no look at the list of mounts.
    """
    device = place.stat().st_dev
    if os.major(device) or not _MOUNTS.exists():
        return
    wanted = f"{os.major(device)}:{os.minor(device)}"
    for line in _MOUNTS.read_text(encoding="utf-8", errors="replace").splitlines():
        before, _, after = line.partition(" - ")
        kind = after.partition(" ")[0]
        if before.split(" ")[2] == wanted and kind in _SHARES:
            yield kind


def _windows_share(place: Path) -> str | None:
    if str(place).startswith(("\\\\", "//")):
        return "сетевая папка"
    return "сетевой диск" if _drive_type(place.anchor) == _DRIVE_REMOTE else None


def _drive_type(anchor: str) -> int:
    import ctypes

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009
    return int(kernel.GetDriveTypeW(anchor))


def doubts_of(directory: Path) -> Iterator[str]:
    """Yield what is doubtful about the place of a store."""
    if service := service_of(directory):
        yield synced(directory, service)
    if others_may_write(directory):
        yield (
            f"в папку {directory} может писать каждый на этом компьютере. "
            "Оставьте её себе: chmod 700 ПАПКА."
        )
