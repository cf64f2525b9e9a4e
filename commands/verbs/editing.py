"""`edit`: change fields of one or several records."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import click

from commands.app import App
from commands.asking import confirm
from commands.changes import replace_record
from commands.describing import differences
from commands.doubts import doubts_brought
from commands.lazy import verb
from commands.marking import say_understood, with_status
from commands.naming import full_names
from commands.options import ids_argument, yes_option
from commands.reading import find_to_change
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
from commands.years import year_of_day
from rumo_cli.calendar.years import AcademicYear
from rumo_cli.errors import Refused
from rumo_cli.records.kind import Kind, compact
from rumo_cli.records.values import Record
from store.contract import Snapshot, Transaction

MANY = 3
"""From this many records on a change at once is confirmed."""


class _Edited(NamedTuple):
    """A record before and after, and what to say of what was typed."""

    before: Record
    after: Record
    understood: Understood


def command(kind: Kind) -> click.Command:
    """Return the verb for a kind."""

    @ids_argument
    @yes_option
    @click.pass_obj
    def edit(app: App, /, numbers: tuple[int, ...], yes: bool, **options: Any) -> None:
        typed = typed_values(kind, options)
        if not typed:
            raise click.UsageError("Не указано, что изменить: назовите хотя бы одно поле.")
        wanted = list(dict.fromkeys(numbers))
        snapshot = app.read()
        for number in wanted:
            _edited(app, snapshot, kind, number, typed)
        if len(wanted) >= MANY:
            confirm(app, f"Изменить {kind.count(len(wanted))}?", yes=yes)
        results, doubts = app.store.run(
            lambda transaction: _edit_all(app, transaction, kind, wanted, typed),
            command=app.command_line,
        )
        for result in results:
            _report(app, kind, result)
        say_understood(app, results[0].understood)
        app.warn(doubts)

    return verb(
        "edit",
        edit,
        f"Изменить записи ({kind.names.heading.lower()}). Пустое значение очищает поле.",
        field_options(typed_fields(kind)),
    )


def _edit_all(
    app: App,
    transaction: Transaction,
    kind: Kind,
    numbers: Sequence[int],
    typed: dict[str, list[str]],
) -> tuple[list[_Edited], list[str]]:
    """Return the edited records, and what speaks against them now."""
    results = [_edit(app, transaction, kind, number, typed) for number in numbers]
    changes = ((each.before, each.after) for each in results)
    return results, doubts_brought(transaction, kind, changes)


def _edit(
    app: App, transaction: Transaction, kind: Kind, number: int, typed: dict[str, list[str]]
) -> _Edited:
    edited = _edited(app, transaction, kind, number, typed)
    replace_record(transaction, kind, edited.after)
    return edited


def _edited(
    app: App, snapshot: Snapshot, kind: Kind, number: int, typed: dict[str, list[str]]
) -> _Edited:
    """Return a record with what was typed in place of what stood."""
    before = find_to_change(app, snapshot, kind, number)
    year = AcademicYear.parse(str(before["academic_year"])) if kind.yearly else app.default_year
    understood = understand(kind, typed, reading_context(app, snapshot, year))
    values = understood.values
    values.update(_defaults_of_emptied(kind, values))
    if kind.yearly:
        values["academic_year"] = str(year_of_day(app, kind, values, year))
    after = understood.applied(kind, before)
    if kind.status in values and after.get(kind.status) != before.get(kind.status):
        after = with_status(kind, after, after[kind.status], {key: after[key] for key in values})
    kind.settle(after, values)
    after |= full_names(snapshot, kind, after)
    _check_required(kind, after)
    return _Edited(before, compact(after), understood)


def _defaults_of_emptied(kind: Kind, values: Record) -> Record:
    """Return what emptied fields fall back to: a record is never without what it starts with."""
    return {key: default for key, default in kind.defaults.items() if values.get(key, "") is None}


def _check_required(kind: Kind, record: Record) -> None:
    field = empty_required(kind, record)
    if field:
        raise Refused(
            f"--{field.option_name}: поле «{field.label}» не очистить, без него записи не бывает."
        )


def _report(app: App, kind: Kind, edited: _Edited) -> None:
    lines = [f"  {line}" for line in differences(kind, edited.before, edited.after)]
    if not app.quiet:
        head = "Изменено" if lines else "Без изменений"
        tell("\n".join([f"{head}: {kind.key} {edited.after['id']}", *lines]))
