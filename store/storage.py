"""The storage that TinyDB reads `store.json` through: reads once, replaces the file whole."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from time import time

from rumo_cli.errors import Refused, StoreUnusable
from store.documents import (
    META,
    ONLY,
    SCHEMA,
    Document,
    Documents,
    check,
    check_tables,
    decode,
    digest,
    encode,
)
from store.failures import doubting_writes, refusing_reads, refusing_writes, unkept
from store.files import PATIENCE, copy_file, prepared, replace_file, sync_directory
from store.history import LEAST_BYTES, Part, entries_of, extended, part_path, within
from store.migrations import NewerSchemaError, migrate
from store.stamps import Stamp, same_hour, stamp_of


class JsonStorage:
    """The file as one state: parsed at the first read, the same documents ever after.

    `start` takes the place of the file for a store that is still to be made; without it a
    missing, empty or damaged file raises `StoreUnusable` and is never taken for a new store.
    `home` is the file beside which the closed years and the history lie, where that is another.
    `called` is the command that means this store, for messages; `patience` is that of
    `replace_file`.
    """

    def __init__(
        self,
        path: Path,
        start: Documents | None = None,
        *,
        home: Path | None = None,
        called: str = "rumo",
        patience: float = PATIENCE,
    ) -> None:
        self._patience = patience
        self.path = path
        self._called = called
        self.home = home or path
        self._documents = start
        self._stamp: Stamp | None = None
        self._closed: dict[str, Documents] = {}
        self._history: dict[int, list[tuple[int, Document]]] = {}
        self.doubts: list[str] = []
        """What to tell the person after a write."""

    def read(self) -> Documents:
        """Return the documents; they are shared, not copied."""
        if self._documents is None:
            self._documents, self._stamp = load(self.path, self._called)
        return self._documents

    def read_closed(self, year: str, sha256: str) -> Documents:
        """Return the documents of a closed year; raise `StoreUnusable` if they are not intact."""
        if year not in self._closed:
            self._closed[year] = decoded_closed(self.closed_content(year, sha256))
        return self._closed[year]

    def closed_content(self, year: str, sha256: str) -> bytes:
        """Return the file of a closed year; raise `StoreUnusable` if it is not intact."""
        return closed_content(self.home, year, sha256)

    def write_closed(self, year: str, content: bytes) -> None:
        """Write the file of a closed year; nothing names it until `write` has succeeded."""
        path = closed_path(self.home, year)
        with refusing_writes(path):
            if path.exists() and path.read_bytes() == content:
                return
            _set_aside(self.home, path, year)
            replace_file(path, content)
            if path.read_bytes() != content:
                raise Refused(
                    f"Не записано: {path}: на диск попало не то, что записывалось. Прежние данные "
                    "целы. Проверьте диск и повторите команду."
                )
            sync_directory(path.parent)

    def remove_closed(self, year: str) -> None:
        """Remove the file of a year that no state names any more; one that stays does no harm.

        Where a backup names it, it moves beside the backups.
        """
        with suppress(OSError):
            _set_aside(self.home, closed_path(self.home, year), year)

    def read_history(self, part: Part) -> list[tuple[int, Document]]:
        """Return the entries of a part of the history; raise `StoreUnusable`."""
        begun = part["begun"]
        if begun not in self._history:
            self._history[begun] = entries_of(self.home, part, migrate)
        return self._history[begun]

    def extend_history(
        self, parts: Sequence[Part], journal: Mapping[str, Document], revision: int
    ) -> list[Part]:
        """Add entries to the history and return the parts that are kept of it.

        As much is kept as the store itself takes. Nothing names what is new until `write` has
        succeeded, and the files of what is not kept any more stay until `remove_history`.
        """
        with refusing_writes(self.path):
            size = self.path.stat().st_size if self.path.exists() else 0
            longer = extended(self.path, parts, journal, revision)
        return within(longer, max(size, LEAST_BYTES))

    def take_history(self, other: "JsonStorage") -> None:
        """Copy the parts of the history that another storage has and this one lacks."""
        for part in other.read()[META][ONLY]["history"]:
            source, target = (part_path(home, part["begun"]) for home in (other.home, self.home))
            if source.exists() and not target.exists():
                with refusing_writes(target):
                    copy_file(source, target)

    def remove_history(self, begun: int) -> None:
        """Remove a part that no state names any more; a file that stays does no harm."""
        with suppress(OSError):
            part_path(self.path, begun).unlink()

    def write(self, data: Documents) -> None:
        """Put the documents in the place of the file; the caller holds the lock.

        Raise `Refused` with the old file in its place, or `StoreUnusable` if the new one is
        there but the disk would not vouch for it.
        """
        with refusing_writes(self.path):
            if self.path.is_symlink():
                raise Refused(
                    f"{self.path} — ссылка, а не файл: запись заменила бы её. "
                    "Укажите папку, где лежит сам файл: --store ПАПКА."
                )
            self._keep_backup(data)
            replace_file(self.path, encode(data), self._patience)
        self._documents = data
        with doubting_writes(self.path):
            sync_directory(self.path.parent)

    def _keep_backup(self, data: Documents) -> None:
        """Keep the state that is about to be replaced, if it is the last of its hour.

        Before a migration it is kept in any case, or nothing is written; else a disk that takes
        no backup is no reason to refuse the command.
        """
        before = self._stamp
        if before is None:
            return
        if before.schema < SCHEMA:
            self._keep_old_schema(before)
        elif not same_hour(before, stamp_of(data, time())):
            self._rotate(before)

    def _keep_old_schema(self, before: Stamp) -> None:
        from store.backups import Reason, keep

        keep(self.path, before, Reason.MIGRATION)

    def _rotate(self, before: Stamp) -> None:
        from store.aside import sweep
        from store.backups import folder_of, keep, thin

        try:
            keep(self.path, before)
        except OSError as error:
            self.doubts.append(unkept(folder_of(self.path), error))
        thin(self.path)
        sweep(self.path)


class Damaged(StoreUnusable):
    """The file of a store is gone or broken; a copy may take its place."""


def parsed(content: bytes) -> Documents:
    """Return the documents of a file, whole and in the schema of this rumo.

    Raise `ValueError`, in words for a person, or `NewerSchemaError`.
    """
    documents = migrated(content)
    check(documents)
    return documents


def migrated(content: bytes) -> Documents:
    """Return the documents of a file, whole or not, in the schema of this rumo.

    Raise `ValueError`, in words for a person, or `NewerSchemaError`.
    """
    documents = decode(content)
    migrate(documents)
    return documents


def load(path: Path, called: str = "rumo") -> tuple[Documents, Stamp]:
    """Return the documents of a file, in the schema of this rumo, and which state they are.

    Raise `Damaged`, which names the newest state that can be read and how to bring it back by
    `called`, the command that means this store; `StoreUnusable` for a newer schema.
    """
    content, modified = _content(path, called)
    documents: Documents = {}
    try:
        documents = decode(content)
        stamp = stamp_of(documents, modified)
        migrate(documents)
        check(documents)
    except NewerSchemaError as error:
        raise StoreUnusable(
            f"Хранилище {path} записала более новая версия rumo (схема {error.found}, "
            f"а эта знает {error.known}). Обновите rumo: pip install --upgrade rumo."
        ) from None
    except ValueError as error:
        mending = f" Исправить, что можно: {called} store check --repair" if documents else ""
        raise Damaged(
            f"Хранилище повреждено: {path}: {error}. Ничего не изменено. "
            f"{_remedy(path, called)}{mending}"
        ) from None
    return documents, stamp


def _set_aside(store: Path, path: Path, year: str) -> None:
    from store.aside import set_aside

    set_aside(store, path, year)


def closed_path(store: Path, year: str) -> Path:
    """Return where the records of a closed year lie: beside the file of the others."""
    return store.with_name(f"{year}.json")


def closed_content(store: Path, year: str, sha256: str) -> bytes:
    """Return the file of a closed year, from its place or from beside the backups.

    Raise `StoreUnusable`.
    """
    from store.aside import aside_path

    path = closed_path(store, year)
    with refusing_reads(path):
        for each in (path, aside_path(store, year, sha256), prepared(path)):
            if each.exists() and digest(content := each.read_bytes()) == sha256:
                return content
        raise _lost(year, path, "повреждён или изменён помимо rumo" if path.exists() else "нет")


def decoded_closed(content: bytes) -> Documents:
    """Return the documents of a closed year, in the schema of this rumo."""
    documents = migrated(content)
    check_tables(documents)
    return documents


def _lost(year: str, path: Path, reason: str) -> StoreUnusable:
    return StoreUnusable(
        f"Записи закрытого {year} учебного года не читаются: файл {path} {reason}. "
        "Верните его из резервной копии: с закрытия года он не менялся. Остальные годы целы."
    )


def _content(path: Path, called: str) -> tuple[bytes, float]:
    with refusing_reads(path):
        try:
            return path.read_bytes(), path.stat().st_mtime
        except FileNotFoundError:
            raise Damaged(f"Файл хранилища пропал: {path}. {_remedy(path, called)}") from None


def _remedy(path: Path, called: str) -> str:
    from store.copies import newest_good

    good = newest_good(path)
    if good is None:
        return f"Целой копии рядом нет; верните свою: {called} store restore ФАЙЛ."
    return f"Последняя целая копия рядом — {good.name}. Вернуть её: {called} store restore."
