"""The value of a spreadsheet's cell as a person would type it."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

Scalar = int | float | str | bool | date | datetime | time | timedelta

_HALF_SECOND = timedelta(milliseconds=500)
_MIDNIGHT = time()


def cell_text(value: Scalar) -> str:
    """Return `15.10.2024`, `15.10.2024 15:00`, `15:00`, `44`, `0.625`, `да` or the text itself."""
    return _TEXTS[type(value)](value)


def _text(value: str) -> str:
    # A vertical tab is what Word and Access leave of a line end.
    if "\r" in value or "\v" in value:
        return value.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n")
    return value


def _number(value: float) -> str:
    if value.is_integer():
        return str(int(value))
    # Fifteen digits are what Excel shows; the rest is the noise of binary fractions.
    return repr(float(f"{value:.15g}"))


def _logical(value: bool) -> str:
    return "да" if value else "нет"


def _date(value: date) -> str:
    return f"{value.day:02}.{value.month:02}.{value.year:04}"


def _moment(value: datetime) -> str:
    # Days are kept as fractions: 15:00 may come as 14:59:59.999.
    value = value + _HALF_SECOND if value.microsecond and value.year < 9999 else value
    clock = value.time().replace(microsecond=0)
    return _date(value) if clock == _MIDNIGHT else f"{_date(value)} {_clock(clock)}"


def _time(value: time) -> str:
    return _clock((datetime.combine(date.min, value) + _HALF_SECOND).time())


def _clock(value: time) -> str:
    return f"{value:%H:%M:%S}" if value.second else f"{value:%H:%M}"


def _duration(value: timedelta) -> str:
    sign = "-" if value < timedelta() else ""
    minutes, seconds = divmod(round(abs(value).total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    rest = f":{seconds:02}" if seconds else ""
    return f"{sign}{hours:02}:{minutes:02}{rest}"


_TEXTS: dict[type, Callable[..., str]] = {
    str: _text,
    float: _number,
    int: str,
    bool: _logical,
    datetime: _moment,
    date: _date,
    time: _time,
    timedelta: _duration,
}
