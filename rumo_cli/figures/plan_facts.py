"""What the records say of the plans: which of them fulfil an item, and what no item foresees.

A record counts in its own academic year, once it is held, done or completed. An item counts those
that it links or that name it as theirs, and those of the kind that it counts: on its theme (its
direction where it has no theme and records of the kind have one), of its owner (all for the
association itself, but for meetings, where it has its own), within the days of its deadline.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from rumo_cli.calendar.terms import USUAL, SchoolCalendars
from rumo_cli.figures.past import as_of
from rumo_cli.figures.summary import number, texts_of
from rumo_cli.records import kind_of
from rumo_cli.records.directory import OWN_PLAN
from rumo_cli.records.fields.references import link_to
from rumo_cli.records.plan import LINKS
from rumo_cli.records.plan_fact import Fact
from rumo_cli.records.plan_status import overdue_since, period_on, status_on, told_by_records
from rumo_cli.records.values import Record, Value
from rumo_cli.text import fold

EVENTS = ("webinar", "meeting")
"""Kinds of what a plan should foresee."""


class _Counting(NamedTuple):
    """How records of a kind count: what tells their subject, whose they are, their day, states.

    Of the `days` the first that a record has is its own; without `states` every record counts.
    """

    subject: tuple[str, ...]
    owner: str
    days: tuple[str, ...]
    states: frozenset[str] = frozenset()


_HELD, _COMPLETED = frozenset({"held"}), frozenset({"completed"})
_EXAMINED = frozenset({"recommended", "rework", "rejected"})
_COUNTING: Mapping[str, _Counting] = {
    "webinar": _Counting(("title", "theme", "direction", "form"), "omo", ("date",), _HELD),
    "meeting": _Counting(("agenda",), "owner", ("date",), _HELD),
    "expertise": _Counting(("title", "type"), "omo", ("verdict_date", "submitted"), _EXAMINED),
    "publication": _Counting(("title", "type"), "omo", ("date",)),
    "contribution": _Counting(("title", "type"), "omo", ("date",)),
    "iom": _Counting(
        ("teacher_subject", "teacher_position", "basis"),
        "omo",
        ("done_date", "deadline_end"),
        _COMPLETED,
    ),
    "pair": _Counting(("programme", "form", "kind"), "owner", ("deadline_end",), _COMPLETED),
    "programme": _Counting(("title", "form", "kind"), "owner", ("end",), _COMPLETED),
}


_OF_ITS_OWN = frozenset({"meeting"})
"""Kinds of which the association itself has its own, beside those of the ОМО."""


class _Counted(NamedTuple):
    """A record that counts: its name, and what items choose it by."""

    link: str
    subject: str
    owners: list[str]
    day: str


class PlanFacts:
    """What the records of some years say of plan items on a day, worked out once for all."""

    def __init__(
        self,
        items: Iterable[Record],
        records: Mapping[str, Sequence[Record]],
        on: date,
        calendars: SchoolCalendars = USUAL,
    ) -> None:
        self.calendars = calendars
        self._on = on
        self._counted = _counted(_with_owners_of_pairs(records), on)
        self._links = _links_of_years(self._counted)
        self._naming = _naming_items(records.get("webinar", ()))
        self._facts = {item["id"]: self._fact(item) for item in items}

    def of(self, item: Record) -> Fact | None:
        """Return what the records say of an item, None where it neither counts nor names any."""
        return self._facts.get(item.get("id"))

    def beside(self, items: Iterable[Record]) -> list[tuple[Record, Fact | None]]:
        """Return items, each with what the records say of it."""
        return [(item, self.of(item)) for item in items]

    def status(self, item: Record) -> str:
        """Return the status that an item had on the day."""
        return status_on(item, self._on, self.of(item), self.calendars)

    def status_by_records(self, item: Record) -> str | None:
        """Return the status that the records alone give an item, None where they say nothing."""
        fact = self.of(item)
        return told_by_records(item, self._on, fact, self.calendars) if fact else None

    def outcome(self, item: Record) -> str:
        """Return what became of an item: the status it was marked with, else what records say."""
        marked = str(item.get("status") or "planned")
        return (marked == "planned" and self.status_by_records(item)) or marked

    def overdue_since(self, item: Record) -> date | None:
        """Return the first day on which an item was late, None if it is not."""
        return overdue_since(item, self._on, self.of(item), self.calendars)

    def beyond(self, kind: str) -> list[str]:
        """Return the events of a kind that are held and fulfil no item: «webinar 12»."""
        foreseen = {link for fact in self._facts.values() if fact for link in fact.evidence}
        held = (
            each.link for (of, _), those in self._counted.items() if of == kind for each in those
        )
        return [link for link in held if link not in foreseen]

    def deciding(self, item: Record, holds: Callable[[Fact | None], bool]) -> Iterator[str]:
        """Yield the records without any one of which something would not hold, or would."""
        fact = self.of(item)
        if fact is not None:
            now = holds(fact)
            for links, left in self._without_one(item, fact):
                if links and holds(left) != now:
                    yield from links

    def _without_one(self, item: Record, fact: Fact) -> Iterator[tuple[Sequence[str], Fact | None]]:
        """Yield the records that tell of an item, with what is left of the fact without one.

        A record that names the item is expected, whether it counts or not; one that the item links
        stays expected when it is gone.
        """
        named = self.named(item)
        naming = set(named) - {link_to(*each) for each in LINKS.named(item.get("links"))}
        less = fact.evidence[1:]
        yield [link for link in fact.evidence if link not in naming], Fact(fact.target, less)
        if naming:
            target = _target(item, len(named) - 1)
            known = len(named) > 1 or bool(item.get("counts"))
            counting = naming.intersection(fact.evidence)
            yield sorted(counting), Fact(target, less) if known else None
            yield sorted(naming - counting), Fact(target, fact.evidence) if known else None

    def _fact(self, item: Record) -> Fact | None:
        named = self.named(item)
        if not named and not item.get("counts"):
            return None
        links = self._links[item["academic_year"]]
        evidence = [*(link for link in named if link in links), *self._chosen(item)]
        return Fact(_target(item, len(named)), tuple(dict.fromkeys(evidence)))

    def named(self, item: Record) -> list[str]:
        """Return the records that an item names, and those that name it, whether they count."""
        links = [link_to(*each) for each in LINKS.named(item.get("links"))]
        return list(dict.fromkeys([*links, *self._naming[item["id"]]]))

    def _chosen(self, item: Record) -> list[str]:
        """Return the records that an item counts by their kind, theme, owner and day."""
        theme = fold(theme_counted(item))
        owner = str(item.get("owner") or OWN_PLAN)
        whose = "" if owner == OWN_PLAN and item.get("counts") not in _OF_ITS_OWN else owner
        first, last = period_on(item, self._on, self.calendars) or _ANY_DAY
        return [
            each.link
            for each in self._counted[item.get("counts"), item["academic_year"]]
            if theme in each.subject
            and first <= each.day <= last
            and (not whose or whose in each.owners)
        ]


_ANY_DAY = ("", "9")


def _target(item: Record, named: int) -> int:
    """Return how many records an item takes: as many as it says, else as are named."""
    return number(item.get("target")) or number(item.get("occurrences_planned")) or named or 1


def theme_counted(item: Record) -> str:
    """Return the words that the records of the kind that an item counts are chosen by."""
    counting = _COUNTING.get(str(item.get("counts")))
    directed = counting is not None and "direction" in counting.subject
    return str(item.get("theme") or (directed and item.get("direction")) or "")


def kinds_needed(items: Iterable[Record]) -> set[str]:
    """Return the kinds whose records tell of items, and those of what a plan should foresee."""
    counted = {str(item["counts"]) for item in items if item.get("counts")}
    linked = {kind for item in items for kind, _ in LINKS.named(item.get("links"))}
    owning = {"programme"} if "pair" in counted else set()
    return {*EVENTS, *counted, *linked, *owning}


def _counted(
    records: Mapping[str, Iterable[Record]], on: date
) -> defaultdict[tuple[Value, Value], list[_Counted]]:
    """Return the records that count on a day, by kind and year."""
    found: defaultdict[tuple[Value, Value], list[_Counted]] = defaultdict(list)
    for kind, of_one_kind in records.items():
        counting, status = _COUNTING[kind], kind_of(kind).status
        for record in as_of(kind, of_one_kind, on):
            if not counting.states or record.get(status or "") in counting.states:
                found[kind, record["academic_year"]].append(_choosable(kind, counting, record))
    return found


def _choosable(kind: str, counting: _Counting, record: Record) -> _Counted:
    fields = kind_of(kind).by_key
    return _Counted(
        link_to(kind, int(str(record["id"]))),
        "\n".join(fold(fields[key].show(record)) for key in counting.subject),
        texts_of(record.get(counting.owner) or (OWN_PLAN if kind in _OF_ITS_OWN else None)),
        str(next(filter(None, map(record.get, counting.days)), "")),
    )


def _links_of_years(
    counted: Mapping[tuple[Value, Value], Iterable[_Counted]],
) -> defaultdict[Value, set[str]]:
    links: defaultdict[Value, set[str]] = defaultdict(set)
    for (_, year), those in counted.items():
        links[year].update(each.link for each in those)
    return links


def _naming_items(webinars: Iterable[Record]) -> defaultdict[Value, list[str]]:
    """Return the webinars that name an item as theirs, by the id of the item."""
    naming: defaultdict[Value, list[str]] = defaultdict(list)
    for each in webinars:
        if each.get("plan_item"):
            naming[each["plan_item"]].append(link_to("webinar", int(str(each["id"]))))
    return naming


def _with_owners_of_pairs(
    records: Mapping[str, Sequence[Record]],
) -> Mapping[str, Sequence[Record]]:
    """Return the records, each pair with the owner of its programme."""
    if "pair" not in records:
        return records
    owners = {_programme(each, "title"): each.get("owner") for each in records.get("programme", ())}
    pairs = [
        pair | {"owner": owners.get(_programme(pair, "programme"))} for pair in records["pair"]
    ]
    return {**records, "pair": pairs}


def _programme(record: Record, key: str) -> tuple[Value, str]:
    return record["academic_year"], fold(str(record.get(key)))


NO_FACTS = PlanFacts((), {}, date.min)
"""What is said of plans that no records are held against."""
