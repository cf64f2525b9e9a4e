"""The storage that TinyDB reads `store.json` through: reads once, replaces the file whole."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from rumo_cli.errors import Refused, StoreUnusable
from store.documents import Document, Documents, check, check_tables, decode, digest, encode
from store.failures import doubting_writes, refusing_reads, refusing_writes
from store.files import backup_of, replace_file, sync_directory
from store.history import LEAST_BYTES, Part, entries_of, extended, part_path, within
from store.migrations import NewerSchemaError, migrate


class JsonStorage:
    """The file as one state: parsed at the first read, the same documents ever after.

    `start` takes the place of the file for a store that is still to be made; without it a
    missing, empty or damaged file raises `StoreUnusable` and is never taken for a new store.
    """

    def __init__(self, path: Path, start: Documents | None = None) -> None:
        self._path = path
        self._documents = start
        self._closed: dict[str, Documents] = {}
        self._history: dict[int, list[tuple[int, Document]]] = {}

    def read(self) -> Documents:
        """Return the documents; they are shared, not copied."""
        if self._documents is None:
            self._documents = load(self._path)
        return self._documents

    def read_closed(self, year: str, sha256: str) -> Documents:
        """Return the documents of a closed year; raise `StoreUnusable` if they are not intact."""
        if year not in self._closed:
            self._closed[year] = load_closed(closed_path(self._path, year), year, sha256)
        return self._closed[year]

    def write_closed(self, year: str, content: bytes) -> None:
        """Write the file of a closed year; nothing names it until `write` has succeeded."""
        path = closed_path(self._path, year)
        with refusing_writes(path):
            path.unlink(missing_ok=True)
            replace_file(path, content)
            if path.read_bytes() != content:
                raise Refused(
                    f"Не записано: {path}: на диск попало не то, что записывалось. Прежние данные "
                    "целы. Проверьте диск и повторите команду."
                )
            sync_directory(path.parent)

    def remove_closed(self, year: str) -> None:
        """Remove the file of a year that no state names any more; one that stays does no harm."""
        with suppress(OSError):
            closed_path(self._path, year).unlink()

    def read_history(self, part: Part) -> list[tuple[int, Document]]:
        """Return the entries of a part of the history; raise `StoreUnusable`."""
        begun = part["begun"]
        if begun not in self._history:
            self._history[begun] = entries_of(self._path, part, migrate)
        return self._history[begun]

    def extend_history(
        self, parts: Sequence[Part], journal: Mapping[str, Document], revision: int
    ) -> list[Part]:
        """Add entries to the history and return the parts that are kept of it.

        As much is kept as the store itself takes. Nothing names what is new until `write` has
        succeeded, and the files of what is not kept any more stay until `remove_history`.
        """
        with refusing_writes(self._path):
            size = self._path.stat().st_size if self._path.exists() else 0
            longer = extended(self._path, parts, journal, revision)
        return within(longer, max(size, LEAST_BYTES))

    def remove_history(self, begun: int) -> None:
        """Remove a part that no state names any more; a file that stays does no harm."""
        with suppress(OSError):
            part_path(self._path, begun).unlink()

    def write(self, data: Documents) -> None:
        """Put the documents in the place of the file; the caller holds the lock.

        Raise `Refused` with the old file in its place, or `StoreUnusable` if the new one is
        there but the disk would not vouch for it.
        """
        with refusing_writes(self._path):
            if self._path.is_symlink():
                raise Refused(
                    f"{self._path} — ссылка, а не файл: запись заменила бы её. "
                    "Укажите папку, где лежит сам файл: --store ПАПКА."
                )
            replace_file(self._path, encode(data))
        self._documents = data
        with doubting_writes(self._path):
            sync_directory(self._path.parent)


def load(path: Path) -> Documents:
    """Return the documents of a file, in the schema of this rumo; raise `StoreUnusable`."""
    content = _content(path)
    try:
        documents = decode(content)
        migrate(documents)
        check(documents)
    except NewerSchemaError as error:
        raise StoreUnusable(
            f"Хранилище {path} записала более новая версия rumo (схема {error.found}, "
            f"а эта знает {error.known}). Обновите rumo: pip install --upgrade rumo."
        ) from None
    except ValueError as error:
        raise StoreUnusable(
            f"Хранилище повреждено: {path}: {error}. Ничего не изменено. {_remedy(path)}"
        ) from None
    return documents


def closed_path(store: Path, year: str) -> Path:
    """Return where the records of a closed year lie: beside the file of the others."""
    return store.with_name(f"{year}.json")


def load_closed(path: Path, year: str, sha256: str) -> Documents:
    """Return the documents of a closed year, in the schema of this rumo; raise `StoreUnusable`."""
    with refusing_reads(path):
        try:
            content = path.read_bytes()
        except FileNotFoundError:
            raise _lost(year, path, "нет") from None
    if digest(content) != sha256:
        raise _lost(year, path, "повреждён или изменён помимо rumo")
    documents = decode(content)
    migrate(documents)
    check_tables(documents)
    return documents


def _lost(year: str, path: Path, reason: str) -> StoreUnusable:
    return StoreUnusable(
        f"Записи закрытого {year} учебного года не читаются: файл {path} {reason}. "
        "Верните его из резервной копии: с закрытия года он не менялся. Остальные годы целы."
    )


def _content(path: Path) -> bytes:
    with refusing_reads(path):
        try:
            return path.read_bytes()
        except FileNotFoundError:
            raise StoreUnusable(f"Файл хранилища пропал: {path}. {_remedy(path)}") from None


def _remedy(path: Path) -> str:
    backup = backup_of(path)
    if backup.exists():
        return f"Состояние перед последней записью: {backup}. Скопируйте его в {path.name}."
    return "Верните файл из своей резервной копии."
