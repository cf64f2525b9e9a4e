import pytest

from rumo_cli.checks.checking import check
from rumo_cli.records.values import Record
from tests.checks.years import OMO, WEBINAR, said, year


@pytest.mark.parametrize(
    ("key", "kind", "record", "what", "remedy"),
    [
        ("omo_without_webinars", "webinar", WEBINAR | {"omo": ["ОМО-01"]}, "вебинаров",
         "add --omo ОМО-02 --title ТЕМА --date ДАТА"),
        ("omo_without_plan", "plan", {"title": "Семинар", "owner": "ОМО-01"}, "плана",
         "import ФАЙЛ --set owner=ОМО-02"),
        ("omo_without_meetings", "meeting", {"number": "1", "owner": "ОМО-01"}, "заседаний",
         "add --owner ОМО-02 --date ДАТА"),
    ],
)  # fmt: skip
def test_associations_without_what_others_have(
    key: str, kind: str, record: Record, what: str, remedy: str
) -> None:
    (found,) = check(year(omo=OMO, **{kind: [record]}), [key])

    assert found.problem.message == f"нет {what} у 1 ОМО из 2: ОМО-02"
    assert list(map(str, found.problem.records)) == ["omo 2"]
    assert found.problem.remedy == (kind, (*remedy.split(), "--year", "2024-2025"))


def test_of_many_associations_the_first_are_named() -> None:
    many: list[Record] = [{"code": f"ОМО-{each}", "title": f"ОМО {each}"} for each in range(10, 22)]
    of = year(omo=many, webinar=[WEBINAR | {"omo": ["ОМО-10"]}])
    codes = ", ".join(f"ОМО-{each}" for each in range(11, 21))

    assert said("omo_without_webinars", of) == [f"нет вебинаров у 11 ОМО из 12: {codes}, …"]


@pytest.mark.parametrize(
    "key", ["omo_without_webinars", "omo_without_plan", "omo_without_meetings"]
)
def test_where_none_has_any_there_is_no_problem(key: str) -> None:
    assert said(key, year(omo=OMO)) == []
    assert said(key, year(omo=OMO, plan=[{"title": "Форум", "owner": "rumo"}])) == []


def test_a_webinar_to_come_is_enough_and_a_cancelled_one_is_not() -> None:
    webinars = [WEBINAR | {"omo": ["ОМО-01"]}, WEBINAR | {"omo": ["ОМО-02"], "status": "planned"}]
    assert said("omo_without_webinars", year(omo=OMO, webinar=webinars)) == []

    webinars[1]["status"] = "cancelled"
    assert said("omo_without_webinars", year(omo=OMO, webinar=webinars)) == [
        "нет вебинаров у 1 ОМО из 2: ОМО-02"
    ]


def test_an_association_of_other_years_owes_nothing() -> None:
    omo = [OMO[0], OMO[1] | {"until": "2023-2024"}]

    assert (
        said("omo_without_webinars", year(omo=omo, webinar=[WEBINAR | {"omo": ["ОМО-01"]}])) == []
    )


def test_associations_that_the_directory_lacks() -> None:
    of = year(
        omo=OMO,
        webinar=[WEBINAR | {"omo": ["ОМО-01", "ОМО астрономов"]}],
        plan=[{"title": "А", "owner": "ОМО астрономов"}, {"title": "Б", "owner": "rumo"}],
    )
    (found,) = check(of, ["omo_unknown"])

    assert found.problem.message == "«ОМО астрономов» нет в справочнике ОМО"
    assert list(map(str, found.problem.records)) == ["webinar 1", "plan 1"]
    assert found.problem.remedy.words == (
        "add", "--title", "ОМО астрономов", "--year", "2024-2025",
    )  # fmt: skip


def test_without_a_directory_none_is_unknown() -> None:
    assert said("omo_unknown", year(webinar=[WEBINAR | {"omo": ["ОМО-01"]}])) == []
