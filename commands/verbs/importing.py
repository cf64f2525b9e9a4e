"""`import`: records from files that people have, one transaction a call."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from commands.app import App
from commands.file_options import file_options
from commands.import_endings import Run, refusal
from commands.import_files import FilesRead, read_files
from commands.import_report import import_document, import_table, preview_table, say_findings
from commands.import_settings import ImportSettings
from commands.imports import settle, write
from commands.lazy import verb
from commands.memory import leave
from commands.options import MonthType, output_options
from commands.output import TableTarget, chosen_target, emit, write_file
from rumo_cli.errors import Refused
from rumo_cli.intake.rejects import rejected_rows
from rumo_cli.intake.verdicts import Action, Settled
from rumo_cli.records.kind import Kind


def command(kind: Kind | None) -> click.Command:
    """Return the verb for a kind; without one it is `rumo import`, which knows kinds by sight."""

    @_settings_options
    @click.option("--dry-run", is_flag=True, help="Показать, что будет, и ничего не записать.")
    @click.option(
        "--explain",
        is_flag=True,
        help="Показать, как понят каждый столбец и каждая строка, и ничего не записать.",
    )
    @click.option("--skip-bad", is_flag=True, help="Записать хорошие строки, плохие пропустить.")
    @click.option("--rejects", metavar="ФАЙЛ", help="Куда записать строки с ошибками.")
    @output_options()
    @click.pass_obj
    def import_(
        app: App,
        /,
        files: tuple[str, ...],
        dry_run: bool,
        explain: bool,
        skip_bad: bool,
        rejects: str | None,
        format_name: str | None,
        output: str | None,
        **settings: Any,
    ) -> None:
        target = chosen_target(format_name, output)
        read = read_files(app, kind, files, ImportSettings(**settings), explained=explain)
        leave(read)
        refused = sum(bool(row.errors) for each in read.registers for row in each.incoming)
        if explain:
            from commands.import_explanation import emit_explanation

            emit_explanation(app, read, target)
            return
        if rejects and refused:
            write_file(Path(rejects), rejected_rows(read.registers))
        run = Run(dry_run, taken=skip_bad or not (refused or read.failures))
        settled = write(app, read.registers) if run.written else settle(app, read.registers)
        if target.path or format_name or not app.quiet:
            _show(app, settled, read, run, target)
        say_findings(app, settled, read)
        if rejects and refused:
            app.say(f"Строки с ошибками записаны: {rejects}")
        _say_next(app, settled, run)
        if refused or read.failures:
            raise refusal(refused, len(read.failures), run)

    return verb("import", import_, _help(kind))


def _help(kind: Kind | None) -> str:
    files = "Excel (XLSX, XLS, ODS), таблицы Word (DOCX), CSV, TSV, JSON, NDJSON"
    again = "Повторная загрузка ничего не удваивает."
    if kind is None:
        return (
            f"Загрузить файлы или папки с ними: {files}.\n\nЧто за записи в таблице, видно по её "
            f"заголовкам: вебинары, планы, маршруты, … Всё записывается разом. {again}"
        )
    return (
        f"Загрузить из файлов ({kind.names.heading.lower()}): {files}; «-» — стандартный ввод. "
        f"{again}"
    )


def _settings_options(function: Callable[..., None]) -> Callable[..., None]:
    """Add the files and what may be said of them: the fields of `ImportSettings`."""
    options = (
        click.option("--month", type=MonthType(), help="Месяц дат из одного числа: 2024-10."),
        click.option(
            "--set",
            "given",
            multiple=True,
            metavar="КЛЮЧ=ЗНАЧЕНИЕ",
            help="Значение для каждой строки, например owner=ОМО-04.",
        ),
    )
    for option in reversed(options):
        function = option(function)
    return file_options(function)


def _show(
    app: App, settled: Sequence[Settled], read: FilesRead, run: Run, target: TableTarget
) -> None:
    """Write down what the import did; where that fails, say that the import itself stands."""
    table = preview_table(settled) if run.dry else import_table(settled, written=run.taken)
    document = import_document(settled, read, counted=run.taken or run.dry)
    try:
        emit(app, table, target, document)
    except Refused as error:
        if run.written:
            raise Refused(f"{error} Сама загрузка записана; отменить её: rumo undo") from error
        raise


def _say_next(app: App, settled: Sequence[Settled], run: Run) -> None:
    """Say what was made, and how to take it back."""
    if app.store.created:
        app.say(f"Создано хранилище: {app.store.location}")
    changed = sum(each.count(Action.ADDED) + each.count(Action.UPDATED) for each in settled)
    if run.dry:
        app.say("Это проба (--dry-run): ничего не записано.")
    elif run.written and changed:
        app.say("Отменить загрузку: rumo undo")
