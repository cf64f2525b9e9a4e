"""Which academic year a row belongs to, and which month its days are of."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from rumo_cli.calendar.days import read_days
from rumo_cli.calendar.months import Month
from rumo_cli.calendar.years import AcademicYear
from rumo_cli.intake.dating import FallbackYear, FileYear
from rumo_cli.records.kind import Kind
from rumo_cli.records.values import Record


class RowTime(NamedTuple):
    """The academic year of a row, and the month that a day without one is of."""

    year: AcademicYear | None
    month: Month | None


class RowYears:
    """Settles the time of each row: its own column, the file, its date, what else there is."""

    def __init__(
        self,
        kind: Kind,
        file_year: FileYear,
        fallback: FallbackYear,
        named: Callable[[str, int], Record | None] | None = None,
    ) -> None:
        self._owners = [(each.key, other) for each, other in kind.id_fields if each.required]
        self._named = named
        self._date = kind.date or ""
        self._file = file_year
        self._fallback = fallback
        self.keys = ("academic_year", self._date, *(key for key, _ in self._owners))
        """The fields whose texts settle the time of a row, with the month that it stands under."""

    def of(self, cells: Mapping[str, str], month: Month | None) -> RowTime:
        """Return the time of a row that stands under a month.

        Raise `ValueError` for a year in the row's own column that is none, or not that of the
        import.
        """
        month = month or self._file.month
        if month and month.year is None and self._file.calendar:
            month = Month(self._file.calendar, month.month)
        year = self._own(cells) or self._of_owner(cells) or self._file.year
        year = year or self._of_date(cells, month) or self._fallback()
        if month and month.year is None and year:
            month = Month(year.calendar_year(month.month), month.month)
        return RowTime(year, month)

    def _own(self, cells: Mapping[str, str]) -> AcademicYear | None:
        text = cells.get("academic_year")
        year = AcademicYear.parse(text) if text else None
        if year and self._file.fixed and year != self._file.year:
            raise ValueError(f"загружается {self._file.year} учебный год, а в строке другой")
        return year

    def _of_owner(self, cells: Mapping[str, str]) -> AcademicYear | None:
        """Return the year of the record that the row's cannot be without: a task's route."""
        for key, kind in self._owners:
            text = cells.get(key, "").strip()
            if text.isdecimal() and self._named:
                owner = self._named(kind, int(text))
                return AcademicYear.parse(str(owner["academic_year"])) if owner else None
        return None

    def _of_date(self, cells: Mapping[str, str], month: Month | None) -> AcademicYear | None:
        """Return the year of the row's date, be its calendar year in the cell or in the title."""
        dated = month if month and month.year else None
        text = cells.get(self._date)
        day = _day(text, None, dated) if text else None
        if day:
            return self._fallback.after(day) or AcademicYear.of(day)
        if text and self._file.calendar:
            day = _day(text, AcademicYear(self._file.calendar), dated)
        if day:
            return self._file.of_day(day.month)
        return AcademicYear.of(date(dated.year, dated.month, 1)) if dated and dated.year else None


def _day(text: str, year: AcademicYear | None, month: Month | None) -> date | None:
    try:
        return read_days(text, year, month).start
    except ValueError:
        return None


@lru_cache(maxsize=4096)
def belongs(day: str, first: int) -> bool:
    """Tell whether an ISO day is of the academic year from `first`, or of the August before it."""
    of_day = date.fromisoformat(day)
    return of_day in AcademicYear(first) or (of_day.month == 8 and of_day.year == first)
