"""`add`: one new record from options."""

from typing import Any, NamedTuple

import click

from commands.app import App
from commands.changes import add_record
from commands.describing import command_of, describe
from commands.lazy import verb
from commands.marking import say_understood
from commands.naming import full_names
from commands.reading import with_id
from commands.record_options import (
    Understood,
    empty_required,
    field_options,
    reading_context,
    typed_fields,
    typed_values,
    understand,
)
from commands.telling import tell
from commands.years import check_open, year_of_day, year_to_write
from rumo_cli.records.doubts import doubts
from rumo_cli.records.kind import Kind
from rumo_cli.records.matching import Index
from rumo_cli.records.school_days import own_days_of
from rumo_cli.records.values import Record
from store.contract import Snapshot, Transaction


class _New(NamedTuple):
    """A record that was typed, what to say of it, and why it stands in its year."""

    record: Record
    understood: Understood
    year_note: str | None


class _Added(NamedTuple):
    """A new record in the store, and what speaks against it."""

    new: _New
    number: int
    doubts: list[str]


def command(kind: Kind) -> click.Command:
    """Return the verb for a kind."""

    @click.pass_obj
    def add(app: App, /, **options: Any) -> None:
        typed = typed_values(kind, options)
        _ask_for_missing(app, kind, typed)
        if not typed and not kind.required:
            raise click.UsageError("Не указано ничего о записи: назовите хотя бы одно поле.")
        new, number, found = app.store.run(
            lambda transaction: _add(transaction, kind, _read(app, kind, typed, transaction)),
            command=app.command_line,
        )
        _report(app, kind, with_id(number, new.record))
        if new.year_note:
            app.say(new.year_note)
        say_understood(app, new.understood, told=kind.date)
        app.warn(found)

    return verb(
        "add", add, f"Добавить запись: {kind.names.one}.", field_options(typed_fields(kind))
    )


def _add(transaction: Transaction, kind: Kind, new: _New) -> _Added:
    records = transaction.all(kind.key)
    found = doubts(kind, new.record, records.values(), own_days_of(transaction.years()))
    same = Index(kind, records).find(new.record)
    if same is not None:
        found.append(
            f"такая запись уже есть: {kind.key} {same}. Если она лишняя: "
            f"{command_of(kind.key)} remove {transaction.next_id(kind.key)}"
        )
    return _Added(new, add_record(transaction, kind, new.record), found)


def _read(app: App, kind: Kind, typed: dict[str, list[str]], snapshot: Snapshot) -> _New:
    """Understand what was typed beside the records that the new one goes to: one reading of all."""
    dated = year_to_write(app, kind, typed, snapshot)
    understood = understand(kind, typed, reading_context(app, snapshot, dated.year))
    record = understood.applied(kind, {})
    if kind.yearly:
        record["academic_year"] = str(year_of_day(app, kind, record, dated.year))
        check_open(snapshot, str(record["academic_year"]))
    kind.infer(record)
    kind.settle(record, understood.values)
    _check_required(kind, record)
    record |= full_names(snapshot, kind, record)
    return _New(record, understood, dated.note)


def _ask_for_missing(app: App, kind: Kind, typed: dict[str, list[str]]) -> None:
    for field in kind.required:
        if field.key not in typed and app.interactive:
            typed[field.key] = [click.prompt(field.label, err=True)]


def _check_required(kind: Kind, record: Record) -> None:
    field = empty_required(kind, record)
    if field:
        raise click.UsageError(f"Не указан параметр --{field.option_name} ({field.label}).")


def _report(app: App, kind: Kind, record: Record) -> None:
    if app.store.created:
        app.say(f"Создано хранилище: {app.store.location}")
    if app.quiet:
        tell(str(record["id"]))
    else:
        tell(f"Добавлено: {kind.key} {record['id']} — {describe(kind, record)}")
