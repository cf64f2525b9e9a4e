"""The schedule as a value: what the public is told of a webinar, and on which day."""

from dataclasses import replace
from datetime import date

import pytest

from rumo_cli.calendar.periods import Period
from rumo_cli.documents import entries as module
from rumo_cli.documents.entries import PUBLIC, Entry, Speaker
from rumo_cli.documents.schedule import Schedule, schedule_of
from rumo_cli.records.directory import Directory
from rumo_cli.records.values import Record, Value
from rumo_cli.records.webinar import WEBINAR

WEEK = Period(date(2024, 10, 14), date(2024, 10, 20))
DIRECTORY = Directory([{"code": "ОМО-04", "title": "ОМО учителей математики"}])


def webinar(**values: Value) -> Record:
    return {
        "id": 1,
        "academic_year": "2024-2025",
        "title": "Подготовка к ЕГЭ",
        "date": "2024-10-15",
        "form": "webinar",
        "status": "planned",
        **values,
    }


def entry(**values: Value) -> Entry:
    (only,) = schedule_of([webinar(**values)], WEEK, DIRECTORY).entries
    return only


def days(schedule: Schedule) -> dict[str, list[str]]:
    return {str(day): [each.title for each in entries] for day, entries in schedule.days}


def test_webinars_stand_on_their_days_in_the_order_of_the_hours() -> None:
    schedule = schedule_of(
        [
            webinar(id=1, title="Без часа", date="2024-10-16"),
            webinar(id=2, title="Вечер", date="2024-10-16", start_time="17:00"),
            webinar(id=3, title="Утро", date="2024-10-16", start_time="09:30"),
            webinar(id=4, title="Накануне", date="2024-10-15"),
            webinar(id=5, title="После", date="2024-10-21"),
            webinar(id=6, title="До", date="2024-10-13"),
        ],
        WEEK,
        DIRECTORY,
    )

    assert days(schedule) == {
        "2024-10-15": ["Накануне"],
        "2024-10-16": ["Утро", "Вечер", "Без часа"],
    }
    assert [each.record["id"] for each in schedule.entries] == [4, 3, 2, 1]


def test_several_sittings_stand_on_each_of_their_days() -> None:
    schedule = schedule_of(
        [webinar(dates=["2024-10-15", "2024-10-17", "2024-10-22"])], WEEK, DIRECTORY
    )

    assert list(days(schedule)) == ["2024-10-15", "2024-10-17"]
    (only,) = schedule.entries
    assert only.other_days(date(2024, 10, 15)) == "также 17.10.2024, 22.10.2024"


@pytest.mark.parametrize(
    ("start", "end", "standing"),
    [
        ("2024-10-16", "2024-10-17", ["2024-10-16"]),
        ("2024-10-01", "2024-10-31", ["2024-10-14"]),
        ("2024-10-18", "2024-11-01", ["2024-10-18"]),
        ("2024-10-01", "2024-10-13", []),
        ("2024-10-21", "2024-10-22", []),
    ],
)
def test_what_goes_on_from_day_to_day_stands_once(
    start: str, end: str, standing: list[str]
) -> None:
    schedule = schedule_of([webinar(date=start, end_date=end)], WEEK, DIRECTORY)

    assert list(days(schedule)) == standing


def test_what_goes_on_says_from_when_to_when() -> None:
    assert entry(date="2024-10-16", end_date="2024-10-17").other_days(WEEK.start) == (
        "16.10.2024–17.10.2024"
    )


@pytest.mark.parametrize(
    ("values", "awaited"),
    [
        ({}, True),
        ({"status": "announced"}, True),
        ({"status": "postponed"}, True),
        ({"status": "held"}, False),
        ({"status": "cancelled"}, False),
        ({"academic_year": "2023-2024"}, False),
        ({"academic_year": "2025-2026"}, False),
    ],
)
def test_undated_are_those_still_awaited_this_year(values: dict[str, Value], awaited: bool) -> None:
    schedule = schedule_of([webinar(date=None, **values)], WEEK, DIRECTORY)

    assert bool(schedule.undated) == awaited
    assert schedule.days == ()


def test_in_august_the_undated_of_both_years_are_shown() -> None:
    august = Period(date(2024, 8, 19), date(2024, 8, 25))
    years = ("2022-2023", "2023-2024", "2024-2025", "2025-2026")
    webinars = [webinar(id=year, title=year, academic_year=year, date=None) for year in years]

    undated = schedule_of(webinars, august, DIRECTORY).undated

    assert [each.title for each in undated] == ["2023-2024", "2024-2025"]


@pytest.mark.parametrize(
    ("values", "change", "off"),
    [
        ({}, "", False),
        ({"status": "held", "moved_from": "2024-10-10"}, "", False),
        ({"status": "cancelled"}, "отменён", True),
        ({"status": "cancelled", "form": "consultation"}, "отменена", True),
        ({"status": "postponed"}, "перенесён, новая дата будет объявлена", True),
        ({"moved_from": "2024-10-10"}, "перенесён с 10.10.2024", False),
        (
            {"moved_from": "2024-10-10", "form": "consultation", "status": "announced"},
            "перенесена с 10.10.2024",
            False,
        ),
    ],
)
def test_readers_of_an_earlier_schedule_are_told_what_changed(
    values: dict[str, Value], change: str, off: bool
) -> None:
    assert (entry(**values).change, entry(**values).off) == (change, off)


@pytest.mark.parametrize(
    ("values", "hours"),
    [
        ({}, ""),
        ({"start_time": "15:00"}, "15:00"),
        ({"start_time": "15:00", "end_time": "16:30"}, "15:00–16:30"),
        ({"start_time": "15:00", "duration_min": 90}, "15:00–16:30"),
        ({"start_time": "15:00", "end_time": "16:00", "duration_min": 90}, "15:00–16:00"),
        ({"start_time": "15:00", "duration_min": 0}, "15:00"),
        ({"start_time": "23:00", "duration_min": 90}, "23:00"),
        ({"start_time": "15:00", "duration_min": 2**53}, "15:00"),
        ({"duration_min": 90}, ""),
    ],
)
def test_the_end_comes_from_the_duration_where_nothing_else_tells_it(
    values: dict[str, Value], hours: str
) -> None:
    assert entry(**values).hours == hours


ANNA, BORIS = "Белова А.С.", "Громов Б.В."


@pytest.mark.parametrize(
    ("names", "positions", "places", "speakers"),
    [
        ([], [], [], ()),
        ([ANNA], [], [], (Speaker(ANNA),)),
        ([ANNA], ["доцент"], ["ОИРО"], (Speaker(ANNA, "доцент", "ОИРО"),)),
        ([ANNA, BORIS], [], ["ОИРО"], (Speaker(ANNA, "", "ОИРО"), Speaker(BORIS, "", "ОИРО"))),
        ([ANNA, BORIS], [], ["ОИРО", "СШ 2"],
         (Speaker(ANNA, "", "ОИРО"), Speaker(BORIS, "", "СШ 2"))),
        ([ANNA, BORIS], ["доцент"], ["ОИРО", "СШ 2", "СШ 3"],
         (Speaker(ANNA), Speaker(BORIS), Speaker("доцент"), Speaker("ОИРО"), Speaker("СШ 2"),
          Speaker("СШ 3"))),
        ([], [], ["ОИРО"], (Speaker("ОИРО"),)),
    ],
)  # fmt: skip
def test_speakers_stand_with_their_organisations_where_it_is_clear_whose_they_are(
    names: list[str], positions: list[str], places: list[str], speakers: tuple[Speaker, ...]
) -> None:
    found = entry(speakers=names, speakers_position=positions, speakers_org=places).speakers

    assert found == speakers


def test_a_speaker_in_words() -> None:
    assert str(Speaker(ANNA, "доцент", "ОИРО")) == "Белова А.С., доцент, ОИРО"
    assert str(Speaker(ANNA, organisation="ОИРО")) == "Белова А.С., ОИРО"


@pytest.mark.parametrize(
    ("values", "link", "words"),
    [
        ({}, "", ""),
        ({"url": "https://vks.example.ru/1"}, "https://vks.example.ru/1", ""),
        ({"url": "ссылка будет направлена"}, "", "ссылка будет направлена"),
        ({"url": "vk.example.ru/1"}, "", "vk.example.ru/1"),
        ({"url": "javascript:alert(1)"}, "", "javascript:alert(1)"),
        ({"notes": "Звонить Беловой\nСсылка: будет позже"}, "", "будет позже"),
        ({"notes": "Звонить Беловой о ссылке"}, "", ""),
        (
            {"url": "https://vks.example.ru/1", "notes": "Ссылка: позже"},
            "https://vks.example.ru/1",
            "",
        ),
    ],
)
def test_only_an_address_of_the_web_is_a_link_and_words_may_stand_for_it(
    values: dict[str, Value], link: str, words: str
) -> None:
    assert (entry(**values).link, entry(**values).link_words) == (link, words)


@pytest.mark.parametrize(
    ("of_webinar", "of_year", "zone"),
    [
        (None, None, "Europe/Moscow"),
        ("МСК", "Asia/Yekaterinburg", "Europe/Moscow"),
        (None, "Asia/Yekaterinburg", "Asia/Yekaterinburg"),
        ("Asia/Omsk", None, "Asia/Omsk"),
    ],
)
def test_the_time_zone_is_moscow_unless_the_webinar_or_the_year_says_otherwise(
    of_webinar: str | None, of_year: str | None, zone: str
) -> None:
    schedule = schedule_of([webinar(timezone=of_webinar)], WEEK, DIRECTORY, {"timezone": of_year})

    assert schedule.entries[0].timezone == zone


def test_associations_are_called_by_their_names() -> None:
    assert entry(omo=["ОМО-04", "ОМО-99"]).associations == ("ОМО учителей математики", "ОМО-99")


def test_what_occurs_is_listed_once_and_in_order() -> None:
    schedule = schedule_of(
        [
            webinar(id=1, audience=["методисты", "учителя"], theme="ГИА", omo=["ОМО-04"]),
            webinar(id=2, audience=["Учителя"], theme="воспитание", omo=["ОМО-04"]),
            webinar(id=3),
        ],
        WEEK,
        DIRECTORY,
    )

    assert schedule.audiences == ["методисты", "Учителя"]
    assert schedule.themes == ["воспитание", "ГИА"]
    assert schedule.associations == ["ОМО учителей математики"]


@pytest.mark.parametrize("key", ["notes", "reason", "participants", "letter_no"])
def test_what_is_not_for_the_public_does_not_enter(key: str) -> None:
    found = entry(**{key: "секрет"})

    assert list(found.record) == list(PUBLIC)
    assert "секрет" not in repr(found)


@pytest.mark.parametrize("key", [key for key in PUBLIC if key not in {"id", "academic_year"}])
def test_a_field_once_marked_private_enters_no_more(
    key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    fields = tuple(replace(each, private=each.key == key) for each in WEBINAR.own_fields)
    monkeypatch.setattr(module, "WEBINAR", replace(WEBINAR, own_fields=fields))

    assert [each for each in PUBLIC if each not in entry().record] == [key]


@pytest.mark.parametrize(
    ("period", "webinars", "title"),
    [
        (WEEK, [], "График вебинаров, 14–19 октября 2024 года"),
        (WEEK, [webinar(date="2024-10-20")], "График вебинаров, 14–20 октября 2024 года"),
        (
            Period(date(2024, 12, 30), date(2025, 1, 5)),
            [],
            "График вебинаров, 30 декабря 2024 года – 4 января 2025 года",
        ),
        (Period(date(2024, 10, 1), date(2024, 10, 31)), [], "График вебинаров, октябрь 2024 года"),
    ],
)
def test_a_schedule_is_called_by_its_days(
    period: Period, webinars: list[Record], title: str
) -> None:
    assert schedule_of(webinars, period, DIRECTORY).title == title


def test_who_publishes_it_comes_from_the_settings_of_the_year() -> None:
    settings: Record = {"association": "РУМО", "institute": "ОИРО", "chair": "Белова А.С."}

    assert schedule_of([], WEEK, DIRECTORY, settings).publishers == ("РУМО", "ОИРО")
    assert schedule_of([], WEEK, DIRECTORY).publishers == ()
