"""Taking back whole commands and bringing them back, as changes that any engine can run."""

from itertools import takewhile

from rumo_cli.errors import NotFound, Refused
from rumo_cli.text import quoted
from store.contract import Change, Entry, Snapshot, Transaction
from store.reversing import reverse


def undo_last(transaction: Transaction) -> Entry:
    """Take back the newest command that still stands, and return its entry.

    Raise `Refused` if there is none, or if its records are not as it left them.
    """
    entry = next(filter(_stands, transaction.journal()), None)
    if entry is None:
        raise Refused("Отменять нечего: в журнале нет действующих команд.")
    return _undo(transaction, entry)


def redo_last(transaction: Transaction) -> Entry:
    """Bring back what the newest undo took away, and return the entry of that command.

    Raise `Refused` if no undo is left since the last command of another sort.
    """
    recent = takewhile(_is_reversal, transaction.journal())
    undo = next((entry for entry in recent if _is_undone(entry)), None)
    if undo is None:
        raise Refused("Возвращать нечего: последняя команда не была отменой.")
    return _redo(transaction, undo)


def undo_command(number: int) -> Change[Entry]:
    """Return the change that takes back the command of a number, as `undo_last` does the newest.

    Raise `NotFound` if the journal has no such command, `Refused` if it does not stand.
    """

    def change(transaction: Transaction) -> Entry:
        entry, latest = _entry_and_latest(transaction, number)
        if entry.undoes:
            raise Refused(
                f"Команда {number} — сама отмена команды {entry.undoes}. "
                f"Вернуть отменённое: rumo redo {number}"
            )
        if latest.undoes:
            raise Refused(
                f"Команда {number} уже отменена командой {latest.id}. Вернуть: rumo redo {number}"
            )
        return _undo(transaction, latest)

    return change


def redo_command(number: int) -> Change[Entry]:
    """Return the change that brings back the command of a number, or what that command took back.

    Raise `NotFound` if the journal has no such command, `Refused` if there is nothing to bring.
    """

    def change(transaction: Transaction) -> Entry:
        entry, latest = _entry_and_latest(transaction, number)
        if latest is not entry and latest.redoes:
            raise Refused(f"Команда {number} уже возвращена командой {latest.id}.")
        if not latest.undoes:
            raise Refused(f"Команда {number} не отменена: возвращать нечего.")
        return _redo(transaction, latest)

    return change


def find_command(snapshot: Snapshot, number: int) -> Entry:
    """Return the command of a number; `NotFound` says which the journal has."""
    return _entry_and_latest(snapshot, number)[0]


def _undo(transaction: Transaction, entry: Entry) -> Entry:
    original = _original(transaction, entry)
    reverse(transaction, entry, f"{_named(original)} отменить нельзя")
    transaction.undoes = entry.id
    return original


def _redo(transaction: Transaction, undo: Entry) -> Entry:
    original = _original(transaction, undo)
    reverse(transaction, undo, f"{_named(original)} вернуть нельзя")
    transaction.redoes = undo.id
    return original


def _named(entry: Entry) -> str:
    return f"Команду {entry.id} {quoted(entry.command)}"


def _stands(entry: Entry) -> bool:
    """Tell whether what an entry did is there: what was brought back stands by the redo.

    An entry that changed nothing put a copy in the place of a damaged file, or forgot a person.
    """
    return bool(entry.changes) and entry.undoes is None and entry.undone_by is None


def _is_undone(entry: Entry) -> bool:
    """Tell whether an entry is an undo that nothing has brought back."""
    return entry.undoes is not None and entry.undone_by is None


def _is_reversal(entry: Entry) -> bool:
    return entry.undoes is not None or entry.redoes is not None


def _entry_and_latest(snapshot: Snapshot, number: int) -> tuple[Entry, Entry]:
    """Return a command, and what last took it back or brought it back: itself if nothing did."""
    since = {
        each.id: each for each in takewhile(lambda each: each.id >= number, snapshot.journal())
    }
    if number not in since:
        raise NotFound(f"Команды {number} в журнале нет. Номера команд показывает rumo log.")
    entry = latest = since[number]
    while latest.undone_by is not None:
        latest = since[latest.undone_by]
    return entry, latest


def _original(snapshot: Snapshot, entry: Entry) -> Entry:
    """Return the command that an undo or a redo is about after all."""
    for earlier in snapshot.journal():
        if not _is_reversal(entry):
            break
        if earlier.id == (entry.undoes or entry.redoes):
            entry = earlier
    return entry
