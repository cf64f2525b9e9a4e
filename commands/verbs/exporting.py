"""`export`: all fields of the chosen records, in a format that `import` reads back."""

import click

from commands.verbs.listing import table_verb
from rumo_cli.records.kind import Kind


def command(kind: Kind) -> click.Command:
    """Return the verb for a kind."""
    return table_verb(
        kind,
        "export",
        f"Выгрузить в файл ({kind.names.heading.lower()}): все поля; rumo прочтёт их обратно.",
        fields=kind.fields,
        default_format="csv",
    )
