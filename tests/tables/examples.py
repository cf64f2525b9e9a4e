"""Small tables that the tests of the formats draw."""

from dataclasses import replace

from rumo_cli.tables.chart import Chart, Series
from rumo_cli.tables.table import Column, Row, Table

TITLE = "Вебинары, 2024-2025 учебный год"


def headcount(row: Row) -> str:
    if row.get("participants") is None:
        return ""
    at_least = row.get("participants_qualifier") == "at_least"
    return f"{'не менее ' if at_least else ''}{row['participants']}"


WEBINARS = Table(
    title=TITLE,
    columns=(
        Column("id", "№", align="right"),
        Column("date", "Дата"),
        Column("title", "Тема", wide=True),
        Column("responsible", "Ответственные", wide=True),
        Column("participants", "Участников", headcount, align="right"),
        Column("participants_qualifier", "Точность", shown=False),
        Column("published", "В сети"),
    ),
    rows=(
        {
            "id": 9,
            "date": "2024-09-05",
            "title": "Читательская грамотность",
            "responsible": ["Зимина А.А.", "Орлов П.П."],
            "participants": 120,
            "participants_qualifier": "at_least",
            "published": True,
        },
        {
            "id": 10,
            "date": "2024-11-28",
            "title": "«Ёлка»; ЕГЭ",
            "responsible": [],
            "participants": None,
            "participants_qualifier": None,
            "published": False,
        },
    ),
    total={"id": "Итого", "participants": 120},
    notes=("Без числа участников: 1 вебинар.",),
)

PLAN = Table(
    title="Выполнение планов, 2024-2025 учебный год",
    columns=(
        Column("label", "План", wide=True),
        Column("counted", "Всего", align="right"),
        Column("done", "Выполнено", align="right"),
        Column("percent", "%", align="right"),
    ),
    rows=(
        {"label": "РУМО", "counted": 8, "done": 7, "percent": 87.5},
        {"label": "ОМО учителей математики", "counted": 3, "done": 3, "percent": 100.0},
        {"label": "ОМО учителей музыки", "counted": 0, "done": 0, "percent": None},
    ),
    total={"label": "Итого", "counted": 11, "done": 10, "percent": 90.9},
    charts=(Chart("Доля", (Series("Доля", "percent"),), full=100, unit="%"),),
)

OVERDUE = Table(
    "Просрочено: 3",
    (
        Column("when", "Когда"),
        Column("what", "Что", wide=True),
        Column("whose", "Чьё", spare=True),
        Column("command", "Команда"),
    ),
    (
        {
            "when": "с 21.09.2024",
            "what": "Утверждение плана работы на учебный год",
            "whose": "РУМО",
            "command": "rumo plan done 2",
        },
        {"when": "", "what": "Сбор планов", "whose": "ОМО-04", "command": "rumo plan done 14"},
    ),
    notes=("и ещё 1: rumo plan overdue",),
    listed=True,
)

MONTHS = Table(
    title="Вебинары по месяцам, 2024-2025 учебный год",
    columns=(
        Column("label", "Месяц", wide=True),
        Column("held", "Проведено", align="right"),
        Column("previous_held", "Год назад", align="right"),
        Column("participants", "Участников", headcount, align="right"),
        Column("previous_participants", "Год назад, чел.", align="right"),
    ),
    rows=(
        {"label": "сентябрь 2024", "held": 12, "previous_held": 6, "participants": 240,
         "participants_qualifier": "at_least", "previous_participants": 300},
        {"label": "октябрь 2024", "held": 6, "previous_held": 9, "participants": 3,
         "previous_participants": 0},
        {"label": "ноябрь 2024", "held": 0, "previous_held": 3, "participants": None,
         "previous_participants": None},
    ),
    total={"label": "Итого", "held": 18, "previous_held": 18},
    charts=(
        Chart("Проведено", (Series("2024-2025", "held"), Series("2023-2024", "previous_held"))),
        Chart(
            "Участники",
            (Series("2024-2025", "participants"), Series("2023-2024", "previous_participants")),
        ),
    ),
)  # fmt: skip

EMPTY = replace(WEBINARS, rows=(), total=None, notes=())

HOSTILE_CELLS = (
    "[bold]не разметка[/bold] :smile:",
    "а|б",
    "<script>alert(1)</script> &amp;",
    "первая\nвторая",
    "\x1b[31mкрасный\x1b[0m \x1b]0;заголовок\x07\x9b2Jокно",
    '=HYPERLINK("http://example.org")',
    "\u202eзадом\u202c наперёд\u200b",
    "👩🏫 и e\u0301",
    "_курсив_ *жирный* ~~нет~~ `код` \\ #",
)
HOSTILE = Table(
    title="Опасные [b]ячейки[/b]\x1b[2J, 2024-2025 учебный год",
    columns=(Column("id", "№"), Column("text", "Текст|<b>", wide=True)),
    rows=tuple({"id": number, "text": text} for number, text in enumerate(HOSTILE_CELLS, start=1)),
)


def one_column(*cells: str) -> Table:
    return Table(TITLE, (Column("text", "Текст", wide=True),), [{"text": cell} for cell in cells])
