"""How often records were changed: what a calendar tells its subscribers of."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import NamedTuple


class Revision(NamedTuple):
    """How often a record was changed since it was added, and when last.

    It only grows: taking a change back is one more change. `sittings` are those that the record
    has and those that it lost, see `placed`; none where it has them by the calendar and lost none.
    """

    number: int
    at: datetime
    sittings: tuple[str, ...] = ()


class History(NamedTuple):
    """What tells records from those of another store, and their states from earlier ones.

    `revisions` are those of the records, by id, that were changed at all.
    """

    store: str = ""
    revisions: Mapping[int, Revision] = MappingProxyType({})


def placed(sittings: Iterable[str], days: Iterable[str]) -> list[str]:
    """Return days in the places that earlier `sittings` had.

    A day keeps its place, a new one takes that of a day that is no more, else one at the end. A
    place that nothing takes keeps its old day.
    """
    days, earlier = sorted(days), list(sittings)
    new = [day for day in days if day not in earlier]
    kept = [day if day in days or not new else new.pop(0) for day in earlier]
    return kept + new


UNTOLD = History()
"""The history of records that no store holds."""
