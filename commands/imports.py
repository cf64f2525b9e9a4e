"""Carrying an import out: files become registers, registers meet the store."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace

import click

from commands.app import App
from commands.changes import put_record, resolve_associations
from commands.progress import progress
from commands.reading import directory_of
from commands.record_options import read_typed, typed_fields
from commands.years import default_year_of_import
from rumo_cli.calendar.months import Month
from rumo_cli.errors import Refused
from rumo_cli.intake.mapping import ColumnMap, read_column_map
from rumo_cli.intake.registers import ReadingOptions, Register, read_register
from rumo_cli.intake.sources import load, read_source
from rumo_cli.intake.verdicts import Action, Settled, Settler, Verdict
from rumo_cli.records import kind_of
from rumo_cli.records.fields import ReadingContext
from rumo_cli.records.kind import Kind
from rumo_cli.records.values import Record
from store.contract import Snapshot, Transaction


@dataclass(frozen=True)
class ImportSettings:
    """What was said of the files on the command line."""

    encoding: str | None = None
    delimiter: str | None = None
    header_row: int | None = None
    month: Month | None = None
    given: tuple[str, ...] = ()
    column_map: str | None = None


def read_files(
    app: App, kind: Kind, files: Sequence[str], settings: ImportSettings
) -> list[Register]:
    """Read every file; what is wrong with any of them is said of all in one run."""
    snapshot = app.read() if app.store.exists() else None
    context = ReadingContext(
        today=app.today,
        directory=directory_of(snapshot),
        named=snapshot.get if snapshot else lambda kind, number: None,
    )
    options = _reading_options(app, kind, snapshot, context, settings)
    registers, failures = [], []
    for file in files:
        try:
            registers.append(_read_file(app, kind, file, settings, options, context))
        except Refused as error:
            failures.append(str(error))
    if failures:
        raise Refused("\n".join([*failures, "Ничего не записано."]))
    return registers


def settle(app: App, registers: Sequence[Register]) -> list[Settled]:
    """Return what an import would do, and do nothing."""
    snapshot = app.read() if app.store.exists() else None
    settler = Settler(snapshot.all if snapshot else lambda kind: {})
    return [settler.settle(register) for register in registers]


def write(app: App, registers: Sequence[Register]) -> list[Settled]:
    """Carry an import out in one transaction and return what it did."""

    def change(transaction: Transaction) -> list[Settled]:
        settler = Settler(transaction.all)
        settled = [settler.settle(register) for register in registers]
        _apply(transaction, settled)
        return settled

    return app.store.run(change, command=app.command_line)


def _apply(transaction: Transaction, settled: Sequence[Settled]) -> None:
    """Write what was settled: brought records, additions in order, updates."""
    for each in settled:
        for key, brought in each.brought:
            _add(transaction, kind_of(key), brought, None)
        kind = each.register.kind
        added = [verdict for verdict in each.verdicts if verdict.action is Action.ADDED]
        for verdict in sorted(added, key=_own_id):
            _add(transaction, kind, verdict.record, _own_id(verdict))
        for verdict in each.verdicts:
            if verdict.action is Action.UPDATED and verdict.number and verdict.number > 0:
                put_record(transaction, kind, verdict.number, verdict.record)
    if any(each.register.kind.key == "omo" for each in settled):
        resolve_associations(transaction)


def _add(transaction: Transaction, kind: Kind, record: Record, wanted: int | None) -> None:
    """Add a record, under the id that its file names if that was never used."""
    if kind.yearly:
        transaction.open_year(str(record["academic_year"]))
    unused = wanted is not None and wanted >= transaction.next_id(kind.key)
    transaction.add(kind.key, record, wanted if unused else None)


def _own_id(verdict: Verdict) -> int:
    number = verdict.incoming.record.get("id")
    return number if isinstance(number, int) else 0


def _read_file(
    app: App,
    kind: Kind,
    file: str,
    settings: ImportSettings,
    options: ReadingOptions,
    context: ReadingContext,
) -> Register:
    name, data = load(file, sys.stdin.buffer)
    grid = read_source(name, data, encoding=settings.encoding, delimiter=settings.delimiter)
    return read_register(name, grid, kind, options, context, progress(app, name))


def _reading_options(
    app: App,
    kind: Kind,
    snapshot: Snapshot | None,
    context: ReadingContext,
    settings: ImportSettings,
) -> ReadingOptions:
    year = None if app.year_named is None else app.single_year
    default = default_year_of_import(app, snapshot)
    typed = replace(context, typed=True, year=year or default)
    return ReadingOptions(
        default_year=default,
        year=year,
        month=settings.month,
        header_row=settings.header_row,
        given=_given(kind, settings.given, typed),
        column_map=_column_map(kind, settings.column_map),
    )


def _column_map(kind: Kind, file: str | None) -> ColumnMap:
    if file is None:
        return ColumnMap()
    name, data = load(file, sys.stdin.buffer)
    return read_column_map(name, data, kind)


def _given(kind: Kind, pairs: Sequence[str], context: ReadingContext) -> Record:
    by_name = {field.option_name: field for field in typed_fields(kind)}
    by_name |= {field.key: field for field in typed_fields(kind)}
    typed: dict[str, list[str]] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals or name.strip() not in by_name or not value.strip():
            known = ", ".join(field.key for field in typed_fields(kind))
            raise click.BadParameter(
                f"«{pair}»: ожидается КЛЮЧ=ЗНАЧЕНИЕ; ключи: {known}", param_hint="'--set'"
            )
        typed.setdefault(by_name[name.strip()].key, []).append(value)
    return read_typed(kind, typed, context)
