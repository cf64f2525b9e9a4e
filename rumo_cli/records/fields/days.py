"""Fields of dates and times: one day, several days, the days of an event, the hours."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from rumo_cli.calendar.clock import read_times
from rumo_cli.calendar.weekdays import show_day
from rumo_cli.calendar.years import check_year
from rumo_cli.records.fields.base import Content, FieldType, Reading, ReadingContext
from rumo_cli.records.fields.texts import Texts
from rumo_cli.records.values import Record, Value

if TYPE_CHECKING:
    from rumo_cli.calendar.days import Days as DaysRead


class Day(FieldType):
    """One day, kept as an ISO date; its cell may also hold the hour (`time` is its key)."""

    metavar: ClassVar[str] = "ДАТА"
    content: ClassVar[Content] = "day"
    dating: ClassVar[bool] = True

    def __init__(self, *, time: str | None = None) -> None:
        self.time = time

    def read(self, key: str, text: str, context: ReadingContext) -> Reading:
        """Understand a date in any of the notations of a register."""
        days = _read(text, context)
        if days.start is None:
            return Reading({}, (f"нет даты: «{text.strip()}»",))
        values: Record = {key: days.start.isoformat()}
        if days.times and self.time:
            values[self.time] = days.times.start
        more = days.end or days.dates or days.moved_from or (days.times and not self.time)
        notes = (f"взята только дата {show_day(days.start)}",) if more else ()
        return Reading(values, days.notes + notes)

    def show(self, value: Value) -> str:
        """Return the day as 15.10.2024."""
        return show_day(date.fromisoformat(str(value))) if value else ""

    def sort(self, value: Value) -> tuple[object, ...]:
        """Sort by the calendar."""
        return (value,)

    def matches(self, value: Value, wanted: str, context: ReadingContext) -> bool:
        """Tell whether the value is the wanted day."""
        return value == self.read("", wanted, context).values.get("")

    def schema(self) -> dict[str, object]:
        """Return the JSON Schema of a date."""
        return {"type": "string", "format": "date"}


class EventDay(Day):
    """The day that an event begins on; its cell may also hold its end, sittings, hour, old day."""

    companions = ("end_date", "dates", "date_text")

    def read(self, key: str, text: str, context: ReadingContext) -> Reading:
        """Understand «29-30 (вторник-среда)», «10 и 12 декабря», «22, перенос с 17 октября».

        What contradicts itself, «16 (четверг)», is kept as it was written, too; a person who then
        types a day without doubt has settled it.
        """
        days = _read(text, context)
        if days.start is None:
            return Reading({}, (f"даты нет: «{' '.join(text.split())}»",))
        values: Record = {key: days.start.isoformat()}
        if days.end:
            values["end_date"] = days.end.isoformat()
        if days.dates:
            values["dates"] = [day.isoformat() for day in days.dates]
        if days.moved_from:
            values["moved_from"] = days.moved_from.isoformat()
        if days.times:
            values["start_time"] = days.times.start
            if days.times.end:
                values["end_time"] = days.times.end
        if days.notes or context.typed:
            values["date_text"] = " ".join(text.split()) if days.notes else None
        return Reading(values, days.notes)


class Days(Texts):
    """Several days, kept as ISO dates."""

    metavar: ClassVar[str] = "ДАТА"
    wide = False
    _day = Day()

    def __init__(self) -> None:
        super().__init__(commas=False)

    def read(self, key: str, text: str, context: ReadingContext) -> Reading:
        """Understand each item, a list «10, 12 и 15 декабря» too."""
        days: list[str] = []
        notes: tuple[str, ...] = ()
        for item in self.split(text, context):
            listed = _read(item, context).dates
            reading = Reading({}) if listed else self._day.read("", item, context)
            days += [day.isoformat() for day in listed] or map(str, reading.values.values())
            notes += reading.notes
        return Reading({key: self.gathered(days)}, notes)

    def gathered(self, items: Iterable[str]) -> list[str]:
        """Return each day once, by the calendar."""
        return sorted(set(items))

    def show(self, value: Value) -> str:
        """Return the days one after another."""
        return "; ".join(map(self._day.show, value)) if isinstance(value, list) else ""

    def write(self, value: Value) -> str:
        """Return the days one a line."""
        return "\n".join(map(self._day.show, value)) if isinstance(value, list) else ""

    def matches(self, value: Value, wanted: str, context: ReadingContext) -> bool:
        """Tell whether the wanted day is one of them."""
        wanted_day = self._day.read("", wanted, context).values.get("")
        return isinstance(value, list) and wanted_day in value

    def schema(self) -> dict[str, object]:
        """Return the JSON Schema of a list of dates."""
        return {"type": "array", "items": self._day.schema()}


class Clock(FieldType):
    """An hour, kept as HH:MM; the cell of a beginning may also hold the end (`end` is its key)."""

    metavar: ClassVar[str] = "ВРЕМЯ"
    content: ClassVar[Content] = "clock"

    def __init__(self, *, end: str | None = None) -> None:
        self.end = end
        self.companions = (end,) if end else ()

    def read(self, key: str, text: str, context: ReadingContext) -> Reading:
        """Understand «15.00», «с 15.00 до 16.30»; words instead («по согласованию») are said."""
        try:
            times = read_times(text)
        except ValueError as error:
            if context.typed or any(character.isdigit() for character in text):
                raise
            return Reading({"notes": " ".join(text.split())}, (f"время не прочитано: {error}",))
        if self.end and times.end:
            return Reading({key: times.start, self.end: times.end})
        notes = (f"взято только начало {times.start}",) if times.end else ()
        return Reading({key: times.start}, notes)

    def matches(self, value: Value, wanted: str, context: ReadingContext) -> bool:
        """Tell whether the value is the wanted hour."""
        return value == self.read("", wanted, context).values[""]

    def schema(self) -> dict[str, object]:
        """Return the JSON Schema of an hour."""
        return {"type": "string", "pattern": "^[0-2][0-9]:[0-5][0-9]$"}


def _read(text: str, context: ReadingContext) -> "DaysRead":
    days = _typed(text, context) if context.typed else _of_file(text, context)
    for day in (days.start, days.end, days.moved_from, *days.dates):
        if day:
            check_year(day)
    return days


def _typed(text: str, context: ReadingContext) -> "DaysRead":
    """Read a day without a year as the one nearest today, or in the year that was named."""
    from rumo_cli.calendar.days import Days as DaysRead
    from rumo_cli.calendar.days import read_days, read_typed_day, read_typed_days

    if context.year_given and not _is_serial(text):
        with suppress(ValueError):
            return read_days(text, context.year)
    if _is_serial(text):
        return DaysRead(start=read_typed_day(text, context.today))
    with suppress(ValueError):
        return DaysRead(start=read_typed_day(text, context.today))
    return read_typed_days(text, context.today)


def _is_serial(text: str) -> bool:
    """Tell a bare number: in a cell it is Excel's number of a day, typed it is a slip."""
    whole, _, part = text.strip().partition(".")
    return (whole + part).isdigit() and len(whole) > 4


def _of_file(text: str, context: ReadingContext) -> "DaysRead":
    from rumo_cli.calendar.days import read_days

    try:
        return read_days(text, context.year, context.month)
    except ValueError:
        if "\n" not in text:
            raise
        # «5 ноября⏎вторник»: its lines are no list of days, but one line that was wrapped.
        return read_days(" ".join(text.split()), context.year, context.month)
