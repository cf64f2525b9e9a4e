"""Which academic year a command reads or writes."""

import re
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from commands.app import ALL_YEARS, App
from rumo_cli.calendar.periods import Period
from rumo_cli.calendar.years import AcademicYear
from rumo_cli.errors import NotFound, Refused
from rumo_cli.records import kind_of
from rumo_cli.records.closed_years import closed, is_closed
from rumo_cli.records.event_days import event_days
from rumo_cli.records.kind import Kind
from rumo_cli.records.values import Record
from store.contract import Snapshot

_AUGUST = 8
_LIKE_AN_ID = re.compile(r"\d{1,15}", re.ASCII)


class Dated(NamedTuple):
    """The academic year of a record, and what to say of how it was found."""

    year: AcademicYear
    note: str | None = None


def check_year_exists(app: App, snapshot: Snapshot) -> None:
    """Raise `NotFound` where `--year` names a year that the store does not know."""
    named = app.year_named
    if named is None or named == ALL_YEARS or str(named) in snapshot.years():
        return
    if named == AcademicYear.of(app.today):
        return
    raise unknown(snapshot, named)


def settings_of(snapshot: Snapshot, year: AcademicYear) -> Record:
    """Return the settings of a year; `NotFound` where the store does not know it."""
    years = snapshot.years()
    if str(year) not in years:
        raise unknown(snapshot, year)
    return years[str(year)]


def unknown(snapshot: Snapshot, year: AcademicYear | str) -> NotFound:
    """Return the message of a year that the store does not know."""
    known = ", ".join(snapshot.years()) or "пока ни одного"
    return NotFound(f"Учебного года {year} в хранилище нет; есть: {known}.")


def check_open(snapshot: Snapshot, year: str) -> None:
    """Raise `Refused` where a year is closed."""
    if is_closed(snapshot.years().get(year, {})):
        raise closed(year)


def years_in(snapshot: Snapshot, window: Period) -> list[str]:
    """Return the known years that days fall in; an August belongs to the coming year as well."""
    years = (AcademicYear.parse(year) for year in snapshot.years())
    return [str(each) for each in years if _touches(each, window)]


def _touches(year: AcademicYear, window: Period) -> bool:
    august = date(year.first, _AUGUST, 1)
    return window.start <= year.end and window.end >= august


def year_to_write(
    app: App, kind: Kind, typed: Mapping[str, list[str]], snapshot: Snapshot | None
) -> Dated:
    """Return the year that a new record is written to.

    Where `--year` is not given, the record that the new one belongs to decides (a task's route),
    else the years named in the typed dates and deadlines. A day without a year is settled by
    `year_of_day` later. In August what nothing dates goes to the coming year if that is open.
    """
    from rumo_cli.intake.dating import most_common_year

    owning = _year_of_owner(app, kind, typed, snapshot)
    if app.year_named is not None:
        return Dated(app.single_year)
    dated = owning or most_common_year(_dating_texts(kind, typed))
    has_day = any(text.strip() for text in typed.get(kind.date or "", ()))
    settled = dated or has_day or app.year_default is not None or not kind.yearly
    if settled or app.today.month != _AUGUST:
        return Dated(dated or app.default_year)
    return _coming_year(app, snapshot)


def _dating_texts(kind: Kind, typed: Mapping[str, list[str]]) -> list[str]:
    dating = [each.key for each in kind.fields if each.type.dating]
    return [text for key in dating for text in typed.get(key, ())]


def _year_of_owner(
    app: App, kind: Kind, typed: Mapping[str, list[str]], snapshot: Snapshot | None
) -> AcademicYear | None:
    """Return the year of the record that a new one cannot be without, where it names one by id."""
    for each, other in kind.id_fields:
        text = "".join(typed.get(each.key, ())).strip()
        if each.required and _LIKE_AN_ID.fullmatch(text) and snapshot:
            owner = snapshot.get(other, int(text))
            if owner:
                check_year_of(app, kind_of(other), {"id": int(text), **owner})
                return AcademicYear.parse(str(owner["academic_year"]))
    return None


def year_of_day(app: App, kind: Kind, record: Record, written: AcademicYear) -> AcademicYear:
    """Return the year that a typed date puts its record into.

    With `--year` a date outside of it is refused, but for the August before the year.
    """
    days = event_days(record, kind.date) if kind.date else None
    if days is None:
        return written
    typed = date.fromisoformat(days.first)
    of_day = AcademicYear.of(typed)
    if app.year_named is None or of_day == written:
        return of_day
    if typed.month == _AUGUST and typed.year == written.first:
        return written
    field = kind.by_key[kind.date or ""]
    raise Refused(
        f"--{field.option_name} {field.type.show(days.first)}: дата вне {written} учебного года. "
        f"Уберите --year или укажите --year {of_day}."
    )


def default_year_of_import(app: App, snapshot: Snapshot | None) -> AcademicYear | None:
    """Return the year of rows that nothing dates; None in August, where it cannot be guessed."""
    if app.year_default is not None or app.today.month != _AUGUST:
        return app.default_year
    coming = AcademicYear.of(app.today).next
    return coming if snapshot and str(coming) in snapshot.years() else None


def _coming_year(app: App, snapshot: Snapshot | None) -> Dated:
    ending = AcademicYear.of(app.today)
    coming = ending.next
    if snapshot and str(coming) in snapshot.years():
        return Dated(coming, f"Август: записано в наступающий {coming} учебный год.")
    raise Refused(
        f"Август стоит между двумя учебными годами. Назовите год: --year {ending} "
        f"или --year {coming}."
    )


def check_year_of(app: App, kind: Kind, record: Record) -> None:
    """Raise `NotFound` where a record that was named by id lies outside of a given `--year`."""
    year = record.get("academic_year")
    if not kind.yearly or app.year_named in (None, ALL_YEARS) or year == str(app.year_named):
        return
    raise NotFound(
        f"{kind.key} {record['id']} — запись {year} учебного года, а не {app.year_named}."
    )
