"""Information letters of a year: those among the publications, and those only webinars name."""

import re
from collections.abc import Iterable, Mapping

from rumo_cli.calendar.years import AcademicYear
from rumo_cli.records.values import Record
from rumo_cli.text import fold

_NUMBER = re.compile(r"№ ?(\S+)")

_Letter = tuple[str, str]
"""The number of a letter and its day; one of them may be empty."""


def unpublished(
    year: AcademicYear, webinars: Iterable[Record], letters: Iterable[Record]
) -> Mapping[_Letter, Record]:
    """Return the letters that no publication is, each with the first webinar that names it.

    A letter is of the academic year of its day, as the publication of one is: what August's letter
    announces is of the next.
    """
    known = list(letters)
    found: dict[_Letter, Record] = {}
    published = set[_Letter]()
    for webinar in webinars:
        letter = _named(webinar)
        if any(letter) and _is_of(year, letter):
            found.setdefault(letter, webinar)
            if any(_is(publication, letter, webinar) for publication in known):
                published.add(letter)
    return {letter: webinar for letter, webinar in found.items() if letter not in published}


def _named(webinar: Record) -> _Letter:
    number = fold(str(webinar.get("letter_no") or "")).removeprefix("№").strip()
    return number, str(webinar.get("letter_date") or "")


def _is_of(year: AcademicYear, letter: _Letter) -> bool:
    _, day = letter
    return not day or year.start.isoformat() <= day <= year.end.isoformat()


def _is(publication: Record, letter: _Letter, webinar: Record) -> bool:
    """Tell whether a publication is a letter: of its webinar, or of its day and number."""
    if publication.get("webinar") == webinar["id"]:
        return True
    number, day = letter
    titled = _NUMBER.search(fold(str(publication.get("title"))))
    if titled and number:
        return titled[1].strip(".,;»)") == number and publication.get("date") in {day, None, ""}
    return bool(day) and publication.get("date") == day
