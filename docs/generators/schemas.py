"""The JSON Schema of every kind of record, as files that scripts can check against."""

import json

from rumo_cli.records import described_kinds
from rumo_cli.records.schema import json_schema


def schemas() -> dict[str, str]:
    """Return the text of each schema by the key of its kind."""
    return {
        key: json.dumps(json_schema(kind), ensure_ascii=False, indent=2) + "\n"
        for key, kind in described_kinds().items()
    }
