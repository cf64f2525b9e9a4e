"""`rumo mentor`: programmes, pairs, and both together."""

from collections import Counter
from collections.abc import Callable, Sequence

import click

from commands.lazy import LazyGroup, attribute
from commands.verbs import record_group
from rumo_cli.records import kind_of
from rumo_cli.records.values import Record, Value
from rumo_cli.tables.table import Column, Row
from rumo_cli.text import fold
from store.contract import Snapshot

programme = record_group("programme", "Программы наставничества.")
pair = record_group("pair", "Наставнические пары.")


def _list_programmes() -> click.Command:
    from commands.verbs.listing import Figures, command

    return command(kind_of("programme"), Figures(Column("pairs", "Пар", align="right"), _pairs))


def _pairs(snapshot: Snapshot, programmes: Sequence[Record]) -> Callable[[Row], Value]:
    """Return what counts the pairs of a programme."""
    years = {str(each["academic_year"]) for each in programmes}
    pairs = Counter(
        (each["academic_year"], fold(str(each.get("programme"))))
        for each in snapshot.all("pair", years).values()
    )
    return lambda row: pairs[row["academic_year"], fold(str(row["title"]))]


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
