"""Which records name which: found from the types of fields, for every kind alike."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from rumo_cli.records import all_kinds
from rumo_cli.records.directory import Directory
from rumo_cli.records.fields import (
    AssociationCodes,
    Field,
    Owner,
    RecordId,
    RecordLinks,
    RecordName,
)
from rumo_cli.records.fields.references import link_to
from rumo_cli.records.kind import Kind
from rumo_cli.records.values import Record, Value
from rumo_cli.text import fold

AllOf = Callable[[str], Mapping[int, Record]]
"""The records of a kind by id."""


class Referrer(NamedTuple):
    """A record that names another, and the field that does."""

    kind: Kind
    number: int
    record: Record
    field: Field


def referrers(kind: Kind, number: int, record: Record, all_of: AllOf) -> Iterator[Referrer]:
    """Return the records that name this one."""
    for other, field in _fields_naming(kind.key):
        name = _id(field, kind, number) or _title(field, record)
        for each, referring in all_of(other.key).items():
            if name is not None and _names(referring, field, name, record):
                yield Referrer(other, each, referring, field)


def is_renamed(kind: Kind, before: Record, after: Record) -> bool:
    """Tell whether a record is no longer called what others may call it by."""
    return any(
        _title(field, before) != _title(field, after) for _, field in _fields_naming(kind.key)
    )


def renamed(referrer: Referrer, before: Record, after: Record) -> Record | None:
    """Return the referring record with the new name; None where the name has not changed."""
    old, new = _title(referrer.field, before), _title(referrer.field, after)
    if old == new or isinstance(referrer.field.type, RecordId | RecordLinks):
        return None
    value = referrer.record[referrer.field.key]
    return referrer.record | {referrer.field.key: _exchange(value, str(old), str(new))}


def resolved(directory: Directory, all_of: AllOf) -> Iterator[tuple[str, int, Record]]:
    """Return the records whose associations stood as text and now have a code."""
    for kind, field in _fields_naming("omo"):
        for number, record in all_of(kind.key).items():
            value = record.get(field.key)
            now = _resolve(value, directory)
            if now != value:
                yield kind.key, number, record | {field.key: now}


def references(kind: Kind, record: Record) -> Iterator[tuple[Field, str, int]]:
    """Return the ids that a record names: field, kind and id of each."""
    for field, other in kind.id_fields:
        value = record.get(field.key)
        if isinstance(value, int):
            yield field, other, value
    for field, links in kind.link_fields:
        for other, number in links.named(record.get(field.key)):
            yield field, other, number


def resolved_view(directory: Directory, all_of: AllOf) -> AllOf:
    """Return the records as they stand once the directory has come to know their associations."""
    anew: defaultdict[str, dict[int, Record]] = defaultdict(dict)
    for key, number, record in resolved(directory, all_of):
        anew[key][number] = record
    return lambda kind: {**all_of(kind), **anew[kind]} if kind in anew else all_of(kind)


def _fields_naming(kind: str) -> Iterable[tuple[Kind, Field]]:
    for other in all_kinds().values():
        for field in other.fields:
            if kind in _named_kinds(field):
                yield other, field


def _named_kinds(field: Field) -> tuple[str, ...]:
    match field.type:
        case AssociationCodes() | Owner():
            return ("omo",)
        case RecordId(kind=kind) | RecordName(kind=kind):
            return (kind,)
        case RecordLinks(kinds=kinds):
            return kinds.hints()
    return ()


def _id(field: Field, kind: Kind, number: int) -> Value:
    """Return what a field would hold to name a record by its id, if that is how it names."""
    if isinstance(field.type, RecordLinks):
        return link_to(kind.key, number)
    return number if isinstance(field.type, RecordId) else None


def _title(field: Field, record: Record) -> Value:
    """Return what a field would hold to name a record by its code or title."""
    if isinstance(field.type, RecordName):
        return record.get(field.type.name)
    return record.get("code") or record.get("title")


def _names(referring: Record, field: Field, name: Value, record: Record) -> bool:
    value = referring.get(field.key)
    if isinstance(field.type, RecordName):
        same_year = referring.get("academic_year") == record.get("academic_year")
        return same_year and fold(str(value)) == fold(str(name))
    return name in value if isinstance(value, list) else value == name


def _exchange(value: Value, old: str, new: str) -> Value:
    if isinstance(value, list):
        return [new if item == old else item for item in value]
    return new


def _resolve(value: Value, directory: Directory) -> Value:
    if isinstance(value, list):
        return list(dict.fromkeys(directory.name(item, exact=True) for item in value))
    if isinstance(value, str) and value != "rumo":
        return directory.name(value, exact=True)
    return value
