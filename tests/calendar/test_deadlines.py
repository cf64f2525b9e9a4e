"""How deadlines are understood, where they are doubtful, and what no text can break."""

from contextlib import suppress
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rumo_cli.calendar.clock import read_times
from rumo_cli.calendar.cursor import Cursor
from rumo_cli.calendar.days import read_days, read_typed_day
from rumo_cli.calendar.deadlines import Deadline, read_deadline, read_term
from rumo_cli.calendar.errors import CalendarError
from rumo_cli.calendar.grammar import read_clauses
from rumo_cli.calendar.months import MONTHS, Month, month_name, read_month
from rumo_cli.calendar.showing import show_deadline
from rumo_cli.calendar.tokens import Token
from rumo_cli.calendar.weeks import read_week
from rumo_cli.calendar.words import Kind, Unit
from rumo_cli.calendar.years import AcademicYear

YEAR = AcademicYear(2024)
TODAY = date(2024, 10, 16)

VOCABULARY = (
    "с со по до к за в на и не позднее менее чем г. года год учебного раз раза каждый месяца "
    "неделя недели квартал полугодие четверть декада половина начало конец последняя вторая "
    "ежемесячно еженедельно ежегодно весной осенние каникулы числа течение весь постоянно "
    "полгода после ранее период 2-х 1-я середина октябь первая понедельник п/г 15-00 2021-2023 "
    "графику согласованию необходимости перенос включительно мск пн среда пятницам I II 2-й "
    "0 1 2 5 25 31 32 99 05 2024 2025 0000 9999 99999999999 15.10 31.02 15.10.2024 1.1.25 "
    "10:00 25:00 9.00 2024-10-15 2024-13-45 2024-2025 2024/25 дня дней слово ( ) - — / , ; «"
)
WORDS = [
    *VOCABULARY.split(),
    *MONTHS,
    *(month_name(number, genitive=True) for number in range(1, 13)),
    "\n",
]
DEADLINES = st.lists(st.sampled_from(WORDS), max_size=12).flatmap(
    lambda words: st.sampled_from([" ", ""]).map(lambda blank: blank.join(words))
)
TEXTS = st.one_of(DEADLINES, st.text(), st.text("0123456789.-/: \n()гопдс", max_size=30))


@pytest.mark.parametrize(
    ("text", "frequency", "occurrences"),
    [
        ("ежедневно", "daily", None),
        ("еженедельно", "weekly", 39),
        ("каждый понедельник", "weekly", 39),
        ("каждую субботу", "weekly", 39),
        ("по воскресеньям", "weekly", 39),
        ("по средам и пятницам", "2_per_week", 78),
        ("2 раза в неделю", "2_per_week", 78),
        ("1 раз в две недели", "every_2_weeks", 20),
        ("каждую вторую неделю", "every_2_weeks", 20),
        ("ежемесячно", "monthly", 9),
        ("один раз в месяц согласно плану", "monthly", 9),
        ("не реже 1 раза в месяц", "monthly", 9),
        ("дважды в месяц", "2_per_month", 18),
        ("раз в 2 месяца", "every_2_months", 5),
        ("последняя пятница месяца", "monthly", 9),
        ("каждый второй вторник", "monthly", 9),
        ("первая неделя каждого месяца", "monthly", 9),
        ("до 25 числа каждого месяца", "monthly", 9),
        ("не позднее 5 числа ежемесячно", "monthly", 9),
        ("ежеквартально", "quarterly", 4),
        ("1 раз в четверть", "term", 4),
        ("раз в полугодие", "half_year", 2),
        ("ежегодно", "yearly", 1),
        ("1 раз в течение учебного года", "yearly", 1),
        ("два раза в год — весной и осенью", "2_per_year", 2),
        ("три раза за учебный год", "3_per_year", 3),
        ("не менее 4 заседаний методического объединения", "4_per_year", 4),
        ("не менее двух заседаний", "2_per_year", 2),
    ],
)
def test_what_comes_again_in_the_year(text: str, frequency: str, occurrences: int | None) -> None:
    assert read_deadline(text, YEAR) == Deadline(
        "recurring", YEAR.start, YEAR.end, frequency, occurrences
    )


@pytest.mark.parametrize(
    ("text", "start", "end", "frequency", "occurrences"),
    [
        ("ежемесячно, октябрь-декабрь", date(2024, 10, 1), date(2024, 12, 31), "monthly", 3),
        ("с сентября по май ежемесячно", date(2024, 9, 1), date(2025, 5, 31), "monthly", 9),
        ("с февраля, ежемесячно", date(2025, 2, 1), date(2025, 5, 31), "monthly", 4),
        ("ежемесячно с 15 октября", date(2024, 10, 15), date(2025, 5, 31), "monthly", 8),
        ("ежемесячно с июня", date(2025, 6, 1), date(2025, 8, 31), "monthly", 3),
        ("4 раза в год, октябрь-май", date(2024, 10, 1), date(2025, 5, 31), "4_per_year", 4),
        ("ежемесячно с 2023 года", date(2024, 9, 1), date(2025, 8, 31), "monthly", 9),
        ("каждый понедельник октября", date(2024, 10, 1), date(2024, 10, 31), "weekly", 4),
    ],
)
def test_what_comes_again_in_some_months(
    text: str, start: date, end: date, frequency: str, occurrences: int
) -> None:
    assert read_deadline(text, YEAR) == Deadline("recurring", start, end, frequency, occurrences)


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("Май,\nежегодно", Deadline("month", date(2025, 5, 1), date(2025, 5, 31), "yearly", 1)),
        ("ежегодно до 1 июня", Deadline("by", None, date(2025, 6, 1), "yearly", 1)),
    ],
)
def test_what_has_a_date_every_year(text: str, deadline: Deadline) -> None:
    assert read_deadline(text, YEAR) == deadline


@pytest.mark.parametrize(
    ("text", "end", "note"),
    [
        ("до 15.10.2024 включительно", date(2024, 10, 15), ""),
        ("к 1 декабря", date(2024, 12, 1), ""),
        ("срок: до 1 декабря", date(2024, 12, 1), ""),
        ("не позднее 1 декабря", date(2024, 12, 1), ""),
        ("за 3 дня до 4 декабря", date(2024, 12, 1), ""),
        ("за месяц до 31.03.2025", date(2025, 2, 28), ""),
        ("до октября", date(2024, 9, 30), "до октября: принято 30.09.2024"),
        ("по октябрь", date(2024, 10, 31), ""),
        ("не позднее октября", date(2024, 10, 31), ""),
        ("до конца октября", date(2024, 10, 31), ""),
        (
            "до конца учебного года",
            date(2025, 5, 31),
            "конца учебного года: принято 01.05.2025-31.05.2025",
        ),
        (
            "до 31 января 2025 г. (ранняя) до 28 февраля 2025 г. (обычная)",
            date(2025, 2, 28),
            "несколько сроков: 31.01.2025, 28.02.2025",
        ),
    ],
)
def test_at_the_latest(text: str, end: date, note: str) -> None:
    assert read_deadline(text, YEAR) == Deadline("by", None, end, note=note)


@pytest.mark.parametrize(
    ("text", "start", "end", "note"),
    [
        ("I-II квартал", date(2025, 1, 1), date(2025, 6, 30), ""),
        ("1 квартал 2025", date(2025, 1, 1), date(2025, 3, 31), ""),
        ("II кв. 2025 г.", date(2025, 4, 1), date(2025, 6, 30), ""),
        ("ІІ квартал", date(2025, 4, 1), date(2025, 6, 30), ""),
        ("III квартал 2024 года", date(2024, 7, 1), date(2024, 9, 30), "начинается раньше "),
        ("2-е полугодие", date(2025, 1, 1), date(2025, 5, 31), ""),
        ("в течение первого полугодия", date(2024, 9, 1), date(2024, 12, 31), ""),
        ("I полугодие 2024-2025 учебного года", date(2024, 9, 1), date(2024, 12, 31), ""),
        ("вторая половина ноября", date(2024, 11, 16), date(2024, 11, 30), ""),
        ("I декада декабря", date(2024, 12, 1), date(2024, 12, 10), ""),
        ("III декада февраля", date(2025, 2, 21), date(2025, 2, 28), ""),
        ("I четверть", date(2024, 9, 2), date(2024, 10, 25), "I четверть: принято "),
        ("II четверть 2024 г.", date(2024, 11, 5), date(2024, 12, 28), "II четверть: принято "),
        ("последняя четверть", date(2025, 3, 31), date(2025, 5, 26), "последняя четверть: прин"),
        ("осенние каникулы", date(2024, 10, 26), date(2024, 11, 4), "осенние каникулы: принято "),
        ("весна 2025 года", date(2025, 3, 1), date(2025, 5, 31), "весна: принято 01.03.2025-31"),
        ("зимой", date(2024, 12, 1), date(2025, 2, 28), "зимой: принято 01.12.2024-28.02.2025"),
        ("начало октября", date(2024, 10, 1), date(2024, 10, 10), "начало октября: принято 01."),
        ("середина мая", date(2025, 5, 11), date(2025, 5, 20), "середина мая: принято 11.05."),
        ("2-3 неделя сентября", date(2024, 9, 8), date(2024, 9, 21), "2-3 неделя сентября: при"),
        ("последняя неделя мая", date(2025, 5, 25), date(2025, 5, 31), "последняя неделя мая: "),
        ("в начале года", date(2024, 9, 1), date(2024, 9, 30), "начале года: принято 01.09.2"),
        (
            "май - август",
            date(2025, 5, 1),
            date(2025, 8, 31),
            "август без года: принят август 2025",
        ),
        ("2025 год", date(2025, 1, 1), date(2025, 12, 31), "заканчивается после учебного года "),
        ("2023-2024 учебный год", date(2023, 9, 1), date(2024, 8, 31), "начинается раньше учебног"),
    ],
)
def test_periods_that_have_a_name(text: str, start: date, end: date, note: str) -> None:
    found = read_deadline(text, YEAR)
    assert (found.kind, found.start, found.end) == ("range", start, end)
    assert found.note.startswith(note)
    assert bool(found.note) == bool(note)


@pytest.mark.parametrize(
    "text",
    [
        "постоянно",
        "весь год",
        "в теч. года",
        "1 учебный год",
        "2024-2025 учебный год",
        "в течение 2024/25 уч. года",
        "в течение года по отдельному графику",
        "с сентября",
        "с 1 сентября 2024 г.",
    ],
)
def test_open_all_the_year(text: str) -> None:
    assert read_deadline(text, YEAR) == Deadline("open", YEAR.start, YEAR.end)


@pytest.mark.parametrize(
    ("text", "kind", "note"),
    [
        ("3.09.2024, среда", "date", "03.09.2024 — вторник, а не среда"),
        (
            "29-30 октября (среда-четверг)",
            "range",
            "29.10.2024 — вторник, а не среда; 30.10.2024 — среда, а не четверг",
        ),
        ("29.12-30.12 (3 дня)", "range", "указано 3 дня, а выходит 2 дня"),
        ("август", "month", "август без года: принят август 2024 года"),
        (
            "III квартал",
            "range",
            "III квартал: принято 01.07.2025-30.09.2025; "
            "заканчивается после учебного года 2024-2025",
        ),
        ("С января по декабрь 2025", "range", "заканчивается после учебного года 2024-2025"),
        ("27.05.2024 по 31.08.2024", "range", "начинается раньше учебного года 2024-2025"),
        ("15.10.2025", "date", "позже учебного года 2024-2025"),
        ("до 31.07.2024", "by", "раньше учебного года 2024-2025"),
        ("7 марта, перенос с 3 января", "date", "перенос с 03.01.2025"),
        ("октябрь, г. Смоленск", "month", "не разобрано: «г. смоленск»"),
        ("октябрь (15.10, 22.10)", "month", "не разобрано: «(15.10, 22.10)»"),
        ("22.09-27.09 (входной контроль)", "range", ""),
    ],
)
def test_what_is_doubtful_is_said(text: str, kind: str, note: str) -> None:
    found = read_deadline(text, YEAR)
    assert (found.kind, found.note) == (kind, note)


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        (
            "27.05.2025г. по 31.08.2024г",
            Deadline(
                "error",
                date(2025, 5, 27),
                date(2024, 8, 31),
                note="конец раньше начала: 27.05.2025-31.08.2024",
            ),
        ),
        (
            "с 05.11.2024 по 28.12.2027",
            Deadline(
                "error",
                date(2024, 11, 5),
                date(2027, 12, 28),
                note="28.12.2027 — далеко от учебного года 2024-2025",
            ),
        ),
        (
            "ежемесячно, май - октябрь",
            Deadline(
                "error",
                date(2025, 5, 1),
                date(2024, 10, 31),
                "monthly",
                None,
                "конец раньше начала: 01.05.2025-31.10.2024",
            ),
        ),
        ("31.02", Deadline("error", note="нет такого дня: 31.02")),
        ("до 31 ноября", Deadline("error", note="нет такого дня: 31 ноября")),
        ("31 августа 25:00", Deadline("error", note="нет такого времени: 25:00")),
        ("5 квартал", Deadline("error", note="нет такого срока: 5 квартал")),
        ("до января 0001 года", Deadline("error", note="нет такого дня: января 0001 года")),
        (
            "за 99999999999 недель до 15.10.2024",
            Deadline("error", note="нет такого дня: 15.10.2024"),
        ),
    ],
)
def test_what_cannot_be_meant(text: str, deadline: Deadline) -> None:
    assert read_deadline(text, YEAR) == deadline


def test_a_plan_of_several_years_is_no_error() -> None:
    assert read_deadline("на 2021 - 2024 годы", AcademicYear(2021)).kind == "range"
    assert read_deadline("на 2021 - 2023 годы", YEAR).kind == "error"


@pytest.mark.parametrize(
    "text",
    [
        "Подготовка плана",
        "14 (пятница)",
        "6 мес.",
        "1-я неделя",
        "до 25 числа",
        "сентябрь 24",
        "ноябрь январь март",
        "через неделю",
        "октябрь или ноябрь",
        "15.10.2024 16.10",
        "в течение месяца",
        "1 раз в 0 недель",
        "не позднее чем за две недели до начала",
        "8 (4812) 38-20-21",
    ],
)
def test_what_is_not_read_is_kept_as_unknown(text: str) -> None:
    assert read_deadline(text, YEAR) == Deadline("unknown", note="не прочитано")


@pytest.mark.parametrize("text", ["", "  \n ", "-", "—", "…", "___"])
def test_no_deadline(text: str) -> None:
    assert read_deadline(text, YEAR) == Deadline("missing")


@pytest.mark.parametrize("junk", ["1-", "в ", "(", "а", "15.10.2024, ", "и\n", "Ⅳ", "\0"])
def test_a_cell_of_junk_is_unknown(junk: str) -> None:
    found = read_deadline("октябрь " + junk * 100_000, YEAR)
    assert (found.kind, found.note) == ("unknown", "не прочитано")


@settings(deadline=None)
@given(TEXTS)
def test_whatever_the_text_a_deadline_is_returned(text: str) -> None:
    found = read_deadline(text, YEAR)
    if found.start and found.end and found.kind != "error":
        assert found.start <= found.end
    if found.kind in {"unknown", "error"}:
        assert found.note
    if found.kind in {"unknown", "missing", "schedule", "on_demand"}:
        assert found.start is found.end is None
    else:
        assert found.end or found.kind == "error"


@settings(deadline=None)
@given(TEXTS)
def test_what_was_understood_is_understood_again(text: str) -> None:
    found = read_deadline(text, YEAR)
    shown = show_deadline(found)
    if found.kind in {"unknown", "error"}:
        assert shown == ""
    else:
        again = read_deadline(shown, YEAR)
        assert replace(again, note=found.note) == found
        assert show_deadline(again) == shown


@pytest.mark.parametrize(
    "piece",
    [
        *("1, ", "1-2, ", "I, ", "1-я и ", "3 неделя ", "пн, ", "октябрь ", "октябрь, "),
        *("и ", "в ", "с 1 по ", "до ", "не ", "раз ", "(", "по средам и ", "ежемесячно ("),
    ],
)
def test_twice_the_text_takes_twice_the_steps(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    steps = 0
    take = Cursor.take

    def counted(cursor: Cursor, *kinds: Kind, unit: Unit | None = None) -> Token | None:
        nonlocal steps
        steps += 1
        return take(cursor, *kinds, unit=unit)

    def steps_of(text: str) -> int:
        nonlocal steps
        steps = 0
        with suppress(CalendarError):
            read_clauses(text)
        return steps

    monkeypatch.setattr(Cursor, "take", counted)
    assert steps_of(piece * 60) <= 2.1 * steps_of(piece * 30)


@settings(deadline=None)
@given(TEXTS)
def test_whatever_the_text_a_reader_raises_nothing_but_a_calendar_error(text: str) -> None:
    for read in (
        lambda: read_days(text, YEAR, Month(2024, 10)),
        lambda: read_days(text),
        lambda: read_typed_day(text, TODAY),
        lambda: read_week(text, TODAY),
        lambda: read_times(text),
        lambda: read_month(text),
        lambda: AcademicYear.parse(text),
    ):
        with suppress(CalendarError):
            read()


@settings(deadline=None)
@given(st.sampled_from(MONTHS), st.sampled_from(MONTHS))
def test_months_of_a_school_year_are_in_order(first: str, last: str) -> None:
    found = read_deadline(f"{first} - {last}", YEAR)
    august = date(2024, 8, 1)
    assert found.start
    assert found.end
    assert found.kind in {"range", "error"}
    assert august <= found.start <= YEAR.end
    assert (found.kind == "error") == (found.end < found.start)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("6 мес.", date(2025, 4, 14)),
        ("9 месяцев", date(2025, 7, 14)),
        ("1 год", date(2025, 10, 14)),
        ("сроком на один год", date(2025, 10, 14)),
        ("полгода", date(2025, 4, 14)),
        ("в течение 10 недель", date(2024, 12, 23)),
    ],
)
def test_a_term_that_is_a_length_is_counted_from_its_start(text: str, end: date) -> None:
    begun = date(2024, 10, 15)
    found = read_term(text, YEAR, begun)
    assert (found.kind, found.start, found.end) == ("range", begun, end)
    assert found.note.split("; ")[0].endswith(": считано с 15.10.2024")


def test_a_length_without_a_start_is_open_all_the_year() -> None:
    note = "6 мес.: начало не указано"
    assert read_term("6 мес.", YEAR) == Deadline("open", YEAR.start, YEAR.end, note=note)


@pytest.mark.parametrize(
    "text", ["с 01.10.2024 на 6 месяцев", "1 учебный год", "октябрь", "как получится", "31.02", ""]
)
def test_any_other_term_is_a_deadline(text: str) -> None:
    assert read_term(text, YEAR, TODAY) == read_deadline(text, YEAR)


def test_a_term_that_leaves_the_calendar_is_an_error() -> None:
    found = read_term("99 лет", YEAR, date(9990, 1, 1))
    assert found == Deadline("error", note="нет такого срока: 99 лет")
