"""Webinars that are in each other's way, and what has been left unsaid of past events."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations

from rumo_cli.checks.remedies import in_year, show, shown_day, title
from rumo_cli.checks.rule import Problem, rule
from rumo_cli.figures.summary import texts_of
from rumo_cli.figures.year_records import YearRecords, names
from rumo_cli.records import kind_of
from rumo_cli.records.event_days import event_days
from rumo_cli.records.event_state import TO_COME, is_uncounted, is_unmarked
from rumo_cli.records.persons import fold_person
from rumo_cli.records.values import Record, Value
from rumo_cli.records.webinar import overlap
from rumo_cli.text import fold

_ROOM = re.compile(r"\b(?:ауд|каб|зал|комн)")


@rule("Одно место в одно время", "error", "webinar")
def one_place_at_one_time(year: YearRecords) -> Iterator[Problem]:
    """Find webinars with one address or in one room whose hours overlap.

    «Сферум» is no room: many can be there at one time. Webinars without an hour clash with none.
    """
    for first, second, place in _clashes(year, _places):
        yield _clash(first, second, f"одно место ({place})")


@rule("Один спикер в двух местах в одно время", "error", "webinar")
def speaker_in_two_places(year: YearRecords) -> Iterator[Problem]:
    """Find people who speak at webinars in different places whose hours overlap."""
    for first, second, _ in _clashes(year, _speakers):
        shared = {fold_person(each) for each in texts_of(first.get("speakers"))}
        named = [each for each in texts_of(second.get("speakers")) if fold_person(each) in shared]
        if not set(_places(first)) & set(_places(second)):
            yield _clash(first, second, f"спикер {', '.join(named)}")


def _clashes(
    year: YearRecords, held: Callable[[Record], Iterable[str]]
) -> Iterator[tuple[Record, Record, str]]:
    """Yield each two webinars that hold the same at one time; what is one webinar twice is not."""
    by_day: defaultdict[tuple[Value, str], list[Record]] = defaultdict(list)
    for webinar in year.of("webinar"):
        if webinar.get("date") and webinar.get("start_time"):
            for each in dict.fromkeys(held(webinar)):
                by_day[webinar["date"], each].append(webinar)
    seen: set[tuple[object, object]] = set()
    for (_, shared), webinars in by_day.items():
        for first, second in combinations(webinars, 2):
            pair = first["id"], second["id"]
            if pair not in seen and overlap(first, second) and not _one(first, second):
                seen.add(pair)
                yield first, second, shared


def _one(first: Record, second: Record) -> bool:
    return fold(str(first["title"])) == fold(str(second["title"]))


def _places(webinar: Record) -> Iterator[str]:
    if webinar.get("url"):
        yield str(webinar["url"])
    room = fold(str(webinar.get("platform") or ""))
    if _ROOM.search(room):
        yield room


def _speakers(webinar: Record) -> Iterator[str]:
    yield from map(fold_person, texts_of(webinar.get("speakers")))


def _clash(first: Record, second: Record, shared: str) -> Problem:
    both = " и ".join(
        f"{title('webinar', each)} в {each['start_time']}" for each in (first, second)
    )
    return Problem(
        f"{shown_day(first['date'])}, {shared}: {both}",
        names("webinar", (first, second)),
        show("webinar", first, second),
    )


@rule("Проведено без числа участников", "warning", "webinar")
def held_without_headcount(year: YearRecords) -> Iterator[Problem]:
    """Find webinars that were held, but nobody was counted at; all of them are one problem."""
    uncounted = list(filter(is_uncounted, year.of("webinar")))
    if uncounted:
        remedy = in_year(year, "webinar", "list", "--status", "held", "--without", "headcount")
        message = f"проведено без числа участников: {kind_of('webinar').count(len(uncounted))}"
        yield Problem(message, names("webinar", uncounted), remedy)


@rule("Прошло, но не отмечено", "warning", *TO_COME)
def past_but_planned(year: YearRecords) -> Iterator[Problem]:
    """Find past webinars and meetings without a mark of what became of them, a problem a kind."""
    for kind, statuses in TO_COME.items():
        late = [each for each in year.of(kind) if is_unmarked(kind, each, year.today)]
        if late:
            asked = [word for status in sorted(statuses) for word in ("--status", status)]
            until = shown_day(max(days.last for days in map(event_days, late) if days))
            remedy = in_year(year, kind, "list", *asked, "--to", until)
            message = f"прошло, но не отмечено: {kind_of(kind).count(len(late))}"
            yield Problem(message, names(kind, late), remedy)


RULES = (
    one_place_at_one_time,
    speaker_in_two_places,
    held_without_headcount,
    past_but_planned,
)
