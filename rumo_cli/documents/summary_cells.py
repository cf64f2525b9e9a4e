"""How the figures of a summary stand in the cells of a table."""

from collections.abc import Callable

from rumo_cli.records.fields.base import QUALIFIERS
from rumo_cli.tables.chart import Chart, Series
from rumo_cli.tables.table import Row, Shown

QUALIFIER = "_qualifier"
"""What the key of a headcount ends in that tells how exact it is."""


def share(done: str, whole: str, none: str = "—") -> Callable[[Row], Shown]:
    """Return what shows one figure as a part of another: «21 из 34», and a part of nothing."""
    return lambda row: f"{row.get(done)} из {row.get(whole)}" if row.get(whole) else none


def percent_of(key: str) -> Callable[[Row], Shown]:
    """Return what shows a percentage."""

    def of_row(row: Row) -> str:
        value = row.get(key)
        return "—" if value is None else f"{value:.1f} %".replace(".", ",")

    return of_row


def headcount(key: str) -> Callable[[Row], Shown]:
    """Return what shows a headcount as people write it: «не менее 120»."""
    return lambda row: f"{exactness(key, row)} {row.get(key)}".strip()


def chart_of_percent(title: str, key: str) -> Chart:
    """Return the chart of a percentage."""
    return Chart(title, (Series(title, key),), full=100, unit="%")


def exactness(key: str, row: Row) -> str:
    """Return in words how exact a headcount is."""
    return QUALIFIERS[str(row.get(f"{key}{QUALIFIER}") or "exact")]
