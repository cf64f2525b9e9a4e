"""Changes to the store: functions that its `run` carries out, free of prompts and printing."""

from collections.abc import Iterable, Sequence

from commands.describing import named
from commands.reading import find_record, missing, with_id
from rumo_cli.errors import NotFound, Refused
from rumo_cli.intake.verdicts import Action, Settled, Verdict
from rumo_cli.records import kind_of
from rumo_cli.records.directory import Directory
from rumo_cli.records.kind import Kind, compact
from rumo_cli.records.references import Referrer, references, referrers, renamed, resolved
from rumo_cli.records.values import Record
from store.contract import Snapshot, Transaction

NAMED = 10
"""How many records a message names before it only counts the rest."""

_KNOWN_BY_NAME = frozenset({"omo", "programme"})
"""Kinds that others name by code or title; to look for those costs a pass over all records."""


def add_record(transaction: Transaction, kind: Kind, record: Record) -> int:
    """Add a record with its defaults and return its id."""
    record = compact(kind.defaults | record)
    _check_references(transaction, kind, record)
    number = transaction.add(kind.key, record)
    _settle_names(transaction, kind, record)
    return number


def replace_record(transaction: Transaction, kind: Kind, record: Record) -> None:
    """Put a record in the place of the one with its id; what named that one names it anew."""
    number = int(str(record["id"]))
    kept = compact(record | {"id": None})
    _check_references(transaction, kind, kept)
    _put(transaction, kind, number, kept)
    _settle_names(transaction, kind, kept)


def remove_records(transaction: Transaction, kind: Kind, numbers: Iterable[int]) -> None:
    """Remove records; `Refused` lists what depends on them."""
    for number in numbers:
        check_removable(transaction, kind, number)
        transaction.remove(kind.key, number)


def check_removable(snapshot: Snapshot, kind: Kind, number: int) -> None:
    """Raise `Refused` where other records name this one, with the list of them."""
    record = find_record(snapshot, kind, number)
    depending = list(referrers(kind, number, record, snapshot.all))
    if depending:
        raise Refused(_still_needed(kind, record, depending))


def apply_import(transaction: Transaction, settled: Sequence[Settled]) -> None:
    """Write what an import settled: brought records, additions in order, updates."""
    for each in settled:
        for key, brought in each.brought:
            _write_new(transaction, kind_of(key), brought, None)
        kind = each.register.kind
        added = [verdict for verdict in each.verdicts if verdict.action is Action.ADDED]
        for verdict in sorted(added, key=_own_id):
            _write_new(transaction, kind, verdict.record, verdict.incoming.record.get("id"))
        for verdict in each.verdicts:
            if verdict.action is Action.UPDATED and verdict.number and verdict.number > 0:
                _put(transaction, kind, verdict.number, verdict.record)
    if any(each.register.kind.key == "omo" for each in settled):
        _resolve_associations(transaction)


def _put(transaction: Transaction, kind: Kind, number: int, record: Record) -> None:
    """Put a record in its place; in records that name it by its old name the new one stands."""
    if kind.key in _KNOWN_BY_NAME:
        before = find_record(transaction, kind, number)
        for referrer in list(referrers(kind, number, before, transaction.all)):
            anew = renamed(referrer, before, record)
            if anew is not None:
                transaction.replace(referrer.kind.key, referrer.number, anew)
    transaction.replace(kind.key, number, record)


def _write_new(transaction: Transaction, kind: Kind, record: Record, wanted: object) -> None:
    if kind.yearly:
        transaction.open_year(str(record["academic_year"]))
    unused = isinstance(wanted, int) and wanted >= transaction.next_id(kind.key)
    transaction.add(kind.key, record, wanted if unused and isinstance(wanted, int) else None)


def _own_id(verdict: Verdict) -> int:
    number = verdict.incoming.record.get("id")
    return number if isinstance(number, int) else 0


def _check_references(snapshot: Snapshot, kind: Kind, record: Record) -> None:
    for field, other, number in references(kind, record):
        if snapshot.get(other, number) is None:
            raise NotFound(f"--{field.option_name}: {missing(other, number)}")


def _settle_names(transaction: Transaction, kind: Kind, record: Record) -> None:
    if kind.yearly:
        transaction.open_year(str(record["academic_year"]))
    elif kind.key == "omo":
        _resolve_associations(transaction)


def _resolve_associations(transaction: Transaction) -> None:
    directory = Directory(transaction.all("omo").values())
    for key, number, record in list(resolved(directory, transaction.all)):
        transaction.replace(key, number, record)


def _still_needed(kind: Kind, record: Record, depending: Sequence[Referrer]) -> str:
    lines = [f"{named(kind, record)} удалить нельзя: на эту запись ссылаются"]
    lines += [
        f"  {named(each.kind, with_id(each.number, each.record))}" for each in depending[:NAMED]
    ]
    if len(depending) > NAMED:
        lines.append(f"  … и ещё {len(depending) - NAMED}")
    return "\n".join([*lines, "Сначала измените или удалите их."])
