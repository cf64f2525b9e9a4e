"""Time zones: by the names that computers know, and as people in Russia name them."""

from datetime import date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

MOSCOW = "Europe/Moscow"

_RUSSIAN = frozenset({
    "Europe/Kaliningrad", "Europe/Moscow", "Europe/Simferopol", "Europe/Kirov", "Europe/Volgograd",
    "Europe/Astrakhan", "Europe/Saratov", "Europe/Ulyanovsk", "Europe/Samara",
    "Asia/Yekaterinburg", "Asia/Omsk", "Asia/Novosibirsk", "Asia/Barnaul", "Asia/Tomsk",
    "Asia/Novokuznetsk", "Asia/Krasnoyarsk", "Asia/Irkutsk", "Asia/Chita", "Asia/Yakutsk",
    "Asia/Khandyga", "Asia/Vladivostok", "Asia/Ust-Nera", "Asia/Magadan", "Asia/Sakhalin",
    "Asia/Srednekolymsk", "Asia/Kamchatka", "Asia/Anadyr",
})  # fmt: skip
"""The zones of Russia in the IANA database (its zone1970.tab, which zoneinfo does not read)."""
_HOUR = timedelta(hours=1)


@cache
def time_zone(name: str) -> ZoneInfo | None:
    """Return the time zone of a name of the IANA database; None where there is no such name."""
    try:
        return ZoneInfo(name)
    except (LookupError, ValueError, OSError):
        return None


@cache
def zone_name(name: str, day: date) -> str:
    """Return what a time zone is called on a day: «МСК», «МСК+3», abroad «UTC+5:30».

    Russian zones are told by their distance from Moscow, as the law of 03.06.2011 № 107-ФЗ has
    them. A name that no computer knows stays as it is.
    """
    offset = _offset(name, day)
    if offset is None:
        return name
    from_moscow = offset - (_offset(MOSCOW, day) or timedelta())
    russian = name in _RUSSIAN and not from_moscow % _HOUR
    return f"МСК{_signed(from_moscow)}" if russian else f"UTC{_signed(offset)}"


def _offset(name: str, day: date) -> timedelta | None:
    return datetime.combine(day, time(12), time_zone(name)).utcoffset()


def _signed(distance: timedelta) -> str:
    """Return «+3», «-3:30», and nothing of nothing."""
    hours, minutes = divmod(abs(distance) // timedelta(minutes=1), 60)
    sign = "-" if distance < timedelta() else "+"
    return f"{sign}{hours}" + (f":{minutes:02}" if minutes else "") if distance else ""
