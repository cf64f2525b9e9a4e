"""What is still unsaid in a year that is to be closed."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from rumo_cli.records.kind import Kind
from rumo_cli.records.plan import PLAN
from rumo_cli.records.values import Record
from rumo_cli.records.webinar import OPEN, WEBINAR

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


def unsaid(records: Mapping[str, Iterable[Record]], today: date) -> Iterator[Unsaid]:
    """Return what is unsaid in the records of a year, by kind, ids among their values."""
    for heading, kind, lacks, commands in _CHECKS:
        found = [each for each in records[kind.key] if lacks(each, today)]
        if found:
            yield Unsaid(heading, kind, found, commands)


def _is_unsettled(item: Record, today: date) -> bool:
    del today
    return item.get("status") not in _SETTLED


def _is_uncounted(webinar: Record, today: date) -> bool:
    del today
    counted = webinar.get("participants") is not None or webinar.get("connections") is not None
    return webinar.get("status") == "held" and not counted


def _is_past(webinar: Record, today: date) -> bool:
    last = str(webinar.get("end_date") or webinar.get("date") or "")
    return webinar.get("status") in OPEN and "" < last < today.isoformat()


_CHECKS: tuple[tuple[str, Kind, Callable[[Record, date], bool], tuple[str, ...]], ...] = (
    (
        "Пункты планов без итога",
        PLAN,
        _is_unsettled,
        (
            "rumo plan done ID",
            "rumo plan cancel ID --reason ТЕКСТ",
            "rumo plan edit ID --status not_done",
        ),
    ),
    (
        "Проведённые вебинары без числа участников",
        WEBINAR,
        _is_uncounted,
        ("rumo webinar done ID --participants ЧИСЛО",),
    ),
    (
        "Вебинары, день которых прошёл, а отметки нет",
        WEBINAR,
        _is_past,
        (
            "rumo webinar done ID --participants ЧИСЛО",
            "rumo webinar cancel ID --reason ТЕКСТ",
            "rumo webinar move ID --date ДАТА",
        ),
    ),
)
