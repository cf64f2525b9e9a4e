import pytest

from rumo_cli.checks.checking import check
from rumo_cli.records.values import Record
from tests.checks.years import WEBINAR, said, year

FIRST = WEBINAR | {"start_time": "10:00", "end_time": "11:30"}
SECOND = WEBINAR | {"title": "План", "start_time": "11:00", "end_time": "12:00"}
LINK: Record = {"url": "https://vks.example.ru/1"}
ROOM: Record = {"platform": "ауд. 305"}
SPEAKER: Record = {"speakers": ["Белова А.С."]}


@pytest.mark.parametrize(
    ("place", "shown"), [(LINK, "https://vks.example.ru/1"), (ROOM, "ауд. 305")]
)
def test_two_webinars_in_one_room_at_one_time(place: Record, shown: str) -> None:
    (found,) = check(year(webinar=[FIRST | place, SECOND | place]), ["one_place_at_one_time"])

    assert found.problem.message == (
        f"15.10.2024, одно место ({shown}): «Итоги» в 10:00 и «План» в 11:00"
    )
    assert found.problem.remedy == ("webinar", ("show", "1", "2"))


@pytest.mark.parametrize(
    "second",
    [
        SECOND | LINK | {"start_time": "11:30"},
        SECOND | LINK | {"date": "2024-10-16"},
        SECOND | LINK | {"status": "cancelled"},
        SECOND | LINK | {"title": "ИТОГИ"},
        SECOND | LINK | {"start_time": None, "end_time": None},
        SECOND | {"url": "https://vks.example.ru/2"},
        SECOND,
    ],
)
def test_these_are_not_in_each_others_way(second: Record) -> None:
    assert said("one_place_at_one_time", year(webinar=[FIRST | LINK, second])) == []


def test_a_platform_is_no_room() -> None:
    platform: Record = {"platform": "Сферум"}

    assert said("one_place_at_one_time", year(webinar=[FIRST | platform, SECOND | platform])) == []


def test_one_link_and_room_is_one_problem() -> None:
    of = year(webinar=[FIRST | LINK | ROOM, SECOND | LINK | ROOM])

    assert len(said("one_place_at_one_time", of)) == 1


def test_a_speaker_in_two_places_however_the_name_is_written() -> None:
    elsewhere = SECOND | ROOM | {"speakers": ["А.С. Белова", "Ильин П.О."]}

    assert said("speaker_in_two_places", year(webinar=[FIRST | LINK | SPEAKER, elsewhere])) == [
        "15.10.2024, спикер А.С. Белова: «Итоги» в 10:00 и «План» в 11:00"
    ]


def test_a_speaker_in_one_place_is_the_places_problem() -> None:
    of = year(webinar=[FIRST | LINK | SPEAKER, SECOND | LINK | SPEAKER])

    assert said("speaker_in_two_places", of) == []
    assert len(said("one_place_at_one_time", of)) == 1


def test_held_webinars_without_a_headcount_are_one_problem() -> None:
    uncounted = WEBINAR | {"participants": None}
    of = year(
        webinar=[
            WEBINAR,
            uncounted,
            uncounted | {"connections": 12},
            uncounted | {"status": "planned"},
            uncounted,
            WEBINAR | {"participants": 0},
        ]
    )
    (found,) = check(of, ["held_without_headcount"])

    assert found.problem.message == "проведено без числа участников: 2 вебинара"
    assert list(map(str, found.problem.records)) == ["webinar 2", "webinar 5"]


def test_what_is_past_and_still_planned_is_a_problem_a_kind() -> None:
    meeting: Record = {"owner": "rumo", "number": "4", "status": "planned"}
    of = year(
        webinar=[
            WEBINAR | {"status": "planned"},
            WEBINAR | {"status": "announced", "date": "2025-06-22"},
            WEBINAR | {"status": "planned", "date": "2025-06-23"},
            WEBINAR | {"status": "planned", "end_date": "2025-06-25"},
            WEBINAR | {"status": "planned", "dates": ["2024-10-15", "2025-06-24"]},
            WEBINAR | {"status": "planned", "date": None},
            WEBINAR | {"status": "postponed"},
        ],
        meeting=[meeting | {"date": "2025-05-20"}, meeting],
    )
    webinars, meetings = check(of, ["past_but_planned"])

    assert webinars.problem.message == "прошло, но не отмечено: 2 вебинара"
    assert webinars.problem.remedy.words == (
        "list", "--status", "announced", "--status", "planned", "--to", "22.06.2025",
        "--year", "2024-2025",
    )  # fmt: skip
    assert meetings.problem.message == "прошло, но не отмечено: 1 заседание"
    assert list(map(str, meetings.problem.records)) == ["meeting 1"]
