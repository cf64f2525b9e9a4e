"""Whether a value is one that its field may hold, by the field's own JSON Schema."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

_TYPES: Mapping[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "array": (list,),
}
_NAMES = {
    "string": "текст",
    "integer": "целое число",
    "number": "число",
    "boolean": "true или false",
    "array": "список",
}
KEYWORDS = {"type", "enum", "pattern", "format", "minimum", "maximum", "items"}
"""What the schemas of fields are made of."""


def unfit(value: object, schema: Mapping[str, Any]) -> str | None:
    """Return what is expected in the place of a value, None where it fits."""
    if not _is_of_type(value, schema.get("type")):
        return _NAMES[schema["type"]]
    if "enum" in schema and value not in schema["enum"]:
        return "одно из: " + ", ".join(schema["enum"])
    if isinstance(value, list):
        return next(filter(None, (unfit(item, schema["items"]) for item in value)), None)
    return _unfit_text(value, schema) if isinstance(value, str) else _unfit_number(value, schema)


def _is_of_type(value: object, name: str | None) -> bool:
    if name is None:
        return True
    return isinstance(value, _TYPES[name]) and isinstance(value, bool) == (name == "boolean")


def _unfit_text(text: str, schema: Mapping[str, Any]) -> str | None:
    if "pattern" in schema and not re.search(schema["pattern"], text):
        return f"вид {schema['pattern']}"
    if schema.get("format") == "date" and not _is_date(text):
        return "дата вида 2024-10-15"
    return None


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _unfit_number(value: Any, schema: Mapping[str, Any]) -> str | None:
    if "minimum" in schema and value < schema["minimum"]:
        return f"не меньше {schema['minimum']}"
    if "maximum" in schema and value > schema["maximum"]:
        return f"не больше {schema['maximum']}"
    return None
