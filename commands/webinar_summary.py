"""`rumo webinar summary`: a year's webinars in groups, the year before beside them."""

from commands.app import App
from commands.reading import directory_of, records_of
from commands.summaries import seen_in, summary_command
from commands.years import check_year_exists
from rumo_cli.calendar.years import AcademicYear
from rumo_cli.documents.summary_cells import headcount
from rumo_cli.figures.summary import Summary, number
from rumo_cli.figures.webinars import GROUPINGS, webinar_summary
from rumo_cli.records.values import Record
from rumo_cli.records.webinar import WEBINAR
from rumo_cli.tables.chart import Chart, Series
from rumo_cli.tables.table import Column, Row, Table
from store.contract import Snapshot

_BY = {
    "month": "Месяц",
    "omo": "ОМО",
    "theme": "Направление",
    "form": "Форма",
    "audience": "Категория участников",
    "organisation": "Организация спикеров",
}


def webinar_summary_of(app: App, snapshot: Snapshot, by: str) -> Summary:
    """Return the webinars of the command's year in groups, the year before beside them."""
    check_year_exists(app, snapshot)
    year = app.single_year
    webinars = records_of(snapshot, WEBINAR, [str(year), str(year.previous)])

    def of_year(name: str) -> list[Record]:
        return [each for each in webinars if each["academic_year"] == name]

    return webinar_summary(
        str(year),
        of_year(str(year)),
        of_year(str(year.previous)),
        by,
        app.today,
        directory_of(snapshot),
    )


def webinar_table(found: Summary) -> Table:
    """Return the summary as a table; states that nothing is in are left out of sight."""
    seen = seen_in(found)
    columns = (
        Column("key", "Ключ", shown=False),
        Column("label", _BY[found.by], wide=True),
        Column("total", "Всего", align="right", shown=False),
        Column("held", "Проведено", align="right"),
        Column("previous_held", "Год назад", align="right"),
        Column("change", "±", show=_change, align="right"),
        Column("participants", "Участников", show=headcount("participants"), align="right"),
        Column("previous_participants", "Год назад, чел.", align="right"),
        Column(
            "connections",
            "Подключений",
            show=headcount("connections"),
            align="right",
            shown=seen("connections"),
        ),
        Column("planned", "Впереди", align="right", shown=seen("planned")),
        Column("postponed", "Перенесено", align="right", shown=seen("postponed")),
        Column("cancelled", "Отменено", align="right", shown=seen("cancelled")),
        Column("mean_participants", "В среднем", align="right", shown=False),
    )
    return Table(
        f"Вебинары, {found.year} учебный год",
        columns,
        found.rows,
        total=found.total | {"label": "Всего"},
        charts=_charts(found.year),
        empty="Вебинаров нет. Загрузите график: rumo webinar import ФАЙЛ",
    )


summary = summary_command(
    "Сколько вебинаров проведено и сколько было участников, рядом с прошлым годом.",
    webinar_summary_of,
    lambda found, people: webinar_table(found),
    GROUPINGS,
)


def _charts(year: str) -> tuple[Chart, ...]:
    """Return what was held and how many took part, the year before beside."""
    before = str(AcademicYear.parse(year).previous)

    def beside(title: str, key: str) -> Chart:
        return Chart(title, (Series(year, key), Series(before, f"previous_{key}")))

    return beside("Проведено", "held"), beside("Участники", "participants")


def _change(row: Row) -> str:
    change = number(row.get("change"))
    return f"{change:+d}".replace("-", "−") if change else "0"
