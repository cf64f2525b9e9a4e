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
from commands.plan_facts import FACT, facts_of, in_words
from commands.reading import directory_of
from commands.record_tables import record_table, with_column
from commands.selection import select, selection_options
from commands.summaries import columns_of, records_of_year, rest, seen_in, summary_command, total_of
from rumo_cli.documents.summary_cells import chart_of_percent, percent_of, share
from rumo_cli.figures.plan import GROUPINGS, plan_summary
from rumo_cli.figures.plan_facts import EVENTS
from rumo_cli.figures.summary import Summary, number
from rumo_cli.records import kind_of
from rumo_cli.records.plan import PLAN
from rumo_cli.tables.table import Column, Row, Table
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
_NOTHING_COUNTED = (
    "Ни один пункт записей не засчитывает. Что засчитывать, говорит пункт: "
    "rumo plan edit ID --counts webinar"
)
_DAYS_LATE = Column("overdue_days", "Просрочено, дней", align="right")
_FIGURES = (
    {"total": "Всего", "counted": "Учтено", "done": "Выполнено", "percent": "%"}
    | _STATES
    | {"overdue": "Просрочено", "target": "Нужно записей"}
    | {"fact": "Засчитано записей", "fact_percent": "Факт, %", "by_hand": "Вручную иначе"}
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
    facts = facts_of(snapshot, items, on)
    since = {item["id"]: facts.overdue_since(item) for item in items}
    late = [item for item in items if since[item["id"]]]
    if not options["sort"]:
        late.sort(key=lambda item: since[item["id"]] or on)
    columns = None if target.format.machine else _TELLING
    late = late[:limit]
    kept = target.format.machine or target.read_back
    rows = late if kept else [item | {"status": facts.status(item)} for item in late]
    table = record_table(PLAN, rows, "", columns, written=target.read_back)
    done = in_words(facts, late)
    if any(done) and not target.format.machine:
        table = with_column(table, FACT, done)
    table = with_column(table, _DAYS_LATE, [_days_late(since[item["id"]], on) for item in late])
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
    year, on = str(app.single_year), day or app.today
    facts = facts_of(snapshot, items, on, years=[year])
    return plan_summary(year, items, by, on, directory_of(snapshot), facts)


def plan_table(found: Summary, people: bool = True) -> Table:
    """Return the summary as a table: for people in few columns, for machines a column a figure."""
    return Table(
        f"Выполнение планов на {spoken_day(found.as_of)}, {found.year} учебный год",
        columns_of(_BY[found.by], _for_people(found), _FIGURES, people),
        found.rows,
        total=total_of(found),
        notes=_notes(found) if people else (),
        charts=(chart_of_percent("Выполнение", "percent"),),
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


def _days_late(since: date | None, on: date) -> int:
    return (on - since).days + 1 if since else 0


def _for_people(found: Summary) -> tuple[Column, ...]:
    """Return the columns for people; those of facts where records fulfil any of the items."""
    seen = seen_in(found)("target")
    return (
        Column("done", "Выполнено", show=share("done", "counted", none="0 из 0"), align="right"),
        Column("percent", "%", show=percent_of("percent"), align="right"),
        Column("fact", "Факт", show=share("fact", "target"), align="right", shown=seen),
        Column("fact_percent", "Факт, %", show=percent_of("fact_percent"), align="right",
               shown=seen),
        Column("overdue", "Просрочено", show=_overdue, align="right"),
        Column("rest", "Остальное", show=rest(_STATES), wide=True),
    )  # fmt: skip


def _notes(found: Summary) -> tuple[str, ...]:
    """Return what was held beyond the plan, and how many marks speak against the records."""
    beyond = [(kind_of(kind), number(found.more["beyond_plan"][kind])) for kind in EVENTS]
    held = ", ".join(kind.count(events) for kind, events in beyond if events)
    by_hand = number(found.total["by_hand"])
    lines = {
        f"Вне плана: {held}.": bool(held),
        _NOTHING_COUNTED: held and found.rows and not found.total["target"],
        f"Отмечено вручную, а по записям иначе: {PLAN.count(by_hand)}.": by_hand,
    }
    return tuple(line for line, holds in lines.items() if holds)
