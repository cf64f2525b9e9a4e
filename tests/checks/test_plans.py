import pytest

from rumo_cli.checks.checking import check
from rumo_cli.records.values import Record
from tests.checks.years import WEBINAR, said, year
from tests.figures.plans import item

PAIR: Record = {"programme": "А", "mentor": "Яшин В.В.", "mentee": "Белова А.С."}


def test_deadlines_that_say_nothing_are_a_problem_a_sort() -> None:
    of = year(
        plan=[
            item("когда-нибудь"),
            item("до 1 декабря"),
            item("абракадабра", status="cancelled"),
            item("неясно"),
            item(deadline_kind="missing"),
        ],
        pair=[PAIR | {"deadline_kind": "unknown"}],
    )
    found = check(of, ["deadline_unclear"])

    assert [each.problem.message for each in found] == [
        "срок не прочитан: 2 пункта плана",
        "срок не указан: 1 пункт плана",
        "срок не прочитан: 1 пара",
    ]
    assert list(map(str, found[0].problem.records)) == ["plan 1", "plan 4"]
    assert found[0].problem.remedy.words == (
        "list", "--deadline-kind", "unknown", "--year", "2024-2025",
    )  # fmt: skip


def test_deadlines_that_cannot_be_meant() -> None:
    backwards = item("27.05.2025 по 31.08.2024")

    assert said("deadline_wrong", year(plan=[backwards, item("до 1 декабря")])) == [
        "«Заседание»: срок «27.05.2025 по 31.08.2024»: конец раньше начала: 27.05.2025-31.08.2024"
    ]


CANCELLED = WEBINAR | {"title": "Вебинар", "status": "cancelled"}


@pytest.mark.parametrize(
    ("links", "webinars"),
    [
        ({}, [CANCELLED | {"plan_item": 1}]),
        ({"links": ["webinar 1"]}, [CANCELLED]),
        ({"links": ["webinar 1", "meeting 1"]}, [CANCELLED | {"plan_item": 1}]),
    ],
)
def test_an_item_is_not_done_by_a_cancelled_webinar(links: Record, webinars: list[Record]) -> None:
    of = year(plan=[{"title": "Семинар", "status": "done", **links}], webinar=webinars)
    (found,) = check(of, ["done_by_cancelled_webinar"])

    assert found.problem.message == "«Семинар»: выполнено, а вебинар «Вебинар» отменён"
    assert list(map(str, found.problem.records)) == ["plan 1", "webinar 1"]


@pytest.mark.parametrize(
    ("status", "webinars"),
    [
        ("planned", [CANCELLED | {"plan_item": 1}]),
        ("done", [CANCELLED | {"plan_item": 1}, WEBINAR | {"plan_item": 1}]),
        ("done", [CANCELLED | {"plan_item": 2}]),
        ("done", [CANCELLED]),
        ("done", []),
    ],
)
def test_an_item_is_done_by_a_webinar_that_was_held(status: str, webinars: list[Record]) -> None:
    plan: list[Record] = [{"title": "Семинар", "status": status, "links": ["webinar 9"]}]

    assert said("done_by_cancelled_webinar", year(plan=plan, webinar=webinars)) == []
