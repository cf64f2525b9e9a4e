"""`show`: whole records by id."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import click

from commands.app import App
from commands.lazy import verb
from commands.options import ids_argument, output_options
from commands.output import chosen_target, emit
from commands.reading import find_in_year
from commands.record_tables import Worked, card, record_table, with_columns
from rumo_cli.records.kind import Kind
from rumo_cli.records.values import Record
from rumo_cli.tables.table import Column
from store.contract import Snapshot


class More(NamedTuple):
    """What is shown of records beside their fields: its columns, and what works it out."""

    columns: Sequence[Column]
    of: Callable[[App, Snapshot, Sequence[Record]], Sequence[Worked]]


NO_MORE = More((), lambda app, snapshot, records: [Worked({}, {}) for _ in records])


def command(kind: Kind, more: More = NO_MORE) -> click.Command:
    """Return the verb for a kind."""

    @ids_argument
    @output_options()
    @click.pass_obj
    def show(
        app: App, numbers: tuple[int, ...], format_name: str | None, output: str | None
    ) -> None:
        target = chosen_target(format_name, output)
        snapshot = app.read()
        records = [find_in_year(app, snapshot, kind, number) for number in dict.fromkeys(numbers)]
        worked = more.of(app, snapshot, records)
        if not target.format.machine:
            emit(app, card(kind, records, worked), target)
            return
        table = record_table(kind, records, "", kind.fields, written=target.read_back)
        if not target.read_back:
            table = with_columns(table, more.columns, [each.values for each in worked])
        documents = [
            kind.complete(record) | each.values
            for record, each in zip(records, worked, strict=True)
        ]
        emit(app, table, target, documents[0] if len(documents) == 1 else documents)

    return verb("show", show, f"Показать запись целиком: {kind.names.one}.")
