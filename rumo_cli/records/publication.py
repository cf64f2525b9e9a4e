"""What the association publishes: recommendations, materials, news, schedules, letters."""

from collections.abc import Iterable

from rumo_cli.records.fields import (
    AssociationCodes,
    Choice,
    Day,
    Field,
    Link,
    Option,
    Persons,
    RecordId,
    Text,
)
from rumo_cli.records.kind import Key, Kind, Lack, Names
from rumo_cli.records.values import Record
from rumo_cli.text import fold

TYPE = Choice(
    Option("recommendations", "методические рекомендации", ("рекомендации",)),
    Option("materials", "материалы", ("материал", "методические материалы", "презентация",
           "материалы вебинара", "статья", "сборник", "видео", "видеозапись", "видеоурок",
           "памятка", "разработка")),
    Option("news", "новость", ("новости", "новостная заметка")),
    Option("schedule", "график", ("график вебинаров", "расписание")),
    Option("letter", "информационное письмо", ("письмо",)),
)  # fmt: skip

FIELDS = (
    Field("type", "Вид", TYPE, ("вид публикации", "тип"), required=True, shown=True),
    Field("title", "Название", Text(wide=True), ("наименование", "заголовок", "тема"),
          required=True, shown=True),
    Field("authors", "Авторы", Persons(), ("автор", "автор(ы)", "составители")),
    Field("omo", "ОМО", AssociationCodes(), ("методическое объединение",), shown=True),
    Field("date", "Дата", Day(), ("дата публикации", "дата размещения"), shown=True),
    Field("url", "Ссылка", Link(), ("адрес", "адрес страницы", "адрес на сайте",
          "ссылка на материал", "где размещено", "место размещения"), shown=True),
    Field("webinar", "Вебинар", RecordId("webinar"), ("id вебинара",)),
    Field("notes", "Примечание", Text(lines=True), ("примечания",), private=True),
)  # fmt: skip


def type_title_date(record: Record) -> Iterable[Key]:
    """Return the natural key of what a year's analysis lists: its type, title and date."""
    yield (
        record.get("academic_year"),
        record.get("type"),
        fold(str(record.get("title"))),
        record.get("date"),
    )


PUBLICATION = Kind(
    key="publication",
    names=Names("Публикации", "публикация", "публикации", "публикаций"),
    own_fields=FIELDS,
    keys=type_title_date,
    date="date",
    status=None,
    about=("публикация", "материал"),
    registers_called=("публикаци", "publication"),
    lacks=(Lack("link", ("url",)),),
    told_by=("type",),
)
