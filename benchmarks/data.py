"""The data of the benchmarks: the same webinars in every form, every time."""

import csv
import json
import random
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import NamedTuple

from rumo_cli.calendar.days_off import why_off

SEED = 2024
HEADINGS = (
    "Дата",
    "Время",
    "Тема",
    "ОМО",
    "Категория участников",
    "Ведущие",
    "Кол-во участников",
    "Статус",
)
_FIRST_DAY = date(2024, 9, 2)
_DAYS = [
    day
    for day in (_FIRST_DAY + timedelta(days=number) for number in range(270))
    if why_off(day) is None
]
_SUBJECTS = (
    "математики", "физики", "химии", "биологии", "географии", "истории", "музыки", "технологии",
    "информатики", "иностранных языков", "начальных классов", "русского языка и литературы",
)  # fmt: skip
_TOPICS = ("Подготовка к ЕГЭ", "Читательская грамотность", "Проектная деятельность", "Разбор ВПР")
_AUDIENCES = ("учителя, методисты", "учителя", "молодые педагоги", "руководители ОМО")
_SURNAMES = ("Иванова", "Петров", "Сидорова", "Кузнецов", "Орлова", "Зимина")


class Webinar(NamedTuple):
    """A row of the register."""

    day: date
    start: time
    end: time
    title: str
    association: str
    audience: str
    speaker: str
    participants: int
    status: str = "проведён"

    @property
    def cells(self) -> tuple[str, ...]:
        """Return the row as a person types it."""
        hours = f"{self.start:%H.%M}-{self.end:%H.%M}"
        texts = (self.title, self.association, self.audience, self.speaker)
        return (f"{self.day:%d.%m.%Y}", hours, *texts, str(self.participants), self.status)


def webinars(count: int) -> Iterator[Webinar]:
    """Return so many webinars of one academic year, each under a title of its own."""
    chance = random.Random(SEED)
    for number in range(1, count + 1):
        hour = chance.randrange(9, 17)
        yield Webinar(
            day=chance.choice(_DAYS),
            start=time(hour),
            end=time(hour + 1, 30),
            title=f"{chance.choice(_TOPICS)}: практика и опыт, занятие № {number}",
            association=f"ОМО учителей {chance.choice(_SUBJECTS)}",
            audience=chance.choice(_AUDIENCES),
            speaker=f"{chance.choice(_SURNAMES)} А.{chance.choice('АБВГД')}.",
            participants=chance.randrange(10, 90),
        )


def write_csv(path: Path, rows: Sequence[Webinar]) -> None:
    """Write the register as Excel saves it in Russia."""
    with path.open("w", newline="", encoding="utf-8-sig") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(HEADINGS)
        writer.writerows(row.cells for row in rows)


def write_workbook(path: Path, rows: Sequence[Webinar]) -> None:
    """Write the register as a workbook with real days and numbers."""
    from xlsxwriter import Workbook

    book = Workbook(str(path))
    sheet = book.add_worksheet()
    days = book.add_format({"num_format": "dd.mm.yyyy"})
    sheet.write_row(0, 0, HEADINGS)
    for place, row in enumerate(rows, 1):
        sheet.write_datetime(place, 0, datetime.combine(row.day, time()), days)
        sheet.write_row(place, 1, row.cells[1:6])
        sheet.write_number(place, 6, row.participants)
        sheet.write_string(place, 7, row.status)
    book.close()


def write_tasks(path: Path, rows: Sequence[Webinar]) -> None:
    """Write the register as taskwarrior imports it: a task a webinar, due at its hour."""
    tasks = [
        {
            "description": row.title,
            "due": f"{row.day:%Y%m%d}T{row.start:%H%M%S}Z",
            "project": row.association,
            "tags": [row.speaker.split()[0]],
            "status": "pending",
        }
        for row in rows
    ]
    path.write_text(json.dumps(tasks, ensure_ascii=False), encoding="utf-8")
