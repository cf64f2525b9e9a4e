"""What members contribute elsewhere: exam experts, programmes, drafts of regulations, events."""

from rumo_cli.records.fields import (
    AssociationCodes,
    Choice,
    Day,
    Field,
    Option,
    Persons,
    Text,
)
from rumo_cli.records.kind import Kind, Names
from rumo_cli.records.publication import type_title_date

TYPE = Choice(
    Option("exam_expert", "эксперт ОГЭ/ЕГЭ", ("эксперт гиа", "экспертная комиссия огэ, егэ",
           "эксперт огэ", "эксперт егэ", "экспертная комиссия", "эксперты огэ/егэ", "егэ", "огэ",
           "гиа", "предметная комиссия"),
           leads=("эксперт", "член предметной комиссии", "член экспертной комиссии")),
    Option("programme", "разработка ДПП", ("дпп", "программа повышения квалификации",
           "разработка программы", "разработка программ", "экспертиза дпп"),
           leads=("разработка", "программа")),
    Option("normative_act", "обсуждение нормативных актов", ("обсуждение нормативного акта",
           "нормативный акт", "обсуждение нпа", "нпа", "обсуждение проекта нпа"),
           leads=("обсуждение",)),
    Option("low_results_event", "мероприятие для ШНОР", ("шнор", "мероприятия для шнор")),
    Option("other", "иное", ("другое", "прочее")),
    otherwise="other",
)  # fmt: skip

FIELDS = (
    Field("type", "Вид", TYPE, ("вид участия", "вид деятельности", "тип"), required=True,
          shown=True),
    Field("title", "Название", Text(wide=True), ("наименование", "мероприятие", "содержание",
          "тема"), required=True, shown=True),
    Field("persons", "Участники", Persons(), ("участник", "фио", "кто участвовал",
          "фио педагога", "фио эксперта", "педагог", "член омо"), shown=True),
    Field("role", "Роль", Text(), ("роль участника", "функция")),
    Field("omo", "ОМО", AssociationCodes(), ("методическое объединение",), shown=True),
    Field("date", "Дата", Day(), ("дата проведения",), shown=True),
    Field("evidence", "Подтверждение", Text(lines=True), ("документ", "подтверждающий документ")),
    Field("notes", "Примечание", Text(lines=True), ("примечания",), private=True),
)  # fmt: skip

CONTRIBUTION = Kind(
    key="contribution",
    names=Names("Участие в иной деятельности", "запись", "записи", "записей"),
    own_fields=FIELDS,
    keys=type_title_date,
    date="date",
    status=None,
    registers_called=("участие", "contribution"),
    told_by=("persons", "role"),
)
