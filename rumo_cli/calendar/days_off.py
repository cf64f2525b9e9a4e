"""Days off in Russia: Sundays, public holidays, and the days that make up for them.

Labour Code (Трудовой кодекс), article 112: what the holidays are; one that falls on a Saturday or
a Sunday moves that day off to the next working day, but for those of January, which the
government moves by a decree each year, with other days too. A year without a known decree has the
rule alone. Saturdays are no days off here: schools work on them, and webinars are held.
"""

from collections.abc import Container, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from rumo_cli.calendar.periods import Period
from rumo_cli.calendar.weekdays import show_day

_HOLIDAYS = {
    (1, 7): "Рождество Христово",
    (2, 23): "День защитника Отечества",
    (3, 8): "Международный женский день",
    (5, 1): "Праздник Весны и Труда",
    (5, 9): "День Победы",
    (6, 12): "День России",
    (11, 4): "День народного единства",
}
_NEW_YEAR = range(1, 9)
_DECREES = {
    2018: "06.01-09.03 07.01-02.05 28.04-30.04 09.06-11.06 29.12-31.12",
    2019: "05.01-02.05 06.01-03.05 23.02-10.05",
    2020: "04.01-04.05 05.01-05.05",
    2021: "02.01-05.11 03.01-31.12 20.02-22.02",
    2022: "01.01-03.05 02.01-10.05 05.03-07.03",
    2023: "01.01-24.02 08.01-08.05",
    2024: "06.01-10.05 07.01-31.12 27.04-29.04 02.11-30.04 28.12-30.12",
    2025: "04.01-02.05 05.01-31.12 23.02-08.05 08.03-13.06 01.11-03.11",
    2026: "03.01-09.01 04.01-31.12",
}
"""Days off as the government moved them: from a day to a day of the same year."""

_SATURDAY = 5
_SUNDAY = 6


@dataclass(frozen=True)
class OwnDays:
    """What a region has beside the days of the whole country: days off, and days worked."""

    off: tuple[Period, ...] = ()
    worked: frozenset[date] = frozenset()


def why_off(day: date, own: OwnDays | None = None) -> str | None:
    """Return why nobody works on a day, «праздник: День России», or None where people do."""
    if own and day in own.worked:
        return None
    if own and any(period.start <= day <= period.end for period in own.off):
        return "нерабочий день по настройкам учебного года"
    if holiday := holiday_on(day):
        return f"праздник: {holiday}"
    if source := _moved(day.year).get(day):
        return f"выходной, перенос с {show_day(source)}"
    return "воскресенье" if day.weekday() == _SUNDAY else None


def holiday_on(day: date) -> str | None:
    """Return the name of a public holiday, or None."""
    named = _HOLIDAYS.get((day.month, day.day))
    return named or ("Новогодние каникулы" if day.month == 1 and day.day in _NEW_YEAR else None)


@lru_cache
def _moved(year: int) -> dict[date, date]:
    """Return the days off of a year that make up for others, with the day that each stands for."""
    moved = dict(_decreed(year))
    settled = {*moved.values()}
    for month, number in _HOLIDAYS:
        holiday = date(year, month, number)
        if month > 1 and holiday.weekday() >= _SATURDAY and holiday not in settled:
            moved[_next_working_day(holiday, moved)] = holiday
    return moved


def _decreed(year: int) -> Iterator[tuple[date, date]]:
    for pair in _DECREES.get(year, "").split():
        source, target = (_day(year, text) for text in pair.split("-"))
        yield target, source


def _day(year: int, text: str) -> date:
    day, month = map(int, text.split("."))
    return date(year, month, day)


def _next_working_day(day: date, off: Container[date]) -> date:
    while day.weekday() >= _SATURDAY or holiday_on(day) or day in off:
        day += timedelta(days=1)
    return day
