"""Records that are named by a part of their title: which one is meant."""

from commands.describing import command_of
from rumo_cli.errors import Misused, NotFound
from rumo_cli.records import kind_of
from rumo_cli.records.fields import RecordName
from rumo_cli.records.kind import Kind
from rumo_cli.records.values import Record
from rumo_cli.text import fold
from store.contract import Snapshot


def full_names(snapshot: Snapshot | None, kind: Kind, record: Record) -> Record:
    """Return the fields that name another record, with its full name in place of a part or id."""
    return {
        field.key: _full_name(snapshot, field.type, str(record[field.key]), record)
        for field in kind.fields
        if isinstance(field.type, RecordName) and record.get(field.key)
    }


def _full_name(snapshot: Snapshot | None, named: RecordName, text: str, record: Record) -> str:
    other = kind_of(named.kind)
    year = str(record.get("academic_year"))
    candidates = {
        number: str(each[named.name])
        for number, each in (snapshot.all(named.kind, [year]) if snapshot else {}).items()
        if each.get("academic_year") == year
    }
    if text.isdigit() and int(text) in candidates:
        return candidates[int(text)]
    exact = [name for name in candidates.values() if fold(name) == fold(text)]
    found = exact or [name for name in candidates.values() if fold(text) in fold(name)]
    if len(found) == 1:
        return found[0]
    if found:
        raise Misused(
            f"«{text}» подходит к нескольким записям; уточните название:\n  " + "\n  ".join(found)
        )
    raise NotFound(
        f"{other.names.heading}: «{text}» в {year} учебном году нет. "
        f"Посмотрите, что есть: {command_of(other.key)} list --year {year}"
    )
