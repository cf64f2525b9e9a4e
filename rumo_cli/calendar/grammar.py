"""The grammar of a date cell or a deadline: one clause after another."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from rumo_cli.calendar.clauses import (
    By,
    Clause,
    Clock,
    Dated,
    Length,
    Moved,
    Open,
    Reading,
    Remark,
    Since,
    Undated,
)
from rumo_cli.calendar.clock import read_times
from rumo_cli.calendar.cursor import Cursor, Rule
from rumo_cli.calendar.errors import UnreadableError
from rumo_cli.calendar.moments import Moment, moment
from rumo_cli.calendar.recurrence import COUNTS, Recurrence, days_by_number, recurrence
from rumo_cli.calendar.spots import Spot, spot
from rumo_cli.calendar.tokens import Token
from rumo_cli.calendar.words import Kind, Unit

_SEPARATORS = (
    Kind.COMMA,
    Kind.SEMICOLON,
    Kind.AND,
    Kind.DASH,
    Kind.SLASH,
    Kind.CLOSE,
    Kind.FILLER,
)
_INTRODUCTIONS = (
    Kind.IN,
    Kind.ONTO,
    Kind.DURING,
    Kind.PERIOD,
    Kind.LEAD,
    Kind.CLOCK_WORD,
    Kind.DASH,
    Kind.SEMICOLON,
)
_TELLING = {
    Kind.ISO_DAY,
    Kind.NUMERIC_DAY,
    Kind.NUMERIC_MONTH,
    Kind.CLOCK,
    Kind.NUMBER,
    Kind.ORDINAL,
    Kind.MONTH,
    Kind.WEEKDAY,
    Kind.SEASON,
    Kind.FREQUENCY,
    Kind.EVERY,
    Kind.NOT,
}
_TIME_OF_DAY = re.compile(r"(?:[01]?\d|2[0-3])\.(?:00|1[3-9]|[2-5]\d)")
_STEPS = {Unit.DAY, Unit.WEEK, Unit.MONTH}
_LENGTHS = _STEPS | {Unit.HALF_YEAR, Unit.YEAR}
_LONGEST = 99
_FILLERS = (Kind.TO, Kind.IN, Kind.FROM, Kind.LEAD, Kind.SCHOOL, Kind.WORD)
_MOST_FILLERS = 4


def read_clauses(text: str) -> Reading:
    """Return what a text says of dates.

    Words may be left over, but nothing that tells a date: then, and where there is no clause at
    all, `UnreadableError` is raised. `CalendarError` for a time that does not exist.
    """
    cursor = Cursor(text)
    clauses = tuple(_clauses(cursor))
    rest = cursor.rest
    mended = tuple(f"«{token.text}» прочитано как «{token.meant}»" for token in _mended(cursor))
    # What is misspelt and has unknown words about it may be something else.
    if not clauses or _tells(rest) or (mended and rest):
        raise UnreadableError("не прочитано")
    return Reading(clauses, cursor.text[rest[0].start :] if rest else "", mended)


def _mended(cursor: Cursor) -> Iterable[Token]:
    return (token for token in cursor.tokens if token.meant)


def _tells(tokens: Iterable[Token]) -> bool:
    return any(token.kind in _TELLING for token in tokens)


def _clauses(cursor: Cursor) -> Iterator[Clause]:
    before: Clause | None = None
    while True:
        apart = _separated(cursor)
        clause = cursor.attempt(*_rules_after(before))
        if clause is None:
            return
        # «15.10.2024 16.10» is a day and a day, or a day and a time.
        if (
            isinstance(clause, Dated)
            and isinstance(before, Dated)
            and not (apart or before.heads(clause))
        ):
            raise UnreadableError("не прочитано")
        yield clause
        before = clause


def _rules_after(before: Clause | None) -> tuple[Rule[Clause | None], ...]:
    match before:
        case Recurrence():
            return _details, _day_of_some_month, _clause
        case Length():
            return _details, _clause
    return (_clause,)


def _day_of_some_month(cursor: Cursor) -> Remark | None:
    """Read «до 5 числа» after «ежеквартально»: nothing tells of which month."""
    start = cursor.current
    return Remark(cursor.since(start), tells=True) if days_by_number(cursor) else None


def _details(cursor: Cursor) -> Clause | None:
    """Read what stands in brackets after how often or how long: «2 раза в год (май, октябрь)»."""
    return _clause(cursor) if cursor.take(Kind.OPEN) else None


def _separated(cursor: Cursor) -> bool:
    separated = cursor.current.breaks
    while cursor.take(*_SEPARATORS):
        separated = True
    return separated


def _clause(cursor: Cursor) -> Clause | None:
    rules: tuple[Rule[Clause | None], ...] = (
        _clock,
        _bracketed,
        recurrence,
        _moved,
        _by,
        _undated,
        _open,
        _dated,
        _since,
        _length,
    )
    while (clause := cursor.attempt(*rules)) is None:
        if not cursor.take(*_INTRODUCTIONS):
            return None
    return clause


def _clock(cursor: Cursor) -> Clock | None:
    """Read «10:00», «в 9.00», «с 15.00 до 16.30 (мск)»."""
    start = cursor.current
    if cursor.take(Kind.EDGE) and start.number != 1:
        return None
    cursor.take(Kind.SEMICOLON)
    preposition = cursor.take(Kind.IN, Kind.FROM)
    surely = preposition is not None and preposition.kind is Kind.IN
    if not _time(cursor, surely=surely):
        return None
    cursor.attempt(_end_of_clock)
    cursor.attempt(_zone)
    return Clock(read_times(cursor.since(start)))


def _end_of_clock(cursor: Cursor) -> Token | None:
    until = cursor.take(Kind.DASH, Kind.UNTIL, Kind.TO)
    return _time(cursor, surely=True) if until else None


def _time(cursor: Cursor, *, surely: bool) -> Token | None:
    """Read a time; numbers with a dot only where they `surely` are one, or cannot be a day."""
    token = cursor.take(Kind.CLOCK, Kind.NUMERIC_DAY) or cursor.attempt(
        partial(_dashed_time, surely=surely)
    )
    if token is None or token.kind is Kind.CLOCK or _TIME_OF_DAY.fullmatch(token.text):
        return token
    return token if surely and token.text.count(".") == 1 else None


def _dashed_time(cursor: Cursor, *, surely: bool) -> Token | None:
    """Read «15-00»; other minutes only where it `surely` is a time."""
    time = cursor.match(Kind.NUMBER, Kind.DASH, Kind.NUMBER)
    if time is None or len(time[2].text) != 2 or not (surely or time[2].number == 0):
        return None
    return time[0]._replace(kind=Kind.CLOCK)


def _zone(cursor: Cursor) -> Token | None:
    opened = cursor.take(Kind.OPEN)
    cursor.take(Kind.TO)
    zone = None
    while word := cursor.take(Kind.CLOCK_WORD):
        zone = word
    return cursor.take(Kind.CLOSE) if opened else zone


def _bracketed(cursor: Cursor) -> Clause | None:
    """Read «(4 дня)», «(перенос с 3 января)», «(14:00)», «(входной контроль)»."""
    opening = cursor.take(Kind.OPEN)
    if opening is None:
        return None
    cursor.take(Kind.IN)
    rules: tuple[Rule[Clause | None], ...] = (
        _clock,
        _length,
        _moved,
        recurrence,
        _by,
        _undated,
        _since,
    )
    found = cursor.attempt(*rules)
    if found and cursor.take(Kind.CLOSE):
        return found
    inside = cursor.take_until(Kind.CLOSE)
    return Remark(cursor.since(opening), tells=found is not None or _tells(inside))


def _moved(cursor: Cursor) -> Moved | None:
    """Read «перенос с 17 октября», «перенесён на 24 октября»."""
    if not cursor.take(Kind.MOVED):
        return None
    source = spot(cursor) if cursor.take(Kind.FROM) else None
    target = spot(cursor) if cursor.take(Kind.ONTO) else None
    return Moved(source, target) if source or target else None


def _by(cursor: Cursor) -> By | None:
    """Read «до 1 декабря», «не позднее чем за две недели до 4 декабря»."""
    start = cursor.current
    late = cursor.match(Kind.NOT, Kind.LATER)
    cursor.take(Kind.COMMA)
    cursor.take(Kind.LEAD)
    before = cursor.attempt(_before)
    up_to = None if late or before else cursor.take(Kind.UNTIL, Kind.TO)
    limit = moment(cursor) if late or before or up_to else None
    if limit is None:
        return None
    exclusive = before or (up_to and up_to.kind is Kind.UNTIL)
    return By(limit, cursor.since(start), before, inclusive=not exclusive)


def _before(cursor: Cursor) -> tuple[int, Unit] | None:
    if not cursor.take(Kind.BEFORE):
        return None
    number = cursor.take(*COUNTS)
    unit = cursor.take(Kind.UNIT)
    if unit is None or unit.unit not in _STEPS or not cursor.take(Kind.UNTIL):
        return None
    return number.number if number else 1, unit.unit


def _undated(cursor: Cursor) -> Undated | None:
    """Read «по отдельному графику», «дата уточняется», «по мере необходимости»."""
    for _ in range(_MOST_FILLERS):
        if not cursor.take(*_FILLERS):
            break
    told = cursor.take(Kind.SCHEDULE, Kind.DEMAND)
    if told is None:
        return None
    while cursor.take(Kind.WORD, Kind.SCHEDULE, Kind.DEMAND) or cursor.match(Kind.FROM, Kind.WORD):
        pass
    return Undated("schedule" if told.kind is Kind.SCHEDULE else "on_demand")


def _open(cursor: Cursor) -> Open | None:
    """Read «в течение всего учебного года», «весь год», «учебный год», «постоянно»."""
    if cursor.take(Kind.ALWAYS):
        return Open()
    cursor.take(*COUNTS, Kind.FURTHER)
    cursor.take(Kind.IN)
    during = cursor.take(Kind.DURING)
    whole = [cursor.take(kind) for kind in (Kind.ALL, Kind.SCHOOL)]
    if any(whole) and cursor.take(Kind.PERIOD):
        return Open()
    return Open() if cursor.take(Kind.UNIT, unit=Unit.YEAR) and any((*whole, during)) else None


def _length(cursor: Cursor) -> Length | None:
    """Read «4 дня», «полгода», «6 мес.»."""
    start = cursor.current
    number = cursor.take(*COUNTS)
    unit = cursor.take(Kind.UNIT)
    if unit is None or unit.unit not in _LENGTHS:
        return None
    if number is None and unit.unit is not Unit.HALF_YEAR:
        return None
    count = number.number if number else 1
    return Length(count, unit.unit, cursor.since(start)) if count <= _LONGEST else None


def _since(cursor: Cursor) -> Since | None:
    """Read «с октября», «не ранее 15 октября», «после 20 мая»."""
    after = cursor.take(Kind.AFTER)
    if not (after or cursor.take(Kind.FROM) or cursor.match(Kind.NOT, Kind.EARLIER)):
        return None
    first = moment(cursor)
    return Since(first, after=bool(after)) if first else None


def _dated(cursor: Cursor) -> Dated | None:
    """Read «15.10.2024», «2-4 октября», «с 1 по 5 мая», «29-30 (вторник-среда)»."""
    since = cursor.take(Kind.FROM)
    first = moment(cursor)
    if first is None:
        return None
    return cursor.attempt(partial(_stretch, first)) or (None if since else Dated(first))


def _stretch(first: Moment, cursor: Cursor) -> Dated | None:
    joint = cursor.take(Kind.DASH, Kind.TO, Kind.UNTIL)
    last = moment(cursor) if joint else None
    if joint is None or last is None:
        return None
    plain = Dated(first, last, until=joint.kind is Kind.UNTIL)
    return cursor.attempt(partial(_on_weekdays, first, last)) or plain


def _on_weekdays(first: Moment, last: Moment, cursor: Cursor) -> Dated | None:
    pair = cursor.match(Kind.OPEN, Kind.WEEKDAY, Kind.DASH, Kind.WEEKDAY, Kind.CLOSE)
    if pair is None or not (isinstance(first, Spot) and isinstance(last, Spot)):
        return None
    return Dated(replace(first, weekday=pair[1].number), replace(last, weekday=pair[3].number))
