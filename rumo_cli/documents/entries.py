"""A webinar as the public sees it.

Only fields named in `PUBLIC` enter it, and of those none that is marked private. The one thing
taken from the notes are the words that a file had in the place of a link: intake keeps them there
under the name of the field, «Ссылка: будет направлена».
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from itertools import zip_longest
from typing import NamedTuple

from rumo_cli.calendar.weekdays import show_day
from rumo_cli.calendar.zones import MOSCOW
from rumo_cli.records.directory import Directory
from rumo_cli.records.event_days import sittings
from rumo_cli.records.kind import Kind
from rumo_cli.records.values import Record, Value
from rumo_cli.records.webinar import OPEN, WEBINAR
from rumo_cli.text import fold

PUBLIC = (
    "id", "academic_year", "date", "end_date", "dates", "start_time", "end_time", "duration_min",
    "timezone", "title", "form", "theme", "omo", "audience", "speakers", "speakers_position",
    "speakers_org", "responsible", "platform", "url", "status", "moved_from", "materials_url",
    "recording_url", "news_url",
)  # fmt: skip

_CALLED_MOSCOW = {"мск", "msk", "московское", "по мск", "utc+3", "москва", "europe/moscow"}


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


def entry_of(
    webinar: Record, directory: Directory, settings: Mapping[str, Value] | None = None
) -> Entry:
    """Return one webinar as the public sees it, whatever its day."""
    return _entry(_public(WEBINAR, webinar), directory, zone_of(settings or {}))


def zone_of(settings: Mapping[str, Value]) -> str:
    """Return the time zone of a year."""
    return _zone(settings.get("timezone"), MOSCOW)


def _public(kind: Kind, webinar: Record) -> Record:
    complete = kind.complete(webinar)
    complete["url"] = complete["url"] or _words_for_link(kind, complete)
    return {key: complete[key] for key in PUBLIC if not kind.by_key[key].private}


def _words_for_link(kind: Kind, webinar: Record) -> str | None:
    mark = f"{kind.by_key['url'].label}: "
    notes = str(webinar.get("notes") or "").splitlines()
    return next((note.removeprefix(mark) for note in notes if note.startswith(mark)), None)


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
    return tuple(map(date.fromisoformat, sittings(record)))


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
