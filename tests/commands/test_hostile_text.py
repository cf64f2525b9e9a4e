"""Text from anywhere, on its way to a terminal: nothing that is not seen gets there."""

import unicodedata
from pathlib import Path

import pytest
from click.testing import CliRunner

from commands.app import App, shell_word
from commands.main import rumo as command
from commands.telling import harmless
from tests.commands.conftest import Given, Rumo

HOSTILE = "a\u202eб\x1b[31mв\x1b]0;новый заголовок\x07г\x9b1mд\u200bе\rж\x08"
"""Turns of the writing, colours, the title of the window, a return to the beginning of the line."""
LINE_BREAK = "файл\nОшибка: всё стёрто.csv"
SEEN = {"\n", "\N{NO-BREAK SPACE}"}


def on_a_terminal(monkeypatch: pytest.MonkeyPatch, *words: str, typed: str = "") -> str:
    """Return what a command prints where escape sequences would work, of both streams."""
    with monkeypatch.context() as patch:
        patch.setattr("click.testing._NamedTextIOWrapper.isatty", lambda _: True, raising=False)
        result = CliRunner().invoke(command, words, input=typed, prog_name="rumo", color=True)
    assert "Непредвиденная ошибка" not in result.output
    return result.output


def steering(text: str) -> set[str]:
    """Return the characters of a text that a terminal would obey instead of showing them."""
    return {each for each in text if unicodedata.category(each)[0] in "CZ"} - {" ", *SEEN}


@pytest.mark.parametrize(
    "words",
    [
        ("webinar", "add", "--title", HOSTILE),
        ("webinar", "edit", "1", "--title", HOSTILE),
        ("webinar", "edit", "1", "--date", HOSTILE),
        ("webinar", "add", "--status", HOSTILE),
        ("webinar", "import", f"{HOSTILE}.csv"),
        ("import", HOSTILE),
        ("webinar", "import", "1.csv", "--encoding", HOSTILE),
        ("webinar", "import", "1.csv", "--delimiter", HOSTILE),
        ("webinar", "import", "1.csv", "--map", HOSTILE),
        ("webinar", "import", "1.csv", "--rejects", f"нет/{HOSTILE}"),
        ("webinar", "list", "-o", f"{HOSTILE}.csv"),
        ("webinar", "list", "-o", f"нет/{HOSTILE}.csv"),
        ("webinar", "list", "-o", HOSTILE),
        ("webinar", "list", "-f", HOSTILE),
        ("webinar", "list", "--columns", HOSTILE),
        ("webinar", "list", "--year", HOSTILE),
        ("webinar", "list", "--omo", HOSTILE),
        ("webinar", "list", f"--{HOSTILE}"),
        ("webinar", "list", HOSTILE),
        ("webinar", "show", HOSTILE),
        ("webinar", HOSTILE),
        (HOSTILE,),
        (f"--{HOSTILE}",),
        ("--year", HOSTILE, "today"),
        ("--store", HOSTILE, "today"),
        ("--store", HOSTILE, "webinar", "add", "--title", "Тема"),
        ("year", "set", HOSTILE),
        ("year", "set", f"chair={HOSTILE}"),
        ("log", HOSTILE),
        ("demo", f"нет/{HOSTILE}"),
        ("report", "text", HOSTILE),
        ("report", "check", HOSTILE),
        ("webinar", "letter", "--month", "2024-10", "--template", HOSTILE),
        ("webinar", "attendance", HOSTILE),
    ],
    ids=lambda words: " ".join(words).replace(HOSTILE, "…"),
)
def test_what_was_typed_cannot_steer_the_terminal(
    given: Given, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    given("webinar", {"title": "Тема", "academic_year": "2024-2025"})
    Path("1.csv").write_text("Тема;Дата\nИтоги;15.10.2024\n", encoding="utf-8")

    printed = on_a_terminal(monkeypatch, *words)

    assert printed
    assert steering(printed) == set()


TURNED = "Итоги\u202e ОГЭ\u200b \u2066и"
"""What a record may hold: it turns the writing."""


@pytest.mark.parametrize(
    "line",
    [
        "webinar list -f table", "webinar list -f plain", "webinar list -f md",
        "webinar list -f html", "webinar show 1", "webinar edit 1 --platform Сферум",
        "webinar edit 1 --notes х\u202eх", "webinar remove 1 --yes", "webinar done 1", "today",
        "report annual -f plain", "report annual -f md", "report annual -f html", "report check",
        "webinar schedule --month 2024-10 -f plain", "webinar schedule --month 2024-10 -f html",
        "webinar letter --month 2024-10 -f plain", "webinar letter --month 2024-10 -f md",
        "webinar announce 1",
        "log", "log webinar 1", "undo", "undo --dry-run",
    ],
)  # fmt: skip
def test_what_a_record_holds_cannot_steer_the_terminal(
    given: Given, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    on_a_terminal(monkeypatch, "webinar", "add", "--title", TURNED, "--date", "2024-10-15")
    given("plan", {"title": TURNED, "academic_year": "2024-2025", "owner": "rumo"})

    printed = on_a_terminal(monkeypatch, *line.split())

    assert not printed.startswith("Использование")
    assert steering(printed) == set()


def test_a_question_is_harmless_too(
    monkeypatch: pytest.MonkeyPatch, someone_at_the_terminal: None
) -> None:
    del someone_at_the_terminal
    on_a_terminal(monkeypatch, "webinar", "add", "--title", TURNED)

    asked = on_a_terminal(monkeypatch, "webinar", "remove", "1", typed="н\n")

    assert "Итоги ОГЭ и" in asked
    assert steering(asked) == set()


def test_the_command_line_stands_in_the_journal_as_a_shell_would_read_it(rumo: Rumo) -> None:
    rumo("webinar", "add", "--title", TURNED, "--notes", "Первая\nвторая")

    entry = rumo("log -f json").json[0]

    assert entry["command"] == (
        r"rumo webinar add --title $'Итоги\u202e ОГЭ\u200b \u2066и' --notes $'Первая\nвторая'"
    )


@pytest.mark.parametrize(
    ("word", "typed"),
    [
        ("график-10.csv", "график-10.csv"),
        ("график на октябрь.csv", "'график на октябрь.csv'"),
        ("5\N{NO-BREAK SPACE}000", "'5\N{NO-BREAK SPACE}000'"),
        ("a\x1b[31m'\\", r"$'a\x1b[31m\'\\'"),
        ("\udcff.csv", r"$'\xff.csv'"),
        ("\ud800", r"$'\ud800'"),
        ("", "''"),
    ],
)
def test_a_word_as_a_shell_reads_it(word: str, typed: str) -> None:
    assert shell_word(word) == typed


def test_a_name_with_a_line_break_writes_no_line_of_its_own(rumo: Rumo) -> None:
    Path("папка").mkdir()
    Path("папка", LINE_BREAK).write_text("мимо", encoding="utf-8")
    Path("папка", f"{LINE_BREAK}.bin").write_bytes(b"")

    for result in (rumo("import", "папка"), rumo("webinar", "import", f"нет/{LINE_BREAK}")):
        assert result.code == 1
        assert not [line for line in result.err.splitlines() if line.startswith("Ошибка: всё")]
        assert "файл?Ошибка: всё стёрто.csv" in result.err


def test_a_name_that_is_no_text_in_this_locale_is_told(rumo: Rumo) -> None:
    result = rumo("webinar", "import", "имя\udcff.csv")

    assert result.err.startswith("Ошибка: файл не найден: имя?.csv.")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Записано: 5\N{NO-BREAK SPACE}000", "Записано: 5\N{NO-BREAK SPACE}000"),
        ("одна\nдругая\n", "одна\nдругая\n"),
        ("\x1b[31mодна\nдру\rгая\x1b]0;x\x07", "одна\nдру гая"),
        ("👩\u200d🏫 \u202eурок", "👩\u200d🏫 урок"),
    ],
)
def test_messages_keep_their_lines_and_blanks(text: str, told: str) -> None:
    assert harmless(text) == told


def test_even_an_error_that_nobody_foresaw_is_harmless(
    rumo: Rumo, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(_app: App) -> None:
        raise LookupError(HOSTILE)

    monkeypatch.setattr(App, "read", failing)

    result = rumo("webinar list")

    assert result.code == 1
    assert result.err.startswith("Непредвиденная ошибка: LookupError: aб")
    assert steering(result.err) == set()
