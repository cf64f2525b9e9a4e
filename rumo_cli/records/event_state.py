"""What an event lacks once its day has come: a mark of what became of it, a headcount."""

from collections.abc import Mapping
from datetime import date

from rumo_cli.records.event_days import event_days
from rumo_cli.records.values import Record
from rumo_cli.records.webinar import HEADCOUNTS, OPEN

TO_COME: Mapping[str, frozenset[str]] = {"webinar": OPEN, "meeting": frozenset({"planned"})}
"""The statuses of events of a kind that are still to be held."""


def is_unmarked(kind: str, event: Record, day: date) -> bool:
    """Tell whether an event was over before a day, and nothing says what became of it."""
    days = event_days(event)
    to_come = event.get("status", "planned") in TO_COME[kind]
    return to_come and days is not None and days.last < day.isoformat()


def is_uncounted(webinar: Record) -> bool:
    """Tell whether a webinar was held and nobody was counted at it."""
    counted = any(webinar.get(key) is not None for key in HEADCOUNTS)
    return webinar.get("status") == "held" and not counted
