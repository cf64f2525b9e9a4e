"""Days that a running text mentions: «консультация в среду, 15 октября», «15.10 (вт)»."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from rumo_cli.calendar.cursor import Cursor
from rumo_cli.calendar.errors import CalendarError, UnreadableError
from rumo_cli.calendar.fill import nearest_year
from rumo_cli.calendar.spots import Spot, spot
from rumo_cli.calendar.words import Kind


class Mention(NamedTuple):
    """A day or a weekday in a text, and what the text says before it; what is None is not said."""

    text: str
    before: str
    day: date | None
    weekday: int | None


def mentioned_days(text: str, near: date) -> Iterator[Mention]:
    """Yield the days of a text, one without a year as the one nearest to a day.

    A weekday alone counts only in brackets, «(вторник)»: «среда» is also an environment. What is
    no day, and lines longer than any sentence, are passed over.
    """
    for line in text.splitlines():
        try:
            cursor = Cursor(line)
        except UnreadableError:
            continue
        yield from _in_line(cursor, near)


def _in_line(cursor: Cursor, near: date) -> Iterator[Mention]:
    while (start := cursor.current).kind is not Kind.END:
        found = cursor.attempt(_bracketed_weekday, _day_of_month)
        day = _day(found, near) if found else None
        if found and (day or found.day is None):
            yield Mention(cursor.since(start), cursor.text[: start.start], day, found.weekday)
        elif not found:
            cursor.place += 1


def _day_of_month(cursor: Cursor) -> Spot | None:
    found = spot(cursor)
    return found if found and found.day and found.month else None


def _bracketed_weekday(cursor: Cursor) -> Spot | None:
    found = cursor.match(Kind.OPEN, Kind.WEEKDAY, Kind.CLOSE)
    return Spot(None, None, None, found[1].text, found[1].number) if found else None


def _day(found: Spot, near: date) -> date | None:
    if found.day is None or found.month is None:
        return None
    try:
        year = nearest_year(found, near) if found.year is None else found.year
        return date(year, found.month, found.day)
    except (CalendarError, ValueError):
        return None
