"""The grammar of what comes again: «ежемесячно», «2 раза в год», «последняя пятница месяца»."""

from dataclasses import dataclass
from datetime import date, timedelta

from rumo_cli.calendar.cursor import Cursor
from rumo_cli.calendar.periods import Period
from rumo_cli.calendar.spots import calendar_year
from rumo_cli.calendar.tokens import Token
from rumo_cli.calendar.words import Kind, Unit

_ONCE = {
    Unit.DAY: "daily",
    Unit.WEEK: "weekly",
    Unit.MONTH: "monthly",
    Unit.QUARTER: "quarterly",
    Unit.TERM: "term",
    Unit.HALF_YEAR: "half_year",
    Unit.YEAR: "yearly",
}
_A_YEAR = {Unit.QUARTER: 4, Unit.TERM: 4, Unit.HALF_YEAR: 2, Unit.YEAR: 1}
_MONDAY = 0

COUNTS = (Kind.NUMBER, Kind.NUMERAL)
"""How many: in digits or in words."""


@dataclass(frozen=True)
class Recurrence:
    """So many times in so many units: «2 раза в месяц», «1 раз в 2 недели», «по средам»."""

    unit: Unit
    count: int = 1
    every: int = 1
    weekdays: tuple[int, ...] = ()

    @property
    def frequency(self) -> str:
        """The key of the frequency.

        Once a unit: `daily weekly monthly quarterly term half_year yearly`; oftener:
        `2_per_month`; more rarely: `every_2_weeks`.
        """
        count = self.count * max(1, len(self.weekdays))
        if self.every > 1:
            return f"every_{self.every}_{self.unit}s"
        return f"{count}_per_{self.unit}" if count > 1 else _ONCE[self.unit]

    def occurrences(self, window: Period) -> int | None:
        """Return how often it is expected in the window, None for what comes daily.

        Weeks and months are counted in the window; of quarters, terms and half-years a school
        year has as many as it has.
        """
        if self.unit is Unit.DAY:
            return None
        if self.unit is Unit.WEEK:
            units = sum(_count(window, weekday) for weekday in self.weekdays or (_MONDAY,))
        elif self.unit is Unit.MONTH:
            units = _months(window)
        else:
            units = _A_YEAR[self.unit]
        return -(-units * self.count // self.every)


def _count(window: Period, weekday: int) -> int:
    first = window.start + timedelta(days=(weekday - window.start.weekday()) % 7)
    return max(0, (window.end - first).days // 7 + 1)


def _months(window: Period) -> int:
    def ordinal(day: date) -> int:
        return day.year * 12 + day.month

    return max(0, ordinal(window.end) - ordinal(window.start) + 1)


def recurrence(cursor: Cursor) -> Recurrence | None:
    """Read how often something comes."""
    return cursor.attempt(
        _adverb, _times, _day_of_month, _numbered, _every_unit, _weekdays, _at_least
    )


def _adverb(cursor: Cursor) -> Recurrence | None:
    """Read «ежемесячно», «ежегодно с 2023 года»."""
    adverb = cursor.take(Kind.FREQUENCY)
    if adverb is None or adverb.unit is None:
        return None
    cursor.attempt(_since_year)
    return Recurrence(adverb.unit)


def _since_year(cursor: Cursor) -> int | None:
    return calendar_year(cursor) if cursor.take(Kind.FROM) else None


def _times(cursor: Cursor) -> Recurrence | None:
    """Read «раз в месяц», «не реже 1 раза в 2 недели», «дважды в учебный год»."""
    cursor.match(Kind.NOT, Kind.LESS)
    number = cursor.take(*COUNTS)
    times = cursor.take(Kind.TIMES)
    if times is None or not cursor.take(Kind.IN, Kind.SLASH, Kind.BEFORE):
        return None
    for kind in (Kind.DURING, Kind.ALL, Kind.EVERY):
        cursor.take(kind)
    return _per_unit(cursor, number or times, cursor.take(*COUNTS, Kind.ORDINAL))


def _every_unit(cursor: Cursor) -> Recurrence | None:
    """Read «каждую неделю», «каждый второй месяц»."""
    every = cursor.take(Kind.EVERY)
    return _per_unit(cursor, None, cursor.take(*COUNTS, Kind.ORDINAL)) if every else None


def _per_unit(cursor: Cursor, times: Token | None, every: Token | None) -> Recurrence | None:
    cursor.take(Kind.SCHOOL)
    unit = cursor.take(Kind.UNIT)
    counts = [token.number for token in (times, every) if token]
    if unit is None or unit.unit not in _ONCE or any(count < 1 for count in counts):
        return None
    return Recurrence(unit.unit, times.number if times else 1, every.number if every else 1)


def _day_of_month(cursor: Cursor) -> Recurrence | None:
    """Read «до 25 числа каждого месяца»."""
    cursor.match(Kind.NOT, Kind.LATER)
    cursor.take(Kind.UNTIL, Kind.TO)
    if not cursor.match(Kind.NUMBER, Kind.DAY_OF_MONTH):
        return None
    cursor.attempt(_of_month)
    return Recurrence(Unit.MONTH)


def _numbered(cursor: Cursor) -> Recurrence | None:
    """Read «последняя пятница месяца», «каждый второй вторник», «первая неделя месяца»."""
    every = cursor.take(Kind.EVERY)
    numbered = cursor.match((Kind.ORDINAL, Kind.NUMBER), (Kind.WEEKDAY, Kind.UNIT))
    if numbered is None:
        return None
    of_month = cursor.attempt(_of_month)
    on_weekday = numbered[1].kind is Kind.WEEKDAY
    return Recurrence(Unit.MONTH) if of_month or (every and on_weekday) else None


def _of_month(cursor: Cursor) -> Token | None:
    cursor.take(Kind.EVERY)
    return cursor.take(Kind.UNIT, unit=Unit.MONTH)


def _weekdays(cursor: Cursor) -> Recurrence | None:
    """Read «каждый понедельник», «по средам и пятницам»."""
    weekday = cursor.take(Kind.WEEKDAY) if cursor.take(Kind.EVERY, Kind.TO) else None
    weekdays: list[int] = []
    while weekday:
        weekdays.append(weekday.number)
        weekday = cursor.attempt(_next_weekday)
    return Recurrence(Unit.WEEK, weekdays=tuple(dict.fromkeys(weekdays))) if weekdays else None


def _next_weekday(cursor: Cursor) -> Token | None:
    if not cursor.take(Kind.AND, Kind.COMMA):
        return None
    cursor.take(Kind.EVERY)
    return cursor.take(Kind.WEEKDAY)


def _at_least(cursor: Cursor) -> Recurrence | None:
    """Read «не менее 4 заседаний»: so many a year."""
    counted = cursor.match(Kind.NOT, Kind.LESS, COUNTS, Kind.WORD)
    if counted is None or counted[2].number < 1:
        return None
    while cursor.take(Kind.WORD):
        pass
    return Recurrence(Unit.YEAR, counted[2].number)
