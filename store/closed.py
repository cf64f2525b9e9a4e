"""What becomes of the records of a closed year: documents of their own, and back."""

from collections.abc import Collection

from store.contract import YEAR_KIND
from store.documents import META, ONLY, SCHEMA, Document, Documents, digest, revisions_of
from store.runs import runs_of


def taken_out(documents: Documents, year: str) -> Documents:
    """Take the records of a year out of documents, and return them as documents of their own.

    The settings of the year stay: every command may need them.
    """
    taken: Documents = {META: {ONLY: {"schema": SCHEMA, "year": year}}}
    for kind in sorted(_kinds(documents)):
        table = documents[kind]
        of_year = {key for key, each in table.items() if each.get("academic_year") == year}
        for name in (kind, revisions_of(kind)):
            _move(of_year, documents, taken, name)
    return taken


def _move(keys: Collection[str], source: Documents, target: Documents, name: str) -> None:
    """Move the documents of a table that have one of the keys."""
    table = source.get(name, {})
    moved = {key: each for key, each in table.items() if key in keys}
    if moved:
        target[name] = moved
        source[name] = {key: each for key, each in table.items() if key not in keys}


def put_back(documents: Documents, closed: Documents) -> None:
    """Put the records of a closed year back among the others."""
    for name, table in closed.items():
        if name != META:
            documents.setdefault(name, {}).update(table)


def entry_of(closed: Documents, content: bytes) -> Document:
    """Return what the store keeps of a closed year: which ids it has, and how its file is known."""
    ids = {kind: list(runs_of(map(int, closed[kind]))) for kind in _kinds(closed)}
    return {"sha256": digest(content), "ids": ids}


def _kinds(documents: Documents) -> list[str]:
    return [name for name in documents if not name.startswith("_") and name != YEAR_KIND]
