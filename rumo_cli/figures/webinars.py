"""How many webinars were held and how many people took part, beside the year before.

Only what was held counts, in whatever form; people are summed over the webinars that have a
headcount, and the sum is as exact as the least exact of them.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from rumo_cli.figures.grouping import Grouping, by_association, by_choice, by_month, by_text
from rumo_cli.figures.summary import Group, Summary, number, percent, summarize
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
    held = [webinar for webinar in webinars if webinar.get("status") == "held"]
    counted = [webinar for webinar in held if webinar.get("participants") is not None]
    people = _headcount(held, "participants")
    mean = round(number(people["participants"]) / len(counted), 1) if counted else None
    return {
        "total": len(webinars),
        "held": len(held),
        "planned": statuses["planned"] + statuses["announced"],
        "postponed": statuses["postponed"],
        "cancelled": statuses["cancelled"],
        **people,
        **_headcount(held, "connections"),
        "without_participants": len(held) - len(counted),
        "mean_participants": mean,
    }


def _headcount(webinars: Iterable[Record], key: str) -> Record:
    """Return the sum of a headcount, as exact as the least exact of those that have it."""
    counted = [webinar for webinar in webinars if webinar.get(key) is not None]
    qualifiers = {webinar.get(f"{key}_qualifier") for webinar in counted}
    inexact = next((each for each in ("about", "at_least") if each in qualifiers), "exact")
    return {
        key: sum(number(webinar[key]) for webinar in counted),
        f"{key}_qualifier": inexact,
    }


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
