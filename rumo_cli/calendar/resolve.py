"""What a moment means: its first and last day, in an academic year or beside a month's title."""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta

from rumo_cli.calendar.clauses import By, Dated, Length, Since
from rumo_cli.calendar.errors import CalendarError, UnreadableError
from rumo_cli.calendar.fill import fill, nearest_year
from rumo_cli.calendar.moments import Edge, Moment, Named, NthWeekday, Part, Years
from rumo_cli.calendar.months import Month, month_name
from rumo_cli.calendar.named import COUNTS, is_guess, named_period
from rumo_cli.calendar.periods import Period, ten_days_of, whole_months
from rumo_cli.calendar.spots import Spot
from rumo_cli.calendar.terms import USUAL, SchoolCalendars
from rumo_cli.calendar.weekdays import WEEKDAYS, show_day, weekday_name
from rumo_cli.calendar.words import Unit
from rumo_cli.calendar.years import AcademicYear
from rumo_cli.text import plural

_AUGUST = 8
_ROMAN = re.compile(r"\b(?:iv|i{1,3})\b")
_PART_DAYS = {Unit.WEEK: 7, Unit.DECADE: 10, Unit.THIRD: 10, Unit.HALF: 15}
_MIDDLE = 15
_MONTHS = {Unit.MONTH: 1, Unit.HALF_YEAR: 6, Unit.YEAR: 12}
_YEAR_EDGES = {1: 1, 2: 6, 3: 12}
_PARTS = {Unit.WEEK: 5, Unit.DECADE: 3, Unit.THIRD: 3, Unit.HALF: 2}


class Resolver:
    """Turns moments into periods; `notes` gathers what was guessed and what does not agree."""

    def __init__(
        self,
        year: AcademicYear | None,
        month: Month | None = None,
        calendars: SchoolCalendars = USUAL,
    ) -> None:
        self.year = year
        self.month = month
        self.calendars = calendars
        self.notes: list[str] = []

    def note(self, text: str) -> None:
        """Add a note that is not there yet."""
        if text not in self.notes:
            self.notes.append(text)

    def periods(self, dated: Sequence[Dated]) -> list[Period]:
        """Return the period of each clause; a period that runs backwards is left as it is.

        Raises `CalendarError` for a day that does not exist or has no year.
        """
        periods: list[Period] = []
        after: date | None = None
        for item in fill(dated):
            first = self.period(item.first, after)
            after = self._end(item, first.end)
            periods.append(Period(first.start, after))
        return periods

    def _end(self, item: Dated, after: date) -> date:
        if item.last is None:
            return after
        return self.limit(By(item.last, f"до {item.last.text}", inclusive=not item.until), after)

    def period(self, moment: Moment, after: date | None = None) -> Period:
        """Return the period of a moment that stands after a day in the text."""
        if isinstance(moment, Spot):
            moment = self._in_titled_month(moment)
        with _in_the_calendar(moment.text):
            match moment:
                case Spot():
                    return self._spot(moment, after)
                case Named():
                    return self._named(moment)
                case Part():
                    return self._part(moment, after)
                case Edge():
                    return self._edge(moment)
                case NthWeekday():
                    return self._nth_weekday(moment, after)
                case Years():
                    return _years(moment)

    def limit(self, by: By, after: date | None = None) -> date:
        """Return the last day of «до …»: the day itself, the end of «конец …», else the day before.

        Raises `CalendarError` for a day that does not exist.
        """
        with _in_the_calendar(by.moment.text):
            limit = self._limit(by, after)
            return later(limit, -by.before[0], by.before[1]) if by.before else limit

    def since(self, since: Since) -> date:
        """Return the first day of «с …», or the day after that of «после …»."""
        with _in_the_calendar(since.moment.text):
            period = self.period(since.moment)
            return period.end + timedelta(days=1) if since.after else period.start

    def _limit(self, by: By, after: date | None) -> date:
        match by.moment:
            case Part(unit=Unit.THIRD, first=3):
                return self.period(by.moment.month, after).end
            case Named(unit=Unit.YEAR, first=3):
                return self.period(by.moment).end
            case Edge(number=3):
                return self.period(by.moment.of).end
        period = self._quietly(by.moment, after)
        if by.inclusive or period.start == period.end:
            return self.period(by.moment, after).end
        limit = _exclusive(by.moment, period, after)
        self.note(f"{by.text}: принято {show_day(limit)}")
        return limit

    def _quietly(self, moment: Moment, after: date | None = None) -> Period:
        """Return the period of a moment without a note: the note is of what is made of it."""
        return Resolver(self.year, self.month, self.calendars).period(moment, after)

    def day_before_move(self, source: Spot, day: date) -> date:
        """Return the day that something was put off from, nearest to the `day` it was put to."""
        source = replace(source, month=source.month or day.month)
        return self.period(replace(source, year=source.year or nearest_year(source, day))).start

    def check_lengths(self, lengths: Iterable[Length], period: Period) -> None:
        """Note a length, «(4 дня)», that is not the length of the period.

        Weeks and months are seldom whole: they only must not be far from it.
        """
        days = (period.end - period.start).days + 1
        for length in lengths:
            claimed = self._days_of(length, period.start)
            exact = length.unit is Unit.DAY
            if claimed != days if exact else not days / 2 < claimed < days * 2:
                self.note(f"указано {length.text}, а выходит {_count_of_days(days)}")

    def _days_of(self, length: Length, start: date) -> int:
        with _in_the_calendar(length.text):
            return (later(start, length.number, length.unit) - start).days

    def _spot(self, spot: Spot, after: date | None) -> Period:
        if spot.month is None:
            raise UnreadableError(f"не указан месяц: {spot.text}")
        year = self._year_of(spot, spot.month, after) if spot.year is None else spot.year
        if spot.day is None:
            return whole_months(year, spot.month, year, spot.month)
        day = date(year, spot.month, spot.day)
        if spot.weekday is not None and spot.weekday != day.weekday():
            self.note(f"{show_day(day)} — {weekday_name(day)}, а не {WEEKDAYS[spot.weekday]}")
        return Period(day, day)

    def _in_titled_month(self, spot: Spot) -> Spot:
        if spot.month is not None or self.month is None:
            return spot
        year, month = self.month
        text = f"{spot.text} {month_name(month, genitive=True)}"
        return replace(spot, month=month, year=year, text=text)

    def _year_of(self, spot: Spot, month: int, after: date | None) -> int:
        if self.month is not None and self.month.year is not None:
            return nearest_year(spot, date(self.month.year, self.month.month, 15))
        year = self._academic_year(spot).calendar_year(month)
        if month == _AUGUST:
            year += after is not None and date(year, month, spot.day or 1) < after
            self.note(f"август без года: принят август {year} года")
        return year

    def _academic_year(self, moment: Moment) -> AcademicYear:
        if self.year is None:
            raise CalendarError(f"не указан год: {moment.text}")
        return self.year

    def _part(self, part: Part, after: date | None) -> Period:
        month = self._spot(part.month, after)
        if (part.unit, part.first) == (Unit.WEEK, -1):
            found = Period(month.end - timedelta(days=6), month.end)
            self._note_guess(part.text, found)
            return found
        first, last = _numbers(part, _PARTS[part.unit])
        days = _PART_DAYS[part.unit]
        end = month.end if last == _PARTS[part.unit] else month.start.replace(day=days * last)
        found = Period(month.start.replace(day=days * (first - 1) + 1), end)
        if part.unit in {Unit.WEEK, Unit.THIRD}:
            self._note_guess(part.text, found)
        return found

    def _edge(self, edge: Edge) -> Period:
        """Return the first, middle or last ten days; of years, the month."""
        whole = self._quietly(edge.of)
        if isinstance(edge.of, Years):
            month = _YEAR_EDGES[edge.number]
            found = whole_months(whole.start.year, month, whole.start.year, month)
        else:
            found = ten_days_of(whole, edge.number)
        self._note_guess(edge.text, found)
        return found

    def _nth_weekday(self, nth: NthWeekday, after: date | None) -> Period:
        from dateutil.relativedelta import relativedelta, weekday

        month = self._spot(nth.month, after)
        origin = month.end if nth.number < 0 else month.start
        day = origin + relativedelta(weekday=weekday(nth.weekday, nth.number))
        if not month.start <= day <= month.end:
            raise CalendarError(f"нет такого дня: {nth.text}")
        return Period(day, day)

    def _named(self, named: Named) -> Period:
        year = self._academic_year(named)
        first, last = _numbers(named, COUNTS[named.unit])
        start, end = (named_period(named, each, year, self.calendars) for each in (first, last))
        if start.start > end.end:
            start = named_period(named, first, year.previous, self.calendars)
        found = Period(start.start, end.end)
        if is_guess(named, first, last, year, self.calendars):
            self._note_guess(named.text, found)
        return found

    def _note_guess(self, text: str, found: Period) -> None:
        text = _ROMAN.sub(lambda numeral: numeral[0].upper(), text)
        self.note(f"{text}: принято {show_day(found.start)}-{show_day(found.end)}")


@contextmanager
def _in_the_calendar(text: str) -> Iterator[None]:
    """Say «нет такого дня» where arithmetic leaves the calendar."""
    try:
        yield
    except CalendarError:
        raise
    except (ValueError, OverflowError):
        raise CalendarError(f"нет такого дня: {text}") from None


def later(day: date, number: int, unit: Unit) -> date:
    """Return the day so many days, weeks, months, half-years or years later, or earlier."""
    from dateutil.relativedelta import relativedelta

    if unit in _MONTHS:
        return day + relativedelta(months=number * _MONTHS[unit])
    return day + timedelta(days=number * (7 if unit is Unit.WEEK else 1))


def _exclusive(moment: Moment, period: Period, after: date | None) -> date:
    """Return the last day of «до мая»; «с октября до мая» is oftener said of all May."""
    match moment:
        case Spot() if after:
            return period.end
        case Part(unit=Unit.THIRD, first=2):
            return period.start.replace(day=_MIDDLE)
    return period.start - timedelta(days=1)


def _count_of_days(number: int) -> str:
    return f"{number} {plural(number, 'день', 'дня', 'дней')}"


def _numbers(moment: Named | Part, count: int) -> tuple[int, int]:
    first, last = (count if n == -1 else n for n in (moment.first, moment.last))
    if not (1 <= first <= count and 1 <= last <= count):
        raise CalendarError(f"нет такого срока: {moment.text}")
    return first, last


def _years(years: Years) -> Period:
    if years.school:
        school = AcademicYear(years.first)
        return Period(school.start, school.end)
    return whole_months(years.first, 1, years.last, 12)
