"""What the records are: one module a kind, each field described once."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rumo_cli.records.kind import Kind

MODULES = {
    "omo": "omo",
    "webinar": "webinar",
    "plan": "plan",
    "meeting": "meeting",
    "iom": "iom",
    "task": "iom",
    "programme": "mentor",
    "pair": "mentor",
    "expertise": "expertise",
    "publication": "publication",
    "contribution": "contribution",
}
"""The module that describes each kind; a kind is imported when it is asked for."""


def kind_of(key: str) -> "Kind":
    """Return a kind of record by its key."""
    kind: Kind = getattr(import_module(f"rumo_cli.records.{MODULES[key]}"), key.upper())
    return kind


def all_kinds() -> "Mapping[str, Kind]":
    """Return every kind of record by its key."""
    return {key: kind_of(key) for key in MODULES}
