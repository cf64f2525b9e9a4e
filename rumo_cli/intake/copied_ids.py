"""Rows copied in a spreadsheet: the hidden id comes along, and means only one of them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from rumo_cli.intake.problems import Problem
from rumo_cli.intake.rows import Incoming
from rumo_cli.records.kind import Kind
from rumo_cli.records.values import Record
from rumo_cli.text import fold


def part_copies(kind: Kind, incoming: Sequence[Incoming], records: Mapping[int, Record]) -> None:
    """Leave an id to one of the rows that have it, and say so of the others.

    It stays with the row that is titled as the record of that id, else with the first: a copy is
    made to be changed, and may stand above the row that it was made of.
    """
    rows: defaultdict[int, list[Incoming]] = defaultdict(list)
    for row in incoming:
        number = row.record.get("id")
        if isinstance(number, int):
            rows[number].append(row)
    for number, alike in rows.items():
        if len(alike) > 1:
            _leave_to_one(kind, number, alike, records.get(number, {}))


def _leave_to_one(kind: Kind, number: int, alike: Sequence[Incoming], record: Record) -> None:
    titled = (row for row in alike if title_of(kind, row.record) == title_of(kind, record))
    owner = next(titled, alike[0])
    for row in alike:
        if row is not owner:
            del row.record["id"]
            message = f"ID {number} уже у строки {owner.laid.source.row}: строка взята без ID"
            row.warnings.append(Problem.at(row.laid.source, message))


def title_of(kind: Kind, record: Record) -> str:
    """Return the title of a record for comparison."""
    return fold(str(record.get(kind.title)))
