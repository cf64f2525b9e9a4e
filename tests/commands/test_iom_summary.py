"""`iom summary`: the routes of a year, and how far their tasks are done."""

import pytest

from rumo_cli.records.values import Record
from tests.commands.conftest import Given, Result, Rumo

NOW: Record = {"academic_year": "2024-2025", "methodist": "Белова А.С."}
ROUTES: list[Record] = [
    NOW | {"teacher": "Ильин П.О.", "basis": ["low_results"], "status": "completed",
           "done_date": "2024-10-10", "tasks_planned": 8, "tasks_done": 8, "omo": ["ОМО-04"],
           "teacher_municipality": "Вяземский район"},
    NOW | {"teacher": "Орлова Т.Т.", "basis": ["low_results", "young"], "status": "active",
           "tasks_planned": 6, "tasks_done": 3, "omo": ["ОМО-17"]},
    NOW | {"teacher": "Дубов Г.Г.", "basis": ["young"], "status": "suspended",
           "suspended_date": "2024-10-12", "methodist": "Осин В.В."},
    NOW | {"teacher": "Липов И.И.", "status": "terminated", "deadline_end": "2024-10-01"},
]  # fmt: skip


pytestmark = pytest.mark.usefixtures("associations", "routes")


@pytest.fixture
def routes(given: Given) -> None:
    given("iom", *ROUTES, {"teacher": "Прошлогодний", "academic_year": "2023-2024"})
    given("task", {"academic_year": "2024-2025", "iom": 3, "title": "Курсы", "status": "accepted",
                   "done_date": "2024-10-05"},
          {"academic_year": "2024-2025", "iom": 3, "title": "Открытый урок"})  # fmt: skip


def figures(**some: int | float | None) -> Record:
    """Return the figures of a row, those not named being 0."""
    keys = ("total", "in_work", "draft", "designed", "approved", "active", "rework", "completed",
            "suspended", "terminated", "methodists", "tasks_planned", "tasks_done")  # fmt: skip
    return {**dict.fromkeys(keys, 0), "tasks_percent": None, **some}


def test_a_summary_as_json_is_a_document(rumo: Rumo) -> None:
    assert rumo("iom summary -f json").json == {
        "year": "2024-2025",
        "as_of": "2024-10-15",
        "by": "basis",
        "rows": [
            {"key": "low_results", "label": "ШНОР"}
            | figures(total=2, in_work=1, active=1, completed=1, methodists=1,
                      tasks_planned=14, tasks_done=11, tasks_percent=78.6),
            {"key": "young", "label": "молодой педагог"}
            | figures(total=2, in_work=1, active=1, suspended=1, methodists=2,
                      tasks_planned=8, tasks_done=4, tasks_percent=50.0),
            {"key": "", "label": "не указано"} | figures(total=1, terminated=1, methodists=1),
        ],
        "total": figures(total=4, in_work=1, active=1, completed=1, suspended=1, terminated=1,
                         methodists=2, tasks_planned=16, tasks_done=12, tasks_percent=75.0),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("by", "totals"),
    [
        ("status", {"active": 1, "completed": 1, "suspended": 1, "terminated": 1}),
        ("methodist", {"Белова А.С.": 3, "Осин В.В.": 1}),
        ("municipality", {"Вяземский район": 1, "": 3}),
        ("omo", {"ОМО-04": 1, "ОМО-17": 1, "": 2}),
    ],
)
def test_routes_are_grouped(rumo: Rumo, by: str, totals: dict[str, int]) -> None:
    summary = rumo(f"iom summary --by {by} -f json").json

    assert {row["key"]: row["total"] for row in summary["rows"]} == totals
    assert (summary["by"], summary["total"]["total"]) == (by, 4)


def test_people_see_numerators_and_denominators(rumo: Rumo) -> None:
    assert rumo("iom summary") == Result(
        0,
        """\
ИОМ на 15.10.2024 (вт), 2024-2025 учебный год

Основание          Завершено  Остальное                                     Мероприятия       %
---------------  -----------  ------------------------------------------  -------------  ------
ШНОР                  1 из 2  в работе 1                                       11 из 14  78,6 %
молодой педагог       0 из 2  в работе 1, приостановлено 1                       4 из 8  50,0 %
не указано            0 из 1  прекращено 1                                            —       —
---------------  -----------  ------------------------------------------  -------------  ------
Всего                 1 из 4  в работе 1, приостановлено 1, прекращено 1       12 из 16  75,0 %
""",
    )


def test_a_terminal_shows_a_bar_of_the_tasks(rumo: Rumo) -> None:
    assert rumo("iom summary -f table --by status") == Result(
        0,
        """\
ИОМ на 15.10.2024 (вт), 2024-2025 учебный год

Статус         Завершено  Остальное                               Мероприятия        %  Выполнение
────────────────────────────────────────────────────────────────────────────────────────────────────
реализуется       0 из 1  в работе 1                                   3 из 6   50,0 %  ██████
завершён          1 из 1                                               8 из 8  100,0 %  ████████████
приостановлен     0 из 1  приостановлено 1                             1 из 2   50,0 %  ██████
прекращён         0 из 1  прекращено 1                                      —        —
────────────────────────────────────────────────────────────────────────────────────────────────────
Всего             1 из 4  в работе 1, приостановлено 1,              12 из 16   75,0 %  █████████
                          прекращено 1
""",
    )


@pytest.mark.parametrize(
    ("day", "completed", "suspended", "terminated", "done"),
    [
        ("2024-09-30", 0, 0, 0, 11),
        ("2024-10-01", 0, 0, 1, 11),
        ("2024-10-05", 0, 0, 1, 12),
        ("2024-10-10", 1, 0, 1, 12),
        ("2024-10-12", 1, 1, 1, 12),
        ("2024-10-15", 1, 1, 1, 12),
    ],
)
def test_a_summary_of_a_day_says_what_was_so_on_that_day(
    rumo: Rumo, day: str, completed: int, suspended: int, terminated: int, done: int
) -> None:
    summary = rumo(f"iom summary --on {day} -f json").json
    total = summary["total"]

    assert summary["as_of"] == day
    assert [total[key] for key in ("completed", "suspended", "terminated", "tasks_done")] == [
        completed,
        suspended,
        terminated,
        done,
    ]
    assert total["total"] == 4


def test_what_the_register_says_is_so_today_whatever_its_dates(rumo: Rumo, given: Given) -> None:
    given("iom", NOW | {"teacher": "Кленов К.К.", "status": "completed",
                        "deadline_end": "2025-05-30"})  # fmt: skip

    def completed(day: str) -> object:
        return rumo(f"iom summary {day} -f json").json["total"]["completed"]

    assert (completed(""), completed("--on сегодня"), completed("--on вчера")) == (2, 2, 1)


def test_machines_get_a_column_a_figure(rumo: Rumo) -> None:
    lines = rumo("iom summary -f csv").out.splitlines()

    assert lines[:2] == [
        "key,label,total,in_work,draft,designed,approved,active,rework,completed,suspended,"
        "terminated,methodists,tasks_planned,tasks_done,tasks_percent",
        "low_results,ШНОР,2,1,0,0,0,1,0,1,0,0,1,14,11,78.6",
    ]


def test_another_year_and_none(rumo: Rumo) -> None:
    assert rumo("iom summary --year 2023-2024 -f json").json["total"]["total"] == 1
    assert rumo("iom summary --year 2019-2020").code == 3
    assert rumo("iom summary --year all").err.endswith(
        "Ошибка: Здесь нужен один учебный год, а не all: --year 2024-2025.\n"
    )


def test_a_year_without_routes_says_how_to_get_some(rumo: Rumo) -> None:
    assert rumo("iom summary --today 2027-02-01") == Result(
        0,
        "ИОМ на 01.02.2027 (пн), 2026-2027 учебный год\n\n"
        "Маршрутов нет. Загрузите реестр: rumo iom import ФАЙЛ\n",
    )
