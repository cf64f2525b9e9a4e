"""`rumo log`, `rumo undo`, `rumo redo`: what was done, taken back, brought back."""

from collections.abc import Iterator, Sequence
from itertools import islice

import click

from commands.app import App
from commands.lazy import Command
from commands.options import CountType, output_options
from commands.output import chosen_target, emit
from rumo_cli.records.values import Record
from rumo_cli.tables.table import Column, Table
from rumo_cli.text import plural
from store.contract import YEAR_KIND, Entry, KindChanges
from store.journal import redo_last, undo_last


@click.command("log", cls=Command)
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
def log(app: App, limit: int, format_name: str | None, output: str | None) -> None:
    """Что делалось: команда за командой, последняя сверху."""
    target = chosen_target(format_name, output)
    entries = islice(app.read().journal(), limit)
    table = Table(
        "Журнал, последние команды сверху",
        (
            Column("id", "№", align="right"),
            Column("at", "Когда", show=lambda row: str(row["at"])[:16].replace("T", " ")),
            Column("user", "Кто"),
            Column("command", "Команда", wide=True),
            Column("added", "Добавлено", align="right"),
            Column("changed", "Изменено", align="right"),
            Column("removed", "Удалено", align="right"),
            Column("state", "Состояние"),
        ),
        [_row(entry) for entry in entries],
        empty="Журнал пуст.",
    )
    emit(app, table, target)


@click.command("undo", cls=Command)
@click.pass_obj
def undo(app: App) -> None:
    """Отменить последнюю команду целиком."""
    app.read()
    entry = app.store.run(undo_last, command=app.command_line)
    _report(app, "Отменено", entry)
    app.say("Вернуть: rumo redo")


@click.command("redo", cls=Command)
@click.pass_obj
def redo(app: App) -> None:
    """Вернуть команду, которую отменил последний undo."""
    app.read()
    entry = app.store.run(redo_last, command=app.command_line)
    _report(app, "Возвращено", entry)


def _report(app: App, word: str, entry: Entry) -> None:
    if not app.quiet:
        number = sum(_counts(_of_records(entry)).values())
        records = f" ({number} {plural(number, 'запись', 'записи', 'записей')})" if number else ""
        click.echo(f"{word}: {entry.command}{records}")


def _of_records(entry: Entry) -> list[KindChanges]:
    return [changes for kind, changes in entry.changes.items() if kind != YEAR_KIND]


def _of_all(entry: Entry) -> list[KindChanges]:
    """Return the changes of records and settings; a year that came about with records is none."""
    of_records, of_years = _of_records(entry), entry.changes.get(YEAR_KIND, KindChanges())
    return [*of_records, KindChanges(changed=of_years.changed) if of_records else of_years]


def _counts(changes: Sequence[KindChanges]) -> dict[str, int]:
    return {
        "added": sum(len(each.added) for each in changes),
        "changed": sum(len(each.changed) for each in changes),
        "removed": sum(len(each.removed) for each in changes),
    }


def _row(entry: Entry) -> Record:
    return {
        "id": entry.id,
        "at": entry.at.isoformat(timespec="seconds"),
        "user": entry.user,
        "command": entry.command,
        **_counts(_of_all(entry)),
        "state": "; ".join(_states(entry)),
    }


def _states(entry: Entry) -> Iterator[str]:
    if entry.undoes:
        yield f"отмена команды {entry.undoes}"
    if entry.redoes:
        yield f"возврат того, что отменила команда {entry.redoes}"
    if entry.undone_by:
        yield f"отменено командой {entry.undone_by}"
