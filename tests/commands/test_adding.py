"""`add`: questions on a terminal, what is doubtful, ids, values that are refused."""

from pathlib import Path

import pytest

from rumo_cli.records.values import Record
from tests.commands.conftest import Given, Result, Rumo, Stored

WEBINAR: Record = {"academic_year": "2024-2025", "form": "webinar", "status": "planned"}


@pytest.mark.usefixtures("someone_at_the_terminal")
def test_on_a_terminal_add_asks_for_what_is_required_and_missing(
    rumo: Rumo, stored: Stored
) -> None:
    result = rumo("publication add --title Итоги -q", stdin="\nновость\n")

    assert result == Result(0, "1\n", "Вид: \nВид: новость\n")
    assert stored("publication") == {
        1: {"academic_year": "2024-2025", "type": "news", "title": "Итоги"}
    }


def test_sittings_alone_give_a_webinar_its_day_and_its_year(rumo: Rumo, stored: Stored) -> None:
    rumo("webinar add --title Чтение --dates 15.11.2023 --dates 08.11.2023")

    assert stored("webinar")[1] == WEBINAR | {
        "academic_year": "2023-2024",
        "title": "Чтение",
        "date": "2023-11-08",
        "dates": ["2023-11-08", "2023-11-15"],
    }
    assert "Чтение" in rumo("webinar list --week 2023-11-13").out


@pytest.mark.usefixtures("someone_at_the_terminal")
def test_the_end_of_the_input_ends_the_question(rumo: Rumo, place: Path) -> None:
    result = rumo("webinar add", stdin="")

    assert (result.code, result.out) == (130, "")
    assert result.err.endswith("Прервано.\n")
    assert not place.exists()


def test_a_record_of_nothing_is_refused(rumo: Rumo) -> None:
    assert rumo("meeting add") == Result(
        2,
        "",
        "Использование: rumo meeting add [ПАРАМЕТРЫ]\nСправка: rumo meeting add --help\n\n"
        "Ошибка: Не указано ничего о записи: назовите хотя бы одно поле.\n",
    )


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ("--date 31.02", "--date «31.02»: нет такого дня: 31.02"),
        ("--time 25:00", "--time «25:00»: нет такого времени: 25:00"),
        (
            "--participants много",
            "--participants «много»: ожидается количество: число, «свыше 120» или «около 50»",
        ),
        (
            "--duration-min полчаса",
            "--duration-min «полчаса»: ожидается целое число, например 12",
        ),
        (
            "--form лекция",
            "--form «лекция»: ожидается одно из: webinar (вебинар), consultation (консультация), "
            "round_table (круглый стол), master_class (мастер-класс), seminar (семинар)",
        ),
    ],
)
def test_a_value_that_cannot_be_kept_is_refused_and_nothing_is_written(
    rumo: Rumo, place: Path, options: str, message: str
) -> None:
    assert rumo(f"webinar add --title Тема {options}") == Result(1, "", f"Ошибка: {message}\n")
    assert not place.exists()


@pytest.mark.parametrize(
    ("title", "message"),
    [
        ("а\0б", "В тексте есть нулевой символ (NUL): его нельзя записать."),
        ("а\udcffб", "В тексте есть оборванный символ Юникода: его нельзя записать."),
    ],
)
def test_text_that_no_store_could_keep_is_refused(
    rumo: Rumo, place: Path, title: str, message: str
) -> None:
    assert rumo("webinar", "add", "--title", title) == Result(1, "", f"Ошибка: {message}\n")
    assert not place.exists()


def test_what_could_not_be_read_is_said_and_kept_in_the_notes(rumo: Rumo, stored: Stored) -> None:
    rumo("webinar add --title Первый")

    result = rumo("webinar add --title Тема --participants уточняется --notes срочно")

    assert result == Result(
        0,
        "Добавлено: webinar 2 — «Тема», 2024-2025 учебный год\n",
        "Внимание: --participants «уточняется»: количество не прочитано\n",
    )
    assert stored("webinar")[2] == WEBINAR | {
        "title": "Тема",
        "notes": "срочно\nУчастников: уточняется",
    }


def test_a_doubtful_deadline_and_link_are_said(rumo: Rumo, given: Given) -> None:
    given("omo", {"title": "ОМО"})

    assert rumo('plan add --title А --deadline "как получится"') == Result(
        0,
        "Добавлено: plan 1 — «А», срок: как получится [не прочитано], 2024-2025 учебный год\n",
        "Внимание: --deadline «как получится»: срок: не прочитано\n",
    )
    assert rumo('plan add --title Б --deadline "15-10 ноября"') == Result(
        0,
        "Добавлено: plan 2 — «Б», срок: 15-10 ноября [15.11.2024 (пт) – 10.11.2024 (вс)], "
        "2024-2025 учебный год\n",
        "Внимание: --deadline «15-10 ноября»: срок: конец раньше начала: 15.11.2024-10.11.2024\n",
    )
    assert rumo("webinar add --title В --url 'будет в письме'").err == (
        "Внимание: --url «будет в письме»: это не адрес ссылки; оставлено как текст\n"
    )


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("22.10", "22.10.2024 (вт)"),
        ("22 октября", "22.10.2024 (вт)"),
        ("5.03", "05.03.2025 (ср)"),
        ("завтра", "16.10.2024 (ср)"),
        ("пн", "21.10.2024 (пн)"),
        ("2024-10-22", "22.10.2024 (вт)"),
    ],
)
def test_a_day_without_a_year_is_the_nearest_and_is_echoed_with_weekday_and_year(
    rumo: Rumo, typed: str, day: str
) -> None:
    assert rumo(f"webinar add --title Тема --date '{typed}'").out == (
        f"Добавлено: webinar 1 — «Тема», {day}, 2024-2025 учебный год\n"
    )


def test_days_beside_the_main_one_are_echoed_too(rumo: Rumo, given: Given) -> None:
    given("omo", {"title": "ОМО"})

    result = rumo(
        "webinar add --title Тема --date 22.10 --letter-date вт --dates 22.10 --dates 2024-10-24"
    )

    assert result.err == (
        "--dates «22.10» — это 22.10.2024 (вт)\n--letter-date «вт» — это 15.10.2024 (вт)\n"
    )


def test_ids_are_never_given_again(rumo: Rumo) -> None:
    for expected in ("1\n", "2\n"):
        assert rumo("webinar add -q --title Тема").out == expected
    rumo("webinar remove 2 1 --yes")

    assert rumo("webinar add -q --title Тема").out == "3\n"
    assert rumo("webinar show 2").code == 3


def test_ids_are_of_their_kind_and_of_the_whole_store(rumo: Rumo) -> None:
    assert rumo("-q webinar add --title Тема").out == "1\n"
    assert rumo("-q webinar add --title Тема --year 2023-2024").out == "2\n"
    assert rumo("-q plan add --title Тема").out == "1\n"


def test_a_record_that_is_there_already_is_said(rumo: Rumo, stored: Stored) -> None:
    rumo("webinar add --title 'Ёлки' --date 22.10.2024")

    assert rumo("webinar add --title ЕЛКИ --date 22.10.2024").err == (
        "Внимание: такая запись уже есть: webinar 1. Если она лишняя: rumo webinar remove 2\n"
    )
    assert set(stored("webinar")) == {1, 2}


def test_two_webinars_at_one_address_and_hour_are_said(rumo: Rumo) -> None:
    options = "--date 22.10.2024 --time 15:00 --url https://example.org/1"
    rumo(f"webinar add --title Первый {options}")

    assert rumo(f"webinar add --title Второй {options}") == Result(
        0,
        "Добавлено: webinar 2 — «Второй», 22.10.2024 (вт), 2024-2025 учебный год\n",
        "Внимание: та же ссылка в то же время, что у вебинара «Первый»\n",
    )


def test_a_count_makes_a_webinar_held(rumo: Rumo, stored: Stored) -> None:
    rumo("webinar add --title Тема --participants 44")

    assert stored("webinar")[1]["status"] == "held"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            "iom task add --title Курсы --iom 9",
            "--iom: iom 9: такой записи нет. Номера записей показывает rumo iom list.",
        ),
        (
            "publication add --type news --title Итоги --webinar 9",
            "--webinar: webinar 9: такой записи нет. Номера записей показывает rumo webinar list.",
        ),
        (
            "mentor pair add --programme нет --mentor А --mentee Б",
            "Программы наставничества: «нет» в 2024-2025 учебном году нет. Посмотрите, что есть: "
            "rumo mentor programme list --year 2024-2025",
        ),
    ],
)
def test_a_record_that_is_named_must_be_there(
    rumo: Rumo, place: Path, words: str, message: str
) -> None:
    assert rumo(words) == Result(3, "", f"Ошибка: {message}\n")
    assert not place.exists()


@pytest.mark.parametrize("quotes", ["Книга «Слово»", "«Слово» о полку"])
def test_quotes_inside_of_a_title_become_inner_ones_in_messages(
    rumo: Rumo, stored: Stored, quotes: str
) -> None:
    result = rumo("webinar", "add", "--title", quotes)

    inner = quotes.replace("«", "„").replace("»", "“")
    assert result.out == f"Добавлено: webinar 1 — «{inner}», 2024-2025 учебный год\n"
    assert stored("webinar")[1]["title"] == quotes
