import pytest

from rumo_cli.checks.checking import check
from rumo_cli.records.values import Record
from tests.checks.years import WEBINAR, said, year


def meetings(*numbers: str, owner: str = "rumo") -> list[Record]:
    return [{"owner": owner, "number": number} for number in numbers]


@pytest.mark.parametrize(
    ("numbers", "message"),
    [
        (("1", "2", "4"), "заседания РУМО № 1, 2, 4: нет № 3"),
        (("4", "3"), "заседания РУМО № 3, 4: нет № 1, 2"),
        (("1", "2", "3"), None),
        (("1", "1"), None),
        (("2024",), None),
        (("7",), None),
        (("внеочередное",), None),
    ],
)
def test_missing_numbers_of_meetings(numbers: tuple[str, ...], message: str | None) -> None:
    found = said("missing_meeting_numbers", year(meeting=meetings(*numbers)))

    assert found == ([message] if message else [])


def test_each_association_numbers_its_own_meetings() -> None:
    of = year(meeting=[*meetings("1", "2"), *meetings("1", "3", owner="ОМО-04")])
    (found,) = check(of, ["missing_meeting_numbers"])

    assert found.problem.message == "заседания ОМО-04 № 1, 3: нет № 2"
    assert list(map(str, found.problem.records)) == ["meeting 3", "meeting 4"]
    assert found.problem.remedy.words == (
        "add", "--owner", "ОМО-04", "--number", "2", "--year", "2024-2025",
    )  # fmt: skip


def test_more_done_than_there_was_to_do() -> None:
    of = year(
        plan=[{"title": "Семинар", "occurrences_done": 5, "occurrences_planned": 4}],
        iom=[
            {"teacher": "Белова А.С.", "tasks_done": 12, "tasks_planned": 10},
            {"teacher": "Ильин П.О.", "tasks_done": 10, "tasks_planned": 10},
            {"teacher": "Яшин В.В.", "tasks_done": 10},
        ],
        pair=[
            {"programme": "А", "mentor": "Яшин В.В.", "mentee": "Белова А.С.",
             "personal_programme_done": 3, "personal_programme_planned": 2}
        ],
    )  # fmt: skip

    assert said("done_over_planned", of) == [
        "«Семинар»: сделано 5 из 4",
        "«Белова А.С.»: сделано 12 из 10",
        "«Белова А.С.»: сделано 3 из 2",
    ]


@pytest.mark.parametrize(
    ("listed", "total", "qualifier", "message"),
    [
        (["Вязьма – 12", "Рославль: 10 чел."], 25, "exact", True),
        (["Вязьма – 12", "Рославль: 10 чел."], 22, "exact", False),
        (["Вязьма – 12", "Рославль: 10 чел."], 25, "at_least", False),
        (["Вязьма – 12", "Рославль"], 25, "exact", False),
        (["Вязьма – 12"], None, "exact", False),
        ([], 25, "exact", False),
    ],
)
def test_municipalities_add_up_to_an_exact_headcount(
    listed: list[str], total: int | None, qualifier: str, message: bool
) -> None:
    webinar = WEBINAR | {
        "participants": total,
        "participants_qualifier": qualifier,
        "by_municipality": listed,
    }
    found = said("participants_by_municipality", year(webinar=[webinar]))

    assert found == (["«Итоги»: по муниципалитетам 22, а всего 25"] if message else [])


def test_as_many_municipalities_as_are_listed() -> None:
    listed: Record = {"by_municipality": ["Вязьма – 12", "Рославль – 8"]}
    of = year(
        webinar=[
            WEBINAR | listed | {"municipalities_count": 3},
            WEBINAR | listed | {"municipalities_count": 2},
            WEBINAR | {"municipalities_count": 3},
        ]
    )

    assert said("municipalities_count", of) == ["«Итоги»: 3 муниципалитета, а перечислено 2"]
