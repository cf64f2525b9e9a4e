"""Weeks, Monday to Sunday, as `--week` names them."""

import re
from datetime import date, timedelta

from rumo_cli.calendar.days import read_typed_day
from rumo_cli.calendar.errors import CalendarError, UnreadableError
from rumo_cli.calendar.periods import Period
from rumo_cli.text import fold

__all__ = ["Period", "read_week"]

_RELATIVE = {
    "this": 0,
    "эта": 0,
    "эту": 0,
    "текущая": 0,
    "next": 1,
    "следующая": 1,
    "следующую": 1,
    "last": -1,
    "прошлая": -1,
    "прошлую": -1,
}
_NUMBERED = re.compile(r"(\d{4})-w(\d\d?)")


def read_week(text: str, today: date) -> Period:
    """Return the week of «this», «next», «last», of a day in it, or of «2024-W45».

    The three words are taken in Russian too, and a day as `read_typed_day` takes it. Raises
    `CalendarError` for any other text.
    """
    try:
        return _read(text, today)
    except OverflowError:
        raise CalendarError(f"такой недели в календаре нет: «{text.strip()}»") from None


def _read(text: str, today: date) -> Period:
    word = fold(text)
    if word in _RELATIVE:
        return _week_of(today + timedelta(weeks=_RELATIVE[word]))
    if numbered := _NUMBERED.fullmatch(word):
        return _numbered_week(int(numbered[1]), int(numbered[2]))
    try:
        return _week_of(read_typed_day(text, today))
    except UnreadableError:
        raise CalendarError("ожидается неделя: this, next, last, дата или 2024-W45") from None


def _week_of(day: date) -> Period:
    monday = day - timedelta(days=day.weekday())
    return Period(monday, monday + timedelta(days=6))


def _numbered_week(year: int, week: int) -> Period:
    try:
        return _week_of(date.fromisocalendar(year, week, 1))
    except ValueError:
        raise CalendarError(f"нет такой недели: {year}-W{week:02}") from None
