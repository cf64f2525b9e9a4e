"""From the rows of a laid-out table to incoming records, every trouble with its place."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from rumo_cli.calendar.years import AcademicYear
from rumo_cli.intake.belonging import Belonging
from rumo_cli.intake.cell_readings import CellReadings
from rumo_cli.intake.dating import FallbackYear, FileYear
from rumo_cli.intake.layout import LaidRow, Layout
from rumo_cli.intake.problems import Problem
from rumo_cli.intake.row_cells import RowCells
from rumo_cli.intake.row_years import RowTime, RowYears, belongs
from rumo_cli.intake.unread import status_in_passing
from rumo_cli.records.fields import (
    AssociationCodes,
    Field,
    Owner,
    Reading,
    ReadingContext,
    RecordId,
)
from rumo_cli.records.kind import Key, Kind
from rumo_cli.records.references import references
from rumo_cli.records.values import Record


@dataclass(slots=True)
class Incoming:
    """A row that was read: the record it holds, what is doubtful and what is wrong in it."""

    laid: LaidRow
    record: Record
    warnings: list[Problem] = field(default_factory=list)
    errors: list[Problem] = field(default_factory=list)
    repeats: str | None = None
    """What earlier row of the file this one repeats, and what differs."""
    inherited: Mapping[str, str] = field(default_factory=dict)
    """The cells by key that are empty in the row and stand for those of the row above."""
    keys: tuple[Key, ...] = ()
    """The natural keys of the record, the surest first; none where they were not asked for."""


class RowReader:
    """Reads the data rows of one table, in their order."""

    def __init__(
        self,
        kind: Kind,
        layout: Layout,
        file_year: FileYear,
        fallback: FallbackYear,
        context: ReadingContext,
        given: Record,
        words: Mapping[str, Mapping[str, str]] | None = None,
    ) -> None:
        self._kind = kind
        self._columns = layout.columns
        self._fixed = file_year.fixed
        self._years = RowYears(kind, file_year, fallback, context.named)
        self._context = replace(context, own=layout.columns.own)
        self._given = given
        self.cells = RowCells(kind, layout.columns, words or {})
        self._headings = _headings(kind, layout)
        fields = layout.columns.fields.values()
        self._missed = [each for each in fields if each.missed and not layout.columns.own]
        self.belonging = Belonging(kind, layout, context.directory, given)
        self._sectioned = "section" in kind.by_key
        self._readings: dict[RowTime, CellReadings] = {}
        self._readings_by_texts: dict[tuple[object, ...], CellReadings] = {}
        self._naming_associations = {
            each.key for each in kind.fields if isinstance(each.type, AssociationCodes | Owner)
        }
        held = {each.key for each in fields} | given.keys()
        self._naming_records = {
            each.key for each in kind.fields if isinstance(each.type, RecordId) and each.key in held
        }
        self._unknown_associations: set[str] = set()

    def read(self, laid: LaidRow) -> Incoming:
        """Read one row."""
        cells = self.cells.of(laid)
        incoming = Incoming(laid, {}, inherited=self.cells.from_above)
        readings = self._readings_of(incoming, cells)
        record, plain = incoming.record, readings.plain
        for key, text in cells.items():
            values = plain[key].get(text)
            if values is None:
                self._read_cell(incoming, self._kind.by_key[key], text, readings)
            else:
                record.update(values)
        self._finish(incoming, cells, readings.context.year)
        return incoming

    @property
    def notes(self) -> list[str]:
        """What to say once of all rows."""
        notes = []
        if self.belonging.taken:
            notes.append(f"записи отнесены к {self.belonging.taken}: так в заголовке таблицы")
        inherited = ", ".join(f"«{self._headings[key]}»" for key in self.cells.inherited)
        if inherited:
            notes.append(f"пустые ячейки взяты из строк выше: {inherited}")
        return notes

    def _readings_of(self, incoming: Incoming, cells: Mapping[str, str]) -> CellReadings:
        """Settle the academic year of the row, and the month that its days belong to."""
        month = self.cells.month(incoming.laid)
        texts = (month, *map(cells.get, self._years.keys))
        readings = self._readings_by_texts.get(texts)
        if readings is None:
            try:
                time = self._years.of(cells, month)
            except ValueError as error:
                each = self._kind.by_key["academic_year"]
                self._complain(incoming, each, cells[each.key], str(error))
                return self._readings_for(RowTime(None, None))
            readings = self._readings_by_texts[texts] = self._readings_for(time)
        if self._kind.yearly:
            self._take_year(incoming, readings.year)
        return readings

    def _take_year(self, incoming: Incoming, year: str | None) -> None:
        if year:
            incoming.record["academic_year"] = year
        else:
            message = "учебный год не назван, а август стоит между двумя; укажите --year"
            incoming.errors.append(Problem.at(incoming.laid.source, message))

    def _readings_for(self, time: RowTime) -> CellReadings:
        if time not in self._readings:
            context = replace(self._context, year=time.year, month=time.month)
            self._readings[time] = CellReadings(self._kind, context)
        return self._readings[time]

    def _read_cell(
        self, incoming: Incoming, each: Field, text: str, readings: CellReadings
    ) -> None:
        if each.derived and each.key != "id":
            return
        reading = readings.of(each, text)
        if isinstance(reading, ValueError):
            self._complain(incoming, each, text, str(reading))
        else:
            self._take(incoming, each, reading, text)

    def _take(self, incoming: Incoming, each: Field, reading: Reading, text: str) -> None:
        values = reading.values or {"notes": " ".join(text.split())}
        if values.get("notes"):
            self._take_remark(incoming, each, str(values["notes"]))
            values = {key: value for key, value in values.items() if key != "notes"}
        incoming.record.update(values)
        for note in reading.notes:
            self._warn(incoming, each, text, note)
        if each.key in self._naming_associations:
            self._say_unknown_associations(incoming, each, text)

    def _take_remark(self, incoming: Incoming, each: Field, remark: str) -> None:
        """Add to the notes what a cell says beyond its field."""
        key = self._kind.remarks
        line = remark if each.key == key else f"{self._headings[each.key]}: {remark}"
        kept = incoming.record.get(key)
        incoming.record[key] = f"{kept}\n{line}" if kept else line

    def _say_unknown_associations(self, incoming: Incoming, each: Field, text: str) -> None:
        directory = self._context.directory
        value = incoming.record.get(each.key)
        names = value if isinstance(value, list) else [str(value)]
        for name in names if directory else ():
            unknown = not directory.knows(name) and name != each.default
            if unknown and name not in self._unknown_associations:
                self._unknown_associations.add(name)
                message = f"ОМО «{name}» нет в справочнике; оставлено как текст"
                self._warn(incoming, each, text, message)

    def _finish(
        self, incoming: Incoming, cells: Mapping[str, str], year: AcademicYear | None
    ) -> None:
        record = incoming.record
        if not self._columns.own:
            self._take_from_around(incoming, cells)
        if self._given:
            record.update(self._given)
        self._kind.infer(record)
        self._kind.settle(record, dict(record))
        for each in self._kind.required:
            if not record.get(each.key):
                self._say_required(incoming, each)
        if self._naming_records:
            self._check_named(incoming)
        self._check_year(incoming, cells, year)
        for each in self._missed:
            if each.key not in cells:
                self._warn(incoming, each, None, each.missed or "")

    def _take_from_around(self, incoming: Incoming, cells: Mapping[str, str]) -> None:
        """Take what the section, the title and remarks in other cells say of the record."""
        record, section = incoming.record, incoming.laid.section
        if section and self._sectioned:
            record.setdefault("section", section)
        self.belonging.fill(record, section)
        said = status_in_passing(self._kind, record, cells)
        if said:
            record.update(said.reading.values)
            each = self._kind.by_key[said.key]
            self._warn(incoming, each, cells[said.key], said.reading.notes[0])

    def _say_required(self, incoming: Incoming, each: Field) -> None:
        heading = self._headings[each.key]
        if heading not in {problem.column for problem in incoming.errors}:
            message = "пустая ячейка, а без этого значения записи быть не может"
            incoming.errors.append(Problem.at(incoming.laid.source, message, heading))

    def _check_named(self, incoming: Incoming) -> None:
        """Say of an id that names no record: an error where the record cannot be without it.

        In a file of rumo's own what it names may come with another file.
        """
        if self._context.named is None:
            return
        for each, kind, number in references(self._kind, incoming.record):
            if self._context.named(kind, number) is None:
                strict = each.required and not self._columns.own
                say = self._complain if strict else self._warn
                say(incoming, each, str(number), f"{kind} {number}: такой записи нет")

    def _check_year(
        self, incoming: Incoming, cells: Mapping[str, str], year: AcademicYear | None
    ) -> None:
        """Say of a full date that lies outside of the year of the file."""
        key = self._kind.date
        day = incoming.record.get(key) if key else None
        if key is None or day is None or year is None or belongs(str(day), year.first):
            return
        each = self._kind.by_key[key]
        message = f"дата {each.type.show(day)} — вне {year} учебного года"
        say = self._complain if self._fixed else self._warn
        say(incoming, each, cells.get(each.key), message)

    def _warn(self, incoming: Incoming, each: Field, text: str | None, message: str) -> None:
        heading = self._headings[each.key]
        incoming.warnings.append(Problem.at(incoming.laid.source, message, heading, text))

    def _complain(self, incoming: Incoming, each: Field, text: str | None, message: str) -> None:
        heading = self._headings[each.key]
        incoming.errors.append(Problem.at(incoming.laid.source, message, heading, text))


def _headings(kind: Kind, layout: Layout) -> dict[str, str]:
    """Return what the file calls each field, the leftmost of several columns first."""
    called = {each.key: each.label for each in kind.fields}
    for place in sorted(layout.columns.fields, reverse=True):
        called[layout.columns.fields[place].key] = layout.columns.headings[place]
    return called
