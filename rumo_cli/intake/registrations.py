"""Exports of registration forms: who, from where, for which webinar, and when they said so."""

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from rumo_cli.calendar.days import read_days
from rumo_cli.errors import Refused
from rumo_cli.intake.grid import Grid, GridRow
from rumo_cli.intake.layout import Layout, RowKind, lay_out
from rumo_cli.intake.mapping import ColumnMap
from rumo_cli.intake.problems import Problem
from rumo_cli.intake.row_cells import RowCells
from rumo_cli.intake.table_notes import table_notes
from rumo_cli.records.attendees import Attendee
from rumo_cli.records.persons import name_parts
from rumo_cli.records.registration import REGISTRATION
from rumo_cli.text import fold, one_line

_NAME = ("surname", "given_name", "patronymic")
_WEBINAR = ("date", "time", "webinar")
_ISO = re.compile(r"(20\d\d)[-/.](\d\d?)[-/.](\d\d?)(?!\d)")
_AMERICAN = re.compile(r"(\d\d?)/(\d\d?)/(20\d\d)(?!\d)")
_DAY_FIRST = re.compile(r"\d\d?\.\d\d?\.20\d\d(?!\d)")


class Registration(NamedTuple):
    """A row: the person, the webinar or webinars in the words of the form, the day it was sent."""

    source: GridRow
    attendee: Attendee
    webinar: str
    sent: date | None


@dataclass
class Registrations:
    """What a table of registrations holds; `webinar_heading` is its column of webinars."""

    file: str
    grid: Grid
    webinar_heading: str | None
    rows: list[Registration] = field(default_factory=list)
    errors: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        """Return the file, and where in it the table stands."""
        return self.grid.in_file(self.file)


def read_registrations(
    file: str,
    grid: Grid,
    *,
    header_row: int | None = None,
    column_map: ColumnMap | None = None,
    webinar_named: bool = False,
) -> Registrations:
    """Read a table of registrations; a row without a name is an error of it.

    Raise `Refused`, the file in front, for a table without names, or without a column of webinars
    where no webinar was named for all of it.
    """
    known = column_map or ColumnMap()
    try:
        layout = lay_out(grid, REGISTRATION, header_row=header_row, aliases=known.columns)
        headings = _headings(layout)
        _check(layout, headings, webinar_named=webinar_named)
    except Refused as error:
        raise Refused(f"{grid.in_file(file)}: {error}") from None
    notes = [*grid.notes, *table_notes(REGISTRATION, layout, (), lambda section: True)]
    found = Registrations(file, grid, headings.get("webinar") or headings.get("date"), notes=notes)
    cells = RowCells(REGISTRATION, layout.columns, known.words)
    for laid in layout.rows:
        if laid.kind is RowKind.DATA:
            _take(found, laid.source, cells.of(laid), headings)
    return found


def _headings(layout: Layout) -> dict[str, str]:
    """Return what the file calls each field, the leftmost of several columns first."""
    columns = layout.columns
    places = sorted(columns.fields, reverse=True)
    return {columns.fields[place].key: columns.headings[place] for place in places}


def _check(layout: Layout, headings: Mapping[str, str], *, webinar_named: bool) -> None:
    there = ", ".join(f"«{heading}»" for heading in layout.columns.headings if heading)
    if not {"person", "surname"} & headings.keys():
        raise Refused(
            f"нет столбца «ФИО» или «Фамилия»; есть: {there}. Назовите столбец так или укажите "
            "соответствие (--map ФАЙЛ.toml)."
        )
    if not ({"webinar", "date"} & headings.keys() or webinar_named):
        raise Refused(
            f"нет столбца «Вебинар»; есть: {there}. Назовите вебинар для всего файла "
            "(--webinar ID) или укажите соответствие столбцов (--map ФАЙЛ.toml)."
        )


def _take(
    found: Registrations, source: GridRow, cells: Mapping[str, str], headings: Mapping[str, str]
) -> None:
    name = one_line(cells.get("person") or " ".join(cells.get(key, "") for key in _NAME))
    if not name_parts(name):
        heading = headings.get("person") or headings["surname"]
        found.errors.append(Problem.at(source, "не указано, кто это: имени нет", heading))
        return
    attendee = Attendee(
        name,
        one_line(cells.get("organisation", "")),
        one_line(cells.get("municipality", "")),
        frozenset(_contacts(cells)),
    )
    webinar = " ".join(cells[key] for key in _WEBINAR if key in cells)
    found.rows.append(Registration(source, attendee, webinar, _day(cells.get("moment", ""))))


def _contacts(cells: Mapping[str, str]) -> Sequence[str]:
    email = fold(cells.get("email", ""))
    digits = "".join(filter(str.isdigit, cells.get("phone", "")))[-10:]
    return [each for each in (email if "@" in email else "", digits) if len(each) > 5]


def _day(moment: str) -> date | None:
    """Return the day that a form was sent; None where that cannot be told for sure."""
    with suppress(ValueError):
        if iso := _ISO.match(moment):
            return date(*map(int, iso.groups()))
        if american := _AMERICAN.match(moment):
            return _american(*map(int, american.groups()))
        day_first = _DAY_FIRST.match(moment)
        return read_days(day_first[0] if day_first else moment).start
    return None


def _american(month: int, day: int, year: int) -> date | None:
    """Return the day of «10/15/2024»; that of «3/4/2025» is not sure."""
    return date(year, month, day) if day > 12 or day == month else None
