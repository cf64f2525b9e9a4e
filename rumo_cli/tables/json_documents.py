"""The formats `json` and `ndjson`, and JSON as every command prints it."""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rumo_cli.tables.options import RenderOptions
from rumo_cli.tables.table import Row, Table

if TYPE_CHECKING:
    from rumo_cli.records.values import Record

_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def json_text(document: object) -> str:
    """Return a whole document as JSON that a person can read too.

    `ValueError` for NaN and infinities, which JSON does not have.
    """
    return json.dumps(document, ensure_ascii=False, allow_nan=False, indent=2) + "\n"


def render_json(table: Table, _options: RenderOptions) -> str:
    """Return one array with an object a row, each on a line of its own."""
    objects = ",\n".join(_objects(table))
    return f"[\n{objects}\n]\n" if objects else "[]\n"


def render_ndjson(table: Table, _options: RenderOptions) -> str:
    """Return an object a line and nothing else."""
    return "".join(f"{row}\n" for row in _objects(table))


def _objects(table: Table) -> Iterator[str]:
    blank: Record = {column.key: column.blank for column in table.columns}
    return (_encode(_complete(blank, row)) for row in table.rows)


def _complete(blank: "Record", row: Row) -> "Record":
    """Return a row with all keys of the columns, and no others."""
    complete = {**blank, **row}
    return complete if len(complete) == len(blank) else {key: complete[key] for key in blank}
