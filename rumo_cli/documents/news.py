"""The news of a webinar for a site: a value, and the texts that it is written in."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from html import escape
from typing import NamedTuple

from rumo_cli.calendar.period_words import spoken_date
from rumo_cli.calendar.weekdays import weekday_name
from rumo_cli.calendar.zones import MOSCOW, zone_name
from rumo_cli.documents.entries import Entry
from rumo_cli.tables.formats import Format
from rumo_cli.tables.json_documents import json_text
from rumo_cli.tables.markdown import escaped
from rumo_cli.tables.printable import one_line
from rumo_cli.text import quoted


class Detail(NamedTuple):
    """One thing to know: what it is called, what is said of it, whether that is an address."""

    label: str
    text: str
    address: bool = False


class News(NamedTuple):
    """A webinar as a site tells of it: a heading, a sentence of when and what, the details."""

    entry: Entry
    when: str
    """The days and hours, empty where there is no date yet."""

    @property
    def heading(self) -> str:
        """Return the form and the title."""
        form = self.entry.form or "вебинар"
        return f"{form[:1].upper()}{form[1:]} {quoted(one_line(self.entry.title))}"

    @property
    def lead(self) -> str:
        """Return what follows the days: «состоится вебинар», or that they are yet to come."""
        form = self.entry.form or "вебинар"
        if self.when:
            return f" состоится {form} {quoted(one_line(self.entry.title))}."
        return f"Готовится {form} {quoted(one_line(self.entry.title))}; дата будет объявлена."

    @property
    def details(self) -> tuple[Detail, ...]:
        """Return what is known beside the day and the title."""
        entry = self.entry
        known = (
            Detail("Изменение", entry.change),
            Detail("Категория участников", ", ".join(entry.audience)),
            Detail("Спикеры", "; ".join(map(str, entry.speakers))),
            Detail("Проводит", ", ".join(entry.associations)),
            Detail("Площадка", entry.platform),
            Detail("Подключение", entry.link or entry.link_words, address=bool(entry.link)),
        )
        return tuple(each._replace(text=one_line(each.text)) for each in known if each.text)


def news_of(entry: Entry) -> News:
    """Return the news of a webinar; only what the public sees of it is in it."""
    return News(entry, " ".join(filter(None, (_days(entry), _hours(entry)))))


def plain_news(news: Sequence[News]) -> str:
    """Return texts for a letter or a messenger, one after another."""
    return "\n".join(map(_plain, news))


def markdown_news(news: Sequence[News]) -> str:
    """Return texts with headings, whatever is said in them shown as it stands."""
    return "\n".join(map(_markdown, news))


def html_news(news: Sequence[News]) -> str:
    """Return fragments for the editor of a site, the days in them for machines too."""
    return "".join(map(_html, news))


def json_news(news: Sequence[News]) -> str:
    """Return the public fields of each webinar, with its news as plain text."""
    return json_text(
        [{**each.entry.record, "heading": each.heading, "text": _plain(each)} for each in news]
    )


def _format(
    name: str, write: Callable[[Sequence[News]], str], *extensions: str, machine: bool = False
) -> Format[Sequence[News]]:
    return Format(name, lambda news, options: write(news), extensions, machine)


NEWS_FORMATS = {
    known.name: known
    for known in (
        _format("plain", plain_news, ".txt"),
        _format("md", markdown_news, ".md"),
        _format("html", html_news, ".html", ".htm"),
        _format("json", json_news, ".json", machine=True),
    )
}
"""The formats that news are written in: a new one is a writer and a line here."""


def _plain(news: News) -> str:
    details = (f"{each.label}: {each.text}" for each in news.details)
    return "\n".join([news.heading, "", f"{_begun(news.when)}{news.lead}", *details, ""])


def _markdown(news: News) -> str:
    details = (f"- **{each.label}:** {_markdown_text(each)}" for each in news.details)
    lead = f"{escaped(_begun(news.when))}{escaped(news.lead)}"
    return "\n".join([f"## {escaped(news.heading)}", "", lead, *_after_a_blank(details), ""])


def _markdown_text(detail: Detail) -> str:
    plain = not detail.address or any(each in detail.text for each in "<> ")
    return escaped(detail.text) if plain else f"<{detail.text}>"


def _after_a_blank(lines: Iterable[str]) -> Iterator[str]:
    for place, line in enumerate(lines):
        yield from ("", line) if place == 0 else (line,)


def _html(news: News) -> str:
    when = escape(_begun(news.when))
    if news.entry.days:
        when = f'<time datetime="{_moment(news.entry)}">{when}</time>'
    details = (f"<p><b>{escape(each.label)}:</b> {_html_text(each)}</p>" for each in news.details)
    lines = [f"<h2>{escape(news.heading)}</h2>", f"<p>{when}{escape(news.lead)}</p>", *details]
    return "\n".join(["<article>", *lines, "</article>", ""])


def _html_text(detail: Detail) -> str:
    text = escape(detail.text)
    return f'<a href="{text}">{text}</a>' if detail.address else text


def _moment(entry: Entry) -> str:
    day = entry.days[0]
    if entry.start is None:
        return day.isoformat()
    return datetime.combine(day, entry.start).isoformat(timespec="minutes")


def _begun(when: str) -> str:
    return f"{when[:1].upper()}{when[1:]}"


def _days(entry: Entry) -> str:
    if entry.until:
        return f"с {_day(entry.days[0])} по {_day(entry.until)}"
    *first, last = [*map(_day, entry.days)] or [""]
    return f"{', '.join(first)} и {last}" if first else last


def _day(day: date) -> str:
    return f"{spoken_date(day)} ({weekday_name(day)})"


def _hours(entry: Entry) -> str:
    if not entry.days or entry.start is None:
        return ""
    hours = f"с {entry.start:%H:%M} до {entry.end:%H:%M}" if entry.end else f"в {entry.start:%H:%M}"
    moscow = entry.timezone == MOSCOW
    return f"{hours} ({'время московское' if moscow else zone_name(entry.timezone, entry.days[0])})"
