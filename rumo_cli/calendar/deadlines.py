"""Deadlines of a plan: a text such as «сентябрь, в течение года», and what it means."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import lru_cache
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
from rumo_cli.calendar.errors import CalendarError, UnreadableError
from rumo_cli.calendar.grammar import read_clauses
from rumo_cli.calendar.moments import Years
from rumo_cli.calendar.occurrences import due_periods, separate
from rumo_cli.calendar.periods import Period, is_of_whole_months
from rumo_cli.calendar.recurrence import Recurrence
from rumo_cli.calendar.resolve import Resolver
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


@dataclass(frozen=True)
class Deadline:
    """A deadline as it was understood.

    `start` is None for `by`, both dates are None for what has no date. `frequency` is a key of
    `Recurrence.frequency` and `occurrences` how often it is expected in the year; `due` says when
    each time is. `note` says in Russian why the reading is doubtful or failed, and is empty where
    all is clear.
    """

    kind: DeadlineKind
    start: date | None = None
    end: date | None = None
    frequency: str | None = None
    occurrences: int | None = None
    note: str = ""
    due: tuple[Period, ...] = field(default=(), compare=False)


@lru_cache(maxsize=4096)
def read_deadline(text: str, year: AcademicYear, calendars: SchoolCalendars = USUAL) -> Deadline:
    """Return what a deadline of the plan of `year` means; no text makes it raise.

    `calendars` know the terms. `start` is not after `end`, except in an `error`.
    """
    if not any(character.isalnum() for character in text):
        return Deadline("missing")
    try:
        reading = read_clauses(text)
        return _Reader(reading, year, calendars).deadline()
    except UnreadableError:
        return Deadline("unknown", note="не прочитано")
    except CalendarError as error:
        return Deadline("error", note=str(error))


class _Reader:
    """Weighs the clauses of one deadline against each other."""

    def __init__(self, reading: Reading, year: AcademicYear, calendars: SchoolCalendars) -> None:
        self.reading = reading
        self.year = year
        self.calendars = calendars
        self.school = calendars(year)
        self.resolver = Resolver(year, calendars=calendars)
        self.dated, self.put_off_from = reading.put_off()
        self.recurrence = _joined(reading.of(Recurrence))

    def deadline(self) -> Deadline:
        found = self._checked(self._repeated(self._found()))
        return replace(found, note="; ".join((*self.resolver.notes, *self.reading.unread)))

    def _found(self) -> Deadline:
        if limits := self.reading.of(By):
            return self._by(limits)
        if self.recurrence and not (self.dated and self.recurrence.frequency == "yearly"):
            return self._recurring(self.recurrence)
        if self.dated:
            return self._dated()
        if since := self.reading.of(Since):
            return Deadline("open", self.resolver.period(since[0].moment).start, self.year.end)
        if self.reading.of(Open):
            return Deadline("open", self.year.start, self.year.end)
        if undated := self.reading.of(Undated):
            return Deadline(undated[0].kind)
        raise UnreadableError("не прочитано")

    def _by(self, limits: Sequence[By]) -> Deadline:
        days = sorted({self.resolver.limit(by) for by in limits})
        if len(days) > 1:
            self.resolver.note(f"несколько сроков: {', '.join(map(show_day, days))}")
        return Deadline("by", None, days[-1])

    def _recurring(self, recurrence: Recurrence) -> Deadline:
        """Return what comes again within the months that are named, else all the year.

        What comes so many times a year does so all the year: «два раза в год — весной и осенью».
        """
        within = self._within() if recurrence.unit is not Unit.YEAR else None
        start, end = within or (self.year.start, self.year.end)
        due = self._named_times(recurrence)
        due = due or due_periods(recurrence, within, self.year, self.school)
        expected = len(due) or None
        return Deadline("recurring", start, end, recurrence.frequency, expected, due=due)

    def _named_times(self, recurrence: Recurrence) -> tuple[Period, ...]:
        """Return when it is due where each of the times is named: «весной и осенью»."""
        if recurrence.unit is not Unit.YEAR or len(self.dated) != recurrence.count:
            return ()
        return tuple(sorted(Resolver(self.year, calendars=self.calendars).periods(self.dated)))

    def _within(self) -> Period | None:
        if self.dated:
            return _around(self.resolver.periods(self.dated))
        for since in self.reading.of(Since):
            return Period(self.resolver.period(since.moment).start, self.year.end)
        return None

    def _dated(self) -> Deadline:
        periods = self.resolver.periods(self.dated)
        for period in periods:
            if period.end < period.start:
                return Deadline("error", *period)
        start, end = _around(periods)
        self._note_details(start, periods)
        if self.reading.of(Open):
            return Deadline("month+open", start, max(end, self.year.end))
        kind = self._kind()
        apart = kind == "list" or all(map(is_of_whole_months, periods))
        due = separate(periods) if apart else ()
        return Deadline(kind, start, end, occurrences=_several(due), due=due)

    def _note_details(self, start: date, periods: Sequence[Period]) -> None:
        self.resolver.check_lengths(self.reading.of(Length), periods[-1])
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
            case Dated(Spot(), None):
                return "datetime" if self.reading.of(Clock) else "date"
            case Dated(Years(school=True, first=self.year.first), None):
                return "open"
        return "range"

    def _repeated(self, found: Deadline) -> Deadline:
        """Add how often it comes to what has a date: «май, ежегодно»."""
        if self.recurrence is None or found.frequency:
            return found
        due = due_periods(self.recurrence, self._until(found), self.year, self.school)
        frequency = self.recurrence.frequency
        return replace(found, frequency=frequency, occurrences=len(due) or None, due=due)

    def _until(self, found: Deadline) -> Period | None:
        """Return when something comes that a limit or a date ends: «ежемесячно до 1 апреля»."""
        if found.end is None:
            return None
        last = min(found.end, self.school.teaching.end) if found.start is None else found.end
        return Period(found.start or min(self.year.start, last), last)

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


def _joined(recurrences: Sequence[Recurrence]) -> Recurrence | None:
    """Return how often something comes; «ежемесячно до 25 числа» says its day after that."""
    if not recurrences:
        return None
    on = next((each.on for each in recurrences if each.on), None)
    first = recurrences[0]
    return replace(first, on=on) if first.unit is Unit.MONTH else first


def _several(due: Sequence[Period]) -> int | None:
    return len(due) if len(due) > 1 else None


def _around(periods: Sequence[Period]) -> Period:
    return Period(min(p.start for p in periods), max(p.end for p in periods))
