"""`rumo year list` and `rumo year show`: the years of a store, and what each of them holds."""

from collections.abc import Mapping

import click

from commands.app import App
from commands.lazy import Command
from commands.options import output_options, year_argument
from commands.output import chosen_target, emit
from commands.summaries import rest
from commands.years import settings_of
from rumo_cli.calendar.years import AcademicYear
from rumo_cli.records import all_kinds
from rumo_cli.records.closed_years import CLOSED, is_closed
from rumo_cli.records.own_text import TEXT
from rumo_cli.records.values import Record
from rumo_cli.records.year import YEAR
from rumo_cli.tables.table import Column, Row, Table
from store.contract import Snapshot

_STATES = {"open": "открыт", "closed": "закрыт"}
_DAYS = (CLOSED, "plan_adopted_date")


@click.command("list", cls=Command)
@output_options()
@click.pass_obj
def list_(app: App, format_name: str | None, output: str | None) -> None:
    """Какие учебные годы есть, открыты ли они и сколько в них записей."""
    target = chosen_target(format_name, output)
    snapshot = app.read()
    counts = _counts(snapshot)
    rows = [
        _row(year, settings, _of_year(counts, year)) for year, settings in snapshot.years().items()
    ]
    emit(app, _table(rows, people=not target.format.machine), target)


@click.command("show", cls=Command)
@year_argument(required=False)
@output_options()
@click.pass_obj
def show(app: App, year: AcademicYear | None, format_name: str | None, output: str | None) -> None:
    """Настройки учебного года и число его записей (обычно этого года)."""
    target = chosen_target(format_name, output)
    snapshot = app.read()
    named = year or app.single_year
    settings = settings_of(snapshot, named)
    counts = _of_year(_counts(snapshot), str(named))
    document = {
        **YEAR.complete({"id": named.first, "academic_year": str(named), **settings}),
        "state": _state(settings),
        "records": counts,
    }
    emit(app, _card(str(named), settings, counts), target, document)


def _state(settings: Record) -> str:
    return "closed" if is_closed(settings) else "open"


def _counts(snapshot: Snapshot) -> dict[str, Mapping[str, int]]:
    return {key: snapshot.counts(key) for key in _headings()}


def _of_year(counts: Mapping[str, Mapping[str, int]], year: str) -> dict[str, int]:
    return {key: of_kind.get(year, 0) for key, of_kind in counts.items()}


def _headings() -> dict[str, str]:
    """Return what the records of a year are called, by kind."""
    kinds = [*all_kinds().values(), TEXT]
    return {kind.key: kind.names.heading for kind in kinds if kind.yearly}


def _row(year: str, settings: Record, counts: Mapping[str, int]) -> Row:
    days = {key: settings.get(key) for key in _DAYS}
    return {"academic_year": year, "state": _state(settings), **days, **counts}


def _table(rows: list[Row], *, people: bool) -> Table:
    headings = _headings()
    words = Column("recorded", "Записано", show=rest(headings), wide=True)
    figures = (Column(key, heading, align="right") for key, heading in headings.items())
    return Table(
        "Учебные годы",
        (
            Column("academic_year", "Учебный год"),
            Column("state", "Состояние", show=lambda row: _STATES[str(row["state"])]),
            *(_day(key, rows) for key in _DAYS),
            *((words,) if people else figures),
        ),
        rows,
        empty="Учебных лет пока нет. Завести: rumo year open 2024-2025",
    )


def _day(key: str, rows: list[Row]) -> Column:
    field = YEAR.by_key[key]
    return Column(
        key,
        field.label,
        show=lambda row: field.show(dict(row)),
        shown=any(row[key] for row in rows),
        content=field.type.content,
    )


def _card(year: str, settings: Record, counts: Mapping[str, int]) -> Table:
    headings = _headings()
    filled = [(field.label, field.show(settings)) for field in YEAR.own_fields]
    counted = [(headings[key], str(number)) for key, number in counts.items()]
    said = [("Состояние", _STATES[_state(settings)]), *filled, *counted]
    return Table(
        f"{year} учебный год",
        (Column("field", "Поле"), Column("value", "Значение", wide=True)),
        [{"field": label, "value": shown} for label, shown in said if shown not in {"", "0"}],
        notes=(_next(year, settings),),
    )


def _next(year: str, settings: Record) -> str:
    if is_closed(settings):
        return f"Открыть снова: rumo year reopen {year}"
    return f"Задать: rumo year set КЛЮЧ=ЗНАЧЕНИЕ --year {year}"
