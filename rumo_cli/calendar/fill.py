"""What stands once and holds for its neighbours: «2-4 октября», «10 и 12 декабря 2024 года»."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from rumo_cli.calendar.clauses import Dated
from rumo_cli.calendar.errors import CalendarError
from rumo_cli.calendar.moments import Moment, Named, NthWeekday, Part
from rumo_cli.calendar.spots import Spot
from rumo_cli.calendar.words import Unit

_NOUN = re.compile(r"(?:кв|четв|полуг|полов|нед|декад).*")


def fill(dated: Sequence[Dated]) -> list[Dated]:
    """Return the moments with the months and years that their neighbours in the text give them."""
    shared = [_share_year(item) for item in _share_weekday(list(_share_months(dated)))]
    anchors = [day for item in shared for spot in _spots(item) if (day := _dated_day(spot))]
    return [_near(item, anchors[-1]) for item in shared] if anchors else shared


def nearest_year(spot: Spot, day: date) -> int:
    """Return the year that brings a yearless day or month nearest to `day`.

    Raises `CalendarError` for a day that no such year has.
    """
    years = (day.year + 1, day.year, day.year - 1)
    candidates = [found for year in years if (found := _day_in(spot, year))]
    if not candidates:
        raise CalendarError(f"нет такого дня: {spot.text}")
    return min(candidates, key=lambda candidate: abs(candidate - day)).year


def _day_in(spot: Spot, year: int | None) -> date | None:
    try:
        return date(year or 0, spot.month or 0, spot.day or 1)
    except ValueError:
        return None


def _dated_day(spot: Spot) -> date | None:
    return _day_in(spot, spot.year)


def _spots(item: Dated) -> Iterator[Spot]:
    yield from (part for part in (item.first, item.last) if isinstance(part, Spot))


def _share_months(dated: Sequence[Dated]) -> Iterable[Dated]:
    """Give a bare day the month and year of the day that follows it, a number its unit."""
    following: Moment | None = None
    shared: list[Dated] = []
    for item in reversed(dated):
        last = item.last and _completed(item.last, following)
        first = following = _completed(item.first, last or following)
        shared.append(replace(item, first=first, last=last))
    return reversed(shared)


def _completed(moment: Moment, following: Moment | None) -> Moment:
    match moment, following:
        case Spot(month=None), Spot():
            return replace(moment, month=following.month, year=following.year)
        case Spot(month=None, day=int(number)), Part() | Named():
            return _numbered(number, moment.text, following)
        case Spot(month=None, day=int(number)), NthWeekday():
            return replace(following, number=number)
        case Named(unit=Unit.SEASON), Named(unit=Unit.HOLIDAYS):
            return replace(moment, unit=Unit.HOLIDAYS, text=f"{moment.text} каникулы")
    return moment


def _share_weekday(dated: Sequence[Dated]) -> Iterator[Dated]:
    """Give a month in the genitive the weekday before it: «первая среда октября и ноября»."""
    nth: NthWeekday | None = None
    for item in dated:
        match item.first:
            case NthWeekday() as nth:
                yield item
            case Spot(day=None) as month if nth and month.text.split()[0].endswith(("а", "я")):
                yield replace(item, first=replace(nth, month=month))
            case _:
                nth = None
                yield item


def _numbered(number: int, text: str, following: Part | Named) -> Part | Named:
    """Return «I четверть» for the first word of «I и III четверть»."""
    noun = _NOUN.search(following.text)
    text = f"{text} {noun[0]}" if noun else text
    return replace(following, first=number, last=number, text=text)


def _share_year(item: Dated) -> Dated:
    """Give one end of a stretch the year of the other, or the year beside it."""
    first, last = item.first, item.last
    if not (isinstance(first, Spot) and isinstance(last, Spot)):
        return item
    back = (first.month or 0, first.day or 1) > (last.month or 0, last.day or 31)
    if first.year is None and last.year is not None:
        return replace(item, first=replace(first, year=last.year - back))
    if last.year is None and first.year is not None:
        return replace(item, last=replace(last, year=first.year + back))
    return item


def _near(item: Dated, anchor: date) -> Dated:
    """Give the days of a list that have no year the one nearest to a day that has."""

    def near(moment: Moment) -> Moment:
        if isinstance(moment, Spot) and moment.month is not None and moment.year is None:
            return replace(moment, year=nearest_year(moment, anchor))
        return moment

    return replace(item, first=near(item.first), last=item.last and near(item.last))
