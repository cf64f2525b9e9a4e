"""A deadline or a term: what was written, and what was understood."""

import re
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar

from rumo_cli.calendar.months import Month, month_name
from rumo_cli.calendar.terms import SchoolCalendars
from rumo_cli.calendar.weekdays import show_day
from rumo_cli.calendar.years import AcademicYear
from rumo_cli.records.fields.base import Field, FieldType, Reading, ReadingContext
from rumo_cli.records.fields.choices import Choice, Option
from rumo_cli.records.fields.days import Day
from rumo_cli.records.fields.frequencies import Frequency
from rumo_cli.records.fields.numbers import Whole
from rumo_cli.records.fields.texts import Text
from rumo_cli.records.values import Record
from rumo_cli.text import tidy

if TYPE_CHECKING:
    from rumo_cli.calendar.deadlines import Deadline

_UNTIL = re.compile(r"до ", re.IGNORECASE)

UNCLEAR = frozenset({"unknown", "error", "missing"})
"""Kinds of deadline that a person has to look at."""


_UNDERSTOOD = (
    "deadline_kind",
    "deadline_start",
    "deadline_end",
    "deadline_frequency",
    "deadline_note",
)


class DeadlineText(FieldType):
    """The literal of a deadline; what is understood of it fills the fields beside it."""

    metavar: ClassVar[str] = "СРОК"
    dating: ClassVar[bool] = True
    wide = True

    def __init__(self, *, occurrences: bool = False, term: bool = False) -> None:
        self.occurrences = occurrences
        self.term = term
        self.companions = (*_UNDERSTOOD, *(("occurrences_planned",) if occurrences else ()))

    def read(self, key: str, text: str, context: ReadingContext) -> Reading:
        """Keep the literal and understand it for the academic year; what is doubtful is said."""
        year = context.year or AcademicYear.of(context.today)
        literal, found = _dated(tidy(text), year, context)
        doubt = found.note
        if self.term and found.kind == "unknown":
            found, doubt = _lasting(literal, year, context.calendars)
        values = {key: literal, **term_values(found)}
        if self.occurrences:
            values["occurrences_planned"] = found.occurrences
        return Reading(values, (f"срок: {doubt}",) if doubt else ())


def _lasting(text: str, year: AcademicYear, calendars: SchoolCalendars) -> "tuple[Deadline, str]":
    """Return what a term may be that is no deadline, and what to say: not of a length.

    What it is counted from is another field's to tell.
    """
    from rumo_cli.calendar.deadlines import read_term

    found = read_term(text, year, calendars=calendars)
    return found, found.note if found.kind == "unknown" else ""


def term_values(found: "Deadline") -> Record:
    """Return what was understood of a deadline or term as the fields beside its literal."""
    return {
        "deadline_kind": found.kind,
        "deadline_start": found.start.isoformat() if found.start else None,
        "deadline_end": found.end.isoformat() if found.end else None,
        "deadline_frequency": found.frequency,
        "deadline_note": found.note or None,
    }


def _dated(text: str, year: AcademicYear, context: ReadingContext) -> "tuple[str, Deadline]":
    """Return a deadline as it is kept, and what it means.

    A day alone is of the month that its table stands under, and is kept with that; so is «завтра»,
    where a person typed it, as that day: the words mean the same wherever they are read again.
    """
    from rumo_cli.calendar.deadlines import read_deadline

    found = read_deadline(text, year, context.calendars)
    if found.kind == "unknown" and context.typed:
        day = _typed_day(text, context)
        return (day, read_deadline(day, year, context.calendars)) if day else (text, found)
    if found.kind == "unknown" and context.month:
        of_month = _in_month(text, context.month)
        dated = read_deadline(of_month, year, context.calendars)
        if dated.kind != "unknown":
            return of_month, dated
    return text, found


def _typed_day(text: str, context: ReadingContext) -> str | None:
    """Return «завтра», «до пятницы» with the day that is meant; None where no day is."""
    from rumo_cli.calendar.days import read_typed_day

    limit = _UNTIL.match(text)
    words = limit[0] if limit else ""
    with suppress(ValueError):
        return words + show_day(read_typed_day(text[len(words) :], context.today))
    return None


def _in_month(text: str, month: Month) -> str:
    """Return a day alone with its month: «20 (воскресенье)» as «20 октября 2024 (воскресенье)»."""
    day, bracket, remark = text.partition("(")
    year = f" {month.year}" if month.year else ""
    return f"{day.strip()} {month_name(month.month, genitive=True)}{year} {bracket}{remark}".strip()


def deadline(
    label: str,
    *headings: str,
    occurrences: bool = False,
    term: bool = False,
    missed: str | None = None,
) -> tuple[Field, ...]:
    """Describe a deadline or term: the literal and what is understood of it.

    The kinds are those of the notations that plans really use: a date, a month, a range, a limit
    («до 1 декабря»), a recurrence, or words that name no date on purpose. A `term` may be a mere
    length too: «6 мес.».
    """
    fields = (
        Field(
            "deadline_text",
            label,
            DeadlineText(occurrences=occurrences, term=term),
            headings,
            option="deadline",
            shown=True,
            missed=missed,
        ),
        Field("deadline_kind", f"{label}: вид", DEADLINE_KIND, default="missing", derived=True),
        Field("deadline_start", f"{label}: начало", Day(), derived=True),
        Field("deadline_end", f"{label}: окончание", Day(), derived=True),
        Field("deadline_frequency", f"{label}: периодичность", Frequency(), derived=True),
        Field("deadline_note", f"{label}: замечание", Text(), derived=True),
    )
    if not occurrences:
        return fields
    return (
        *fields,
        Field("occurrences_planned", "Раз по плану", Whole()),
        Field("occurrences_done", "Раз выполнено", Whole()),
    )


DEADLINE_KIND = Choice(
    Option("date", "дата"),
    Option("datetime", "дата и время"),
    Option("month", "месяц"),
    Option("month+open", "с месяца и весь год"),
    Option("range", "период"),
    Option("multirange", "несколько периодов"),
    Option("list", "несколько дат"),
    Option("by", "не позднее даты"),
    Option("open", "в течение года"),
    Option("recurring", "повторяется"),
    Option("schedule", "по отдельному графику"),
    Option("on_demand", "по мере необходимости"),
    Option("unknown", "не прочитан"),
    Option("missing", "не указан"),
    Option("error", "ошибка в сроке"),
)
