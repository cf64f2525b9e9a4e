"""`show`: whole records by id."""

from collections.abc import Callable, Mapping

import click

from commands.app import App
from commands.lazy import verb
from commands.options import ids_argument, output_options
from commands.output import chosen_target, emit
from commands.reading import find_in_year
from commands.record_tables import card, record_table
from rumo_cli.records.kind import Kind
from rumo_cli.records.values import Record
from store.contract import Snapshot

Further = Mapping[str, Callable[[Record], str]]
"""What people see of a record beside its fields: labels, and what works out the words."""


def command(kind: Kind, further: Callable[[App, Snapshot], Further] | None = None) -> click.Command:
    """Return the verb for a kind; `further` is what its card shows beside the fields."""

    @ids_argument
    @output_options()
    @click.pass_obj
    def show(
        app: App, numbers: tuple[int, ...], format_name: str | None, output: str | None
    ) -> None:
        target = chosen_target(format_name, output)
        snapshot = app.read()
        records = [find_in_year(app, snapshot, kind, number) for number in dict.fromkeys(numbers)]
        if not target.format.machine:
            more = further(app, snapshot) if further else {}
            emit(app, card(kind, records, more), target)
            return
        table = record_table(kind, records, "", kind.fields, written=target.read_back)
        documents = [kind.complete(record) for record in records]
        emit(app, table, target, documents[0] if len(documents) == 1 else documents)

    return verb("show", show, f"Показать запись целиком: {kind.names.one}.")
