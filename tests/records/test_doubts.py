from datetime import date

import pytest

from rumo_cli.calendar.days_off import OwnDays
from rumo_cli.calendar.periods import Period
from rumo_cli.records.doubts import doubts, on_days_off
from rumo_cli.records.meeting import MEETING
from rumo_cli.records.publication import PUBLICATION
from rumo_cli.records.values import Record
from rumo_cli.records.webinar import WEBINAR

UNITY = "04.11.2024 — праздник: День народного единства"


@pytest.mark.parametrize(
    ("record", "said"),
    [
        ({"date": "2024-11-04"}, [UNITY]),
        ({"date": "2024-11-04", "status": "held"}, [UNITY]),
        ({"date": "2024-10-20", "status": "held"}, ["20.10.2024 — воскресенье"]),
        ({"date": "2024-12-30", "status": "held"}, []),
        ({"date": "2024-11-04", "status": "cancelled"}, []),
        ({"date": "2024-11-04", "status": "postponed"}, []),
        ({"date": "2024-11-02"}, []),
        ({"date": "2024-10-19"}, []),
        ({"date": "2024-10-20"}, ["20.10.2024 — воскресенье"]),
        ({"date": "2024-10-18", "end_date": "2024-10-20"}, ["20.10.2024 — воскресенье"]),
        (
            {"date": "2024-12-30", "dates": ["2024-12-30", "2025-01-08"]},
            [
                "30.12.2024 — выходной, перенос с 28.12.2024",
                "08.01.2025 — праздник: Новогодние каникулы",
            ],
        ),
        ({}, []),
    ],
)
def test_a_webinar_on_a_day_when_nobody_works(record: Record, said: list[str]) -> None:
    assert on_days_off(WEBINAR, record, None) == said
    assert doubts(WEBINAR, record, [], None) == said


def test_people_meet_at_webinars_and_meetings_only() -> None:
    assert on_days_off(MEETING, {"date": "2024-11-04"}, None) == [UNITY]
    assert on_days_off(PUBLICATION, {"date": "2024-11-04"}, None) == []


def test_the_days_of_a_region_count() -> None:
    worked = OwnDays(worked=frozenset({date(2024, 10, 20)}))
    off = OwnDays(off=(Period(date(2024, 10, 21), date(2024, 10, 22)),))

    assert on_days_off(WEBINAR, {"date": "2024-10-20"}, worked) == []
    assert on_days_off(WEBINAR, {"date": "2024-10-22"}, off) == [
        "22.10.2024 — нерабочий день по настройкам учебного года"
    ]
