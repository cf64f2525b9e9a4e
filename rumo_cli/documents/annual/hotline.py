"""The webinars of the «Горячая линия РУМО»: how many, by and for whom, how they are told of."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from rumo_cli.calendar.weekdays import show_day
from rumo_cli.documents.annual.account import Account
from rumo_cli.documents.annual.sentences import bare, sentence, sentences
from rumo_cli.documents.annual.words import (
    CONSULTATION,
    HELD,
    LETTER,
    MASTER_CLASS,
    NEWS,
    ORGANISATION,
    PUBLISHED,
    PUT,
    ROUND_TABLE,
    SCHEDULE,
    SEMINAR,
    SENT,
    SPECIALIST,
    SPOKE,
    TEACHER,
    TOOK_PART,
    WEBINAR,
    Thing,
    amount,
)
from rumo_cli.figures.summary import number
from rumo_cli.figures.webinars import webinar_summary
from rumo_cli.records.values import Record
from rumo_cli.tables.document import Block, Paragraph
from rumo_cli.text import listed

_FORMS: Mapping[str, Thing] = {
    "master_classes": MASTER_CLASS,
    "round_tables": ROUND_TABLE,
    "consultations": CONSULTATION,
    "seminars": SEMINAR,
}
_LETTER_NUMBER = re.compile(r"№\s*(\S+)$")
_OFTEN = 0.05
"""The share of webinars from which on an organisation is named."""


def hotline(account: Account) -> Iterator[Block]:
    """Say how many webinars there were beside the year before, how many people, who spoke."""
    held = account.number("webinars_held")
    if not held:
        return
    counted = f"{HELD.of(held, WEBINAR)} {account.beside('webinars_held', WEBINAR)}".rstrip()
    yield Paragraph(
        sentences(
            sentence(
                "с целью научно-методического сопровождения педагогических работников "
                f"на «Горячей линии РУМО» {counted}{_forms(account)}"
            ),
            sentence(_people(account, held)),
            sentence(_connections(account)),
        )
    )
    if spoke := _who_spoke(account):
        yield Paragraph(spoke)


def _forms(account: Account) -> str:
    numbers = ((thing, account.number(key)) for key, thing in _FORMS.items())
    forms = [(thing, count) for thing, count in numbers if count]
    held = account.number("webinars_held")
    if len(forms) == 1 and forms[0][1] == held:
        form = forms[0][0].noun.agreeing_of(1)
        return f" в форме {form}" if held == 1 else f", все – в форме {form}"
    counted = listed([thing.counted(count) for thing, count in forms])
    return f", в том числе {counted}" if counted else ""


def _people(account: Account, held: int) -> str:
    """Return how many took part, beside how many did the year before."""
    now, before = account.people("participants_total"), account.people_before("participants_total")
    if not now[0]:
        return ""
    took_part = TOOK_PART.of_people(*now, TEACHER, rounded=account.rounded)
    was = amount(*before, rounded=account.rounded)
    differs = before[0] and was != amount(*now, rounded=account.rounded)
    period = f"в {account.name_before} учебном году"
    if account.in_progress:
        period = f"за весь {account.name_before} учебный год"
    beside = f" ({period} – {was})" if differs else ""
    return f"в {'нём' if held == 1 else 'них'} {took_part}{beside}"


def _connections(account: Account) -> str:
    number, qualifier = account.people("connections_total")
    if not number:
        return ""
    return f"число подключений составило {amount(number, qualifier, rounded=False)}"


def _who_spoke(account: Account) -> str:
    speakers, places = account.number("speakers_total"), account.number("speaker_organisations")
    whence = f" из {ORGANISATION.counted_of(places)}" if places else ""
    spoke = f"в качестве спикеров {SPOKE.of(speakers, SPECIALIST)}{whence}" if speakers else ""
    often = _organisations(account)
    named = f"чаще других опыт представляли сотрудники организаций: {', '.join(often)}"
    return sentences(sentence(spoke), sentence(named) if often else "")


def _organisations(account: Account) -> list[str]:
    """Return whose people spoke often, the most frequent first."""
    year = account.year
    found = webinar_summary(
        account.name, year.of("webinar"), (), "organisation", year.today, year.directory
    )
    least = max(2, _OFTEN * number(found.total["held"]))
    often = [row for row in found.rows if row["key"] and number(row["held"]) >= least]
    often.sort(key=lambda row: -number(row["held"]))
    return [bare(row["label"]) for row in often]


def publicity(account: Account) -> Iterator[Block]:
    """Say which schedules, news and letters told of the webinars."""
    told = sentences(
        sentence(_schedules(account)),
        _news(account.number("news_published"), account.number("webinars_with_news")),
    )
    if told:
        yield Paragraph(told)
    letters = account.number("letters_sent")
    if letters:
        known = filter(None, map(_letter, account.evidence("letters_sent")))
        yield Paragraph(
            sentence(
                "органам местного самоуправления, осуществляющим управление в сфере образования, "
                + SENT.of(letters, LETTER)
                + _in_brackets(list(dict.fromkeys(known)))
            )
        )


def _schedules(account: Account) -> str:
    schedules, page = (
        account.number("schedules_published"),
        bare(account.settings.get("hotline_page")),
    )
    if not schedules:
        return ""
    where = f"на странице «Горячая линия РУМО»{f' ({page})' if page else ''}"
    return f"{where} {PUT.of(schedules, SCHEDULE)} вебинаров"


def _news(published: int, webinars: int) -> str:
    news = f"на сайтах института и РУМО {PUBLISHED.of(published, NEWS)}" if published else ""
    put = "размещена отдельная новость" if webinars == 1 else "размещены отдельные новости"
    of_webinars = f"по итогам {WEBINAR.counted_of(webinars)} {put}"
    return sentences(sentence(news), sentence(of_webinars) if webinars else "")


def _letter(record: Record) -> str:
    """Return the number and the day of a letter, of a publication or of a webinar."""
    told = _LETTER_NUMBER.search(str(record.get("title") or ""))
    number = bare(record.get("letter_no")) or (told[1] if told else "")
    day = record.get("letter_date") or record.get("date")
    dated = f"от {show_day(date.fromisoformat(str(day)))}" if day else ""
    return " ".join(filter(None, (dated, f"№ {number}" if number else "")))


def _in_brackets(texts: list[str]) -> str:
    return f" ({', '.join(texts)})" if texts else ""
