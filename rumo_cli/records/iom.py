"""Individual development routes of teachers (ИОМ), and the tasks that a route consists of."""

import re
from collections.abc import Iterable

from rumo_cli.records.fields import (
    AssociationCodes,
    Choice,
    Choices,
    Day,
    Field,
    FieldType,
    Flag,
    Kept,
    Number,
    Option,
    Person,
    Reading,
    ReadingContext,
    RecordId,
    Status,
    Text,
    Texts,
    Whole,
    deadline,
)
from rumo_cli.records.kind import Key, Kind, Names
from rumo_cli.records.persons import fold_person
from rumo_cli.records.values import Record
from rumo_cli.text import fold

BASIS = Choices(
    Option("low_results", "ШНОР", ("школа с низкими результатами", "школы с низкими результатами",
           "школа с низкими результатами обучения", "школа с низкими образовательными результатами",
           "педагог шнор", "учитель шнор", "низкие результаты", "shnor")),
    Option("young", "молодой педагог", ("молодые педагоги", "молодой специалист",
           "молодые специалисты", "молодой учитель")),
    Option("diagnostics", "по итогам диагностики", ("диагностика", "результаты диагностики",
           "по результатам диагностики")),
    Option("attestation", "аттестация", ("по итогам аттестации",)),
    Option("request", "запрос педагога", ("запрос", "по запросу", "личный запрос", "заявление")),
)  # fmt: skip
STATUS = Status(
    Option("draft", "формируется", ("проект", "в разработке", "разрабатывается")),
    Option("designed", "разработан", ("составлен",)),
    Option("approved", "утверждён", ("согласован",)),
    Option("active", "реализуется", ("в работе", "действует", "выполняется", "активен",
           "в процессе", "в стадии реализации", "в реализации", "продолжается",
           "не завершён", "не выполнен")),
    Option("rework", "на доработке", ("на доработку", "доработка")),
    Option("completed", "завершён", ("выполнен", "реализован", "закрыт", "пройден", "исполнен")),
    Option("suspended", "приостановлен", ("временно приостановлен",)),
    Option("terminated", "прекращён", ("отменён", "прерван", "досрочно прекращён", "снят")),
    kept=Kept(days={"completed": "done_date", "suspended": "suspended_date"}),
)  # fmt: skip
STAGE = Choice(
    Option("diagnostic", "диагностический", ("диагностико-аналитический",)),
    Option("design", "проектировочный"),
    Option("implementation", "реализации", ("реализация", "практический")),
    Option("reflection", "рефлексивно-оценочный", ("рефлексивный", "оценочный")),
)
TASK_STATUS = Status(
    Option("planned", "запланировано", ("план",)),
    Option("submitted", "на проверке", ("сдано",)),
    Option("accepted", "принято", ("выполнено", "зачтено")),
    Option("rework", "на доработке", ("на доработку",)),
    kept=Kept(literal="comment", days={"accepted": "done_date"}),
)

_PERCENT = re.compile(r"(\d{1,3})(?:[.,](\d{1,4}))?\s*%")
_FRACTION = re.compile(r"0[.,](\d{1,6})")
_POINTS = re.compile(r"(\d{1,4})\s*(?:балл\w*)?\s*(?:из|/)\s*(\d{1,4})(?:\s*балл\w*)?")
_LEVELS = {"высок": "high", "средн": "medium", "низк": "low"}


class DiagnosticsResult(FieldType):
    """The result of a diagnosis as it was written; a share or a level in it stands beside it."""

    companions = ("diagnostics_result_percent", "diagnostics_level")

    def read(self, key: str, text: str, context: ReadingContext) -> Reading:
        """Understand «48 %», «0,48», «8 из 10 баллов», «средний»; other words stay words."""
        reading = super().read(key, text, context)
        folded = fold(text)
        percent, level = self.companions
        level_found = _LEVELS.get(folded.removesuffix("ий"))
        return Reading(reading.values | {percent: _percent(folded), level: level_found})


def _percent(text: str) -> float | None:
    if match := _PERCENT.fullmatch(text):
        return float(f"{match[1]}.{match[2] or 0}")
    if match := _FRACTION.fullmatch(text):
        return round(100 * float(f"0.{match[1]}"), 2)
    if (match := _POINTS.fullmatch(text)) and 0 < int(match[2]) >= int(match[1]):
        return round(100 * int(match[1]) / int(match[2]), 1)
    return None


FIELDS = (
    Field("teacher", "ФИО педагога", Person(), ("педагог", "фио", "ф.и.о.", "ф.и.о. педагога",
          "фамилия имя отчество", "фамилия, имя, отчество", "учитель"), required=True, shown=True,
          private=True),
    Field("teacher_position", "Должность, предмет", Text(), ("должность", "должность педагога"),
          private=True),
    Field("teacher_subject", "Предмет", Text(), ("преподаваемый предмет",), private=True),
    Field("teacher_org", "Образовательная организация", Text(), ("организация", "оо", "школа",
          "место работы"), shown=True, private=True),
    Field("teacher_municipality", "Муниципальное образование", Text(), ("муниципалитет", "район",
          "мо")),
    Field("teacher_category", "Квалификационная категория", Text(), ("категория",), private=True),
    Field("teacher_experience", "Стаж", Text(), ("педагогический стаж", "стаж работы"),
          private=True),
    Field("basis", "Основание", BASIS, ("основание разработки", "категория маршрута",
          "основание для разработки", "основание включения", "категория педагога", "категория"),
          shown=True),
    Field("diagnostics_date", "Дата диагностики", Day(), private=True),
    Field("diagnostics_name", "Название диагностики", Text(), ("диагностика",), private=True),
    Field("diagnostics_result_text", "Результат диагностики", DiagnosticsResult(),
          ("итоги диагностики", "результат"), private=True),
    Field("diagnostics_result_percent", "Результат диагностики, %", Number(), derived=True,
          private=True),
    Field("diagnostics_level", "Уровень", Choice(Option("high", "высокий"),
          Option("medium", "средний"), Option("low", "низкий")), derived=True, private=True),
    Field("deficits", "Выявленные дефициты", Texts(commas=False), ("дефициты",
          "профессиональные дефициты", "выявленные профессиональные дефициты",
          "виды дефицитов", "вид дефицита"), private=True),
    Field("methodist", "Региональный методист", Person(), ("методист", "сопровождающий",
          "фио методиста", "фио регионального методиста"), shown=True),
    Field("tutor", "Тьютор", Person(), ("тьютер",)),
    Field("curator", "Куратор", Person()),
    Field("omo", "ОМО", AssociationCodes(), ("методическое объединение",)),
    *deadline("Срок реализации", "срок", "сроки реализации", "сроки", "период реализации",
              "период", term=True),
    Field("stage", "Этап", STAGE, ("этап реализации",)),
    Field("tasks_planned", "Мероприятий по плану", Whole(), ("запланировано мероприятий",
          "запланировано", "мероприятий", "всего мероприятий", "по плану", "план",
          "кол-во мероприятий (план)", "мероприятий (план)",
          "количество запланированных мероприятий"), shown=True),
    Field("tasks_done", "Выполнено", Whole(), ("выполнено мероприятий", "исполнено", "факт",
          "кол-во мероприятий (факт)", "мероприятий (факт)", "исполнено мероприятий",
          "количество выполненных мероприятий"), shown=True),
    Field("status", "Статус", STATUS, ("состояние", "статус маршрута",
          "отметка о выполнении", "отметка о завершении", "отметка"), default="draft",
          shown=True),
    Field("done_date", "Завершён от", Day(), ("дата завершения",)),
    Field("suspended_date", "Приостановлен от", Day()),
    Field("result", "Итог", Text(lines=True), ("результат маршрута", "итог маршрута",
          "результат"), private=True),
    Field("document", "Документ", Text(), ("удостоверение", "справка"), private=True),
    Field("notes", "Примечание", Text(lines=True), ("примечания",), private=True),
)  # fmt: skip

TASK_FIELDS = (
    Field("iom", "ИОМ", RecordId("iom"), ("id иом", "маршрут"), required=True, shown=True),
    Field("number", "№", Text(), ("номер",), shown=True),
    Field("title", "Мероприятие", Text(wide=True), ("мероприятия", "задание", "содержание"),
          required=True, shown=True),
    Field("form", "Форма", Text(), ("виды, форма деятельности", "форма деятельности")),
    Field("source", "Источник", Text(), ("ссылка",)),
    *deadline("Срок", "срок выполнения", "сроки"),
    Field("mentor_flag", "С наставником", Flag(), ("наставник",)),
    Field("status", "Состояние", TASK_STATUS, ("статус", "отметка о выполнении"),
          default="planned", shown=True),
    Field("done_date", "Дата выполнения", Day(), shown=True),
    Field("product", "Продукт", Text(), ("результат", "ожидаемый результат")),
    Field("comment", "Комментарий", Text(lines=True), ("примечание",), private=True),
)  # fmt: skip


def _keys(record: Record) -> Iterable[Key]:
    subject = record.get("teacher_subject") or record.get("teacher_position")
    yield (
        record.get("academic_year"),
        fold_person(str(record.get("teacher"))),
        fold(str(record.get("teacher_org") or "")),
        fold(str(subject or "")),
    )


def _task_keys(record: Record) -> Iterable[Key]:
    yield (
        record.get("iom"),
        fold(str(record.get("number") or "")),
        fold(str(record.get("title"))),
    )


IOM = Kind(
    key="iom",
    names=Names("Индивидуальные образовательные маршруты", "маршрут", "маршрута", "маршрутов"),
    own_fields=FIELDS,
    keys=_keys,
    title="teacher",
    about=("иом", "индивидуальный", "образовательный", "маршрут", "педагог", "учитель"),
    registers_called=("иом", "маршрут", "iom"),
    told_by=("basis", "tasks_planned", "methodist", "deficits", "stage", "deadline_text"),
)
TASK = Kind(
    key="task",
    names=Names("Мероприятия маршрутов", "мероприятие", "мероприятия", "мероприятий"),
    own_fields=TASK_FIELDS,
    keys=_task_keys,
    registers_called=("мероприятия маршрутов", "task"),
    told_by=("iom",),
)
