"""Taking back whole commands and bringing them back, as changes that any engine can run."""

from collections.abc import Iterator
from itertools import takewhile

from rumo_cli.errors import Refused
from store.contract import Entry, Transaction

_NAMED = 10


def undo_last(transaction: Transaction) -> Entry:
    """Take back the newest command that still stands, and return its entry.

    Commands are taken back from the newest on, so no later one can stand in the way. Raise
    `Refused` if there is none, or if its records are not as it left them.
    """
    standing = (
        entry
        for entry in reversed(transaction.journal())
        if entry.undoes is None and entry.undone_by is None
    )
    entry = next(standing, None)
    if entry is None:
        raise Refused("Отменять нечего: в журнале нет действующих команд.")
    _reverse(transaction, entry)
    transaction.undoes = entry.id
    return entry


def redo_last(transaction: Transaction) -> Entry:
    """Bring back what the newest undo took away, and return the entry of that undo.

    Raise `Refused` if no undo is left since the last command of another sort.
    """
    recent = takewhile(_is_reversal, reversed(transaction.journal()))
    undo = next((entry for entry in recent if entry.undoes and entry.undone_by is None), None)
    if undo is None:
        raise Refused("Возвращать нечего: последняя команда не была отменой.")
    _reverse(transaction, undo)
    transaction.redoes = undo.id
    return undo


def _is_reversal(entry: Entry) -> bool:
    return entry.undoes is not None or entry.redoes is not None


def _reverse(transaction: Transaction, entry: Entry) -> None:
    """Put back what stood before an entry; raise `Refused` and name the records in the way."""
    moved = list(_out_of_place(transaction, entry))
    if moved:
        named = ", ".join(moved[:_NAMED]) + (" …" if len(moved) > _NAMED else "")
        raise Refused(
            f"Команду «{entry.command}» нельзя ни отменить, ни вернуть: её записи с тех пор "
            f"появились или пропали помимо rumo: {named}."
        )
    for kind, changes in entry.changes.items():
        for record_id in changes.added:
            transaction.remove(kind, record_id)
        for record_id, record in changes.changed.items():
            transaction.replace(kind, record_id, record)
        for record_id, record in changes.removed.items():
            transaction.restore(kind, record_id, record)


def _out_of_place(transaction: Transaction, entry: Entry) -> Iterator[str]:
    for kind, changes in entry.changes.items():
        for record_id in (*changes.added, *changes.changed):
            if transaction.get(kind, record_id) is None:
                yield f"{kind} {record_id}"
        for record_id in changes.removed:
            if transaction.get(kind, record_id) is not None:
                yield f"{kind} {record_id}"
