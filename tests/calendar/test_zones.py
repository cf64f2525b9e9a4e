"""What time zones are called."""

from datetime import date

import pytest

from rumo_cli.calendar.zones import time_zone, zone_name

WINTER, SUMMER = date(2025, 1, 15), date(2025, 7, 15)


@pytest.mark.parametrize(
    ("zone", "day", "name"),
    [
        ("Europe/Moscow", WINTER, "МСК"),
        ("Europe/Kirov", WINTER, "МСК"),
        ("Europe/Simferopol", WINTER, "МСК"),
        ("Europe/Kaliningrad", WINTER, "МСК-1"),
        ("Europe/Samara", SUMMER, "МСК+1"),
        ("Asia/Omsk", WINTER, "МСК+3"),
        ("Asia/Kamchatka", WINTER, "МСК+9"),
        ("Asia/Novosibirsk", date(2015, 1, 15), "МСК+3"),
        ("Asia/Novosibirsk", WINTER, "МСК+4"),
        ("Asia/Almaty", WINTER, "UTC+5"),
        ("Asia/Kolkata", WINTER, "UTC+5:30"),
        ("America/St_Johns", WINTER, "UTC-3:30"),
        ("America/St_Johns", SUMMER, "UTC-2:30"),
        ("Europe/Berlin", WINTER, "UTC+1"),
        ("Europe/Berlin", SUMMER, "UTC+2"),
        ("Africa/Abidjan", WINTER, "UTC"),
        ("местное", WINTER, "местное"),
        ("МСК+2", WINTER, "МСК+2"),
    ],
)
def test_a_time_zone_is_called_as_people_call_it_on_a_day(zone: str, day: date, name: str) -> None:
    assert zone_name(zone, day) == name


@pytest.mark.parametrize("name", ["", "местное", "../etc/passwd", "a\0b", "Europe"])
def test_what_names_no_time_zone_is_none(name: str) -> None:
    assert time_zone(name) is None
