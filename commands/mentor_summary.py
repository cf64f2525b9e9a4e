"""`rumo mentor summary`: programmes of mentoring with their people, pairs and events."""

from commands.app import App
from commands.reading import directory_of
from commands.summaries import columns_of, records_of_year, rest, summary_command, total_of
from rumo_cli.documents.summary_cells import chart_of_percent, percent_of, share
from rumo_cli.figures.mentoring import GROUPINGS, mentor_summary
from rumo_cli.figures.summary import Summary
from rumo_cli.records.mentor import PAIR, PROGRAMME, PROGRAMME_STATUS
from rumo_cli.tables.table import Column, Row, Table
from store.contract import Snapshot

_BY = {"programme": "Программа", "form": "Форма", "owner": "Чья программа"}
_PROGRAMMES = {f"programmes_{option.key}": option.label for option in PROGRAMME_STATUS.options}
_PAIRS = {
    "pairs_forming": "Формируется",
    "pairs_active": "Действует",
    "pairs_completed": "Завершено",
    "pairs_terminated": "Прекращено",
}
_FIGURES = {
    "programmes": "Программ",
    **{key: f"Программ {label}" for key, label in _PROGRAMMES.items()},
    "programmes_young": "Программ для молодых педагогов",
    "mentors": "Наставников",
    "mentees": "Наставляемых",
    "mentees_young": "Молодых педагогов",
    "pairs": "Пар",
    **{key: f"Пар {label.lower()}" for key, label in _PAIRS.items()},
    "events_planned": "Мероприятий по плану",
    "events_done": "Мероприятий исполнено",
    "events_percent": "Исполнено, %",
}
_FOR_PEOPLE = (
    Column("mentors", "Наставников", align="right"),
    Column("pairs", "Пар", align="right"),
    Column("rest", "Из них", show=rest(_PAIRS), wide=True),
    Column("events_done", "Мероприятия", show=share("events_done", "events_planned"),
           align="right"),
    Column("events_percent", "%", show=percent_of("events_percent"), align="right"),
)  # fmt: skip
_apart = rest(_PROGRAMMES)


def mentor_summary_of(app: App, snapshot: Snapshot, by: str) -> Summary:
    """Return the mentoring of the command's year in groups."""
    return mentor_summary(
        str(app.single_year),
        records_of_year(app, snapshot, PROGRAMME),
        records_of_year(app, snapshot, PAIR),
        by,
        app.today,
        directory_of(snapshot),
    )


def mentor_table(found: Summary, people: bool = True) -> Table:
    """Return the summary as a table; its bars are the shares of events done."""
    programmes = Column("programmes", "Программы", show=_apart, wide=True)
    if found.by == "programme":
        programmes = Column("programmes", "Статус", show=_status, wide=True)
    return Table(
        f"Наставничество, {found.year} учебный год",
        columns_of(_BY[found.by], (programmes, *_FOR_PEOPLE), _FIGURES, people),
        found.rows,
        total=total_of(found),
        charts=(chart_of_percent("Исполнение", "events_percent"),),
        empty="Программ нет. Загрузите реестр пар: rumo mentor import ФАЙЛ",
    )


summary = summary_command(
    "Программы наставничества: пары, наставники, исполнение мероприятий.",
    mentor_summary_of,
    mentor_table,
    GROUPINGS,
)


def _status(row: Row) -> str:
    """Return the status of the only programme, or how many there are in each."""
    if row.get("programmes") == 1:
        return next((label for key, label in _PROGRAMMES.items() if row.get(key)), "")
    return _apart(row)
