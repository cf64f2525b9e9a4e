"""When each occurrence of what comes again is due.

«Каждый понедельник» and «последняя пятница месяца» are due on these days, «до 25 числа каждого
месяца» by that day, «ежемесячно» within each month from September to May, «ежеквартально» within
each calendar quarter from October, «1 раз в четверть» within each term. So many times in a
quarter, a term, a half-year or a year are spread evenly: the k-th of n by the end of the k-th
n-th part, where a year is its months of teaching. What comes once a year has the whole year.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta

from rumo_cli.calendar.periods import Period, ten_days_of, week_of, whole_months
from rumo_cli.calendar.recurrence import InMonth, Recurrence
from rumo_cli.calendar.terms import SchoolCalendar
from rumo_cli.calendar.words import Unit
from rumo_cli.calendar.years import AcademicYear

MOST = 366
"""What comes oftener than daily is not counted one by one."""

_SHORT = {Unit.WEEK, Unit.MONTH}
_PART_DAYS = {Unit.DAY: 1, Unit.WEEK: 7, Unit.DECADE: 10, Unit.HALF: 15}
_LAST_PARTS = {(Unit.DECADE, 3), (Unit.HALF, 2)}
_DAY = timedelta(days=1)


def due_periods(
    recurrence: Recurrence, window: Period | None, year: AcademicYear, school: SchoolCalendar
) -> tuple[Period, ...]:
    """Return the periods in which the occurrences of a year are due, the earliest first.

    `window` narrows them to some months. There are none for what comes daily or oftener.
    """
    if recurrence.unit is Unit.DAY or recurrence.count > MOST:
        return ()
    units = _units(recurrence, _within(recurrence, window, year, school), year, school)
    count = 1 if recurrence.on else recurrence.count
    expected = -(-len(units) * count // recurrence.every)
    if not 0 < expected <= MOST:
        return ()
    groups = list(_grouped(units, recurrence.every))
    if count > 1:
        groups = [part for group in groups for part in _times(recurrence, group)]
    return tuple(groups[:expected])


def pauses(recurrence: Recurrence) -> bool:
    """Say whether something comes so often that it pauses in summer unless told otherwise."""
    several = recurrence.unit is Unit.YEAR and recurrence.count > 1
    return several or recurrence.unit in _SHORT


def spread(count: int, period: Period) -> tuple[Period, ...]:
    """Return a period cut into parts of nearly the same length, at most `MOST` of them.

    A part is a day at least: where there are more parts than days, some are the same day.
    """
    count = min(count, MOST)
    days = (period.end - period.start).days + 1
    parts = range(1, count + 1)
    ends = [period.start + timedelta(days=-(-days * part // count) - 1) for part in parts]
    starts = [period.start, *(end + _DAY for end in ends)]
    return tuple(Period(min(pair), pair[1]) for pair in zip(starts[:-1], ends, strict=True))


def separate(periods: Sequence[Period]) -> tuple[Period, ...]:
    """Return what a list of periods holds one by one; days in a row are one event of some days."""
    found: list[Period] = []
    for period in sorted(periods):
        if found and period.start == period.end and period.start - found[-1].end <= _DAY:
            found[-1] = Period(found[-1].start, max(found[-1].end, period.end))
        else:
            found.append(period)
    return tuple(found)


def _within(
    recurrence: Recurrence, window: Period | None, year: AcademicYear, school: SchoolCalendar
) -> Period:
    """Return the days that matter: of the year and the August before it."""
    if window is not None:
        august = year.start - timedelta(days=31)
        return Period(max(window.start, august), min(window.end, year.end))
    return school.teaching if pauses(recurrence) else Period(year.start, year.end)


def _units(
    recurrence: Recurrence, window: Period, year: AcademicYear, school: SchoolCalendar
) -> list[Period]:
    match recurrence.unit:
        case Unit.WEEK:
            units = list(_weeks(recurrence.weekdays, window))
        case Unit.MONTH:
            units = list(_in_months(_months(window), recurrence.on))
        case Unit.QUARTER:
            units = list(_quarters(year))
        case Unit.TERM:
            units = list(school.terms)
        case Unit.HALF_YEAR:
            units = list(school.half_years)
        case _:
            units = [window]
    if recurrence.edge:
        units = [ten_days_of(unit, recurrence.edge) for unit in units]
    return [_clipped(unit, window) for unit in units if _touches(unit, window, recurrence.on)]


def _touches(unit: Period, window: Period, on: Sequence[InMonth]) -> bool:
    return bool(on) or (unit.start <= window.end and unit.end >= window.start)


def _clipped(unit: Period, window: Period) -> Period:
    end = max(min(unit.end, window.end), window.start)
    return Period(min(max(unit.start, window.start), end), end)


def _weeks(weekdays: Sequence[int], window: Period) -> Iterable[Period]:
    from dateutil.rrule import WEEKLY, rrule

    start, end = _moments(window)
    for moment in rrule(WEEKLY, byweekday=weekdays or (0,), dtstart=start, until=end):
        day = moment.date()
        yield Period(day, day) if weekdays else week_of(day)


def _months(window: Period) -> Iterable[date]:
    from dateutil.rrule import MONTHLY, rrule

    start, end = _moments(window)
    return (moment.date() for moment in rrule(MONTHLY, dtstart=start.replace(day=1), until=end))


def _moments(window: Period) -> tuple[datetime, datetime]:
    return datetime.combine(window.start, time()), datetime.combine(window.end, time())


def _in_months(firsts: Iterable[date], on: Sequence[InMonth]) -> Iterable[Period]:
    """Return months, or the parts of them or the days in them that something is due on."""
    for first in firsts:
        month = whole_months(first.year, first.month, first.year, first.month)
        yield from sorted(_in_month(month, each) for each in on) if on else [month]


def _in_month(month: Period, on: InMonth) -> Period:
    if on.weekday is not None:
        return _weekday_in(month, on.weekday, on.number)
    days = _PART_DAYS[on.unit]
    if on.number == -1:
        return Period(month.end - timedelta(days=days - 1), month.end)
    start = min(month.start + timedelta(days=days * (on.number - 1)), month.end)
    end = min(start + timedelta(days=days - 1), month.end)
    end = month.end if (on.unit, on.number) in _LAST_PARTS else end
    return Period(month.start if on.by else start, end)


def _weekday_in(month: Period, weekday: int, number: int) -> Period:
    """Return the second Tuesday or the last Friday of a month; a fifth may be the last."""
    from dateutil.relativedelta import relativedelta
    from dateutil.relativedelta import weekday as day_of_week

    edge = month.end if number == -1 else month.start
    day = edge + relativedelta(weekday=day_of_week(weekday, number))
    day = day if day <= month.end else day - timedelta(weeks=1)
    return Period(day, day)


def _quarters(year: AcademicYear) -> Iterable[Period]:
    first, second = year.first, year.first + 1
    yield whole_months(first, 10, first, 12)
    for month in (1, 4, 7):
        yield whole_months(second, month, second, month + 2)


def _grouped(units: Sequence[Period], every: int) -> Iterable[Period]:
    for place in range(0, len(units), every):
        group = units[place : place + every]
        yield Period(group[0].start, group[-1].end)


def _times(recurrence: Recurrence, unit: Period) -> Sequence[Period]:
    """Return when something is due that comes several times in a unit: a short one has one end."""
    if recurrence.unit in _SHORT:
        return [unit] * recurrence.count
    return spread(recurrence.count, unit)
