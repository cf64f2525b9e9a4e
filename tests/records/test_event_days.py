"""The first and the last day of an event."""

import pytest

from rumo_cli.records.event_days import EventDays, event_days
from rumo_cli.records.values import Record


@pytest.mark.parametrize(
    ("record", "days"),
    [
        ({"date": "2024-10-15"}, ("2024-10-15", "2024-10-15")),
        ({"date": "2024-10-15", "end_date": "2024-10-17"}, ("2024-10-15", "2024-10-17")),
        (
            {"date": "2024-10-15", "dates": ["2024-10-15", "2024-10-22"]},
            ("2024-10-15", "2024-10-22"),
        ),
        ({"dates": ["2024-10-15", "2024-10-22"]}, ("2024-10-15", "2024-10-22")),
        (
            {"date": "2024-10-15", "dates": ["2024-10-08", "2024-10-22"]},
            ("2024-10-08", "2024-10-22"),
        ),
        ({"date": "2024-10-15", "dates": []}, ("2024-10-15", "2024-10-15")),
    ],
)
def test_an_event_takes_one_day_or_several(record: Record, days: tuple[str, str]) -> None:
    assert event_days(record) == EventDays(*days)


def test_an_event_without_a_day_takes_none() -> None:
    assert event_days({"title": "Тема"}) is None


def test_the_day_of_a_work_is_when_it_was_submitted() -> None:
    assert event_days({"submitted": "2024-10-15"}, "submitted") == ("2024-10-15", "2024-10-15")
