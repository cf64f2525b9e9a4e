"""The schedule as a value: which webinars the public is told of, day by day.

What is told of each webinar is settled in `rumo_cli.documents.entries`.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

from rumo_cli.calendar.period_words import spoken_period
from rumo_cli.calendar.periods import Period
from rumo_cli.calendar.years import AcademicYear
from rumo_cli.calendar.zones import MOSCOW, zone_name
from rumo_cli.documents.entries import Entry, entry_of, zone_of
from rumo_cli.records.directory import Directory
from rumo_cli.records.event_days import event_days
from rumo_cli.records.marks import days_before_moves
from rumo_cli.records.revisions import UNTOLD, History
from rumo_cli.records.values import Record, Value
from rumo_cli.records.webinar import OPEN
from rumo_cli.text import fold, sort_key

_AUGUST = 8
_PUBLISHERS = ("association", "institute")
_AWAITED = OPEN | {"postponed"}


class ScheduleDay(NamedTuple):
    """A day and what takes place on it, in the order of the hours."""

    day: date
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Schedule:
    """What is announced for a period; days on which nothing takes place are left out.

    `publishers` name the association and the institute, `only` what the schedule was narrowed to;
    `calendar_url` leads to the same webinars as a calendar. `moved_away` were on a day of the
    period once and are on none now: no day shows them, but calendars that have them must hear of
    it.
    """

    period: Period
    days: tuple[ScheduleDay, ...]
    undated: tuple[Entry, ...]
    timezone: str = MOSCOW
    publishers: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    calendar_url: str | None = None
    moved_away: tuple[Entry, ...] = ()
    history: History = UNTOLD

    @property
    def title(self) -> str:
        """Return what the schedule is called."""
        return f"График вебинаров, {self.dates}"

    @property
    def dates(self) -> str:
        """Return the period in words."""
        return spoken_period(self.told)

    @property
    def told(self) -> Period:
        """Return the period as it is told: a week ends on Saturday unless its Sunday is busy."""
        start, end = self.period
        week = start.weekday() == 0 and end - start == timedelta(days=6)
        if week and not (self.days and self.days[-1].day == end):
            end -= timedelta(days=1)
        return Period(start, end)

    @property
    def empty(self) -> str:
        """Return what is said where there is nothing."""
        return "Вебинаров в эти дни нет."

    @property
    def zone(self) -> str:
        """Return what is said of the hours."""
        if self.timezone == MOSCOW:
            return "Время московское."
        return f"Часовой пояс: {zone_name(self.timezone, self.period.start)}."

    def hours(self, entry: Entry, day: date | None) -> str:
        """Return the hours of a webinar on a day, with its time zone where that is another."""
        if not entry.hours or entry.timezone == self.timezone:
            return entry.hours
        return f"{entry.hours} ({zone_name(entry.timezone, day or self.period.start)})"

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Return each webinar once, those without a date last."""
        dated = (entry for day in self.days for entry in day.entries)
        return tuple({entry.record["id"]: entry for entry in (*dated, *self.undated)}.values())

    @property
    def associations(self) -> list[str]:
        """Return the ОМО that occur."""
        return _distinct(name for entry in self.entries for name in entry.associations)

    @property
    def audiences(self) -> list[str]:
        """Return the audiences that occur."""
        return _distinct(name for entry in self.entries for name in entry.audience)

    @property
    def themes(self) -> list[str]:
        """Return the themes that occur."""
        return _distinct(entry.theme for entry in self.entries if entry.theme)


def schedule_of(
    webinars: Iterable[Record],
    period: Period,
    directory: Directory,
    settings: Mapping[str, Value] | None = None,
    *,
    only: Sequence[str] = (),
    calendar_url: str | None = None,
    history: History = UNTOLD,
) -> Schedule:
    """Return the schedule of a period.

    Several sittings stand on each of their days, one that goes on from day to day on its first
    within the period. Undated are those that are still awaited in the academic years that the
    period touches. `settings` are those of the year.
    """
    settings = settings or {}
    webinars = list(webinars)

    def entries_of(chosen: Callable[[Record], bool]) -> tuple[Entry, ...]:
        return tuple(entry_of(each, directory, settings) for each in webinars if chosen(each))

    entries = entries_of(_concerned(period))
    awaited = _awaited_in(period)
    undated = (each for each in entries if not each.days and awaited(each))
    found = Schedule(
        period=period,
        days=_by_day(entries, period),
        undated=tuple(sorted(undated, key=lambda each: sort_key(each.title))),
        timezone=zone_of(settings),
        publishers=tuple(str(settings[key]) for key in _PUBLISHERS if settings.get(key)),
        only=tuple(only),
        calendar_url=calendar_url,
        history=history,
    )
    told = {each.record["id"] for each in found.entries}
    once = (each for each in entries_of(_was_in(period, history)) if each.record["id"] not in told)
    return replace(found, moved_away=tuple(once))


def _concerned(period: Period) -> Callable[[Record], bool]:
    """Return what tells, before a webinar is looked at closely, those that may stand in it."""
    start, end = (day.isoformat() for day in period)

    def concerned(webinar: Record) -> bool:
        days = event_days(webinar)
        return days is None or (days.first <= end and days.last >= start)

    return concerned


def _was_in(period: Period, history: History) -> Callable[[Record], bool]:
    """Return what tells the webinars that were moved from a day of it, or lost a sitting on one."""
    start, end = (day.isoformat() for day in period)

    def any_within(days: Iterable[str]) -> bool:
        return any(start <= day <= end for day in days)

    sat = {number for number, each in history.revisions.items() if any_within(each.sittings)}
    return lambda webinar: webinar["id"] in sat or any_within(days_before_moves(webinar))


def _by_day(entries: Iterable[Entry], period: Period) -> tuple[ScheduleDay, ...]:
    days: defaultdict[date, list[Entry]] = defaultdict(list)
    for entry in entries:
        for day in _days_within(entry, period):
            days[day].append(entry)
    return tuple(
        ScheduleDay(day, tuple(sorted(days[day], key=_by_hour_and_title))) for day in sorted(days)
    )


def _days_within(entry: Entry, period: Period) -> Iterable[date]:
    if not entry.until:
        return [day for day in entry.days if period.start <= day <= period.end]
    first = max(entry.days[0], period.start)
    return [first] if first <= min(entry.until, period.end) else []


def _by_hour_and_title(entry: Entry) -> tuple[object, ...]:
    return (entry.start is None, entry.start, sort_key(entry.title))


def _awaited_in(period: Period) -> Callable[[Entry], bool]:
    """Return what tells the awaited webinars of the years a period touches, an August's both."""

    def awaited(entry: Entry) -> bool:
        year = AcademicYear.parse(str(entry.record["academic_year"]))
        touched = period.start <= year.end and year.day(_AUGUST, 1) <= period.end
        return touched and entry.status in _AWAITED

    return awaited


def _distinct(names: Iterable[str]) -> list[str]:
    """Return names in order, those that differ in case alone as one."""
    return sorted({fold(name): name for name in names}.values(), key=sort_key)
