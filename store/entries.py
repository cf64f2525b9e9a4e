"""How the journal lies in the store: an entry a document, the recent ones apart."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import accumulate
from typing import Any

from rumo_cli.records.values import Record
from store.contract import Entry, KindChanges
from store.documents import Document, encoded_size
from store.runs import ids_in, runs_of

MOST_COMMANDS = 200
"""A school year of daily work; what is older is history, which few commands read."""

MOST_BYTES = 1 << 18
"""Every command reads and writes the recent journal: a megabyte would add about 20 ms to each."""

_OPTIONAL = ("undoes", "redoes", "after")


def to_document(entry: Entry) -> Document:
    """Return an entry as it is kept, without its id, which is the key."""
    optional = {key: getattr(entry, key) for key in _OPTIONAL if getattr(entry, key) is not None}
    return {
        "at": entry.at.isoformat(timespec="seconds"),
        "user": entry.user,
        "command": entry.command,
        "changes": {kind: _packed(changes) for kind, changes in entry.changes.items()},
        **optional,
    }


def from_document(entry_id: int, document: Mapping[str, Any]) -> Entry:
    """Return the entry that a document holds."""
    return Entry(
        id=entry_id,
        at=datetime.fromisoformat(document["at"]),
        user=document["user"],
        command=document["command"],
        changes={kind: _unpacked(packed) for kind, packed in document["changes"].items()},
        **{key: document.get(key) for key in _OPTIONAL},
    )


def _packed(changes: KindChanges) -> Document:
    packed = {
        "added": list(runs_of(changes.added)),
        "changed": _by_text_id(changes.changed),
        "removed": _by_text_id(changes.removed),
    }
    return {part: content for part, content in packed.items() if content}


def _unpacked(packed: Mapping[str, Any]) -> KindChanges:
    return KindChanges(
        added=tuple(ids_in(packed.get("added", ()))),
        changed=_by_number(packed.get("changed", {})),
        removed=_by_number(packed.get("removed", {})),
    )


def _by_text_id(records: Mapping[int, Record]) -> dict[str, Record]:
    return {str(record_id): records[record_id] for record_id in sorted(records)}


def _by_number(records: Mapping[str, Record]) -> dict[int, Record]:
    return {int(record_id): record for record_id, record in records.items()}


def parted(
    journal: Mapping[str, Document], most: int = MOST_COMMANDS, most_bytes: int = MOST_BYTES
) -> tuple[dict[str, Document], dict[str, Document]]:
    """Return the entries that the recent journal has no room for, and those that it keeps.

    What is kept is newer than all that is not. Once the journal is full, half of it makes room, so
    that few commands pay for that.
    """
    newest_first = sorted(journal, key=int, reverse=True)
    kept = _fitting(journal, newest_first[:most], most_bytes)
    if len(kept) < len(journal):
        kept = _fitting(journal, newest_first[: most // 2], most_bytes // 2)
    left = {key: journal[key] for key in journal if key not in kept}
    return left, {key: journal[key] for key in reversed(kept)}


def _fitting(journal: Mapping[str, Document], keys: Sequence[str], most_bytes: int) -> list[str]:
    """Return the first of the keys whose entries together take so many bytes at most."""
    sizes = accumulate(encoded_size(journal[key]) for key in keys)
    return [key for key, size in zip(keys, sizes, strict=True) if size <= most_bytes]
