"""The tables and charts after the analysis, of the summaries and the figures that it tells."""

from collections.abc import Callable, Iterable, Iterator

from rumo_cli.documents.analysis import Section
from rumo_cli.documents.annual.account import Account
from rumo_cli.documents.annual.sentences import sentence
from rumo_cli.documents.annual.words import grouped
from rumo_cli.documents.summary_cells import chart_of_percent, exactness, percent_of, share
from rumo_cli.figures.figure import Counted, Figure
from rumo_cli.figures.plan import plan_summary
from rumo_cli.figures.summary import Summary, number
from rumo_cli.figures.webinars import webinar_summary
from rumo_cli.records.fields.base import QUALIFIERS
from rumo_cli.records.values import Record
from rumo_cli.records.year import DECLARED
from rumo_cli.tables.chart import Chart, Series
from rumo_cli.tables.table import Column, Row, Table

_MINOR = frozenset({
    "municipalities_total", "meetings_recorded", "meetings_planned", "webinars_without_headcount",
    "speakers_total", "speaker_organisations", "webinars_with_news", "webinars_with_materials",
    "publications_total", "contributions_total", "iom_in_work", "plan_counted", "plan_done",
    "plan_overdue", "plan_cancelled", *DECLARED,
})  # fmt: skip
"""Figures that are no result of a year, or that registers of an earlier one seldom tell."""
_LEFT = {
    "partial": "частично",
    "in_progress": "в работе",
    "planned": "не начато",
    "not_done": "не выполнено",
    "postponed": "перенесено",
    "cancelled": "отменено",
}


def appendices(account: Account) -> Iterator[Section]:
    """Yield the appendices that have anything to show, numbered."""
    tables = {
        "months": by_month(account),
        "associations": by_association(account),
        "plans": plans(account),
        "figures": year_on_year(account),
    }
    shown = ((key, table) for key, table in tables.items() if table.rows)
    for place, (key, table) in enumerate(shown, start=1):
        yield Section(key, f"Приложение {place}. {_HEADINGS[key]}", (table,))


_HEADINGS = {
    "months": "Вебинары по месяцам",
    "associations": "Показатели областных методических объединений",
    "plans": "Выполнение планов",
    "figures": "Показатели года",
}


def by_month(account: Account) -> Table:
    """Return the webinars and the people at them by month, the year before beside."""
    year, before = account.year, account.before
    previous = before.of("webinar") if before else ()
    found = webinar_summary(
        account.name, year.of("webinar"), previous, "month", year.today, year.directory
    )
    beside = bool(found.total["previous_held"])
    counted, counted_before = (
        bool(found.total[key]) for key in ("participants", "previous_participants")
    )
    now, was = account.name, account.name_before
    columns = (
        Column("label", "Месяц"),
        Column("held", f"Вебинары {now}", align="right"),
        Column("previous_held", f"Вебинары {was}", align="right", shown=beside),
        Column("participants", f"Участники {now}", _people("participants"), "right", shown=counted),
        Column(
            "previous_participants",
            f"Участники {was}",
            _people("previous_participants"),
            align="right",
            shown=beside and counted_before,
        ),
    )
    told = [row for row in found.rows if row["held"] or row["previous_held"]]
    charts = [_beside(account, "Проведённые вебинары", "held", beside=beside)]
    if counted:
        of_people = beside and counted_before
        charts.append(_beside(account, "Участники вебинаров", "participants", beside=of_people))
    title = f"Проведённые вебинары и их участники по месяцам, {account.name} учебный год"
    return Table(title, columns, told, _total(found), charts=tuple(charts))


def _people(key: str) -> Callable[[Row], str]:
    """Return what shows a headcount, its digits in groups."""
    return lambda row: f"{exactness(key, row)} {grouped(number(row.get(key)))}".strip()


def _beside(account: Account, title: str, key: str, *, beside: bool) -> Chart:
    series = [Series(account.name, key)]
    if beside:
        series.append(Series(account.name_before, f"previous_{key}"))
    return Chart(title, tuple(series))


def by_association(account: Account) -> Table:
    """Return what each association did."""
    found = account.year.indicators
    total = found.total
    columns = (
        Column("label", "Объединение", wide=True),
        Column("webinars_held", "Вебинары", align="right", shown=bool(total["webinars_held"])),
        Column("participants", "Участники", _people("participants"), "right",
               shown=bool(total["participants"])),
        Column("plan_done", "План", share("plan_done", "plan_counted"), "right",
               shown=bool(total["plan_counted"])),
        Column("meetings_held", "Заседания", align="right", shown=bool(total["meetings_held"])),
        Column("expertise_recommended", "Экспертиза",
               share("expertise_recommended", "expertise_submitted"), "right",
               shown=bool(total["expertise_submitted"])),
    )  # fmt: skip
    told = ("webinars_held", "plan_counted", "meetings_held", "expertise_submitted")
    rows = [row for row in found.rows if row["omo_total"] or any(map(row.get, told))]
    title = f"Показатели деятельности ОМО, {account.name} учебный год"
    chart = Chart("Проведённые вебинары", (Series(account.name, "webinars_held"),))
    charts = (chart,) if total["webinars_held"] else ()
    worth = [row for row in rows if any(map(row.get, told))]
    return Table(
        title,
        columns,
        rows if worth else (),
        _total(found),
        charts=charts,
        notes=_explained(columns),
    )


_EXPLAINED = {
    "plan_done": "план – выполнено мероприятий из запланированных",
    "expertise_recommended": "экспертиза – рекомендовано разработок из поданных",
}


def _explained(columns: Iterable[Column]) -> tuple[str, ...]:
    """Return what the columns show whose headings are too short to say it."""
    told = [_EXPLAINED[each.key] for each in columns if each.shown and each.key in _EXPLAINED]
    return (sentence("; ".join(told)),) if told else ()


def plans(account: Account) -> Table:
    """Return how far each plan is done."""
    year = account.year
    found = plan_summary(
        account.name, year.of("plan"), "owner", year.today, year.directory, year.facts
    )
    columns = (
        Column("label", "План", wide=True),
        Column("done", "Выполнено", share("done", "counted", none="0 из 0"), "right"),
        Column("percent", "%", percent_of("percent"), "right"),
        Column("rest", "Остальное", _rest, wide=True, shown=any(map(_rest, found.rows))),
    )
    title = f"Выполнение планов РУМО и ОМО, {account.name} учебный год"
    charts = (chart_of_percent("Выполнено, %", "percent"),)
    return Table(title, columns, found.rows, _total(found), charts=charts)


def _rest(row: Row) -> str:
    counts = ((words, row.get(key)) for key, words in _LEFT.items())
    return ", ".join(f"{words} – {count}" for words, count in counts if count)


def _total(found: Summary) -> Record:
    return found.total | {"label": "Всего", "rest": None}


def year_on_year(account: Account) -> Table:
    """Return the figures of the year beside those of the year before."""
    told = [
        figure
        for key, figure in account.figures.items()
        if key not in _MINOR and (figure.value or figure.previous)
    ]
    beside = any(figure.previous for figure in told)
    columns = (
        Column("label", "Показатель", wide=True),
        Column("value", account.name, align="right"),
        Column("previous", account.name_before, align="right", shown=beside),
        Column("change", "Изменение", align="right", shown=beside),
    )
    title = f"Основные показатели деятельности РУМО, {account.name} учебный год"
    return Table(title, columns, [_row(figure) for figure in told])


def _row(figure: Figure) -> Record:
    """Return a figure as the table shows it; nothing the year before may be nothing recorded."""
    change, unit = figure.change if figure.previous else None, figure.about.unit
    before = figure.before if figure.previous else None
    sign = "" if not change else "+" if change > 0 else "−"
    return {
        "label": figure.about.label,
        "value": _shown(figure.now, unit),
        "previous": _shown(before, unit) if before else "—",
        "change": "" if change is None else f"{sign}{_number(abs(change))}",
    }


def _shown(counted: Counted, unit: str) -> str:
    number = "—" if counted.value is None else _number(counted.value)
    return " ".join(filter(None, (QUALIFIERS[counted.qualifier], number, unit)))


def _number(value: float) -> str:
    return grouped(value) if isinstance(value, int) else f"{value:.1f}".replace(".", ",")
