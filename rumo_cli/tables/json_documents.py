"""The formats `json` and `ndjson`, and JSON as every command prints it."""

import json
from collections.abc import Iterator

from rumo_cli.tables.options import RenderOptions
from rumo_cli.tables.table import Table

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
    keys = [column.key for column in table.columns]
    return (_encode({key: row.get(key) for key in keys}) for row in table.rows)
