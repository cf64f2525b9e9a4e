"""Forgetting a person in every file of a store, so that an interruption is made good.

The plan is kept beside `store.json` until all is done: whoever takes the lock next goes on.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from rumo_cli.errors import Refused, StoreUnusable
from rumo_cli.records import all_kinds
from rumo_cli.records.kind import Kind
from rumo_cli.records.naming import Naming
from rumo_cli.records.values import Record
from rumo_cli.records.year import YEAR
from store.backups import FOLDER
from store.contract import Entry
from store.documents import JOURNAL, META, ONLY, Documents
from store.entries import to_document
from store.failures import refusing_writes, unfinished_writes
from store.files import marker_of, prepared_files, sync_directory, write_beside
from store.forget_files import (
    files_of,
    prepare_closed,
    prepare_history,
    rewrite_closed,
    rewrite_copy,
    rewrite_history,
)
from store.forget_plan import Plan, from_bytes, to_bytes
from store.forget_rewriting import NOTHING_RENAMED, Renamed, Rewriting
from store.snapshot import TinySnapshot
from store.storage import JsonStorage, load
from store.touching import RecordKey


class Mention(NamedTuple):
    """Where a person is named in the records; one that is not `certain` stays as it is."""

    key: RecordKey
    field: str
    text: str
    certain: bool


class Survey(NamedTuple):
    """What forgetting a person comes to."""

    plan: Plan
    mentions: list[Mention]
    commands: int
    copies: list[Path]
    strangers: list[Path]


class Outcome(NamedTuple):
    """What forgetting came to; `broken` are copies that cannot be read and may name the person."""

    copies: list[Path]
    broken: list[Path]


def survey(store: Path, plan: Plan) -> Survey:
    """Find where a person is named, in every file; raise `StoreUnusable` where one is broken.

    Broken backups do not stand in the way.
    """
    snapshot = TinySnapshot(JsonStorage(store))
    rewriting = Rewriting(plan)
    copies = _look_through(store, snapshot, rewriting)
    if plan.removing:
        plan = replace(plan, removed=frozenset(rewriting.belonging_to_person()))
        rewriting = Rewriting(plan)
        _look_through(store, snapshot, rewriting)
    found = replace(plan, touched=frozenset(rewriting.touched), revision=_revision(store))
    mentions = list(_mentions(snapshot, plan, rewriting.naming))
    return Survey(found, mentions, len(rewriting.commands), copies, files_of(store).strangers)


def _look_through(store: Path, snapshot: TinySnapshot, rewriting: Rewriting) -> list[Path]:
    """Let a rewriting see every file, and return the copies that it changes; nothing is written."""
    for _ in snapshot.journal():
        pass  # a broken history is told here
    files = files_of(store)
    rewriting.state(_documents_of(store), NOTHING_RENAMED)
    for path in files.history:
        rewrite_history(path, rewriting)
    for path in files.closed:
        rewrite_closed(path, rewriting)
    return [path for path in files.copies if _changes(path, rewriting)]


def _changes(path: Path, rewriting: Rewriting) -> bool:
    try:
        return rewrite_copy(path, rewriting, NOTHING_RENAMED) is not None
    except ValueError:
        return False


def _mentions(snapshot: TinySnapshot, plan: Plan, naming: Naming) -> Iterator[Mention]:
    years = tuple(snapshot.years())
    for kind in (*all_kinds().values(), YEAR):
        for number, record in snapshot.all(kind.key, years).items():
            key = RecordKey(kind.key, number)
            if not plan.only or key in plan.only:
                yield from _named_in(key, kind, record, naming)


def _named_in(key: RecordKey, kind: Kind, record: Record, naming: Naming) -> Iterator[Mention]:
    for name, value in record.items():
        label = kind.by_key[name].label if name in kind.by_key else name
        for text in value if isinstance(value, list) else [value]:
            if isinstance(text, str):
                yield from (Mention(key, label, each, True) for each in naming.notations(text))
                yield from (Mention(key, label, each, False) for each in naming.possible(text))


def forget(store: Path, plan: Plan) -> Outcome:
    """Carry a plan out; the caller holds the lock.

    Raise `Refused` where nothing was changed, `StoreUnusable` where the rest is left for whoever
    writes next.
    """
    marker = marker_of(store)
    with refusing_writes(marker):
        write_beside(marker, to_bytes(plan))
    return _carry_out(store, plan)


def finish(store: Path) -> None:
    """Go on with what was interrupted, if anything was; the caller holds the lock."""
    marker = marker_of(store)
    if marker.exists():
        with refusing_writes(marker):
            content = marker.read_bytes()
        try:
            plan = from_bytes(content)
        except (ValueError, TypeError):
            raise StoreUnusable(
                f"Забыть человека начали и не закончили, а план испорчен: {marker}. Удалите его "
                "и повторите: rumo store forget."
            ) from None
        _carry_out(store, plan)


def _carry_out(store: Path, plan: Plan) -> Outcome:
    rewriting = Rewriting(plan)
    renamed = Renamed({}, {})
    committed = _revision(store) > plan.revision
    try:
        with refusing_writes(store):
            _prepare(store, rewriting, renamed)
            if not committed:
                _commit(store, plan, rewriting, renamed)
    except Refused:
        if not committed:
            _give_up(store)
        raise
    with unfinished_writes(store):
        outcome = _rewrite_copies(store, rewriting, renamed)
        _put_in_place(store, renamed)
        marker_of(store).unlink()
    return outcome


def _prepare(store: Path, rewriting: Rewriting, renamed: Renamed) -> None:
    files = files_of(store)
    for path in files.closed:
        prepare_closed(path, rewriting, renamed)
    for path in files.history:
        prepare_history(path, rewriting, renamed)
    sync_directory(store.parent)


def _commit(store: Path, plan: Plan, rewriting: Rewriting, renamed: Renamed) -> None:
    documents = _documents_of(store)
    rewriting.state(documents, renamed)
    meta = documents[META][ONLY]
    meta["revision"] += 1
    at = datetime.fromisoformat(plan.at)
    entry = Entry(meta["revision"], at, plan.user, plan.command, changes={})
    documents.setdefault(JOURNAL, {})[str(entry.id)] = to_document(entry)
    JsonStorage(store, documents).write(documents)


def _rewrite_copies(store: Path, rewriting: Rewriting, renamed: Renamed) -> Outcome:
    outcome = Outcome([], [])
    for path in files_of(store).copies:
        try:
            content = rewrite_copy(path, rewriting, renamed)
        except ValueError:
            if rewriting.naming.may_be_in(path.read_bytes().decode(errors="ignore")):
                outcome.broken.append(path)
            continue
        if content is not None:
            write_beside(path, content)
            outcome.copies.append(path)
    return outcome


def _put_in_place(store: Path, renamed: Renamed) -> None:
    for path in prepared_files(store):
        path.replace(path.with_suffix(""))
    for path in files_of(store).closed:
        if any(path.stem.endswith(f"-{sha256}") for sha256 in renamed.closed):
            path.unlink()
    for folder in (store.parent, store.parent / FOLDER):
        for path in folder.glob("*.json*.new"):
            path.unlink()
    sync_directory(store.parent)


def _give_up(store: Path) -> None:
    """Leave no trace of what came to nothing."""
    with suppress(OSError):
        for path in (*prepared_files(store), marker_of(store)):
            path.unlink(missing_ok=True)


def _documents_of(store: Path) -> Documents:
    documents, _ = load(store)
    return documents


def _revision(store: Path) -> int:
    return int(_documents_of(store)[META][ONLY]["revision"])
