"""The academic year: 1 September to 31 August, written «2024-2025»."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Self

from rumo_cli.calendar.errors import CalendarError
from rumo_cli.calendar.months import month_name
from rumo_cli.calendar.weekdays import show_day
from rumo_cli.text import fold

_FIRST_MONTH = 9
_AUGUST = 8
_PAIR = r"(?P<first>(?:19|20)\d\d) ?[-/] ?(?P<second>\d{4}|\d\d)"
_WHOLE = re.compile(rf"{_PAIR} ?(?:уч[а-я]*\.?)? ?(?:г[а-я]*\.?)?")
_INSIDE = re.compile(rf"(?<![\d-]){_PAIR}(?![-/.]?\d)(?P<school> ?уч)?")
_CENTURIES = range(1900, 2100)
_DIGITS_BEFORE = re.compile(r"\d\)? ?\Z")


@dataclass(frozen=True, order=True)
class AcademicYear:
    """The year that begins on 1 September of the calendar year `first`."""

    first: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the year of «2024-2025», «2024/25», «2024–2025 учебный год» and the like.

        Raises `CalendarError` where the text is no such notation, or the second year is not the
        one after the first.
        """
        match = _WHOLE.fullmatch(fold(text))
        if match is None:
            raise CalendarError("ожидается учебный год, например 2024-2025")
        if not _follows(match):
            expected = int(match["first"]) + 1
            raise CalendarError(f"второй год должен быть {expected}: {match[0]}")
        return cls(int(match["first"]))

    @classmethod
    def of(cls, day: date) -> Self:
        """Return the year that `day` falls in."""
        return cls(day.year if day.month >= _FIRST_MONTH else day.year - 1)

    @property
    def start(self) -> date:
        """1 September."""
        return date(self.first, _FIRST_MONTH, 1)

    @property
    def end(self) -> date:
        """31 August."""
        return date(self.first + 1, _AUGUST, 31)

    @property
    def previous(self) -> "AcademicYear":
        """The year before."""
        return AcademicYear(self.first - 1)

    @property
    def next(self) -> "AcademicYear":
        """The year after."""
        return AcademicYear(self.first + 1)

    def calendar_year(self, month: int) -> int:
        """Return the calendar year of a month without one: August–December is the first."""
        return self.first if month >= _AUGUST else self.first + 1

    def day(self, month: int, day: int) -> date:
        """Return the date of a day without a year; `CalendarError` where there is no such day."""
        year = self.calendar_year(month)
        try:
            return date(year, month, day)
        except ValueError:
            raise CalendarError(f"нет такого дня: {_in_words(day, month, year)}") from None

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end

    def __str__(self) -> str:
        return f"{self.first}-{self.first + 1}"


def check_year(day: date) -> None:
    """Raise `CalendarError` for a day whose year has no notation: in 3024 a digit is wrong."""
    if AcademicYear.of(day).first not in _CENTURIES:
        raise CalendarError(f"проверьте год: {show_day(day)}")


def find_year(text: str) -> AcademicYear | None:
    """Return the academic year that a longer title names, or None.

    A pair of years before «уч» always counts; another only where no digits stand beside it, as
    they do in a telephone number.
    """
    folded = fold(text)
    for match in _INSIDE.finditer(folded):
        beside_digits = _DIGITS_BEFORE.search(folded[max(0, match.start() - 3) : match.start()])
        if _follows(match) and (match["school"] or not beside_digits):
            return AcademicYear(int(match["first"]))
    return None


def _follows(match: re.Match[str]) -> bool:
    following = str(int(match["first"]) + 1)
    return match["second"] in {following, following[-2:]}


def _in_words(day: int, month: int, year: int) -> str:
    if not 1 <= month <= 12:
        return f"{day}.{month:02}"
    words = f"{day} {month_name(month, genitive=True)}"
    return f"{words} {year} года" if (day, month) == (29, 2) else words
