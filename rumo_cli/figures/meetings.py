"""How many meetings there were, and how many of them came about."""

from collections import Counter
from collections.abc import Sequence

from rumo_cli.records.values import Record

OFF = frozenset({"postponed", "cancelled"})
"""The statuses of a meeting that has no day."""


def count(meetings: Sequence[Record]) -> Record:
    """Return the figures of meetings; `recorded` are those held and those to come."""
    statuses = Counter(meeting.get("status") for meeting in meetings)
    return {
        "total": len(meetings),
        "recorded": len(meetings) - sum(statuses[status] for status in OFF),
        "held": statuses["held"],
    }
