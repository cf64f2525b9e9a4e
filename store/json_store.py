"""The store as a directory with one JSON file."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from rumo_cli.errors import Refused, StoreUnusable
from store.contract import Change, KindChanges, Snapshot
from store.documents import Documents, new_documents
from store.failures import refusing_reads, refusing_writes
from store.files import backup_of, marker_of, sync_directory
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
    a write has been carried out. `called` is the command that means this store, for messages.
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
        called: str = "rumo",
    ) -> None:
        self.location = str(directory)
        self.created = False
        self.directory = directory
        self.path = directory / FILE_NAME
        self._clock = clock
        self.user = user
        self._wait = wait
        self._create_parents = create_parents
        self._tell = tell
        self._called = called

    def exists(self) -> bool:
        """Tell whether the directory holds a store, be it a damaged one."""
        with refusing_reads(self.path):
            return self.path.exists() or backup_of(self.path).exists() or self._has_backups()

    def _has_backups(self) -> bool:
        from store.backups import backups_of

        return bool(backups_of(self.path))

    def read(self) -> Snapshot:
        """Return the present state; raise `StoreUnusable`. Takes no lock, waits for nobody."""
        if not self.exists():
            raise StoreUnusable(
                f"Хранилища нет: {self.location}. Его создаст первая команда, которая что-нибудь "
                "запишет; если оно в другом месте, укажите его: --store ПАПКА."
            )
        return TinySnapshot(self.storage())

    def run(self, change: Change[T], *, command: str) -> T:
        """Carry out one change as one transaction; see `Store.run`."""
        from store.places import check_place

        check_place(self.directory)
        if not self.exists():
            return self._run_first(change, command)
        with self.locked(command):
            return self._run_alone(change, command)

    def _run_first(self, change: Change[T], command: str) -> T:
        """Carry a change out before there is a store, and make one only if it came to anything."""
        transaction = self._transaction(new_documents())
        result = change(transaction)
        changes = transaction.changes()
        if not changes:
            return result
        self.make_directory()
        with self.locked(command):
            if self.exists():  # another process was faster
                return self._run_alone(change, command)
            self.save(transaction, changes, command)
        self.created = True
        self._warn_of_place()
        return result

    def _warn_of_place(self) -> None:
        from store.places import service_of, synced

        if service := service_of(self.directory):
            self._tell(synced(self.directory, service))

    def _run_alone(self, change: Change[T], command: str) -> T:
        transaction = self._transaction()
        result = change(transaction)
        changes = transaction.changes()
        if changes:
            self.save(transaction, changes, command)
        return result

    @contextmanager
    def locked(self, command: str) -> Iterator[None]:
        """Hold the lock of the store under the name of a command; raise `StoreBusy`.

        What an interrupted forgetting left undone is done first.
        """
        from store.lock import locked, this_process

        holder = this_process(self.user, command, f"{self._clock():%d.%m.%Y %H:%M:%S}")
        with locked(self.path, holder, self._wait):
            self._finish_forgetting()
            yield

    def _finish_forgetting(self) -> None:
        with refusing_writes(self.path):
            interrupted = marker_of(self.path).exists()
        if interrupted:
            from store.forgetting import finish

            finish(self.path)

    def save(
        self, transaction: "TinyTransaction", changes: Mapping[str, KindChanges], command: str
    ) -> None:
        """Write what a transaction comes to; the caller holds the lock."""
        transaction.save(changes, at=self._clock(), user=self.user, command=command)
        for doubt in transaction.doubts():
            self._tell(doubt)

    def storage(self, start: Documents | None = None) -> JsonStorage:
        """Return the storage of the present state, or of the one that it starts with."""
        return JsonStorage(self.path, start, called=self._called, patience=self._wait)

    def now(self) -> datetime:
        """Return the present time."""
        return self._clock()

    def _transaction(self, start: Documents | None = None) -> "TinyTransaction":
        from store.transaction import TinyTransaction

        return TinyTransaction(self.storage(start))

    def make_directory(self) -> None:
        """Make the directory if it is missing; raise `Refused`."""
        parent = self.directory.parent
        with refusing_writes(self.directory):
            if not self._create_parents and not parent.is_dir():
                raise Refused(
                    f"Хранилище {self.location} не создано: нет папки {parent}. "
                    "Создайте её или укажите другое место: --store ПАПКА."
                )
            self.directory.mkdir(mode=0o700, parents=self._create_parents, exist_ok=True)
            sync_directory(parent)
