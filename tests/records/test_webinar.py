"""Webinars: which are one, what a count implies, what clashes."""

import pytest

from rumo_cli.records.values import Record
from rumo_cli.records.webinar import FORM, STATUS, WEBINAR
from tests.records.fields.contexts import FILE, refusal_of, value_of
from tests.records.likeness import YEAR, alike

LESSON: Record = {"title": "Подготовка к ЕГЭ", "omo": ["ОМО-01", "ОМО-02"], "date": "2024-10-15"}


@pytest.mark.parametrize(
    "other",
    [
        {"title": "подготовка  к егэ"},
        {"omo": ["ОМО-02", "омо-01"]},
        {"omo": []},
        {"start_time": "15:00"},
        {"participants": 44, "status": "held"},
        {"date": "2024-10-22", "moved_from": "2024-10-15"},
    ],
)
def test_a_webinar_is_one_by_title_associations_and_date(other: Record) -> None:
    assert alike(WEBINAR, LESSON, LESSON | other)


@pytest.mark.parametrize(
    "other",
    [
        {"title": "Подготовка к ОГЭ"},
        {"omo": ["ОМО-01"]},
        {"date": "2024-10-22"},
        {"date": None},
        {"academic_year": "2023-2024"},
    ],
)
def test_another_title_association_date_or_year_is_another_webinar(other: Record) -> None:
    assert not alike(WEBINAR, LESSON, LESSON | other)


def test_the_hour_parts_webinars_where_both_have_one() -> None:
    at_nine, at_noon = LESSON | {"start_time": "09:00"}, LESSON | {"start_time": "12:00"}

    assert not alike(WEBINAR, at_nine, at_noon)
    assert alike(WEBINAR, at_nine, at_nine)
    assert alike(WEBINAR, at_nine, LESSON)


def test_the_kin_of_a_webinar_has_its_title_and_associations_on_any_day() -> None:
    later = LESSON | YEAR | {"date": "2025-03-11"}

    assert WEBINAR.kin(LESSON | YEAR) == WEBINAR.kin(later)
    assert WEBINAR.kin(LESSON | YEAR) != WEBINAR.kin(later | {"omo": ["ОМО-01"]})


@pytest.mark.parametrize(
    ("record", "status"),
    [
        ({"participants": 44}, "held"),
        ({"participants": 0}, "held"),
        ({"connections": 50}, "held"),
        ({"participants": 44, "status": "cancelled"}, "cancelled"),
        ({}, None),
        ({"views": 600}, None),
    ],
)
def test_a_count_without_a_status_means_held(record: Record, status: str | None) -> None:
    implied = dict(record)
    WEBINAR.infer(implied)

    assert implied.get("status") == status


ROOM: Record = {"url": "https://example.org/1", "start_time": "15:00", "end_time": "16:30"}


@pytest.mark.parametrize(
    "other",
    [
        {},
        {"start_time": "16:00", "end_time": None},
        {"start_time": "14:00", "end_time": "15:01"},
        {"start_time": "15:00", "end_time": None},
        {"start_time": None, "end_time": None},
    ],
)
def test_two_webinars_behind_one_link_at_one_time_clash(other: Record) -> None:
    first = LESSON | ROOM | {"title": "Разбор задач"}

    assert WEBINAR.clashes(LESSON | ROOM | other, [first]) == [
        "та же ссылка в то же время, что у вебинара «Разбор задач»"
    ]
    assert WEBINAR.clashes_over(LESSON | ROOM | other) == WEBINAR.clashes_over(first)


@pytest.mark.parametrize(
    "other",
    [
        {"url": "https://example.org/2"},
        {"url": None},
        {"date": "2024-10-16"},
        {"date": None},
        {"start_time": "16:30", "end_time": "18:00"},
        {"start_time": "17:00", "end_time": None},
        {"start_time": "14:00", "end_time": None},
        {"status": "cancelled"},
        {"status": "postponed"},
    ],
)
def test_these_do_not(other: Record) -> None:
    assert WEBINAR.clashes(LESSON | ROOM | other, [LESSON | ROOM]) == []


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("запланирован", "planned"),
        ("в графике", "announced"),
        ("Проведен", "held"),
        ("состоялся", "held"),
        ("прошёл", "held"),
        ("отменено", "cancelled"),
        ("перенос", "postponed"),
        ("ПЕРЕНЕСЕН", "postponed"),
    ],
)
def test_words_of_registers_are_statuses(word: str, status: str) -> None:
    assert value_of(STATUS, word) == status


@pytest.mark.parametrize(
    ("word", "form"),
    [("Вебинар", "webinar"), ("круглый стол", "round_table"), ("мастер–класс", "master_class")],
)
def test_words_of_registers_are_forms(word: str, form: str) -> None:
    assert FORM.read("form", word, FILE).values["form"] == form


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("90", 90),
        ("90 мин.", 90),
        ("45 минут", 45),
        ("1 час", 60),
        ("1,5 часа", 90),
        ("1 ч. 30 мин.", 90),
        ("01:30", 90),
        ("2 часа", 120),
    ],
)
def test_how_long_a_webinar_takes(text: str, minutes: int) -> None:
    assert value_of(WEBINAR.by_key["duration_min"].type, text) == minutes


@pytest.mark.parametrize("text", ["2 ак. часа", "до двух часов"])
def test_what_is_no_time_that_a_webinar_takes(text: str) -> None:
    assert refusal_of(WEBINAR.by_key["duration_min"].type, text) == (
        "ожидается целое число, например 12"
    )


def test_an_address_in_the_place_of_the_room_is_the_link() -> None:
    record: Record = {"title": "Тема", "platform": "https://vks.example.ru/1"}

    WEBINAR.infer(record)

    assert record == {"title": "Тема", "url": "https://vks.example.ru/1"}


def test_a_link_beside_the_room_stays() -> None:
    record: Record = {"platform": "https://vks.example.ru/1", "url": "https://vks.example.ru/2"}

    WEBINAR.infer(record)

    assert record["platform"] == "https://vks.example.ru/1"


@pytest.mark.parametrize(
    ("record", "given", "settled"),
    [
        ({}, {"dates": ["2024-10-08", "2024-10-15"]}, {"date": "2024-10-08"}),
        ({"date": "2024-10-01"}, {"dates": ["2024-10-08"]}, {"date": "2024-10-08"}),
        (
            {"date": "2024-10-01", "end_date": "2024-10-02", "date_text": "1 (среда)"},
            {"dates": ["2024-10-08"]},
            {"date": "2024-10-08", "end_date": None, "date_text": None},
        ),
        ({}, {"dates": ["2024-10-08"], "date": "2024-10-01"}, {}),
        ({"date": "2024-10-01", "dates": ["2024-10-08"]}, {"theme": "ГИА"}, {}),
        ({"date": "2024-10-01"}, {"dates": None}, {}),
    ],
)
def test_sittings_given_alone_date_their_webinar(
    record: Record, given: Record, settled: Record
) -> None:
    found = record | given
    WEBINAR.settle(found, given)

    assert found == record | given | settled


def test_a_mark_tells_the_day_that_a_webinar_was_moved_from() -> None:
    mark = "перенесён с 15.10.2024"

    assert STATUS.read("status", mark, FILE).values == {"moved_from": "2024-10-15", "notes": mark}
