"""Registrations meet the store: which webinars they are looked for among, and what is written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from commands.app import ALL_YEARS, App
from commands.changes import put_record
from commands.years import check_open
from rumo_cli.intake.attendance import (
    Counted,
    Counting,
    Meaning,
    YearsOf,
    by_title,
    count_registrations,
    years_of,
)
from rumo_cli.intake.registrations import Registrations
from rumo_cli.intake.webinar_finder import Found
from rumo_cli.records.values import Record
from rumo_cli.records.webinar import WEBINAR
from store.contract import Snapshot, Transaction


@dataclass(frozen=True)
class Counter:
    """Counts the people of some tables, at the webinars they name or at the one of a `number`."""

    tables: Sequence[Registrations]
    counting: Counting
    number: int | None
    years_of: YearsOf

    def count(self, snapshot: Snapshot) -> Counted:
        """Return what would become of the webinars; `Refused` where one is of a closed year."""
        webinars = snapshot.all(WEBINAR.key, self._years(snapshot))
        found = count_registrations(self.tables, webinars, self._meaning(webinars), self.counting)
        for year in sorted({str(each.before["academic_year"]) for each in found.changed}):
            check_open(snapshot, year)
        return found

    def write(self, transaction: Transaction) -> Counted:
        """Write what becomes of the webinars, and return it."""
        found = self.count(transaction)
        for each in found.changed:
            put_record(transaction, WEBINAR, each.number, each.after)
        return found

    def _meaning(self, webinars: Mapping[int, Record]) -> Meaning:
        if self.number is None:
            return by_title(webinars, self.years_of)
        named = Found((self.number,))
        return lambda row: named

    def _years(self, snapshot: Snapshot) -> list[str]:
        """Return the known years that the rows may be about."""
        if self.number is not None:
            return []
        asked = {self.years_of(row) for table in self.tables for row in table.rows}
        named = {str(year) for years in asked for year in years}
        every = frozenset() in asked
        return [year for year in snapshot.years() if every or year in named]


def years_asked(app: App) -> YearsOf:
    """Return what tells the years of a row: those of the command line, else its own."""
    if app.year_named is None:
        default = app.default_year
        return lambda row: years_of(row, default)
    wanted = frozenset([] if app.year_named == ALL_YEARS else [app.single_year])
    return lambda row: wanted
