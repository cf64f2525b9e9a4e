"""Public and professional examination of teachers' work and of programmes (ДПП)."""

from collections.abc import Iterable

from rumo_cli.records.fields import (
    AssociationCodes,
    Day,
    Field,
    Flag,
    Link,
    Option,
    Persons,
    Status,
    Text,
    Texts,
)
from rumo_cli.records.kind import Key, Kind, Lack, Names
from rumo_cli.records.persons import fold_person
from rumo_cli.records.values import Record
from rumo_cli.text import fold

VERDICT = Status(
    Option("recommended", "рекомендована", ("рекомендовать", "рекомендуется")),
    Option("rework", "на доработку", ("доработать", "на доработке", "доработка",
           "отправлена на доработку", "возвращена на доработку", "направлена на доработку",
           "вернуть на доработку", "требует доработки")),
    Option("rejected", "не рекомендована", ("не рекомендовать", "не рекомендуется", "отклонена")),
    Option("withdrawn", "отозвана", ("отозвана автором", "снята автором")),
)  # fmt: skip

FIELDS = (
    Field("authors", "Автор(ы)", Persons(), ("автор", "авторы", "фио автора",
          "разработчик", "разработчики"), required=True,
          shown=True, private=True),
    Field("org", "Образовательная организация", Text(), ("организация", "оо", "место работы",
          "школа"), shown=True, private=True),
    Field("municipality", "Муниципалитет", Text(), ("муниципальное образование", "район", "мо")),
    Field("type", "Вид разработки", Text(), ("вид", "тип", "вид работы", "вид материала", "жанр")),
    Field("title", "Название разработки", Text(wide=True), ("название", "наименование", "тема",
          "наименование разработки", "название работы", "тема разработки",
          "наименование работы", "наименование материала", "тема работы",
          "название материала"), required=True,
          shown=True),
    Field("omo", "ОМО", AssociationCodes(), ("методическое объединение",), shown=True),
    Field("submitted", "Дата подачи", Day(), ("дата поступления", "подана",
          "дата представления", "дата регистрации", "дата"), shown=True),
    Field("experts", "Эксперты", Persons(), ("эксперт", "фио эксперта"), private=True),
    Field("experts_verdict", "Заключения экспертов", Texts(), ("заключение эксперта",
          "экспертное заключение", "заключение"), private=True),
    Field("experts_date", "Даты заключений", Texts(), ("дата заключения", "дата экспертизы"),
          private=True),
    Field("experts_score", "Баллы экспертов", Texts(commas=False), ("балл эксперта", "баллы"),
          private=True),
    Field("verdict", "Итог", VERDICT, ("итоговое заключение", "результат экспертизы", "вердикт",
          "решение", "результат", "статус", "итоговое решение"), shown=True),
    Field("verdict_date", "Дата решения", Day()),
    Field("in_bank", "Размещено в Региональном банке", Flag(), ("размещено в банке", "в банке",
          "размещено в региональном банке педагогического опыта", "банк", "размещено",
          "включена в банк", "размещение в банке", "включение в банк"), shown=True),
    Field("bank_url", "Ссылка в банке", Link(), ("ссылка на размещение",)),
    Field("bank_date", "Дата размещения", Day()),
    Field("notes", "Примечание", Text(lines=True), ("примечания",), private=True),
)  # fmt: skip


def _keys(record: Record) -> Iterable[Key]:
    authors = record.get("authors")
    names = frozenset(map(fold_person, authors)) if isinstance(authors, list) else frozenset()
    yield (record.get("academic_year"), names, fold(str(record.get("title"))))


EXPERTISE = Kind(
    key="expertise",
    names=Names("Экспертиза", "работа", "работы", "работ"),
    own_fields=FIELDS,
    keys=_keys,
    date="submitted",
    status="verdict",
    about=("разработка", "экспертиза", "материал", "работа"),
    registers_called=("эксперти", "expertise"),
    lacks=(Lack("link", ("bank_url",)),),
    told_by=("verdict", "experts", "in_bank"),
)
