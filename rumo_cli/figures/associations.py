"""The indicators of each association (ОМО): its webinars, plan, meetings, routes and the rest."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from rumo_cli.figures import expertise, meetings, plan, routes, webinars
from rumo_cli.figures.grouping import by_association
from rumo_cli.figures.mixed import Member, of_kind
from rumo_cli.figures.plan_facts import NO_FACTS, PlanFacts
from rumo_cli.figures.summary import Group, Summary, number, summarize, texts_of
from rumo_cli.records.directory import Directory
from rumo_cli.records.values import Record

NAMED_IN = {
    "webinar": "omo",
    "plan": "owner",
    "meeting": "owner",
    "iom": "omo",
    "expertise": "omo",
    "publication": "omo",
    "contribution": "omo",
}
"""The kinds that an association is judged by, and where their records name it."""


def omo_summary(
    year: str,
    associations: Iterable[Record],
    records: Mapping[str, Iterable[Record]],
    as_of: date,
    directory: Directory,
    facts: PlanFacts = NO_FACTS,
) -> Summary:
    """Count the year's records of each kind, a row an association.

    An association that exists in the year has a row whether it has records or not; so have the
    association's own plan (РУМО), names that the directory lacks, and what names no association,
    where there are records of theirs.
    """
    groupings = {
        kind: by_association(key, directory) for kind, key in {"omo": "code", **NAMED_IN}.items()
    }

    def groups_of(member: Member) -> Iterable[Group]:
        return groupings[member.kind](member.record)

    existing = (Member("omo", each) for each in existing_in(year, associations))
    members = [*existing, *_members(records)]
    return summarize(year, as_of, "omo", members, groups_of, lambda each: count(each, as_of, facts))


def count(members: Sequence[Member], on: date, facts: PlanFacts) -> Record:
    """Return the indicators of associations, each counted as in the summary of its own kind."""
    of_webinars = webinars.count(of_kind(members, "webinar"))
    of_plans = plan.count(of_kind(members, "plan"), on, facts)
    of_routes = routes.count(of_kind(members, "iom"))
    of_expertise = expertise.count(of_kind(members, "expertise"))
    of_meetings = meetings.count(of_kind(members, "meeting"))
    return {
        **_of_directory(members),
        **_picked("webinars", of_webinars, "total", "held", "planned", "postponed", "cancelled"),
        **{key: of_webinars[key] for key in ("participants", "participants_qualifier")},
        **_picked("plan", of_plans, "total", "cancelled", "counted", "done", "overdue", "percent"),
        **_picked("meetings", of_meetings, "total", "held"),
        **_picked("iom", of_routes, "total", "completed"),
        **_picked("expertise", of_expertise, "submitted", "recommended", "in_bank", "programmes"),
        "publications_total": len(of_kind(members, "publication")),
        "contributions_total": len(of_kind(members, "contribution")),
    }


def existing_in(year: str, associations: Iterable[Record]) -> list[Record]:
    """Return the associations that there are in a year, each under the code that records name."""
    return [
        each | {"code": each.get("code") or each.get("title")}
        for each in associations
        if str(each.get("since") or "") <= year <= str(each.get("until") or year)
    ]


def without_webinars(
    associations: Iterable[Record], webinars_held: Iterable[Record]
) -> list[Record]:
    """Return the associations that none of the webinars held names."""
    active = {code for webinar in webinars_held for code in texts_of(webinar.get("omo"))}
    return [each for each in associations if each["code"] not in active]


def _members(records: Mapping[str, Iterable[Record]]) -> Iterator[Member]:
    for kind, of_one_kind in records.items():
        for record in of_one_kind:
            yield Member(kind, record)


def _of_directory(members: Sequence[Member]) -> Record:
    associations = of_kind(members, "omo")
    webinars_held = webinars.held(of_kind(members, "webinar"))
    return {
        "omo_total": len(associations),
        "omo_without_webinars": len(without_webinars(associations, webinars_held)),
        "members": sum(number(each.get("members")) for each in associations),
        "members_young": sum(number(each.get("members_young")) for each in associations),
    }


def _picked(prefix: str, figures: Record, *keys: str) -> Record:
    return {f"{prefix}_{key}": figures[key] for key in keys}
