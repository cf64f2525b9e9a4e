"""The schedule as a calendar that teachers subscribe to (RFC 5545).

An event keeps its UID whatever becomes of the webinar, and SEQUENCE and DTSTAMP grow with each
change of it: a newer calendar updates what an older one brought, and doubles nothing. Neither
comes from the clock, so that an unchanged schedule is the same calendar to the byte.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event, Timezone, vDuration

from rumo_cli.calendar.years import AcademicYear
from rumo_cli.calendar.zones import time_zone, zone_name
from rumo_cli.documents.entries import Entry
from rumo_cli.documents.schedule import Schedule
from rumo_cli.records.revisions import Revision, placed

USUAL_LENGTH = timedelta(minutes=90)
"""Two lessons: how long most webinars are, for those that do not say."""

_REFRESH = timedelta(hours=12)
_DAY = timedelta(days=1)
_UNSEEN = dict.fromkeys([*range(9), *range(11, 32), *range(127, 160)])
"""Control characters but for the tab and the line feed: a calendar may hold no others."""


def schedule_calendar(schedule: Schedule) -> bytes:
    """Return a schedule as iCalendar: an event for each sitting.

    What has no date is named in the description. Those that were moved out of the period are
    among the events, on their new days.
    """
    calendar = _calendar(schedule)
    entries = sorted([*schedule.entries, *schedule.moved_away], key=_number)
    events = [event for entry in entries for event in _events(entry, schedule)]
    for component in (*_zones(entries, schedule), *events):
        calendar.add_component(component)
    written: bytes = calendar.to_ical(sorted=False)
    return written


def _calendar(schedule: Schedule) -> Calendar:
    name = _text(" · ".join(["Вебинары", *schedule.publishers[:1], *schedule.only]))
    undated = "; ".join(entry.title for entry in schedule.undated)
    told = _text(f"Без даты: {undated}" if undated else name)
    calendar = Calendar()
    for key, value in {
        "prodid": "-//rumo//webinar schedule//RU",
        "version": "2.0",
        "calscale": "GREGORIAN",
        "method": "PUBLISH",
        "name": name,
        "description": told,
        "x-wr-calname": name,
        "x-wr-caldesc": told,
        "x-wr-timezone": schedule.timezone,
        "x-published-ttl": vDuration(_REFRESH),
    }.items():
        calendar.add(key, value)
    calendar.add("refresh-interval", _REFRESH, parameters={"VALUE": "DURATION"})
    return calendar


def _events(entry: Entry, schedule: Schedule) -> Iterator[Event]:
    """Yield the sittings; each after the first has its number in the UID.

    Those that the webinar lost are among them: an event that only stayed out of a newer calendar
    would stay in the calendars that have it.
    """
    revision = schedule.history.revisions.get(_number(entry))
    for place, day in enumerate(_sittings(entry, revision), 1):
        told = entry if day in entry.days else _lost(entry)
        event = Event()
        sitting = f"-{place}" if place > 1 else ""
        event.add("uid", f"webinar-{_number(entry)}{sitting}@{schedule.history.store}.rumo")
        _add_revision(event, told, revision)
        _add_time(event, told, day)
        _add_texts(event, told, day)
        yield event


def _sittings(entry: Entry, revision: Revision | None) -> Iterator[date]:
    """Yield the days of the events of a webinar, each in its place."""
    earlier = revision.sittings if revision else ()
    return map(date.fromisoformat, placed(earlier, map(str, entry.days)))


def _lost(entry: Entry) -> Entry:
    """Return what is told of a webinar on a day on which it does not take place any more."""
    status = "cancelled" if entry.days else "postponed"
    return replace(entry, until=None, status=entry.status if entry.off else status)


def _number(entry: Entry) -> int:
    return int(str(entry.record["id"]))


def _add_revision(event: Event, entry: Entry, revision: Revision | None) -> None:
    """Say which state of the webinar this is.

    One that was never changed has no time of its own. What stands for it is a day before any
    webinar of its year is put down.
    """
    year = AcademicYear.parse(str(entry.record["academic_year"]))
    latest = revision or Revision(0, datetime(year.first, 1, 1, tzinfo=UTC))
    event.add("dtstamp", latest.at.astimezone(UTC))
    event.add("last-modified", latest.at.astimezone(UTC))
    event.add("sequence", latest.number)
    event.add("status", "CANCELLED" if entry.off else "CONFIRMED")


def _add_time(event: Event, entry: Entry, day: date) -> None:
    if entry.start is None or entry.until:
        event.add("dtstart", day)
        event.add("dtend", (entry.until or day) + _DAY)
        event.add("transp", "TRANSPARENT")
        return
    # Without a zone an hour is that of wherever it is read.
    zone = time_zone(entry.timezone)
    start = datetime.combine(day, entry.start, zone)
    end = datetime.combine(day, entry.end, zone) if entry.end else start
    event.add("dtstart", start)
    event.add("dtend", end if end > start else start + USUAL_LENGTH)


def _add_texts(event: Event, entry: Entry, day: date) -> None:
    event.add("summary", _text(entry.title))
    if described := "\n".join(_description(entry, day)):
        event.add("description", _text(described))
    event.add("categories", [_text(each) for each in _categories(entry) if each])
    if entry.access:
        event.add("location", _text(entry.platform or entry.access))
    if entry.link and not entry.off:
        event.add("url", entry.link)


def _categories(entry: Entry) -> Iterable[str]:
    return (entry.form, entry.theme, *entry.associations)


def _description(entry: Entry, day: date) -> Iterator[str]:
    """Yield what else teachers choose by, a line each."""
    if entry.change:
        yield entry.change.capitalize()
    told = {
        "Время": _hours(entry, day),
        "Для кого": ", ".join(entry.audience),
        "Спикеры": "; ".join(map(str, entry.speakers)),
        "Ответственные": "" if entry.speakers else ", ".join(entry.responsible),
        "ОМО": "; ".join(entry.associations),
        "Подключение": entry.access,
        "Материалы": entry.materials,
        "Запись": entry.recording,
        "Новость": entry.news,
    }
    yield from (f"{label}: {text}" for label, text in told.items() if text)


def _hours(entry: Entry, day: date) -> str:
    """Return the hours where the event's own beginning and end do not say them."""
    if entry.start and not entry.end and not entry.until:
        return f"{entry.hours}, окончание не указано"
    told = not entry.until and time_zone(entry.timezone)
    return "" if told or not entry.hours else f"{entry.hours} ({zone_name(entry.timezone, day)})"


def _zones(entries: Iterable[Entry], schedule: Schedule) -> Iterator[Timezone]:
    """Yield the time zones of the events, the schedule's own be there no events at all."""
    revisions = schedule.history.revisions
    days = (day for each in entries for day in _sittings(each, revisions.get(_number(each))))
    years = {day.year for day in days} or {schedule.period.start.year}
    names = {schedule.timezone, *(entry.timezone for entry in entries if entry.start)}
    for name in sorted(filter(time_zone, names)):
        yield Timezone.from_tzid(
            name, first_date=date(min(years), 1, 1), last_date=date(max(years) + 1, 1, 1)
        )


def _text(text: str) -> str:
    """Return text as a calendar may hold it: lines, and nothing that only a terminal obeys."""
    return "\n".join(text.splitlines()).translate(_UNSEEN)
