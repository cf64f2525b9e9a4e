"""How many meetings there were, and how many of them came about."""

from collections.abc import Iterable, Sequence

from rumo_cli.figures.summary import of_status
from rumo_cli.records.directory import OWN_PLAN
from rumo_cli.records.values import Record

OFF = frozenset({"postponed", "cancelled"})
"""The statuses of a meeting that has no day."""


def count(meetings: Sequence[Record]) -> Record:
    """Return the figures of meetings; `recorded` are those held and those to come."""
    return {
        "total": len(meetings),
        "recorded": len(recorded(meetings)),
        "held": len(of_status(meetings, "held")),
    }


def recorded(meetings: Iterable[Record]) -> list[Record]:
    """Return the meetings held and to come, not those that are off."""
    return [meeting for meeting in meetings if meeting.get("status") not in OFF]


def own(meetings: Iterable[Record]) -> list[Record]:
    """Return the meetings of the association itself (РУМО)."""
    return [meeting for meeting in meetings if meeting.get("owner", OWN_PLAN) == OWN_PLAN]


def of_associations(meetings: Iterable[Record]) -> list[Record]:
    """Return the meetings of the subject associations (ОМО)."""
    return [meeting for meeting in meetings if meeting.get("owner", OWN_PLAN) != OWN_PLAN]
