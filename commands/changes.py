"""Changes to the store: functions that its `run` carries out, free of prompts and printing."""

from collections.abc import Iterable, Sequence

from commands.describing import named
from commands.reading import find_record, missing, with_id
from rumo_cli.errors import NotFound, Refused
from rumo_cli.records.directory import Directory
from rumo_cli.records.kind import Kind, compact
from rumo_cli.records.references import (
    AllOf,
    Referrer,
    is_renamed,
    references,
    referrers,
    renamed,
    resolved,
)
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
    put_record(transaction, kind, number, kept)
    _settle_names(transaction, kind, kept)


def remove_records(transaction: Transaction, kind: Kind, numbers: Iterable[int]) -> None:
    """Remove records; `Refused` lists what depends on them."""
    for number in numbers:
        check_removable(transaction, kind, number)
        transaction.remove(kind.key, number)


def check_removable(snapshot: Snapshot, kind: Kind, number: int) -> None:
    """Raise `Refused` where other records name this one, with the list of them."""
    record = find_record(snapshot, kind, number)
    depending = list(referrers(kind, number, record, _all_that_may_name(snapshot, kind)))
    if depending:
        raise Refused(_still_needed(kind, record, depending))


def _all_that_may_name(snapshot: Snapshot, kind: Kind) -> AllOf:
    """Return the records that may name one of a kind; what belongs to no year is named in all."""
    years = () if kind.yearly else tuple(snapshot.years())
    return lambda other: snapshot.all(other, years)


def put_record(transaction: Transaction, kind: Kind, number: int, record: Record) -> None:
    """Put a record in its place; in records that name it by its old name the new one stands.

    Raise `Refused` where one of those is of a closed year.
    """
    if kind.key in _KNOWN_BY_NAME:
        before = find_record(transaction, kind, number)
        if is_renamed(kind, before, record):
            _rename(transaction, kind, before, record)
    transaction.replace(kind.key, number, record)


def _rename(transaction: Transaction, kind: Kind, before: Record, record: Record) -> None:
    number, all_of = int(str(before["id"])), _all_that_may_name(transaction, kind)
    for referrer in list(referrers(kind, number, before, all_of)):
        anew = renamed(referrer, before, record)
        if anew is not None:
            transaction.replace(referrer.kind.key, referrer.number, anew)


def resolve_associations(transaction: Transaction) -> None:
    """Put codes in the place of names that the directory of associations has come to know."""
    directory = Directory(transaction.all("omo").values())
    for key, number, record in list(resolved(directory, transaction.all)):
        transaction.replace(key, number, record)


def _check_references(snapshot: Snapshot, kind: Kind, record: Record) -> None:
    for field, other, number in references(kind, record):
        if snapshot.get(other, number) is None:
            raise NotFound(f"--{field.option_name}: {missing(other, number)}")


def _settle_names(transaction: Transaction, kind: Kind, record: Record) -> None:
    if kind.yearly:
        transaction.open_year(str(record["academic_year"]))
    elif kind.key == "omo":
        resolve_associations(transaction)


def _still_needed(kind: Kind, record: Record, depending: Sequence[Referrer]) -> str:
    lines = [f"{named(kind, record)} удалить нельзя: на эту запись ссылаются"]
    lines += [
        f"  {named(each.kind, with_id(each.number, each.record))}" for each in depending[:NAMED]
    ]
    if len(depending) > NAMED:
        lines.append(f"  … и ещё {len(depending) - NAMED}")
    return "\n".join([*lines, "Сначала измените или удалите их."])
