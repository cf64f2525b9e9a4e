"""The schedule as a value: which webinars the public is told of, day by day.

Only fields named in `PUBLIC` enter it, and of those none that is marked private. The one thing
taken from the notes are the words that a file had in the place of a link: intake keeps them there
under the name of the field, «Ссылка: будет направлена».
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import cached_property
from itertools import zip_longest
from typing import NamedTuple

from rumo_cli.calendar.period_words import spoken_period
from rumo_cli.calendar.periods import Period
from rumo_cli.calendar.weekdays import show_day
from rumo_cli.calendar.years import AcademicYear
from rumo_cli.records.directory import Directory
from rumo_cli.records.kind import Kind
from rumo_cli.records.marks import days_before_moves
from rumo_cli.records.revisions import UNTOLD, History
from rumo_cli.records.values import Record, Value
from rumo_cli.records.webinar import OPEN, WEBINAR
from rumo_cli.text import fold, sort_key

PUBLIC = (
    "id", "academic_year", "date", "end_date", "dates", "start_time", "end_time", "duration_min",
    "timezone", "title", "form", "theme", "omo", "audience", "speakers", "speakers_position",
    "speakers_org", "responsible", "platform", "url", "status", "moved_from", "materials_url",
    "recording_url", "news_url",
)  # fmt: skip
MOSCOW = "Europe/Moscow"

_CALLED_MOSCOW = {"мск", "msk", "московское", "по мск", "utc+3", "москва", "europe/moscow"}
_AUGUST = 8
_AWAITED = OPEN | {"postponed"}


class Speaker(NamedTuple):
    """Who speaks, as far as the record says."""

    name: str
    position: str = ""
    organisation: str = ""

    def __str__(self) -> str:
        return ", ".join(filter(None, self))


@dataclass(frozen=True)
class Entry:
    """A webinar as the public sees it.

    `days` are all of its sittings, none where it has no date yet; `until` is the last day of one
    that goes on from day to day. `link` is an address, `link_words` what is said in its place.
    """

    record: Record
    """The public fields of the record."""
    title: str
    form: str
    status: str
    theme: str
    audience: tuple[str, ...]
    associations: tuple[str, ...]
    speakers: tuple[Speaker, ...]
    responsible: tuple[str, ...]
    days: tuple[date, ...]
    until: date | None
    start: time | None
    end: time | None
    timezone: str
    link: str
    link_words: str
    platform: str
    materials: str
    recording: str
    news: str
    moved_from: date | None

    @property
    def off(self) -> bool:
        """Tell whether it does not take place on its day: cancelled, or put off."""
        return self.status in {"cancelled", "postponed"}

    @property
    def hours(self) -> str:
        """Return «15:00–16:30», «15:00», or nothing."""
        return "–".join(f"{hour:%H:%M}" for hour in (self.start, self.end) if hour)

    @property
    def change(self) -> str:
        """Return what readers of an earlier schedule must know, or nothing."""
        ending = "ена" if self.record.get("form") == "consultation" else "ён"
        if self.status == "cancelled":
            return f"отмен{ending}"
        if self.status == "postponed":
            return f"перенес{ending}, новая дата будет объявлена"
        if self.moved_from and self.status in OPEN:
            return f"перенес{ending} с {show_day(self.moved_from)}"
        return ""

    @property
    def access(self) -> str:
        """Return how to take part: the link, what is said in its place, the platform."""
        return "" if self.off else self.link or self.link_words or self.platform

    def other_days(self, day: date | None) -> str:
        """Return on which days it takes place beside this one, or nothing."""
        if self.until:
            return f"{show_day(self.days[0])}–{show_day(self.until)}"
        others = [show_day(each) for each in self.days if each != day]
        return f"также {', '.join(others)}" if others else ""


class ScheduleDay(NamedTuple):
    """A day and what takes place on it, in the order of the hours."""

    day: date
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Schedule:
    """What is announced for a period; days on which nothing takes place are left out.

    `publishers` name the association and the institute, `only` what the schedule was narrowed to;
    `calendar_url` leads to the same webinars as a calendar. `moved_away` were on a day of the
    period once and are no more: no day shows them, but calendars that have them must hear of it.
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
        """Return the period in words; a week ends on Saturday unless its Sunday is busy."""
        start, end = self.period
        week = start.weekday() == 0 and end - start == timedelta(days=6)
        if week and not (self.days and self.days[-1].day == end):
            end -= timedelta(days=1)
        return spoken_period(Period(start, end))

    @property
    def empty(self) -> str:
        """Return what is said where there is nothing."""
        return "Вебинаров в эти дни нет."

    @property
    def zone(self) -> str:
        """Return what is said of the hours."""
        moscow = self.timezone == MOSCOW
        return "Время московское." if moscow else f"Часовой пояс: {self.timezone}."

    def hours(self, entry: Entry) -> str:
        """Return the hours of a webinar, with its time zone where that is another."""
        other = entry.hours and entry.timezone != self.timezone
        return f"{entry.hours} ({entry.timezone})" if other else entry.hours

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
    zone = _zone(settings.get("timezone"), MOSCOW)
    webinars = list(webinars)

    def entries_of(chosen: Callable[[Record], bool]) -> tuple[Entry, ...]:
        records = (_public(WEBINAR, each) for each in webinars if chosen(each))
        return tuple(_entry(record, directory, zone) for record in records)

    entries = entries_of(_concerned(period))
    awaited = _awaited_in(period)
    undated = (each for each in entries if not each.days and awaited(each))
    return Schedule(
        period=period,
        days=_by_day(entries, period),
        undated=tuple(sorted(undated, key=lambda each: sort_key(each.title))),
        timezone=zone,
        publishers=_texts(settings.get("association"), settings.get("institute")),
        only=tuple(only),
        calendar_url=calendar_url,
        moved_away=entries_of(_moved_out(period)),
        history=history,
    )


def entry_of(
    webinar: Record, directory: Directory, settings: Mapping[str, Value] | None = None
) -> Entry:
    """Return one webinar as the public sees it, whatever its day."""
    zone = _zone((settings or {}).get("timezone"), MOSCOW)
    return _entry(_public(WEBINAR, webinar), directory, zone)


def _concerned(period: Period) -> Callable[[Record], bool]:
    """Return what tells, before a webinar is looked at closely, those that may stand in it."""
    start, end = (day.isoformat() for day in period)

    def concerned(webinar: Record) -> bool:
        days = list(_texts(webinar.get("date"), webinar.get("end_date")))
        days += _items(webinar.get("dates"))
        return not days or (min(days) <= end and max(days) >= start)

    return concerned


def _moved_out(period: Period) -> Callable[[Record], bool]:
    """Return what tells the webinars that were on a day of it before they were moved."""
    concerned = _concerned(period)

    def moved_out(webinar: Record) -> bool:
        before = map(date.fromisoformat, days_before_moves(webinar))
        return any(period.start <= day <= period.end for day in before) and not concerned(webinar)

    return moved_out


def _public(kind: Kind, webinar: Record) -> Record:
    complete = kind.complete(webinar)
    complete["url"] = complete["url"] or _words_for_link(kind, complete)
    return {key: complete[key] for key in PUBLIC if not kind.by_key[key].private}


def _words_for_link(kind: Kind, webinar: Record) -> str | None:
    mark = f"{kind.by_key['url'].label}: "
    notes = str(webinar.get("notes") or "").splitlines()
    return next((note.removeprefix(mark) for note in notes if note.startswith(mark)), None)


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


def _entry(record: Record, directory: Directory, zone: str) -> Entry:
    days = _days(record)
    until = _day(record.get("end_date"))
    start, end = _hours(record)
    link = _address(record.get("url"))
    return Entry(
        record=record,
        title=str(record.get("title") or ""),
        form=WEBINAR.by_key["form"].show(record),
        status=str(record.get("status") or ""),
        theme=str(record.get("theme") or ""),
        audience=_items(record.get("audience")),
        associations=tuple(map(directory.title, _items(record.get("omo")))),
        speakers=_speakers(record),
        responsible=_items(record.get("responsible")),
        days=days,
        until=until if len(days) == 1 and until and until > days[0] else None,
        start=start,
        end=end,
        timezone=_zone(record.get("timezone"), zone),
        link=link,
        link_words="" if link else str(record.get("url") or ""),
        platform=str(record.get("platform") or ""),
        materials=_address(record.get("materials_url")),
        recording=_address(record.get("recording_url")),
        news=_address(record.get("news_url")),
        moved_from=_day(record.get("moved_from")),
    )


def _days(record: Record) -> tuple[date, ...]:
    texts = {record.get("date"), *_items(record.get("dates"))}
    return tuple(sorted(date.fromisoformat(str(each)) for each in texts if each))


def _hours(record: Record) -> tuple[time | None, time | None]:
    """Return the beginning and the end, which the duration may tell if it is the same day's."""
    start, end = _hour(record.get("start_time")), _hour(record.get("end_time"))
    minutes = record.get("duration_min")
    if start and not end and isinstance(minutes, int):
        hour, minute = divmod(60 * start.hour + start.minute + minutes, 60)
        end = time(hour, minute) if hour < 24 and minutes else None
    return start, end


def _speakers(record: Record) -> tuple[Speaker, ...]:
    """Return the speakers; one organisation beside several is that of all.

    Where it is not clear whose a position or an organisation is, it stands by itself.
    """
    names = _items(record.get("speakers"))
    positions = _items(record.get("speakers_position"))
    places = _items(record.get("speakers_org"))
    if len(places) == 1 and names:
        places *= len(names)
    beside = [each if len(each) == len(names) else () for each in (positions, places)]
    alone = [text for each in (positions, places) if len(each) != len(names) for text in each]
    named = zip_longest(names, *beside, fillvalue="")
    return (*(Speaker(*each) for each in named), *map(Speaker, alone))


def _zone(value: Value, usual: str) -> str:
    named = str(value or "").strip()
    if not named:
        return usual
    return MOSCOW if fold(named) in _CALLED_MOSCOW else named


def _address(value: Value) -> str:
    """Return an address of the web; words in its place are none."""
    text = str(value or "")
    return text if text.startswith(("http://", "https://")) else ""


def _day(value: Value) -> date | None:
    return date.fromisoformat(str(value)) if value else None


def _hour(value: Value) -> time | None:
    return time.fromisoformat(str(value)) if value else None


def _items(value: Value) -> tuple[str, ...]:
    return tuple(value) if isinstance(value, list) else ()


def _texts(*values: Value) -> tuple[str, ...]:
    return tuple(str(value) for value in values if value)


def _distinct(names: Iterable[str]) -> list[str]:
    """Return names in order, those that differ in case alone as one."""
    return sorted({fold(name): name for name in names}.values(), key=sort_key)
