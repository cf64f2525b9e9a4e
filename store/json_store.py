"""The store as a directory with one JSON file."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from rumo_cli.errors import Refused, StoreUnusable
from store.contract import Change, KindChanges, Snapshot
from store.documents import Documents, new_documents
from store.failures import refusing_reads, refusing_writes
from store.files import backup_of, sync_directory
from store.snapshot import TinySnapshot
from store.storage import JsonStorage

if TYPE_CHECKING:
    from store.transaction import TinyTransaction

T = TypeVar("T")

FILE_NAME = "store.json"


class JsonStore:
    """A `Store` in a directory: `store.json`, its lock, and the state before the last write.

    `clock` must tell the time with its offset; `user` goes into the journal; `wait` is how many
    seconds a write waits for another one. `create_parents` lets a first write make the
    directories above as well; else the one above must exist. `tell` hears what is doubtful once
    a write has been carried out.
    """

    def __init__(
        self,
        directory: Path,
        *,
        clock: Callable[[], datetime],
        user: str,
        wait: float,
        create_parents: bool = False,
        tell: Callable[[str], object] = lambda doubt: None,
    ) -> None:
        self.location = str(directory)
        self.created = False
        self._directory = directory
        self._path = directory / FILE_NAME
        self._clock = clock
        self._user = user
        self._wait = wait
        self._create_parents = create_parents
        self._tell = tell

    def exists(self) -> bool:
        """Tell whether the directory holds a store, be it a damaged one."""
        with refusing_reads(self._path):
            return self._path.exists() or backup_of(self._path).exists()

    def read(self) -> Snapshot:
        """Return the present state; raise `StoreUnusable`. Takes no lock, waits for nobody."""
        if not self.exists():
            raise StoreUnusable(
                f"Хранилища нет: {self.location}. Его создаст первая команда, которая что-нибудь "
                "запишет; если оно в другом месте, укажите его: --store ПАПКА."
            )
        return TinySnapshot(JsonStorage(self._path))

    def run(self, change: Change[T], *, command: str) -> T:
        """Carry out one change as one transaction; see `Store.run`."""
        if not self.exists():
            return self._run_first(change, command)
        with self._locked(command):
            return self._run_alone(change, command)

    def _run_first(self, change: Change[T], command: str) -> T:
        """Carry a change out before there is a store, and make one only if it came to anything."""
        transaction = self._transaction(new_documents())
        result = change(transaction)
        changes = transaction.changes()
        if not changes:
            return result
        self._make_directory()
        with self._locked(command):
            if self.exists():  # another process was faster
                return self._run_alone(change, command)
            self._save(transaction, changes, command)
        self.created = True
        return result

    def _run_alone(self, change: Change[T], command: str) -> T:
        transaction = self._transaction()
        result = change(transaction)
        changes = transaction.changes()
        if changes:
            self._save(transaction, changes, command)
        return result

    def _locked(self, command: str) -> AbstractContextManager[None]:
        from store.lock import locked, this_process

        holder = this_process(self._user, command, f"{self._clock():%d.%m.%Y %H:%M:%S}")
        return locked(self._path, holder, self._wait)

    def _save(
        self, transaction: "TinyTransaction", changes: Mapping[str, KindChanges], command: str
    ) -> None:
        transaction.save(changes, at=self._clock(), user=self._user, command=command)
        for doubt in transaction.doubts():
            self._tell(doubt)

    def _transaction(self, start: Documents | None = None) -> "TinyTransaction":
        from store.transaction import TinyTransaction

        return TinyTransaction(JsonStorage(self._path, start))

    def _make_directory(self) -> None:
        parent = self._directory.parent
        with refusing_writes(self._directory):
            if not self._create_parents and not parent.is_dir():
                raise Refused(
                    f"Хранилище {self.location} не создано: нет папки {parent}. "
                    "Создайте её или укажите другое место: --store ПАПКА."
                )
            self._directory.mkdir(mode=0o700, parents=self._create_parents, exist_ok=True)
            sync_directory(parent)
