"""What waits for somebody on a day: the week, what is late, what is due, what is left unsaid.

Each section holds all of its records, the most urgent first. A deadline that nothing can be late
for is in none of them.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Literal, NamedTuple

from rumo_cli.calendar.periods import Period, week_of
from rumo_cli.calendar.years import AcademicYear
from rumo_cli.figures.plan_facts import NO_FACTS, PlanFacts
from rumo_cli.figures.summary import number
from rumo_cli.records.event_days import event_days
from rumo_cli.records.event_state import is_uncounted, is_unmarked
from rumo_cli.records.plan_status import UNDATED, is_overdue, next_due, overdue_since
from rumo_cli.records.values import Record
from rumo_cli.text import fold

KINDS = ("webinar", "plan", "meeting", "iom", "task", "programme", "pair", "expertise")
"""The kinds of records that something can wait in."""

Records = Mapping[str, Sequence[Record]]
"""Records by kind, each with its id among its values."""
_Find = Callable[[Records, date], Iterable["Waiting"]]
Term = Literal["date", "since", "due"]
"""What a day is: of an event, the first on which a record is late, the last on which it is not."""

_SOON = timedelta(weeks=2)
_DAY = timedelta(days=1)
_FRIDAY = 4
_AUGUST = 8


class Waiting(NamedTuple):
    """A record that waits, and the ISO day that tells when."""

    kind: str
    record: Record
    day: str | None
    term: Term = "date"

    @property
    def id(self) -> int:
        """Return the id of the record."""
        return number(self.record["id"])

    @property
    def late(self) -> bool:
        """Tell whether a deadline is over."""
        return self.term == "since"


@dataclass(frozen=True)
class Section:
    """What waits in one respect; never empty."""

    key: str
    items: Sequence[Waiting]


def next_week_of(day: date) -> Period:
    """Return the week after that of a day."""
    return week_of(day + timedelta(weeks=1))


def years_around(day: date) -> list[str]:
    """Return the academic years that the week and the next two weeks touch; an August's both."""
    touched = {AcademicYear.of(each) for each in (week_of(day).start, day, day + _SOON)}
    if day.month == _AUGUST:
        touched.add(AcademicYear.of(day).next)
    return [str(year) for year in sorted(touched)]


def sections(
    records: Records, years: Mapping[str, Record], day: date, facts: PlanFacts = NO_FACTS
) -> list[Section]:
    """Return what waits on a day in these records and in the settings of these years.

    `facts` is what records say of the items of the plans on that day.
    """
    plan: dict[str, _Find] = {"overdue": partial(_overdue, facts), "due": partial(_due, facts)}
    finders = {**_FINDERS, **plan}
    found = ((key, list(find(records, day))) for key, find in finders.items())
    all_found = [*found, ("years", list(_left_open(years, day)))]
    return [Section(key, items) for key, items in all_found if items]


def of_association(records: Records, concerns: Callable[[Record], bool]) -> Records:
    """Return the records that concern an association: tasks by route, pairs by programme."""
    own = {kind: list(filter(concerns, found)) for kind, found in records.items()}
    routes = {route["id"] for route in own["iom"]}
    titles = {_in_year(programme, "title") for programme in own["programme"]}
    own["task"] = [task for task in records["task"] if task.get("iom") in routes]
    own["pair"] = [pair for pair in records["pair"] if _in_year(pair, "programme") in titles]
    return own


def _in_year(record: Record, key: str) -> tuple[object, str]:
    return record["academic_year"], fold(str(record[key]))


def _this_week(records: Records, day: date) -> list[Waiting]:
    """Return the webinars of the week, those that are still to come first."""
    webinars = _in_week(records["webinar"], week_of(day))
    return sorted(webinars, key=lambda each: str(each.day) < day.isoformat())


def _next_week(records: Records, day: date) -> list[Waiting]:
    """Return the webinars of the next week where this one is nearly over."""
    return _in_week(records["webinar"], next_week_of(day)) if day.weekday() >= _FRIDAY else []


def _in_week(webinars: Iterable[Record], week: Period) -> list[Waiting]:
    days = ((each, _day_in(each, week)) for each in webinars)
    found = [Waiting("webinar", each, day) for each, day in days if day]
    return sorted(found, key=lambda each: (each.day, str(each.record.get("start_time") or "")))


def _day_in(webinar: Record, week: Period) -> str | None:
    """Return the first sitting in a week, or the first of days in a row that reach into it."""
    start, end = week.start.isoformat(), week.end.isoformat()
    sittings = webinar.get("dates")
    if isinstance(sittings, list):
        return next((each for each in sittings if start <= each <= end), None)
    days = event_days(webinar)
    return days.first if days and days.first <= end and days.last >= start else None


def _overdue(facts: PlanFacts, records: Records, day: date) -> list[Waiting]:
    late = (
        (item, overdue_since(item, day, fact, facts.calendars))
        for item, fact in facts.beside(records["plan"])
    )
    return _by_day(
        Waiting("plan", item, since.isoformat(), "since") for item, since in late if since
    )


def _due(facts: PlanFacts, records: Records, day: date) -> list[Waiting]:
    """Return the items that would be late in two weeks if nothing happened."""
    awaited = (
        (item, next_due(item, day, fact, facts.calendars))
        for item, fact in facts.beside(records["plan"])
        if not is_overdue(item, day, fact, facts.calendars)
    )
    return _by_day(
        Waiting("plan", item, due.end.isoformat(), "due")
        for item, due in awaited
        if due and due.end <= day + _SOON
    )


def _day_after(day: str) -> str:
    return (date.fromisoformat(day) + _DAY).isoformat()


def _unmarked(records: Records, day: date) -> list[Waiting]:
    """Return the webinars that are over and still only planned."""
    return _by_day(
        Waiting("webinar", each, days.last)
        for each in records["webinar"]
        if is_unmarked("webinar", each, day) and (days := event_days(each))
    )


def _lacking(lacks: Callable[[Record], bool], records: Records, day: date) -> list[Waiting]:
    """Return the held webinars that lack something, the latest first: it is still remembered."""
    lacking = ((each, event_days(each)) for each in records["webinar"] if lacks(each))
    found = (
        Waiting("webinar", each, days.last if days else None)
        for each, days in lacking
        if days is None or days.first <= day.isoformat()
    )
    return sorted(found, key=lambda each: each.day or "", reverse=True)


def _has_no_materials(webinar: Record) -> bool:
    return webinar.get("status") == "held" and webinar.get("materials_url") is None


def _without_protocol(records: Records, day: date) -> list[Waiting]:
    """Return the meetings that were held, or should have been by now, and have no protocol."""
    return _by_day(
        Waiting("meeting", each, _text(each.get("date")))
        for each in records["meeting"]
        if not each.get("protocol")
        and (each.get("status") == "held" or is_unmarked("meeting", each, day))
    )


def _tasks(records: Records, day: date) -> list[Waiting]:
    """Return the tasks that are late, due soon or handed in, with the teacher of their route."""
    teachers = {route["id"]: route["teacher"] for route in records["iom"] if _is_active(route)}
    tasks = (
        task | {"teacher": teachers[task["iom"]]}
        for task in records["task"]
        if task["iom"] in teachers and task.get("status") != "accepted"
    )
    terms = (
        _by_term("task", each, day, anyway=each.get("status") == "submitted") for each in tasks
    )
    return _by_day(filter(None, terms))


def _routes(records: Records, day: date) -> list[Waiting]:
    terms = (_by_term("iom", route, day) for route in records["iom"] if _is_active(route))
    return _by_day(filter(None, terms))


def _is_active(route: Record) -> bool:
    return route.get("status") not in {"completed", "suspended", "terminated"}


def _mentoring(records: Records, day: date) -> list[Waiting]:
    """Return programmes and pairs whose term ends, and pairs that have events before them."""
    return _by_day([*_programmes(records, day), *_pairs(records, day)])


def _programmes(records: Records, day: date) -> Iterator[Waiting]:
    for programme in records["programme"]:
        end = _text(programme.get("end"))
        found = _ending("programme", programme, end, day)
        if programme.get("status", "active") == "active" and found:
            yield found


def _pairs(records: Records, day: date) -> Iterator[Waiting]:
    for pair in records["pair"]:
        begun = str(pair.get("deadline_start") or "") <= day.isoformat()
        found = _by_term("pair", pair, day, anyway=begun and events_left(pair) > 0)
        if pair.get("status", "active") in {"forming", "active"} and found:
            yield found


def events_left(pair: Record) -> int:
    """Return how many of a pair's planned events are not done."""
    planned, done = (pair.get(f"personal_programme_{each}") for each in ("planned", "done"))
    return number(planned) - number(done)


def _expertise(records: Records, day: date) -> list[Waiting]:
    return _by_day(
        Waiting("expertise", each, _text(each.get("submitted")))
        for each in records["expertise"]
        if not each.get("verdict") and str(each.get("submitted") or "") <= day.isoformat()
    )


def _left_open(years: Mapping[str, Record], day: date) -> Iterator[Waiting]:
    """Yield the years that are over and not closed."""
    for name, settings in years.items():
        year = AcademicYear.parse(name)
        if year.end < day and not settings.get("closed_date"):
            record: Record = {"id": year.first, "title": name}
            yield Waiting("year", record, year.end.isoformat())


def _by_term(kind: str, record: Record, day: date, *, anyway: bool = False) -> Waiting | None:
    """Return a record that is late or due within two weeks, or waits anyway."""
    readable = record.get("deadline_kind") not in UNDATED
    end = _text(record.get("deadline_end")) if readable else None
    return _ending(kind, record, end, day, anyway=anyway)


def _ending(
    kind: str, record: Record, end: str | None, day: date, *, anyway: bool = False
) -> Waiting | None:
    if end and end < day.isoformat():
        return Waiting(kind, record, _day_after(end), "since")
    if anyway or (end and end <= (day + _SOON).isoformat()):
        return Waiting(kind, record, end, "due")
    return None


def _by_day(items: Iterable[Waiting]) -> list[Waiting]:
    """Sort the earliest first, what has no day last."""
    return sorted(items, key=lambda each: (each.day is None, each.day))


def _text(value: object) -> str | None:
    return str(value) if value else None


_FINDERS: Mapping[str, _Find] = {
    "week": _this_week,
    "next_week": _next_week,
    "overdue": partial(_overdue, NO_FACTS),
    "due": partial(_due, NO_FACTS),
    "unmarked": _unmarked,
    "no_headcount": partial(_lacking, is_uncounted),
    "meetings": _without_protocol,
    "iom_tasks": _tasks,
    "iom_routes": _routes,
    "mentoring": _mentoring,
    "expertise": _expertise,
    "no_materials": partial(_lacking, _has_no_materials),
}
"""What finds the items of each section, in the order that a person sees them in."""
