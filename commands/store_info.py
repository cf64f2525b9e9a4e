"""`rumo store info`: where the store is, and what is in it."""

from collections.abc import Iterator

import click

from commands.app import App
from commands.lazy import Command
from commands.options import output_options
from commands.output import chosen_target, emit
from commands.store_places import folder_store, spoken_size, spoken_time
from rumo_cli.errors import StoreUnusable
from rumo_cli.records import all_kinds
from rumo_cli.records.closed_years import is_closed
from rumo_cli.records.values import Record, Value
from rumo_cli.tables.table import Column, Table
from store.backups import Backup, backups_of
from store.contract import Entry, Snapshot
from store.documents import SCHEMA
from store.json_store import JsonStore
from store.places import doubts_of, service_of, share_of


@click.command("info", cls=Command)
@output_options()
@click.pass_obj
def info(app: App, format_name: str | None, output: str | None) -> None:
    """Где хранилище, что в нём и когда в него писали."""
    target = chosen_target(format_name, output)
    store, snapshot = folder_store(app), app.read()
    facts = dict(_facts(store, snapshot))
    rows: list[Record] = [{"fact": name, "value": value} for name, (_, value) in facts.items()]
    columns = (Column("fact", "Что"), Column("value", "Значение", wide=True))
    document = dict(facts.values())
    emit(app, Table("Хранилище", columns, rows), target, document)
    app.warn(doubts_of(store.directory))


def _facts(store: JsonStore, snapshot: Snapshot) -> Iterator[tuple[str, tuple[str, Value]]]:
    """Yield what is told: its label, its key in JSON, its value."""
    years = snapshot.years()
    shut = [year for year, settings in years.items() if is_closed(settings)]
    yield "Папка", ("directory", store.location)
    yield "Место", ("place", _place(store))
    yield "Номер хранилища", ("id", snapshot.identity())
    yield "Схема", ("schema", SCHEMA)
    yield "Размер", ("size", spoken_size(store.path.stat().st_size))
    yield "Открытые годы", ("open_years", [year for year in years if year not in shut])
    yield "Закрытые годы", ("closed_years", shut)
    for key, kind in all_kinds().items():
        yield kind.names.heading, (key, sum(snapshot.counts(key).values()))
    yield "Последняя запись", ("last_command", _told(_last(snapshot)))
    yield "Резервных копий", ("backups", len(backups_of(store.path)))
    yield "Последняя копия", ("last_backup", _newest(backups_of(store.path)))


def _place(store: JsonStore) -> str:
    if share := share_of(store.directory):
        return f"сетевой диск ({share})"
    service = service_of(store.directory)
    return f"папка, которую синхронизирует {service}" if service else "диск этого компьютера"


def _last(snapshot: Snapshot) -> Entry | None:
    try:
        return next(iter(snapshot.journal()), None)
    except StoreUnusable:
        return None


def _told(entry: Entry | None) -> str:
    return f"{spoken_time(entry.at)}, {entry.user}: {entry.command}" if entry else ""


def _newest(backups: list[Backup]) -> str:
    return f"{backups[0].name}, состояние на {spoken_time(backups[0].at)}" if backups else ""
