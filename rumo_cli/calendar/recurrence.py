"""The grammar of what comes again: «ежемесячно», «2 раза в год», «последняя пятница месяца»."""

from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from rumo_cli.calendar.cursor import Cursor, Rule
from rumo_cli.calendar.spots import calendar_year
from rumo_cli.calendar.tokens import Token
from rumo_cli.calendar.words import Kind, Unit

ONCE = {
    Unit.DAY: "daily",
    Unit.WEEK: "weekly",
    Unit.MONTH: "monthly",
    Unit.QUARTER: "quarterly",
    Unit.TERM: "term",
    Unit.HALF_YEAR: "half_year",
    Unit.YEAR: "yearly",
}
_WITH_EDGES = {Unit.MONTH, Unit.QUARTER, Unit.TERM, Unit.HALF_YEAR}
_PARTS_OF_MONTH = {Unit.DAY, Unit.WEEK, Unit.DECADE, Unit.HALF}
_LAST = -1
_LONGEST_MONTH = 31
_MOST_ORDINALS = 5

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

    `on` is where in the month each of the times falls: «1 и 15 числа», «последняя пятница»; `edge`
    is 1, 2 or 3 for the beginning, the middle or the end of each unit: «в конце каждой четверти».
    """

    unit: Unit
    count: int = 1
    every: int = 1
    weekdays: tuple[int, ...] = ()
    on: tuple[InMonth, ...] = ()
    edge: int = 0

    @property
    def frequency(self) -> str:
        """The key of the frequency.

        Once a unit: `daily weekly monthly quarterly term half_year yearly`; oftener:
        `2_per_month`; more rarely: `every_2_weeks`.
        """
        if self.every > 1:
            return f"every_{self.every}_{self.unit}s"
        return f"{self.times}_per_{self.unit}" if self.times > 1 else ONCE[self.unit]

    @property
    def times(self) -> int:
        """How often it comes in a unit, or in `every` of them."""
        return self.count * max(1, len(self.weekdays))


def recurrence(cursor: Cursor) -> Recurrence | None:
    """Read how often something comes, and on which days of the week or the month."""
    found = cursor.attempt(
        _adverb, _times, _days_of_month, _numbered, _edge, _every_unit, _weekdays, _at_least
    )
    return found and (cursor.attempt(partial(_placed, found)) or found)


def _adverb(cursor: Cursor) -> Recurrence | None:
    """Read «ежемесячно», «ежегодно с 2023 года»."""
    adverb = cursor.take(Kind.FREQUENCY)
    if adverb is None or adverb.unit is None:
        return None
    cursor.attempt(_since_year)
    return Recurrence(adverb.unit)


def _placed(found: Recurrence, cursor: Cursor) -> Recurrence | None:
    """Read «вторник» after «еженедельно», «(10 и 25 числа)» after «два раза в месяц»."""
    if found.every > 1 or found.on or found.weekdays or found.edge:
        return None
    cursor.take(Kind.COMMA, Kind.SEMICOLON, Kind.DASH, Kind.OPEN)
    placed = _within_unit(found.unit, cursor)
    return placed if placed and found.count in {1, placed.times} else None


def _within_unit(unit: Unit, cursor: Cursor) -> Recurrence | None:
    if unit is Unit.WEEK:
        cursor.take(Kind.TO, Kind.IN)
        return _in_week(cursor)
    rules: tuple[Rule[tuple[InMonth, ...] | None], ...] = (_numbered_of_it, days_by_number)
    days = cursor.attempt(*rules) if unit is Unit.MONTH else None
    return _monthly(days) if days else None


def _monthly(on: tuple[InMonth, ...]) -> Recurrence:
    """Return what comes on these days of each month; on one that no month has, once in it."""
    return Recurrence(Unit.MONTH, len(on) or 1, on=on if all(map(_is_there, on)) else ())


def _is_there(on: InMonth) -> bool:
    most = _LONGEST_MONTH if on.unit is Unit.DAY and on.weekday is None else _MOST_ORDINALS
    return on.number == _LAST or 1 <= on.number <= most


def _numbered_of_it(cursor: Cursor) -> tuple[InMonth, ...] | None:
    """Read «последняя пятница», «1-я и 3-я среда», «вторая неделя»."""
    cursor.take(Kind.IN)
    numbers = _ordinals(cursor, (Kind.ORDINAL,))
    of_what = cursor.take(Kind.WEEKDAY, Kind.UNIT)
    if not numbers or of_what is None:
        return None
    days = tuple(_in_month(number, of_what) for number in numbers)
    return days if all(map(_is_there, days)) else None


def _since_year(cursor: Cursor) -> int | None:
    return calendar_year(cursor) if cursor.take(Kind.FROM) else None


def _times(cursor: Cursor) -> Recurrence | None:
    """Read «раз в месяц», «не реже 1 раза в 2 недели», «4 заседания в год»."""
    if cursor.match(Kind.NOT, Kind.LESS):
        cursor.take(Kind.COMMA)
        cursor.take(Kind.LEAD)
    number = cursor.take(*COUNTS)
    cursor.attempt(_more)
    times = cursor.take(Kind.TIMES) or (number and cursor.take(Kind.WORD))
    if times is None or not cursor.take(Kind.IN, Kind.SLASH, Kind.BEFORE):
        return None
    for kind in (Kind.DURING, Kind.ALL, Kind.EVERY):
        cursor.take(kind)
    return _per_unit(cursor, number or times, cursor.take(*COUNTS, Kind.ORDINAL))


def _more(cursor: Cursor) -> Token | None:
    """Read the «-3» of «2-3 раза»: what is planned is the least."""
    return cursor.take(*COUNTS) if cursor.take(Kind.DASH) else None


def _every_unit(cursor: Cursor) -> Recurrence | None:
    """Read «каждую неделю», «каждый второй месяц»."""
    every = cursor.take(Kind.EVERY)
    return _per_unit(cursor, None, cursor.take(*COUNTS, Kind.ORDINAL)) if every else None


def _per_unit(cursor: Cursor, times: Token | None, every: Token | None) -> Recurrence | None:
    cursor.take(Kind.SCHOOL)
    unit = cursor.take(Kind.UNIT)
    counts = [token.number for token in (times, every) if token]
    if unit is None or unit.unit not in ONCE or any(count < 1 for count in counts):
        return None
    return Recurrence(unit.unit, times.number if times else 1, every.number if every else 1)


def _days_of_month(cursor: Cursor) -> Recurrence | None:
    """Read «до 25 числа каждого месяца», «1 и 15 числа ежемесячно», «каждое 25 число».

    «До 25 числа» alone is of a month that stands elsewhere.
    """
    every = cursor.take(Kind.EVERY)
    days = days_by_number(cursor)
    again = every or cursor.attempt(_of_month) or cursor.take(Kind.FREQUENCY)
    return _monthly(days) if days and again else None


def days_by_number(cursor: Cursor) -> tuple[InMonth, ...] | None:
    """Read «до 25 числа», «1 и 15 числа», «с 1 по 5 число»."""
    cursor.take(Kind.COMMA, Kind.OPEN)
    late = cursor.match(Kind.NOT, Kind.LATER)
    limit = cursor.take(Kind.UNTIL, Kind.TO, Kind.FROM)
    days = _ordinals(cursor, (Kind.NUMBER, Kind.ORDINAL))
    if not days or not cursor.take(Kind.DAY_OF_MONTH):
        return None
    return tuple(InMonth(day, by=bool(late or limit)) for day in days)


def _numbered(cursor: Cursor) -> Recurrence | None:
    """Read «последняя пятница месяца», «2-я и 4-я среда месяца», «первая неделя месяца»."""
    every = cursor.take(Kind.EVERY)
    numbers = _ordinals(cursor, (Kind.ORDINAL, Kind.NUMBER))
    of_what = cursor.take(Kind.WEEKDAY, Kind.UNIT)
    if not numbers or of_what is None:
        return None
    of_month = cursor.attempt(_of_month)
    on_weekday = of_what.kind is Kind.WEEKDAY
    if not (of_month or (every and on_weekday)):
        return None
    return _monthly(tuple(_in_month(number, of_what) for number in numbers))


def _in_month(number: int, of_what: Token) -> InMonth:
    if of_what.kind is Kind.WEEKDAY:
        return InMonth(number, weekday=of_what.number)
    unit = of_what.unit if of_what.unit in _PARTS_OF_MONTH else None
    return InMonth(number, unit) if unit else InMonth(0)


def _ordinals(cursor: Cursor, kinds: tuple[Kind, ...]) -> list[int]:
    """Read «1 и 15», «с 1 по 5»: of a stretch the last is what is due."""
    numbers: list[int] = []
    joint: Token | None = None
    for _ in range(_MOST_ORDINALS):
        token = cursor.take(*kinds)
        if token is None:
            break
        if joint and joint.kind in {Kind.DASH, Kind.TO}:
            numbers.pop()
        numbers.append(token.number)
        joint = cursor.take(Kind.AND, Kind.COMMA, Kind.DASH, Kind.TO)
        cursor.take(Kind.EVERY)
    return numbers


def _edge(cursor: Cursor) -> Recurrence | None:
    """Read «в конце каждой четверти», «в начале месяца»."""
    edge = cursor.take(Kind.EDGE)
    cursor.take(Kind.EVERY)
    unit = cursor.take(Kind.UNIT)
    if edge is None or unit is None or unit.unit not in _WITH_EDGES:
        return None
    return Recurrence(unit.unit, edge=edge.number)


def _of_month(cursor: Cursor) -> Token | None:
    cursor.take(Kind.EVERY)
    return cursor.take(Kind.UNIT, unit=Unit.MONTH)


def _weekdays(cursor: Cursor) -> Recurrence | None:
    """Read «каждый понедельник», «по средам и пятницам»."""
    return _in_week(cursor) if cursor.take(Kind.EVERY, Kind.TO) else None


def _in_week(cursor: Cursor) -> Recurrence | None:
    weekday = cursor.take(Kind.WEEKDAY)
    weekdays: list[int] = []
    while weekday:
        weekdays.append(weekday.number)
        weekday = cursor.attempt(_next_weekday)
    return Recurrence(Unit.WEEK, weekdays=tuple(dict.fromkeys(weekdays))) if weekdays else None


def _next_weekday(cursor: Cursor) -> Token | None:
    if not cursor.take(Kind.AND, Kind.COMMA):
        return None
    cursor.take(Kind.EVERY, Kind.TO)
    return cursor.take(Kind.WEEKDAY)


def _at_least(cursor: Cursor) -> Recurrence | None:
    """Read «не менее 4 заседаний»: so many a year."""
    counted = cursor.match(Kind.NOT, Kind.LESS, COUNTS, Kind.WORD)
    if counted is None or counted[2].number < 1:
        return None
    while cursor.take(Kind.WORD):
        pass
    return Recurrence(Unit.YEAR, counted[2].number)
