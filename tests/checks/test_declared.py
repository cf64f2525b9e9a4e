import pytest

from rumo_cli.checks.checking import check
from rumo_cli.records.values import Record
from tests.checks.years import OMO, WEBINAR, said, year

THREE_MEETINGS: list[Record] = [
    {"owner": "rumo", "number": str(number), "status": "held"} for number in (1, 2, 3)
]
OTHER_MEETINGS: list[Record] = [
    {"owner": "ОМО-01", "number": "1", "status": "held"},
    {"owner": "rumo", "number": "4", "status": "cancelled"},
]


def test_four_meetings_declared_and_three_recorded() -> None:
    of = year({"meetings_declared": 4}, meeting=[*THREE_MEETINGS, *OTHER_MEETINGS])
    (found,) = check(of, ["meetings_declared"])

    assert found.problem.message == "объявлено 4 заседания, записано 3"
    assert (found.problem.declared, found.problem.recorded) == (4, 3)
    assert found.rule.severity == "error"
    assert found.problem.remedy == (
        "meeting",
        ("add", "--owner", "rumo", "--date", "ДАТА", "--year", "2024-2025"),
    )


def test_what_agrees_and_what_was_not_declared_is_no_problem() -> None:
    assert said("meetings_declared", year({"meetings_declared": 3}, meeting=THREE_MEETINGS)) == []
    assert said("meetings_declared", year({}, meeting=THREE_MEETINGS)) == []


def test_where_more_is_recorded_the_declared_figure_is_to_be_set() -> None:
    (found,) = check(year({"meetings_declared": 1}, meeting=THREE_MEETINGS), ["meetings_declared"])

    assert found.problem.message == "объявлено 1 заседание, записано 3"
    assert found.problem.remedy.kind == "year"
    assert found.problem.remedy.words == ("set", "meetings_declared=3", "--year", "2024-2025")


RECORDS: dict[str, list[Record]] = {
    "omo": list(OMO),
    "webinar": [WEBINAR, WEBINAR | {"title": "План", "status": "planned"}],
    "iom": [{"teacher": "Белова А.С."}],
    "expertise": [
        {"title": "Урок", "authors": ["Белова А.С."], "verdict": "recommended"},
        {"title": "Игра", "authors": ["Белова А.С."], "verdict": "withdrawn"},
        {"title": "Курс", "authors": ["Белова А.С."], "type": "ДПП", "verdict": "recommended"},
    ],
    "programme": [{"title": "Молодой педагог"}],
    "pair": [{"programme": "Учитель – учителю", "mentor": "Ильин П.О.", "mentee": "Яшин В.В."}],
}


@pytest.mark.parametrize(
    ("key", "declared", "message"),
    [
        ("webinars_declared", 122, "объявлено 122 проведённых вебинара, записано 1"),
        ("webinars_declared", 21, "объявлен 21 проведённый вебинар, записано 1"),
        ("omo_declared", 24, "объявлено 24 ОМО, записано 2"),
        ("iom_declared", 77, "объявлено 77 ИОМ, записано 1"),
        ("expertise_submitted_declared", 34, "объявлено 34 поданные работы, записано 2"),
        (
            "expertise_recommended_declared",
            21,
            "объявлена 21 рекомендованная работа, записано 1",
        ),
        ("mentor_programmes_declared", 3, "объявлено 3 программы, записано 2"),
    ],
)
def test_each_figure_is_counted_as_in_its_summary(key: str, declared: int, message: str) -> None:
    assert said(key, year({key: declared}, **RECORDS)) == [message]


@pytest.mark.parametrize(
    ("declared", "qualifier", "message"),
    [
        (5236, "exact", None),
        (5000, "exact", None),
        (5200, "at_least", None),
        (6000, "exact", "объявлено 6000 участников, записано 5236"),
        (6000, "at_least", "объявлено 6000 участников, записано не менее 5236"),
        (5100, "exact", "объявлено 5100 участников, записано 5236"),
        (4000, "about", "объявлено 4000 участников, записано около 5236"),
    ],
)
def test_people_may_be_declared_in_round_numbers(
    declared: int, qualifier: str, message: str | None
) -> None:
    webinar = WEBINAR | {"participants": 5236, "participants_qualifier": qualifier}
    of = year({"participants_declared": declared}, webinar=[webinar])

    assert said("participants_declared", of) == ([message] if message else [])


def test_people_declared_where_nobody_was_counted() -> None:
    of = year({"participants_declared": 5000}, webinar=[WEBINAR | {"participants": None}])

    assert said("participants_declared", of) == [
        "объявлено 5000 участников, а число участников не записано"
    ]


@pytest.mark.parametrize(
    ("declared", "done", "items", "message"),
    [
        (100.0, 3, 3, None),
        (67.0, 2, 3, None),
        (66.0, 2, 3, None),
        (66.7, 2, 3, None),
        (66.6, 2, 3, "объявлено 66,6 %, по записям 66,7 % (2 из 3)"),
        (100.0, 2, 3, "объявлено 100 %, по записям 66,7 % (2 из 3)"),
        (100.0, 249, 250, "объявлено 100 %, по записям 99,6 % (249 из 250)"),
        (91.0, 1, 1, "объявлен 91 %, по записям 100 % (1 из 1)"),
        (90.0, 0, 0, "объявлено 90 %, а пунктов плана не записано"),
    ],
)
def test_nothing_less_than_all_is_a_hundred_percent(
    declared: float, done: int, items: int, message: str | None
) -> None:
    statuses = ["done"] * done + ["planned"] * (items - done)
    plan: list[Record] = [{"title": "Заседание", "status": status} for status in statuses]
    of = year({"plan_percent_declared": declared}, plan=plan)

    assert said("plan_percent_declared", of) == ([message] if message else [])


def test_an_item_that_records_fulfil_is_done() -> None:
    plan: list[Record] = [{"title": "Вебинары", "counts": "webinar", "target": 1}]
    of = year({"plan_percent_declared": 90.0}, plan=plan, webinar=[WEBINAR])

    assert said("plan_percent_declared", of) == ["объявлено 90 %, по записям 100 % (1 из 1)"]
