"""How far the plans of a year are carried out.

`counted` is all items but the cancelled, and `percent` is 100 × done / counted: a partly done
item is not done. `overdue` items are counted in another column too.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date

from rumo_cli.calendar.terms import USUAL, SchoolCalendars
from rumo_cli.figures.grouping import (
    Grouping,
    by_association,
    by_month,
    by_quarter,
    by_section,
    by_text,
)
from rumo_cli.figures.summary import Summary, percent, summarize
from rumo_cli.records.directory import Directory
from rumo_cli.records.plan_status import deadline_end_on, is_overdue, status_on
from rumo_cli.records.values import Record

GROUPINGS = ("owner", "direction", "section", "month", "quarter", "responsible")


def plan_summary(
    year: str,
    items: Sequence[Record],
    by: str,
    on: date,
    directory: Directory,
    calendars: SchoolCalendars = USUAL,
) -> Summary:
    """Count the items of a year's plans as they stood on a day, in groups."""
    grouping = _grouping(by, directory, lambda item: deadline_end_on(item, on, calendars))
    return summarize(year, on, by, items, grouping, lambda members: count(members, on, calendars))


def count(items: Sequence[Record], on: date, calendars: SchoolCalendars = USUAL) -> Record:
    """Return the figures of plan completion on a day."""
    statuses = Counter(status_on(item, on) for item in items)
    counted = len(items) - statuses["cancelled"]
    return {
        "total": len(items),
        "cancelled": statuses["cancelled"],
        "counted": counted,
        "done": statuses["done"],
        "partial": statuses["partial"],
        "in_progress": statuses["in_progress"],
        "planned": statuses["planned"],
        "not_done": statuses["not_done"],
        "postponed": statuses["postponed"],
        "overdue": sum(is_overdue(item, on, calendars=calendars) for item in items),
        "percent": percent(statuses["done"], counted),
    }


def _grouping(by: str, directory: Directory, end: Callable[[Record], str | None]) -> Grouping:
    if by == "owner":
        return by_association("owner", directory)
    if by == "month":
        return by_month(end)
    if by == "quarter":
        return by_quarter(end)
    return by_section(by) if by == "section" else by_text(by)
