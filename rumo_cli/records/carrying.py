"""Items of one year's plan in the plan of another: what they keep, and when they are due there."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from rumo_cli.calendar.deadlines import read_deadline
from rumo_cli.calendar.terms import USUAL, SchoolCalendars
from rumo_cli.calendar.years import AcademicYear
from rumo_cli.records.fields import ReadingContext
from rumo_cli.records.kind import compact
from rumo_cli.records.matching import Index
from rumo_cli.records.merging import STATUS_BY_COMMAND
from rumo_cli.records.plan import OPEN, PLAN
from rumo_cli.records.values import Record

UNFINISHED = OPEN | {"postponed", "not_done"}
"""Statuses of items that are still to be done when their year is over."""

_OF_ITS_YEAR = frozenset(
    {
        "id", "status", STATUS_BY_COMMAND, "done_date", "done_dates", "done_note", "evidence",
        "moved_from", "moved_to", "moved_date", "moves", "cancelled_date", "reason", "links",
        "occurrences_done", "carried_from",
    }
)  # fmt: skip
"""What was done with an item, and does not go with it into another year."""

_YEARS = re.compile(
    r"""(?<!\d)(?:
        (?P<year>(?:19|20)\d\d)(?:(?P<dash>[-/–—])(?P<second>\d\d)(?![-.\d]))?
      | (?P<day>\d{1,2}\.\ ?\d{1,2}\.\ ?)(?P<short>\d\d)
    )(?!\d)""",
    re.VERBOSE,
)
"""A calendar year, «2024/25» and the year of «31.03.25»."""


class Carried(NamedTuple):
    """An item for another year, and whether the dates of its deadline had to be others."""

    record: Record
    shifted: bool


def recurs(item: Record) -> bool:
    """Tell whether an item comes every year: it repeats, and was not cancelled."""
    repeats = item.get("deadline_kind") == "recurring" or item.get("deadline_frequency")
    return bool(repeats) and item.get("status") != "cancelled"


def to_carry(items: Iterable[Record], outcome: Callable[[Record], str]) -> Iterator[Record]:
    """Return the items that a new year takes over: what repeats, and what was not finished.

    `outcome` tells the status that an item ended its year with.
    """
    return (item for item in items if recurs(item) or outcome(item) in UNFINISHED)


def carried(
    items: Iterable[Record],
    present: Mapping[int, Record],
    year: AcademicYear,
    calendars: SchoolCalendars = USUAL,
) -> Iterator[Carried]:
    """Return items, ids among their values, as they stand in the plan of `year`.

    `present` is the plan of that year; what it has already is left out: what came from the same
    item before, or is the same by its natural key.
    """
    index = Index(PLAN, present)
    known = {record.get("carried_from") for record in present.values()}
    for item in items:
        new = in_year(item, year, calendars)
        if new.record["carried_from"] not in known and index.find(new.record) is None:
            yield new


def in_year(item: Record, year: AcademicYear, calendars: SchoolCalendars = USUAL) -> Carried:
    """Return an item as a new one of another year: planned, due then, and where it came from."""
    own_year = AcademicYear.parse(str(item["academic_year"]))
    kept = {key: value for key, value in item.items() if key not in _OF_ITS_YEAR}
    before = _deadline(item)
    text = deadline_in(before, own_year, year)
    due = _due(text, year, calendars)
    record = (
        kept
        | due
        | {
            "academic_year": str(year),
            "status": "planned",
            "occurrences_planned": due["occurrences_planned"] or kept.get("occurrences_planned"),
            "carried_from": f"plan {item['id']}, {own_year}",
        }
    )
    if text != before:
        note = f"срок перенесён с {own_year}: был «{' '.join(before.split())}»"
        record["notes"] = "\n".join([*str(kept.get("notes") or "").splitlines(), note])
    return Carried(compact(record), text != before)


def deadline_in(text: str, own_year: AcademicYear, year: AcademicYear) -> str:
    """Return the words of a deadline for another year.

    Words without a year mean the other year by themselves, and so stay; so does a date that lies
    in it. Any other calendar year is as many years later as the plan.
    """
    end = read_deadline(text, own_year).end
    if end and end in year:
        return text
    return _YEARS.sub(lambda found: _later(found, year.first - own_year.first), text)


def _deadline(item: Record) -> str:
    """Return the words that say when an item is due: those it was put off to, where it was."""
    put_off = item.get("moved_to") if item.get("status") == "postponed" else None
    return str(put_off or item.get("deadline_text") or "")


def _due(text: str, year: AcademicYear, calendars: SchoolCalendars) -> Record:
    context = ReadingContext(today=year.start, year=year, calendars=calendars)
    return PLAN.by_key["deadline_text"].type.read("deadline_text", text, context).values


def _later(found: re.Match[str], years: int) -> str:
    if found["short"]:
        return f"{found['day']}{_short(found['short'], years)}"
    second = f"{found['dash']}{_short(found['second'], years)}" if found["second"] else ""
    return f"{int(found['year']) + years}{second}"


def _short(year: str, years: int) -> str:
    return f"{(int(year) + years) % 100:02}"
