"""`rumo log`, `rumo undo`, `rumo redo`: what was done, taken back, brought back."""

from collections.abc import Callable
from itertools import islice
from typing import Any

import click

from commands.app import App
from commands.journal_asked import AskedType, Filters, asked_for, filter_options, nothing_known
from commands.journal_tables import (
    EMPTY,
    NO_SUCH,
    Told,
    command_document,
    is_told,
    life_document,
    life_table,
    log_table,
    number_of_records,
    steps_table,
    told,
)
from commands.lazy import Command, verb
from commands.options import CountType, output_options
from commands.output import TableTarget, chosen_target, emit
from commands.telling import tell
from rumo_cli.text import plural
from store.contract import Change, Entry, Snapshot, Transaction
from store.journal import find_command, redo_command, redo_last, undo_command, undo_last
from store.steps import Step, steps, steps_of
from store.touching import RecordKey, described, keys_of

_BEGINNING_LOST = "Что было до этого, журнал уже не помнит."

_TRIED = "Это проба (--dry-run): ничего не записано."


@click.argument("words", type=AskedType(), nargs=-1, metavar="[НОМЕР | ВИД ID]")
@click.option(
    "--limit",
    type=CountType(1),
    default=20,
    show_default=True,
    metavar="ЧИСЛО",
    help="Сколько последних команд.",
)
@output_options()
@click.pass_obj
def _log(
    app: App,
    /,
    words: tuple[str, ...],
    limit: int,
    format_name: str | None,
    output: str | None,
    **filters: Any,
) -> None:
    target = chosen_target(format_name, output)
    asked = asked_for(words)
    wanted = Filters(**filters)
    snapshot = app.read()
    if isinstance(asked, int):
        _show_command(app, snapshot, asked, target)
    elif asked:
        _show_life(app, snapshot, asked, wanted, limit, target)
    else:
        chosen = (each for each in told(snapshot.journal()) if wanted.take(each.entry))
        empty = EMPTY if wanted == Filters() else NO_SUCH
        emit(app, log_table(islice(chosen, limit), empty), target)


log = verb(
    "log",
    _log,
    "Что делалось: команда за командой, последняя сверху.\n\n"
    "rumo log 5 — что изменила команда 5; rumo log webinar 12 — жизнь одной записи, от добавления "
    "до удаления; rumo log year 2024-2025 — настройки года.",
    filter_options(),
)


def _show_command(app: App, snapshot: Snapshot, number: int, target: TableTarget) -> None:
    find_command(snapshot, number)
    command = next(each for each in told(snapshot.journal()) if each.entry.id == number)
    entry = command.entry
    made = [each for each in steps_of(snapshot, entry) if is_told(entry, each.key)]
    title = f"Команда {number}: {entry.command}, {entry.user}, {entry.at:%d.%m.%Y %H:%M}"
    emit(app, steps_table(title, made), target, command_document(command, made))


def _show_life(
    app: App,
    snapshot: Snapshot,
    key: RecordKey,
    wanted: Filters,
    limit: int,
    target: TableTarget,
) -> None:
    """Show what became of a record, the beginning first."""
    life = _life(snapshot, key)
    record = snapshot.get(*key)
    if not life and record is None:
        raise nothing_known(key)
    chosen = [each for each in life if wanted.take(each[0].entry)][:limit][::-1]
    known = record or next((step.before for _, step in life if step.before), {})
    notes = () if life and life[-1][1].before is None else (_BEGINNING_LOST,)
    table = life_table(f"Что было с записью {described(key, known)}", chosen, notes)
    emit(app, table, target, life_document(chosen))


def _life(snapshot: Snapshot, key: RecordKey) -> list[tuple[Told, Step]]:
    """Return what commands made of a record, the newest first."""
    commands = {each.entry.id: each for each in told(snapshot.journal())}
    journal = (each.entry for each in commands.values())
    return [(commands[step.entry.id], step) for step in steps(snapshot, journal, key.__eq__)]


_number_argument = click.argument("number", type=CountType(1), required=False, metavar="[НОМЕР]")
_dry_run_option = click.option(
    "--dry-run", is_flag=True, help="Показать, что будет, и ничего не записать."
)


@click.command("undo", cls=Command)
@_number_argument
@_dry_run_option
@click.pass_obj
def undo(app: App, number: int | None, dry_run: bool) -> None:
    """Отменить последнюю команду целиком, а с номером из rumo log — ту команду.

    Чтобы ничья работа не пропала, команда отменяется, только если её записи с тех пор не менялись.
    """
    change = undo_last if number is None else undo_command(number)
    if dry_run:
        _try(app, change, "Отменится")
    else:
        _report(app, "Отменено", _carry_out(app, change))
        app.say(f"Вернуть: rumo redo{_number_words(number)}")


@click.command("redo", cls=Command)
@_number_argument
@_dry_run_option
@click.pass_obj
def redo(app: App, number: int | None, dry_run: bool) -> None:
    """Вернуть команду, которую отменил последний undo, а с номером — ту отменённую команду."""
    change = redo_last if number is None else redo_command(number)
    if dry_run:
        _try(app, change, "Вернётся")
    else:
        _report(app, "Возвращено", _carry_out(app, change))


def _number_words(number: int | None) -> str:
    return "" if number is None else f" {number}"


def _carry_out(app: App, change: Change[Entry]) -> Entry:
    app.read()
    return app.store.run(change, command=app.command_line)


def _report(app: App, word: str, entry: Entry) -> None:
    if not app.quiet:
        number = number_of_records(entry)
        records = f" ({number} {plural(number, 'запись', 'записи', 'записей')})" if number else ""
        tell(f"{word}: {entry.command}{records}")


class _Tried(Exception):
    """What a change would have done, thrown so that nothing is written."""

    def __init__(self, entry: Entry, made: list[Step]) -> None:
        super().__init__(entry.id)
        self.entry = entry
        self.made = made


def _try(app: App, change: Change[Entry], word: str) -> None:
    try:
        app.store.run(_trying(app.read(), change), command=app.command_line)
    except _Tried as tried:
        emit(app, steps_table(f"{word}: {tried.entry.command}", tried.made), chosen_target())
        app.say(_TRIED)


def _trying(before: Snapshot, change: Change[Entry]) -> Callable[[Transaction], None]:
    def attempt(transaction: Transaction) -> None:
        entry = change(transaction)
        made = (
            Step(entry, key, before.get(*key), transaction.get(*key))
            for key in keys_of(entry)
            if is_told(entry, key)
        )
        raise _Tried(entry, list(made))

    return attempt
