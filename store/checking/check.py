"""The whole check of a store, and its repair."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from rumo_cli.errors import Refused, StoreUnusable
from rumo_cli.records.directory import Directory
from rumo_cli.text import fold
from store.backups import Reason, keep
from store.checking.journals import check_journal
from store.checking.lines import Lines, doubled, lines_of
from store.checking.problem import Problem, as_rewritten
from store.checking.records import Around, check_associations, check_records
from store.checking.service import (
    check_counters,
    check_revisions,
    check_tables_of,
    check_years,
)
from store.contract import YEAR_KIND
from store.documents import META, ONLY, Document, Documents, check_meta
from store.failures import refusing_writes
from store.json_store import JsonStore
from store.runs import ids_in
from store.stamps import stamp_of
from store.storage import Damaged, JsonStorage, closed_path, decoded_closed, migrated
from store.transaction import TinyTransaction


class Repaired(NamedTuple):
    """What a repair has set right, and what is left for a person."""

    mended: list[Problem]
    left: list[Problem]


def check_store(store: JsonStore) -> list[Problem]:
    """Return what is wrong with a store.

    Raise `StoreUnusable` for one that cannot be read at all, or is missing.
    """
    content, documents = _read(store)
    return list(_check(store, content, documents))


def repair_store(store: JsonStore, command: str) -> Repaired:
    """Set right what can be set right without guessing, as one command, after a backup.

    Raise `Refused` where to write the file would lose what a person has to decide on.
    """
    with store.locked(command):
        content, documents = _read(store)
        found = list(_check(store, content, documents))
        mendable = [problem for problem in found if problem.mendable]
        if mendable:
            _demand_nothing_lossy(found)
            _mend(store, documents, mendable, command)
    return Repaired(mendable, check_store(store) if mendable else found)


def _read(store: JsonStore) -> tuple[bytes, Documents]:
    """Return the file and its documents; what can only be replaced raises `StoreUnusable`."""
    try:
        store.read()
    except Damaged as error:
        read = _legible(store.path)
        if read is None:
            raise error from None
        return read
    content = store.path.read_bytes()
    return content, migrated(content)


def _legible(path: Path) -> tuple[bytes, Documents] | None:
    """Return a broken file and its documents where it says at least what it is."""
    try:
        content = path.read_bytes()
        documents = migrated(content)
        check_meta(documents)
    except (OSError, ValueError):
        return None
    return content, documents


def _check(store: JsonStore, content: bytes, documents: Documents) -> Iterator[Problem]:
    lines = lines_of(content)
    yield from doubled(content, lines)
    broken = [*check_tables_of(documents, lines)]
    yield from broken
    if broken:
        return
    storage = JsonStorage(store.path, documents)
    closed, problems = _closed(storage, documents)
    yield from problems
    around = _around(documents, [of_year for of_year, _ in closed.values()])
    yield from check_counters(documents, around.ids)
    yield from check_revisions(documents, lines)
    yield from check_years(documents, lines)
    yield from check_records(documents, lines, around)
    for year, (of_year, lines_of_year) in closed.items():
        yield from check_records(of_year, lines_of_year, around, f"{year}.json")
    yield from check_associations(documents, around.directory)
    if not problems:
        yield from check_journal(storage, lines)


def _closed(
    storage: JsonStorage, documents: Documents
) -> tuple[dict[str, tuple[Documents, Lines]], list[Problem]]:
    """Return the closed years that can be read, with the lines of their records."""
    read: dict[str, tuple[Documents, Lines]] = {}
    problems: list[Problem] = []
    for year, entry in documents[META][ONLY]["closed"].items():
        try:
            content = storage.closed_content(year, entry["sha256"])
            read[year] = decoded_closed(content), lines_of(content)
        except (StoreUnusable, ValueError, KeyError, TypeError) as error:
            problems.append(Problem("error", year, str(error), file=f"{year}.json"))
            continue
        problems += _of_closed(storage, year, entry, read[year][0])
    return read, problems


def _of_closed(
    storage: JsonStorage, year: str, entry: Document, documents: Documents
) -> Iterator[Problem]:
    file = f"{year}.json"
    if not closed_path(storage.home, year).is_file():
        message = "файл закрытого года лежит не на месте, а среди резервных копий"
        yield Problem("error", year, message, file=file, mend=as_rewritten)
    ids = {kind: sorted(map(int, documents[kind])) for kind in documents if kind[0] != "_"}
    if ids != {kind: [*ids_in(runs)] for kind, runs in entry["ids"].items()}:
        yield Problem("error", year, "в файле не те номера, что названы в store.json", file=file)


def _around(documents: Documents, closed: Iterable[Documents]) -> Around:
    """Return what the records of all files are checked against."""
    ids: defaultdict[str, set[int]] = defaultdict(set)
    titles: set[tuple[str, str, str]] = set()
    for name, table in chain.from_iterable(each.items() for each in (documents, *closed)):
        if not name.startswith("_"):
            ids[name].update(map(int, table))
            titles.update(
                (name, str(each.get("academic_year")), fold(str(each.get("title"))))
                for each in table.values()
            )
    years = {f"{first}-{first + 1}" for first in ids[YEAR_KIND]}
    return Around(ids, years, Directory(documents.get("omo", {}).values()), titles)


def _demand_nothing_lossy(found: Iterable[Problem]) -> None:
    lossy = [problem.place for problem in found if problem.lossy]
    if lossy:
        raise Refused(
            f"Записано дважды и по-разному: {', '.join(lossy)}. Исправление потеряло бы одно из "
            "двух: оставьте в store.json верное и повторите. Ничего не изменено."
        )


def _mend(
    store: JsonStore, documents: Documents, mendable: Iterable[Problem], command: str
) -> None:
    with refusing_writes(store.path):
        keep(store.path, stamp_of(documents, store.path.stat().st_mtime), Reason.REPAIR)
    for problem in mendable:
        if problem.mend:
            problem.mend(documents)
    storage = store.storage(documents)
    _put_closed_in_place(storage, documents)
    transaction = TinyTransaction(storage)
    for problem in mendable:
        if problem.settle:
            problem.settle(transaction)
    store.save(transaction, transaction.changes(), command)


def _put_closed_in_place(storage: JsonStorage, documents: Documents) -> None:
    for year, entry in documents[META][ONLY]["closed"].items():
        with suppress(StoreUnusable):
            storage.write_closed(year, storage.closed_content(year, entry["sha256"]))
