"""Whether an item was late on a day, since when, and what is due next."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rumo_cli.calendar.periods import Period
from rumo_cli.calendar.terms import SchoolCalendars
from rumo_cli.calendar.years import AcademicYear
from rumo_cli.records.plan_status import is_overdue, next_due, overdue_since
from rumo_cli.records.values import Record
from tests.figures.plans import item

DAYS = st.dates(date(2024, 9, 1), date(2025, 8, 31))


def done(*days: str, times: int | None = None) -> Record:
    marks: Record = {"occurrences_done": times or len(days)}
    return marks | ({"done_dates": sorted(days)} if days else {})


@pytest.mark.parametrize(
    ("deadline", "marks", "day", "since"),
    [
        ("до 15 ноября", {}, date(2024, 11, 15), None),
        ("до 15 ноября", {}, date(2024, 12, 1), date(2024, 11, 16)),
        ("в течение года", {}, date(2025, 8, 31), None),
        ("ежедневно", {}, date(2025, 8, 31), None),
        ("ежедневно", {}, date(2025, 9, 1), date(2025, 9, 1)),
        ("ежемесячно", {}, date(2024, 9, 30), None),
        ("ежемесячно", {}, date(2024, 10, 1), date(2024, 10, 1)),
        ("ежемесячно", {}, date(2025, 8, 31), date(2024, 10, 1)),
        ("ежемесячно", done("2024-09-20"), date(2024, 10, 31), None),
        ("ежемесячно", done("2024-09-20"), date(2024, 11, 10), date(2024, 11, 1)),
        ("ежемесячно", done("2024-09-20", "2024-09-25"), date(2024, 10, 31), None),
        ("ежемесячно", done(times=3), date(2024, 11, 30), None),
        ("ежемесячно", done(times=3), date(2025, 1, 15), date(2025, 1, 1)),
        ("до 25 числа каждого месяца", {}, date(2024, 9, 26), date(2024, 9, 26)),
        ("последняя пятница месяца", {}, date(2024, 9, 27), None),
        ("последняя пятница месяца", {}, date(2024, 9, 28), date(2024, 9, 28)),
        ("1 раз в четверть", done("2024-10-10"), date(2024, 12, 29), date(2024, 12, 29)),
        ("октябрь, февраль", {}, date(2024, 11, 1), date(2024, 11, 1)),
        ("октябрь, февраль", done("2024-10-10"), date(2025, 2, 28), None),
        ("ежемесячно", {"status": "cancelled"}, date(2025, 1, 1), None),
        ("ежемесячно", {"status": "done"}, date(2025, 1, 1), None),
        (
            "ежемесячно",
            {"status": "cancelled", "cancelled_date": "2024-12-05"},
            date(2024, 12, 4),
            date(2024, 10, 1),
        ),
        (
            "ежемесячно",
            {"status": "cancelled", "cancelled_date": "2024-12-05"},
            date(2024, 12, 5),
            None,
        ),
        ("по мере необходимости", {}, date(2025, 9, 1), None),
    ],
)
def test_since_when_an_item_is_late(
    deadline: str, marks: Record, day: date, since: date | None
) -> None:
    status: Record = {"status": "in_progress" if marks.get("occurrences_done") else "planned"}
    found = item(deadline, **(status | marks))

    assert overdue_since(found, day) == since
    assert is_overdue(found, day) is (since is not None)


def test_before_a_move_the_old_deadline_says_when_each_time_is_due() -> None:
    moved = item("1 раз в четверть", moves=["2025-01-20 ежемесячно"])

    assert overdue_since(moved, date(2025, 1, 19)) == date(2024, 10, 1)
    assert overdue_since(moved, date(2025, 1, 20)) == date(2024, 10, 26)


def test_a_number_of_times_that_a_person_gave_is_spread_evenly() -> None:
    thrice = item("ежемесячно", occurrences_planned=3)

    assert overdue_since(thrice, date(2024, 11, 30)) is None
    assert overdue_since(thrice, date(2024, 12, 1)) == date(2024, 12, 1)


def test_what_was_read_without_times_is_late_as_a_whole() -> None:
    kept = item("октябрь, февраль", occurrences_planned=None)

    assert overdue_since(kept, date(2025, 2, 28)) is None
    assert overdue_since(kept, date(2025, 3, 1)) == date(2025, 3, 1)


def test_terms_are_those_of_the_store() -> None:
    year = AcademicYear(2024)
    terms = (
        Period(date(2024, 9, 2), date(2024, 10, 4)),
        Period(date(2024, 10, 14), date(2024, 11, 17)),
        Period(date(2025, 1, 9), date(2025, 3, 21)),
        Period(date(2025, 3, 31), date(2025, 5, 26)),
    )
    by_term = item("1 раз в четверть")

    assert overdue_since(by_term, date(2024, 10, 5)) is None
    assert is_overdue(by_term, date(2024, 10, 5), calendars=SchoolCalendars({year: terms}))


@pytest.mark.parametrize(
    ("deadline", "marks", "day", "due"),
    [
        ("до 15 ноября", {}, date(2024, 11, 15), (date(2024, 11, 15), date(2024, 11, 15))),
        ("до 15 ноября", {}, date(2024, 11, 16), None),
        ("октябрь", {}, date(2024, 9, 1), (date(2024, 10, 1), date(2024, 10, 31))),
        ("ежемесячно", {}, date(2024, 12, 5), (date(2024, 12, 1), date(2024, 12, 31))),
        (
            "ежемесячно",
            done("2024-09-05", times=4),
            date(2024, 12, 5),
            (date(2025, 1, 1), date(2025, 1, 31)),
        ),
        ("каждый понедельник", {}, date(2024, 12, 5), (date(2024, 12, 9), date(2024, 12, 9))),
        ("ежемесячно", {}, date(2025, 6, 1), None),
        ("ежемесячно", {"status": "done", "done_date": "2024-10-01"}, date(2024, 12, 5), None),
        ("по мере необходимости", {}, date(2024, 12, 5), None),
    ],
)
def test_what_is_due_next(
    deadline: str, marks: Record, day: date, due: tuple[date, date] | None
) -> None:
    assert next_due(item(deadline, **marks), day) == due


@settings(deadline=None)
@given(
    st.sampled_from(["ежемесячно", "1 раз в четверть", "каждый понедельник", "октябрь, март"]),
    st.sets(DAYS, max_size=12),
    DAYS,
)
def test_later_marks_do_not_change_what_a_day_in_the_past_was_like(
    deadline: str, days: set[date], day: date
) -> None:
    def with_marks(marked: set[date]) -> Record:
        status = "in_progress" if marked else "planned"
        return item(deadline, status=status, **done(*(each.isoformat() for each in marked)))

    then = with_marks({each for each in days if each <= day})

    assert overdue_since(with_marks(days), day) == overdue_since(then, day)


@settings(deadline=None)
@given(st.sampled_from(["ежемесячно", "ежеквартально", "октябрь, март"]), DAYS)
def test_what_is_late_stays_late_until_something_is_done(deadline: str, day: date) -> None:
    since = overdue_since(item(deadline), day)
    assert since is None or overdue_since(item(deadline), day + timedelta(days=1)) == since
