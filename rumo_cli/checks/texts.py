"""Days that the texts of webinars name, against the days that these have."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from rumo_cli.calendar.days import read_days
from rumo_cli.calendar.mentions import Mention, mentioned_days
from rumo_cli.calendar.months import Month
from rumo_cli.calendar.weekdays import WEEKDAYS, show_day, weekday_name
from rumo_cli.calendar.years import AcademicYear
from rumo_cli.checks.remedies import day, edit, title
from rumo_cli.checks.rule import Problem, rule
from rumo_cli.figures.summary import texts_of
from rumo_cli.figures.year_records import YearRecords, names
from rumo_cli.records.marks import days_before_moves
from rumo_cli.records.values import Record
from rumo_cli.text import quoted

_SAYS_WHEN = re.compile(
    r"\b(?:состо(?:ится|ял\w+)|прове(?:дут|дет\w*|ден\w*)|проводится|пройдет|проходит|прошел|прошла"
    r"|дата(?: проведения)?)\W*(?:во?\W*)?$"
)


@rule("Дата противоречит сама себе", "error", "webinar")
def date_contradicts_itself(year: YearRecords) -> Iterator[Problem]:
    """Find dates of files that had another weekday or length beside them, and that nobody settled.

    The day that was written is in the webinar; what was written is kept in its `date_text`.
    """
    for webinar in year.of("webinar"):
        for note in _contradictions(year.year, webinar):
            written = quoted(str(webinar["date_text"]))
            yield Problem(
                f"{title('webinar', webinar)}: дата записана как {written}: {note}",
                names("webinar", [webinar]),
                edit("webinar", webinar, "--date", "ДАТА"),
            )


def _contradictions(year: AcademicYear, webinar: Record) -> tuple[str, ...]:
    own, written = day(webinar.get("date")), webinar.get("date_text")
    if own is None or written is None:
        return ()
    try:
        return read_days(str(written), year, Month(own.year, own.month)).notes
    except ValueError:
        return ()


class _Said(NamedTuple):
    """A day that a text of a webinar mentions, beside the day that the webinar has."""

    webinar: Record
    own: date
    field: str
    mention: Mention


@rule("В тексте не тот день недели", "error", "webinar")
def weekday_in_text(year: YearRecords) -> Iterator[Problem]:
    """Find texts in which a weekday stands beside a date, or in brackets, that is not that date's.

    A weekday in brackets is that of the webinar's own day, if it has only one.
    """
    for said in _said(year):
        meant = said.mention.day or (None if _has_several_days(said.webinar) else said.own)
        weekday = said.mention.weekday
        if meant and weekday is not None and weekday != meant.weekday():
            truth = f"{show_day(meant)} — {weekday_name(meant)}, а не {WEEKDAYS[weekday]}"
            yield _problem(said, truth)


@rule("В тексте другая дата", "warning", "webinar")
def date_in_text(year: YearRecords) -> Iterator[Problem]:
    """Find texts that say on which day a webinar is, where it is on another.

    A date says so after «состоится», «дата проведения» and the like, or with its weekday in the
    title; days that the webinar was moved from are its own too.
    """
    for said in _said(year):
        day_said = said.mention.day
        if day_said and _tells_when(said) and not _takes_place(said.webinar, day_said):
            yield _problem(said, f"а записано {show_day(said.own)}")


def _said(year: YearRecords) -> Iterator[_Said]:
    for webinar in year.of("webinar"):
        own = day(webinar.get("date"))
        for field in ("title", "notes"):
            text = webinar.get(field)
            if own and isinstance(text, str):
                for mention in mentioned_days(text, own):
                    yield _Said(webinar, own, field, mention)


def _tells_when(said: _Said) -> bool:
    with_weekday = said.field == "title" and said.mention.weekday is not None
    return with_weekday or _SAYS_WHEN.search(said.mention.before) is not None


def _has_several_days(webinar: Record) -> bool:
    return bool(webinar.get("dates") or webinar.get("end_date"))


def _takes_place(webinar: Record, on: date) -> bool:
    iso = on.isoformat()
    days = {str(webinar["date"]), *texts_of(webinar.get("dates")), *days_before_moves(webinar)}
    last = str(webinar.get("end_date") or webinar["date"])
    return iso in days or str(webinar["date"]) <= iso <= last


def _problem(said: _Said, truth: str) -> Problem:
    webinar = said.webinar
    return Problem(
        f"{title('webinar', webinar)}: в тексте {quoted(said.mention.text)}, {truth}",
        names("webinar", [webinar]),
        edit("webinar", webinar, "--date", "ДАТА"),
    )


RULES = (date_contradicts_itself, weekday_in_text, date_in_text)
