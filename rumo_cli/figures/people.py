"""People that records name: each counts once, however the name is written."""

from collections.abc import Iterable

from rumo_cli.figures.summary import texts_of
from rumo_cli.records.persons import fold_person
from rumo_cli.records.values import Record


def people(key: str, records: Iterable[Record]) -> set[str]:
    """Return the people that a field of records names, in the notation that names compare in."""
    return {fold_person(name) for record in records for name in texts_of(record.get(key))}


def naming(key: str, records: Iterable[Record]) -> list[Record]:
    """Return the records whose field is filled."""
    return [record for record in records if record.get(key)]
