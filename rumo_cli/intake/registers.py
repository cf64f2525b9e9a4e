"""A register: one file or sheet that was read, before it meets the store."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from rumo_cli.calendar.months import Month
from rumo_cli.calendar.years import AcademicYear
from rumo_cli.errors import Refused
from rumo_cli.intake.dating import FallbackYear, year_of_file
from rumo_cli.intake.grid import Grid
from rumo_cli.intake.layout import LaidRow, Layout, RowKind, lay_out
from rumo_cli.intake.mapping import ColumnMap
from rumo_cli.intake.problems import Problem
from rumo_cli.intake.repetitions import mark_repetitions
from rumo_cli.intake.rows import Incoming, RowReader
from rumo_cli.intake.table_notes import table_notes
from rumo_cli.intake.totals import check_totals, totals_of_what_fell_through
from rumo_cli.records.fields import ReadingContext
from rumo_cli.records.kind import Kind
from rumo_cli.records.values import Record


@dataclass(frozen=True)
class ReadingOptions:
    """What a person said of the files: where the heading is, which year, which values."""

    default_year: AcademicYear | None
    """The year of what nothing dates; None where nothing may be guessed."""
    year: AcademicYear | None = None
    month: Month | None = None
    header_row: int | None = None
    given: Record = field(default_factory=dict)
    """Values that every row gets (`--set`)."""
    column_map: ColumnMap = field(default_factory=ColumnMap)
    demanding: bool = True
    """Whether a table is refused that lacks a column which records cannot be without."""


@dataclass
class Register:
    """What a table holds: incoming records, rows passed over, and what to say of it."""

    file: str
    kind: Kind
    grid: Grid
    layout: Layout
    incoming: list[Incoming]
    notes: list[str]
    warnings: list[Problem]

    @property
    def name(self) -> str:
        """Return the file, and where in it the table stands."""
        return self.grid.in_file(self.file)

    @property
    def passed_over(self) -> Iterable[LaidRow]:
        """Return the rows that hold no record."""
        return (laid for laid in self.layout.rows if laid.kind is not RowKind.DATA)


def read_register(
    file: str,
    grid: Grid,
    kind: Kind,
    options: ReadingOptions,
    context: ReadingContext,
    progress: Callable[[Iterable[LaidRow], int], Iterable[LaidRow]] = lambda rows, _: rows,
) -> Register:
    """Read a grid as a register of a kind; `Refused` names the file where it is none."""
    try:
        layout = lay_out(
            grid,
            kind,
            header_row=options.header_row,
            aliases=options.column_map.columns,
            given=_given(kind, options),
        )
    except Refused as error:
        raise Refused(f"{grid.in_file(file)}: {error}") from None
    year = year_of_file(layout.title, year=options.year, month=options.month)
    fallback = FallbackYear(_dated_texts(layout), options.default_year, dated=bool(kind.date))
    reader = RowReader(
        kind, layout, year, fallback, context, options.given, options.column_map.words
    )
    data = [laid for laid in layout.rows if laid.kind is RowKind.DATA]
    incoming = [reader.read(laid) for laid in progress(data, len(data))]
    mark_repetitions(kind, incoming)
    notes = [*grid.notes, *([fallback.note] if fallback.note and kind.yearly else [])]
    told = "section" in kind.by_key
    notes += reader.notes + table_notes(
        kind,
        layout,
        reader.cells.month_heading,
        lambda section: told or reader.belonging.names(section),
    )
    notes += totals_of_what_fell_through(layout, incoming)
    return Register(file, kind, grid, layout, incoming, notes, check_totals(layout, incoming))


def _given(kind: Kind, options: ReadingOptions) -> frozenset[str]:
    """Return the keys that no column is demanded for."""
    spared = () if options.demanding else (each.key for each in kind.required)
    return frozenset((*options.given, *spared))


def associations_in(registers: Iterable[Register]) -> list[Record]:
    """Return the ОМО that the registers bring: the directory that serves the others."""
    directories = (each for each in registers if each.kind.key == "omo")
    return [row.record for each in directories for row in each.incoming if not row.errors]


def _dated_texts(layout: Layout) -> Iterable[str]:
    places = [place for place, each in layout.columns.fields.items() if each.type.dating]
    for laid in layout.rows:
        if laid.kind is RowKind.DATA:
            cells = laid.source.cells
            yield from (cells[place] for place in places if place < len(cells))
