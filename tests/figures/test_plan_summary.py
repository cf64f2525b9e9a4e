"""The summary of plan completion, on any day of the year."""

from collections.abc import Iterable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rumo_cli.figures.plan import GROUPINGS, plan_summary
from rumo_cli.records.directory import Directory
from rumo_cli.records.kind import compact
from rumo_cli.records.plan import STATUS
from rumo_cli.records.values import Record, Value
from tests.figures.plans import YEAR, item

DIRECTORY = Directory(
    [
        {"code": "ОМО-02", "title": "ОМО учителей физики"},
        {"code": "ОМО-01", "title": "ОМО учителей математики"},
    ]
)
JUNE = date(2025, 6, 15)
STATES = ("done", "partial", "in_progress", "planned", "not_done", "postponed")
FIGURES = (
    "total", "cancelled", "counted", *STATES, "overdue", "percent", "target", "fact",
    "fact_percent", "by_hand",
)  # fmt: skip


def summary_of(*items: Record, by: str = "owner", on: date = JUNE) -> list[Record]:
    return list(plan_summary(YEAR, items, by, on, DIRECTORY).rows)


def total_of(*items: Record, on: date = JUNE) -> Record:
    return plan_summary(YEAR, items, "owner", on, DIRECTORY).total


def keys_and_labels(rows: Iterable[Record]) -> list[tuple[Value, Value]]:
    return [(row["key"], row["label"]) for row in rows]


def test_what_was_cancelled_does_not_count() -> None:
    items = [
        item("до 1 октября", status="done", done_date="2024-09-30"),
        item("до 1 ноября", status="partial"),
        item("до 1 декабря", status="not_done"),
        item("до 1 марта", status="postponed"),
        item("до 1 апреля", status="in_progress"),
        item("до 1 июля"),
        item("до 1 мая", status="cancelled", cancelled_date="2025-02-01"),
    ]

    assert total_of(*items) == {
        "total": 7,
        "cancelled": 1,
        "counted": 6,
        "done": 1,
        "partial": 1,
        "in_progress": 1,
        "planned": 1,
        "not_done": 1,
        "postponed": 1,
        "overdue": 2,
        "percent": 16.7,
        "target": 0,
        "fact": 0,
        "fact_percent": None,
        "by_hand": 0,
    }


def test_where_nothing_counts_there_is_no_percentage() -> None:
    cancelled = item("май", status="cancelled", cancelled_date="2025-01-15")

    assert (total_of()["counted"], total_of()["percent"]) == (0, None)
    assert (total_of(cancelled)["counted"], total_of(cancelled)["percent"]) == (0, None)


def test_the_document_names_the_year_the_day_and_the_grouping() -> None:
    document = plan_summary(YEAR, [item()], "month", JUNE, DIRECTORY).document()

    assert {key: document[key] for key in ("year", "as_of", "by")} == {
        "year": "2024-2025",
        "as_of": "2025-06-15",
        "by": "month",
    }
    assert document["rows"] == [{"key": "undated", "label": "без даты", **total_of(item())}]
    assert document["total"] == total_of(item())
    assert tuple(total_of(item())) == FIGURES


def test_owners_stand_in_the_order_of_the_directory_behind_the_association_itself() -> None:
    owners = ["ОМО-01", "ОМО астрономов", "rumo", "ОМО-02", "ОМО-01"]
    rows = summary_of(*(item(owner=owner) for owner in owners))

    assert keys_and_labels(rows) == [
        ("rumo", "РУМО"),
        ("ОМО-02", "ОМО учителей физики"),
        ("ОМО-01", "ОМО учителей математики"),
        ("ОМО астрономов", "ОМО астрономов"),
    ]
    assert [row["total"] for row in rows] == [1, 1, 2, 1]


def test_sections_stand_as_the_plan_has_them() -> None:
    sections = ["II. Вебинары", "X. Разное", "I. Заседания", "ii. вебинары", None]
    rows = summary_of(*(item(section=section) for section in sections), by="section")

    assert keys_and_labels(rows) == [
        ("II. Вебинары", "II. Вебинары"),
        ("X. Разное", "X. Разное"),
        ("I. Заседания", "I. Заседания"),
        ("", "не указано"),
    ]
    assert rows[0]["total"] == 2


def test_directions_stand_by_the_alphabet_and_their_spelling_does_not_part_them() -> None:
    directions = ["Наставничество", "Ёлки", "ЕЛКИ", None]
    rows = summary_of(*(item(direction=direction) for direction in directions), by="direction")

    assert [(row["key"], row["total"]) for row in rows] == [
        ("Ёлки", 2),
        ("Наставничество", 1),
        ("", 1),
    ]


def test_an_item_of_several_people_is_in_each_of_their_rows_and_once_in_the_total() -> None:
    items = [
        item(responsible=["Иванова А.П.", "руководители ОМО"]),
        item(responsible=["А. П. ИВАНОВА", "Иванова А.П. (тьютор)"], status="done"),
    ]
    summary = plan_summary(YEAR, items, "responsible", JUNE, DIRECTORY)

    assert [(row["key"], row["total"], row["done"]) for row in summary.rows] == [
        ("Иванова А.П.", 2, 1),
        ("руководители ОМО", 1, 0),
    ]
    assert (summary.total["total"], summary.total["done"]) == (2, 1)


def test_months_are_those_of_the_last_day_of_a_deadline() -> None:
    deadlines = ["с 10 октября по 5 ноября", "до 1 мая", "август 2024", "по запросу", "ноябрь"]
    rows = summary_of(*map(item, deadlines), by="month")

    assert keys_and_labels(rows) == [
        ("2024-08", "август 2024"),
        ("2024-11", "ноябрь 2024"),
        ("2025-05", "май 2025"),
        ("undated", "без даты"),
    ]
    assert [row["total"] for row in rows] == [1, 2, 1, 1]


def test_quarters_are_those_of_the_calendar() -> None:
    deadlines = ["по 31 марта", "1 апреля", "30 сентября", "октябрь-декабрь", "не знаю когда"]
    rows = summary_of(*map(item, deadlines), by="quarter")

    assert keys_and_labels(rows) == [
        ("2024-Q3", "III квартал 2024"),
        ("2024-Q4", "IV квартал 2024"),
        ("2025-Q1", "I квартал 2025"),
        ("2025-Q2", "II квартал 2025"),
        ("undated", "без даты"),
    ]


@pytest.mark.parametrize(
    ("status", "marked", "on", "seen"),
    [
        ("done", {"done_date": "2024-10-10"}, date(2024, 10, 9), "planned"),
        ("done", {"done_date": "2024-10-10"}, date(2024, 10, 10), "done"),
        ("done", {}, date(2024, 11, 30), "planned"),
        ("done", {}, date(2024, 12, 1), "done"),
        ("cancelled", {"cancelled_date": "2024-10-10"}, date(2024, 10, 9), "planned"),
        ("cancelled", {"cancelled_date": "2024-10-10"}, date(2024, 10, 10), "cancelled"),
        ("partial", {}, date(2024, 11, 30), "planned"),
        ("partial", {}, date(2024, 12, 1), "partial"),
        ("not_done", {}, date(2024, 12, 1), "not_done"),
        ("postponed", {}, date(2024, 12, 1), "postponed"),
    ],
)
def test_a_mark_counts_from_its_day_or_from_the_end_of_the_deadline(
    status: str, marked: Record, on: date, seen: str
) -> None:
    figures = total_of(item("по 1 декабря", status=status, **marked), on=on)

    assert {state for state in (*STATES, "cancelled") if figures[state]} == {seen}


def test_a_mark_without_any_date_counts_from_the_first_day_of_the_year() -> None:
    undated = item("по мере необходимости", status="done")

    assert total_of(undated, on=date(2024, 8, 31))["planned"] == 1
    assert total_of(undated, on=date(2024, 9, 1))["done"] == 1


def test_a_recurring_item_is_in_progress_from_its_first_time_and_done_on_its_last() -> None:
    times = item(
        "ежеквартально",
        status="done",
        done_date="2025-05-20",
        done_dates=["2024-10-15", "2025-05-20"],
    )

    seen = {
        on: next(state for state in STATES if total_of(times, on=on)[state])
        for on in (date(2024, 10, 14), date(2024, 10, 15), date(2025, 5, 19), date(2025, 5, 20))
    }
    assert list(seen.values()) == ["planned", "in_progress", "in_progress", "done"]


def test_a_moved_item_has_the_deadline_of_the_day_that_is_asked_for() -> None:
    moved_twice = item(
        "до 1 июня", moves=["2024-11-10 до 1 ноября", "2025-02-20 до 1 февраля 2025 г."]
    )

    def seen(on: date) -> tuple[Value, Value]:
        (row,) = summary_of(moved_twice, by="month", on=on)
        return row["key"], row["overdue"]

    assert seen(date(2024, 10, 31)) == ("2024-11", 0)
    assert seen(date(2024, 11, 9)) == ("2024-11", 1)
    assert seen(date(2024, 11, 10)) == ("2025-02", 0)
    assert seen(date(2025, 2, 19)) == ("2025-02", 1)
    assert seen(date(2025, 2, 20)) == ("2025-06", 0)


def test_what_an_item_was_moved_from_or_to_decides_whether_it_can_be_late_on_a_day() -> None:
    to_no_date = item("по отдельному графику", moves=["2024-11-10 до 1 ноября"])
    from_an_error = item("до 1 июня", moves=["2024-11-10 с 5 по 1 октября"])

    assert total_of(to_no_date, on=date(2024, 11, 9))["overdue"] == 1
    assert total_of(to_no_date, on=date(2024, 11, 10))["overdue"] == 0
    assert total_of(from_an_error, on=date(2024, 11, 9))["overdue"] == 0


@pytest.mark.parametrize(
    ("status", "late"),
    [
        ("planned", 1),
        ("in_progress", 1),
        ("partial", 1),
        ("done", 0),
        ("postponed", 0),
        ("cancelled", 0),
        ("not_done", 0),
    ],
)
def test_only_unfinished_work_is_late(status: str, late: int) -> None:
    assert total_of(item("до 1 декабря", status=status))["overdue"] == late


def test_what_a_register_says_is_put_off_is_late_once_its_new_time_is_over() -> None:
    put_off = item("октябрь", status="postponed", moved_to="апрель")

    assert total_of(put_off, on=date(2025, 4, 30))["overdue"] == 0
    assert total_of(put_off, on=date(2025, 5, 1))["overdue"] == 1


def test_a_deadline_is_over_on_the_day_after_it() -> None:
    assert total_of(item("по 1 декабря"), on=date(2024, 12, 1))["overdue"] == 0
    assert total_of(item("по 1 декабря"), on=date(2024, 12, 2))["overdue"] == 1


@pytest.mark.parametrize(
    ("deadline", "kind"),
    [
        ("", "missing"),
        ("как получится", "unknown"),
        ("с 5 ноября 2024 по 28 декабря 2020", "error"),
        ("по отдельному графику", "schedule"),
        ("по мере необходимости", "on_demand"),
    ],
)
def test_what_has_no_date_on_purpose_or_by_mistake_is_never_late(deadline: str, kind: str) -> None:
    undated = item(deadline)

    assert undated["deadline_kind"] == kind
    assert total_of(undated, on=date(2030, 1, 1))["overdue"] == 0


DAYS = st.dates(date(2024, 8, 1), date(2025, 9, 30))
ISO_DAYS = DAYS.map(date.isoformat)


@st.composite
def items(draw: st.DrawFn) -> Record:
    end = draw(st.none() | ISO_DAYS)
    kinds = ["missing", "unknown", "schedule"] if end is None else ["by", "range", "error"]
    values: dict[str, Value] = {
        "status": draw(st.sampled_from([option.key for option in STATUS.options])),
        "deadline_kind": draw(st.sampled_from(kinds)),
        "deadline_end": end,
        "done_date": draw(st.none() | ISO_DAYS),
        "done_dates": draw(st.lists(ISO_DAYS, max_size=2)),
        "cancelled_date": draw(st.none() | ISO_DAYS),
        "owner": draw(st.sampled_from(["rumo", "ОМО-01", "ОМО-02"])),
        "section": draw(st.none() | st.sampled_from(["1", "2"])),
        "responsible": draw(st.lists(st.sampled_from(["а", "б"]), unique=True)),
    }
    return item() | compact(values)


def state_on(record: Record, day: date) -> str:
    """The state of an item as its marks tell it: the last that has come by the day."""
    status = str(record["status"])
    if status == "planned":
        return status
    own_day = {"done": "done_date", "cancelled": "cancelled_date"}.get(status, "")
    last = record.get(own_day) or record.get("deadline_end") or "2024-09-01"
    dates = record.get("done_dates")
    begun = [(each, "in_progress") for each in dates] if isinstance(dates, list) else []
    marks = [("", "planned"), *begun, (str(last), status)]
    return [state for when, state in marks if when <= day.isoformat()][-1]


def counted_one_by_one(records: Iterable[Record], on: date) -> Record:
    figures: dict[str, int] = dict.fromkeys(FIGURES, 0)
    for record in records:
        state = state_on(record, on)
        dated = record["deadline_kind"] in {"by", "range"}
        over = dated and date.fromisoformat(str(record["deadline_end"])) < on
        figures[state] += 1
        figures["total"] += 1
        figures["counted"] += state != "cancelled"
        figures["overdue"] += over and state in {"planned", "in_progress", "partial"}
    share = 100 * figures["done"] / figures["counted"] if figures["counted"] else None
    shares = {"percent": None if share is None else round(share, 1), "fact_percent": None}
    return {**figures, **shares}


@settings(deadline=None)
@given(st.lists(items(), max_size=6), DAYS)
def test_every_figure_is_what_counting_one_by_one_gives(records: list[Record], on: date) -> None:
    assert total_of(*records, on=on) == counted_one_by_one(records, on)


@pytest.mark.parametrize("by", GROUPINGS)
@settings(deadline=None)
@given(records=st.lists(items(), max_size=6), on=DAYS)
def test_groups_hold_what_the_total_holds(by: str, records: list[Record], on: date) -> None:
    summary = plan_summary(YEAR, records, by, on, DIRECTORY)
    sums = {
        key: sum(int(str(row[key])) for row in summary.rows)
        for key in FIGURES
        if not key.endswith("percent")
    }

    if by != "responsible":
        assert sums == {key: summary.total[key] for key in sums}
    assert all(sums[key] >= int(str(summary.total[key])) for key in sums)
    assert len({row["key"] for row in summary.rows}) == len(summary.rows)
