"""What members contribute elsewhere, and the events for those whom support is meant for."""

import re
from collections.abc import Iterable

from rumo_cli.figures.summary import texts_of
from rumo_cli.figures.webinars import held
from rumo_cli.records.values import Record
from rumo_cli.text import fold

_EVENTS = frozenset({"low_results_event", "other"})
"""The types of contributions that are events."""
_LOW_RESULTS = re.compile(r"\bшнор\b|\bнизки\w+ (?:\w+ )?результат")
_YOUNG = re.compile(
    r"\bмолод(?:ой|ого|ому|ым|ом|ые|ых|ыми) (?:\w+ )?"
    r"(?:педагог(?!ич)|учител|специалист|воспитател|методист|кадр|коллег)"
)


def of_type(contributions: Iterable[Record], wanted: str) -> list[Record]:
    """Return the contributions of a type."""
    return [each for each in contributions if each.get("type") == wanted]


def webinars_for_low_results(webinars: Iterable[Record]) -> list[Record]:
    """Return the webinars held for teachers of schools with low results (ШНОР)."""
    return [each for each in held(webinars) if _LOW_RESULTS.search(_audience(each))]


def webinars_for_young(webinars: Iterable[Record]) -> list[Record]:
    """Return the webinars held whose audience or title names young teachers."""
    return [
        each
        for each in held(webinars)
        if _YOUNG.search(_audience(each)) or _YOUNG.search(_title(each))
    ]


def events_for_young(contributions: Iterable[Record]) -> list[Record]:
    """Return the events among contributions whose title names young teachers."""
    events = (each for each in contributions if each.get("type") in _EVENTS)
    return [each for each in events if _YOUNG.search(_title(each))]


def _audience(webinar: Record) -> str:
    return fold("\n".join(texts_of(webinar.get("audience"))))


def _title(record: Record) -> str:
    return fold(str(record.get("title")))
