"""What an import did or would do: a table, a document, and what to say of the files."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from commands.app import App
from commands.describing import differences
from rumo_cli.intake.layout import RowKind
from rumo_cli.intake.problems import Problem
from rumo_cli.intake.verdicts import Action, Settled, Verdict
from rumo_cli.records.kind import Kind
from rumo_cli.records.values import Record
from rumo_cli.tables.table import Column, Table

SAID = 50
"""Warnings of a file that are said one by one; the rest are counted."""

_COUNTS = (
    ("read", "Прочитано"),
    ("added", "Добавлено"),
    ("updated", "Обновлено"),
    ("unchanged", "Без изменений"),
    ("refused", "С ошибками"),
)
_UNDERSTOOD = (RowKind.HEADING, RowKind.SECTION, RowKind.BAND)
"""Rows that hold no record and need no word: what they say is in the records."""
_ACTIONS = {
    Action.ADDED: "добавится",
    Action.UPDATED: "обновится",
    Action.UNCHANGED: "без изменений",
    Action.REFUSED: "ошибка",
    Action.REPEATED: "повтор",
}


def import_document(settled: Sequence[Settled], *, counted: bool) -> dict[str, object]:
    """Return the outcome as JSON shows it; `counted` tells that good rows are taken."""
    files = [_file_document(each, counted=counted) for each in settled]
    counts = {key: sum(int(str(file[key])) for file in files) for key, _ in _COUNTS}
    return {**counts, "files": files}


def import_table(settled: Sequence[Settled], *, written: bool) -> Table:
    """Return the outcome as a table, a row a file."""
    repeated = any(each.count(Action.REPEATED) for each in settled)
    return Table(
        title="Загрузка" if written else "Загрузка не выполнена: есть ошибки",
        columns=(
            Column("file", "Файл", wide=True),
            Column("kind", "Вид"),
            *(Column(key, label, align="right") for key, label in _COUNTS),
            Column("repeated", "Повторов", align="right", shown=repeated),
        ),
        rows=[_row(each, counted=written) for each in settled],
    )


def preview_table(settled: Sequence[Settled]) -> Table:
    """Return what would happen, a row a record."""
    return Table(
        title="Что будет загружено",
        columns=(
            Column("file", "Файл"),
            Column("row", "Строка", align="right"),
            Column("action", "Что будет"),
            Column("id", "ID", align="right"),
            Column("record", "Запись", wide=True),
            Column("changes", "Изменения", wide=True),
        ),
        rows=[_preview(each, verdict) for each in settled for verdict in each.verdicts],
    )


def say_findings(app: App, settled: Sequence[Settled]) -> None:
    """Say how each file was understood, what was passed over, what is doubtful and wrong."""
    for each in settled:
        _say_file(app, each)
        for problem in _shown(each.warnings):
            app.say(f"  Внимание: {problem}")
        for error in each.errors:
            app.say_always(f"  Ошибка: {each.register.name}, {error}")


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
    for note in register.notes:
        app.say(f"  {note[:1].upper()}{note[1:]}.")
    for kind, number in settled.also.items():
        app.say(f"  Заодно добавлено: {kind} — {number}.")
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
        if laid.kind not in _UNDERSTOOD
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
        "file": register.name,
        "kind": register.kind.key,
        "encoding": register.grid.encoding,
        **_counts(settled, counted=counted),
        "also": settled.also if counted else {},
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


def _preview(settled: Settled, verdict: Verdict) -> Record:
    kind = settled.register.kind
    number = verdict.number
    return {
        "file": settled.register.name,
        "row": _row_number(verdict),
        "action": _ACTIONS[verdict.action],
        "id": number if number and number > 0 else None,
        "record": kind.label(verdict.record or verdict.incoming.record),
        "changes": _changes(kind, verdict),
    }


def _changes(kind: Kind, verdict: Verdict) -> str:
    if verdict.action is Action.REFUSED:
        return "; ".join(problem.message for problem in verdict.incoming.errors)
    if verdict.action is Action.REPEATED:
        return verdict.incoming.repeats or ""
    if verdict.before is None:
        return ""
    return "; ".join(differences(kind, verdict.before, verdict.record))


def _row_number(verdict: Verdict) -> int:
    return verdict.incoming.laid.source.row
