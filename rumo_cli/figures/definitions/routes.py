"""Figures of individual routes (ИОМ)."""

from collections.abc import Iterator

from rumo_cli.figures.definitions.counting import Choose, count_of, people_of
from rumo_cli.figures.figure import Counted, Definition
from rumo_cli.figures.routes import completed, in_work, on_ground, with_tasks
from rumo_cli.figures.summary import number, percent
from rumo_cli.figures.year_records import RecordName, YearRecords, names
from rumo_cli.nouns import Noun

HEADING = "ИОМ"

_ROUTE = Noun("ИОМ", "ИОМ", "ИОМ")
_TASK = Noun("мероприятие", "мероприятия", "мероприятий")
_STATED = "по числам маршрута, а без них — по записанным мероприятиям"


def _on(basis: str) -> Choose:
    return lambda routes: on_ground(routes, basis)


def _planned(year: YearRecords) -> Counted:
    return Counted(_sum("tasks_planned", year), tuple(_saying("tasks_planned", year)))


def _done(year: YearRecords) -> Counted:
    return Counted(_sum("tasks_done", year), tuple(_saying("tasks_done", year)))


def _percent(year: YearRecords) -> Counted:
    planned, done = _planned(year), _done(year)
    share = percent(_sum("tasks_done", year), _sum("tasks_planned", year))
    return Counted(share, tuple(dict.fromkeys([*planned.evidence, *done.evidence])))


def _sum(key: str, year: YearRecords) -> int:
    return sum(number(each[key]) for each in with_tasks(year.of("iom"), year.of("task")))


def _saying(key: str, year: YearRecords) -> Iterator[RecordName]:
    """Yield the routes that say a number themselves, and the tasks of those that do not."""
    silent = {each["id"] for each in year.of("iom") if key not in each}
    yield from names("iom", (each for each in year.of("iom") if key in each))
    tasks = (each for each in year.of("task") if each.get("iom") in silent)
    accepted = key == "tasks_done"
    yield from names(
        "task", (each for each in tasks if not accepted or each.get("status") == "accepted")
    )


DEFINITIONS = (
    Definition(
        "iom_total",
        "ИОМ",
        "Все индивидуальные образовательные маршруты года, в любом состоянии.",
        count_of("iom"),
        _ROUTE,
        kinds=("iom",),
    ),
    Definition(
        "iom_completed",
        "ИОМ завершено",
        "Маршруты со статусом «завершён».",
        count_of("iom", completed),
        _ROUTE,
        kinds=("iom",),
    ),
    Definition(
        "iom_in_work",
        "ИОМ в работе",
        "Маршруты, кроме завершённых, приостановленных и прекращённых.",
        count_of("iom", in_work),
        _ROUTE,
        kinds=("iom",),
    ),
    Definition(
        "iom_low_results",
        "ИОМ для ШНОР",
        "Маршруты, среди оснований которых — школа с низкими результатами.",
        count_of("iom", _on("low_results")),
        _ROUTE,
        kinds=("iom",),
    ),
    Definition(
        "iom_young",
        "ИОМ молодых педагогов",
        "Маршруты, среди оснований которых — «молодой педагог».",
        count_of("iom", _on("young")),
        _ROUTE,
        kinds=("iom",),
    ),
    Definition(
        "iom_diagnostics",
        "ИОМ по итогам диагностики",
        "Маршруты, среди оснований которых — итоги диагностики.",
        count_of("iom", _on("diagnostics")),
        _ROUTE,
        kinds=("iom",),
    ),
    Definition(
        "iom_tasks_planned",
        "Мероприятий ИОМ по плану",
        f"Сумма запланированных мероприятий маршрутов {_STATED}.",
        _planned,
        _TASK,
        kinds=("iom",),
        summed="tasks_planned",
    ),
    Definition(
        "iom_tasks_done",
        "Мероприятий ИОМ выполнено",
        f"Сумма выполненных мероприятий маршрутов {_STATED} (состояние «принято»).",
        _done,
        _TASK,
        kinds=("iom",),
        summed="tasks_done",
    ),
    Definition(
        "iom_tasks_percent",
        "Выполнение мероприятий ИОМ",
        "Доля выполненных среди запланированных мероприятий маршрутов.",
        _percent,
        unit="%",
        kinds=("iom",),
    ),
    Definition(
        "iom_methodists",
        "Региональных методистов",
        "Разные люди, названные региональными методистами маршрутов, как бы ни было записано имя.",
        people_of("iom", "methodist"),
        Noun("региональный методист", "региональных методиста", "региональных методистов",
             "регионального методиста"),
        kinds=("iom",),
    ),
    Definition(
        "iom_tutors",
        "Тьюторов",
        "Разные люди, названные тьюторами маршрутов, как бы ни было записано имя.",
        people_of("iom", "tutor"),
        Noun("тьютор", "тьютора", "тьюторов"),
        kinds=("iom",),
    ),
)  # fmt: skip
