"""`rumo iom summary`: a year's routes in groups, and how far their tasks are done."""

from datetime import date

from commands.app import App
from commands.describing import spoken_day
from commands.reading import directory_of
from commands.summaries import columns_of, records_as_of, rest, summary_command, total_of
from rumo_cli.documents.summary_cells import chart_of_percent, percent_of, share
from rumo_cli.figures.routes import GROUPINGS, iom_summary
from rumo_cli.figures.summary import Summary
from rumo_cli.records.iom import IOM, STATUS, TASK
from rumo_cli.tables.table import Column, Table
from store.contract import Snapshot

_BY = {
    "basis": "Основание",
    "status": "Статус",
    "methodist": "Региональный методист",
    "municipality": "Муниципалитет",
    "omo": "ОМО",
}
_REST = {"in_work": "В работе", "suspended": "Приостановлено", "terminated": "Прекращено"}
_FIGURES = {
    "total": "Всего",
    "in_work": "В работе",
    **{option.key: option.label.capitalize() for option in STATUS.options},
    "methodists": "Методистов",
    "tasks_planned": "Мероприятий по плану",
    "tasks_done": "Мероприятий выполнено",
    "tasks_percent": "Выполнено, %",
}
_FOR_PEOPLE = (
    Column("completed", "Завершено", show=share("completed", "total"), align="right"),
    Column("rest", "Остальное", show=rest(_REST), wide=True),
    Column("tasks_done", "Мероприятия", show=share("tasks_done", "tasks_planned"), align="right"),
    Column("tasks_percent", "%", show=percent_of("tasks_percent"), align="right"),
)


def iom_summary_of(app: App, snapshot: Snapshot, by: str, day: date | None) -> Summary:
    """Return the routes of the command's year in groups."""
    return iom_summary(
        str(app.single_year),
        records_as_of(app, snapshot, IOM, day),
        records_as_of(app, snapshot, TASK, day),
        by,
        day or app.today,
        directory_of(snapshot),
    )


def iom_table(found: Summary, people: bool = True) -> Table:
    """Return the summary as a table; its bars are the shares of tasks done."""
    return Table(
        f"ИОМ на {spoken_day(found.as_of)}, {found.year} учебный год",
        columns_of(_BY[found.by], _FOR_PEOPLE, _FIGURES, people),
        found.rows,
        total=total_of(found),
        charts=(chart_of_percent("Выполнение", "tasks_percent"),),
        empty="Маршрутов нет. Загрузите реестр: rumo iom import ФАЙЛ",
    )


summary = summary_command(
    "Сколько маршрутов, сколько завершено, как выполняются их мероприятия.\n\n"
    "С --on — каким было положение на прошедший день: отметки считаются от своих дат, без даты — "
    "от конца срока. Числа мероприятий из реестра дат не имеют.",
    iom_summary_of,
    iom_table,
    GROUPINGS,
    dated=True,
)
