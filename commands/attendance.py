"""`rumo webinar attendance`: the exports of registration forms become headcounts."""

from typing import Any

import click

from commands.app import App
from commands.attendance_counting import Counter, years_asked
from commands.attendance_files import FormSettings, FormsRead, read_forms
from commands.attendance_report import attendance_document, attendance_table, say_counts
from commands.file_options import file_options
from commands.import_endings import Run, refusal
from commands.lazy import Command
from commands.options import CountType, output_options
from commands.output import TableTarget, chosen_target, emit
from commands.reading import find_to_change
from commands.years import check_year_exists
from rumo_cli.errors import Refused
from rumo_cli.intake.attendance import Counted, Counting
from rumo_cli.records.webinar import WEBINAR


@click.command("attendance", cls=Command)
@file_options
@click.option(
    "--webinar",
    "number",
    type=CountType(1),
    metavar="ID",
    help="Все строки — об этом вебинаре, что бы ни стояло в столбце «Вебинар».",
)
@click.option("--replace", is_flag=True, help="Заменить и те числа, что поставлены вручную.")
@click.option(
    "--keep-names",
    is_flag=True,
    help="Сохранить имена участников: тогда следующая выгрузка к ним добавляет.",
)
@click.option("--dry-run", is_flag=True, help="Показать, что будет, и ничего не записать.")
@click.option("--skip-bad", is_flag=True, help="Посчитать хорошие строки, плохие пропустить.")
@output_options()
@click.pass_obj
def attendance(
    app: App,
    /,
    files: tuple[str, ...],
    number: int | None,
    replace: bool,
    keep_names: bool,
    dry_run: bool,
    skip_bad: bool,
    format_name: str | None,
    output: str | None,
    **settings: Any,
) -> None:
    """Посчитать участников вебинаров по выгрузке формы регистрации (XLSX, CSV, …).

    Строки относятся к вебинарам по теме и дате; повторы одного человека считаются один раз.
    Выгрузка формы накопительная: новая заменяет прежнюю, а файлы одного вызова складываются.
    Имена не сохраняются, если не указать --keep-names.
    """
    target = chosen_target(format_name, output)
    snapshot = app.read()
    check_year_exists(app, snapshot)
    if number:
        find_to_change(app, snapshot, WEBINAR, number)
    read = read_forms(files, FormSettings(**settings), webinar_named=number is not None)
    counter = Counter(
        read.tables,
        Counting(app.today, replace=replace, keep_names=keep_names),
        number,
        years_asked(app),
    )
    found = counter.count(snapshot)
    run = Run(dry_run, taken=skip_bad or not (found.refused or read.failures))
    if run.written:
        found = app.store.run(counter.write, command=app.command_line)
    if target.path or format_name or not app.quiet:
        _show(app, found, read, run, target)
    say_counts(app, found, read)
    _say_next(app, found, run)
    if found.refused or read.failures:
        raise refusal(found.refused, len(read.failures), run)


def _show(app: App, found: Counted, read: FormsRead, run: Run, target: TableTarget) -> None:
    """Write down what was counted; where that fails, say that the counts themselves stand."""
    table = attendance_table(found, run)
    try:
        emit(app, table, target, attendance_document(found, read, run))
    except Refused as error:
        if run.written:
            raise Refused(f"{error} Сами числа записаны; отменить: rumo undo") from error
        raise


def _say_next(app: App, found: Counted, run: Run) -> None:
    if run.dry:
        app.say("Это проба (--dry-run): ничего не записано.")
    elif run.written and found.changed:
        app.say("Отменить: rumo undo")
