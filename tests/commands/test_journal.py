"""`log`, `undo`, `redo`."""

import json
from pathlib import Path

import pytest

from store.documents import encode, new_documents
from tests.commands.conftest import Given, Result, Rumo, Stored


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
---  ----------------  -------  --------------------------------------------------------  -----------  ----------  ---------  ---------------------------------------
  5  2024-10-15 12:00  ivanova  rumo webinar remove 1 --yes                                         0           0          1
  4  2024-10-15 12:00  ivanova  rumo redo                                                           0           1          0  возврат того, что отменила команда 3
  3  2024-10-15 12:00  ivanova  rumo undo                                                           0           1          0  отмена команды 2; возвращено командой 4
  2  2024-10-15 12:00  ivanova  rumo webinar edit 1 --theme ЕГЭ                                     0           1          0  возвращено командой 4
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
            "undoes": 1,
            "redoes": None,
            "undone_by": None,
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


def test_a_state_says_what_holds_now(rumo: Rumo) -> None:
    rumo("webinar add --title Тема")
    for _ in range(3):
        rumo("undo 1")
        rumo("redo 1")

    states = {each["id"]: (each["state"], each["undone_by"]) for each in rumo("log -f json").json}
    assert states[1] == ("возвращено командой 7", None)
    rumo("undo 1")
    states = {each["id"]: (each["state"], each["undone_by"]) for each in rumo("log -f json").json}
    assert states[1] == ("отменено командой 8", 8)
    assert states[7] == ("возврат того, что отменила команда 6; отменено командой 8", 8)


@pytest.fixture
def lived(rumo: Rumo) -> Rumo:
    """A webinar that was added, changed, marked, taken back, brought back and removed."""
    rumo("webinar add --title ЕГЭ --date 15.10 --omo ОМО-04")
    rumo("webinar edit 1 --theme Разбор")
    rumo("webinar done 1 --participants 34")
    rumo("undo")
    rumo("redo")
    rumo("plan add --title Форум")
    rumo("webinar remove 1 --yes")
    return rumo


def test_the_life_of_a_record_is_told_from_its_beginning(lived: Rumo) -> None:
    assert lived("log webinar 1") == Result(
        0,
        """\
Что было с записью webinar 1 «ЕГЭ»

  №  Когда             Кто      Запись     Состояние                                Команда                                                 Что изменилось
---  ----------------  -------  ---------  ---------------------------------------  ------------------------------------------------------  ----------------------------------------------------------------------------------------------------------------------------------------------------------------------------
  1  2024-10-15 12:00  ivanova  добавлена                                           rumo webinar add --title ЕГЭ --date 15.10 --omo ОМО-04  Учебный год: 2024-2025; Дата: 15.10.2024; Тема: ЕГЭ; Форма: вебинар; ОМО: ОМО-04; Статус: запланирован
  2  2024-10-15 12:00  ivanova  изменена                                            rumo webinar edit 1 --theme Разбор                      Направление: — → Разбор
  3  2024-10-15 12:00  ivanova  изменена   возвращено командой 5                    rumo webinar done 1 --participants 34                   Статус: запланирован → проведён; Участников: — → 34; Отметка о проведении от: — → 15.10.2024
  4  2024-10-15 12:00  ivanova  изменена   отмена команды 3; возвращено командой 5  rumo undo                                               Статус: проведён → запланирован; Участников: 34 → —; Отметка о проведении от: 15.10.2024 → —
  5  2024-10-15 12:00  ivanova  изменена   возврат того, что отменила команда 4     rumo redo                                               Статус: запланирован → проведён; Участников: — → 34; Отметка о проведении от: — → 15.10.2024
  7  2024-10-15 12:00  ivanova  удалена                                             rumo webinar remove 1 --yes                             Учебный год: 2024-2025; Дата: 15.10.2024; Тема: ЕГЭ; Форма: вебинар; Направление: Разбор; ОМО: ОМО-04; Статус: проведён; Участников: 34; Отметка о проведении от: 15.10.2024
""",  # noqa: E501  # a line is a row of the table
    )


def test_the_life_of_a_record_as_json(lived: Rumo) -> None:
    life = lived("log webinar 1 -f json").json

    assert [(each["id"], each["action"]) for each in life] == [
        (1, "added"), *((number, "changed") for number in (2, 3, 4, 5)), (7, "removed")
    ]  # fmt: skip
    assert life[1] == {
        "id": 2,
        "at": "2024-10-15T12:00:00+00:00",
        "user": "ivanova",
        "command": "rumo webinar edit 1 --theme Разбор",
        "state": "",
        "undoes": None,
        "redoes": None,
        "undone_by": None,
        "action": "changed",
        "changes": [{"key": "theme", "label": "Направление", "before": None, "after": "Разбор"}],
    }


def test_what_a_command_wrote_follows_from_the_journal(lived: Rumo) -> None:
    """The values after each command, put together, are the record as it was last."""
    *life, removed = lived("log webinar 1 -f json").json
    record: dict[str, object] = {}
    for each in life:
        record |= {change["key"]: change["after"] for change in each["changes"]}

    assert record == {change["key"]: change["before"] for change in removed["changes"]}


def test_the_settings_of_a_year_have_a_life_too(rumo: Rumo) -> None:
    rumo("webinar add --title Тема")
    rumo("webinar cancel 1 --reason болезнь")
    rumo("year set chair=Иванова")
    assert rumo("year close 2024-2025").code == 0

    life = rumo("log year 2024-2025 -f json").json
    assert [each["action"] for each in life] == ["added", "changed", "changed"]
    assert (
        rumo("log year 2024/25 --limit 1 -f json").json[0]["command"] == "rumo year close 2024-2025"
    )
    assert [each["id"] for each in rumo("log webinar 1 -f json").json] == [1, 2]


def test_a_command_is_told_record_by_record(lived: Rumo) -> None:
    assert lived("log 3") == Result(
        0,
        """\
Команда 3: rumo webinar done 1 --participants 34, ivanova, 15.10.2024 12:00

Запись           Что с ней    Что изменилось
---------------  -----------  --------------------------------------------------------------------------------------------
webinar 1 «ЕГЭ»  изменена     Статус: запланирован → проведён; Участников: — → 34; Отметка о проведении от: — → 15.10.2024
""",  # noqa: E501  # a line is a row of the table
    )
    assert lived("log 1").out.splitlines()[-1].split() == ["webinar", "1", "«ЕГЭ»", "добавлена"]


def test_a_command_as_json_has_its_records(lived: Rumo) -> None:
    command = lived("log 2 -f json").json

    assert (command["id"], command["changed"]) == (2, 1)
    assert command["records"] == [
        {
            "kind": "webinar",
            "id": 1,
            "action": "changed",
            "changes": [
                {"key": "theme", "label": "Направление", "before": None, "after": "Разбор"}
            ],
        }
    ]


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        ("--kind plan", [6]),
        ("--kind plan --kind webinar --limit 3", [7, 6, 5]),
        ("--kind year", []),
        ("--kind omo", []),
        ("--user IVANOVA --limit 1", [7]),
        ("--user petrov", []),
        ("--from сегодня --limit 1", [7]),
        ("--from 14.10.2024 --to 15.10.2024 --limit 1", [7]),
        ("--from завтра", []),
        ("--to вчера", []),
    ],
)
def test_commands_are_chosen_by_filters(lived: Rumo, filters: str, ids: list[int]) -> None:
    assert [each["id"] for each in lived(f"log {filters} -f json").json] == ids


def test_a_life_is_narrowed_too(lived: Rumo) -> None:
    assert [each["id"] for each in lived("log webinar 1 --limit 2 -f json").json] == [5, 7]
    assert lived("log webinar 1 --to вчера").out == (
        "Что было с записью webinar 1 «ЕГЭ»\n\nТаких команд в журнале нет.\n"
    )
    assert lived("log --to вчера").out.endswith("Таких команд в журнале нет.\n")


@pytest.mark.parametrize(
    ("words", "kind"), [("iom task 1", "task"), ("task 1", "task"), ("mentor pair 1", "pair")]
)
def test_kinds_are_named_by_their_commands_too(
    rumo: Rumo, given: Given, words: str, kind: str
) -> None:
    given(kind, {"title": "Курсы", "academic_year": "2024-2025", "programme": "П", "mentor": "М"})

    assert rumo(f"log {words} -f json").json[0]["action"] == "added"


def test_what_the_journal_does_not_remember_is_said(rumo: Rumo, place: Path) -> None:
    rumo("webinar add --title Тема")
    rumo("webinar edit 1 --theme ЕГЭ")
    documents = json.loads((place / "store.json").read_text(encoding="utf-8"))
    del documents["_journal"]["1"]
    (place / "store.json").write_text(json.dumps(documents), encoding="utf-8")

    assert rumo("log webinar 1").out.splitlines()[-1] == "Что было до этого, журнал уже не помнит."


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        ("log 9", 3, "Команды 9 в журнале нет. Номера команд показывает rumo log."),
        ("undo 9", 3, "Команды 9 в журнале нет. Номера команд показывает rumo log."),
        (
            "log webinar 9",
            3,
            "webinar 9: такой записи нет, и журнал о ней не знает. "
            "Номера записей показывает rumo webinar list.",
        ),
        (
            "log year 2011-2012",
            3,
            "2011-2012 учебного года в хранилище нет и не было. Какие есть: rumo year list",
        ),
        (
            "log вебинар 1",
            2,
            "«вебинар 1»: ожидается номер команды (rumo log 5) или вид и номер записи "
            "(rumo log webinar 12). Виды: omo, webinar, plan, meeting, iom, task, programme, pair, "
            "expertise, publication, contribution, year. "
            "Все команды над записями вида: rumo log --kind webinar.",
        ),
    ],
)
def test_what_the_journal_does_not_have(rumo: Rumo, words: str, code: int, message: str) -> None:
    rumo("webinar add --title Тема")

    assert rumo(words) == Result(code, "", f"Ошибка: {message}\n")


def test_a_command_in_the_middle_is_taken_back_by_its_number(rumo: Rumo, stored: Stored) -> None:
    rumo("webinar add --title Тема")
    rumo("webinar add --title Другая")

    assert rumo("undo 1") == Result(
        0, "Отменено: rumo webinar add --title Тема (1 запись)\n", "Вернуть: rumo redo 1\n"
    )
    assert set(stored("webinar")) == {2}
    assert rumo("redo 1") == Result(0, "Возвращено: rumo webinar add --title Тема (1 запись)\n")
    assert set(stored("webinar")) == {1, 2}


def test_an_undo_that_would_lose_later_work_is_refused(rumo: Rumo, stored: Stored) -> None:
    rumo("webinar add --title Тема")
    rumo("webinar edit 1 --theme ЕГЭ")
    before = stored("webinar")

    assert rumo("undo 1") == Result(
        1,
        "",
        "Ошибка: Команду 1 «rumo webinar add --title Тема» отменить нельзя: её записи с тех пор "
        "изменены.\n"
        "  webinar 1 «Тема»: команда 2 «rumo webinar edit 1 --theme ЕГЭ», ivanova, "
        "15.10.2024 12:00\n"
        "Ничего не изменено. Сначала: rumo undo 2\n",
    )
    assert stored("webinar") == before


def test_a_trial_shows_what_would_come_back_and_writes_nothing(rumo: Rumo, stored: Stored) -> None:
    rumo("webinar add --title Тема")
    rumo("webinar edit 1 --theme ЕГЭ")

    assert rumo("undo --dry-run") == Result(
        0,
        """\
Отменится: rumo webinar edit 1 --theme ЕГЭ

Запись            Что с ней    Что изменилось
----------------  -----------  --------------------
webinar 1 «Тема»  изменена     Направление: ЕГЭ → —
""",
        "Это проба (--dry-run): ничего не записано.\n",
    )
    assert stored("webinar")[1]["theme"] == "ЕГЭ"
    assert len(rumo("log -f json").json) == 2
    rumo("undo")
    assert rumo("redo --dry-run").out.startswith("Вернётся: rumo webinar edit 1 --theme ЕГЭ\n")
    assert "theme" not in stored("webinar")[1]


def test_a_trial_is_refused_like_the_deed(rumo: Rumo) -> None:
    rumo("webinar add --title Тема")
    rumo("webinar edit 1 --theme ЕГЭ")

    assert rumo("undo 1 --dry-run") == rumo("undo 1")


def test_an_undo_of_a_closed_year_is_refused(rumo: Rumo) -> None:
    rumo("webinar add --title Тема --date 15.10.2024")
    rumo("webinar done 1 --participants 5")
    rumo("year close 2024-2025")

    assert rumo("undo 1").code == 1
    assert rumo("undo 2") == Result(
        1,
        "",
        "Ошибка: 2024-2025 учебный год закрыт, записи не меняются. "
        "Открыть снова: rumo year reopen 2024-2025\n",
    )
