"""A plan lived through from August to May: 300 items imported, worked week by week, measured.

What the summary must say is computed here from the list of what was done, by rules written down
a second time; rumo's own calendar and figures take no part in it.
"""

import csv
import io
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, NamedTuple

import pytest

from rumo_cli.records.values import Record
from tests.commands.conftest import Rumo

MONTH_ENDS = tuple(
    date(2024 + month // 12, month % 12 + 1, 1) - timedelta(days=1) for month in range(8, 18)
)
"""From 31 August 2024 to 31 May 2025."""

MONDAYS = tuple(date(2024, 9, 2) + timedelta(weeks=week) for week in range(38))
TERM_ENDS = (date(2024, 10, 25), date(2024, 12, 28), date(2025, 3, 21), date(2025, 5, 26))
OWNERS = ("РУМО", "ОМО-01", "ОМО-02", "ОМО-03")


class Deadline(NamedTuple):
    """A deadline in a methodist's words, and the last days of what it asks for."""

    text: str
    due: tuple[date, ...] = ()
    recurs: bool = False


DEADLINES = (
    Deadline("август 2024 г.", (date(2024, 8, 31),)),
    Deadline("СЕНТЯБРЬ", (date(2024, 9, 30),)),
    Deadline("15.09-15.10", (date(2024, 10, 15),)),
    Deadline("до 1 декабря", (date(2024, 12, 1),)),
    Deadline("27-29\nдекабря", (date(2024, 12, 29),)),
    Deadline("I квартал 2025 года", (date(2025, 3, 31),)),
    Deadline("26 АПРЕЛЯ", (date(2025, 4, 26),)),
    Deadline("не позднее чем за две недели до 4 декабря 2024 года", (date(2024, 11, 20),)),
    Deadline("в течение учебного года", (date(2025, 8, 31),)),
    Deadline("по отдельному графику"),
    Deadline("по мере необходимости"),
    Deadline("как сложится"),
    Deadline(""),
    Deadline("ежемесячно", (*MONTH_ENDS[1:],), recurs=True),
    Deadline("1 раз в четверть", TERM_ENDS, recurs=True),
    Deadline("до 25 числа каждого месяца",
             tuple(end.replace(day=25) for end in MONTH_ENDS[1:]), recurs=True),
)  # fmt: skip
MOVED_TO = Deadline("до 15 марта", (date(2025, 3, 15),))


@dataclass
class Item:
    """An item of the plan and what became of it, in order of days."""

    number: int
    owner: str
    deadlines: list[tuple[date, Deadline]]
    done: list[date] = field(default_factory=list)
    cancelled: date | None = None

    def deadline_on(self, day: date) -> Deadline:
        return [deadline for since, deadline in self.deadlines if since <= day][-1]

    def status_on(self, day: date) -> str:
        if self.cancelled and self.cancelled <= day:
            return "cancelled"
        times = sum(each <= day for each in self.done)
        deadline = self.deadline_on(day)
        if deadline.recurs and 0 < times < len(deadline.due):
            return "in_progress"
        return "done" if times else "planned"

    def is_overdue_on(self, day: date) -> bool:
        if self.status_on(day) not in {"planned", "in_progress"}:
            return False
        times = sum(each <= day for each in self.done)
        return sum(due < day for due in self.deadline_on(day).due) > times


def plan(chance: random.Random) -> list[Item]:
    """Return 300 items, every deadline among them many times over."""
    return [
        Item(number, chance.choice(OWNERS), [(date.min, DEADLINES[number % len(DEADLINES)])])
        for number in range(1, 301)
    ]


def as_csv(items: Sequence[Item]) -> bytes:
    """Return the plan as a methodist keeps it: Excel's own CSV."""
    text = io.StringIO()
    rows = csv.writer(text, delimiter=";", lineterminator="\r\n")
    rows.writerow(["№ п/п", "Мероприятие", "Сроки исполнения", "Ответственный", "Чей план"])
    for item in items:
        deadline = item.deadline_on(date.min).text
        rows.writerow([f"1.{item.number}", f"Мероприятие {item.number}", deadline, "методист",
                       item.owner])  # fmt: skip
    return text.getvalue().encode("cp1251")


def commands_of_week(monday: date, items: Sequence[Item], chance: random.Random) -> Iterator[str]:
    """Yield what is typed in a week, and keep what it means."""
    day = monday + timedelta(days=chance.randrange(5))
    open_items = [item for item in items if item.status_on(day) in {"planned", "in_progress"}]
    for item in chance.sample(open_items, min(9, len(open_items))):
        recurs = item.deadline_on(day).recurs
        match chance.random():
            case draw if draw < 0.08:
                item.cancelled = day
                yield f"plan cancel {item.number} --reason отменено --on {day}"
            case draw if draw < 0.2 and not item.done and not recurs:
                item.deadlines.append((day, MOVED_TO))
                yield f"plan move {item.number} --deadline '{MOVED_TO.text}' --on {day}"
            case _:
                item.done.append(day)
                yield f"plan done {item.number} --on {day}"


def expected(items: Sequence[Item], day: date) -> Record:
    """Return the figures of a day, counted from what was done."""
    statuses = Counter(item.status_on(day) for item in items)
    counted = len(items) - statuses["cancelled"]
    return {
        "total": len(items),
        "cancelled": statuses["cancelled"],
        "counted": counted,
        "done": statuses["done"],
        "in_progress": statuses["in_progress"],
        "planned": statuses["planned"],
        "overdue": sum(item.is_overdue_on(day) for item in items),
        "percent": round(100 * statuses["done"] / counted, 1),
    }


def measured(rumo: Rumo, day: date, today: date) -> dict[str, Any]:
    """Return what the summary says of a day, asked on another: the total and each owner."""
    found = rumo(f"plan summary --year 2024-2025 --on {day} --today {today} -f json").json
    assert (found["year"], found["as_of"]) == ("2024-2025", f"{day}")
    return {row["key"]: row for row in (*found["rows"], found["total"] | {"key": "total"})}


def assert_agrees(rumo: Rumo, items: Sequence[Item], day: date, today: date) -> None:
    """Hold the summary of a day against what was done: for each owner, and in all."""
    said = measured(rumo, day, today)
    groups = {"total": list(items)}
    for item in items:
        groups.setdefault("rumo" if item.owner == "РУМО" else item.owner, []).append(item)
    assert set(said) == set(groups)
    for key, members in groups.items():
        figures = expected(members, day)
        assert {name: said[key][name] for name in figures} == figures, (day, key)


@pytest.mark.parametrize("seed", [2024, 2025])
def test_the_plan_of_a_year_is_measured_rightly_at_the_end_of_each_month(
    rumo: Rumo, seed: int
) -> None:
    chance = random.Random(seed)
    items = plan(chance)
    imported = rumo(
        "plan import - --year 2024-2025 --today 2024-08-26 -f json", stdin=as_csv(items)
    )
    assert (imported.code, imported.json["added"]) == (0, 300)
    assert_agrees(rumo, items, MONTH_ENDS[0], MONTH_ENDS[0])
    for monday in MONDAYS:
        for command in commands_of_week(monday, items, chance):
            result = rumo(f"{command} --today {monday + timedelta(days=6)}")
            assert result.code == 0, (command, result.err)
        for day in MONTH_ENDS:
            if monday <= day < monday + timedelta(weeks=1):
                assert_agrees(rumo, items, day, monday + timedelta(days=6))
    for day in MONTH_ENDS:
        assert_agrees(rumo, items, day, date(2025, 8, 31))
