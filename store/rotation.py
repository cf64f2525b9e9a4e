"""Which backups are kept."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby, islice, zip_longest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.backups import Backup

HOURS, DAYS, MONTHS = 24, 30, 12
"""Of so many hours, days and months in which something was written, the last state of each."""

OF_A_REASON = 10
"""So many of those that were made for a reason: before each migration, by hand, …"""

MOST_BYTES = 256 << 20
"""What all of them may take together; the newest is kept whatever its size."""

_BUCKETS = (("%Y%m%d%H", HOURS), ("%Y%m%d", DAYS), ("%Y%m", MONTHS))


def kept(backups: Sequence["Backup"], most_bytes: int = MOST_BYTES) -> list["Backup"]:
    """Return the backups that are kept of some, given newest first.

    Hours, days and months are those in which states came about, by UTC, and not those before
    now: a clock that is wrong for a while throws nothing away. Where all of them would take too
    much, each of the series gives up its oldest.
    """
    chosen: list[Backup] = []
    size = 0
    for backup in dict.fromkeys(_by_turns(_series(backups))):
        if not chosen or size + backup.size <= most_bytes:
            chosen.append(backup)
            size += backup.size
    return chosen


def _series(backups: Sequence["Backup"]) -> Iterator[list["Backup"]]:
    usual = [backup for backup in backups if not backup.reason]
    for pattern, most in _BUCKETS:
        yield [*islice(_last_of_each(usual, pattern), most)]
    for reason in {backup.reason for backup in backups if backup.reason}:
        yield [backup for backup in backups if backup.reason == reason][:OF_A_REASON]


def _last_of_each(backups: Sequence["Backup"], pattern: str) -> Iterator["Backup"]:
    """Yield the last backup of each hour, day or month."""
    periods = groupby(backups, key=lambda backup: backup.at.strftime(pattern))
    return (next(of_period) for _, of_period in periods)


def _by_turns(series: Iterable[Sequence["Backup"]]) -> Iterator["Backup"]:
    """Yield the newest of each series, then the next of each."""
    turns = chain.from_iterable(zip_longest(*series))
    return (backup for backup in turns if backup is not None)
