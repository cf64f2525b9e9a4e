"""What the settings of the academic years say of school: terms, days off, days that are worked."""

from collections.abc import Iterable, Mapping
from datetime import date

from rumo_cli.calendar.days_off import OwnDays
from rumo_cli.calendar.periods import Period
from rumo_cli.calendar.terms import USUAL, SchoolCalendars, school_calendar
from rumo_cli.calendar.years import AcademicYear
from rumo_cli.errors import Refused
from rumo_cli.records.fields import ReadingContext
from rumo_cli.records.fields.deadlines import DeadlineText
from rumo_cli.records.values import Record

Settings = Mapping[str, Record]
"""The settings of years by their names, «2024-2025»."""

_DEADLINE = "deadline_text"


def calendars_of(years: Settings) -> SchoolCalendars:
    """Return the school calendars of a store's years; `Refused` names terms that are none."""
    named = {name: settings for name, settings in years.items() if settings.get("terms")}
    own = {AcademicYear.parse(name): _terms(name, named[name]) for name in named}
    return SchoolCalendars(own) if own else USUAL


def own_days_of(years: Settings) -> OwnDays | None:
    """Return the days off of a store's years, and the days that are worked; None without any."""
    off = [period for name in years for period in _periods(name, years[name], "holidays")]
    worked = [day for settings in years.values() for day in _list(settings, "working_days")]
    if not (off or worked):
        return None
    return OwnDays(tuple(off), frozenset(map(date.fromisoformat, worked)))


def reread(record: Record, before: SchoolCalendars, now: SchoolCalendars) -> Record:
    """Return a record as its deadline reads once the terms have changed.

    It is the same record where the words mean the same: what a person set beside the deadline
    stays then.
    """
    if not record.get(_DEADLINE):
        return record
    read = DeadlineText(occurrences="occurrences_planned" in record)
    text, year = str(record[_DEADLINE]), AcademicYear.parse(str(record["academic_year"]))
    old, new = (
        read.read(_DEADLINE, text, ReadingContext(year.start, year, calendars=calendars)).values
        for calendars in (before, now)
    )
    changed = {key: value for key, value in new.items() if old[key] != value}
    return record | changed if changed else record


def _terms(name: str, settings: Record) -> tuple[Period, ...]:
    terms = tuple(_periods(name, settings, "terms"))
    try:
        return school_calendar(AcademicYear.parse(name), terms).terms
    except ValueError as error:
        raise _wrong(name, "terms", str(error)) from None


def _periods(name: str, settings: Record, key: str) -> Iterable[Period]:
    from rumo_cli.calendar.days import read_days

    for text in _list(settings, key):
        try:
            days = read_days(text, AcademicYear.parse(name))
        except ValueError as error:
            raise _wrong(name, key, f"«{text}»: {error}") from None
        if days.start:
            yield Period(days.start, days.end or days.start)


def _list(settings: Record, key: str) -> list[str]:
    found = settings.get(key)
    return found if isinstance(found, list) else []


def _wrong(name: str, key: str, what: str) -> Refused:
    return Refused(
        f"Настройки {name} учебного года, {key}: {what}. "
        f"Исправьте: rumo year set {key}=… --year {name}"
    )
