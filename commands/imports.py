"""Carrying an import out: registers meet the store."""

from collections.abc import Sequence

from commands.app import App
from commands.changes import put_record, resolve_associations
from commands.memory import leave
from commands.years import check_open
from rumo_cli.calendar.days_off import OwnDays
from rumo_cli.intake.registers import Register, associations_in
from rumo_cli.intake.verdicts import Action, Settled, Settler, Verdict
from rumo_cli.records import kind_of
from rumo_cli.records.directory import directory_with
from rumo_cli.records.kind import Kind
from rumo_cli.records.references import AllOf, resolved_view
from rumo_cli.records.school_days import own_days_of
from rumo_cli.records.values import Record
from store.contract import Snapshot, Transaction


def settle(app: App, registers: Sequence[Register]) -> list[Settled]:
    """Return what an import would do, and do nothing."""
    if not app.store.exists():
        return _settle(registers, lambda kind: {}, None)
    snapshot = app.read()
    _check_open(snapshot, registers)
    return _settle(registers, snapshot.all, own_days_of(snapshot.years()))


def write(app: App, registers: Sequence[Register]) -> list[Settled]:
    """Carry an import out in one transaction and return what it did."""

    def change(transaction: Transaction) -> list[Settled]:
        _check_open(transaction, registers)
        settled = _settle(registers, transaction.all, own_days_of(transaction.years()))
        _apply(transaction, settled)
        leave((transaction, settled))
        return settled

    return app.store.run(change, command=app.command_line)


def _check_open(snapshot: Snapshot, registers: Sequence[Register]) -> None:
    """Raise `Refused` where rows belong to a closed year, which is not even read for them."""
    rows = (incoming.record for register in registers for incoming in register.incoming)
    for year in sorted({str(row.get("academic_year")) for row in rows}):
        check_open(snapshot, year)


def _settle(
    registers: Sequence[Register], all_of: AllOf, own_days: OwnDays | None
) -> list[Settled]:
    """Hold the registers against the store, its names of ОМО as the incoming directory has them."""
    associations = associations_in(registers)
    if associations:
        all_of = resolved_view(directory_with(all_of("omo").values(), associations), all_of)
    settler = Settler(all_of, own_days)
    return [settler.settle(register) for register in registers]


def _apply(transaction: Transaction, settled: Sequence[Settled]) -> None:
    """Write what was settled: brought records, additions in order, updates."""
    for each in settled:
        for key, brought in each.brought:
            _open_years(transaction, kind_of(key), [brought])
            transaction.add(key, brought)
        kind = each.register.kind
        added = [verdict for verdict in each.verdicts if verdict.action is Action.ADDED]
        _open_years(transaction, kind, [verdict.record for verdict in added])
        for verdict in sorted(added, key=_own_id):
            _add(transaction, kind, verdict.record, _own_id(verdict))
        for verdict in each.verdicts:
            if verdict.action is Action.UPDATED and verdict.number and verdict.number > 0:
                put_record(transaction, kind, verdict.number, verdict.record)
    if any(each.register.kind.key == "omo" for each in settled):
        resolve_associations(transaction)


def _open_years(transaction: Transaction, kind: Kind, records: Sequence[Record]) -> None:
    """Make the years of records known to the store."""
    for year in {str(record["academic_year"]) for record in records if kind.yearly}:
        transaction.open_year(year)


def _add(transaction: Transaction, kind: Kind, record: Record, wanted: int) -> None:
    """Add a record, under the id that its file names if that was never used."""
    unused = wanted and wanted >= transaction.next_id(kind.key)
    transaction.add(kind.key, record, wanted if unused else None)


def _own_id(verdict: Verdict) -> int:
    """Return the id that a file names for a record, 0 where it names none."""
    number = verdict.incoming.record.get("id")
    return number if isinstance(number, int) else 0
