"""What an import does to a record that is already there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rumo_cli.records import kind_of
from rumo_cli.records.kind import compact
from rumo_cli.records.merging import STATUS_BY_COMMAND, Merged, merge
from rumo_cli.records.values import Record, Value

STORED: Record = {
    "academic_year": "2024-2025",
    "title": "Тема",
    "date": "2024-10-15",
    "status": "planned",
    "omo": ["ОМО-07"],
}


def merged(incoming: Record, kind: str = "webinar", /, **stored: Value) -> Merged:
    return merge(kind_of(kind), {**STORED, **stored}, incoming)


@pytest.mark.parametrize(
    ("incoming", "changed"),
    [
        ({}, ()),
        ({"title": "Тема"}, ()),
        ({"title": "Другая тема"}, ("title",)),
        ({"notes": "лектор", "url": None, "speakers": []}, ("notes",)),
        ({"omo": ["ОМО-07", "ОМО-06"]}, ("omo",)),
        ({"id": 7, "academic_year": "2023-2024"}, ()),
    ],
)
def test_filled_cells_change_a_record(incoming: Record, changed: tuple[str, ...]) -> None:
    found = merged(incoming)

    assert found.changed == changed
    assert found.record == compact({**STORED, **{key: incoming[key] for key in changed}})
    assert found.notes == ()


def test_nothing_is_kept_of_what_became_empty() -> None:
    found = merged({"deadline_text": "май", "deadline_note": None}, "plan", deadline_note="неясно")

    assert set(found.changed) == {"deadline_text", "deadline_note"}
    assert "deadline_note" not in found.record


@pytest.mark.parametrize(
    ("deadline", "times", "kept"),
    [
        ("1 раз в четверть", 4, 2),
        ("1 раз в четверть", 3, 3),
        ("ежемесячно", 12, 12),
    ],
    ids=["the words imply it again", "the file says so itself", "the words are new"],
)
def test_a_number_of_times_that_a_person_gave_stands_against_the_same_words(
    deadline: str, times: int, kept: int
) -> None:
    incoming: Record = {"deadline_text": deadline, "occurrences_planned": times}

    found = merged(incoming, "plan", deadline_text="1 раз в четверть", occurrences_planned=2)

    assert found.record["occurrences_planned"] == kept


class TestStatus:
    def test_a_file_may_change_a_status_that_came_from_a_file(self) -> None:
        assert merged({"status": "held"}).record["status"] == "held"

    def test_a_status_set_by_a_command_stays(self) -> None:
        found = merged({"status": "held", "participants": 12}, _status_by_command=True)

        assert found.record["status"] == "planned"
        assert found.changed == ("participants",)
        assert found.notes == (
            "в файле «проведён», а командой поставлено «запланирован»; "
            "оставлено поставленное командой",
        )

    @pytest.mark.parametrize("incoming", [{"status": "planned"}, {"title": "Тема"}])
    def test_nothing_is_said_where_they_agree(self, incoming: Record) -> None:
        assert merged(incoming, _status_by_command=True).notes == ()

    def test_a_kind_without_a_status(self) -> None:
        stored: Record = {"title": "ОМО", STATUS_BY_COMMAND: True}

        assert merge(kind_of("omo"), stored, {"members": 12}).changed == ("members",)


class TestMoves:
    def test_the_day_that_a_webinar_was_moved_from_does_not_come_back(self) -> None:
        found = merged(
            {"date": "2024-10-15", "end_date": "2024-10-16", "notes": "лектор"},
            date="2024-11-05",
            moved_from="2024-10-15",
        )

        assert found.changed == ("notes",)
        assert found.record["date"] == "2024-11-05"
        assert found.notes == ("в файле прежняя дата 15.10.2024; оставлена новая 05.11.2024",)

    def test_a_third_day_is_taken(self) -> None:
        found = merged({"date": "2024-12-01"}, date="2024-11-05", moved_from="2024-10-15")

        assert found.record["date"] == "2024-12-01"
        assert found.notes == ()

    def test_the_end_of_the_old_day_is_void(self) -> None:
        found = merged({"date": "2024-11-05"}, end_date="2024-10-16", dates=["2024-10-15"])

        assert found.changed == ("date", "end_date", "dates")
        assert not {"end_date", "dates"} & found.record.keys()

    def test_new_sittings_bring_their_first_day(self) -> None:
        days: Record = {"dates": ["2024-10-22", "2024-10-29"]}
        found = merged(days, date="2024-10-15", end_date="2024-10-16", dates=["2024-10-15"])

        assert set(found.changed) == {"dates", "date", "end_date"}
        assert found.record == STORED | days | {"date": "2024-10-22"}

    def test_the_deadline_that_an_item_was_moved_from_does_not_come_back(self) -> None:
        found = merged(
            {"deadline_text": "Сентябрь", "deadline_kind": "month", "deadline_end": "2024-09-30",
             "occurrences_planned": None, "responsible": ["Иванов И.И."]},
            "plan",
            deadline_text="декабрь", deadline_kind="month", deadline_end="2024-12-31",
            moves=["2024-10-01 август", "2024-10-02 сентябрь"],
        )  # fmt: skip

        assert found.changed == ("responsible",)
        assert found.record["deadline_end"] == "2024-12-31"
        assert found.notes == ("в файле прежний срок «Сентябрь»; оставлен новый «декабрь»",)

    @pytest.mark.parametrize("text", ["ноябрь", "ДЕКАБРЬ"])
    def test_another_deadline_is_taken(self, text: str) -> None:
        found = merged(
            {"deadline_text": text}, "plan", deadline_text="декабрь", moves=["2024-10-01 август"]
        )

        assert found.record["deadline_text"] == text
        assert found.notes == ()


VALUES = {
    "omo": st.lists(st.sampled_from(["ОМО-06", "ОМО-07"])),
    "speakers": st.lists(st.just("Ли Н.А.")),
    "participants": st.none() | st.integers(0, 99),
    "status": st.sampled_from([None, "planned", "held", "cancelled"]),
}
RECORDS = st.fixed_dictionaries(
    {},
    optional={
        key: VALUES.get(key, st.sampled_from([None, "", "а", "б"]))
        for key in ("title", "notes", "omo", "speakers", "participants", "url", "status")
    },
)


@given(RECORDS, RECORDS, st.booleans())
def test_a_second_merge_changes_nothing(stored: Record, incoming: Record, command: bool) -> None:
    before = compact({**stored, STATUS_BY_COMMAND: True} if command else stored)
    first = merge(kind_of("webinar"), before, incoming)

    second = merge(kind_of("webinar"), first.record, incoming)

    assert second.changed == ()
    assert second.record == first.record


@given(RECORDS, RECORDS)
def test_a_merge_changes_the_keys_that_it_names_and_no_other(
    stored: Record, incoming: Record
) -> None:
    before = compact(stored)
    found = merge(kind_of("webinar"), before, incoming)

    keys = before.keys() | found.record.keys()
    assert {key for key in keys if before.get(key) != found.record.get(key)} == set(found.changed)
