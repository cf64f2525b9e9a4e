"""Mentoring: programmes, and the pairs of a mentor and a mentee that work in them."""

import re
from collections.abc import Iterable
from datetime import date

from rumo_cli.calendar.years import AcademicYear
from rumo_cli.records.fields import (
    Day,
    Field,
    FieldType,
    Flag,
    Option,
    Owner,
    Person,
    Reading,
    ReadingContext,
    RecordName,
    Status,
    Text,
    Texts,
    Whole,
    deadline,
)
from rumo_cli.records.fields.deadlines import term_values
from rumo_cli.records.kind import Key, Kind, Names, compact
from rumo_cli.records.persons import fold_person
from rumo_cli.records.values import Record, Value
from rumo_cli.text import fold

PROGRAMME_STATUS = Status(
    Option("draft", "проект"),
    Option("active", "реализуется", ("действует", "в работе", "действующая")),
    Option("completed", "завершена", ("завершено", "реализована")),
    Option("terminated", "прекращена", ("прекращена досрочно",)),
)
PAIR_STATUS = Status(
    Option("forming", "формируется"),
    Option("active", "действует", ("в работе", "активна", "реализуется", "продолжается")),
    Option("completed", "завершена", ("завершено", "выполнено", "выполнена", "завершён")),
    Option("terminated", "прекращена досрочно", ("прекращена", "расторгнута")),
)


class MentoringForm(FieldType):
    """Who mentors whom («педагог – педагог»), in one notation for all dashes, blanks and cases."""

    def read(self, key: str, text: str, context: ReadingContext) -> Reading:
        """Bring «Педагог- педагог» and «УЧИТЕЛЬ - УЧИТЕЛЬ» to one notation."""
        del context
        sides = filter(None, re.split(r"\s*-\s*", fold(text)))
        return Reading({key: " – ".join(sides)})

    def matches(self, value: Value, wanted: str, context: ReadingContext) -> bool:
        """Tell whether the wanted words are in the form, however they are written."""
        words = self.read("", wanted, context).values[""]
        return super().matches(value, str(words), context)


PROGRAMME_FIELDS = (
    Field("title", "Программа наставничества", Text(wide=True), ("название", "программа",
          "название программы", "наименование программы"), required=True, shown=True),
    Field("form", "Форма", MentoringForm(), ("форма наставничества",), shown=True),
    Field("kind", "Вид", Text(), ("вид наставничества",), shown=True),
    Field("target", "Целевая группа", Text(), ("для кого", "категория наставляемых")),
    Field("owner", "Чья программа", Owner()),
    Field("start", "Начало", Day(), ("дата начала",)),
    Field("end", "Окончание", Day(), ("дата окончания",)),
    Field("order_no", "Приказ №", Text(), ("номер приказа",)),
    Field("order_date", "Дата приказа", Day()),
    Field("goals", "Цели", Texts(commas=False), ("цель",)),
    Field("indicators", "Показатели", Texts(commas=False)),
    Field("status", "Статус", PROGRAMME_STATUS, ("состояние",), default="active", shown=True),
    Field("notes", "Примечание", Text(lines=True), private=True),
)  # fmt: skip

PAIR_FIELDS = (
    Field("programme", "Программа наставничества", RecordName("programme", "title"),
          ("программа", "название программы", "наименование программы"), required=True,
          shown=True, group="programme"),
    Field("form", "Форма", MentoringForm(), ("форма наставничества",), group="programme"),
    Field("kind", "Вид", Text(), ("вид наставничества",), group="programme"),
    Field("mentor", "Ф.И.О. наставника", Person(), ("наставник", "фио наставника"), required=True,
          shown=True, private=True, group="mentor"),
    Field("mentor_position", "Должность наставника", Text(),
          ("должность, место работы наставника", "должность и место работы наставника"),
          group="mentor", private=True),
    Field("mentor_org", "Организация наставника", Text(),
          ("образовательная организация наставника", "место работы наставника"), group="mentor",
          private=True),
    Field("mentee", "Ф.И.О. наставляемого", Person(), ("наставляемый", "фио наставляемого"),
          required=True, shown=True, private=True),
    Field("mentee_position", "Должность наставляемого", Text(),
          ("должность, место работы наставляемого", "должность и место работы наставляемого"),
          private=True),
    Field("mentee_org", "Организация наставляемого", Text(),
          ("образовательная организация наставляемого", "место работы наставляемого",
           "образовательная организация"), private=True),
    Field("mentee_experience_years", "Стаж наставляемого, лет", Whole(), ("стаж наставляемого",),
          private=True),
    Field("mentee_young", "Молодой педагог", Flag()),
    Field("request", "Запрос наставляемого", Text(lines=True), ("запрос",
          "запрос (ожидания) наставляемого", "запрос наставляемого от программы",
          "запрос/ожидания наставляемого от программы"), private=True),
    Field("consent", "Согласие", Flag(), ("письменное согласие",)),
    Field("order_no", "Приказ №", Text(), ("номер приказа",)),
    Field("order_date", "Дата приказа", Day()),
    Field("joined", "Дата вхождения в программу", Day(), ("дата вхождения",)),
    *deadline("Срок осуществления наставнической деятельности", "срок", "срок реализации",
              "период наставничества", "период", term=True),
    Field("personal_programme_approved", "Персонализированная программа утверждена", Flag()),
    Field("personal_programme_planned", "Мероприятий по программе", Whole(),
          ("запланировано мероприятий", "запланировано", "мероприятий по плану",
           "мероприятий запланировано", "план мероприятий", "план",
           "кол-во мероприятий (план)", "мероприятий (план)"), shown=True),
    Field("personal_programme_done", "Исполнено", Whole(), ("выполнено", "исполнено мероприятий",
          "выполнено мероприятий", "факт", "кол-во мероприятий (факт)",
          "мероприятий (факт)"), shown=True),
    Field("meetings", "Встречи", Texts(commas=False), private=True),
    Field("status", "Статус", PAIR_STATUS, ("состояние", "отметка о завершении", "отметка"),
          default="active", shown=True),
    Field("result", "Результат", Text(lines=True), ("итог",), private=True),
    Field("feedback", "Оценка наставляемого, 1–5", Whole(), ("обратная связь", "оценка"),
          private=True),
    Field("link", "Ссылка", Text(), private=True),
    Field("notes", "Примечание", Text(lines=True), ("примечания",), private=True),
)  # fmt: skip


def _programme_keys(record: Record) -> Iterable[Key]:
    yield (record.get("academic_year"), fold(str(record.get("title"))))


def _pair_keys(record: Record) -> Iterable[Key]:
    yield (
        record.get("academic_year"),
        fold(str(record.get("programme"))),
        fold_person(str(record.get("mentor"))),
        fold_person(str(record.get("mentee"))),
    )


def _settle_term(record: Record, _given: Record) -> None:
    """Count a term that is a length, «6 мес.», from when the pair joined, else from its order."""
    from rumo_cli.calendar.deadlines import read_term

    start = record.get("joined") or record.get("order_date")
    text, year = record.get("deadline_text"), record.get("academic_year")
    if text and year:
        begun = date.fromisoformat(str(start)) if start else None
        found = read_term(str(text), AcademicYear.parse(str(year)), begun)
        record.update(term_values(found))


def _programme_of(record: Record) -> Iterable[tuple[str, Record]]:
    year = record.get("academic_year")
    yield "programme", compact({"title": record.get("programme"), "academic_year": year})


PROGRAMME = Kind(
    key="programme",
    names=Names("Программы наставничества", "программа", "программы", "программ"),
    own_fields=PROGRAMME_FIELDS,
    keys=_programme_keys,
    about=("наставничество",),
    registers_called=("программы наставничества", "programme"),
    told_by=("form", "target", "goals"),
)
PAIR = Kind(
    key="pair",
    names=Names("Наставнические пары", "пара", "пары", "пар"),
    own_fields=PAIR_FIELDS,
    keys=_pair_keys,
    settle=_settle_term,
    brings=_programme_of,
    title="mentee",
    about=("наставничество", "наставнический", "пара"),
    registers_called=("наставни", "mentor", "pair"),
    told_by=("mentor",),
)
