"""How many webinars were held and how many people took part, beside the year before.

Only what was held counts, in whatever form; people are summed over the webinars that have a
headcount, and the sum is as exact as the least exact of them: a lower bound where some have none.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from rumo_cli.figures.grouping import Grouping, by_association, by_choice, by_month, by_text
from rumo_cli.figures.summary import Group, Summary, number, of_status, percent, summarize
from rumo_cli.records.directory import Directory
from rumo_cli.records.values import Record
from rumo_cli.records.webinar import WEBINAR

GROUPINGS = ("month", "omo", "theme", "form", "audience", "organisation")


def webinar_summary(
    year: str,
    webinars: Sequence[Record],
    previous: Sequence[Record],
    by: str,
    as_of: date,
    directory: Directory,
) -> Summary:
    """Count a year's webinars in groups, with what the same groups held the year before."""
    grouping = _grouping(by, directory)
    if by == "month":
        grouping = _months_of_one_year(grouping, year)
    return summarize(
        year,
        as_of,
        by,
        [*webinars, *previous],
        grouping,
        lambda members: _count_beside(members, year),
    )


def count(webinars: Sequence[Record]) -> Record:
    """Return the figures of a group of webinars."""
    statuses = Counter(webinar.get("status") for webinar in webinars)
    came = held(webinars)
    people, connected = headcount(came, "participants"), headcount(came, "connections")
    counted = len(people.counted)
    return {
        "total": len(webinars),
        "held": len(came),
        "planned": statuses["planned"] + statuses["announced"],
        "postponed": statuses["postponed"],
        "cancelled": statuses["cancelled"],
        "participants": people.total,
        "participants_qualifier": people.qualifier,
        "connections": connected.total,
        "connections_qualifier": connected.qualifier,
        "without_participants": len(came) - counted,
        "mean_participants": round(people.total / counted, 1) if counted else None,
    }


def held(webinars: Iterable[Record]) -> list[Record]:
    """Return the webinars that were held, in whatever form."""
    return of_status(webinars, "held")


def of_form(webinars: Iterable[Record], form: str) -> list[Record]:
    """Return the webinars of a form; one that names none is a webinar."""
    usual = WEBINAR.defaults["form"]
    return [webinar for webinar in webinars if webinar.get("form", usual) == form]


class Headcount(NamedTuple):
    """The people at webinars: how many, how exactly that is known, and who says so or does not."""

    total: int
    qualifier: str
    counted: list[Record]
    uncounted: list[Record]


def headcount(webinars: Iterable[Record], key: str) -> Headcount:
    """Return the sum of a headcount, as exact as the least exact of those that have it.

    Where some have one and others none it is a lower bound.
    """
    counted, uncounted = list[Record](), list[Record]()
    for webinar in webinars:
        (uncounted if webinar.get(key) is None else counted).append(webinar)
    qualifiers = {webinar.get(f"{key}_qualifier") for webinar in counted}
    if counted and uncounted:
        qualifiers.add("at_least")
    inexact = next((each for each in ("about", "at_least") if each in qualifiers), "exact")
    return Headcount(sum(number(each[key]) for each in counted), inexact, counted, uncounted)


def _count_beside(webinars: Sequence[Record], year: str) -> Record:
    """Return the figures of the year, and what the year before held, beside them."""
    now = count([webinar for webinar in webinars if webinar["academic_year"] == year])
    before = count([webinar for webinar in webinars if webinar["academic_year"] != year])
    change = int(str(now["held"])) - int(str(before["held"]))
    return now | {
        "previous_held": before["held"],
        "previous_participants": before["participants"],
        "change": change,
        "change_percent": percent(change, int(str(before["held"]))),
    }


def _months_of_one_year(grouping: Grouping, year: str) -> Grouping:
    """Put a month of the year before beside the same month of this year."""

    def groups(record: Record) -> Iterable[Group]:
        day = record.get("date")
        if day and record["academic_year"] != year:
            day = f"{int(str(day)[:4]) + 1}{str(day)[4:]}"
        return grouping(record | {"date": day})

    return groups


def _grouping(by: str, directory: Directory) -> Grouping:
    if by == "omo":
        return by_association("omo", directory)
    if by == "month":
        return by_month(lambda webinar: str(webinar["date"]) if webinar.get("date") else None)
    if by == "form":
        return by_choice(WEBINAR, "form")
    return by_text("speakers_org" if by == "organisation" else by)
