"""Records as tables: each column comes from the description of its field."""

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from commands.describing import telling_fields
from rumo_cli.records.fields import Field
from rumo_cli.records.kind import Kind
from rumo_cli.records.values import Record, Value
from rumo_cli.tables.table import Column, Row, Shown, Table

_ID_FOR_PEOPLE = "ID"


class Worked(NamedTuple):
    """What is worked out of a record: values beside its own, and what people read of them."""

    values: Record
    lines: Mapping[str, list[str]]


def record_table(
    kind: Kind,
    records: Sequence[Record],
    year: str,
    columns: Iterable[Field] | None = None,
    *,
    written: bool = False,
) -> Table:
    """Return a table of records.

    `columns` are the fields that people see, by default those that the kind shows; `written` cells
    are such as rumo reads back from a spreadsheet, under headings that say so.
    """
    fields = kind.fields if columns is None else tuple(columns)
    seen = {field.key for field in fields if columns is not None or field.shown}
    return Table(
        title=f"{kind.names.heading}, {year}" if year else kind.names.heading,
        columns=tuple(_column(field, seen, written=written) for field in fields),
        rows=records,
        identity=_identity(kind, seen) if written else (),
    )


def _identity(kind: Kind, seen: Container[str]) -> tuple[Column, ...]:
    """Return what rumo knows a changed row by: its id, and the year that its cells are read for."""
    telling = [kind.by_key["id"]]
    if kind.yearly and "academic_year" not in seen:
        telling.append(kind.by_key["academic_year"])
    return tuple(_column(field, seen, written=True) for field in telling)


def with_column(table: Table, column: Column, values: Iterable[Value]) -> Table:
    """Return a table with one more column, of a value that is worked out for each row."""
    return with_columns(table, [column], ({column.key: value} for value in values))


def with_columns(table: Table, columns: Iterable[Column], values: Iterable[Record]) -> Table:
    """Return a table with more columns, of values that are worked out for each row."""
    computed = (column._replace(computed=True) for column in columns)
    rows = [{**row, **more} for row, more in zip(table.rows, values, strict=True)]
    return replace(table, columns=(*table.columns, *computed), rows=rows)


def card(kind: Kind, records: Sequence[Record], worked: Sequence[Worked]) -> Table:
    """Return records as a table of their filled fields, a column a record; ids are in its title.

    What is `worked` out of each record stands below its fields.
    """
    ids = [str(record["id"]) for record in records]
    complete = [kind.complete(record) for record in records]
    pairs = list(zip(ids, complete, strict=True))
    rows: list[Record] = [
        {"field": field.label, **{each: _lines(field, record) for each, record in pairs}}
        for field in telling_fields(kind)
        if any(map(field.show, complete))
    ]
    one = kind.names.one
    heading = f"{one[:1].upper()}{one[1:]}" if len(ids) == 1 else kind.names.heading
    values = [Column(each, "Значение" if len(ids) == 1 else each, wide=True) for each in ids]
    rows += _worked_rows(ids, worked)
    return Table(f"{heading} {', '.join(ids)}", (Column("field", "Поле"), *values), rows)


def _worked_rows(ids: Sequence[str], worked: Sequence[Worked]) -> list[Record]:
    labels = dict.fromkeys(label for each in worked for label, lines in each.lines.items() if lines)
    rows = []
    for label in labels:
        row: Record = {"field": label}
        for each, found in zip(ids, worked, strict=True):
            row[each] = found.lines.get(label, [])
        rows.append(row)
    return rows


def _lines(field: Field, record: Record) -> list[str]:
    return field.show(record).splitlines()


def _column(field: Field, seen: Container[str], *, written: bool) -> Column:
    return Column(
        key=field.key,
        label=field.label if written or field.key != "id" else _ID_FOR_PEOPLE,
        show=_written(field, seen) if written else _shown(field),
        align=field.type.align,
        wide=field.type.wide,
        shown=field.key in seen,
        content=field.type.content,
        words=field.type.words(),
        computed=field.derived,
        blank=[] if field.type.several else None,
    )


def _shown(field: Field) -> Callable[[Row], Shown]:
    if field.qualifier:
        return lambda row: field.show(_record(row))
    key, show = field.key, field.type.show
    return lambda row: show(row.get(key))


def _written(field: Field, seen: Container[str]) -> Callable[[Row], Shown]:
    """Return what writes a cell, with how exact its number is where no other column tells that."""
    if field.qualifier and field.qualifier not in seen:
        return _shown(field)
    key, write = field.key, field.type.write
    return lambda row: write(row.get(key))


def _record(row: Mapping[str, Value]) -> Record:
    return row if isinstance(row, dict) else dict(row)
