"""`remove`: take records out of the store."""

import click

from commands.app import App
from commands.asking import confirm
from commands.changes import check_removable, remove_records
from commands.describing import named
from commands.lazy import verb
from commands.options import ids_argument, yes_option
from commands.reading import find_to_change
from commands.telling import tell
from rumo_cli.records.kind import Kind


def command(kind: Kind) -> click.Command:
    """Return the verb for a kind."""

    @ids_argument
    @yes_option
    @click.pass_obj
    def remove(app: App, numbers: tuple[int, ...], yes: bool) -> None:
        snapshot = app.read()
        wanted = list(dict.fromkeys(numbers))
        records = [find_to_change(app, snapshot, kind, number) for number in wanted]
        for number in wanted:
            check_removable(snapshot, kind, number)
        names = ", ".join(named(kind, record) for record in records)
        confirm(app, f"Удалить: {names}?", yes=yes)
        app.store.run(
            lambda transaction: remove_records(transaction, kind, wanted),
            command=app.command_line,
        )
        if not app.quiet:
            tell(f"Удалено: {names}")
        app.say("Вернуть: rumo undo")

    return verb("remove", remove, f"Удалить записи ({kind.names.heading.lower()}).")
