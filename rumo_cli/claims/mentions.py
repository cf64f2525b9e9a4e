"""Which academic year a number is said of."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rumo_cli.calendar.years import AcademicYear
from rumo_cli.claims.passages import level

_PAIR = r"\b(?P<first>20\d\d)\s?[-/]\s?(?P<second>20\d\d|\d\d)\b(?![./-]\d)"
_BEFORE = (
    r"(?P<before>(?:прошл|предыдущ)\w+\s+(?:учебн\w+\s+)?год"
    r"|годом\s+ранее|годом\s+раньше|год\s+назад)"
)
_NOW = (
    r"(?P<now>(?:текущ|отчетн|нынешн|этом|этот)\w*\s+(?:учебн\w+\s+)?(?:год|период)\w*"
    r"|\bв\s+(?:текущем|отчетном)\b)"
)
_CALENDAR = r"(?P<calendar>(?:в|за)\s+20\d\d\s+(?:календарн\w+\s+)?год)"
_MENTION = re.compile(rf"{_PAIR}|{_BEFORE}|{_NOW}|{_CALENDAR}")
_IN_BRACKETS = re.compile(r"[^.;,()]{0,20}\(")
_COMPARED = re.compile(r"(?:сравнени\w+\s+с|чем(?:\s+в)?|отношени\w+\s+к|против)\s*\Z")

_TITLE = re.compile(r"(?:публичн\w+ |годов\w+ )?(?:само)?(?:анализ|отчет|доклад|итоги|справка)\b")
_TITLE_WITHIN = 5


class Mention(NamedTuple):
    """A year named in a sentence; a calendar year is no academic one."""

    start: int
    end: int
    year: AcademicYear | None


def mentions(levelled: str, year: AcademicYear) -> Iterator[Mention]:
    """Yield the years that a levelled sentence speaks of.

    One that it compares with is that of the number behind it in brackets alone: «чем в 2023-2024
    учебном году (78)».
    """
    for found in _MENTION.finditer(levelled):
        named = _year(found, year)
        if not named and not found["calendar"]:
            continue
        if not _COMPARED.search(levelled[max(0, found.start() - 20) : found.start()]):
            yield Mention(found.start(), found.end(), named)
        elif inside := _IN_BRACKETS.match(levelled, found.end()):
            yield Mention(inside.end(), inside.end(), named)


def _year(found: re.Match[str], year: AcademicYear) -> AcademicYear | None:
    if found["before"] or found["now"]:
        return year.previous if found["before"] else year
    return _named(found) if found["first"] else None


def _named(found: re.Match[str]) -> AcademicYear | None:
    named = AcademicYear(int(found["first"]))
    return named if found["second"] in {str(named.first + 1), str(named.first + 1)[-2:]} else None


def most_named_year(texts: Iterable[str]) -> AcademicYear | None:
    """Return the academic year of the title, else that which texts name most often.

    Of several that are named as often it is the one named first.
    """
    levelled = [level(text) for text in texts]
    titles = (text for text in levelled[:_TITLE_WITHIN] if _TITLE.match(text))
    of_title = next((year for text in titles for year in _years_of(text)), None)
    if of_title:
        return of_title
    counted = Counter(year for text in levelled for year in _years_of(text))
    return counted.most_common(1)[0][0] if counted else None


def _years_of(levelled: str) -> Iterator[AcademicYear]:
    return filter(None, map(_named, re.finditer(_PAIR, levelled)))


def in_force(found: Iterable[Mention], levelled: str, place: int) -> Mention | None:
    """Return the last year named before a place, in brackets only where those are still open."""
    before = (each for each in found if each.end <= place)
    return next(
        (each for each in reversed(list(before)) if _open(levelled[each.start : place])), None
    )


def _open(words: str) -> bool:
    depth = 0
    for sign in words:
        depth += (sign == "(") - (sign == ")")
        if depth < 0:
            return False
    return True
