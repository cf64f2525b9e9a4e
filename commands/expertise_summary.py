"""`rumo expertise summary`: what was submitted in a year, what became of it, who examined it."""

from datetime import date

from commands.app import App
from commands.describing import spoken_day
from commands.reading import directory_of
from commands.summaries import columns_of, records_as_of, rest, seen_in, summary_command, total_of
from rumo_cli.documents.summary_cells import chart_of_percent, percent_of, share
from rumo_cli.figures.expertise import GROUPINGS, expertise_summary
from rumo_cli.figures.summary import Summary
from rumo_cli.records.expertise import EXPERTISE
from rumo_cli.tables.table import Column, Table
from store.contract import Snapshot

_BY = {
    "type": "Вид разработки",
    "omo": "ОМО",
    "verdict": "Итог",
    "municipality": "Муниципалитет",
    "expert": "Эксперт",
}
_REST = {
    "rework": "На доработку",
    "rejected": "Не рекомендовано",
    "withdrawn": "Отозвано",
    "without_verdict": "Без итога",
}
_FIGURES = {
    "submitted": "Подано",
    "recommended": "Рекомендовано",
    **_REST,
    "in_bank": "В банке",
    "percent": "Рекомендовано, %",
    "programmes": "ДПП",
    "programmes_recommended": "ДПП рекомендовано",
    "experts": "Экспертов",
}


def expertise_summary_of(app: App, snapshot: Snapshot, by: str, day: date | None) -> Summary:
    """Return what was submitted in the command's year, in groups."""
    return expertise_summary(
        str(app.single_year),
        records_as_of(app, snapshot, EXPERTISE, day),
        by,
        day or app.today,
        directory_of(snapshot),
    )


def expertise_table(found: Summary, people: bool = True) -> Table:
    """Return the summary as a table; programmes (ДПП) have a column where there are any."""
    recommended = share("programmes_recommended", "programmes")
    seen = seen_in(found)
    for_people = (
        Column("recommended", "Рекомендовано", show=share("recommended", "submitted"),
               align="right"),
        Column("percent", "%", show=percent_of("percent"), align="right"),
        Column("in_bank", "В банке", align="right"),
        Column("rest", "Остальное", show=rest(_REST), wide=True),
        Column("programmes", "ДПП", show=recommended, align="right",
               shown=seen("programmes")),
    )  # fmt: skip
    return Table(
        f"Экспертиза на {spoken_day(found.as_of)}, {found.year} учебный год",
        columns_of(_BY[found.by], for_people, _FIGURES, people),
        found.rows,
        total=total_of(found),
        notes=(f"Экспертов: {found.total['experts']}.",) if seen("experts") else (),
        charts=(chart_of_percent("Доля", "percent"),),
        empty="Работ нет. Загрузите реестр: rumo expertise import ФАЙЛ",
    )


summary = summary_command(
    "Сколько работ подано и рекомендовано; программы (ДПП) — отдельно.\n\n"
    "С --on — каким было положение на прошедший день: итоги считаются от своих дат, без даты — "
    "от даты подачи.",
    expertise_summary_of,
    expertise_table,
    GROUPINGS,
    dated=True,
)
