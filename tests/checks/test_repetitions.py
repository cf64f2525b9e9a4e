import pytest

from rumo_cli.checks.checking import check
from rumo_cli.records.values import Record
from tests.checks.years import OMO, WEBINAR, said, year

TITLED = WEBINAR | {"title": "Итоги года: ОГЭ", "omo": ["ОМО-01"]}


@pytest.mark.parametrize(
    ("kind", "record", "title"),
    [
        ("webinar", TITLED, "Итоги года: ОГЭ"),
        ("plan", {"title": "Форум", "number": "1.1"}, "Форум"),
        ("meeting", {"owner": "rumo", "number": "1"}, "заседание РУМО № 1"),
        ("iom", {"teacher": "Белова А.С."}, "Белова А.С."),
        ("task", {"iom": 1, "title": "Курсы"}, "Курсы"),
        ("expertise", {"title": "Урок", "authors": ["Белова А.С."]}, "Урок"),
        ("omo", OMO[0], "ОМО учителей математики"),
    ],
)
def test_two_records_with_one_natural_key(kind: str, record: Record, title: str) -> None:
    (found,) = check(year(**{kind: [record, record]}), ["recorded_twice"])

    assert found.problem.message == f"«{title}»: записано дважды"
    assert found.problem.remedy == (kind, ("show", "1", "2"))


@pytest.mark.parametrize(
    ("values", "key"),
    [
        ({"title": "ИТОГИ ГОДА: ОГЭ"}, "recorded_twice"),
        ({"title": "Итоги года – ОГЭ."}, "look_alike_webinars"),
        ({"omo": ["ОМО-02"]}, "look_alike_webinars"),
        ({"start_time": "15:00"}, "recorded_twice"),
    ],
)
def test_webinars_that_look_alike(values: Record, key: str) -> None:
    of = year(webinar=[TITLED | {"start_time": "15:00"}, TITLED | values])
    found = check(of, ["recorded_twice", "look_alike_webinars"])

    assert [each.rule.key for each in found] == [key]


def test_what_a_look_alike_is_called() -> None:
    of = year(webinar=[TITLED, TITLED | {"omo": ["ОМО-02"]}])

    assert said("look_alike_webinars", of) == ["«Итоги года: ОГЭ»: похожие вебинары 15.10.2024"]


@pytest.mark.parametrize(
    "values",
    [{"date": "2024-10-22"}, {"date": None}, {"title": "Итоги года: ЕГЭ"}, {"start_time": "16:00"}],
)
def test_these_are_two_webinars(values: Record) -> None:
    of = year(webinar=[TITLED | {"start_time": "15:00"}, TITLED | values])

    assert check(of, ["recorded_twice", "look_alike_webinars"]) == []
