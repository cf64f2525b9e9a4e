"""The options of every command: where they are typed, and which of them wins."""

from pathlib import Path

import pytest

from tests.commands.conftest import Result, Rumo


def titles(rumo: Rumo, words: str) -> list[str]:
    """Return the titles of the webinars that a command line lists."""
    return [each["title"] for each in rumo(f"{words} -f json").json]


@pytest.fixture
def two_years(rumo: Rumo) -> None:
    """A webinar of each of two academic years."""
    rumo("webinar add --title Прошлый --date 22.10.2023")
    rumo("webinar add --title Нынешний --date 22.10.2024")


@pytest.mark.parametrize(
    "words",
    [
        "--store other webinar list",
        "webinar --store other list",
        "webinar list --store other",
        "--store nowhere webinar list --store other",
        "--store nowhere webinar --store other list",
    ],
)
def test_an_option_may_stand_before_the_group_and_after_the_verb_and_the_last_wins(
    rumo: Rumo, words: str
) -> None:
    rumo("--store other webinar add --title Тема")

    assert titles(rumo, words) == ["Тема"]


def test_the_store_of_the_option_goes_before_that_of_the_environment(
    rumo: Rumo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RUMO_STORE", str(tmp_path / "of-environment"))
    rumo("webinar add --title Environment")
    rumo("--store of-option webinar add --title Option")

    assert titles(rumo, "webinar list") == ["Environment"]
    assert titles(rumo, "webinar list --store of-option") == ["Option"]


def test_without_either_the_store_is_the_users_own(
    rumo: Rumo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("RUMO_STORE")

    result = rumo("webinar add --title Тема")

    own = tmp_path / "home" / "data" / "rumo"
    assert result.err == f"Создано хранилище: {own}\n"
    assert (own / "store.json").is_file()


@pytest.mark.usefixtures("two_years")
@pytest.mark.parametrize(
    ("environment", "words", "listed"),
    [
        (None, "webinar list", ["Нынешний"]),
        ("2023/24", "webinar list", ["Прошлый"]),
        ("all", "webinar list", ["Прошлый", "Нынешний"]),
        (None, "webinar list --year 2023-2024", ["Прошлый"]),
        ("2023-2024", "webinar list --year 2024-2025", ["Нынешний"]),
        ("2023-2024", "--year all webinar list", ["Прошлый", "Нынешний"]),
        ("2023-2024", "--year all webinar list --year 2024-2025", ["Нынешний"]),
    ],
)
def test_the_year_of_the_option_the_environment_and_today(
    rumo: Rumo,
    monkeypatch: pytest.MonkeyPatch,
    environment: str | None,
    words: str,
    listed: list[str],
) -> None:
    if environment:
        monkeypatch.setenv("RUMO_YEAR", environment)

    assert titles(rumo, words) == listed


@pytest.mark.usefixtures("two_years")
@pytest.mark.parametrize(
    ("environment", "words", "title"),
    [
        ("all", "webinar list", "Вебинары, все учебные годы"),
        (None, "--year all webinar list", "Вебинары, все учебные годы"),
        ("2023-2024", "webinar list", "Вебинары, 2023-2024 учебный год"),
        ("all", "--year 2024-2025 webinar list", "Вебинары, 2024-2025 учебный год"),
    ],
)
def test_a_table_names_its_year(
    rumo: Rumo,
    monkeypatch: pytest.MonkeyPatch,
    environment: str | None,
    words: str,
    title: str,
) -> None:
    if environment:
        monkeypatch.setenv("RUMO_YEAR", environment)

    assert rumo(words).out.startswith(f"{title}\n\n")


def test_today_of_the_option_goes_before_that_of_the_environment(rumo: Rumo) -> None:
    assert rumo("plan overdue --today 2025-03-01").code == 4
    rumo("webinar add --title Завтрашний --date завтра --today 01.03.2025")
    rumo("webinar add --title Тогдашний --date завтра")

    dates = {each["title"]: each["date"] for each in rumo("webinar list -f json").json}
    assert dates == {"Завтрашний": "2025-03-02", "Тогдашний": "2024-10-16"}


@pytest.mark.parametrize(
    ("variable", "value", "message"),
    [
        ("RUMO_YEAR", "2024", "ожидается учебный год, например 2024-2025"),
        (
            "RUMO_TODAY",
            "осень",
            "ожидается дата, например 15.10.2024, 15 октября, завтра или пн",
        ),
        ("RUMO_TODAY", "31.12.9999", "проверьте год: 31.12.9999"),
        ("RUMO_TODAY", "01.01.0001", "проверьте год: 01.01.0001"),
    ],
)
def test_a_wrong_variable_is_named(
    rumo: Rumo, monkeypatch: pytest.MonkeyPatch, variable: str, value: str, message: str
) -> None:
    monkeypatch.setenv(variable, value)

    assert rumo("webinar list") == Result(
        2,
        "",
        "Использование: rumo [ПАРАМЕТРЫ] КОМАНДА [АРГУМЕНТЫ]...\nСправка: rumo --help\n\n"
        f"Ошибка: Неверное значение для переменной окружения {variable}: «{value}»: {message}\n",
    )


@pytest.mark.parametrize("day", ["01.09.1900", "31.08.1999", "01.09.2099", "31.08.2100"])
@pytest.mark.parametrize(
    "line", ["webinar add --title Тема --date завтра", "today", "plan summary", "report check"]
)
def test_a_day_that_may_be_today_is_no_trouble(rumo: Rumo, day: str, line: str) -> None:
    rumo("webinar add --title Первая --date 15.10.2024")

    result = rumo(f"--today {day} {line}")

    assert result.code in {0, 1}
    assert "Непредвиденная" not in result.err


def test_an_empty_variable_is_none(rumo: Rumo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RUMO_YEAR", "")

    assert rumo("webinar add --title Тема").out == (
        "Добавлено: webinar 1 — «Тема», 2024-2025 учебный год\n"
    )


@pytest.mark.parametrize("words", ["-q webinar add", "webinar -q add", "webinar add --quiet"])
def test_quiet_leaves_data_alone(rumo: Rumo, words: str) -> None:
    assert rumo(f"{words} --title Тема") == Result(0, "1\n")


def test_quiet_does_not_silence_errors(rumo: Rumo) -> None:
    assert rumo("-q webinar add --title Тема --date 31.02") == Result(
        1, "", "Ошибка: --date «31.02»: нет такого дня: 31.02\n"
    )


def test_color_is_asked_for_or_left_out(rumo: Rumo) -> None:
    rumo("webinar add --title Тема")

    plain = rumo("webinar list -f table")
    coloured = rumo("webinar list -f table --color always")

    assert "\x1b" not in plain.out
    assert coloured.out.startswith("\x1b[1mВебинары, 2024-2025 учебный год\x1b[0m\n")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            "--store http://example.org webinar list",
            "Хранилище http://example.org открыть нельзя: пока хранилище — это папка на диске, "
            "например --store ~/rumo.",
        ),
        ("--store ' ' webinar list", "Путь к хранилищу пуст. Укажите папку, например "
                                     "--store ~/rumo."),
    ],
)  # fmt: skip
def test_what_cannot_be_a_store_is_refused(rumo: Rumo, words: str, message: str) -> None:
    assert rumo(words) == Result(1, "", f"Ошибка: {message}\n")


def test_a_store_is_not_made_where_its_folder_has_none(rumo: Rumo, tmp_path: Path) -> None:
    assert rumo("webinar add --title Тема --store no/where") == Result(
        1,
        "",
        f"Ошибка: Хранилище {tmp_path / 'no/where'} не создано: нет папки {tmp_path / 'no'}. "
        "Создайте её или укажите другое место: --store ПАПКА.\n",
    )
