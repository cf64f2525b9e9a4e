"""Putting back what stood before a command, where nothing that came later is lost by it."""

from collections.abc import Collection, Mapping

from rumo_cli.calendar.years import AcademicYear
from rumo_cli.records import MODULES
from rumo_cli.records.values import Record
from store.contract import YEAR_KIND, Entry, KindChanges, Transaction
from store.obstacles import refuse_dangling, refuse_foreign, refuse_overwriting
from store.touching import RecordKey, has_incidental_years, keys_of, standing_after


def reverse(transaction: Transaction, entry: Entry, refusal: str) -> None:
    """Put back what stood before an entry; raise `Refused` where later work would be lost.

    `refusal` begins that message. A year that came with its first records goes with them only
    where nothing else is in it.
    """
    later = standing_after(transaction, entry)
    refuse_overwriting(transaction, entry, later, refusal)
    refuse_foreign(transaction, entry, refusal)
    gone = _added(transaction, entry) if later else {}
    for kind, changes in entry.changes.items():
        if kind == YEAR_KIND and has_incidental_years(entry):
            _follow(transaction, changes, {key for each in later for key in keys_of(each)})
        else:
            _put_back(transaction, kind, changes)
    if later:
        refuse_dangling(transaction, entry, gone, refusal)


def _added(transaction: Transaction, entry: Entry) -> Mapping[RecordKey, Record]:
    """Return the records that an entry added, as they stand."""
    added = (
        RecordKey(kind, number)
        for kind, changes in entry.changes.items()
        for number in changes.added
    )
    return {key: transaction.get(*key) or {} for key in added}


def _put_back(transaction: Transaction, kind: str, changes: KindChanges) -> None:
    for number in changes.added:
        transaction.remove(kind, number)
    for number, record in changes.changed.items():
        transaction.replace(kind, number, record)
    for number, record in changes.removed.items():
        transaction.restore(kind, number, record)


def _follow(
    transaction: Transaction, years: KindChanges, touched_later: Collection[RecordKey]
) -> None:
    """Take away the years that came with records, and bring back those that went with them."""
    for first in years.added:
        key = RecordKey(YEAR_KIND, first)
        if (
            key not in touched_later
            and transaction.get(*key) is not None
            and not _in_use(transaction, first)
        ):
            transaction.remove(*key)
    for first, settings in years.removed.items():
        if transaction.get(YEAR_KIND, first) is None:
            transaction.restore(YEAR_KIND, first, settings)


def _in_use(transaction: Transaction, first: int) -> bool:
    year = str(AcademicYear(first))
    return any(transaction.counts(kind).get(year) for kind in MODULES)
