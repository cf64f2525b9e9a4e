"""`log`, `undo`, `redo`."""

from pathlib import Path

import pytest

from store.documents import encode, new_documents
from tests.commands.conftest import Result, Rumo, Stored


def test_log_shows_the_last_command_first(rumo: Rumo) -> None:
    rumo("webinar add --title 'Подготовка к ЕГЭ' --omo ОМО-04")
    rumo("webinar edit 1 --theme ЕГЭ")
    rumo("undo")
    rumo("redo")
    rumo("webinar remove 1 --yes")

    assert rumo("log") == Result(
        0,
        """\
Журнал, последние команды сверху

  №  Когда             Кто      Команда                                                     Добавлено    Изменено    Удалено  Состояние
---  ----------------  -------  --------------------------------------------------------  -----------  ----------  ---------  -------------------------------------
  5  2024-10-15 12:00  ivanova  rumo webinar remove 1 --yes                                         0           0          1
  4  2024-10-15 12:00  ivanova  rumo redo                                                           0           1          0  возврат того, что отменила команда 3
  3  2024-10-15 12:00  ivanova  rumo undo                                                           0           1          0  отмена команды 2; отменено командой 4
  2  2024-10-15 12:00  ivanova  rumo webinar edit 1 --theme ЕГЭ                                     0           1          0  отменено командой 3
  1  2024-10-15 12:00  ivanova  rumo webinar add --title 'Подготовка к ЕГЭ' --omo ОМО-04            1           0          0
""",  # noqa: E501  # a line is a row of the table
    )


@pytest.mark.parametrize(
    ("line", "added", "changed"),
    [
        ("year open 2025-2026", 1, 0),
        ("year set chair=Иванова", 0, 1),
        ("year close 2024-2025", 0, 1),
        ("year open 2025-2026 --from 2024-2025", 1, 0),
        ("webinar add --title Урок --date 15.10.2025", 1, 0),
    ],
)
def test_the_settings_of_a_year_count_as_a_record(
    rumo: Rumo, line: str, added: int, changed: int
) -> None:
    rumo("webinar add --title Тема")
    rumo(line)

    (last,) = rumo("log -f json --limit 1").json
    assert (last["added"], last["changed"], last["removed"]) == (added, changed, 0)


def test_log_as_json_is_an_array(rumo: Rumo) -> None:
    rumo("webinar add --title Тема")
    rumo("undo")

    assert rumo("log -f json --limit 1").json == [
        {
            "id": 2,
            "at": "2024-10-15T12:00:00+00:00",
            "user": "ivanova",
            "command": "rumo undo",
            "added": 0,
            "changed": 0,
            "removed": 1,
            "state": "отмена команды 1",
        }
    ]


def test_a_command_is_kept_as_it_can_be_typed_again(rumo: Rumo) -> None:
    for title in ("Тема", "Две темы", "it's", "$HOME", ""):
        rumo("plan", "add", "--title", f"П{title}", "--notes", title)

    commands = [each["command"] for each in rumo("log -f json").json]
    assert commands == [
        "rumo plan add --title П --notes ''",
        "rumo plan add --title 'П$HOME' --notes '$HOME'",
        """rumo plan add --title 'Пit'"'"'s' --notes 'it'"'"'s'""",
        "rumo plan add --title 'ПДве темы' --notes 'Две темы'",
        "rumo plan add --title ПТема --notes Тема",
    ]


def test_undo_takes_back_whole_commands_one_after_another(rumo: Rumo, stored: Stored) -> None:
    rumo("webinar add --title Тема")
    rumo("webinar add --title Другая")
    rumo("webinar edit 1 2 --theme ЕГЭ")
    after = stored("webinar")

    assert rumo("undo") == Result(
        0,
        "Отменено: rumo webinar edit 1 2 --theme ЕГЭ (2 записи)\n",
        "Вернуть: rumo redo\n",
    )
    assert rumo("undo").out == "Отменено: rumo webinar add --title Другая (1 запись)\n"
    assert set(stored("webinar")) == {1}
    assert rumo("redo") == Result(0, "Возвращено: rumo webinar add --title Другая (1 запись)\n")
    rumo("redo")
    assert stored("webinar") == after


def test_quiet_undo_and_redo_say_nothing(rumo: Rumo, stored: Stored) -> None:
    rumo("webinar add --title Тема")

    assert rumo("-q undo") == Result(0)
    assert stored("webinar") == {}
    assert rumo("redo -q") == Result(0)
    assert set(stored("webinar")) == {1}


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("undo", "Отменять нечего: в журнале нет действующих команд."),
        ("redo", "Возвращать нечего: последняя команда не была отменой."),
    ],
)
def test_nothing_to_take_back_or_bring_back(rumo: Rumo, words: str, message: str) -> None:
    rumo("webinar add --title Тема")
    if words == "undo":
        rumo("undo")

    assert rumo(words) == Result(1, "", f"Ошибка: {message}\n")


@pytest.mark.parametrize("words", ["log", "undo", "redo"])
def test_without_a_store_there_is_no_journal(rumo: Rumo, words: str) -> None:
    result = rumo(words)

    assert (result.code, result.out) == (4, "")


def test_an_empty_journal_is_said(rumo: Rumo, place: Path) -> None:
    place.mkdir()
    (place / "store.json").write_bytes(encode(new_documents()))

    assert rumo("log") == Result(0, "Журнал, последние команды сверху\n\nЖурнал пуст.\n")


def test_a_write_that_changes_nothing_is_no_entry(rumo: Rumo) -> None:
    rumo("webinar add --title Тема")
    rumo("webinar edit 1 --title Тема")
    rumo("webinar show 1")
    rumo("webinar done 9")

    assert len(rumo("log -f json").json) == 1
