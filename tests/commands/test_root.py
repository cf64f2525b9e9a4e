"""`rumo` itself: help, version, mistakes in names, errors and interruptions."""

import os
from pathlib import Path

import click
import pytest

from commands.main import rumo as command
from rumo_cli.errors import (
    CheckFailed,
    Misused,
    NotFound,
    PartlyImported,
    Refused,
    RumoError,
    StoreBusy,
    StoreUnusable,
)
from tests.commands.conftest import Result, Rumo

HELP = """\
Использование: rumo [ПАРАМЕТРЫ] КОМАНДА [АРГУМЕНТЫ]...

  Записи методического объединения: вебинары, планы, маршруты, наставничество.

  Справка о команде: rumo КОМАНДА --help.

Параметры:
  --store ПУТЬ                 Папка хранилища; по умолчанию — в данных пользователя.  [переменная
                               окружения: RUMO_STORE]
  --year ГОД                   Учебный год (2024-2025, 2024/25) или all — все годы.  [переменная
                               окружения: RUMO_YEAR]
  --today ДАТА                 Считать сегодняшним днём эту дату.  [переменная окружения:
                               RUMO_TODAY]
  --color [auto|always|never]  Цвет: auto — только на экране.
  --wait СЕКУНДЫ               Сколько ждать, пока хранилище пишет другая команда; обычно 30.
                               [переменная окружения: RUMO_WAIT]
  -q, --quiet                  Ничего не говорить, кроме ошибок.
  --version                    Показать версию и выйти.
  -h, --help                   Показать эту справку и выйти.

Команды:
  today         Что на этой неделе, что просрочено, что скоро.
  webinar       Вебинары, консультации, круглые столы, мастер-классы.
  omo           Областные методические объединения.
  iom           Индивидуальные образовательные маршруты и их мероприятия.
  mentor        Наставничество: программы и пары.
  plan          План РУМО и планы ОМО.
  meeting       Заседания РУМО и ОМО.
  expertise     Общественно-профессиональная экспертиза.
  publication   Материалы, рекомендации, новости, графики, письма.
  contribution  Эксперты ОГЭ/ЕГЭ, разработка ДПП, нормативные акты, ШНОР.
  year          Учебные годы: открыть, настроить, закрыть.
  report        Отчётность за год: что не сходится.
  store         Хранилище целиком: где оно, цело ли, резервные копии.
  import        Загрузить файлы и папки: что в них за записи, rumo поймёт сам.
  log           Что делалось: команда за командой.
  undo          Отменить последнюю команду целиком.
  redo          Вернуть отменённую команду.
  demo          Учебное хранилище: два года вымышленных записей.
"""
BEGIN = """\
Начните так:
  rumo demo                        — посмотреть на вымышленных записях двух учебных лет
  rumo import ПАПКА                — загрузить реестры: справочник ОМО, графики, планы, …
  rumo --help                      — все команды
"""
ROOT_USAGE = """\
Использование: rumo [ПАРАМЕТРЫ] КОМАНДА [АРГУМЕНТЫ]...
Справка: rumo --help

"""


@pytest.mark.parametrize("words", ["--help", "-h", "-q --help"])
def test_help_lists_every_command(rumo: Rumo, words: str) -> None:
    assert rumo(words) == Result(0, HELP)


def test_alone_without_a_store_it_tells_how_to_begin(rumo: Rumo, place: Path) -> None:
    assert rumo() == Result(0, BEGIN)
    assert not place.exists()


def test_alone_with_a_store_it_shows_the_day(rumo: Rumo) -> None:
    rumo("webinar add --title Тема --date 15.10.2024")

    assert rumo() == Result(0, rumo("today").out, "Все команды: rumo --help\n")
    assert rumo("-q") == Result(0, rumo("today").out)
    assert "Вебинары недели 14.10–19.10: 1" in rumo().out


@pytest.mark.parametrize("words", ["--version", "webinar --version", "webinar list --version"])
def test_version_is_told_wherever_it_is_asked_for(rumo: Rumo, words: str) -> None:
    assert rumo(words) == Result(0, "rumo 0.1.0\n")


@pytest.mark.parametrize("words", ["--help", "--version", "webinar --help", "plan summary --help"])
def test_help_and_version_work_with_a_broken_store(rumo: Rumo, place: Path, words: str) -> None:
    sound = rumo(words)
    place.mkdir()
    (place / "store.json").write_text("{", encoding="utf-8")

    assert rumo("webinar list").code == 4
    assert rumo(words) == sound
    assert sound.code == 0


def test_a_group_shows_its_verbs_in_their_order(rumo: Rumo) -> None:
    assert rumo("mentor --help") == Result(
        0,
        """\
Использование: rumo mentor [ПАРАМЕТРЫ] КОМАНДА [АРГУМЕНТЫ]...

  Наставничество: программы и пары.

Параметры:
  -h, --help  Показать эту справку и выйти.

Команды:
  programme  Программы наставничества.
  pair       Наставнические пары.
  list       Программы и число пар в каждой.
  import     Загрузить реестр пар; программы заведутся сами.
  summary    Пары и исполнение мероприятий.
""",
    )


def test_help_of_a_verb_says_where_the_global_options_are(rumo: Rumo) -> None:
    assert rumo("undo --help") == Result(
        0,
        """\
Использование: rumo undo [ПАРАМЕТРЫ] [НОМЕР]

  Отменить последнюю команду целиком, а с номером из rumo log — ту команду.

  Чтобы ничья работа не пропала, команда отменяется, только если её записи с тех пор не менялись.

Параметры:
  --dry-run   Показать, что будет, и ничего не записать.
  -h, --help  Показать эту справку и выйти.

  Общие параметры (--store, --year, --today, --wait, --color, -q): rumo --help.
""",
    )


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("wbinar", "Нет команды 'wbinar'. Возможно, вы имели в виду 'webinar'?"),
        ("--stroe x", "Нет параметра '--stroe'. Возможно, вы имели в виду '--store'?"),
        ("--store", "Параметру '--store' нужно значение."),
        (
            "--color pink",
            "Неверное значение для '--color': 'pink' не входит в список: 'auto', 'always', "
            "'never'.",
        ),
        (
            "--year 2024-2026",
            "Неверное значение для '--year': «2024-2026»: второй год должен быть 2025: 2024-2026",
        ),
        (
            "--today 31.02",
            "Неверное значение для '--today': «31.02»: нет такого дня: 31.02",
        ),
    ],
)
def test_mistakes_are_told_in_russian(rumo: Rumo, words: str, message: str) -> None:
    result = rumo(words)

    hint = "" if "нужно значение" in message else ROOT_USAGE
    assert result == Result(2, "", f"{hint}Ошибка: {message}\n")


def test_a_wrong_verb_names_the_nearest(rumo: Rumo) -> None:
    assert rumo("webinar lst") == Result(
        2,
        "",
        "Использование: rumo webinar [ПАРАМЕТРЫ] КОМАНДА [АРГУМЕНТЫ]...\n"
        "Справка: rumo webinar --help\n\n"
        "Ошибка: Нет команды 'lst'. Возможно, вы имели в виду 'list'?\n",
    )


def test_a_group_without_a_verb_shows_its_help(rumo: Rumo) -> None:
    result = rumo("plan")

    assert result == Result(2, "", rumo("plan --help").out)


@pytest.mark.parametrize("test", ["first", "second"])
def test_the_language_that_rumo_sets_does_not_leak_into_the_next_test(
    rumo: Rumo, test: str
) -> None:
    assert os.environ["LANGUAGE"] == "en"

    assert rumo(test).err.endswith(f"Ошибка: Нет команды '{test}'.\n")
    assert os.environ["LANGUAGE"] == "ru"


def test_a_missing_store_is_told_with_what_to_do(rumo: Rumo, place: Path) -> None:
    assert rumo("webinar list") == Result(
        4,
        "",
        f"Ошибка: Хранилища нет: {place}. Его создаст первая команда, которая что-нибудь "
        "запишет; если оно в другом месте, укажите его: --store ПАПКА.\n",
    )


@pytest.fixture
def faulty(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A store that fails in a way that nobody foresaw."""
    monkeypatch.setattr("commands.app.App.read", _fail)
    return monkeypatch


def _fail(_: object) -> None:
    raise ZeroDivisionError("division by zero")


@pytest.mark.usefixtures("faulty")
def test_an_unforeseen_error_is_a_line_and_no_traceback(rumo: Rumo) -> None:
    assert rumo("webinar list") == Result(
        1,
        "",
        "Непредвиденная ошибка: ZeroDivisionError: division by zero\n"
        "Повторите с RUMO_DEBUG=1 и пришлите вывод разработчикам.\n",
    )


def test_an_error_of_the_system_is_a_line_too(rumo: Rumo, faulty: pytest.MonkeyPatch) -> None:
    def refuse(_: object) -> None:
        raise PermissionError(13, "Permission denied", "x")

    faulty.setattr("commands.app.App.read", refuse)

    assert rumo("webinar list") == Result(
        1,
        "",
        "Непредвиденная ошибка: PermissionError: [Errno 13] Permission denied: 'x'\n"
        "Повторите с RUMO_DEBUG=1 и пришлите вывод разработчикам.\n",
    )


def test_with_rumo_debug_it_is_a_traceback(rumo: Rumo, faulty: pytest.MonkeyPatch) -> None:
    faulty.setenv("RUMO_DEBUG", "1")

    with pytest.raises(ZeroDivisionError):
        rumo("webinar list")


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (Refused, 1),
        (Misused, 2),
        (NotFound, 3),
        (StoreUnusable, 4),
        (StoreBusy, 5),
        (PartlyImported, 6),
        (CheckFailed, 7),
    ],
)
def test_an_error_ends_with_the_code_of_its_class(
    rumo: Rumo, monkeypatch: pytest.MonkeyPatch, error: type[RumoError], code: int
) -> None:
    def refuse(_: object) -> None:
        raise error("одна строка\nи вторая")

    monkeypatch.setattr("commands.app.App.read", refuse)

    assert rumo("webinar list") == Result(code, "", "Ошибка: одна строка\nи вторая\n")


@pytest.mark.parametrize("interruption", [KeyboardInterrupt, click.Abort])
def test_an_interrupted_command_ends_with_130(
    rumo: Rumo, monkeypatch: pytest.MonkeyPatch, interruption: type[BaseException]
) -> None:
    def interrupt(_: object) -> None:
        raise interruption

    monkeypatch.setattr("commands.app.App.read", interrupt)

    assert rumo("webinar list") == Result(130, "", "Прервано.\n")


def test_a_reader_that_went_away_is_not_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def close(_: object) -> None:
        raise BrokenPipeError(32, "Broken pipe")

    monkeypatch.setattr("commands.app.App.read", close)

    with pytest.raises(SystemExit) as ended:
        command(["webinar", "list"], prog_name="rumo")
    assert ended.value.code == 1
