"""Which backups are kept: the last of each hour, day and month in which something was written."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.backups import Backup, Reason
from store.rotation import DAYS, HOURS, MONTHS, OF_A_REASON, kept

NOON = datetime(2024, 10, 15, 12, tzinfo=UTC)


def backup(hours_ago: float, reason: Reason = Reason.ROTATION, size: int = 1) -> Backup:
    at = NOON - timedelta(hours=hours_ago)
    return Backup(Path(f"{at:%Y%m%dT%H%M%SZ}{reason}"), at, 1, reason, size)


def ages(backups: list[Backup]) -> list[float]:
    return sorted((NOON - each.at) / timedelta(hours=1) for each in backups)


def test_of_an_hour_the_last_is_kept_and_those_before_go() -> None:
    found = kept([backup(0), backup(0.1), backup(0.9), backup(1), backup(1.1)])

    assert ages(found) == [0, 0.1, 1.1]


def test_a_year_of_hourly_work_comes_to_a_bounded_number() -> None:
    found = ages(kept([backup(hours) for hours in range(24 * 500)]))

    assert found[:HOURS] == list(range(HOURS))
    assert len(found) <= HOURS + DAYS + MONTHS
    assert found[-1] > 24 * 300


def test_hours_without_writes_do_not_count() -> None:
    weekly = [backup(24 * 7 * weeks) for weeks in range(HOURS)]

    assert len(kept(weekly)) == HOURS


def test_a_clock_that_ran_ahead_throws_nothing_away() -> None:
    ahead, usual = backup(-24 * 3650), [backup(hours) for hours in range(HOURS - 1)]

    assert len(kept([ahead, *usual])) == HOURS


def test_what_was_made_for_a_reason_is_counted_apart() -> None:
    made = [backup(hours, Reason.MIGRATION) for hours in range(20)]
    asked = [backup(hours, Reason.ASKED) for hours in range(3)]

    found = kept([*made, *asked, backup(5000)])

    assert len(found) == OF_A_REASON + 3 + 1


@pytest.mark.parametrize(("most_bytes", "number"), [(0, 1), (10, 1), (25, 2), (1000, 24)])
def test_too_many_bytes_cost_the_oldest(most_bytes: int, number: int) -> None:
    hourly = [backup(hours, size=10) for hours in range(HOURS)]

    found = kept(hourly, most_bytes)

    assert len(found) == number
    assert ages(found)[0] == 0


@given(st.lists(st.integers(0, 24 * 800), unique=True, min_size=1), st.integers(0, 300))
def test_thinning_each_time_keeps_the_newest_and_both_bounds(
    hours: list[int], most_bytes: int
) -> None:
    standing: list[Backup] = []
    for hour in sorted(hours, reverse=True):
        standing = sorted(
            kept([backup(hour, size=7), *standing], most_bytes), key=lambda each: each.at
        )[::-1]
        assert standing[0].at == NOON - timedelta(hours=hour)
        assert len(standing) == 1 or sum(each.size for each in standing) <= most_bytes
        assert len(standing) <= HOURS + DAYS + MONTHS
