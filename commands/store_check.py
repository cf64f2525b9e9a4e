"""`rumo store check`: whether the store holds together, and what of it can be mended."""

import click

from commands.app import App
from commands.lazy import Command
from commands.options import output_options
from commands.output import chosen_target, emit
from commands.store_places import folder_store
from rumo_cli.errors import CheckFailed
from rumo_cli.records.values import Record
from rumo_cli.tables.table import Column, Row, Table
from rumo_cli.text import plural
from store.checking.check import Repaired, check_store, repair_store
from store.checking.problem import Problem

_SEVERITIES = {"error": "ошибка", "warning": "вопрос"}


@click.command("check", cls=Command)
@click.option("--repair", is_flag=True, help="Исправить, что можно исправить без догадок.")
@output_options()
@click.pass_obj
def check(app: App, repair: bool, format_name: str | None, output: str | None) -> None:
    """Проверить хранилище: файл, каждую запись, ссылки, счётчики, годы, журнал.

    Каждое найденное названо с файлом и строкой; есть хоть одна ошибка — код 7. «Вопрос» кода не
    меняет: так бывает и в целом хранилище. --repair сначала делает резервную копию, исправляет
    одной командой журнала и называет исправленное; остальное решать вам.
    """
    target = chosen_target(format_name, output)
    store = folder_store(app)
    found = repair_store(store, app.command_line) if repair else Repaired([], check_store(store))
    rows = [_row(each, mended=True) for each in found.mended]
    rows += [_row(each, mended=False) for each in found.left]
    emit(app, _table(rows), target, {"store": store.location, "problems": rows})
    _sum_up(app, found)
    if any(each.severity == "error" for each in found.left):
        raise click.exceptions.Exit(CheckFailed.exit_code)


def _table(rows: list[Record]) -> Table:
    return Table(
        "Проверка хранилища",
        (
            Column("file", "Файл"),
            Column("line", "Строка", align="right"),
            Column("severity", "Вид", show=_severity),
            Column("place", "Где"),
            Column("message", "Что не так", wide=True),
            Column("state", "Исправление", show=_state),
        ),
        rows,
        empty="Хранилище цело.",
    )


def _row(problem: Problem, *, mended: bool) -> Record:
    return {
        "file": problem.file,
        "line": problem.line,
        "severity": problem.severity,
        "place": problem.place,
        "message": problem.message,
        "state": "mended" if mended else "mendable" if problem.mendable else "manual",
    }


def _severity(row: Row) -> str:
    return _SEVERITIES[str(row["severity"])]


def _state(row: Row) -> str:
    return {"mended": "исправлено", "mendable": "--repair", "manual": "вручную"}[str(row["state"])]


def _sum_up(app: App, found: Repaired) -> None:
    if found.mended:
        app.say(f"Исправлено: {len(found.mended)}. Прежнее состояние: rumo store restore --list")
    errors = sum(each.severity == "error" for each in found.left)
    if found.left:
        noun = plural(errors, "ошибка", "ошибки", "ошибок")
        app.say(f"Найдено: {errors} {noun}, вопросов: {len(found.left) - errors}.")
    if any(each.mendable for each in found.left):
        app.say("Исправить, что можно: rumo store check --repair")
