"""Days, days of events, and hours."""

from dataclasses import replace

import pytest

from rumo_cli.records.fields import Clock, Day, Days, EventDay, Reading, ReadingContext, Year
from rumo_cli.records.values import Record
from tests.records.fields.contexts import FILE, OCTOBER, OWN, TYPED, refusal_of, value_of


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("15.10.2024", "2024-10-15"),
        ("2024-10-15", "2024-10-15"),
        ("15.10.24 г.", "2024-10-15"),
        ("15 октября 2024 года", "2024-10-15"),
        ("15 октября", "2024-10-15"),
        ("15.01", "2025-01-15"),
        ("15.10.2024 (вторник)", "2024-10-15"),
    ],
)
def test_a_day_of_a_file_falls_into_its_year(text: str, day: str) -> None:
    assert value_of(Day(), text) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("завтра", "2024-10-16"),
        ("пн", "2024-10-21"),
        ("1 марта", "2025-03-01"),
        ("1 июня", "2024-06-01"),
        ("01.06.2025", "2025-06-01"),
    ],
)
def test_a_typed_day_is_the_one_nearest_today(text: str, day: str) -> None:
    assert value_of(Day(), text, TYPED) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [("1 июня", "2025-06-01"), ("завтра", "2024-10-16"), ("01.06.2024", "2024-06-01")],
)
def test_with_a_year_on_the_command_line_a_typed_day_falls_into_that(text: str, day: str) -> None:
    assert value_of(Day(), text, replace(TYPED, year_given=True)) == day


def test_a_day_alone_is_of_the_month_of_its_table() -> None:
    assert value_of(Day(), "15 (вторник)", OCTOBER) == "2024-10-15"


def test_a_line_that_was_wrapped_is_one_day() -> None:
    assert value_of(Day(), "5 ноября\nвторник") == "2024-11-05"


@pytest.mark.parametrize(
    ("text", "context", "message"),
    [
        ("31.02.2025", FILE, "нет такого дня: 31.02.2025"),
        ("скоро", FILE, "ожидается дата, например 15.10.2024"),
        ("15", FILE, "не указан месяц: 15"),
        ("15.10", replace(FILE, year=None), "не указан год: 15.10"),
        ("31.02", TYPED, "нет такого дня: 31.02"),
        ("скоро", TYPED, "ожидается дата, например 15.10.2024"),
        ("15.10.3024", FILE, "проверьте год: 15.10.3024"),
        ("15.10.3024", TYPED, "проверьте год: 15.10.3024"),
        ("01.01.1900", OWN, "проверьте год: 01.01.1900"),
    ],
)
def test_what_is_no_day_is_refused(text: str, context: ReadingContext, message: str) -> None:
    assert refusal_of(Day(), text, context) == message


@pytest.mark.parametrize(
    ("text", "day", "notes"),
    [
        ("15-16 октября", "2024-10-15", ("взята только дата 15.10.2024",)),
        ("15.10, 17.10", "2024-10-15", ("взята только дата 15.10.2024",)),
        ("15.10.2024 в 15.00", "2024-10-15", ("взята только дата 15.10.2024",)),
        ("15.10.2024 (среда)", "2024-10-15", ("15.10.2024 — вторник, а не среда",)),
    ],
)
def test_what_a_cell_of_one_day_says_beyond_it_is_said(
    text: str, day: str, notes: tuple[str, ...]
) -> None:
    assert Day().read("date", text, FILE) == Reading({"date": day}, notes)


def test_every_day_of_an_event_has_a_year_that_can_be_meant() -> None:
    assert refusal_of(EventDay(), "29.10.2024 - 30.10.3024") == "проверьте год: 30.10.3024"


def test_a_day_may_come_with_its_hour() -> None:
    assert Day(time="time").read("date", "15.10.2024 в 15.00", FILE) == Reading(
        {"date": "2024-10-15", "time": "15:00"}
    )


def test_where_there_is_no_day_yet_that_is_said() -> None:
    text = "по отдельному графику"

    assert Day().read("date", text, FILE) == Reading({}, (f"нет даты: «{text}»",))
    assert EventDay().read("date", text, FILE) == Reading({}, (f"даты нет: «{text}»",))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("15.10.2024", {"date": "2024-10-15"}),
        ("29-30 октября", {"date": "2024-10-29", "end_date": "2024-10-30"}),
        ("10 и 12 декабря", {"date": "2024-12-10", "dates": ["2024-12-10", "2024-12-12"]}),
        ("22 октября, перенос с 17 октября", {"date": "2024-10-22", "moved_from": "2024-10-17"}),
        ("15.10.2024 15:00", {"date": "2024-10-15", "start_time": "15:00"}),
        (
            "15.10.2024 15:00-16:30",
            {"date": "2024-10-15", "start_time": "15:00", "end_time": "16:30"},
        ),
    ],
)
def test_the_day_of_an_event_tells_its_end_sittings_hours_and_old_day(
    text: str, values: Record
) -> None:
    assert EventDay().read("date", text, FILE) == Reading(values)


@pytest.mark.parametrize("text", ["15.10.2024 (среда)", "14.10.2024-16.10.2024 (4 дня)"])
def test_what_contradicts_itself_is_kept_as_it_was_written(text: str) -> None:
    assert EventDay().read("date", f" {text}\n", FILE).values["date_text"] == text


def test_a_day_typed_without_doubt_settles_what_was_doubtful() -> None:
    assert EventDay().read("date", "16.10.2024", TYPED).values["date_text"] is None
    assert "date_text" not in EventDay().read("date", "16.10.2024", FILE).values


def test_what_described_the_old_day_goes_with_it() -> None:
    assert EventDay().companions == ("end_date", "dates", "date_text")
    assert Clock(end="end_time").companions == ("end_time",)
    assert Day().companions == ()


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("15.10.2024; 10.10.2024", ["2024-10-10", "2024-10-15"]),
        ("10.10.2024\n15.10.2024, 10.10.2024", ["2024-10-10", "2024-10-15"]),
        ("10, 12 и 15 декабря", ["2024-12-10", "2024-12-12", "2024-12-15"]),
    ],
)
def test_several_days_stand_by_the_calendar_each_once(text: str, days: list[str]) -> None:
    assert value_of(Days(), text) == days


def test_several_days_are_refused_with_the_one_that_is_wrong() -> None:
    assert refusal_of(Days(), "15.10.2024; 31.02.2025") == "нет такого дня: 31.02.2025"


@pytest.mark.parametrize(
    ("text", "time"),
    [("15:00", "15:00"), ("15.00", "15:00"), ("9.00", "09:00"), ("в 9.00 мск", "09:00")],
)
def test_an_hour_is_read(text: str, time: str) -> None:
    assert value_of(Clock(), text) == time


def test_an_hour_may_come_with_its_end() -> None:
    text = "с 15.00 до 16.30"

    assert Clock(end="end_time").read("start_time", text, FILE) == Reading(
        {"start_time": "15:00", "end_time": "16:30"}
    )
    assert Clock().read("time", text, FILE) == Reading(
        {"time": "15:00"}, ("взято только начало 15:00",)
    )


@pytest.mark.parametrize(
    ("text", "context", "message"),
    [
        ("25:00", FILE, "нет такого времени: 25:00"),
        ("16:30-15:00", FILE, "окончание раньше начала: 16:30-15:00"),
        ("после обеда", TYPED, "ожидается время, например 15:00 или 15:00-16:30"),
    ],
)
def test_what_is_no_hour_is_refused(text: str, context: ReadingContext, message: str) -> None:
    assert refusal_of(Clock(), text, context) == message


def test_words_of_a_file_in_the_place_of_an_hour_are_kept_and_said() -> None:
    assert Clock().read("time", "по  согласованию", FILE) == Reading(
        {"notes": "по согласованию"},
        ("время не прочитано: ожидается время, например 15:00 или 15:00-16:30",),
    )


def test_days_and_hours_are_shown_so_that_they_can_be_typed_back() -> None:
    assert (Day().show("2024-10-05"), Day().show(None)) == ("05.10.2024", "")
    assert Days().show(["2024-10-05", "2024-10-12"]) == "05.10.2024; 12.10.2024"
    assert Days().write(["2024-10-05", "2024-10-12"]) == "05.10.2024\n12.10.2024"
    assert (Days().show(None), Days().write(None), Clock().show("09:00")) == ("", "", "09:00")
    assert value_of(Day(), Day().show("2024-10-05"), TYPED) == "2024-10-05"
    assert value_of(Days(), Days().write(["2024-10-05", "2024-10-12"]), OWN) == [
        "2024-10-05",
        "2024-10-12",
    ]


def test_days_are_sorted_by_the_calendar() -> None:
    assert sorted(["2025-01-05", "2024-12-30"], key=Day().sort) == ["2024-12-30", "2025-01-05"]
    assert sorted(["15:00", "09:30"], key=Clock().sort) == ["09:30", "15:00"]


@pytest.mark.parametrize(
    ("wanted", "answers"), [("15.10.2024", True), ("сегодня", True), ("16.10", False)]
)
def test_a_filter_of_days_takes_every_notation(wanted: str, answers: bool) -> None:
    assert Day().matches("2024-10-15", wanted, TYPED) is answers
    assert Days().matches(["2024-10-01", "2024-10-15"], wanted, TYPED) is answers
    assert not Day().matches(None, wanted, TYPED)
    assert not Days().matches(None, wanted, TYPED)


def test_a_filter_of_hours_takes_every_notation() -> None:
    assert Clock().matches("15:00", "15.00", TYPED)
    assert not Clock().matches("10:15", "15:00", TYPED)
    with pytest.raises(ValueError, match="ожидается время"):
        Clock().matches("15:00", "днём", TYPED)


def test_days_and_hours_have_their_schemas() -> None:
    assert Day().schema() == {"type": "string", "format": "date"}
    assert Days().schema() == {"type": "array", "items": {"type": "string", "format": "date"}}
    assert Clock().schema() == {"type": "string", "pattern": "^[0-2][0-9]:[0-5][0-9]$"}


@pytest.mark.parametrize(
    "text", ["2024-2025", "2024/25", "2024–2025 учебный год", "2024/25 уч. г."]
)
def test_an_academic_year_is_read_in_every_notation(text: str) -> None:
    assert value_of(Year(), text) == "2024-2025"
    assert Year().matches("2024-2025", text, TYPED)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2024", "ожидается учебный год, например 2024-2025"),
        ("2024-2026", "второй год должен быть 2025: 2024-2026"),
    ],
)
def test_what_is_no_academic_year_is_refused(text: str, message: str) -> None:
    assert refusal_of(Year(), text) == message


def test_a_filter_of_years_takes_a_part_too() -> None:
    assert Year().matches("2024-2025", "2025", TYPED)
    assert not Year().matches("2024-2025", "2026", TYPED)
    assert Year().schema() == {"type": "string", "pattern": "^[0-9]{4}-[0-9]{4}$"}
