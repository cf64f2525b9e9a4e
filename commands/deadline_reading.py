"""`rumo plan deadline`: how deadlines are understood, before or without any plan."""

import sys
from collections.abc import Iterable

import click

from commands.app import App
from commands.describing import spoken_day
from commands.lazy import Command
from commands.options import output_options
from commands.output import chosen_target, emit
from rumo_cli.calendar.deadlines import read_deadline
from rumo_cli.calendar.showing import show_deadline
from rumo_cli.calendar.years import AcademicYear
from rumo_cli.intake.dating import most_common_year
from rumo_cli.intake.decoding import decode
from rumo_cli.intake.sources import load
from rumo_cli.records.fields import ReadingContext
from rumo_cli.records.plan import PLAN
from rumo_cli.records.values import Record
from rumo_cli.tables.table import Column, Row, Shown, Table

STDIN = "-"
_LABELS = {
    "academic_year": "Учебный год",
    "deadline_text": "Срок",
    "deadline_kind": "Вид",
    "deadline_start": "Начало",
    "deadline_end": "Окончание",
    "deadline_frequency": "Периодичность",
    "occurrences_planned": "Раз",
    "deadline_understood": "Понято как",
    "deadline_note": "Замечание",
}
_FOR_MACHINES = {"academic_year", "deadline_frequency"}
_WIDE = {"deadline_text", "deadline_understood", "deadline_note"}
_DAYS = {"deadline_start", "deadline_end"}


@click.command("deadline", cls=Command)
@click.argument("texts", nargs=-1, required=True, metavar="ТЕКСТ...")
@output_options()
@click.pass_obj
def deadline(app: App, texts: tuple[str, ...], format_name: str | None, output: str | None) -> None:
    """Показать, как понимаются сроки: так их прочтёт и загрузка плана.

    Каждый ТЕКСТ — один срок; «-» берёт их со стандартного ввода, по одному в строке. Хранилище не
    нужно. Даты без года относятся к году --year, иначе к названному в самих сроках, иначе к
    текущему.
    """
    target = chosen_target(format_name, output)
    literals = [(literal, text != STDIN) for text in texts for literal in _literals(text)]
    year = _year_of(app, [literal for literal, _ in literals])
    rows = [_understood(literal, year, app, typed) for literal, typed in literals]
    title = f"Как поняты сроки, {year} учебный год"
    emit(app, Table(title, _columns(), rows, empty="На входе нет ни одного срока."), target)


def _literals(text: str) -> list[str]:
    if text != STDIN:
        return [text]
    _, data = load(STDIN, sys.stdin.buffer)
    lines, _ = decode(data) if data.strip() else ("", "")
    return [line for line in lines.splitlines() if line.strip()]


def _year_of(app: App, literals: Iterable[str]) -> AcademicYear:
    named = None if app.year_named else most_common_year(literals)
    return named or app.single_year


def _understood(text: str, year: AcademicYear, app: App, typed: bool) -> Record:
    """Return what a plan would keep of a deadline, and that in words of one form."""
    context = ReadingContext(today=app.today, year=year, typed=typed)
    kept = PLAN.by_key["deadline_text"].type.read("deadline_text", text, context).values
    shown = show_deadline(read_deadline(str(kept["deadline_text"]), year))
    return {"academic_year": str(year), **kept, "deadline_understood": shown or None}


def _columns() -> tuple[Column, ...]:
    return tuple(_column(key, label) for key, label in _LABELS.items())


def _column(key: str, label: str) -> Column:
    field = PLAN.by_key.get(key)

    def show(row: Row) -> Shown:
        value = row.get(key)
        if key in _DAYS and value:
            return spoken_day(value)
        return field.type.show(value) if field else str(value or "")

    return Column(
        key,
        label,
        show,
        align=field.type.align if field else "left",
        wide=key in _WIDE,
        shown=key not in _FOR_MACHINES,
    )
