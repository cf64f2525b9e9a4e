"""`import --explain`: how every column and every row of a file is understood."""

from collections.abc import Iterator

from commands.app import App
from commands.describing import telling_fields
from commands.import_files import FilesRead
from commands.import_report import say_notes, say_unread
from commands.output import TableTarget, emit
from rumo_cli.intake.addresses import column_letters
from rumo_cli.intake.heading_words import ROW_NUMBERS, fold_heading
from rumo_cli.intake.layout import LaidRow, RowKind
from rumo_cli.intake.problems import Problem
from rumo_cli.intake.registers import Register
from rumo_cli.intake.rows import Incoming
from rumo_cli.intake.table_notes import resembling
from rumo_cli.records.kind import Kind
from rumo_cli.records.values import Record
from rumo_cli.tables.table import Column, Table

_LONGEST = 100
"""Characters of a row of the file that are enough to know it by."""


def emit_explanation(app: App, read: FilesRead, target: TableTarget) -> None:
    """Write how the files are understood: a row for each of their columns and rows."""
    explained = [(register, _columns(register), _rows(register)) for register in read.registers]
    document = {
        "files": [
            {
                "file": register.file,
                "sheet": register.grid.sheet,
                "kind": register.kind.key,
                "notes": register.notes,
                "columns": columns,
                "rows": rows,
            }
            for register, columns, rows in explained
        ],
        "unrecognised": [each.document() for each in read.passed_over],
        "unreadable": read.failures,
    }
    rows = [
        {"file": register.name, **row}
        for register, columns, rows in explained
        for row in [
            *map(_line_of_column, columns),
            *(_line_of_row(register.kind, row) for row in rows),
        ]
    ]
    emit(app, _table(rows, many=len(explained) > 1), target, document)
    for register in read.registers:
        app.say(f"{register.name}: {register.kind.names.heading.lower()}")
        say_notes(app, register)
    say_unread(app, read)


def _table(rows: list[Record], *, many: bool) -> Table:
    return Table(
        title="Как понят файл",
        columns=(
            Column("file", "Файл", shown=many),
            Column("place", "Место"),
            Column("text", "В файле", wide=True),
            Column("understood", "Понято как", wide=True),
            Column("remarks", "Замечания", wide=True),
        ),
        rows=rows,
    )


def _columns(register: Register) -> list[dict[str, object]]:
    columns = register.layout.columns
    return [
        {
            "column": column_letters(place),
            "heading": heading,
            "field": columns.fields[place].key if place in columns.fields else None,
            "understood": _understood(register, place),
            "guessed": place in columns.guessed,
        }
        for place, heading in enumerate(columns.headings)
        if heading or place in columns.fields
    ]


def _understood(register: Register, place: int) -> str:
    columns, kind = register.layout.columns, register.kind
    if place in columns.fields:
        field = columns.fields[place]
        return f"{field.label} ({field.key})"
    if place in columns.periods:
        return "срок: отметка в столбце или сам срок"
    heading = columns.headings[place]
    if fold_heading(heading) in ROW_NUMBERS:
        return "номер строки, не берётся"
    return f"не взят{resembling(kind, heading)}"


def _rows(register: Register) -> list[dict[str, object]]:
    incoming = iter(register.incoming)
    return [
        _row(laid, next(incoming) if laid.kind is RowKind.DATA else None)
        for laid in register.layout.rows
    ]


def _row(laid: LaidRow, read: Incoming | None) -> dict[str, object]:
    return {
        "row": laid.source.row,
        "text": " | ".join(" ".join(cell.split()) for cell in laid.source.cells if cell.strip()),
        "is": laid.kind.value,
        "record": read.record if read else None,
        "remarks": list(_remarks(read)) if read else [],
    }


def _remarks(row: Incoming) -> Iterator[str]:
    for problem in row.errors:
        yield f"ошибка: {_placed(problem)}"
    yield from map(_placed, row.warnings)
    if row.repeats:
        yield row.repeats


def _placed(problem: Problem) -> str:
    return f"{problem.column}: {problem.message}" if problem.column else problem.message


def _line_of_column(column: dict[str, object]) -> Record:
    return {
        "place": f"столбец {column['column']}",
        "text": str(column["heading"]),
        "understood": str(column["understood"]),
        "remarks": "принят по сходству" if column["guessed"] else None,
    }


def _line_of_row(kind: Kind, row: dict[str, object]) -> Record:
    text, record = str(row["text"]), row["record"]
    return {
        "place": f"строка {row['row']}",
        "text": text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…",
        "understood": _told(kind, record) if isinstance(record, dict) else str(row["is"]),
        "remarks": list(map(str, remarks)) if isinstance(remarks := row["remarks"], list) else None,
    }


def _told(kind: Kind, record: Record) -> str:
    """Return the record in words, a phrase a field."""
    filled = [field for field in telling_fields(kind) if field.show(record)]
    return "; ".join(f"{field.label}: {' '.join(field.show(record).split())}" for field in filled)
