"""The schedule as a page for the institute's site: one file that asks the network for nothing."""

from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from hashlib import sha256
from importlib.resources import files
from itertools import count
from typing import NamedTuple

from jinja2 import Environment, StrictUndefined

from rumo_cli.calendar.period_words import day_and_month, spoken_date
from rumo_cli.calendar.weekdays import weekday_name
from rumo_cli.documents.entries import Entry
from rumo_cli.documents.schedule import Schedule
from rumo_cli.records.webinar import OPEN
from rumo_cli.tables.printable import file_line
from rumo_cli.text import fold


class Filter(NamedTuple):
    """A choice above the schedule: numbers, which entries carry, and names."""

    key: str
    label: str
    names: list[tuple[int, str]]


class EntryView(NamedTuple):
    """An entry as the template shows it on one of its days."""

    title: str
    off: bool
    start: str
    rest_of_hours: str
    change: str
    lines: list[str]
    links: list[tuple[str, str]]
    numbers: str


_POINT, _KEPT_POINT = " · ", "\N{NO-BREAK SPACE}· "
"""What parts the names of a line, and how it is kept from beginning the next."""

Numbering = Callable[[Entry], str]


class Section(NamedTuple):
    """A day with its entries, or those without a day."""

    id: str
    day: date | None
    heading: str
    entries: list[EntryView]


def schedule_page(schedule: Schedule) -> str:
    """Return the whole page.

    Every text is escaped; the policy in its head lets nothing run or load but its own style and
    script, so that not even a slip here would make a title a program.
    """
    style, script = _template("schedule.css"), _template("schedule.js")
    environment = Environment(
        autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined
    )
    filters = _filters(schedule)
    page = environment.from_string(_template("schedule.html")).render(
        schedule=schedule,
        filters=filters,
        sections=list(_sections(schedule, _numbering(filters))),
        notes=schedule.zone if any(entry.start for entry in schedule.entries) else "",
        style=style,
        script=script,
        policy=_policy(style, script),
    )
    return f"{page}\n"


def _template(name: str) -> str:
    return (files("rumo_cli.documents") / "templates" / name).read_text(encoding="utf-8").strip()


def _policy(style: str, script: str) -> str:
    allowed = (f"'sha256-{_digest(text)}'" for text in (style, script))
    return (
        "default-src 'none'; style-src {}; script-src {}; img-src data:; base-uri 'none'; "
        "form-action 'none'"
    ).format(*allowed)


def _digest(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()


def _filters(schedule: Schedule) -> list[Filter]:
    """Return the choices; where only one name occurs there is nothing to choose."""
    number = count()

    def choice(key: str, label: str, names: list[str]) -> Filter:
        return Filter(key, label, [(next(number), name) for name in names])

    choices = (
        choice("omo", "ОМО", schedule.associations),
        choice("audience", "Для кого", schedule.audiences),
        choice("theme", "Направление", schedule.themes),
    )
    return [each for each in choices if len(each.names) > 1]


def _numbering(filters: Iterable[Filter]) -> Numbering:
    """Return what numbers the names by which an entry is found, over all filters."""
    places = {each.key: {fold(name): str(at) for at, name in each.names} for each in filters}

    def numbers(entry: Entry) -> str:
        names = {
            "omo": entry.associations,
            "audience": entry.audience,
            "theme": (entry.theme,) if entry.theme else (),
        }
        return "+".join(at[fold(name)] for key, at in places.items() for name in names[key])

    return numbers


def _sections(schedule: Schedule, numbers: Numbering) -> Iterator[Section]:
    years = schedule.period.start.year != schedule.period.end.year

    def views(entries: Iterable[Entry], day: date | None) -> list[EntryView]:
        return [_view(entry, day, schedule.hours(entry, day), numbers(entry)) for entry in entries]

    for day, entries in schedule.days:
        yield Section(f"day-{day}", day, _heading(day, year=years), views(entries, day))
    if schedule.undated:
        heading = "По отдельному графику, дата уточняется"
        yield Section("undated", None, heading, views(schedule.undated, None))


def _heading(day: date, *, year: bool) -> str:
    spoken = spoken_date(day) if year else day_and_month(day)
    return f"{weekday_name(day).capitalize()}, {spoken}"


def _view(entry: Entry, day: date | None, hours: str, numbers: str) -> EntryView:
    start = f"{entry.start:%H:%M}" if entry.start else ""
    return EntryView(
        title=entry.title,
        off=entry.off,
        start=start,
        rest_of_hours=hours.removeprefix(start),
        change=_capitalized(entry.change),
        lines=[file_line(line).replace(_POINT, _KEPT_POINT) for line in _lines(entry, day)],
        links=list(_links(entry)),
        numbers=numbers,
    )


def _lines(entry: Entry, day: date | None) -> Iterator[str]:
    """Yield what stands under a title; that it is a webinar the page says above."""
    yield from filter(None, [_capitalized(entry.other_days(day))])
    if entry.audience:
        yield _capitalized("; ".join(entry.audience))
    if entry.speakers:
        yield "; ".join(map(str, entry.speakers))
    elif entry.responsible:
        yield f"Отвечают: {'; '.join(entry.responsible)}"
    form = "" if entry.record.get("form") == "webinar" else entry.form
    about = [form, *entry.associations, entry.theme]
    yield from filter(None, [_capitalized(_POINT.join(filter(None, about)))])
    if entry.platform:
        yield f"Где: {entry.platform}"
    if entry.link_words and not entry.off:
        yield f"Подключение: {entry.link_words}"


def _links(entry: Entry) -> Iterator[tuple[str, str]]:
    label = "Подключиться" if entry.status in OPEN else "Ссылка"
    links = (
        (label, "" if entry.off else entry.link),
        ("Материалы", entry.materials),
        ("Запись", entry.recording),
        ("Новость", entry.news),
    )
    return ((label, url) for label, url in links if url)


def _capitalized(text: str) -> str:
    return text[:1].upper() + text[1:]
