"""What several tests of the store say."""

import json
from pathlib import Path
from typing import Any

from rumo_cli.records.values import Record
from store.contract import Change, Entry
from store.json_store import JsonStore


def adding(kind: str, *records: Record) -> Change[list[int]]:
    """Return the change that adds records of a kind; run, it returns their ids."""
    return lambda transaction: [transaction.add(kind, record) for record in records]


def commands_of(store: JsonStore) -> list[Entry]:
    """Return the journal in the order of its commands."""
    return list(store.read().journal())[::-1]


def file_of(store: JsonStore) -> Path:
    return Path(store.location) / "store.json"


def names_in(store: JsonStore) -> set[str]:
    return {path.name for path in Path(store.location).iterdir()}


def rewrite(store: JsonStore, documents: Any) -> None:
    """Put other documents into the file, as a foreign program would."""
    file_of(store).write_text(json.dumps(documents), encoding="utf-8")


def documents_of(store: JsonStore) -> Any:
    return json.loads(file_of(store).read_text(encoding="utf-8"))
