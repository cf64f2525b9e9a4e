from datetime import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rumo_cli.calendar.clock import Times, read_times
from rumo_cli.calendar.errors import CalendarError

EXPECTED = "ожидается время, например 15:00 или 15:00-16:30"


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("16.00 -17.30", "16:00", "17:30"),
        ("19.00 - 21.30", "19:00", "21:30"),
        ("10.00 -18.00", "10:00", "18:00"),
        ("10:00", "10:00", None),
        ("08:30 - 12:30", "08:30", "12:30"),
        ("в 11.00", "11:00", None),
        ("с 20.00 до 23.00", "20:00", "23:00"),
        ("в 9.00", "09:00", None),
        ("10.00 – 13.45 по МСК", "10:00", "13:45"),
        ("18:00 МСК", "18:00", None),
        ("начало в 09.00", "09:00", None),
        ("с 9.00 до 18.00 Нск (5.00 - 14.00 Мск)", "05:00", "14:00"),
        ("5.00 - 14.00 Мск / 9.00-18.00 Нск", "05:00", "14:00"),
        ("15 ч. 00 мин.", "15:00", None),
        ("15ч 5мин", "15:05", None),
        ("15 часов", "15:00", None),
        ("15.00 ч.", "15:00", None),
        ("15.00 (МСК)", "15:00", None),
        ("15.00-16.30 (мск)", "15:00", "16:30"),
        ("18.00 (время московское)", "18:00", None),
        ("18.00 по московскому времени", "18:00", None),
        ("18:00 по местному времени", "18:00", None),
        ("с 15.00 до 16.30", "15:00", "16:30"),
        ("с 15.00", "15:00", None),
        ("9.00-10.30", "09:00", "10:30"),
        ("15.00\xa0— 16.30", "15:00", "16:30"),
        ("15:00:00", "15:00", None),
        ("15-00", "15:00", None),
        ("15-00 - 16-30", "15:00", "16:30"),
        ("9-30", "09:30", None),
        ("0:00-23:59", "00:00", "23:59"),
        ("15.00-15.00", "15:00", "15:00"),
    ],
)
def test_notations_of_times(text: str, start: str, end: str | None) -> None:
    assert read_times(text) == Times(start, end)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("0.625", "15:00"),
        ("0,625", "15:00"),
        ("0.5", "12:00"),
        ("0.25", "06:00"),
        ("0.75", "18:00"),
        ("0.416666666666667", "10:00"),
        ("0.604861111", "14:31"),
        ("0.6041666", "14:30"),
        ("15.3", "15:30"),
        ("15,3", "15:30"),
        ("15,30", "15:30"),
        ("15.1", "15:10"),
        ("9.5", "09:50"),
        ("15,0", "15:00"),
        (" 15.3 ", "15:30"),
        ("0.3", "00:30"),
        ("0.30", "00:30"),
        ("0.50", "00:50"),
    ],
)
def test_numbers_that_a_spreadsheet_made_of_times(text: str, start: str) -> None:
    assert read_times(text) == Times(start, None)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("0.9999", "нет такого времени: 24:00"),
        ("24.3", "нет такого времени: 24:30"),
        ("15,75", "нет такого времени: 15:75"),
        ("15.6", EXPECTED),
        ("1.625", EXPECTED),
        ("0.6250000000000001", EXPECTED),
        ("15.3-16.3", EXPECTED),
        ("-0.5", EXPECTED),
        (".625", EXPECTED),
        ("1e-1", EXPECTED),
        ("٠.٦٢٥", EXPECTED),
        ("24:00", "нет такого времени: 24:00"),
        ("25.10", "нет такого времени: 25.10"),
        ("15.75", "нет такого времени: 15.75"),
        ("10:00-24:30", "нет такого времени: 24:30"),
        ("16.30-15.00", "окончание раньше начала: 16:30-15:00"),
        ("18:00 нск", "ожидается московское время, а не «нск»"),
        ("9-15", "неясно, часы это или минуты: 9-15"),
        ("по согласованию", EXPECTED),
        ("10.00, 14.00", EXPECTED),
        ("до 16.00", EXPECTED),
        ("с 15 до 16", EXPECTED),
        ("15", EXPECTED),
        ("1500", EXPECTED),
        ("15:0", EXPECTED),
        ("15.10.2024", EXPECTED),
        ("", EXPECTED),
        ("10:00 " * 100_000, EXPECTED),
    ],
)
def test_what_is_no_time(text: str, message: str) -> None:
    with pytest.raises(CalendarError) as error:
        read_times(text)
    assert str(error.value) == message


@settings(deadline=None)
@given(st.times())
def test_a_time_survives_being_kept_as_a_fraction_of_the_day(moment: time) -> None:
    fraction = (moment.hour * 60 + moment.minute) / (24 * 60)
    if fraction:
        assert read_times(f"{fraction:.15f}") == Times(f"{moment:%H:%M}", None)


@settings(deadline=None)
@given(st.times(), st.times(), st.sampled_from([":", "."]), st.sampled_from(["-", " – ", " до "]))
def test_a_span_of_times_is_read_or_refused(
    start: time, end: time, separator: str, joint: str
) -> None:
    first, last = f"{start:%H:%M}", f"{end:%H:%M}"
    text = f"{first}{joint}{last}".replace(":", separator)
    if first <= last:
        assert read_times(text) == Times(first, last)
    else:
        with pytest.raises(CalendarError, match="окончание раньше начала"):
            read_times(text)
