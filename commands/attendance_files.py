"""The exports of registration forms that a command names: read, and what of them cannot be."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field

from rumo_cli.errors import Refused
from rumo_cli.intake.choosing import sheets_named
from rumo_cli.intake.mapping import ColumnMap, read_column_map
from rumo_cli.intake.registrations import Registrations, read_registrations
from rumo_cli.intake.sources import load, read_tables
from rumo_cli.records.registration import REGISTRATION


@dataclass(frozen=True)
class FormSettings:
    """What was said of the files on the command line."""

    sheet: str | None = None
    encoding: str | None = None
    delimiter: str | None = None
    header_row: int | None = None
    column_map: str | None = None


@dataclass
class FormsRead:
    """The tables of registrations, the sheets that are none, and the files that cannot be read."""

    tables: list[Registrations] = field(default_factory=list)
    passed_over: list[str] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)


def read_forms(files: Sequence[str], settings: FormSettings, *, webinar_named: bool) -> FormsRead:
    """Read every file; raise `Refused` with all that is wrong where none can be read."""
    columns = _column_map(settings.column_map)
    read = FormsRead()
    for file in dict.fromkeys(files):
        try:
            _read_file(read, file, settings, columns, webinar_named=webinar_named)
        except Refused as error:
            read.failures.append(str(error))
    if not read.tables:
        raise Refused("\n".join([*read.failures, "Ничего не записано."]))
    return read


def _read_file(
    read: FormsRead,
    file: str,
    settings: FormSettings,
    columns: ColumnMap,
    *,
    webinar_named: bool,
) -> None:
    """Take the tables of a file that hold registrations; the others are passed over aloud."""
    name, data = load(file, sys.stdin.buffer)
    grids = read_tables(name, data, encoding=settings.encoding, delimiter=settings.delimiter)
    tables, failures = [], []
    for grid in sheets_named(name, grids, settings.sheet):
        try:
            table = read_registrations(
                name,
                grid,
                header_row=settings.header_row,
                column_map=columns,
                webinar_named=webinar_named,
            )
        except Refused as error:
            failures.append(str(error))
        else:
            tables.append(table)
    if not tables:
        raise Refused("\n".join(failures))
    read.tables += tables
    read.passed_over += failures


def _column_map(file: str | None) -> ColumnMap:
    if file is None:
        return ColumnMap()
    name, data = load(file, sys.stdin.buffer)
    return read_column_map(name, data, [REGISTRATION])
