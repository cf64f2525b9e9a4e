"""Items of the plans of the association (РУМО) and of the subject associations (ОМО)."""

import re
from collections.abc import Iterable

from rumo_cli.records.directory import OWN_PLAN
from rumo_cli.records.fields import (
    Choice,
    Day,
    Days,
    Field,
    FieldType,
    Kept,
    Option,
    Owner,
    Reading,
    ReadingContext,
    RecordLinks,
    Status,
    Text,
    Texts,
    Whole,
    deadline,
)
from rumo_cli.records.kind import Key, Kind, Names, PartOfKey
from rumo_cli.records.marks import cancelled, moved
from rumo_cli.records.values import Record
from rumo_cli.text import fold

STATUS = Status(
    Option("planned", "запланировано", ("план", "в плане", "планируется", "не начато", "-",
           "☐", "срок не наступил", "не наступил")),
    Option("in_progress", "в работе", ("выполняется", "в процессе", "исполняется", "реализуется",
           "ведётся", "начато", "в стадии", "в процессе выполнения")),
    Option("done", "выполнено", ("вып", "исполнено", "проведено", "состоялось", "завершено",
           "реализовано", "готово", "сделано", "сдано", "исп", "да", "+", "v", "x", "х",
           "✓", "✔", "√", "☑", "☒", "истина"),
           leads=("протокол", "приказ", "справка", "отчёт", "акт", "письмо", "размещено",
                  "опубликовано", "утверждено", "подготовлено", "разработано", "направлено")),
    Option("partial", "выполнено частично", ("частично", "частично выполнено", "не полностью",
           "выполнено не полностью", "не в полном объёме"), leads=("выполнено не",)),
    Option("postponed", "перенесено", ("перенос", "отложено")),
    Option("cancelled", "отменено", ("снято с контроля", "отмена", "снято", "исключено")),
    Option("not_done", "не выполнено", ("не исполнено", "не проведено", "не проводилось",
           "не состоялось", "не реализовано", "не вып", "не исп", "нет")),
    kept=Kept(
        literal="done_note",
        days={"done": "done_date", "cancelled": "cancelled_date"},
        document="evidence",
        done="occurrences_done",
        planned="occurrences_planned",
        moved_to="moved_to",
    ),
)  # fmt: skip
OPEN = frozenset({"planned", "in_progress", "partial"})
"""Statuses of items that can still be overdue."""

ITEM_KIND = Choice(
    Option("meeting", "заседание"),
    Option("webinar", "вебинар"),
    Option("consultation", "консультация"),
    Option("expertise", "экспертиза"),
    Option("iom", "ИОМ"),
    Option("mentoring", "наставничество"),
    Option("publication", "публикация"),
    Option("monitoring", "мониторинг"),
    Option("other", "иное", ("другое", "прочее")),
    otherwise="other",
)
COUNTED = Choice(
    Option("webinar", "вебинары"),
    Option("meeting", "заседания"),
    Option("expertise", "экспертиза", ("работы",)),
    Option("publication", "публикации"),
    Option("contribution", "участие в иной деятельности", ("участие",)),
    Option("iom", "ИОМ", ("маршруты",)),
    Option("pair", "наставнические пары", ("пары", "пара")),
    Option("programme", "программы наставничества", ("программы",)),
)
"""The kinds of record that can fulfil an item."""
LINKS = RecordLinks(COUNTED)


class ItemNumber(FieldType):
    """The number of an item: «1.3.» and «1.3» are one."""

    def read(self, key: str, text: str, context: ReadingContext) -> Reading:
        """Drop the final dot."""
        reading = super().read(key, text, context)
        return Reading({key: str(reading.values[key]).rstrip(" .")})

    def sort(self, value: object) -> tuple[object, ...]:
        """Sort 1.2 before 1.10."""
        parts = re.findall(r"([0-9]{1,9})|([^0-9]+)", str(value or ""))
        return tuple((0, int(digits), "") if digits else (1, 0, text) for digits, text in parts)


FIELDS = (
    Field("number", "№ п/п", ItemNumber(), ("№", "№ п.п.", "n п/п", "п/п", "номер", "пункт",
          "номер пункта", "№ пункта", "n"), shown=True),
    Field("owner", "Чей план", Owner(), ("план", "омо", "владелец плана",
          "методическое объединение"), default=OWN_PLAN, shown=True),
    Field("section", "Раздел", Text(), ("раздел плана",)),
    Field("title", "Мероприятие", Text(wide=True), ("мероприятия", "наименование мероприятия",
          "наименование мероприятий", "содержание работы", "содержание деятельности", "дела",
          "содержание", "содержание деятельности и примерный план мероприятий",
          "события", "дела, события, мероприятия", "пошаговые мероприятия", "наименование",
          "наименование этапа", "тема"), required=True, shown=True),
    Field("kind", "Вид", ITEM_KIND, ("вид мероприятия", "форма")),
    Field("direction", "Направление", Text(), ("направление деятельности", "направления",
          "направленность", "направленность в работе")),
    Field("theme", "Тематика", Text()),
    *deadline("Срок", "сроки", "срок реализации", "сроки реализации", "срок исполнения",
              "сроки исполнения", "срок выполнения", "сроки выполнения", "срок проведения",
              "сроки проведения", "период реализации", "дата", "дата проведения",
              "ориентировочное время проведения", "время проведения", "период", "время",
              "когда", "месяц", "периодичность", occurrences=True,
              missed="срок не указан"),
    Field("responsible", "Ответственные", Texts(), ("ответственный", "отв-ный", "отв",
          "ответственный исполнитель", "ответственные исполнители", "исполнитель",
          "исполнители", "ответственные лица", "ответственное лицо", "отв. исполнитель",
          "кто отвечает"), shown=True),
    Field("expected_result", "Ожидаемый результат", Text(lines=True), ("результат",
          "результат. вид документа", "вид документа", "планируемый результат", "результаты",
          "предполагаемый результат", "ожидаемые результаты", "форма представления",
          "форма представления результата", "планируемые результаты", "продукт", "итог",
          "контрольные показатели", "форма отчетности", "отчетный документ")),
    Field("status", "Состояние", STATUS, ("статус", "отметка о выполнении", "отметка",
          "отметка об исполнении", "выполнение", "исполнение", "выполнено"), default="planned",
          shown=True),
    Field("done_date", "Дата выполнения", Day(), shown=True),
    Field("done_dates", "Даты выполнения", Days()),
    Field("done_note", "Отметка дословно", Text(lines=True)),
    Field("evidence", "Подтверждение", Text(lines=True), ("документ", "подтверждающий документ")),
    Field("moved_from", "Прежний срок", Text()),
    Field("moved_to", "Перенесено на", Text(), ("новый срок", "перенос на")),
    *moved(),
    Field("moves", "Переносы", Texts()),
    *cancelled(),
    Field("carried_from", "Откуда пункт", Text(), ("из плана", "из какого плана")),
    Field("counts", "Какие записи засчитываются", COUNTED, ("засчитываются", "засчитывается")),
    Field("target", "Сколько записей нужно", Whole(), ("сколько записей", "план, записей")),
    Field("links", "Связанные записи", LINKS),
    Field("notes", "Примечание", Text(lines=True), ("примечания", "комментарий"), private=True),
)  # fmt: skip


def deadlines(item: Record) -> list[str]:
    """Return the folded deadline of an item, and those that it was moved from."""
    moves = item.get("moves")
    old = [move.partition(" ")[2] for move in moves] if isinstance(moves, list) else []
    return [fold(text) for text in (str(item.get("deadline_text") or ""), *old)]


def _keys(record: Record) -> Iterable[Key]:
    base = (
        record.get("academic_year"),
        fold(str(record.get("owner") or OWN_PLAN)),
        fold(str(record.get("title"))),
    )
    if record.get("number"):
        yield (*base, "number", record["number"])
    else:
        yield from ((*base, "deadline", text) for text in deadlines(record))


def _rest_of_key(record: Record) -> PartOfKey:
    owner, title = fold(str(record.get("owner") or OWN_PLAN)), fold(str(record.get("title")))
    key = (record.get("academic_year"), owner, title, deadlines(record)[0])
    return PartOfKey(key, record.get("number"))


def _infer(record: Record) -> None:
    if record.get("done_date") and not record.get("status"):
        record["status"] = "done"


def _same(first: Record, second: Record) -> bool:
    """Tell items 1 of two sections apart: only «1.1» numbers an item within the whole plan."""
    sections = {fold(str(item["section"])) for item in (first, second) if item.get("section")}
    number = str(first.get("number") or ".")
    return "." in number or len(sections) < 2


PLAN = Kind(
    key="plan",
    names=Names("План", "пункт плана", "пункта плана", "пунктов плана"),
    own_fields=FIELDS,
    keys=_keys,
    same=_same,
    rest_of_key=_rest_of_key,
    infer=_infer,
    about=("план", "мероприятие", "румо"),
    registers_called=("план", "plan"),
    told_by=("deadline_text", "status", "expected_result"),
)
