"""Weeks, Monday to Sunday: how `--week` names them, and how people print them."""

import re
from collections.abc import Container, Iterable
from datetime import date, timedelta

from rumo_cli.calendar.errors import CalendarError, UnreadableError
from rumo_cli.calendar.periods import Period, week_of
from rumo_cli.calendar.weekdays import show_day
from rumo_cli.calendar.years import AcademicYear
from rumo_cli.text import fold

__all__ = ["Period", "read_week", "show_week"]

_RELATIVE = {
    word: weeks
    for weeks, words in {
        -1: "last прошлая прошлую прошлой предыдущая предыдущую",
        0: "this эта эту этой текущая текущую текущей",
        1: "next следующая следующую следующей будущая будущую",
    }.items()
    for word in words.split()
}
_WORD = re.compile(r"(?:на )?(?P<which>[a-zа-я]+)(?: недел[яюе])?")
_NUMBERED = re.compile(r"(?P<year>\d{4})-?w(?P<week>\d\d?)")
_COUNTED = re.compile(
    r"(?:(?P<before>\d\d?)(?:-?[яю])? недел[яюе]|недел[яюе] (?:№ ?)?(?P<after>\d\d?))"
    r"(?:,? (?P<year>\d{4})(?: ?г(?:ода?)?\.?)?)?"
)
_EXPECTED = "ожидается неделя: this, next, last, дата, 14.10-20.10 или 2024-W45"


def read_week(text: str, today: date) -> Period:
    """Return the week of «this», «следующая», of a day in it, «14.10-20.10», «2024-W45».

    «45 неделя» counts as calendars print it (ISO 8601); without a year it is the one nearest to
    today. A day is taken as `read_typed_day` takes it. Raises `CalendarError` for any other text,
    and for a range of days that lies in two weeks.
    """
    try:
        return _read(fold(text), today)
    except OverflowError:
        raise CalendarError(f"такой недели в календаре нет: «{text.strip()}»") from None


def _read(text: str, today: date) -> Period:
    word = _WORD.fullmatch(text)
    if word and word["which"] in _RELATIVE:
        return week_of(today + timedelta(weeks=_RELATIVE[word["which"]]))
    if numbered := _NUMBERED.fullmatch(text):
        return _numbered_week(int(numbered["year"]), int(numbered["week"]))
    if counted := _COUNTED.fullmatch(text):
        number = int(counted["before"] or counted["after"])
        return _counted_week(number, int(counted["year"] or 0), today)
    from rumo_cli.calendar.days import read_typed_day

    try:
        return week_of(read_typed_day(text, today))
    except UnreadableError:
        return _week_of_range(text, today)


def _week_of_range(text: str, today: date) -> Period:
    """Read «14.10-20.10», «с 15 по 20 сентября»: a week as people print it.

    Without a year it is the nearest in which these days are one week.
    """
    near = AcademicYear.of(today)
    ranges = _ranges(text, (near, near.next, near.previous))
    ranges.sort(key=lambda days: abs(days.start - today))
    weeks = (week_of(days.start) for days in ranges if days.end <= week_of(days.start).end)
    if week := next(weeks, None):
        return week
    start, end = map(show_day, ranges[0])
    raise CalendarError(f"{start}-{end} — не одна неделя; для других дней есть --from и --to")


def _ranges(text: str, years: Iterable[AcademicYear]) -> list[Period]:
    """Return the days in each of the years that have them: «24.02-29.02» is in leap years alone."""
    found: list[Period] = []
    failures: list[CalendarError] = []
    for year in years:
        try:
            found.append(_range(text, year))
        except CalendarError as error:
            failures.append(error)
    if not found:
        raise failures[0]
    return found


def _range(text: str, year: AcademicYear) -> Period:
    from rumo_cli.calendar.days import read_days

    try:
        days = read_days(text, year)
    except UnreadableError:
        raise CalendarError(_EXPECTED) from None
    if days.start is None or days.end is None or days.times or days.moved_from:
        raise CalendarError(_EXPECTED)
    return Period(days.start, days.end)


def _counted_week(number: int, year: int, today: date) -> Period:
    if year:
        return _numbered_week(year, number)
    years = (year for year in (today.year, today.year + 1, today.year - 1) if _has(year, number))
    weeks = [_numbered_week(each, number) for each in years]
    if not weeks:
        raise CalendarError(f"нет такой недели: {number}")
    return min(weeks, key=lambda week: abs(week.start - today))


def _has(year: int, number: int) -> bool:
    return 1 <= number <= date(year, 12, 28).isocalendar().week


def _numbered_week(year: int, week: int) -> Period:
    try:
        return week_of(date.fromisocalendar(year, week, 1))
    except ValueError:
        raise CalendarError(f"нет такой недели: {year}-W{week:02}") from None


def show_week(week: Period, busy: Container[date] = (), *, today: date | None = None) -> str:
    """Return a week as schedules print it, Monday to Saturday: «15.09–20.09.2025».

    It goes to Sunday where one of the `busy` days is that. The year is left out where `today` is
    in the same one, and stands twice across New Year; the text can be typed back to `--week`.
    """
    last = week.end if week.end in busy else week.end - timedelta(days=1)
    years = {week.start.year, last.year}
    if len(years) > 1:
        return f"{show_day(week.start)}–{show_day(last)}"
    obvious = today is not None and years == {today.year}
    return f"{week.start:%d.%m}–{last:%d.%m}{'' if obvious else f'.{last.year:04}'}"
