"""`rumo webinar announce`: webinars are announced, and the news of them is printed."""

from datetime import date

import click

from commands.app import App
from commands.describing import spoken_day
from commands.lazy import Command
from commands.marking import mark_records, with_status
from commands.options import ids_argument, on_option, output_options
from commands.output import deliver, render_options, target_among
from commands.reading import directory_of
from commands.record_options import reading_context, understand
from rumo_cli.documents.entries import entry_of
from rumo_cli.documents.news import NEWS_FORMATS, News, news_of
from rumo_cli.errors import Refused
from rumo_cli.records.event_days import event_days
from rumo_cli.records.values import Record
from rumo_cli.records.webinar import WEBINAR

_REFUSED = {
    "held": "уже проведён; снять ошибочную отметку: rumo webinar edit {} --status planned",
    "cancelled": "отменён; вернуть его в план: rumo webinar edit {} --status planned",
    "postponed": "перенесён без новой даты; назначьте её: rumo webinar move {} --date ДАТА",
}


@click.command("announce", cls=Command)
@ids_argument
@click.option("--news-url", metavar="URL", help="Где новость размещена: адрес останется в записи.")
@on_option
@output_options("plain", NEWS_FORMATS)
@click.pass_obj
def announce(
    app: App,
    numbers: tuple[int, ...],
    news_url: str | None,
    day: date | None,
    format_name: str | None,
    output: str | None,
) -> None:
    """Анонсировать вебинары и напечатать новость для сайта: когда, для кого, тема, спикеры, ссылка.

    Личные данные в новость не попадают. html — фрагмент для редактора сайта.
    """
    target = target_among(NEWS_FORMATS, format_name, output, "plain")
    typed = {"news_url": [news_url]} if news_url else {}
    understood = understand(WEBINAR, typed, reading_context(app, None, app.default_year))

    def mark(record: Record, on: str) -> Record:
        _check(record)
        record = understood.applied(WEBINAR, record)
        announced = record.get("status") == "announced" and record.get("announced_date")
        if day is None and announced:
            return record
        return with_status(WEBINAR, record, "announced", {"announced_date": on})

    word = "Анонсирован"
    records = mark_records(
        app, WEBINAR, numbers, day, mark, lambda _: word, "announced_date", aside=True
    )
    app.warn([*understood.doubts, *filter(None, (_past(app, record) for record in records))])
    news = _news(app, records)
    deliver(app, target.format.render(news, render_options(app, target)), target, public=True)


def _check(record: Record) -> None:
    """Raise `Refused` for a webinar that will not take place on a day that is known."""
    reason = _REFUSED.get(str(record.get("status")))
    if reason:
        raise Refused(f"webinar {record['id']} {reason.format(record['id'])}")


def _past(app: App, record: Record) -> str | None:
    days = event_days(record)
    if days is None or days.last >= app.today.isoformat():
        return None
    return f"webinar {record['id']}: {spoken_day(days.last)} уже прошло"


def _news(app: App, records: list[Record]) -> list[News]:
    snapshot = app.read()
    directory, years = directory_of(snapshot), snapshot.years()
    entries = (
        entry_of(record, directory, years.get(str(record["academic_year"]))) for record in records
    )
    return [news_of(entry) for entry in entries]
