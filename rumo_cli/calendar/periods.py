"""A period: a first day and a last day, both included."""

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

_NINE_DAYS = timedelta(days=9)


class Period(NamedTuple):
    """The days from `start` to `end`, both included."""

    start: date
    end: date


def whole_months(first_year: int, first_month: int, last_year: int, last_month: int) -> Period:
    """Return the period from the first day of one month to the last day of another."""
    last_day = monthrange(last_year, last_month)[1]
    return Period(date(first_year, first_month, 1), date(last_year, last_month, last_day))


def week_of(day: date) -> Period:
    """Return the week that a day is in, Monday to Sunday."""
    monday = day - timedelta(days=day.weekday())
    return Period(monday, monday + timedelta(days=6))


def ten_days_of(whole: Period, edge: int) -> Period:
    """Return the first (1), middle (2) or last (3) ten days of a period."""
    if edge == 1:
        return Period(whole.start, min(whole.end, whole.start + _NINE_DAYS))
    if edge == 3:
        return Period(max(whole.start, whole.end - _NINE_DAYS), whole.end)
    middle = whole.start + (whole.end - whole.start - _NINE_DAYS) / 2
    return Period(middle, middle + _NINE_DAYS)


def is_of_whole_months(period: Period) -> bool:
    """Say whether a period begins with a month and ends with one."""
    return period.start.day == 1 and period.end.day == monthrange(*period.end.timetuple()[:2])[1]
