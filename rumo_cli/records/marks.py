"""Fields that the marks leave on a record: done, cancelled, moved, and when."""

from rumo_cli.records.fields import Day, Field, Text


def cancelled() -> tuple[Field, ...]:
    """Describe a cancellation: its day and its reason."""
    return (
        Field("cancelled_date", "Отменено", Day()),
        Field("reason", "Причина отмены", Text(wide=True), ("причина",)),
    )


def moved() -> tuple[Field, ...]:
    """Describe when a record was moved to another date."""
    return (Field("moved_date", "Отметка о переносе от", Day()),)
