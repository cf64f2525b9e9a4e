"""A year's records as figures and checks read them, out of a store."""

from commands.app import App
from commands.reading import calendars_in, records_in, records_of
from commands.years import check_year_exists
from rumo_cli.calendar.years import AcademicYear
from rumo_cli.figures.figure import Figures
from rumo_cli.figures.registry import figures_of
from rumo_cli.figures.year_records import YearRecords
from rumo_cli.records import MODULES, kind_of
from rumo_cli.records.own_text import TEXT
from rumo_cli.records.values import Record
from store.contract import Snapshot


def year_records(app: App, snapshot: Snapshot, year: AcademicYear | None = None) -> YearRecords:
    """Return the records and settings of a year, by default of the command's."""
    if year is None:
        check_year_exists(app, snapshot)
        year = app.single_year
    return YearRecords(
        year,
        app.today,
        {key: _records(snapshot, key, year) for key in (*MODULES, TEXT.key)},
        snapshot.years().get(str(year), {}),
        calendars_in(snapshot),
    )


def year_figures(app: App, snapshot: Snapshot) -> tuple[YearRecords, Figures]:
    """Return the records of the command's year, and its figures beside those of the year before."""
    now, before = years_beside(app, snapshot)
    return now, figures_of(now, before)


def years_beside(
    app: App, snapshot: Snapshot, year: AcademicYear | None = None
) -> tuple[YearRecords, YearRecords | None]:
    """Return the records of a year, by default the command's, and of the one before, if known."""
    now = year_records(app, snapshot, year)
    before = now.year.previous
    known = str(before) in snapshot.years()
    return now, year_records(app, snapshot, before) if known else None


def _records(snapshot: Snapshot, key: str, year: AcademicYear) -> list[Record]:
    kind = kind_of(key)
    return records_in(snapshot, kind, [str(year)]) if kind.yearly else records_of(snapshot, kind)
