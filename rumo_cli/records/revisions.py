"""How often records were changed: what a calendar tells its subscribers of."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import NamedTuple


class Revision(NamedTuple):
    """How often a record was changed since it was added, and when last.

    It only grows: taking a change back is one more change.
    """

    number: int
    at: datetime


class History(NamedTuple):
    """What tells records from those of another store, and their states from earlier ones.

    `revisions` are those of the records, by id, that were changed at all.
    """

    store: str = ""
    revisions: Mapping[int, Revision] = MappingProxyType({})


UNTOLD = History()
"""The history of records that no store holds."""
