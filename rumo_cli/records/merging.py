"""What an import does to a record that is already there."""

from datetime import date
from typing import NamedTuple

from rumo_cli.calendar.years import AcademicYear
from rumo_cli.records.fields import ReadingContext
from rumo_cli.records.kind import Kind, compact
from rumo_cli.records.marks import days_before_moves
from rumo_cli.records.values import Record, Value
from rumo_cli.text import fold

STATUS_BY_COMMAND = "_status_by_command"
"""Set where a person's command, not a file, gave a record its status; never shown."""

_EMPTY: tuple[Value, ...] = (None, "", [])
_IDENTITY = frozenset({"id", "academic_year"})


class Merged(NamedTuple):
    """A record after a merge, the keys that changed, and what the file said in vain."""

    record: Record
    changed: tuple[str, ...]
    notes: tuple[str, ...]


def merge(kind: Kind, existing: Record, incoming: Record) -> Merged:
    """Return `existing` with the filled cells of `incoming`.

    A status set by a command stays, and so do the day of an event and the deadline of an item
    that were moved from what the file still names; the notes say so.
    """
    wanted = {key: value for key, value in incoming.items() if key not in _IDENTITY}
    notes = (
        *_keep_status(kind, existing, wanted),
        *_keep_moved_day(kind, existing, wanted),
        *_keep_moved_deadline(kind, existing, wanted),
    )
    _keep_times(kind, existing, wanted)
    wanted |= _settled(kind, existing | wanted, wanted)
    changed = [key for key, value in wanted.items() if _differs(existing.get(key), value)]
    void = [key for key in _void_companions(kind, changed, wanted) if existing.get(key)]
    record = compact(existing | wanted | dict.fromkeys(void))
    return Merged(record, (*changed, *void), notes)


def _settled(kind: Kind, record: Record, given: Record) -> Record:
    """Return what follows from the fields of both."""
    before = dict(record)
    kind.settle(record, given)
    return {key: value for key, value in record.items() if value != before.get(key)}


def _differs(old: Value, new: Value) -> bool:
    return old != new and not (old in _EMPTY and new in _EMPTY)


def _keep_status(kind: Kind, existing: Record, wanted: Record) -> tuple[str, ...]:
    if kind.status is None or not existing.get(STATUS_BY_COMMAND):
        return ()
    field = kind.by_key[kind.status]
    kept, offered = existing.get(field.key), wanted.pop(field.key, None)
    if offered in (None, kept):
        return ()
    return (
        f"в файле «{field.type.show(offered)}», а командой поставлено "
        f"«{field.type.show(kept)}»; оставлено поставленное командой",
    )


def _keep_moved_day(kind: Kind, existing: Record, wanted: Record) -> tuple[str, ...]:
    field = kind.by_key.get(kind.date or "")
    if field is None or wanted.get(field.key) not in days_before_moves(existing):
        return ()
    if existing.get(field.key) == wanted.get(field.key):
        return ()
    offered = field.type.show(wanted.pop(field.key))
    for companion in field.type.companions:
        wanted.pop(companion, None)
    return (f"в файле прежняя дата {offered}; оставлена новая {field.show(existing)}",)


def _keep_moved_deadline(kind: Kind, existing: Record, wanted: Record) -> tuple[str, ...]:
    moves, offered = existing.get("moves"), wanted.get("deadline_text")
    kept = existing.get("deadline_text")
    if not isinstance(moves, list) or offered is None or fold(str(offered)) == fold(str(kept)):
        return ()
    if fold(str(offered)) not in {fold(move.partition(" ")[2]) for move in moves}:
        return ()
    for key in [key for key in wanted if key.startswith("deadline_")]:
        del wanted[key]
    wanted.pop("occurrences_planned", None)
    field = kind.by_key["deadline_text"]
    shown = " ".join(field.type.show(offered).split())
    return (f"в файле прежний срок «{shown}»; оставлен новый «{field.show(existing)}»",)


def _keep_times(kind: Kind, existing: Record, wanted: Record) -> None:
    """Let a number of times that a person gave stand against what the same words imply again."""
    text, given = wanted.get("deadline_text"), existing.get("occurrences_planned")
    if given is None or wanted.get("occurrences_planned") in {None, given}:
        return
    if text is None or text != existing.get("deadline_text"):
        return
    context = ReadingContext(
        today=date.min, year=AcademicYear.parse(str(existing["academic_year"]))
    )
    implied = kind.by_key["deadline_text"].type.read("deadline_text", str(text), context)
    if wanted.get("occurrences_planned") == implied.values.get("occurrences_planned"):
        wanted.pop("occurrences_planned", None)


def _void_companions(kind: Kind, changed: list[str], wanted: Record) -> list[str]:
    return [
        companion
        for key in changed
        if key in kind.by_key
        for companion in kind.by_key[key].type.companions
        if companion not in wanted
    ]
