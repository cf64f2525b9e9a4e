"""How far the plans are carried out: `rumo plan summary` and `rumo plan overdue`."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import click

from commands.app import App
from commands.describing import spoken_day
from commands.lazy import Command, verb
from commands.options import as_of_option, output_options
from commands.output import chosen_target, emit
from commands.reading import directory_of, records_of
from commands.record_tables import record_table, with_column
from commands.selection import select, selection_options
from commands.years import check_year_exists
from rumo_cli.figures.plan import GROUPINGS, plan_summary
from rumo_cli.figures.summary import Summary
from rumo_cli.records.plan import PLAN
from rumo_cli.records.plan_status import deadline_end_on, is_overdue
from rumo_cli.records.values import Record, Value
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


@click.command("summary", cls=Command)
@click.option(
    "--by", type=click.Choice(GROUPINGS), default="owner", show_default=True, help="По чему."
)
@as_of_option
@output_options()
@click.pass_obj
def summary(
    app: App, by: str, day: date | None, format_name: str | None, output: str | None
) -> None:
    """Сколько пунктов планов выполнено: числа, проценты, просроченное."""
    target = chosen_target(format_name, output)
    found = plan_summary_of(app, app.read(), by, day or app.today)
    table = plan_table(found, people=not target.format.machine)
    emit(app, table, target, found.document())


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
    late = [item for item in items if is_overdue(item, on)]
    if not options["sort"]:
        late.sort(key=lambda item: str(deadline_end_on(item, on)))
    columns = None if target.format.machine else _TELLING
    table = with_column(
        record_table(PLAN, late[:limit], "", columns, written=target.read_back),
        Column("overdue_days", "Просрочено, дней", align="right"),
        lambda item: _days_late(dict(item), on),
    )
    title = f"Просрочено на {spoken_day(on)}, {year}"
    emit(app, replace(table, title=title, empty="Просроченного нет."), target)


overdue = verb(
    "overdue",
    _write_overdue,
    "Пункты планов, срок которых прошёл, а работа не окончена.",
    selection_options(PLAN),
)


def plan_summary_of(app: App, snapshot: Snapshot, by: str, on: date) -> Summary:
    """Return the completion of the plans of the command's year."""
    items = items_of(app, snapshot)
    return plan_summary(str(app.single_year), items, by, on, directory_of(snapshot))


def items_of(app: App, snapshot: Snapshot) -> list[Record]:
    """Return the plan items of the command's year."""
    check_year_exists(app, snapshot)
    year = str(app.single_year)
    return [item for item in records_of(snapshot, PLAN) if item["academic_year"] == year]


def plan_table(found: Summary, *, people: bool = True) -> Table:
    """Return the summary as a table: for people in few columns, for machines a column a figure."""
    label = Column("label", _BY[found.by], wide=True)
    return Table(
        f"Выполнение планов на {spoken_day(found.as_of)}, {found.year} учебный год",
        (label, *_FOR_PEOPLE) if people else (Column("key", "Ключ"), label, *_FOR_MACHINES),
        found.rows,
        total=found.total | {"label": "Всего", "rest": None},
        bar=Bar("Выполнение", _done_share),
        empty="Пунктов плана нет. Загрузите план: rumo plan import ФАЙЛ",
    )


def percent_text(value: Value) -> str:
    """Return a percentage as people write it."""
    return "—" if value is None else f"{value:.1f} %".replace(".", ",")


def _share(row: Row) -> str:
    return f"{row.get('done')} из {row.get('counted')}"


def _overdue(row: Row) -> str:
    return str(row.get("overdue") or "—")


def _rest(row: Row) -> str:
    states = ((label.lower(), row.get(key)) for key, label in _STATES.items())
    return ", ".join(f"{label} {number}" for label, number in states if number)


def _percent(row: Row) -> str:
    return percent_text(row.get("percent"))


def _done_share(row: Mapping[str, Value]) -> float | None:
    value = row.get("percent")
    return value / 100 if isinstance(value, int | float) else None


def _days_late(item: Record, on: date) -> int:
    return (on - date.fromisoformat(str(deadline_end_on(item, on)))).days


_FOR_PEOPLE = (
    Column("done", "Выполнено", show=_share, align="right"),
    Column("percent", "%", show=_percent, align="right"),
    Column("overdue", "Просрочено", show=_overdue, align="right"),
    Column("rest", "Остальное", show=_rest, wide=True),
)
_FOR_MACHINES = tuple(Column(key, label, align="right") for key, label in _FIGURES.items())
