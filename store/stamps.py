"""Which state of a store a file holds."""

from datetime import UTC, datetime
from typing import NamedTuple

from store.documents import JOURNAL, META, ONLY, Documents


class Stamp(NamedTuple):
    """When a state came about, its revision, and the schema that it was written in."""

    at: datetime
    revision: int
    schema: int


def stamp_of(documents: Documents, modified: float) -> Stamp:
    """Return which state documents are; where their journal does not say when, the file does."""
    meta = documents[META][ONLY]
    revision = meta.get("revision")
    try:
        at = datetime.fromisoformat(documents[JOURNAL][str(revision)]["at"]).astimezone(UTC)
    except (KeyError, TypeError, ValueError, OverflowError):
        at = datetime.fromtimestamp(modified, UTC)
    return Stamp(at, revision if isinstance(revision, int) else 0, meta["schema"])


def same_hour(first: Stamp, second: Stamp) -> bool:
    """Tell whether two states came about in one hour, of which only the last is kept."""
    return f"{first.at:%Y%m%d%H}" == f"{second.at:%Y%m%d%H}"
