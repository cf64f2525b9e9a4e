"""What every summary has in common: its options, its year and day, and how it is written out."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import click

from commands.app import App
from commands.lazy import Command, verb
from commands.options import as_of_option, output_options
from commands.output import chosen_target, emit
from commands.reading import records_in
from commands.years import check_year_exists
from rumo_cli.documents.summary_cells import QUALIFIER, exactness
from rumo_cli.figures.past import as_of
from rumo_cli.figures.summary import Summary
from rumo_cli.records.kind import Kind
from rumo_cli.records.values import Record
from rumo_cli.tables.table import Column, Row, Table
from store.contract import Snapshot

Find = Callable[..., Summary]
"""Returns the summary of the command's year, `by` a grouping and as of a `day` where asked so."""
Draw = Callable[[Summary, bool], Table]
"""Returns a summary as a table: for people (True) few columns, for machines a column a figure."""


def summary_command(
    help_text: str, find: Find, draw: Draw, groupings: Sequence[str] = (), *, dated: bool = False
) -> Command:
    """Return a `summary`: by its first grouping where none is named; a `dated` one takes `--on`."""

    @output_options()
    @click.pass_obj
    def write(app: App, /, format_name: str | None, output: str | None, **asked: Any) -> None:
        target = chosen_target(format_name, output)
        found = find(app, app.read(), **asked)
        emit(app, draw(found, not target.format.machine), target, found.document())

    options = [_by_option(groupings)] if groupings else []
    return verb("summary", as_of_option(write) if dated else write, help_text, options)


def records_of_year(app: App, snapshot: Snapshot, kind: Kind) -> list[Record]:
    """Return the records of a kind in the command's year."""
    check_year_exists(app, snapshot)
    return records_in(snapshot, kind, [str(app.single_year)])


def records_as_of(app: App, snapshot: Snapshot, kind: Kind, day: date | None) -> list[Record]:
    """Return the records of the year as they stood on a past day; on any other, as they are."""
    records = records_of_year(app, snapshot, kind)
    return list(as_of(kind.key, records, day)) if day and day < app.today else records


def columns_of(
    heading: str, for_people: Iterable[Column], figures: Mapping[str, str], people: bool
) -> tuple[Column, ...]:
    """Return the columns of a summary: `heading` is that of the groups' names.

    `figures` are the labels of all figures by key, a column each, which machines read beside the
    groups' keys.
    """
    label = Column("label", heading, wide=True)
    if people:
        return (label, *for_people)
    return (
        Column("key", "Ключ", shown=False),
        label,
        *(_figure(*each) for each in figures.items()),
    )


def total_of(found: Summary) -> Record:
    """Return the foot of a summary's table."""
    return found.total | {"label": "Всего", "rest": None}


def seen_in(found: Summary) -> Callable[[str], bool]:
    """Return what tells whether a figure is worth a column for people: whether it is not 0."""
    return lambda key: bool(found.total[key])


def rest(labels: Mapping[str, str]) -> Callable[[Row], str]:
    """Return what lists the figures that are not 0: «в работе 1, отменено 2»."""

    def of_row(row: Row) -> str:
        named = ((label.lower(), row.get(key)) for key, label in labels.items())
        return ", ".join(f"{label} {figure}" for label, figure in named if figure)

    return of_row


def _figure(key: str, label: str) -> Column:
    """Return the column of a figure; how exact a headcount is stands there in words."""
    if key.endswith(QUALIFIER):
        counted = key.removesuffix(QUALIFIER)
        return Column(key, label, show=lambda row: exactness(counted, row))
    return Column(key, label, align="right")


def _by_option(groupings: Iterable[str]) -> click.Option:
    names = list(groupings)
    return click.Option(
        ["--by"], type=click.Choice(names), default=names[0], show_default=True, help="По чему."
    )
