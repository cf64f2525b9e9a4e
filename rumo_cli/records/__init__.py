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


_OTHER_MODULES = {"year": "year", "text": "own_text"}
"""What the store keeps like a record, and nobody adds, lists or imports as one."""

_ROWS_READ = {"registration": "registration"}
"""Rows of files that are read and counted, and never kept."""


def kind_of(key: str) -> "Kind":
    """Return a kind of record by its key."""
    module = (MODULES | _OTHER_MODULES | _ROWS_READ)[key]
    kind: Kind = getattr(import_module(f"rumo_cli.records.{module}"), key.upper())
    return kind


def all_kinds() -> "Mapping[str, Kind]":
    """Return every kind of record that is kept, by its key."""
    return {key: kind_of(key) for key in MODULES}


def described_kinds() -> "Mapping[str, Kind]":
    """Return every kind that scripts read by its key: settings of years and own texts as well."""
    return {**all_kinds(), **{key: kind_of(key) for key in _OTHER_MODULES}}
