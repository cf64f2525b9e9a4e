"""`show`: whole records by id."""

import click

from commands.app import App
from commands.lazy import verb
from commands.options import ids_argument, output_options
from commands.output import chosen_target, emit
from commands.reading import find_in_year
from commands.record_tables import card, record_table
from rumo_cli.records.kind import Kind


def command(kind: Kind) -> click.Command:
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
        if not target.format.machine:
            emit(app, card(kind, records), target)
            return
        table = record_table(kind, records, "", kind.fields, written=target.read_back)
        documents = [kind.complete(record) for record in records]
        emit(app, table, target, documents[0] if len(documents) == 1 else documents)

    return verb("show", show, f"Показать запись целиком: {kind.names.one}.")
