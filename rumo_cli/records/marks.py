"""Fields that the marks leave on a record: done, cancelled, moved, and when."""

from rumo_cli.records.fields import Day, Field, Text
from rumo_cli.records.values import Record


def cancelled() -> tuple[Field, ...]:
    """Describe a cancellation: its day and its reason."""
    return (
        Field("cancelled_date", "Отменено", Day()),
        Field("reason", "Причина отмены", Text(wide=True), ("причина",)),
    )


def moved() -> tuple[Field, ...]:
    """Describe when a record was moved to another date."""
    return (Field("moved_date", "Отметка о переносе от", Day()),)


def days_before_moves(record: Record) -> list[str]:
    """Return the days that an event was moved from, the latest first."""
    moves, latest = record.get("moves"), record.get("moved_from")
    if not moves and not latest:
        return []
    earlier = list(moves) if isinstance(moves, list) else []
    if latest:
        earlier.append(str(latest))
    return list(dict.fromkeys(reversed(earlier)))
