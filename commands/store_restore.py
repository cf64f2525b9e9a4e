"""`rumo store restore`: back to an older state of the store."""

from collections.abc import Iterator, Mapping
from datetime import datetime

import click

from commands.app import App
from commands.asking import confirm
from commands.lazy import Command
from commands.options import output_options, yes_option
from commands.output import chosen_target, emit
from commands.store_places import REASONS, folder_store, spoken_size, spoken_time
from commands.telling import tell
from rumo_cli.records.values import Record
from rumo_cli.tables.table import Column, Row, Table
from store.contract import YEAR_KIND, KindChanges
from store.json_store import JsonStore
from store.keeping import Kept, kept_states, source_named
from store.restoring import Restoration, restoration
from store.restoring import restore as restore_from


@click.command("restore", cls=Command)
@click.argument("name", required=False, metavar="[КОПИЯ | ФАЙЛ]")
@click.option("--list", "listed", is_flag=True, help="Показать, какие копии есть.")
@yes_option
@output_options()
@click.pass_obj
def restore(
    app: App,
    name: str | None,
    listed: bool,
    yes: bool,
    format_name: str | None,
    output: str | None,
) -> None:
    """Вернуть хранилище к прежнему состоянию; без имени — к последней копии, которая читается.

    КОПИЯ — имя из --list или его начало; ФАЙЛ — ZIP от rumo store backup, папка с копией
    хранилища или копия store.json. Нынешнее состояние само становится копией; если оно читается,
    возврат — команда журнала, и её отменит rumo undo.
    """
    store = folder_store(app)
    target = chosen_target(format_name, output)
    if listed:
        emit(app, _table(kept_states(store)), target)
    else:
        _restore(app, store, name, yes=yes)


def _restore(app: App, store: JsonStore, name: str | None, *, yes: bool) -> None:
    source = source_named(store, name)
    expected = restoration(store, source)
    app.say(f"Копия: {source}")
    for line in _expectations(expected):
        app.say(line)
    if expected.changes == {}:
        return
    confirm(app, f"Вернуть состояние на {spoken_time(expected.at)}?", yes=yes)
    done = restore_from(store, source, app.command_line)
    if not app.quiet:
        tell(f"Хранилище вернулось к состоянию на {spoken_time(done.at)}.")
        app.say("Передумали: rumo undo" if done.changes else "Проверить: rumo store check")


def _expectations(expected: Restoration) -> Iterator[str]:
    """Yield what is lost and what comes back."""
    if expected.changes is None:
        yield "Нынешнее состояние не читается: что записано после копии, пропадёт."
        return
    if not expected.changes:
        yield f"Хранилище и так в состоянии на {spoken_time(expected.at)}."
        return
    if number := expected.undone or 0:
        yield f"Команд после копии: {number}."
    counted = _counted(expected.changes)
    if any(counted.values()):
        words = ", ".join(f"{word} {each}" for word, each in counted.items() if each)
        yield f"Записей: {words}."


def _counted(changes: Mapping[str, KindChanges]) -> dict[str, int]:
    of_records = [each for kind, each in changes.items() if kind != YEAR_KIND]
    return {
        "пропадёт": sum(len(each.removed) for each in of_records),
        "изменится": sum(len(each.changed) for each in of_records),
        "вернётся": sum(len(each.added) for each in of_records),
    }


def _table(states: list[Kept]) -> Table:
    return Table(
        "Резервные копии, новые сверху",
        (
            Column("name", "Копия"),
            Column("at", "Состояние на", show=_time),
            Column("size", "Размер", show=_size, align="right"),
            Column("records", "Записей", align="right"),
            Column("reason", "Сделана"),
            Column("readable", "Цела"),
        ),
        list(map(_row, states)),
        empty="Резервных копий ещё нет.",
    )


def _time(row: Row) -> str:
    return spoken_time(datetime.fromisoformat(str(row["at"])))


def _size(row: Row) -> str:
    return spoken_size(int(str(row["size"])))


def _row(state: Kept) -> Record:
    return {
        "name": state.name,
        "at": state.at.astimezone().isoformat(timespec="seconds"),
        "size": state.size,
        "records": state.records,
        "reason": REASONS[state.reason],
        "readable": state.records is not None,
    }
