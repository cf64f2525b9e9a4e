"""Closed academic years: their records are read, and never change."""

from collections.abc import Mapping

from rumo_cli.errors import Refused
from rumo_cli.records.values import Value

CLOSED = "closed_date"
"""The key of a year's settings that says since when it is closed."""


def is_closed(settings: Mapping[str, Value]) -> bool:
    """Tell whether the year of these settings is closed."""
    return bool(settings.get(CLOSED))


def closed(year: str) -> Refused:
    """Return the refusal of every write to a closed year."""
    return Refused(
        f"{year} учебный год закрыт, записи не меняются. Открыть снова: rumo year reopen {year}"
    )
