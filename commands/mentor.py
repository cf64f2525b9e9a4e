"""`rumo mentor`: programmes, pairs, and both together."""

from collections import Counter
from collections.abc import Sequence

import click

from commands.app import App
from commands.lazy import LazyGroup, attribute
from commands.verbs import record_group
from rumo_cli.records import kind_of
from rumo_cli.records.values import Record, Value
from rumo_cli.tables.table import Column
from rumo_cli.text import fold
from store.contract import Snapshot

programme = record_group("programme", "Программы наставничества.")
pair = record_group("pair", "Наставнические пары.")


def _list_programmes() -> click.Command:
    from commands.verbs.listing import Figures, command

    return command(kind_of("programme"), Figures(Column("pairs", "Пар", align="right"), _pairs))


def _pairs(app: App, snapshot: Snapshot, programmes: Sequence[Record]) -> list[Value]:
    """Return how many pairs each programme has."""
    del app
    years = {str(each["academic_year"]) for each in programmes}
    pairs = Counter(
        (each["academic_year"], fold(str(each.get("programme"))))
        for each in snapshot.all("pair", years).values()
    )
    return [pairs[each["academic_year"], fold(str(each["title"]))] for each in programmes]


def _import_pairs() -> click.Command:
    from commands.verbs.importing import command

    return command(kind_of("pair"))


mentor = LazyGroup(
    "mentor",
    help="Наставничество: программы и пары.",
    table={
        "programme": (attribute("commands.mentor:programme"), "Программы наставничества."),
        "pair": (attribute("commands.mentor:pair"), "Наставнические пары."),
        "list": (_list_programmes, "Программы и число пар в каждой."),
        "import": (_import_pairs, "Загрузить реестр пар; программы заведутся сами."),
        "summary": (attribute("commands.mentor_summary:summary"), "Пары и исполнение мероприятий."),
    },
)
