"""What an import did or would do: a table, a document, and what to say of the files."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from commands.app import App
from commands.describing import changed_fields
from commands.import_files import FilesRead
from rumo_cli.intake.addresses import column_letters
from rumo_cli.intake.layout import RowKind
from rumo_cli.intake.problems import Problem
from rumo_cli.intake.registers import Register
from rumo_cli.intake.verdicts import Action, Settled, Verdict
from rumo_cli.records import kind_of
from rumo_cli.records.values import Record
from rumo_cli.tables.table import Column, Table

SAID = 50
"""Warnings of a file that are said one by one; the rest are counted."""

NAMED = 10
"""Files passed over for one reason that are named; the rest are counted."""

_COUNTS = (
    ("read", "Прочитано"),
    ("added", "Добавлено"),
    ("updated", "Обновлено"),
    ("unchanged", "Без изменений"),
    ("refused", "С ошибками"),
)
_SEEN_IF_ANY = frozenset({"updated", "unchanged", "refused", "repeated"})
_UNDERSTOOD = (RowKind.HEADING, RowKind.SECTION, RowKind.BAND)
"""Rows that hold no record and need no word: what they say is in the records."""
_ACTIONS = {
    Action.ADDED: "добавится",
    Action.UPDATED: "обновится",
    Action.REFUSED: "ошибка",
    Action.REPEATED: "повтор",
}


def import_document(
    settled: Sequence[Settled], read: FilesRead, *, counted: bool
) -> dict[str, object]:
    """Return the outcome as JSON shows it; `counted` tells that good rows are taken."""
    files = [_file_document(each, counted=counted) for each in settled]
    counts = {key: sum(int(str(file[key])) for file in files) for key, _ in _COUNTS}
    unrecognised = [each.document() for each in read.passed_over]
    return {**counts, "files": files, "unrecognised": unrecognised, "unreadable": read.failures}


def import_table(settled: Sequence[Settled], *, written: bool) -> Table:
    """Return the outcome as a table, a row a file; counts that are 0 everywhere stay unseen."""
    rows = [_row(each, counted=written) for each in settled]
    return Table(
        title="Загрузка" if written else "Загрузка не выполнена: есть ошибки",
        columns=(
            Column("file", "Файл", wide=True),
            Column("kind", "Вид", lambda row: _heading(str(row["kind"])), wide=True),
            *(_count_column(key, label, rows) for key, label in _COUNTS),
            _count_column("repeated", "Повторов", rows),
        ),
        rows=rows,
    )


def _count_column(key: str, label: str, rows: Sequence[Record]) -> Column:
    seen = key not in _SEEN_IF_ANY or any(row[key] for row in rows)
    return Column(key, label, align="right", shown=seen)


def preview_table(settled: Sequence[Settled]) -> Table:
    """Return what would happen: a row a record, and where one changes a row a changed field.

    Records that stay as they are make no rows: what is to be seen would drown in them.
    """
    rows = [row for each in settled for verdict in each.verdicts for row in _preview(each, verdict)]
    changing = any(row.get("field") for row in rows)
    unchanged = sum(each.count(Action.UNCHANGED) for each in settled)
    return Table(
        title="Что будет загружено",
        columns=(
            Column("file", "Файл", shown=len(settled) > 1, wide=True),
            Column("cell", "Ячейка", align="right"),
            Column("action", "Что будет"),
            Column("id", "ID", align="right", shown=changing),
            Column("record", "Запись", wide=True),
            Column("field", "Поле", shown=changing),
            Column("before", "Было", wide=True, shown=changing),
            Column("after", "Станет", wide=True, shown=changing),
            Column("remark", "Замечание", wide=True, shown=any(row.get("remark") for row in rows)),
        ),
        rows=rows,
        notes=(f"Без изменений: {unchanged}.",) if rows and unchanged else (),
        empty=f"Ничего нового. Без изменений: {unchanged}.",
    )


def say_findings(app: App, settled: Sequence[Settled], read: FilesRead) -> None:
    """Say how each file was understood, what was passed over, what is doubtful and wrong."""
    for each in settled:
        _say_file(app, each)
        for problem in _shown(each.warnings):
            app.say(f"  Внимание: {problem}")
        for error in each.errors:
            app.say_always(f"  Ошибка: {each.register.name}, {error}")
    say_unread(app, read)


def say_notes(app: App, register: Register) -> None:
    """Say what there is to know of a register at large, a sentence a line."""
    for note in register.notes:
        app.say(f"  {note[:1].upper()}{note[1:]}.")


def say_unread(app: App, read: FilesRead) -> None:
    """Say which tables and files were left out, and why; what is alike in one line."""
    by_reason: dict[str, list[str]] = {}
    for each in read.passed_over:
        by_reason.setdefault(each.reason, []).append(each.name)
    for reason, names in by_reason.items():
        more = f" и ещё {len(names) - NAMED}" if len(names) > NAMED else ""
        app.say(f"Не загружено: {', '.join(names[:NAMED])}{more}: {reason.rstrip('.')}.")
    for failure in read.failures:
        app.say_always(f"Ошибка: {failure}")


def _shown(warnings: Sequence[Problem]) -> Iterable[object]:
    yield from warnings[:SAID]
    if len(warnings) > SAID:
        yield f"… и ещё {len(warnings) - SAID}; все замечания: -f json"


def _say_file(app: App, settled: Settled) -> None:
    register = settled.register
    found = [register.kind.names.heading.lower()]
    found += [register.grid.encoding] if register.grid.encoding else []
    if register.grid.delimiter:
        found.append(f"разделитель «{register.grid.delimiter}»".replace("«\t»", "— табуляция"))
    app.say(f"{register.name}: {', '.join(found)}")
    say_notes(app, register)
    for kind, number in settled.also.items():
        app.say(f"  Заодно добавлено: {kind_of(kind).count(number)}.")
    passed = [f"{reason} {rows}" for reason, rows in _passed_over(settled)]
    if passed:
        app.say(f"  Пропущены строки: {'; '.join(passed)}.")
    for verdict in settled.verdicts:
        if verdict.action is Action.REPEATED:
            app.say(f"  Пропущена строка {_row_number(verdict)}: {verdict.incoming.repeats}.")


def _passed_over(settled: Settled) -> Iterable[tuple[str, str]]:
    """Return the rows that hold no record: what they are, and their numbers as ranges."""
    rows = [
        (laid.kind.value, laid.source.row)
        for laid in settled.register.passed_over
        if laid.kind not in _UNDERSTOOD and laid.source.row
    ]
    for reason in dict.fromkeys(reason for reason, _ in rows):
        yield reason, _ranges([row for each, row in rows if each == reason])


def _ranges(rows: Sequence[int]) -> str:
    parts = []
    for _, run in groupby(enumerate(rows), key=lambda each: each[1] - each[0]):
        numbers = [number for _, number in run]
        first, last = numbers[0], numbers[-1]
        parts.append(str(first) if first == last else f"{first}–{last}")
    return ", ".join(parts)


def _file_document(settled: Settled, *, counted: bool) -> dict[str, object]:
    register = settled.register
    skipped: list[dict[str, object]] = [
        {"row": laid.source.row, "reason": _reason(laid.kind, laid.section)}
        for laid in register.passed_over
    ]
    skipped += [
        {"row": _row_number(verdict), "reason": verdict.incoming.repeats}
        for verdict in settled.verdicts
        if verdict.action is Action.REPEATED
    ]
    return {
        "file": register.file,
        "sheet": register.grid.sheet,
        "kind": register.kind.key,
        "encoding": register.grid.encoding,
        **_counts(settled, counted=counted),
        "also": settled.also if counted else {},
        "changes": [
            change for verdict in settled.verdicts for change in _changes(settled, verdict)
        ],
        "skipped": sorted(skipped, key=lambda each: int(str(each["row"]))),
        "warnings": [problem.document() for problem in settled.warnings],
        "errors": [problem.document() for problem in settled.errors],
    }


def _reason(kind: RowKind, section: str | None) -> str:
    return f"{kind.value}: {section}" if kind is RowKind.SECTION and section else kind.value


def _counts(settled: Settled, *, counted: bool) -> dict[str, int]:
    taken = {
        key: settled.count(Action(key)) if counted else 0
        for key in ("added", "updated", "unchanged")
    }
    refused = settled.count(Action.REFUSED)
    return {"read": len(settled.verdicts), **taken, "refused": refused}


def _row(settled: Settled, *, counted: bool) -> Record:
    register = settled.register
    return {
        "file": register.name,
        "kind": register.kind.key,
        **_counts(settled, counted=counted),
        "repeated": settled.count(Action.REPEATED),
    }


def _preview(settled: Settled, verdict: Verdict) -> Iterable[Record]:
    if verdict.action is Action.UNCHANGED:
        return
    kind = settled.register.kind
    row: Record = {
        "file": settled.register.name,
        "cell": str(_row_number(verdict)),
        "action": _ACTIONS[verdict.action],
        "id": _stored_number(verdict),
        "record": kind.label(verdict.record or verdict.incoming.record),
    }
    if verdict.action is Action.UPDATED:
        yield from (row | change for change in _changes(settled, verdict))
    else:
        yield row | {"remark": _remark(verdict)}


def _remark(verdict: Verdict) -> str:
    if verdict.action is Action.REFUSED:
        return "; ".join(problem.message for problem in verdict.incoming.errors)
    return verdict.incoming.repeats or ""


def _changes(settled: Settled, verdict: Verdict) -> Iterable[Record]:
    """Return each changed field of a record that is updated, with its cell."""
    if verdict.action is not Action.UPDATED or verdict.before is None:
        return
    register = settled.register
    places = {field.key: place for place, field in register.layout.columns.fields.items()}
    for field in changed_fields(register.kind, verdict.before, verdict.record):
        place = places.get(field.key)
        yield {
            "cell": f"{column_letters(place) if place is not None else ''}{_row_number(verdict)}",
            "id": _stored_number(verdict),
            "field": field.label,
            "before": field.show(verdict.before) or None,
            "after": field.show(verdict.record) or None,
        }


def _stored_number(verdict: Verdict) -> int | None:
    return verdict.number if verdict.number and verdict.number > 0 else None


def _heading(kind: str) -> str:
    return kind_of(kind).names.heading.lower()


def _row_number(verdict: Verdict) -> int:
    return verdict.incoming.laid.source.row
