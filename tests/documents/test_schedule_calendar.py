"""The schedule as a calendar, as another library than the one that writes it reads it."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from ical.calendar import Calendar
from ical.calendar_stream import IcsCalendarStream
from ical.event import Event

from rumo_cli.calendar.periods import Period
from rumo_cli.documents.schedule import Schedule, schedule_of
from rumo_cli.documents.schedule_calendar import schedule_calendar
from rumo_cli.records.directory import Directory
from rumo_cli.records.revisions import History, Revision
from rumo_cli.records.values import Record, Value
from tests.documents.samples import DIRECTORY, HOSTILE, SETTINGS, WEBINARS, WEEK, webinar

MOSCOW = ZoneInfo("Europe/Moscow")
MONDAY = "2024-10-21"
CHANGED = datetime(2024, 10, 15, 15, tzinfo=MOSCOW)


def schedule(*webinars: Record, history: History | None = None) -> Schedule:
    return schedule_of(webinars, WEEK, DIRECTORY, SETTINGS, history=history or History("store"))


def read(written: bytes) -> Calendar:
    return IcsCalendarStream.calendar_from_ics(written.decode())


def event(**values: Value) -> Event:
    """Return the only event of a webinar on Monday, unless told otherwise."""
    record = webinar(1, "Тема", **{"date": MONDAY, **values})
    (only,) = read(schedule_calendar(schedule(record))).events
    return only


def lines(*webinars: Record) -> list[str]:
    return schedule_calendar(schedule(*webinars)).decode().replace("\r\n ", "").split("\r\n")


def test_an_event_tells_what_teachers_choose_by() -> None:
    found = event(
        start_time="15:00",
        end_time="16:30",
        audience=["учителя математики", "методисты"],
        speakers=["Белова А.С.", "Громов Б.В."],
        speakers_org=["ОИРО", "СШ 2"],
        omo=["ОМО-04"],
        theme="ГИА",
        platform="Сферум",
        url="https://vks.example.ru/rumo?id=1&code=2",
        materials_url="https://example.ru/m",
        notes="не для всех",
        participants=40,
    )

    assert found.summary == "Тема"
    assert found.start == datetime(2024, 10, 21, 15, 0, tzinfo=MOSCOW)
    assert found.end == datetime(2024, 10, 21, 16, 30, tzinfo=MOSCOW)
    assert found.location == "Сферум"
    assert found.url == "https://vks.example.ru/rumo?id=1&code=2"
    assert found.categories == ["вебинар", "ГИА", "ОМО учителей математики"]
    assert (found.description or "").split("\n") == [
        "Для кого: учителя математики, методисты",
        "Спикеры: Белова А.С., ОИРО; Громов Б.В., СШ 2",
        "ОМО: ОМО учителей математики",
        "Подключение: https://vks.example.ru/rumo?id=1&code=2",
        "Материалы: https://example.ru/m",
    ]


@pytest.mark.parametrize(
    ("values", "start", "end", "told"),
    [
        ({}, date(2024, 10, 21), date(2024, 10, 22), ""),
        ({"end_date": "2024-10-25"}, date(2024, 10, 21), date(2024, 10, 26), ""),
        (
            {"end_date": "2024-10-25", "start_time": "15:00", "end_time": "16:00"},
            date(2024, 10, 21),
            date(2024, 10, 26),
            "Время: 15:00–16:00 (МСК)",
        ),
        (
            {"start_time": "15:00", "duration_min": 40},
            datetime(2024, 10, 21, 15, 0, tzinfo=MOSCOW),
            datetime(2024, 10, 21, 15, 40, tzinfo=MOSCOW),
            "",
        ),
        (
            {"start_time": "15:00"},
            datetime(2024, 10, 21, 15, 0, tzinfo=MOSCOW),
            datetime(2024, 10, 21, 16, 30, tzinfo=MOSCOW),
            "Время: 15:00, окончание не указано",
        ),
        (
            {"start_time": "15:00", "end_time": "16:00", "timezone": "Asia/Omsk"},
            datetime(2024, 10, 21, 15, 0, tzinfo=ZoneInfo("Asia/Omsk")),
            datetime(2024, 10, 21, 16, 0, tzinfo=ZoneInfo("Asia/Omsk")),
            "",
        ),
        (
            {"start_time": "15:00", "end_time": "16:00", "timezone": "местное"},
            datetime(2024, 10, 21, 15, 0),  # noqa: DTZ001 -- the hour of wherever it is read
            datetime(2024, 10, 21, 16, 0),  # noqa: DTZ001
            "Время: 15:00–16:00 (местное)",
        ),
    ],
)
def test_the_days_and_hours_of_an_event(values: Record, start: date, end: date, told: str) -> None:
    found = event(**values)

    assert (found.dtstart, found.dtend) == (start, end)
    assert (found.description or "") == told


def test_an_end_before_the_beginning_is_not_believed() -> None:
    found = event(start_time="15:00", end_time="14:00")

    assert found.end == datetime(2024, 10, 21, 16, 30, tzinfo=MOSCOW)


def test_every_sitting_is_an_event_within_the_period_or_without() -> None:
    days = ["2024-10-17", "2024-10-24", "2024-10-31"]
    record = webinar(3, "Школа", date=days[0], dates=[*days], start_time="14:00")
    events = read(schedule_calendar(schedule(record))).events

    assert [(each.uid, f"{each.start:%Y-%m-%d}") for each in events] == [
        ("webinar-3@store.rumo", "2024-10-17"),
        ("webinar-3-2@store.rumo", "2024-10-24"),
        ("webinar-3-3@store.rumo", "2024-10-31"),
    ]


@pytest.mark.parametrize(
    ("values", "sittings", "events"),
    [
        (
            {"date": "2024-10-17", "dates": ["2024-10-17", "2024-10-31"]},
            ("2024-10-17", "2024-10-24", "2024-10-31"),
            ["17 CONFIRMED", "24 CANCELLED Отменён", "31 CONFIRMED"],
        ),
        (
            {"date": "2024-10-24"},
            ("2024-10-17", "2024-10-24"),
            ["17 CANCELLED Отменён", "24 CONFIRMED"],
        ),
        (
            {"date": "2024-10-22", "end_date": "2024-10-23"},
            ("2024-10-22", "2024-10-24"),
            ["22 CONFIRMED", "24 CANCELLED Отменён"],
        ),
        ({}, ("2024-10-22",), ["22 CANCELLED Перенесён, новая дата будет объявлена"]),
        (
            {"date": "2024-11-12"},
            ("2024-11-12", "2024-10-24"),
            ["12 CONFIRMED", "24 CANCELLED Отменён"],
        ),
        (
            {"date": "2024-10-17", "dates": ["2024-10-17", "2024-10-31"], "status": "held"},
            ("2024-10-31", "2024-10-22", "2024-10-17"),
            ["31 CONFIRMED", "22 CANCELLED Отменён", "17 CONFIRMED"],
        ),
    ],
)
def test_a_lost_sitting_is_cancelled_where_calendars_have_it(
    values: Record, sittings: tuple[str, ...], events: list[str]
) -> None:
    history = History("store", {1: Revision(3, CHANGED, sittings)})
    found = read(schedule_calendar(schedule(webinar(1, "Школа", **values), history=history))).events

    assert [
        f"{each.start:%d} {each.status and each.status.value} {each.description or ''}".rstrip()
        for each in found
    ] == events
    assert [each.uid for each in found] == [
        "webinar-1@store.rumo",
        "webinar-1-2@store.rumo",
        "webinar-1-3@store.rumo",
    ][: len(events)]
    assert {each.sequence for each in found} == {3}
    assert {each.computed_duration for each in found[1:]} <= {timedelta(1)}


def test_what_is_cancelled_or_put_off_says_so_and_leads_nowhere() -> None:
    link = "https://example.ru/1"
    cancelled, postponed = (event(status=each, url=link) for each in ("cancelled", "postponed"))

    assert (cancelled.status, cancelled.description) == ("CANCELLED", "Отменён")
    assert postponed.status == "CANCELLED"
    assert postponed.description == "Перенесён, новая дата будет объявлена"
    assert [each.url for each in (cancelled, postponed)] == [None, None]
    assert event(url=link).status == "CONFIRMED"


def test_what_was_moved_out_of_the_period_is_told_of_on_its_new_day() -> None:
    record = webinar(
        1, "Тема", date="2024-11-05", moved_from="2024-10-30", moves=["2024-10-22", "2024-10-30"]
    )
    found = schedule(record)
    (moved,) = read(schedule_calendar(found)).events

    assert found.entries == ()
    assert moved.dtstart == date(2024, 11, 5)
    assert moved.description == "Перенесён с 30.10.2024"


def test_an_event_says_which_state_of_the_webinar_it_is() -> None:
    history = History("store", {2: Revision(3, CHANGED)})
    records = [webinar(1, "Прежний", date=MONDAY), webinar(2, "Изменённый", date=MONDAY)]
    events = read(schedule_calendar(schedule(*records, history=history))).events

    assert [(each.uid, each.sequence, each.dtstamp, each.last_modified) for each in events] == [
        ("webinar-1@store.rumo", 0, *[datetime(2024, 1, 1, tzinfo=UTC)] * 2),
        ("webinar-2@store.rumo", 3, *[CHANGED.astimezone(UTC)] * 2),
    ]


@pytest.mark.parametrize("title", HOSTILE)
def test_a_hostile_title_is_read_back_as_it_is(title: str) -> None:
    assert event_titled(title) == title


def test_what_only_a_terminal_obeys_stays_out() -> None:
    assert event_titled("\x1b[31mкрасное\x07\x85и\u2028ещё\r\nстрока") == (
        "[31mкрасное\nи\nещё\nстрока"
    )


def event_titled(title: str) -> str | None:
    (only,) = read(schedule_calendar(schedule(webinar(1, title, date=MONDAY)))).events
    return only.summary


def test_lines_are_folded_between_characters_and_end_as_the_standard_says() -> None:
    written = schedule_calendar(schedule(*WEBINARS))
    folded = written.split(b"\r\n")

    assert max(map(len, folded)) <= 75
    assert [line for line in folded if b"\n" in line or b"\r" in line] == []
    assert folded[-1] == b""
    assert [line.decode() for line in folded]


def test_the_calendar_has_a_name_a_zone_and_a_time_to_look_again() -> None:
    found = lines(webinar(1, "По запросам"), webinar(2, "Тема", date=MONDAY, start_time="15:00"))

    assert found[:17] == [
        "BEGIN:VCALENDAR",
        "PRODID:-//rumo//webinar schedule//RU",
        "VERSION:2.0",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "NAME:Вебинары · РУМО в системе общего образования",
        "DESCRIPTION:Без даты: По запросам",
        "X-WR-CALNAME:Вебинары · РУМО в системе общего образования",
        "X-WR-CALDESC:Без даты: По запросам",
        "X-WR-TIMEZONE:Europe/Moscow",
        "X-PUBLISHED-TTL:PT12H",
        "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
        "BEGIN:VTIMEZONE",
        "TZID:Europe/Moscow",
        "COMMENT:This timezone only works from 2024-01-01 to 2025-01-01.",
        "BEGIN:STANDARD",
        "TZOFFSETFROM:+0300",
    ]


def test_a_calendar_of_nothing_is_a_calendar() -> None:
    found = schedule_calendar(schedule())

    assert read(found).events == []
    assert b"BEGIN:VTIMEZONE" in found


def test_two_thousand_webinars_are_all_there() -> None:
    first = date(2024, 9, 1)
    records = [
        webinar(
            n, f"Тема {n}", date=str(first + timedelta(n % 300)), start_time=f"{time(15):%H:%M}"
        )
        for n in range(1, 2001)
    ]
    year = Period(first, date(2025, 8, 31))
    found = read(schedule_calendar(schedule_of(records, year, Directory([]))))

    assert {each.uid for each in found.events} == {f"webinar-{n}@.rumo" for n in range(1, 2001)}
