"""Reading the deadlines of a year again once its terms have changed."""

from commands.reading import calendars_in, records_in
from rumo_cli.calendar.terms import SchoolCalendars
from rumo_cli.records import all_kinds
from rumo_cli.records.kind import compact
from rumo_cli.records.school_days import reread
from store.contract import Transaction


def reread_deadlines(transaction: Transaction, year: str, before: SchoolCalendars) -> int:
    """Read the deadlines of a year by the terms that it has now; return how many are others."""
    now = calendars_in(transaction)
    changed = 0
    for kind in all_kinds().values():
        if "deadline_text" not in kind.by_key:
            continue
        for record in records_in(transaction, kind, [year]):
            anew = reread(record, before, now)
            if anew is not record:
                transaction.replace(kind.key, int(str(record["id"])), compact(anew | {"id": None}))
                changed += 1
    return changed
