"""`rumo omo summary`: the indicators of each association in one table."""

from datetime import date

from commands.app import App
from commands.describing import spoken_day
from commands.plan_facts import facts_of
from commands.reading import directory_of, records_of
from commands.summaries import columns_of, records_as_of, seen_in, summary_command, total_of
from rumo_cli.documents.summary_cells import headcount, share
from rumo_cli.figures.associations import NAMED_IN, omo_summary
from rumo_cli.figures.summary import Summary
from rumo_cli.records import kind_of
from rumo_cli.records.omo import OMO
from rumo_cli.tables.table import Column, Table
from store.contract import Snapshot

_NOTED = {
    "omo_without_webinars": "ОМО без вебинаров",
    "webinars_planned": "Вебинаров впереди",
    "plan_overdue": "Просрочено пунктов планов",
    "publications_total": "Публикаций",
    "contributions_total": "Записей об участии в иной деятельности",
}
_RECORDED = (
    "webinars_total",
    "plan_total",
    "meetings_total",
    "iom_total",
    "expertise_submitted",
    "expertise_programmes",
    "publications_total",
    "contributions_total",
)
_NOTHING = "Записей этого года нет. Загрузите их, например: rumo webinar import ФАЙЛ"
_FIGURES = {
    "omo_total": "ОМО",
    "omo_without_webinars": "Без вебинаров",
    "members": "Членов",
    "members_young": "Молодых педагогов",
    "webinars_total": "Вебинаров всего",
    "webinars_held": "Вебинаров проведено",
    "webinars_planned": "Вебинаров впереди",
    "webinars_postponed": "Вебинаров перенесено",
    "webinars_cancelled": "Вебинаров отменено",
    "participants": "Участников",
    "participants_qualifier": "Участников: точность",
    "plan_total": "Пунктов плана",
    "plan_cancelled": "Пунктов отменено",
    "plan_counted": "Пунктов учтено",
    "plan_done": "Пунктов выполнено",
    "plan_overdue": "Пунктов просрочено",
    "plan_percent": "Выполнено, %",
    "meetings_total": "Заседаний всего",
    "meetings_held": "Заседаний проведено",
    "iom_total": "ИОМ",
    "iom_completed": "ИОМ завершено",
    "expertise_submitted": "Работ на экспертизе",
    "expertise_recommended": "Работ рекомендовано",
    "expertise_in_bank": "Работ в банке",
    "expertise_programmes": "ДПП на экспертизе",
    "publications_total": "Публикаций",
    "contributions_total": "Иное участие",
}


def omo_summary_of(app: App, snapshot: Snapshot, day: date | None) -> Summary:
    """Return the indicators of the associations in the command's year."""
    kinds = map(kind_of, NAMED_IN)
    records = {kind.key: records_as_of(app, snapshot, kind, day) for kind in kinds}
    on = day or app.today
    return omo_summary(
        str(app.single_year),
        records_of(snapshot, OMO),
        records,
        on,
        directory_of(snapshot),
        facts_of(snapshot, records["plan"], on),
    )


def omo_table(found: Summary, people: bool = True) -> Table:
    """Return the summary as a table; what nobody has is left out of sight."""
    seen = seen_in(found)
    examined = share("expertise_recommended", "expertise_submitted")
    for_people = (
        Column("webinars_held", "Вебинары", align="right"),
        Column("participants", "Участники", show=headcount("participants"), align="right"),
        Column("plan_done", "План", show=share("plan_done", "plan_counted"), align="right"),
        Column("meetings_held", "Засед.", align="right", shown=seen("meetings_held")),
        Column("iom_total", "ИОМ", align="right", shown=seen("iom_total")),
        Column("expertise_recommended", "Экспертиза", show=examined, align="right",
               shown=seen("expertise_submitted")),
    )  # fmt: skip
    return Table(
        f"Показатели ОМО на {spoken_day(found.as_of)}, {found.year} учебный год",
        columns_of("ОМО", for_people, _FIGURES, people),
        found.rows,
        total=total_of(found),
        notes=_notes(found) if people else (),
        empty="ОМО нет. Загрузите справочник: rumo omo import ФАЙЛ",
    )


summary = summary_command(
    "Показатели каждого ОМО в одной таблице.\n\nПроведённые вебинары и их участники, выполнено из "
    "учтённых пунктов плана, проведённые заседания, число ИОМ, рекомендовано из поданных на "
    "экспертизу работ. Запись нескольких ОМО стоит у каждого, а в строке «Всего» — один раз.",
    omo_summary_of,
    omo_table,
    dated=True,
)


def _notes(found: Summary) -> tuple[str, ...]:
    seen = seen_in(found)
    if found.rows and not any(map(seen, _RECORDED)):
        return (_NOTHING,)
    return tuple(f"{label}: {found.total[key]}." for key, label in _NOTED.items() if seen(key))
