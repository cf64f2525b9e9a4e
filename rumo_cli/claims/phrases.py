"""The claims of a text that are made without a number: «в полном объёме», «все ОМО», «выросло»."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rumo_cli.calendar.years import AcademicYear
from rumo_cli.claims.claim import Claim
from rumo_cli.claims.mentions import in_force, mentions
from rumo_cli.claims.passages import Passage, Span, level, sentences
from rumo_cli.claims.rows import is_breakdown, is_figure
from rumo_cli.claims.topics import plan_percent

_PLAN = r"\bплан(?:а|ом|у|е|ы|ов|ах|ам|ами)?\b"
_DONE = r"(?:выполнен|реализован|исполнен|выполнил|реализовал)\w*+"
_OMO = r"(?:омо|(?:областн|предметн)\w+ (?:методическ\w+ )?объединени\w*)"
_TOTAL = r"(?:полностью|в полном об[ъь]еме|в полной мере|целиком)"
_FULFILLED = re.compile(
    rf"(?:{_DONE}\s+(?:\w+\s+)?{_TOTAL}|{_TOTAL}\s+(?:\w+\s+)?{_DONE}"
    rf"|\bвсе\s+(?:\w+\s+)?(?:мероприяти|пункт)\w*(?:[^.,;]{{0,60}}?){_DONE})(?!\s+(?:план\w*\s+)?\d)"
)
_COVERED = re.compile(
    rf"охвачены?\s+все\s+(?:предметн\w+ област\w*|{_OMO}|(?:методическ\w+ )?объединени\w*)"
    rf"|все\s+{_OMO}\s+(?:провели|проводили|организовали)\s+вебинар\w*"
    r"|вебинар\w*\s+(?:были\s+)?охвачены\s+все\s+[^.;,]{0,40}(?:объединени\w*|омо|област\w*)"
)
_DENIED = re.compile(r"(?:\bне|\bнет|\bпочти|\bможно)\s+(?:\w+\s+)?\Z")


class _Wording(NamedTuple):
    """A way to claim without a number: what it looks like, where, and of which figure."""

    pattern: re.Pattern[str]
    wide: re.Pattern[str]
    figure: str
    said: int
    kind: str


_WORDINGS = (
    _Wording(_FULFILLED, re.compile(_PLAN), "plan_percent", 100, "plan"),
    _Wording(_COVERED, re.compile(""), "omo_without_webinars", 0, "webinar"),
)
_COUNT = r"(?:количество|число|численность)"
_OF_WHAT = r"участников вебинаров|вебинаров|участников|иом"
_GROWTH = re.compile(
    r"(?:(?P<more>увеличил\w+|вырос\w*|возрос\w*)|(?P<less>снизил\w+|сократил\w+|уменьшил\w+))"
    rf"\s+{_COUNT}\s+(?P<after>{_OF_WHAT})|{_COUNT}\s+(?P<before>{_OF_WHAT})\s+"
    r"(?:(?P<grew>увеличил\w+|вырос\w*|возрос\w*)|(?P<shrank>снизил\w+|сократил\w+|уменьшил\w+))"
)
_GROWING = {
    "вебинаров": ("webinars_held", "webinar"),
    "участников": ("participants_total", "webinar"),
    "участников вебинаров": ("participants_total", "webinar"),
    "иом": ("iom_total", "iom"),
}
_BY_HOW_MUCH = re.compile(r"\s*(?:с\s+\S+\s+)?(?:почти\s+|более\s+чем\s+)?(?:на|до|в)\s+\d")


def claims_in_words(passages: Iterable[Passage], year: AcademicYear) -> Iterator[Claim]:
    """Yield the claims of a text of a year that are made without a number."""
    for passage in passages:
        if is_figure(passage) or is_breakdown(passage):
            continue
        words = level(passage.text)
        for span in sentences(passage.text):
            yield from _of_sentence(passage, span, words[span.start : span.end], year)


def _of_sentence(passage: Passage, span: Span, words: str, year: AcademicYear) -> Iterator[Claim]:
    years = list(mentions(words, year))
    for wording in _WORDINGS:
        for found in wording.pattern.finditer(words):
            named = in_force(years, words, found.start())
            said_of = named.year if named else year
            if said_of and wording.wide.search(words) and not _denied(words, found):
                place = Span(span.start + found.start(), span.start + found.end())
                figure = plan_percent(words) if wording.kind == "plan" else wording.figure
                yield Claim(
                    passage, span, place, (figure,), wording.kind, said_of, wording.said,
                    percent=wording.kind == "plan",
                )  # fmt: skip
    yield from _growth(passage, span, words, year)


def _denied(words: str, found: re.Match[str]) -> bool:
    inside = re.search(r"\bне\b", found[0])
    return inside is not None or _DENIED.search(words[: found.start()][-30:]) is not None


def _growth(passage: Passage, span: Span, words: str, year: AcademicYear) -> Iterator[Claim]:
    """Yield that something grew or shrank, where no number says by how much."""
    for found in _GROWTH.finditer(words):
        if not _BY_HOW_MUCH.match(words, found.end()):
            figure, kind = _GROWING[found["after"] or found["before"]]
            grew = "more" if found["more"] or found["grew"] else "less"
            place = Span(span.start + found.start(), span.start + found.end())
            yield Claim(passage, span, place, (figure,), kind, year, None, grew, measure="change")
