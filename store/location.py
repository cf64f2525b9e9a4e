"""Which store a command line means."""

from collections.abc import Callable
from datetime import UTC, datetime
from getpass import getuser
from pathlib import Path
from typing import TYPE_CHECKING

from rumo_cli.errors import Refused
from rumo_cli.text import shown_name
from store.failures import refusing_reads

if TYPE_CHECKING:
    from store.json_store import JsonStore

WAIT = 30.0
"""Longer than any command takes, and short enough for cron to give up aloud."""


def local_time() -> datetime:
    """Return the present time with the offset of this computer's zone."""
    return datetime.now(UTC).astimezone()


def open_store(
    path: str | None,
    *,
    clock: Callable[[], datetime] = local_time,
    wait: float = WAIT,
    tell: Callable[[str], object] = lambda doubt: None,
    called: str = "rumo",
) -> "JsonStore":
    """Return the store at `path`, or the user's own for None; nothing is read or made yet.

    `tell` hears what is doubtful once a write has been carried out; `called` is the command that
    means this store, for messages.

    Raise `Refused` for what cannot be a directory: an address, a file.
    """
    from store.json_store import JsonStore

    directory = _default_directory() if path is None else _directory(path)
    return JsonStore(
        directory,
        clock=clock,
        user=_user(),
        wait=wait,
        create_parents=path is None,
        tell=tell,
        called=called,
    )


def _default_directory() -> Path:
    from platformdirs import user_data_path

    return user_data_path("rumo", appauthor=False)


def _directory(path: str) -> Path:
    if "://" in path:
        raise Refused(
            f"Хранилище {path} открыть нельзя: пока хранилище — это папка на диске, "
            "например --store ~/rumo."
        )
    if not path.strip():
        raise Refused("Путь к хранилищу пуст. Укажите папку, например --store ~/rumo.")
    directory = _expanded(Path(path)).absolute()
    with refusing_reads(directory):
        is_file = directory.is_file()
    if is_file:
        raise Refused(
            f"{directory} — файл, а хранилище — это папка. Укажите папку: "
            f"--store {directory.parent}."
        )
    return directory


def _expanded(path: Path) -> Path:
    try:
        return path.expanduser()
    except RuntimeError:
        raise Refused(f"Не удалось узнать домашнюю папку в {path}. Укажите путь целиком.") from None


def _user() -> str:
    try:
        return shown_name(getuser())
    except (ImportError, KeyError, OSError):
        return "?"
