"""A deadline keeps its words; what they mean stands beside them."""

from typing import get_args

import pytest

from rumo_cli.calendar.deadlines import DeadlineKind
from rumo_cli.records.fields import ReadingContext, deadline
from rumo_cli.records.fields.deadlines import DEADLINE_KIND
from rumo_cli.records.values import Value
from tests.records.fields.contexts import FILE, OCTOBER, OWN, TYPED

KEYS = ("text", "kind", "start", "end", "frequency", "note")
TERM = deadline("Срок", "сроки")
RECURRING_TERM = deadline("Срок", occurrences=True, missed="срок не указан")
LITERAL = TERM[0].type


def understood(text: str) -> dict[str, Value]:
    """Return what is understood of a deadline, without what is empty."""
    values = LITERAL.read("deadline_text", text, FILE).values
    assert values.keys() == {f"deadline_{key}" for key in KEYS}
    return {key: values[f"deadline_{key}"] for key in KEYS if values[f"deadline_{key}"]}


@pytest.mark.parametrize(
    ("text", "kind", "start", "end"),
    [
        ("15.10.2024", "date", "2024-10-15", "2024-10-15"),
        ("15 октября в 15.00", "datetime", "2024-10-15", "2024-10-15"),
        ("октябрь", "month", "2024-10-01", "2024-10-31"),
        ("сентябрь, в течение года", "month+open", "2024-09-01", "2025-08-31"),
        ("10-13 октября", "range", "2024-10-10", "2024-10-13"),
        ("15.10, 22.10", "list", "2024-10-15", "2024-10-22"),
        ("до 1 декабря", "by", None, "2024-12-01"),
        ("в течение года", "open", "2024-09-01", "2025-08-31"),
        ("по отдельному графику", "schedule", None, None),
        ("по мере необходимости", "on_demand", None, None),
        ("—", "missing", None, None),
    ],
)
def test_words_are_kept_beside_their_meaning(
    text: str, kind: str, start: str | None, end: str | None
) -> None:
    dates = {"start": start, "end": end}

    assert understood(text) == {"text": text, "kind": kind} | {
        key: day for key, day in dates.items() if day
    }


def test_the_words_keep_their_lines() -> None:
    assert understood(" Август \r\n2024 года ")["text"] == "Август\n2024 года"


def test_how_often_is_told_and_how_many_times_where_the_field_counts_them() -> None:
    literal, *_ = RECURRING_TERM
    values = literal.type.read("deadline_text", "ежеквартально", FILE).values

    assert (values["deadline_kind"], values["deadline_frequency"]) == ("recurring", "quarterly")
    assert values["occurrences_planned"] == 4
    assert understood("ежеквартально")["frequency"] == "quarterly"


@pytest.mark.parametrize(
    ("text", "kind", "note"),
    [
        ("как получится", "unknown", "не прочитано"),
        ("31.02.2025", "error", "нет такого дня: 31.02.2025"),
        ("август", "month", "август без года: принят август 2024 года"),
    ],
)
def test_what_is_doubtful_is_noted_and_said(text: str, kind: str, note: str) -> None:
    reading = LITERAL.read("deadline_text", text, FILE)

    assert reading.values["deadline_kind"] == kind
    assert reading.values["deadline_note"] == note
    assert reading.notes == (f"срок: {note}",)


@pytest.mark.parametrize(
    ("text", "kept", "end"),
    [
        ("15", "15 октября 2024", "2024-10-15"),
        ("10-12", "10-12 октября 2024", "2024-10-12"),
        ("до 20", "до 20 октября 2024", "2024-10-20"),
        ("20 (воскресенье)", "20 октября 2024 (воскресенье)", "2024-10-20"),
        ("15 ноября", "15 ноября", "2024-11-15"),
        ("как получится", "как получится", None),
    ],
)
def test_a_day_alone_is_kept_with_the_month_of_its_table(
    text: str, kept: str, end: str | None
) -> None:
    values = LITERAL.read("deadline_text", text, OCTOBER).values

    assert (values["deadline_text"], values["deadline_end"]) == (kept, end)
    assert LITERAL.read("deadline_text", kept, OWN).values == values


def test_without_a_year_a_deadline_falls_into_that_of_today() -> None:
    no_year = ReadingContext(today=FILE.today)

    assert LITERAL.read("deadline_text", "май", no_year).values["deadline_end"] == "2025-05-31"


@pytest.mark.parametrize("context", [TYPED, OWN])
def test_a_deadline_is_read_alike_wherever_it_stands(context: ReadingContext) -> None:
    text = "до 1 декабря"

    assert LITERAL.read("deadline_text", text, context) == LITERAL.read("deadline_text", text, FILE)


def test_all_that_was_understood_goes_with_the_words() -> None:
    assert LITERAL.companions == tuple(f"deadline_{key}" for key in KEYS[1:])
    assert RECURRING_TERM[0].type.companions == (*LITERAL.companions, "occurrences_planned")


def test_the_fields_of_a_deadline() -> None:
    assert [(field.key, field.label, field.derived) for field in RECURRING_TERM] == [
        ("deadline_text", "Срок", False),
        ("deadline_kind", "Срок: вид", True),
        ("deadline_start", "Срок: начало", True),
        ("deadline_end", "Срок: окончание", True),
        ("deadline_frequency", "Срок: периодичность", True),
        ("deadline_note", "Срок: замечание", True),
        ("occurrences_planned", "Раз по плану", False),
        ("occurrences_done", "Раз выполнено", False),
    ]
    assert [field.key for field in TERM] == [f"deadline_{key}" for key in KEYS]
    assert (TERM[0].option_name, TERM[0].headings) == ("deadline", ("сроки",))
    assert (RECURRING_TERM[0].missed, TERM[0].missed) == ("срок не указан", None)
    assert TERM[1].default == "missing"


def test_every_kind_that_the_calendar_knows_has_its_word() -> None:
    assert DEADLINE_KIND.hints() == get_args(DeadlineKind)
    assert DEADLINE_KIND.show("by") == "не позднее даты"


def test_reading_a_deadline_never_fails() -> None:
    assert understood("?!") == {"text": "?!", "kind": "missing"}


def test_in_a_file_a_day_told_from_today_means_nothing() -> None:
    assert LITERAL.read("deadline_text", "завтра", FILE).values["deadline_kind"] == "unknown"
