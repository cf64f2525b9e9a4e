"""Rows of a file that repeat an earlier one of the same file."""

from collections.abc import Sequence

from rumo_cli.intake.rows import Incoming
from rumo_cli.records.kind import Kind
from rumo_cli.records.matching import Index
from rumo_cli.records.values import Record


def mark_repetitions(kind: Kind, incoming: Sequence[Incoming]) -> None:
    """Mark each row that has the whole natural key of an earlier one, and say what differs.

    Rows with ids of rumo's own are records of their own, however alike.
    """
    index = Index(kind, {})
    for place, row in enumerate(incoming):
        if row.errors or "id" in row.record:
            continue
        row.keys = index.keys(row.record)
        earlier = index.find(row.record, row.keys, whole=True)
        if earlier is None:
            index.enter(place, row.record, row.keys)
            continue
        first = incoming[earlier]
        row.repeats = f"повторяет строку {first.laid.source.row}" + _differences(
            kind, first.record, row.record
        )


def _differences(kind: Kind, first: Record, second: Record) -> str:
    differing = [
        f"{field.label}: {_quoted(field.show(second))} вместо {_quoted(field.show(first))}"
        for field in kind.fields
        if not field.derived and field.show(first) != field.show(second)
    ]
    return f"; отличается {', '.join(differing)}" if differing else ""


def _quoted(shown: str) -> str:
    return f"«{shown}»" if shown else "пустого"
