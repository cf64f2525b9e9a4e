"""Bringing an older state of a store back."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from rumo_cli.errors import Refused
from rumo_cli.records.closed_years import CLOSED, is_closed
from rumo_cli.records.values import Record
from store.backups import Reason, keep
from store.contract import YEAR_KIND, KindChanges, Transaction
from store.copies import highest_counters, opened
from store.documents import META, ONLY, Documents
from store.failures import refusing_reads, refusing_writes
from store.json_store import JsonStore
from store.snapshot import TinySnapshot
from store.stamps import Stamp, stamp_of
from store.storage import Damaged, JsonStorage
from store.transaction import TinyTransaction


class Restoration(NamedTuple):
    """What bringing a state back comes to.

    `changes` is what becomes of the records, `undone` how many commands since are not in it; both
    are None where the present state cannot be read.
    """

    at: datetime
    changes: Mapping[str, KindChanges] | None
    undone: int | None


def restoration(store: JsonStore, source: Path) -> Restoration:
    """Return what it would come to, and write nothing.

    Raise `Refused` where the copy is broken or of another store, `StoreUnusable` where a closed
    year that it names is gone.
    """
    with opened(source, store.path) as wanted:
        present = _present(store)
        if present is None:
            return Restoration(_stamp(wanted).at, None, None)
        transaction = TinyTransaction(present)
        return _become(transaction, wanted)


def restore(store: JsonStore, source: Path, command: str) -> Restoration:
    """Bring a state back under the lock, the present one being kept as a backup; see above.

    Where the present state can be read it is a command like others: the journal goes on, and
    `undo` takes it back. Where it cannot, the copy takes its place, its journal too. Ids that
    were given are given to nothing else.
    """
    with opened(source, store.path) as wanted:
        store.make_directory()
        with store.locked(command):
            present = _present(store)
            if present is None:
                return _replace(store, wanted, command)
            transaction = TinyTransaction(present)
            stamp = _stamp(present)
            done = _become(transaction, wanted)
            if done.changes:
                with refusing_writes(store.path):
                    keep(store.path, stamp, Reason.RESTORE)
                store.save(transaction, done.changes, command)
            return done


def _present(store: JsonStore) -> JsonStorage | None:
    """Return the present state, None where there is none that can be read."""
    storage = store.storage()
    try:
        storage.read()
    except Damaged:
        return None
    return storage


def _stamp(storage: JsonStorage) -> Stamp:
    with refusing_reads(storage.path):
        return stamp_of(storage.read(), storage.path.stat().st_mtime)


def _become(transaction: TinyTransaction, storage: JsonStorage) -> Restoration:
    """Let a transaction lead to another state of the same store, and return what that comes to."""
    wanted = TinySnapshot(storage)
    if wanted.identity() != transaction.identity():
        raise Refused(
            "Это копия другого хранилища. Чтобы работать с ней, сделайте из неё хранилище: "
            "rumo store copy КОПИЯ ПАПКА."
        )
    become(transaction, wanted, {*transaction.kinds(), *wanted.kinds()} - {YEAR_KIND})
    undone = max(0, transaction.revision() - wanted.revision())
    return Restoration(_stamp(storage).at, transaction.changes(), undone)


def become(transaction: TinyTransaction, wanted: TinySnapshot, kinds: Iterable[str]) -> None:
    """Make every record and setting what another state says they are.

    Years that are closed here or there are opened first, and closed again at the end.
    """
    settings = wanted.years()
    differing = [
        year for year in {**transaction.years(), **settings} if _differs(year, transaction, wanted)
    ]
    for year in differing:
        _open(transaction, year)
    for kind in sorted(kinds):
        _settle(transaction, kind, wanted.all(kind, differing))
    for year in sorted(transaction.years().keys() - settings.keys()):
        transaction.remove(YEAR_KIND, int(year[:4]))
    for year, of_year in settings.items():
        transaction.open_year(year)
        if transaction.years()[year] != of_year:
            transaction.replace(YEAR_KIND, int(year[:4]), dict(of_year))


def _differs(year: str, here: TinySnapshot, there: TinySnapshot) -> bool:
    """Tell whether a year is not one and the same closed year in both states."""
    content = here.digest_of_closed(year)
    same = content is not None and content == there.digest_of_closed(year)
    return not same or here.years()[year] != there.years().get(year)


def _open(transaction: Transaction, year: str) -> None:
    settings = transaction.years().get(year, {})
    if is_closed(settings):
        opened_again = {key: value for key, value in settings.items() if key != CLOSED}
        transaction.replace(YEAR_KIND, int(year[:4]), opened_again)


def _settle(transaction: Transaction, kind: str, wanted: Mapping[int, Record]) -> None:
    present = transaction.all(kind)
    for number in present.keys() - wanted.keys():
        transaction.remove(kind, number)
    for number, record in wanted.items():
        if number not in present:
            _bring(transaction, kind, number, record)
        elif present[number] != record:
            transaction.replace(kind, number, record)


def _bring(transaction: Transaction, kind: str, number: int, record: Record) -> None:
    if number < transaction.next_id(kind):
        transaction.restore(kind, number, record)
    else:
        transaction.add(kind, record, number)


def _replace(store: JsonStore, wanted: JsonStorage, command: str) -> Restoration:
    """Put a copy in the place of a state that cannot be read."""
    documents = wanted.read()
    at = _stamp(wanted).at
    _go_on_counting(store.path, documents)
    storage = store.storage(documents)
    for year, entry in documents[META][ONLY]["closed"].items():
        storage.write_closed(year, wanted.closed_content(year, entry["sha256"]))
    storage.take_history(wanted)
    with refusing_writes(store.path):
        _put_away_damaged(store)
    store.save(TinyTransaction(storage), {}, command)
    return Restoration(at, None, None)


def _put_away_damaged(store: JsonStore) -> None:
    """Keep the broken file among the backups; the state before it stays the `.bak`."""
    if store.path.exists():
        keep(store.path, Stamp(store.now().astimezone(UTC), 0, 0), Reason.DAMAGED)
        store.path.unlink()


def _go_on_counting(store: Path, documents: Documents) -> None:
    """Let ids and revisions go on from the highest that any state beside the store knows."""
    meta = documents[META][ONLY]
    revision, counters = highest_counters(store)
    meta["revision"] = max(meta["revision"], revision)
    for kind, counter in counters.items():
        meta["counters"][kind] = max(counter, meta["counters"].get(kind, 0))
