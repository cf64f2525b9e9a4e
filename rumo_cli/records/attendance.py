"""What the people at a webinar add up to, and what becomes of a webinar's record by it."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from rumo_cli.records.attendees import Attendee, distinct_people, read_attendee
from rumo_cli.records.event_days import event_days
from rumo_cli.records.kind import compact
from rumo_cli.records.merging import STATUS_BY_COMMAND
from rumo_cli.records.organisations import count_by_municipality, count_organisations
from rumo_cli.records.values import Record, Value
from rumo_cli.records.webinar import OPEN, WEBINAR

ATTENDEES = "attendees"
NOT_SAID = "не указан"

_FROM_FORM = "_form_{}"
"""Where the figure that a form gave is kept beside the one that stands, which people may edit."""


class Recorded(NamedTuple):
    """A webinar after its people were counted.

    `people` are all that are known, `figures` what they add up to; `kept` are the keys of figures
    that a person typed otherwise, and that stay.
    """

    record: Record
    people: Sequence[Attendee]
    figures: Record
    kept: tuple[str, ...]


def figures_of(people: Sequence[Attendee]) -> Record:
    """Return the figures of a webinar's distinct people; what nobody says is empty."""
    municipalities = count_by_municipality(each.municipality for each in people)
    silent = len(people) - sum(municipalities.values())
    lines = [f"{name}: {number}" for name, number in municipalities.items()]
    lines += [f"{NOT_SAID}: {silent}"] if municipalities and silent else []
    organisations = count_organisations((each.organisation, each.municipality) for each in people)
    return {
        "participants": len(people),
        "orgs_count": organisations or None,
        "municipalities_count": len(municipalities) or None,
        "by_municipality": lines,
    }


def counted(
    webinar: Record, attendees: Iterable[Attendee], *, replace: bool, keep_names: bool
) -> Recorded:
    """Return a webinar with its people counted, those whose names it has kept among them.

    A figure that an earlier export gave gives way to a later one, as forms are exported whole
    each time. One that a person typed stays, unless it is to be replaced.
    """
    lines = webinar.get(ATTENDEES)
    earlier = map(read_attendee, lines) if isinstance(lines, list) else ()
    people = distinct_people([*earlier, *attendees])
    figures = figures_of(people)
    after = dict(webinar)
    kept = []
    for key, figure in figures.items():
        if _gives_way(webinar, key, figure) or (replace and figure):
            after |= {key: figure, _FROM_FORM.format(key): figure, **_exactly(key)}
        elif figure:
            kept.append(key)
    if keep_names:
        after[ATTENDEES] = [each.line for each in people]
    return Recorded(compact(after), people, figures, tuple(kept))


def held_if_past(webinar: Record, today: date) -> Record:
    """Return a webinar that people came to as held, unless it lies ahead or has no date.

    A file of a plan does not take that back, as it does not take back what a command marked.
    """
    days = event_days(webinar)
    if webinar.get("status") not in OPEN or days is None or days.last > today.isoformat():
        return webinar
    return webinar | {"status": "held", STATUS_BY_COMMAND: True}


def earlier_count(webinar: Record) -> int | None:
    """Return how many people an earlier export gave, None where there was none."""
    count = webinar.get(_FROM_FORM.format("participants"))
    return count if isinstance(count, int) else None


def _gives_way(webinar: Record, key: str, figure: Value) -> bool:
    """Tell whether what stands is nothing, what a form gave, or the figure itself."""
    standing, qualifier = webinar.get(key), WEBINAR.by_key[key].qualifier
    if standing in (None, []):
        return True
    exact = qualifier is None or webinar.get(qualifier) in {None, "exact"}
    return exact and standing in (figure, webinar.get(_FROM_FORM.format(key)))


def _exactly(key: str) -> Record:
    qualifier = WEBINAR.by_key[key].qualifier
    return {qualifier: "exact"} if qualifier else {}
