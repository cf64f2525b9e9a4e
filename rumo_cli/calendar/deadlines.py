"""Deadlines of a plan: a text such as «сентябрь, в течение года», and what it means."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import zip_longest
from typing import Literal

from rumo_cli.calendar.clauses import (
    By,
    Clock,
    Dated,
    Length,
    Open,
    Reading,
    Since,
    Undated,
)
from rumo_cli.calendar.clock import Times
from rumo_cli.calendar.errors import CalendarError, UnreadableError
from rumo_cli.calendar.grammar import read_clauses
from rumo_cli.calendar.moments import NthWeekday, Years
from rumo_cli.calendar.occurrences import due_periods, pauses, separate
from rumo_cli.calendar.periods import Period, is_of_whole_months
from rumo_cli.calendar.recurrence import Recurrence
from rumo_cli.calendar.resolve import Resolver, later
from rumo_cli.calendar.spots import Spot
from rumo_cli.calendar.terms import USUAL, SchoolCalendars
from rumo_cli.calendar.weekdays import show_day
from rumo_cli.calendar.words import Unit
from rumo_cli.calendar.years import AcademicYear

DeadlineKind = Literal[
    "date",
    "datetime",
    "month",
    "month+open",
    "range",
    "multirange",
    "list",
    "by",
    "open",
    "recurring",
    "schedule",
    "on_demand",
    "unknown",
    "missing",
    "error",
]
"""How a deadline is set.

`unknown` was not read; `missing` is empty; an `error` was read and cannot be meant: an end before
the start, a day that does not exist, a year far away. `month+open` begins in the month and stays
open to the end of the year; `schedule` and `on_demand` have no date on purpose.
"""

_FURTHEST_YEARS = 2
_LONG = {Unit.QUARTER, Unit.TERM, Unit.HALF_YEAR, Unit.YEAR}


@dataclass(frozen=True)
class Deadline:
    """A deadline as it was understood.

    `start` is None for `by`, both dates are None for what has no date. `frequency` is a key of
    `Recurrence.frequency` and `occurrences` how often it is expected in the year; `due` says when
    each time is. `note` says in Russian why the reading is doubtful or failed, and is empty where
    all is clear. The rest is what these were worked out from: each day or period of several, the
    window that a recurrence is limited to, the time of day.
    """

    kind: DeadlineKind
    start: date | None = None
    end: date | None = None
    frequency: str | None = None
    occurrences: int | None = None
    note: str = ""
    due: tuple[Period, ...] = field(default=(), compare=False)
    periods: tuple[Period, ...] = field(default=(), compare=False)
    recurrence: Recurrence | None = field(default=None, compare=False)
    times: Times | None = field(default=None, compare=False)


@lru_cache(maxsize=4096)
def read_deadline(text: str, year: AcademicYear, calendars: SchoolCalendars = USUAL) -> Deadline:
    """Return what a deadline of the plan of `year` means; no text makes it raise.

    `calendars` say when terms and holidays are. `start` is not after `end`, except in an `error`.
    """
    if not any(character.isalnum() for character in text):
        return Deadline("missing")
    try:
        return _Reader(read_clauses(text), Resolver(year, calendars=calendars), year).deadline()
    except UnreadableError:
        return Deadline("unknown", note="не прочитано")
    except CalendarError as error:
        return Deadline("error", note=str(error))


def read_term(
    text: str,
    year: AcademicYear,
    start: date | None = None,
    calendars: SchoolCalendars = USUAL,
) -> Deadline:
    """Return what the term of a pair or a route means: a deadline, or a length alone.

    «6 мес.» is counted from `start`; without one it is open all the year, as nothing tells when
    it ends. The note says which.
    """
    found = read_deadline(text, year, calendars)
    length = _length_alone(text) if found.kind == "unknown" else None
    if length is None:
        return found
    if start is None:
        return Deadline("open", year.start, year.end, note=f"{length.text}: начало не указано")
    try:
        period = _lasting(start, length)
    except CalendarError as error:
        return Deadline("error", note=str(error))
    note = f"{length.text}: считано с {show_day(start)}"
    return Deadline("range", *period, note=note, periods=(period,))


def _length_alone(text: str) -> Length | None:
    try:
        reading = read_clauses(text)
    except CalendarError:
        return None
    match reading:
        case Reading(clauses=(Length() as length,), rest=""):
            return length
    return None


class _Reader:
    """Weighs the clauses of one deadline against each other."""

    def __init__(self, reading: Reading, resolver: Resolver, year: AcademicYear) -> None:
        self.reading = reading
        self.resolver = resolver
        self.year = year
        dated, self.put_off_from = reading.put_off()
        self.dated = [item for item in _without_headings(dated) if not self._is_of_the_plan(item)]
        names_its_year = bool(dated) and not self.dated
        self.open = names_its_year or bool(reading.of(Open))
        self.limits = reading.of(By)
        self.sinces = reading.of(Since)
        recurrences = reading.of(Recurrence)
        self.recurrence = max(recurrences, key=lambda found: len(found.weekdays), default=None)

    def deadline(self) -> Deadline:
        found = self._checked(self._repeated(self._found()))
        return replace(found, note="; ".join((*self.resolver.notes, *self.reading.doubts)))

    def _is_of_the_plan(self, item: Dated) -> bool:
        """Tell the year of the plan itself, which says nothing beside a month or a day."""
        match item:
            case Dated(Years(school=True, first=self.year.first), None):
                return True
        return False

    def _found(self) -> Deadline:
        has_days = self.dated or self.limits
        if self.recurrence and not (has_days and self.recurrence.frequency == "yearly"):
            return self._recurring(self.recurrence)
        if self.limits:
            return self._by()
        if self.dated:
            return self._dated()
        if self.sinces:
            return self._since(self.sinces[0])
        if self.open:
            return Deadline("open", self.year.start, self.year.end)
        if undated := self.reading.of(Undated):
            return Deadline(undated[0].kind)
        raise UnreadableError("не прочитано")

    def _since(self, since: Since) -> Deadline:
        """Return «с октября», or «с 1 октября на 6 месяцев»."""
        start = self.resolver.since(since)
        for length in self.reading.of(Length):
            period = _lasting(start, length)
            return Deadline("range", *period, periods=(period,))
        return Deadline("open", start, self.year.end)

    def _by(self) -> Deadline:
        """Return the last of the limits; other dates are limits too if they are not about one."""
        days = self._days_of_limits(self.resolver)
        if self.sinces:
            period = Period(self.resolver.since(self.sinces[0]), days[-1])
            return Deadline("range", *period, periods=(period,))
        if len(days) > 1:
            self.resolver.note(f"несколько сроков: {', '.join(map(show_day, days))}")
        return Deadline("by", None, days[-1])

    def _days_of_limits(self, resolver: Resolver) -> list[date]:
        limits = {resolver.limit(by) for by in self.limits}
        others = resolver.periods(self.dated) if limits else []
        apart = {other.end for other in others if not any(_is_in(day, other) for day in limits)}
        return sorted(limits | apart)

    def _recurring(self, recurrence: Recurrence) -> Deadline:
        """Return what comes again within the months that are named, else all the year.

        What comes so many times a year does so all the year: «два раза в год — весной и осенью».
        """
        by_name = recurrence.unit is Unit.YEAR and len(self._named()) > 1
        within = None if by_name else self._within(recurrence)
        start, end = within or (self.year.start, self.year.end)
        return Deadline("recurring", start, end, periods=(within,) if within else ())

    def _within(self, recurrence: Recurrence) -> Period | None:
        if self.dated and not self.limits:
            return _around(self.resolver.periods(self.dated))
        if not (self.sinces or self.limits):
            return None
        starts = [self.resolver.since(since) for since in self.sinces]
        start = min(starts, default=self.year.start)
        ends = self._days_of_limits(self.resolver)
        return Period(start, max(ends, default=self._end_of(recurrence, start)))

    def _end_of(self, recurrence: Recurrence, start: date) -> date:
        """Return when what comes often ends if only its start is said: with the lessons."""
        teaching = self.resolver.calendars(self.year).teaching
        return teaching.end if pauses(recurrence) and start <= teaching.end else self.year.end

    def _dated(self) -> Deadline:
        periods = self.resolver.periods(self.dated)
        for period in periods:
            if period.end < period.start:
                return Deadline("error", *period)
        start, end = _around(periods)
        self._note_details(start, periods)
        if self.open:
            end = max(end, self.year.end)
            return Deadline("month+open", start, end, periods=tuple(periods))
        times = next((clock.times for clock in self.reading.of(Clock)), None)
        kind = self._kind()
        apart = kind == "list" or all(map(is_of_whole_months, periods))
        due = separate(periods) if apart and len(periods) > 1 else ()
        expected = len(due) if len(due) > 1 else None
        return Deadline(
            kind, start, end, None, expected, due=due, periods=tuple(periods), times=times
        )

    def _note_details(self, start: date, periods: Sequence[Period]) -> None:
        self.resolver.check_lengths(self.reading.of(Length), periods[-1])
        for since in self.sinces:
            self.resolver.note(f"не учтено: «с {since.moment.text}»")
        if self.put_off_from:
            put_off_from = self.resolver.day_before_move(self.put_off_from, start)
            self.resolver.note(f"перенос с {show_day(put_off_from)}")

    def _kind(self) -> DeadlineKind:
        kinds = {self._kind_of(item) for item in self.dated}
        if len(self.dated) == 1:
            return kinds.pop()
        return "list" if kinds <= {"date", "datetime", "month"} else "multirange"

    def _kind_of(self, item: Dated) -> DeadlineKind:
        match item:
            case Dated(Spot(day=None), None):
                return "month"
            case Dated(Spot() | NthWeekday(), None):
                return "datetime" if self.reading.of(Clock) else "date"
        return "range"

    def _repeated(self, found: Deadline) -> Deadline:
        """Add how often it comes: «май, ежегодно»."""
        if self.recurrence is None:
            return found
        due = self._named_times(self.recurrence) or self._due(self.recurrence, found)
        return replace(
            found,
            frequency=self.recurrence.frequency,
            occurrences=len(due) or None,
            due=due,
            recurrence=self.recurrence,
        )

    def _named_times(self, recurrence: Recurrence) -> tuple[Period, ...]:
        """Return when it is due where each of the times is named: «весной и осенью».

        What is named is taken for the times of a year if there are so many, for those of its
        parts («1 раз в четверть: ноябрь, январь») if there are several.
        """
        if recurrence.unit not in _LONG:
            return ()
        named = self._named()
        if recurrence.unit is not Unit.YEAR:
            return named if len(named) > 1 else ()
        if len(named) not in {0, 1, recurrence.count}:
            self.resolver.note(f"сроков названо {len(named)}, а не {recurrence.count}")
        return named if len(named) == recurrence.count else ()

    def _named(self) -> tuple[Period, ...]:
        """Return the periods that are named, or those that end with the limits that are."""
        quiet = Resolver(self.year, calendars=self.resolver.calendars)
        if not self.limits:
            return tuple(sorted(quiet.periods(self.dated)))
        ends = self._days_of_limits(quiet)
        starts = [min(self.year.start, ends[0]), *(end + timedelta(days=1) for end in ends)]
        return tuple(Period(*pair) for pair in zip(starts, ends, strict=False))

    def _due(self, recurrence: Recurrence, found: Deadline) -> tuple[Period, ...]:
        within = next(iter(found.periods), None)
        if found.kind == "by" and found.end:
            within = Period(min(self.year.start, found.end), found.end)
        school = self.resolver.calendars(self.year)
        return due_periods(recurrence, within, self.year, school)

    def _checked(self, found: Deadline) -> Deadline:
        """Make an error of dates that cannot be meant, and note those outside the year."""
        if found.end is None:
            return found
        period = Period(found.start or found.end, found.end)
        if mistake := self._mistake(period):
            self.resolver.note(mistake)
            return replace(found, kind="error")
        self._note_bounds(*period)
        return found

    def _mistake(self, period: Period) -> str | None:
        if period.end < period.start:
            return f"конец раньше начала: {show_day(period.start)}-{show_day(period.end)}"
        far = next((day for day in period if self._is_far(day)), None)
        if far is None or self._is_of_several_years(period):
            return None
        return f"{show_day(far)} — далеко от учебного года {self.year}"

    def _is_far(self, day: date) -> bool:
        return abs(AcademicYear.of(day).first - self.year.first) > _FURTHEST_YEARS

    def _is_of_several_years(self, period: Period) -> bool:
        """Say whether it is «на 2021-2023 годы», this year among them."""
        whole = any(isinstance(item.first, Years) for item in self.dated)
        return whole and period.start <= self.year.end and period.end >= self.year.start

    def _note_bounds(self, start: date, end: date) -> None:
        """Note what is outside the year; the August before it still belongs to its plan."""
        august = self.year.start - timedelta(days=31)
        if end < august:
            self.resolver.note(f"раньше учебного года {self.year}")
        elif start > self.year.end:
            self.resolver.note(f"позже учебного года {self.year}")
        elif start < august:
            self.resolver.note(f"начинается раньше учебного года {self.year}")
        elif end > self.year.end:
            self.resolver.note(f"заканчивается после учебного года {self.year}")


def _without_headings(dated: Sequence[Dated]) -> list[Dated]:
    pairs = zip_longest(dated, dated[1:])
    return [item for item, following in pairs if not item.heads(following)]


def _lasting(start: date, length: Length) -> Period:
    try:
        return Period(start, later(start, length.number, length.unit) - timedelta(days=1))
    except (ValueError, OverflowError):
        raise CalendarError(f"нет такого срока: {length.text}") from None


def _is_in(day: date, period: Period) -> bool:
    return period.start <= day <= period.end


def _around(periods: Sequence[Period]) -> Period:
    return Period(min(p.start for p in periods), max(p.end for p in periods))
