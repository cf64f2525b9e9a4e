"""Records as commands read them out of a store: with their ids among their values."""

from collections.abc import Collection, Iterable

from commands.app import App
from commands.describing import command_of
from commands.years import check_open, check_year_of
from rumo_cli.calendar.terms import USUAL, SchoolCalendars
from rumo_cli.errors import NotFound
from rumo_cli.records.directory import Directory
from rumo_cli.records.kind import Kind
from rumo_cli.records.school_days import calendars_of
from rumo_cli.records.values import Record
from store.contract import Snapshot


def with_id(number: int, record: Record) -> Record:
    """Return a record with its id among its values."""
    return {"id": number, **record}


def records_of(snapshot: Snapshot, kind: Kind, years: Iterable[str] = ()) -> list[Record]:
    """Return the records of a kind in the order of their ids.

    These are the records of all open years, and of those of `years` that are closed.
    """
    records = snapshot.all(kind.key, years)
    for number, record in records.items():
        record["id"] = number  # a copy of a copy would cost a fifth of reading them
    return list(records.values())


def records_in(snapshot: Snapshot, kind: Kind, years: Collection[str]) -> list[Record]:
    """Return the records of a kind in some academic years, open or closed, and in no other."""
    records = records_of(snapshot, kind, years)
    return [each for each in records if each["academic_year"] in years]


def find_record(snapshot: Snapshot, kind: Kind, number: int) -> Record:
    """Return a record by id; `NotFound` says how to see which there are."""
    record = snapshot.get(kind.key, number)
    if record is None:
        raise NotFound(missing(kind.key, number))
    return with_id(number, record)


def find_in_year(app: App, snapshot: Snapshot, kind: Kind, number: int) -> Record:
    """Return a record by id; `NotFound` where it lies outside of a given `--year`, too."""
    record = find_record(snapshot, kind, number)
    check_year_of(app, kind, record)
    return record


def find_to_change(app: App, snapshot: Snapshot, kind: Kind, number: int) -> Record:
    """Return a record by id; `Refused` where its year is closed."""
    record = find_in_year(app, snapshot, kind, number)
    check_open(snapshot, str(record.get("academic_year")))
    return record


def missing(kind: str, number: int) -> str:
    """Return the message of an id that no record has."""
    return f"{kind} {number}: такой записи нет. Номера записей показывает {command_of(kind)} list."


def calendars_in(snapshot: Snapshot | None) -> SchoolCalendars:
    """Return the school calendars of a store's years, the usual ones where it says nothing."""
    return calendars_of(snapshot.years()) if snapshot else USUAL


def directory_of(snapshot: Snapshot | None) -> Directory:
    """Return the directory of associations of a store."""
    return Directory(snapshot.all("omo").values() if snapshot else ())
