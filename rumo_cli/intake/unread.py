"""What becomes of words that stand where no field reads them.

Understood or not, a row stays; what was not understood stays beside it and is said aloud. Only
what a record cannot be without is an error: a title, a day that does not exist, a count that is
no figure.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from rumo_cli.calendar.errors import UnreadableError
from rumo_cli.calendar.years import AcademicYear
from rumo_cli.records.fields import Clock, Day, Field, Reading, ReadingContext, Status, Whole
from rumo_cli.records.kind import Kind
from rumo_cli.records.values import Record

_STRETCHES = {"month", "month+open", "range", "open", "recurring", "by"}
_PUT_OFF = {"cancelled", "postponed"}
_BRACKETED = re.compile(r"(?<!\s)\s*[(\[](?P<remark>[^()\[\]]+)[)\]]\s*$")
_BREAKS = re.compile(r"[();,\n]")
_MOST_REMARKS = 20
_REST = re.compile(r"[,;(\n]")
_DAY = re.compile(r"^[\d\s.:/-]+(?:г(?:ода?)?\b\.?)?\s*")


class Said(NamedTuple):
    """What a cell says in passing: its key, and what to take from it."""

    key: str
    reading: Reading


def kept_unread(
    kind: Kind, field: Field, text: str, error: ValueError, context: ReadingContext
) -> Reading | None:
    """Return how a cell that its field cannot read is kept; None where it must be mended.

    A word of status in it, as «отменён» among counts, is taken for the status.
    """
    if context.own or field.required:
        return None
    literal = " ".join(text.split())
    status = _status(kind)
    found = status.leading(text) if status and field.key != kind.status else None
    if status and kind.status and found:
        values: Record = {kind.status: found, "notes": literal}
        return Reading(values, (f"понято как состояние «{status.show(found)}»",))
    if not _may_stay(kind, field, text, error, context):
        return None
    if isinstance(field.type, Clock | Whole) and (reading := _beginning(field, text, context)):
        note = f"взято только «{field.type.show(reading.values[field.key])}»"
        return Reading({**reading.values, "notes": literal}, (note,))
    return Reading({"notes": literal}, (f"не прочитано: {error}; сохранено в примечаниях",))


def _beginning(field: Field, text: str, context: ReadingContext) -> Reading | None:
    """Read «15.00» of «15.00, ауд. 305», and «16» of «16 (из них 2 молодых)»."""
    first, *rest = _REST.split(text, maxsplit=1)
    try:
        reading = field.type.read(field.key, first, context) if rest else None
    except ValueError:
        return None
    return reading if reading and field.key in reading.values else None


def _may_stay(
    kind: Kind, field: Field, text: str, error: ValueError, context: ReadingContext
) -> bool:
    if isinstance(field.type, Whole):
        return any(character.isdigit() for character in text)
    if not isinstance(field.type, Day):
        return True
    if field.key != kind.date:
        return isinstance(error, UnreadableError)
    from rumo_cli.calendar.deadlines import read_deadline

    year = context.year or AcademicYear.of(context.today)
    return read_deadline(text, year).kind in _STRETCHES


def status_in_passing(kind: Kind, record: Record, cells: Mapping[str, str]) -> Said | None:
    """Return the status of a record that has none but in a remark: «(отменён)» after its title."""
    if kind.status is None or record.get(kind.status):
        return None
    status = _status(kind)
    if status is None:
        return None
    for key, text in _remarks(kind, record, cells):
        found = status.leading(text)
        if found in _PUT_OFF or (found and key == "notes"):
            values: Record = {kind.status: found}
            if key == kind.title:
                values[key] = _BRACKETED.sub("", str(record[key]))
            return Said(key, Reading(values, (f"понято как состояние «{status.show(found)}»",)))
    return None


def _remarks(kind: Kind, record: Record, cells: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Return what stands in brackets after a title, beside a day, and among the notes."""
    title = _BRACKETED.search(cells.get(kind.title, ""))
    if title and kind.title in record:
        yield kind.title, title["remark"]
    if kind.date and not record.get("moved_from"):
        parts = _BREAKS.split(cells.get(kind.date, ""), maxsplit=_MOST_REMARKS)
        yield from ((kind.date, _DAY.sub("", part)) for part in parts)
    if "notes" in cells:
        yield "notes", cells["notes"]


def _status(kind: Kind) -> Status | None:
    field = kind.by_key.get(kind.status or "")
    return field.type if field and isinstance(field.type, Status) else None
