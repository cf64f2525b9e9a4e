"""Meetings of the association (РУМО) and of the subject associations (ОМО)."""

import re
from collections.abc import Iterable

from rumo_cli.records.directory import OWN_PLAN
from rumo_cli.records.fields import (
    Clock,
    Day,
    Field,
    FieldType,
    Kept,
    Option,
    Owner,
    Reading,
    ReadingContext,
    Status,
    Text,
    Texts,
    headcount,
)
from rumo_cli.records.kind import Key, Kind, Lack, Names
from rumo_cli.records.values import Record
from rumo_cli.text import fold

_NUMBERED = re.compile(r"(?:заседание )?(?:№ ?)?(\d+)\.?")

STATUS = Status(
    Option("planned", "запланировано", ("план", "в плане", "планируется")),
    Option("held", "проведено", ("состоялось", "прошло", "выполнено", "да", "+", "✓")),
    Option("postponed", "перенесено", ("перенос", "отложено")),
    Option("cancelled", "отменено", ("не состоялось", "не проведено", "отмена")),
    kept=Kept(document="protocol"),
)


class MeetingNumber(FieldType):
    """The number of a meeting: «Заседание № 2», «№ 2» and «2.» are one."""

    def read(self, key: str, text: str, context: ReadingContext) -> Reading:
        """Drop what is not the number."""
        reading = super().read(key, text, context)
        number = _NUMBERED.fullmatch(fold(text))
        return Reading({key: number[1]}) if number else reading


FIELDS = (
    Field("owner", "Чьё заседание", Owner(), ("омо", "орган", "объединение"), default=OWN_PLAN,
          shown=True),
    Field("number", "№ заседания", MeetingNumber(), ("№", "номер", "номер заседания", "№ п/п"),
          shown=True),
    Field("date", "Дата", Day(time="time"), ("дата проведения", "дата заседания", "дата и время",
          "дата и время проведения"), shown=True),
    Field("time", "Время", Clock(), ("время проведения",)),
    Field("place", "Место", Text(), ("место проведения",)),
    Field("agenda", "Повестка", Texts(commas=False), ("повестка дня", "вопросы",
          "рассматриваемые вопросы", "тема", "тема заседания", "вопросы повестки",
          "вопросы для обсуждения", "основные вопросы", "содержание"), shown=True),
    Field("status", "Статус", STATUS, ("состояние", "отметка о проведении"), default="planned",
          shown=True),
    Field("protocol", "Протокол", Text(), ("№ протокола", "номер протокола", "реквизиты протокола"),
          shown=True),
    *headcount("participants", "Присутствовало", "участников", "количество участников",
               "кол-во участников", "кол-во присутствующих", "присутствовали",
               "присутствующих", "участники"),
    Field("done_date", "Отметка о проведении от", Day()),
    Field("notes", "Примечание", Text(lines=True), ("примечания",), private=True),
)  # fmt: skip


def _keys(record: Record) -> Iterable[Key]:
    base = (record.get("academic_year"), fold(str(record.get("owner") or OWN_PLAN)))
    if record.get("number"):
        yield (*base, "number", fold(str(record["number"])))
    elif record.get("date"):
        yield (*base, "date", record["date"])
    else:
        agenda = record.get("agenda")
        texts = agenda if isinstance(agenda, list) else []
        yield (*base, "agenda", *texts)


def _infer(record: Record) -> None:
    if record.get("protocol") and not record.get("status"):
        record["status"] = "held"


def _name(record: Record) -> str:
    owner = "РУМО" if record.get("owner", OWN_PLAN) == OWN_PLAN else str(record["owner"])
    number = f" № {record['number']}" if record.get("number") else ""
    return f"заседание {owner}{number}"


MEETING = Kind(
    key="meeting",
    names=Names("Заседания", "заседание", "заседания", "заседаний"),
    own_fields=FIELDS,
    keys=_keys,
    infer=_infer,
    title="number",
    name=_name,
    date="date",
    gathers=True,
    about=("заседание",),
    registers_called=("заседани", "повестк", "meeting"),
    lacks=(Lack("headcount", ("participants",)),),
    told_by=("protocol",),
)
