"""The grammar of what comes again: «ежемесячно», «2 раза в год», «последняя пятница месяца»."""

from dataclasses import dataclass
from typing import NamedTuple

from rumo_cli.calendar.cursor import Cursor
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
_PARTS_OF_MONTH = {Unit.DAY, Unit.WEEK, Unit.DECADE, Unit.HALF}

_LONGEST_MONTH = 31
_MOST_WEEKS = 5

COUNTS = (Kind.NUMBER, Kind.NUMERAL)
"""How many: in digits or in words."""


class InMonth(NamedTuple):
    """Which of its days, weeks or weekdays of a month; -1 is the last, `by` is «до 25 числа»."""

    number: int
    unit: Unit = Unit.DAY
    weekday: int | None = None
    by: bool = False


@dataclass(frozen=True)
class Recurrence:
    """So many times in so many units: «2 раза в месяц», «1 раз в 2 недели», «по средам».

    `on` is where in the month it falls: «последняя пятница месяца».
    """

    unit: Unit
    count: int = 1
    every: int = 1
    weekdays: tuple[int, ...] = ()
    on: InMonth | None = None

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
    late = cursor.match(Kind.NOT, Kind.LATER)
    up_to = cursor.take(Kind.UNTIL, Kind.TO)
    numbered = cursor.match(Kind.NUMBER, Kind.DAY_OF_MONTH)
    if numbered is None:
        return None
    cursor.attempt(_of_month)
    day = numbered[0].number
    on = InMonth(day, by=bool(late or up_to)) if 1 <= day <= _LONGEST_MONTH else None
    return Recurrence(Unit.MONTH, on=on)


def _numbered(cursor: Cursor) -> Recurrence | None:
    """Read «последняя пятница месяца», «каждый второй вторник», «первая неделя месяца»."""
    every = cursor.take(Kind.EVERY)
    numbered = cursor.match((Kind.ORDINAL, Kind.NUMBER), (Kind.WEEKDAY, Kind.UNIT))
    if numbered is None:
        return None
    of_month = cursor.attempt(_of_month)
    on_weekday = numbered[1].kind is Kind.WEEKDAY
    if not (of_month or (every and on_weekday)):
        return None
    return Recurrence(Unit.MONTH, on=_in_month(*numbered))


def _in_month(number: Token, named: Token) -> InMonth | None:
    if named.unit in _PARTS_OF_MONTH:
        return InMonth(number.number, named.unit) if _has_part(number.number) else None
    weekday = named.number if named.kind is Kind.WEEKDAY and _has_part(number.number) else None
    return InMonth(number.number, weekday=weekday) if weekday is not None else None


def _has_part(number: int) -> bool:
    return number == -1 or 1 <= number <= _MOST_WEEKS


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
