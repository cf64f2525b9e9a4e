"""How far the plans of a year are carried out.

`counted` is all items but the cancelled, and `percent` is 100 × done / counted: a partly done
item is not done. `overdue` items are counted in another column too. Of the items that records
fulfil, the cancelled left out, `target` is how many they take, `fact` how many count, and `by_hand`
how many items a mark gives another state than the records do.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from rumo_cli.calendar.terms import SchoolCalendars
from rumo_cli.figures.grouping import (
    Grouping,
    by_association,
    by_month,
    by_quarter,
    by_section,
    by_text,
)
from rumo_cli.figures.plan_facts import EVENTS, NO_FACTS, PlanFacts
from rumo_cli.figures.summary import Summary, percent, summarize
from rumo_cli.records.directory import Directory
from rumo_cli.records.plan_fact import Fact
from rumo_cli.records.plan_status import (
    deadline_end_on,
    is_overdue,
    status_on,
    told_by_records,
)
from rumo_cli.records.values import Record

GROUPINGS = ("owner", "direction", "section", "month", "quarter", "responsible")


def plan_summary(
    year: str,
    items: Sequence[Record],
    by: str,
    on: date,
    directory: Directory,
    facts: PlanFacts = NO_FACTS,
) -> Summary:
    """Count the items of a year's plans as they stood on a day, in groups.

    `facts` is what the records of that day say of the items, and which events no item foresees.
    """
    grouping = _grouping(by, directory, lambda item: deadline_end_on(item, on, facts.calendars))
    found = summarize(year, on, by, items, grouping, lambda members: count(members, on, facts))
    return replace(found, more={"beyond_plan": _beyond(facts)})


def count(items: Sequence[Record], on: date, facts: PlanFacts = NO_FACTS) -> Record:
    """Return the figures of plan completion on a day."""
    judged = judge(items, on, facts)
    statuses = Counter(each.status for each in judged)
    to_do = counted(judged)
    return {
        "total": len(items),
        "cancelled": statuses["cancelled"],
        "counted": len(to_do),
        "done": len(done(judged)),
        "partial": statuses["partial"],
        "in_progress": statuses["in_progress"],
        "planned": statuses["planned"],
        "not_done": statuses["not_done"],
        "postponed": statuses["postponed"],
        "overdue": len(overdue(judged, on, facts)),
        "percent": percent(len(done(judged)), len(to_do)),
        **_of_records(to_do, on, facts.calendars),
    }


class Judged(NamedTuple):
    """An item, what records say of it, and the status that it has by either on a day."""

    item: Record
    fact: Fact | None
    status: str


def judge(items: Iterable[Record], on: date, facts: PlanFacts = NO_FACTS) -> list[Judged]:
    """Return items with the status that each has on a day."""
    return [
        Judged(item, fact, status_on(item, on, fact, facts.calendars))
        for item, fact in facts.beside(items)
    ]


def counted(items: Iterable[Judged]) -> list[Judged]:
    """Return the items that are to be done: all but the cancelled."""
    return [each for each in items if each.status != "cancelled"]


def cancelled(items: Iterable[Judged]) -> list[Judged]:
    """Return the items that are not to be done any more."""
    return [each for each in items if each.status == "cancelled"]


def done(items: Iterable[Judged]) -> list[Judged]:
    """Return the items that are done."""
    return [each for each in items if each.status == "done"]


def overdue(items: Iterable[Judged], on: date, facts: PlanFacts = NO_FACTS) -> list[Judged]:
    """Return the items that are late on a day."""
    calendars = facts.calendars
    return [each for each in items if is_overdue(each.item, on, each.fact, calendars)]


def _of_records(items: Iterable[Judged], on: date, calendars: SchoolCalendars) -> Record:
    """Return the figures of the items that records fulfil."""
    known = [(each, each.fact) for each in items if each.fact]
    target, fact = sum(fact.target for _, fact in known), sum(fact.number for _, fact in known)
    differing = (
        each.status != told_by_records(each.item, on, fact, calendars) for each, fact in known
    )
    return {
        "target": target,
        "fact": fact,
        "fact_percent": percent(fact, target),
        "by_hand": sum(differing),
    }


def _beyond(facts: PlanFacts) -> Record:
    """Return how many events of each kind fulfil no item, and which those are."""
    beyond = {kind: facts.beyond(kind) for kind in EVENTS}
    numbers: Record = {kind: len(links) for kind, links in beyond.items()}
    return numbers | {"evidence": [link for links in beyond.values() for link in links]}


def _grouping(by: str, directory: Directory, end: Callable[[Record], str | None]) -> Grouping:
    if by == "owner":
        return by_association("owner", directory)
    if by == "month":
        return by_month(end)
    if by == "quarter":
        return by_quarter(end)
    return by_section(by) if by == "section" else by_text(by)
