"""Which academic year the rows of a file belong to."""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import NamedTuple

from rumo_cli.calendar.months import Month, find_month, month_number
from rumo_cli.calendar.years import AcademicYear, find_year
from rumo_cli.text import fold

_FULL_DATE = re.compile(r"\b\d{1,2}\.\s?\d{1,2}\.\s?(?:20)?\d\d\b")
_SCHOOL_YEAR = re.compile(r"\b(20\d\d) ?[-/] ?(?:20)?(\d\d)(?!\d)")
_WHOLE_DAY = re.compile(
    r"(?P<topic>(?:\b(?:по|на|с|со|до)|-) ?)?"
    r"\b\d{1,2}(?:\.\d{1,2}\.|[»\"]? (?P<month>[а-я]+) )(?P<year>20\d\d)\b"
)
_CALENDAR_YEAR = re.compile(r"(?:(?P<before>[а-я]+),? )?\b(?P<year>20\d\d)\b(?P<word> ?г)?")
_PERIODS = ("квартал", "полугоди", "весн", "осен", "зим", "лет")
_AUGUST = 8


class FileYear(NamedTuple):
    """What a title and the command line say of the time of a file's rows."""

    year: AcademicYear | None
    month: Month | None
    fixed: bool
    """Given by `--year`: a full date outside of it is an error."""
    calendar: int | None = None
    """The calendar year of «на сентябрь-декабрь 2024 года», where no academic year is named."""

    def of_day(self, month: int) -> AcademicYear | None:
        """Return the academic year that gives a day of the month its calendar year."""
        if self.calendar is None:
            return None
        return AcademicYear(self.calendar if month >= _AUGUST else self.calendar - 1)


def year_of_file(
    title: str, *, year: AcademicYear | None = None, month: Month | None = None
) -> FileYear:
    """Return the year from `--year`, else from the title's year or month; the month likewise."""
    named = month or find_month(title)
    if year:
        return FileYear(year, _with_year(named, year), fixed=True)
    found = _only_year(title) or (_year_of_month(named) if named else None)
    calendar = None if found else _calendar_year(title)
    if named and named.year is None and calendar:
        named = Month(calendar, named.month)
    return FileYear(
        found, _with_year(named, found) if found else named, fixed=False, calendar=calendar
    )


def most_common_year(texts: Iterable[str]) -> AcademicYear | None:
    """Return the academic year that most of the full dates and named months fall in.

    August is left out: it stands at the end of one year and at the beginning of the next plan.
    """
    return _most_common(_years_of(texts))


def _years_of(texts: Iterable[str]) -> Counter[AcademicYear]:
    days = (day for text in texts for day in _full_days(text))
    return Counter(AcademicYear.of(day) for day in days if day.month != _AUGUST)


def _most_common(years: Counter[AcademicYear]) -> AcademicYear | None:
    return years.most_common(1)[0][0] if years else None


class FallbackYear:
    """The year of the rows that nothing else dates: that of the file's full dates, or the default.

    Where rows have dates of their own (`dated`), their neighbours must agree on the year.
    """

    def __init__(self, texts: Iterable[str], default: AcademicYear | None, *, dated: bool) -> None:
        self._texts = texts
        self._default = default
        self._dated = dated
        self._asked = False

    @cached_property
    def _years(self) -> Counter[AcademicYear]:
        return _years_of(self._texts)

    @property
    def _found(self) -> AcademicYear | None:
        one = not self._dated or len(self._years) == 1
        return _most_common(self._years) if one else None

    def after(self, day: date) -> AcademicYear | None:
        """Return the year that a day of August opens: that of the rest of the file, or none."""
        if day.month != _AUGUST or self._found != AcademicYear(day.year):
            return None
        self._asked = True
        return self._found

    def __call__(self) -> AcademicYear | None:
        """Return the year; None where nothing may be guessed."""
        self._asked = True
        return self._found or self._default

    @property
    def note(self) -> str | None:
        """What to say of the year that rows were given."""
        if not self._asked or (self._found or self._default) is None:
            return None
        if self._found:
            return f"учебный год {self._found} взят из дат файла"
        return f"учебный год в файле не назван; взят {self._default}"


def _only_year(title: str) -> AcademicYear | None:
    """Return the academic year of a title; of several years there is none that holds for all."""
    pairs = {
        first
        for first, second in _SCHOOL_YEAR.findall(fold(title))
        if second == str(int(first) + 1)[-2:]
    }
    return find_year(title) if len(pairs) < 2 else None


def _calendar_year(title: str) -> int | None:
    """Return the calendar year of a title: of months, or of the days that the table is about.

    The day of an approval («30 августа 2024 г.») is of another time.
    """
    text = _WHOLE_DAY.sub(_year_of_topic, fold(title))
    years = {int(match["year"]) for match in _CALENDAR_YEAR.finditer(text) if _names_year(match)}
    return years.pop() if len(years) == 1 else None


def _year_of_topic(day: re.Match[str]) -> str:
    if day["month"] and not month_number(day["month"]):
        return day[0]
    return f" {day['year']} г" if day["topic"] else " "


def _names_year(match: re.Match[str]) -> bool:
    before = match["before"] or ""
    return bool(match["word"] or month_number(before) or before.startswith(_PERIODS))


def _full_days(text: str) -> Iterable[date]:
    from rumo_cli.calendar.days import read_days

    for match in _FULL_DATE.findall(text):
        try:
            day = read_days(match).start
        except ValueError:
            continue
        if day:
            yield day
    month = find_month(text)
    if month and month.year:
        yield date(month.year, month.month, 1)


def _year_of_month(month: Month) -> AcademicYear | None:
    return AcademicYear.of(date(month.year, month.month, 1)) if month.year else None


def _with_year(month: Month | None, year: AcademicYear) -> Month | None:
    if month is None or month.year:
        return month
    return Month(year.calendar_year(month.month), month.month)
