"""Days and ranges of days of an academic year: its terms, its holidays."""

from itertools import pairwise
from typing import ClassVar

from rumo_cli.calendar.periods import Period
from rumo_cli.calendar.weekdays import show_day
from rumo_cli.calendar.years import AcademicYear
from rumo_cli.records.fields.base import Reading, ReadingContext
from rumo_cli.records.fields.texts import Texts, at_commas


class Periods(Texts):
    """Several periods of the year, kept as «04.11.2024» or «02.09.2024-25.10.2024», in order.

    `exactly` is how many there are where that is settled: a year has four terms.
    """

    metavar: ClassVar[str] = "ДАТЫ"
    wide = False

    def __init__(self, *, exactly: int | None = None) -> None:
        super().__init__()
        self.exactly = exactly

    def read(self, key: str, text: str, context: ReadingContext) -> Reading:
        """Understand days and ranges in any notation of a register; they may not overlap."""
        year = context.year or AcademicYear.of(context.today)
        found = sorted(_read(item, year) for item in self.split(text, context))
        if self.exactly and len(found) != self.exactly:
            raise ValueError(f"нужно периодов: {self.exactly}, названо: {len(found)}")
        for one, next_one in pairwise(found):
            if next_one.start <= one.end:
                raise ValueError(f"{_show(one)} и {_show(next_one)} пересекаются")
        return Reading({key: [_show(each) for each in found]})

    def split(self, text: str, context: ReadingContext) -> list[str]:
        """Split at lines, semicolons and commas, typed or not: no notation of a period has them."""
        del context
        lines = text.replace(";", "\n").splitlines()
        return [item for line in lines for item in at_commas(line)]


def _read(text: str, year: AcademicYear) -> Period:
    from rumo_cli.calendar.days import read_days

    days = read_days(text, year)
    if days.start is None or days.dates or days.times or days.moved_from:
        raise ValueError(f"«{text}»: ожидается день или период, например 01.09-25.10")
    period = Period(days.start, days.end or days.start)
    if period.start not in year or period.end not in year:
        raise ValueError(f"{_show(period)} вне {year} учебного года")
    return period


def _show(period: Period) -> str:
    start, end = map(show_day, period)
    return start if start == end else f"{start}-{end}"
