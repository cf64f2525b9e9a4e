"""The JSON Schema of a record: what scripts that read rumo's JSON may rely on."""

from rumo_cli.records.fields import Field
from rumo_cli.records.kind import Kind

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(kind: Kind) -> dict[str, object]:
    """Return the JSON Schema (2020-12) of a record as `list -f json` and `show -f json` give it.

    Every key is there; what is empty is null, or an empty list where a field takes several values.
    Later versions add keys, so other properties are not forbidden.
    """
    return {
        "$schema": DIALECT,
        "title": kind.names.heading,
        "type": "object",
        "properties": {field.key: _property(kind, field) for field in kind.fields},
        "required": [field.key for field in kind.fields],
    }


def _property(kind: Kind, field: Field) -> dict[str, object]:
    filled = field.type.schema()
    always = field in kind.required or field.key in {"id", "academic_year"}
    if field.type.several:
        return {"title": field.label, **filled, **({"minItems": 1} if always else {})}
    if always:
        return {"title": field.label, **filled}
    return {"title": field.label, "anyOf": [filled, {"type": "null"}]}
