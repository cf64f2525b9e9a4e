import pytest

from rumo_cli.checks.checking import check
from rumo_cli.records.values import Record
from tests.checks.years import said, year

ROUTE: Record = {"teacher": "Белова А.С.", "teacher_subject": "физика", "teacher_org": "СШ № 17"}
TASK: Record = {"iom": 1, "title": "Курсы", "status": "accepted"}
OPEN_TASK: Record = TASK | {"title": "Урок", "status": "planned"}


@pytest.mark.parametrize(
    ("figures", "message"),
    [
        ({"tasks_planned": 3, "tasks_done": 1}, "в маршруте выполнено 1 из 3, а записано 1 из 2"),
        ({"tasks_planned": 2, "tasks_done": 2}, "в маршруте выполнено 2 из 2, а записано 1 из 2"),
        ({"tasks_done": 0}, "в маршруте выполнено 0 из —, а записано 1 из 2"),
        ({"tasks_planned": 2, "tasks_done": 1}, None),
        ({"tasks_planned": 2}, None),
        ({}, None),
    ],
)
def test_a_routes_figures_and_its_tasks(figures: Record, message: str | None) -> None:
    of = year(iom=[ROUTE | figures], task=[TASK, OPEN_TASK])

    assert said("route_tasks", of) == ([f"«Белова А.С.»: {message}"] if message else [])


def test_where_no_task_is_recorded_a_routes_figures_are_all_there_is() -> None:
    assert said("route_tasks", year(iom=[ROUTE | {"tasks_planned": 3, "tasks_done": 1}])) == []


@pytest.mark.parametrize(
    ("route", "tasks", "message"),
    [
        ({"tasks_planned": 10, "tasks_done": 8}, [],
         "завершён, а 2 мероприятия не выполнены"),
        ({}, [TASK, OPEN_TASK], "завершён, а 1 мероприятие не выполнено"),
        ({"tasks_planned": 8, "tasks_done": 10}, [TASK], None),
        ({"tasks_planned": 10}, [], None),
        ({"tasks_planned": 10, "tasks_done": 8, "status": "active"}, [OPEN_TASK], None),
    ],
)  # fmt: skip
def test_completed_routes_with_open_tasks(
    route: Record, tasks: list[Record], message: str | None
) -> None:
    of = year(iom=[ROUTE | {"status": "completed"} | route], task=tasks)

    assert said("completed_with_open_tasks", of) == (
        [f"«Белова А.С.»: {message}"] if message else []
    )


@pytest.mark.parametrize(
    ("second", "twice"),
    [
        ({"teacher": "Белова Анна Сергеевна", "teacher_org": "МБОУ «СШ №17»"}, True),
        ({"teacher_org": "СШ № 18"}, False),
        ({"teacher_org": None}, False),
        ({"teacher_subject": "химия"}, False),
        ({"teacher": "Белова О.С."}, False),
    ],
)
def test_one_teacher_with_two_routes(second: Record, twice: bool) -> None:
    found = check(year(iom=[ROUTE, ROUTE | second]), ["teacher_twice"])

    assert [each.problem.message for each in found] == (
        ["«Белова А.С.»: два маршрута по одному предмету"] if twice else []
    )


def test_nobody_mentors_himself() -> None:
    pair: Record = {"programme": "А", "mentor": "Яшин В.В.", "mentee": "Белова А.С."}
    of = year(pair=[pair, pair | {"mentor": "А.С. Белова"}])
    (found,) = check(of, ["mentor_is_mentee"])

    assert found.problem.message == "«Белова А.С.»: наставник и наставляемый — одно лицо"
    assert list(map(str, found.problem.records)) == ["pair 2"]


def test_only_what_is_recommended_is_in_the_bank() -> None:
    work: Record = {"title": "Урок", "authors": ["Белова А.С."], "in_bank": True}
    of = year(
        expertise=[
            work | {"verdict": "recommended"},
            work | {"verdict": "rework"},
            work,
            work | {"verdict": "rejected", "in_bank": False},
        ]
    )

    assert (
        said("in_bank_unrecommended", of) == ["«Урок»: размещена в банке, но не рекомендована"] * 2
    )
