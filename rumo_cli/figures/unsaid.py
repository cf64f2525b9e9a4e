"""What is still unsaid in a year that is to be closed."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from rumo_cli.figures.plan_facts import NO_FACTS, PlanFacts
from rumo_cli.records.event_state import is_uncounted, is_unmarked
from rumo_cli.records.kind import Kind
from rumo_cli.records.plan import PLAN
from rumo_cli.records.values import Record
from rumo_cli.records.webinar import WEBINAR

CHECKED = (PLAN, WEBINAR)
"""The kinds whose records may lack a word."""

_SETTLED = frozenset({"done", "cancelled", "not_done"})
"""Statuses that say what became of an item."""


class Unsaid(NamedTuple):
    """Records that lack a word of the same sort: a heading, and what says that word."""

    heading: str
    kind: Kind
    records: list[Record]
    commands: tuple[str, ...]


def unsaid(
    records: Mapping[str, Iterable[Record]], today: date, facts: PlanFacts = NO_FACTS
) -> Iterator[Unsaid]:
    """Return what is unsaid in the records of a year, by kind, ids among their values.

    `facts` is what records say of the items of its plans.
    """
    unsettled = [each for each in records["plan"] if facts.outcome(each) not in _SETTLED]
    uncounted = [each for each in records["webinar"] if is_uncounted(each)]
    unmarked = [each for each in records["webinar"] if is_unmarked("webinar", each, today)]
    found = (
        Unsaid("Пункты планов без итога", PLAN, unsettled, _SETTLING),
        Unsaid("Проведённые вебинары без числа участников", WEBINAR, uncounted, _COUNTING),
        Unsaid("Вебинары, день которых прошёл, а отметки нет", WEBINAR, unmarked, _MARKING),
    )
    return (each for each in found if each.records)


_SETTLING = (
    "rumo plan done ID",
    "rumo plan cancel ID --reason ТЕКСТ",
    "rumo plan edit ID --status not_done",
)
_COUNTING = ("rumo webinar edit ID --participants ЧИСЛО",)
_MARKING = (
    "rumo webinar done ID --participants ЧИСЛО",
    "rumo webinar cancel ID --reason ТЕКСТ",
    "rumo webinar move ID --date ДАТА",
)
