"""From the schema of an older rumo to this one's, a step a version."""

from collections.abc import Callable, Mapping

from store.documents import JOURNAL, META, ONLY, SCHEMA, Documents, digest, encode

Step = Callable[[Documents], None]
"""Takes documents from one schema version to the next, in place, the journal's records too."""


def _name_closed_years(documents: Documents) -> None:
    """Make room for the names of closed years, whose records lie in files of their own."""
    documents[META][ONLY]["closed"] = {}


def _name_store(documents: Documents) -> None:
    """Give the store an id that is the same at each reading until a write keeps it."""
    told_by = {name: documents.get(name, {}) for name in (META, JOURNAL)}
    documents[META][ONLY]["id"] = digest(encode(told_by))[:16]


def _begin_history(documents: Documents) -> None:
    """Make room for the names of the files that older commands go to."""
    documents[META][ONLY]["history"] = []


STEPS: Mapping[int, Step] = {1: _name_closed_years, 2: _name_store, 3: _begin_history}
"""The step from each version to the next; every version below `SCHEMA` needs one."""


class NewerSchemaError(Exception):
    """The documents were written by a newer rumo than this one."""

    def __init__(self, found: int, known: int) -> None:
        super().__init__(found, known)
        self.found = found
        self.known = known


def migrate(documents: Documents, steps: Mapping[int, Step] = STEPS, schema: int = SCHEMA) -> None:
    """Bring documents up to `schema` in place; raise `NewerSchemaError` if they are beyond it.

    A reader migrates in memory only; the file changes with the next write, which leaves the
    old one as the backup.
    """
    meta = documents[META][ONLY]
    if meta["schema"] > schema:
        raise NewerSchemaError(meta["schema"], schema)
    for version in range(meta["schema"], schema):
        steps[version](documents)
        meta["schema"] = version + 1
