"""How far the plans are carried out: `rumo plan summary` and `rumo plan overdue`."""

from dataclasses import replace
from datetime import date
from typing import Any

import click

from commands.app import App
from commands.describing import spoken_day
from commands.lazy import verb
from commands.options import as_of_option, output_options
from commands.output import chosen_target, emit
from commands.reading import calendars_in, directory_of
from commands.record_tables import record_table, with_column
from commands.selection import select, selection_options
from commands.summaries import (
    columns_of,
    percent_of,
    portion,
    records_of_year,
    rest,
    share,
    summary_command,
    total_of,
)
from rumo_cli.calendar.terms import SchoolCalendars
from rumo_cli.figures.plan import GROUPINGS, plan_summary
from rumo_cli.figures.summary import Summary
from rumo_cli.records.plan import PLAN
from rumo_cli.records.plan_status import overdue_since
from rumo_cli.records.values import Record
from rumo_cli.tables.table import Bar, Column, Row, Table
from store.contract import Snapshot

_BY = {
    "owner": "Чей план",
    "direction": "Направление",
    "section": "Раздел",
    "month": "Месяц",
    "quarter": "Квартал",
    "responsible": "Ответственный",
}
_STATES = {
    "partial": "Частично",
    "in_progress": "В работе",
    "planned": "Не начато",
    "not_done": "Не выполнено",
    "postponed": "Перенесено",
    "cancelled": "Отменено",
}
_TELLING = [
    PLAN.by_key[key] for key in ("id", "owner", "title", "deadline_text", "responsible", "status")
]
_FIGURES = (
    {"total": "Всего", "counted": "Учтено", "done": "Выполнено", "percent": "%"}
    | _STATES
    | {"overdue": "Просрочено"}
)


@as_of_option
@output_options()
@click.pass_obj
def _write_overdue(
    app: App,
    /,
    day: date | None,
    format_name: str | None,
    output: str | None,
    limit: int | None,
    **options: Any,
) -> None:
    target = chosen_target(format_name, output)
    on = day or app.today
    snapshot = app.read()
    items, year = select(app, snapshot, PLAN, options)
    calendars = calendars_in(snapshot)
    since = {id(item): overdue_since(item, on, calendars=calendars) for item in items}
    late = [item for item in items if since[id(item)]]
    if not options["sort"]:
        late.sort(key=lambda item: since[id(item)] or on)
    columns = None if target.format.machine else _TELLING
    table = with_column(
        record_table(PLAN, late[:limit], "", columns, written=target.read_back),
        Column("overdue_days", "Просрочено, дней", align="right"),
        lambda item: _days_late(dict(item), on, calendars),
    )
    title = f"Просрочено на {spoken_day(on)}, {year}"
    emit(app, replace(table, title=title, empty="Просроченного нет."), target)


overdue = verb(
    "overdue",
    _write_overdue,
    "Пункты планов, срок которых прошёл, а работа не окончена.",
    selection_options(PLAN),
)


def plan_summary_of(app: App, snapshot: Snapshot, by: str, day: date | None) -> Summary:
    """Return the completion of the plans of the command's year, on a day or today."""
    items = records_of_year(app, snapshot, PLAN)
    year = str(app.single_year)
    on, calendars = day or app.today, calendars_in(snapshot)
    return plan_summary(year, items, by, on, directory_of(snapshot), calendars)


def plan_table(found: Summary, people: bool = True) -> Table:
    """Return the summary as a table: for people in few columns, for machines a column a figure."""
    return Table(
        f"Выполнение планов на {spoken_day(found.as_of)}, {found.year} учебный год",
        columns_of(_BY[found.by], _FOR_PEOPLE, _FIGURES, people),
        found.rows,
        total=total_of(found),
        bar=Bar("Выполнение", portion("percent")),
        empty="Пунктов плана нет. Загрузите план: rumo plan import ФАЙЛ",
    )


summary = summary_command(
    "Сколько пунктов планов выполнено: числа, проценты, просроченное.",
    plan_summary_of,
    plan_table,
    GROUPINGS,
    dated=True,
)


def _overdue(row: Row) -> str:
    return str(row.get("overdue") or "—")


def _days_late(item: Record, on: date, calendars: SchoolCalendars) -> int:
    since = overdue_since(item, on, calendars=calendars)
    return (on - since).days + 1 if since else 0


_FOR_PEOPLE = (
    Column("done", "Выполнено", show=share("done", "counted", none="0 из 0"), align="right"),
    Column("percent", "%", show=percent_of("percent"), align="right"),
    Column("overdue", "Просрочено", show=_overdue, align="right"),
    Column("rest", "Остальное", show=rest(_STATES), wide=True),
)
