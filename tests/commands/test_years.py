"""Which academic year a command writes to and reads: typed days, August, a given year."""

import pytest

from tests.commands.conftest import Given, Result, Rumo, Stored

AUGUST = "2025-08-20"
BOTH = (
    "Ошибка: Август стоит между двумя учебными годами. Назовите год: --year 2024-2025 или "
    "--year 2025-2026.\n"
)


@pytest.mark.parametrize(
    ("options", "year"),
    [
        ("", "2024-2025"),
        ("--date 22.10", "2024-2025"),
        ("--date 5.04", "2024-2025"),
        ("--date 5.05", "2023-2024"),  # nearer than the May to come
        ("--date 22.10.2023", "2023-2024"),
        ("--date 31.08.2024", "2023-2024"),
        ("--date 01.09.2025", "2025-2026"),
        ("--year 2023/24", "2023-2024"),
        ("--year 2023-2024 --date 22.10.2023", "2023-2024"),
        ("--year 2023-2024 --date 12.10", "2023-2024"),
        ("--year 2024-2025 --date 28.08.2024", "2024-2025"),  # the August before the year
    ],
)
def test_the_year_of_a_new_record(rumo: Rumo, stored: Stored, options: str, year: str) -> None:
    assert rumo(f"webinar add --title Тема {options}").code == 0

    assert stored("webinar")[1]["academic_year"] == year


def test_rumo_year_replaces_the_default_and_no_full_date(
    rumo: Rumo, stored: Stored, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RUMO_YEAR", "2022-2023")

    rumo("webinar add --title Недатированный")
    rumo("webinar add --title Датированный --date 22.10.2023")

    assert [each["academic_year"] for each in stored("webinar").values()] == [
        "2022-2023",
        "2023-2024",
    ]


def test_a_day_outside_of_the_given_year_is_refused(rumo: Rumo) -> None:
    assert rumo("webinar add --title Тема --date 22.10.2023 --year 2024-2025") == Result(
        1,
        "",
        "Ошибка: --date 22.10.2023: дата вне 2024-2025 учебного года. Уберите --year или укажите "
        "--year 2023-2024.\n",
    )


def test_a_write_takes_one_year(rumo: Rumo) -> None:
    result = rumo("webinar add --title Тема --year all")

    assert result.code == 2
    assert result.err.endswith(
        "Ошибка: Здесь нужен один учебный год, а не all: --year 2024-2025.\n"
    )


@pytest.mark.parametrize(
    ("deadline", "year"),
    [("15.03.2024", "2023-2024"), ("март 2024 г.", "2023-2024"), ("15 марта", "2024-2025")],
)
def test_a_deadline_with_a_year_decides(
    rumo: Rumo, stored: Stored, deadline: str, year: str
) -> None:
    rumo("plan", "add", "--title", "Пункт", "--deadline", deadline)

    assert stored("plan")[1]["academic_year"] == year


def test_a_task_is_of_the_year_of_its_route(rumo: Rumo, given: Given, stored: Stored) -> None:
    given("iom", {"teacher": "Белова А.С.", "academic_year": "2023-2024"})

    rumo('iom task add --iom 1 --title Курсы --deadline "15 марта"')

    task = stored("task")[1]
    assert (task["academic_year"], task["deadline_end"]) == ("2023-2024", "2024-03-15")
    assert rumo("iom task add --iom 1 --title Курсы --year 2024-2025") == Result(
        3, "", "Ошибка: iom 1 — запись 2023-2024 учебного года, а не 2024-2025.\n"
    )


@pytest.mark.parametrize(
    "words",
    [
        "webinar add --title Тема",
        "plan add --title Пункт --deadline '15 ноября'",
        "iom add --teacher 'Белова А.С.'",
    ],
)
def test_in_august_a_write_that_nothing_dates_is_refused_until_the_coming_year_is_open(
    rumo: Rumo, given: Given, words: str
) -> None:
    assert rumo(f"{words} --today {AUGUST}") == Result(1, "", BOTH)

    given("webinar", {"title": "Открывает год", "academic_year": "2025-2026"})
    result = rumo(f"{words} --today {AUGUST}")

    assert result.code == 0
    assert result.out.endswith("2025-2026 учебный год\n")
    assert result.err.splitlines()[0] == "Август: записано в наступающий 2025-2026 учебный год."


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ("webinar add --title Тема --date 05.09", "2025-2026"),
        ("webinar add --title Тема --date 20.08", "2024-2025"),
        ("webinar add --title Тема --date 20.05.2025", "2024-2025"),
        ("webinar add --title Тема --year 2025-2026", "2025-2026"),
        ("plan add --title Пункт --deadline 15.11.2025", "2025-2026"),
        ("omo add --title ОМО", None),
    ],
)
def test_in_august_what_is_dated_goes_to_its_year(
    rumo: Rumo, stored: Stored, words: str, year: str | None
) -> None:
    assert rumo(f"{words} --today {AUGUST}").code == 0

    kind = words.split(maxsplit=1)[0]
    assert stored(kind)[1].get("academic_year") == year


def test_in_august_a_window_reads_both_years(rumo: Rumo, given: Given) -> None:
    given("webinar", {"title": "До", "date": "2025-08-25", "academic_year": "2024-2025"})
    given("webinar", {"title": "После", "date": "2025-08-28", "academic_year": "2025-2026"})

    listed = rumo(f"webinar list --week next --today {AUGUST} -f json").json

    assert [each["title"] for each in listed] == ["До", "После"]


def test_in_august_rumo_year_decides(
    rumo: Rumo, stored: Stored, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RUMO_YEAR", "2025-2026")

    assert rumo(f"webinar add --title Тема --today {AUGUST}").err.startswith("Создано")
    assert stored("webinar")[1]["academic_year"] == "2025-2026"


@pytest.mark.parametrize(
    "words",
    [
        "webinar show 1",
        "webinar edit 1 --theme ЕГЭ",
        "webinar remove 1 --yes",
        "webinar done 1",
        "webinar cancel 1",
        "webinar move 1 --date 1.11",
    ],
)
def test_an_id_finds_its_year_and_one_outside_of_the_given_year_names_its_own(
    rumo: Rumo, given: Given, stored: Stored, words: str
) -> None:
    given("webinar", {"title": "Тема", "academic_year": "2023-2024", "status": "planned"})
    before = stored("webinar")

    assert rumo(f"{words} --year 2024-2025") == Result(
        3, "", "Ошибка: webinar 1 — запись 2023-2024 учебного года, а не 2024-2025.\n"
    )
    assert stored("webinar") == before
    assert rumo(words).code == 0


def test_a_new_day_takes_a_record_to_its_year(rumo: Rumo, given: Given, stored: Stored) -> None:
    given("webinar", {"title": "Тема", "date": "2024-10-22", "academic_year": "2024-2025"})

    assert rumo("webinar edit 1 --date 2025-10-22") == Result(
        0,
        "Изменено: webinar 1\n"
        "  Учебный год: 2024-2025 → 2025-2026\n"
        "  Дата: 22.10.2024 → 22.10.2025\n",
    )
    assert stored("webinar")[1]["academic_year"] == "2025-2026"
