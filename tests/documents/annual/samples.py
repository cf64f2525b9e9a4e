"""A small year and the year before, and what an analysis says of them as lines of text."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from rumo_cli.calendar.years import AcademicYear
from rumo_cli.documents.analysis import Analysis
from rumo_cli.documents.annual.account import Account
from rumo_cli.documents.annual.composing import USUAL, Wishes, compose
from rumo_cli.figures.registry import figures_of
from rumo_cli.figures.year_records import YearRecords
from rumo_cli.records.values import Record, Value
from rumo_cli.tables.document import Block, Listing, Paragraph

TODAY = date(2025, 6, 20)
NOW, BEFORE = AcademicYear(2024), AcademicYear(2023)

SETTINGS: dict[str, Value] = {
    "association": "РУМО по общему образованию Энской области",
    "chair": "Снежинцев Д.К.",
    "deputy_chair": "Инеева П.О.",
    "signatory": "Инеева П.О.",
    "signatory_position": "Заместитель председателя РУМО",
    "founding_order": "приказ министерства образования от 16.01.2023 № 11-ОД",
    "plan_adopted_date": "2024-08-28",
    "plan_adopted_where": "Форум руководителей методических объединений",
    "plan_order": "распоряжение от 30.08.2024 № 5",
}
RECORDS: Mapping[str, Sequence[Record]] = {
    "omo": [
        {"code": "ОМО-01", "title": "ОМО учителей физики", "head": "Берестянская О.С.",
         "members": 21, "members_young": 1},
        {"code": "ОМО-02", "title": "ОМО учителей химии", "members": 10},
    ],
    "meeting": [
        {"owner": "rumo", "number": "1", "date": "2024-08-28", "status": "held",
         "agenda": ["1. Утверждение плана.", "ГИА 2024 года"]},
        {"owner": "rumo", "number": "2", "date": "2024-12-19", "status": "held"},
        {"owner": "rumo", "number": "3", "date": "2025-06-25", "status": "planned"},
        {"owner": "ОМО-01", "number": "1", "date": "2024-09-10", "status": "held"},
    ],
    "webinar": [
        {"title": "Задачи ЕГЭ по физике (часть 1)", "date": "2024-10-01", "omo": ["ОМО-01"],
         "theme": "ГИА", "form": "webinar", "status": "held", "participants": 2100,
         "participants_qualifier": "exact", "speakers": ["Берестянская О.С.", "Шалфеева Н.П."],
         "speakers_org": ["СШ № 1", "СШ № 2"], "news_url": "https://example.ru/1",
         "materials_url": "https://example.ru/2", "letter_no": "12",
         "letter_date": "2024-09-03"},
        {"title": "Задачи ЕГЭ по физике. Часть 2", "date": "2024-10-08", "omo": ["ОМО-01"],
         "theme": "гиа", "form": "master_class", "status": "held", "participants": 40,
         "participants_qualifier": "about", "audience": ["педагоги ШНОР"]},
        {"title": "«Разговоры о важном»: первый опыт", "date": "2024-11-12", "omo": ["ОМО-02"],
         "theme": "воспитание", "form": "consultation", "status": "held", "participants": 30,
         "participants_qualifier": "exact"},
        {"title": "Отменённый", "date": "2024-11-13", "form": "webinar", "status": "cancelled"},
    ],
    "publication": [
        {"type": "recommendations", "title": "Как читать график", "date": "2024-11-28",
         "authors": ["Берестянская О.С.", "Шалфеева Н.П."]},
        {"type": "materials", "title": "Таблицы", "date": "2024-12-01"},
        {"type": "schedule", "title": "График на I полугодие", "date": "2024-09-02"},
        {"type": "news", "title": "Форум", "date": "2024-09-02"},
    ],
    "expertise": [
        {"title": "Опыты", "authors": ["Ольхина Т.Т."], "submitted": "2024-10-14",
         "omo": ["ОМО-01"], "verdict": "recommended", "in_bank": True,
         "municipality": "Заборьевский район", "experts": ["Шалфеева Н.П."]},
        {"title": "Задачи", "authors": ["Ольхина Т.Т."], "submitted": "2024-10-14",
         "omo": ["ОМО-01"], "verdict": "rework"},
        {"title": "Наставник", "authors": ["Ольхина Т.Т."], "type": "ДПП",
         "submitted": "2024-10-14", "verdict": "recommended"},
    ],
    "contribution": [
        {"type": "exam_expert", "title": "Проверка ЕГЭ", "persons": ["Шалфеева Н.П."]},
        {"type": "programme", "title": "Программа «Физика», 36 ч."},
        {"type": "normative_act", "title": "Проект Стратегии"},
        {"type": "low_results_event", "title": "Марафон мастер-классов", "date": "2025-03-18"},
        {"type": "other", "title": "Жюри конкурса"},
    ],
    "iom": [
        {"teacher": "Луговина О.Р.", "basis": ["low_results", "diagnostics"],
         "methodist": "Пухова Е.Е.", "tasks_planned": 5, "tasks_done": 4, "status": "completed"},
        {"teacher": "Репина К.А.", "basis": ["young"], "methodist": "Пухова Е.Е.",
         "tutor": "Сорокина А.А.", "tasks_planned": 5, "tasks_done": 1, "status": "active"},
    ],
    "programme": [{"title": "Молодой педагог", "status": "active"}],
    "pair": [
        {"programme": "Молодой педагог", "mentor": "Ясенева О.А.", "mentee": "Репина К.А.",
         "mentee_young": True, "status": "active"},
    ],
    "plan": [
        {"owner": "rumo", "title": "Форум", "direction": "Федеральные программы",
         "status": "done"},
        {"owner": "rumo", "title": "Сборник «Опыт»", "direction": "ГИА",
         "status": "postponed"},
        {"owner": "ОМО-01", "title": "Олимпиада", "status": "done"},
        {"owner": "ОМО-02", "title": "Смотр кабинетов", "status": "not_done"},
        {"owner": "ОМО-02", "title": "Поездка", "status": "cancelled"},
    ],
}  # fmt: skip
OF_BEFORE: Mapping[str, Sequence[Record]] = {
    "webinar": [
        {"title": "Итоги", "date": "2023-10-01", "omo": ["ОМО-01"], "form": "webinar",
         "status": "held", "participants": 1500, "participants_qualifier": "exact"},
        {"title": "Планы", "date": "2023-10-02", "omo": ["ОМО-01"], "form": "webinar",
         "status": "held", "participants": 600, "participants_qualifier": "exact"},
    ],
}  # fmt: skip


def year_of(
    records: Mapping[str, Iterable[Record]],
    settings: Mapping[str, Value] | None = None,
    year: AcademicYear = NOW,
) -> YearRecords:
    """Return a year with records, each with an id and its academic year."""
    numbered = {
        kind: [
            {"id": number, "academic_year": str(year), **record}
            for number, record in enumerate(of_one_kind, start=1)
        ]
        for kind, of_one_kind in records.items()
    }
    return YearRecords(year, TODAY, numbered, settings or {})


def account_of(
    records: Mapping[str, Iterable[Record]] = RECORDS,
    settings: Mapping[str, Value] | None = None,
    before: Mapping[str, Iterable[Record]] | None = None,
    *,
    rounded: bool = True,
) -> Account:
    """Return what an analysis is composed of; without `before` no year before is known."""
    year = year_of(records, SETTINGS if settings is None else settings)
    previous = None if before is None else year_of(before, year=BEFORE)
    return Account(year, previous, figures_of(year, previous), rounded=rounded)


def analysis_of(account: Account, wishes: Wishes = USUAL) -> Analysis:
    """Return the analysis alone."""
    return compose(account, wishes).analysis


def told(account: Account, section: str) -> list[str]:
    """Return what a section says, a line a paragraph or an item; nothing where it is left out."""
    found = analysis_of(account, Wishes((section,), with_appendices=False)).sections
    return [line for each in found for line in lines_of(each.blocks)]


def lines_of(blocks: Iterable[Block]) -> list[str]:
    """Return paragraphs and items of lists as lines."""
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, Listing):
            marks = (f"{place})" if block.numbered else "•" for place in range(1, 1000))
            lines += [f"{mark} {item}" for mark, item in zip(marks, block.items, strict=False)]
        elif isinstance(block, Paragraph):
            lines.append(block.text)
    return lines
