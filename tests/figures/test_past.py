"""Records as they stood on a past day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rumo_cli.figures.past import as_of
from rumo_cli.records.values import Record

KEYS = ["date", "done_date", "deadline_end", "submitted", "verdict_date", "bank_date"]
STATES = ["planned", "held", "completed", "suspended", "accepted", "recommended", "rework"]
ISO_DAYS = st.dates(date(2024, 8, 1), date(2025, 9, 30)).map(date.isoformat)
EVE, DAY = date(2025, 2, 9), date(2025, 2, 10)


def state(kind: str, key: str, record: Record, on: date) -> object:
    (found,) = as_of(kind, [{"academic_year": "2024-2025", **record}], on)
    return found.get(key)


@pytest.mark.parametrize(
    ("kind", "key", "record", "before"),
    [
        ("webinar", "status", {"status": "held", "date": "2025-02-10"}, "planned"),
        ("webinar", "status", {"status": "held", "date": "2025-02-01",
                               "done_date": "2025-02-10"}, "planned"),
        ("webinar", "status", {"status": "cancelled", "date": "2025-03-01",
                               "cancelled_date": "2025-02-10"}, "planned"),
        ("webinar", "status", {"status": "postponed", "date": "2025-02-10"}, "planned"),
        ("meeting", "status", {"status": "held", "done_date": "2025-02-10"}, "planned"),
        ("meeting", "status", {"status": "cancelled", "date": "2025-02-10"}, "planned"),
        ("iom", "status", {"status": "completed", "done_date": "2025-02-10"}, "active"),
        ("iom", "status", {"status": "completed", "deadline_end": "2025-02-10"}, "active"),
        ("iom", "status", {"status": "suspended", "suspended_date": "2025-02-10"}, "active"),
        ("iom", "status", {"status": "terminated", "deadline_end": "2025-02-10"}, "active"),
        ("pair", "status", {"status": "completed", "deadline_end": "2025-02-10"}, "active"),
        ("programme", "status", {"status": "terminated", "end": "2025-02-10"}, "active"),
        ("task", "status", {"status": "accepted", "done_date": "2025-02-10"}, "planned"),
        ("expertise", "verdict", {"verdict": "recommended", "verdict_date": "2025-02-10",
                                  "submitted": "2024-12-01"}, None),
        ("expertise", "in_bank", {"in_bank": True, "bank_date": "2025-02-10"}, None),
        ("expertise", "in_bank", {"in_bank": True, "verdict_date": "2025-02-10"}, None),
    ],
)  # fmt: skip
def test_a_mark_counts_from_its_day(kind: str, key: str, record: Record, before: object) -> None:
    assert state(kind, key, record, EVE) == before
    assert state(kind, key, record, DAY) == record[key]


@pytest.mark.parametrize(
    ("kind", "key", "record"),
    [
        ("iom", "status", {"status": "designed", "deadline_end": "2025-05-30"}),
        ("webinar", "status", {"status": "announced", "date": "2025-05-30"}),
        ("task", "status", {"status": "submitted", "deadline_end": "2025-05-30"}),
        ("plan", "status", {"status": "done", "done_date": "2025-05-30"}),
    ],
)
def test_what_no_mark_made_stands_as_it_is(kind: str, key: str, record: Record) -> None:
    assert state(kind, key, record, EVE) == record[key]


def test_a_mark_without_any_date_counts_from_the_first_day_of_the_year() -> None:
    route: Record = {"status": "completed"}

    assert state("iom", "status", route, date(2024, 8, 31)) == "active"
    assert state("iom", "status", route, date(2024, 9, 1)) == "completed"


@pytest.mark.parametrize(
    ("kind", "key"),
    [("expertise", "submitted"), ("publication", "date"), ("contribution", "date")],
)
def test_what_came_later_was_not_there_yet(kind: str, key: str) -> None:
    dated: Record = {key: "2025-02-10", "academic_year": "2024-2025"}
    undated: Record = {"academic_year": "2024-2025"}

    assert list(as_of(kind, [dated, undated], EVE)) == [undated]
    assert list(as_of(kind, [dated, undated], DAY)) == [dated, undated]


@pytest.mark.parametrize("kind", ["webinar", "meeting", "iom", "task", "expertise"])
@given(st.dictionaries(st.sampled_from(KEYS), ISO_DAYS), st.sampled_from(STATES))
def test_on_the_last_day_of_all_everything_is_as_it_stands(
    kind: str, days: dict[str, str], state_now: str
) -> None:
    record: Record = {"academic_year": "2024-2025", "in_bank": True, **days}
    record |= {"status": state_now, "verdict": state_now}

    assert list(as_of(kind, [record], date.max)) == [record]


def test_records_of_the_store_are_left_as_they_are() -> None:
    route: Record = {"status": "completed", "done_date": "2025-02-10"}
    list(as_of("iom", [route], EVE))

    assert route == {"status": "completed", "done_date": "2025-02-10"}
