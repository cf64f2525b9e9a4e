"""Windows of days, order, columns and limits of `list`."""

import pytest

from tests.commands.conftest import Given, Result, Rumo
from tests.commands.test_filters import listed

DAYS = {
    1: ("Август", "2024-08-28", "2023-2024"),
    2: ("Воскресенье", "2024-10-13", "2024-2025"),
    3: ("Понедельник", "2024-10-14", "2024-2025"),
    4: ("ёж", "2024-10-20", "2024-2025"),
    5: ("Ель", "2024-11-05", "2024-2025"),
    6: ("Жук", None, "2024-2025"),
}


@pytest.fixture(autouse=True)
def webinars(given: Given) -> None:
    given(
        "webinar",
        *(
            {"title": title, "academic_year": year, **({"date": date} if date else {})}
            for title, date, year in DAYS.values()
        ),
    )


@pytest.mark.parametrize(
    ("window", "ids"),
    [
        ("--week this", [3, 4]),
        ("--week next", []),
        ("--week last", [2]),
        ("--week 2024-W45", [5]),
        ("--week 2024-w45", [5]),
        ("--week 05.11", [5]),
        ("--week прошлая", [2]),
        ("--from 14.10", [3, 4, 5]),
        ("--to 13.10", [1, 2]),
        ("--from 13.10 --to 14.10", [2, 3]),
        ("--from 01.08.2024 --to 31.08.2024", [1]),
        ("--from 01.08.2024 --to 31.08.2024 --year 2024-2025", []),
        ("--from 20.10 --to 14.10", []),
    ],
)
def test_a_window_reads_every_year_that_it_touches_and_year_narrows_it(
    rumo: Rumo, window: str, ids: list[int]
) -> None:
    assert listed(rumo, f"webinar list {window}") == ids


@pytest.mark.parametrize(
    ("window", "title"),
    [
        ("--week this", "Вебинары, 14.10–20.10.2024"),
        ("--week this --year all", "Вебинары, 14.10–20.10.2024, все учебные годы"),
        (
            "--week 05.11 --year 2024-2025",
            "Вебинары, 04.11–09.11.2024, 2024-2025 учебный год",
        ),
        ("--from 14.10", "Вебинары, с 14.10.2024 (пн)"),
        ("--to 14.10", "Вебинары, по 14.10.2024 (пн)"),
        ("--from 14.10 --to вт", "Вебинары, с 14.10.2024 (пн) по 15.10.2024 (вт)"),
    ],
)
def test_a_window_is_named_in_the_title_with_weekday_and_year(
    rumo: Rumo, window: str, title: str
) -> None:
    assert rumo(f"webinar list {window}").out.splitlines()[0] == title


def test_a_window_finds_an_event_of_several_days_by_any_of_them(rumo: Rumo, given: Given) -> None:
    year = {"academic_year": "2024-2025"}
    given(
        "webinar",
        {"title": "Форум", "date": "2024-11-29", "end_date": "2024-12-03", **year},
        {"title": "Курс", "date": "2024-12-01", "dates": ["2024-12-01", "2024-12-10"], **year},
    )

    assert listed(rumo, "webinar list --from 02.12.2024 --to 02.12.2024") == [7, 8]
    assert listed(rumo, "webinar list --from 11.12.2024") == []


def test_plans_are_chosen_by_the_end_of_their_deadline(rumo: Rumo) -> None:
    rumo('plan add --title А --deadline "до 18 октября"')
    rumo('plan add --title Б --deadline "октябрь"')

    assert listed(rumo, "plan list --week this") == [1]


def test_what_has_no_days_has_no_windows(rumo: Rumo) -> None:
    assert rumo("omo list --week this").err.endswith("Ошибка: Нет параметра '--week'.\n")


@pytest.mark.parametrize(
    ("week", "message"),
    [
        ("осенью", "ожидается неделя: this, next, last, дата, 14.10-20.10 или 2024-W45"),
        ("2024-W60", "нет такой недели: 2024-W60"),
        ("31.02", "нет такого дня: 31.02"),
    ],
)
def test_a_week_that_is_none_is_refused(rumo: Rumo, week: str, message: str) -> None:
    assert rumo(f"webinar list --week {week}") == Result(
        2, "", f"{usage()}Ошибка: Неверное значение для '--week': «{week}»: {message}\n"
    )


def usage() -> str:
    return "Использование: rumo webinar list [ПАРАМЕТРЫ]\nСправка: rumo webinar list --help\n\n"


@pytest.mark.parametrize(
    ("sort", "ids"),
    [
        ("", [2, 3, 4, 5, 6]),  # by day, the undated last
        ("--sort -date", [5, 4, 3, 2, 6]),  # the undated last in either direction
        ("--sort title", [2, 4, 5, 6, 3]),  # ё beside е
        ("--sort -title", [3, 6, 5, 4, 2]),
        ("--sort academic-year,-id", [6, 5, 4, 3, 2]),
        ("--sort academic_year,title", [2, 4, 5, 6, 3]),
        ("--sort ' -id , title '", [6, 5, 4, 3, 2]),
    ],
)
def test_order(rumo: Rumo, sort: str, ids: list[int]) -> None:
    assert listed(rumo, f"webinar list {sort}") == ids


def test_numbers_of_plan_items_are_in_the_order_of_people(rumo: Rumo) -> None:
    for number in ("1.10", "1.2", "1.1"):
        rumo(f"plan add --title Пункт --number {number}")

    assert listed(rumo, "plan list --sort number") == [3, 2, 1]


def test_words_of_a_fixed_set_are_in_the_order_of_the_set(rumo: Rumo) -> None:
    for status in ("cancelled", "planned", "held"):
        rumo(f"meeting add --number {status} --status {status}")

    assert listed(rumo, "meeting list --sort status") == [2, 3, 1]


@pytest.mark.parametrize(("limit", "ids"), [(0, []), (2, [2, 3]), (99, [2, 3, 4, 5, 6])])
def test_limit_comes_after_the_order(rumo: Rumo, limit: int, ids: list[int]) -> None:
    assert listed(rumo, f"webinar list --limit {limit}") == ids


def test_columns_are_those_asked_for_in_their_order(rumo: Rumo) -> None:
    assert rumo("webinar list --limit 1 --columns title,id,date") == Result(
        0,
        "Вебинары, 2024-2025 учебный год\n\n"
        "Тема           ID  Дата\n"
        "-----------  ----  ----------\n"
        "Воскресенье     2  13.10.2024\n",
    )
    assert rumo("webinar list --limit 1 --columns title,id -f json").json == [
        {"title": "Воскресенье", "id": 2}
    ]


ALL_KEYS = "id, academic_year, type, title, authors, omo, date, url, webinar, notes"


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        ("--columns", "title,dat", f"поля «dat» нет. Похоже на: date. Все поля: {ALL_KEYS}."),
        ("--columns", "сроки", f"поля «сроки» нет. Все поля: {ALL_KEYS}."),
        ("--columns", ",", "не названо ни одного поля."),
        ("--sort", "-titel", f"поля «titel» нет. Похоже на: title. Все поля: {ALL_KEYS}."),
        (
            "--without",
            "autors",
            f"поля «autors» нет. Похоже на: authors. Все поля: {ALL_KEYS}, link.",
        ),
        ("--without", "links", f"поля «links» нет. Похоже на: link. Все поля: {ALL_KEYS}, link."),
    ],
)
def test_an_unknown_field_names_the_nearest_and_all(
    rumo: Rumo, option: str, value: str, message: str
) -> None:
    assert rumo(f"publication list {option}={value}") == Result(
        2,
        "",
        "Использование: rumo publication list [ПАРАМЕТРЫ]\n"
        "Справка: rumo publication list --help\n\n"
        f"Ошибка: Неверное значение для '{option}': {message}\n",
    )


@pytest.mark.parametrize("value", ["-1", "много", "1.5"])
def test_a_limit_is_a_whole_number(rumo: Rumo, value: str) -> None:
    assert rumo(f"webinar list --limit={value}") == Result(
        2,
        "",
        f"{usage()}Ошибка: Неверное значение для '--limit': «{value}»: "
        "ожидается целое число не меньше 0\n",
    )


def test_an_empty_list_is_no_error(rumo: Rumo) -> None:
    assert rumo("webinar list --title нет") == Result(
        0, "Вебинары, 2024-2025 учебный год\n\nЗаписей нет.\n"
    )
    assert rumo("webinar list --title нет -f json") == Result(0, "[]\n")
    assert rumo("webinar list --title нет -f ndjson") == Result(0, "")


def test_a_year_that_the_store_does_not_know_is_told(rumo: Rumo) -> None:
    assert rumo("webinar list --year 2019-2020") == Result(
        3,
        "",
        "Ошибка: Учебного года 2019-2020 в хранилище нет; есть: 2023-2024, 2024-2025.\n",
    )


def test_the_year_of_today_is_empty_rather_than_unknown(rumo: Rumo) -> None:
    assert rumo("webinar list --year 2026-2027 --today 2026-09-05") == Result(
        0, "Вебинары, 2026-2027 учебный год\n\nЗаписей нет.\n"
    )
