"""Foreign tables as text, read and settled as an import does it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from textwrap import dedent

from rumo_cli.calendar.months import Month
from rumo_cli.calendar.years import AcademicYear
from rumo_cli.intake.mapping import ColumnMap
from rumo_cli.intake.registers import ReadingOptions, Register, read_register
from rumo_cli.intake.sources import read_source
from rumo_cli.intake.verdicts import Action, Settled, Settler
from rumo_cli.records import kind_of
from rumo_cli.records.directory import Directory
from rumo_cli.records.fields import ReadingContext
from rumo_cli.records.values import Record

THIS_YEAR = AcademicYear(2024)
TODAY = date(2024, 11, 15)
ASSOCIATIONS: tuple[Record, ...] = (
    {"code": "ОМО-01", "title": "ОМО учителей начальных классов"},
    {"code": "ОМО-04", "title": "ОМО учителей математики"},
    {"code": "ОМО-06", "title": "ОМО учителей физики"},
    {"code": "ОМО-07", "title": "ОМО учителей химии"},
    {"code": "ОМО-10", "title": "ОМО учителей истории и обществознания"},
)
DIRECTORY = Directory(ASSOCIATIONS)
NO_DIRECTORY = Directory()


@dataclass(frozen=True)
class Said:
    """What the command line and the store say of a file."""

    year: AcademicYear | None = None
    month: Month | None = None
    default: AcademicYear | None = THIS_YEAR
    header_row: int | None = None
    given: Record | None = None
    column_map: ColumnMap | None = None
    directory: Directory = DIRECTORY


def read(kind: str, text: str, said: Said | None = None, *, name: str = "файл.csv") -> Register:
    """Return the register that a text is, read as a file of that name."""
    said = said or Said()
    options = ReadingOptions(
        default_year=said.default,
        year=said.year,
        month=said.month,
        header_row=said.header_row,
        given=said.given or {},
        column_map=said.column_map or ColumnMap(),
    )
    context = ReadingContext(today=TODAY, directory=said.directory)
    grid = read_source(name, dedent(text).strip("\n").encode())
    return read_register(name, grid, kind_of(kind), options, context)


def settle(register: Register, stored: Mapping[int, Record] | None = None) -> Settled:
    """Return what an import of a register does to a store with these records of its kind."""
    records = dict(stored or {})
    return Settler(lambda key: records if key == register.kind.key else {}).settle(register)


def stored_after(settled: Settled, stored: Mapping[int, Record] | None = None) -> dict[int, Record]:
    """Return the records of the store after an import."""
    records = dict(stored or {})
    for verdict in settled.verdicts:
        if verdict.action is Action.UPDATED and verdict.number and verdict.number > 0:
            records[verdict.number] = verdict.record
        elif verdict.action is Action.ADDED:
            records[max(records, default=0) + 1] = verdict.record
    return records


def take(kind: str, text: str, said: Said | None = None) -> Settled:
    """Return what an import of a text into an empty store does."""
    return settle(read(kind, text, said))


def added(kind: str, text: str, said: Said | None = None) -> list[Record]:
    """Return the records that an import of a text into an empty store adds."""
    settled = take(kind, text, said)
    assert [str(error) for error in settled.errors] == []
    return [each.record for each in settled.verdicts if each.action is Action.ADDED]


def column(records: list[Record], key: str) -> list[object]:
    """Return what the records hold under one key."""
    return [record.get(key) for record in records]


def warnings(settled: Settled) -> list[str]:
    """Return the warnings as a person reads them."""
    return [str(problem) for problem in settled.warnings]


def errors(settled: Settled) -> list[str]:
    """Return the errors as a person reads them."""
    return [str(problem) for problem in settled.errors]


def actions(settled: Settled) -> list[str]:
    """Return what happens with each row."""
    return [verdict.action.value for verdict in settled.verdicts]
