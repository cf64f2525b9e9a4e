"""A period in words: «14–19 октября 2024 года», «октябрь 2024 года»."""

from datetime import date

from rumo_cli.calendar.months import month_name
from rumo_cli.calendar.periods import Period, whole_months


def spoken_period(period: Period) -> str:
    """Return a period as a title says it; one that is open at an end says the other alone."""
    start, end = period
    if end == date.max:
        return "все дни" if start == date.min else f"с {spoken_date(start)}"
    if start == date.min:
        return f"по {spoken_date(end)}"
    if start == end:
        return spoken_date(start)
    if (start.year, start.month) == (end.year, end.month):
        return _within_month(period)
    since = day_and_month(start) if start.year == end.year else spoken_date(start)
    return f"{since} – {spoken_date(end)}"


def during(period: Period) -> str:
    """Return when something takes place: «с 14 по 19 октября 2024 года», «в октябре 2024 года»."""
    start, end = period
    if end == date.max:
        return "" if start == date.min else f"начиная {_since(start)} {spoken_date(start)}"
    if start == date.min:
        return f"по {spoken_date(end)}"
    if start == end:
        return spoken_date(start)
    if period == whole_months(start.year, start.month, start.year, start.month):
        return f"в {month_name(start.month, genitive=True)[:-1]}е {start.year} года"
    if (start.year, start.month) == (end.year, end.month):
        first = str(start.day)
    else:
        first = day_and_month(start) if start.year == end.year else spoken_date(start)
    return f"{_since(start)} {first} по {spoken_date(end)}"


def _since(day: date) -> str:
    """Return the preposition: «со второго», but «с двадцать второго»."""
    return "со" if day.day == 2 else "с"


def spoken_date(day: date) -> str:
    """Return a day in words: «14 октября 2024 года»."""
    return f"{day_and_month(day)} {day.year} года"


def _within_month(period: Period) -> str:
    start, end = period
    if period == whole_months(start.year, start.month, start.year, start.month):
        return f"{month_name(start.month)} {start.year} года"
    return f"{start.day}–{spoken_date(end)}"


def day_and_month(day: date) -> str:
    """Return a day without its year: «14 октября»."""
    return f"{day.day} {month_name(day.month, genitive=True)}"
