"""`list`: the records that filters choose, as a table."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import click

from commands.app import App
from commands.field_names import FieldNames, Ordered
from commands.lazy import verb
from commands.options import output_options, public_option
from commands.output import chosen_target, emit
from commands.record_tables import record_table, with_column
from commands.selection import select, selection_options
from rumo_cli.errors import Misused
from rumo_cli.records.fields import Field
from rumo_cli.records.kind import Kind
from rumo_cli.records.values import Record, Value
from rumo_cli.tables.table import Column
from store.contract import Snapshot


class Figures(NamedTuple):
    """A column that a list has beside the fields, and what works its values out for the records.

    One that is only `for_people` stands where they look, and only if there is anything in it.
    """

    column: Column
    of: Callable[[App, Snapshot, Sequence[Record]], Sequence[Value]]
    for_people: bool = False


def command(kind: Kind, figures: Figures | None = None) -> click.Command:
    """Return the verb for a kind."""
    return table_verb(
        kind, "list", f"Показать список: {kind.names.heading.lower()}.", figures=figures
    )


def table_verb(
    kind: Kind,
    name: str,
    help_text: str,
    *,
    fields: Sequence[Field] | None = None,
    default_format: str | None = None,
    figures: Figures | None = None,
) -> click.Command:
    """Return a verb that writes chosen records; `fields` are those it shows unless told."""

    @output_options(default_format)
    @public_option
    @click.pass_obj
    def write(
        app: App,
        /,
        format_name: str | None,
        output: str | None,
        columns: Sequence[Ordered] | None,
        public: bool,
        **options: Any,
    ) -> None:
        target = chosen_target(format_name, output, default_format)
        shown = [each.field for each in columns] if columns else fields
        snapshot = app.read()
        records, year = select(app, snapshot, kind, options)
        seen_as = kind
        if public:
            seen_as, shown, records = _public(kind, shown, records, named=bool(columns))
        table = record_table(seen_as, records, year, shown, written=target.read_back)
        for_people = figures is not None and figures.for_people
        if figures and not columns and not (for_people and (target.format.machine or public)):
            values = figures.of(app, snapshot, records)
            if any(values) or not figures.for_people:
                table = with_column(table, figures.column, values)
        emit(app, table, target, public=public)

    return verb(name, write, help_text, [*selection_options(kind), _columns_option(kind)])


def _public(
    kind: Kind, fields: Sequence[Field] | None, records: Sequence[Record], *, named: bool
) -> tuple[Kind, Sequence[Field] | None, list[Record]]:
    """Return what anybody may see: of the kind, of the fields to show, of the records.

    Raise `Misused` where a private field was asked for by name.
    """
    private = [each.label for each in fields or () if each.private]
    if named and private:
        raise Misused(f"Личное с --public не выводится: {', '.join(private)}. Уберите столбец.")
    shown = None if fields is None else [each for each in fields if not each.private]
    keys = kind.public.by_key.keys()
    return kind.public, shown, [{key: each[key] for key in each.keys() & keys} for each in records]


def _columns_option(kind: Kind) -> click.Option:
    return click.Option(
        ["--columns"], type=FieldNames(kind), help="Только эти столбцы, в этом порядке."
    )
