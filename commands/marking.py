"""Marks: commands that change the state of records, each record in the same way."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import click

from commands.app import App
from commands.changes import replace_record
from commands.describing import describe, spoken_day
from commands.doubts import doubts_brought
from commands.lazy import Command, verb
from commands.options import ids_argument, on_option
from commands.reading import find_to_change
from commands.record_options import (
    Understood,
    field_options,
    reading_context,
    typed_values,
    understand,
)
from commands.telling import tell
from rumo_cli.records.kind import Kind, compact
from rumo_cli.records.merging import STATUS_BY_COMMAND
from rumo_cli.records.values import Record, Value
from store.contract import Transaction

Mark = Callable[[Record, str], Record]
"""Returns a record marked on an ISO day; the same record where nothing changes."""

_OCCURRED = frozenset({"done", "in_progress", "partial"})
_TRACES: Mapping[str, frozenset[str]] = {
    "done_dates": _OCCURRED,
    "occurrences_done": _OCCURRED,
    "done_date": frozenset({"held", "done", "completed", "accepted"}),
    "suspended_date": frozenset({"suspended"}),
    "cancelled_date": frozenset({"cancelled"}),
    "reason": frozenset({"cancelled"}),
    "verdict_date": frozenset(),
}
"""What a mark leaves beside the status, and the statuses that it belongs to."""


def mark_command(
    kind: Kind, name: str, *, status: str, trace: str, word: str, help_text: str, field: str = ""
) -> Command:
    """Return a command that gives records a status, the day of the mark, and perhaps a field.

    A record that has the status keeps its day, unless `--on` names another.
    """
    fields = [kind.by_key[field]] if field else []

    @ids_argument
    @on_option
    @click.pass_obj
    def mark(app: App, /, numbers: tuple[int, ...], day: date | None, **options: Any) -> None:
        typed = typed_values(kind, options)
        understood = understand(kind, typed, reading_context(app, None, app.default_year))

        def marked(record: Record, on: str) -> Record:
            record = understood.applied(kind, record)
            if day is None and record.get(kind.status or "") == status and record.get(trace):
                return record
            return with_status(kind, record, status, {trace: on})

        mark_records(app, kind, numbers, day, marked, lambda _: word, trace)
        say_understood(app, understood)

    return verb(name, mark, help_text, field_options(fields))


def mark_records(
    app: App,
    kind: Kind,
    numbers: Sequence[int],
    day: date | None,
    mark: Mark,
    word: Callable[[Record], str],
    trace: str,
    *,
    aside: bool = False,
) -> list[Record]:
    """Put a mark on records in one transaction, say what became of each, and return them.

    The day is today's where none was named; `word` says what the mark made of a record, and
    `trace` is the key where its day is kept. It is said `aside` where stdout is for a text.
    """
    app.read()
    on = (day or app.today).isoformat()
    results, doubts = app.store.run(
        lambda transaction: _mark_all(app, transaction, kind, numbers, mark, on),
        command=app.command_line,
    )
    for before, record in results:
        if not app.quiet:
            outcome = word(record) if record != before else "Без изменений"
            tail = _day_of_mark(record, trace, on)
            tell(
                f"{outcome}: {kind.key} {record['id']} — {describe(kind, record)}{tail}", err=aside
            )
    app.warn(doubts)
    return [record for _, record in results]


def _day_of_mark(record: Record, trace: str, on: str) -> str:
    kept = record.get(trace)
    if isinstance(kept, list):
        kept = on if on in kept else None
    return f"; отметка от {spoken_day(kept)}" if kept else ""


def with_status(
    kind: Kind, record: Record, status: Value, traces: Mapping[str, Value] | None = None
) -> Record:
    """Return a record with a status that a person's command sets, and the traces of its mark.

    What the mark before it left (the day and reason of a cancellation) goes; the journal has it.
    """
    marked: Record = {kind.status or "": status, STATUS_BY_COMMAND: True}
    return record | dict.fromkeys(_superseded(kind, record, status)) | marked | dict(traces or {})


def _superseded(kind: Kind, record: Record, status: Value) -> Iterable[str]:
    """Return the keys of traces that a status ends; what recurs has still occurred."""
    for key, statuses in _TRACES.items():
        recurs = statuses is _OCCURRED and record.get("occurrences_planned")
        if key in kind.by_key and status not in statuses and not recurs:
            yield key


def say_understood(app: App, understood: Understood, *, told: str | None = None) -> None:
    """Say which days were meant, but for the field `told` already, and what is doubtful."""
    for key, day in understood.days.items():
        if key != told:
            app.say(day)
    app.warn(understood.doubts)


def _mark_all(
    app: App, transaction: Transaction, kind: Kind, numbers: Sequence[int], mark: Mark, on: str
) -> tuple[list[tuple[Record, Record]], list[str]]:
    """Return each record as it was and as it is, and what speaks against them now."""
    results = [_mark(app, transaction, kind, number, mark, on) for number in dict.fromkeys(numbers)]
    return results, doubts_brought(transaction, kind, results)


def _mark(
    app: App, transaction: Transaction, kind: Kind, number: int, mark: Mark, on: str
) -> tuple[Record, Record]:
    before = find_to_change(app, transaction, kind, number)
    after = compact(mark(before, on))
    if after != before:
        replace_record(transaction, kind, after)
    return before, after
