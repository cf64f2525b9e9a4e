"""`import`: what it writes, says and leaves alone."""

import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands.conftest import Given, Result, Rumo, Stored

Write = Callable[[str, str], None]

SCHEDULE = """\
График вебинаров на октябрь 2024 года
Дата;Время;Тема;Кол-во участников
15;15.00;Подготовка к ЕГЭ;44 чел.
22;15.00;Вероятность и статистика;
Итого: 2;;;44
"""
BAD = """\
Дата;Тема;Кол-во участников
15.10.2024;Хорошая;12
31.02.2025;Плохая;5
16.10.2024;Другая;много
"""
ABOUT = "bad.csv: вебинары, utf-8, разделитель «;»\n  Учебный год 2024-2025 взят из дат файла.\n"
ERRORS = (
    "  Ошибка: bad.csv, строка 3, столбец «Дата», значение «31.02.2025»: нет такого дня: "
    "31.02.2025\n"
    "  Ошибка: bad.csv, строка 4, столбец «Кол-во участников», значение «много»: ожидается "
    "количество: число, «свыше 120» или «около 50»\n"
)


@pytest.fixture
def write() -> Write:
    """Write a text into a file of the current folder."""

    def put(name: str, text: str) -> None:
        Path(name).write_text(text, encoding="utf-8")

    return put


def titles(stored: Stored) -> list[object]:
    return [each["title"] for each in stored("webinar").values()]


def test_an_import_tells_what_it_did_and_how_to_undo_it(
    rumo: Rumo, write: Write, place: Path, stored: Stored
) -> None:
    write("october.csv", SCHEDULE)

    assert rumo("webinar import october.csv") == Result(
        0,
        """\
Загрузка

Файл         Вид         Прочитано    Добавлено
-----------  --------  -----------  -----------
october.csv  вебинары            2            2
""",
        f"""\
october.csv: вебинары, utf-8, разделитель «;»
  Пропущены строки: заголовок таблицы 1; итог 5.
Создано хранилище: {place}
Отменить загрузку: rumo undo
""",
    )
    assert stored("webinar")[1] == {
        "academic_year": "2024-2025",
        "date": "2024-10-15",
        "start_time": "15:00",
        "title": "Подготовка к ЕГЭ",
        "form": "webinar",
        "status": "held",
        "participants": 44,
        "participants_qualifier": "exact",
    }


def test_a_second_import_changes_nothing(rumo: Rumo, write: Write, place: Path) -> None:
    write("october.csv", SCHEDULE)
    rumo("webinar import october.csv")
    before = (place / "store.json").read_bytes()

    assert rumo("webinar import october.csv") == Result(
        0,
        """\
Загрузка

Файл         Вид         Прочитано    Добавлено    Без изменений
-----------  --------  -----------  -----------  ---------------
october.csv  вебинары            2            0                2
""",
        """\
october.csv: вебинары, utf-8, разделитель «;»
  Пропущены строки: заголовок таблицы 1; итог 5.
""",
    )
    assert (place / "store.json").read_bytes() == before


def test_undo_takes_back_a_whole_import(rumo: Rumo, write: Write, stored: Stored) -> None:
    write("october.csv", SCHEDULE)
    rumo("webinar add --title Прежний")
    rumo("webinar import october.csv")

    assert rumo("undo").out == "Отменено: rumo webinar import october.csv (2 записи)\n"
    assert titles(stored) == ["Прежний"]
    rumo("redo")
    assert len(titles(stored)) == 3


def test_the_document_of_an_import(rumo: Rumo, write: Write) -> None:
    write("october.csv", SCHEDULE.replace("44 чел.", "уточняется"))

    assert rumo("webinar import october.csv -f json").json == {
        "read": 2,
        "added": 2,
        "updated": 0,
        "unchanged": 0,
        "refused": 0,
        "files": [
            {
                "file": "october.csv",
                "sheet": None,
                "kind": "webinar",
                "encoding": "utf-8",
                "read": 2,
                "added": 2,
                "updated": 0,
                "unchanged": 0,
                "refused": 0,
                "also": {},
                "changes": [],
                "skipped": [
                    {"row": 1, "reason": "заголовок таблицы"},
                    {"row": 2, "reason": "шапка таблицы"},
                    {"row": 5, "reason": "итог"},
                ],
                "warnings": [
                    {
                        "row": 3,
                        "line": 3,
                        "column": "Кол-во участников",
                        "value": "уточняется",
                        "message": "количество не прочитано",
                    },
                    {
                        "row": 5,
                        "line": 5,
                        "column": "Кол-во участников",
                        "value": "44",
                        "message": "в итоге указано 44, а прочитано 0",
                    },
                ],
                "errors": [],
            }
        ],
        "unrecognised": [],
        "unreadable": [],
    }


def test_bad_rows_stop_an_import_and_all_of_them_are_told(
    rumo: Rumo, write: Write, place: Path
) -> None:
    write("bad.csv", BAD)

    assert rumo("webinar import bad.csv") == Result(
        1,
        """\
Загрузка не выполнена: есть ошибки

Файл     Вид         Прочитано    Добавлено    С ошибками
-------  --------  -----------  -----------  ------------
bad.csv  вебинары            3            0             2
""",
        f"{ABOUT}{ERRORS}"
        "Ошибка: ничего не записано: 2 строки с ошибками. Исправьте их или загрузите остальные: "
        "--skip-bad\n",
    )
    assert not place.exists()


def test_skip_bad_writes_the_good_rows_and_ends_with_6(
    rumo: Rumo, write: Write, place: Path, stored: Stored
) -> None:
    write("bad.csv", BAD)

    assert rumo("webinar import bad.csv --skip-bad") == Result(
        6,
        """\
Загрузка

Файл     Вид         Прочитано    Добавлено    С ошибками
-------  --------  -----------  -----------  ------------
bad.csv  вебинары            3            1             2
""",
        f"{ABOUT}{ERRORS}Создано хранилище: {place}\n"
        "Отменить загрузку: rumo undo\n"
        "Ошибка: хорошие строки записаны, остальные нет: 2 строки с ошибками.\n",
    )
    assert titles(stored) == ["Хорошая"]


@pytest.mark.parametrize(
    ("option", "code", "added", "end"),
    [
        (
            "",
            1,
            1,
            "Ошибка: 2 строки с ошибками; без --skip-bad такая загрузка ничего не запишет.\n",
        ),
        (
            "--skip-bad",
            6,
            1,
            "Ошибка: 2 строки с ошибками; с --skip-bad загрузятся остальные.\n",
        ),
    ],
)
def test_a_dry_run_ends_as_the_import_would_and_writes_nothing(
    rumo: Rumo, write: Write, place: Path, option: str, code: int, added: int, end: str
) -> None:
    write("bad.csv", BAD)

    result = rumo(f"webinar import bad.csv --dry-run -f json {option}")

    assert (result.code, result.json["added"], result.json["refused"]) == (code, added, 2)
    assert result.err.endswith(end)
    assert not place.exists()


def test_a_dry_run_says_what_would_become_of_each_row(rumo: Rumo, write: Write) -> None:
    write("october.csv", SCHEDULE)
    rumo("webinar import october.csv")
    write(
        "october.csv",
        SCHEDULE.replace("статистика;", "статистика;60").replace(
            "Итого: 2;;;44\n", "29;15.00;Новый;\n29;15.00;новый;\n32;;Плохой;\n"
        ),
    )

    assert rumo("webinar import october.csv --dry-run") == Result(
        1,
        """\
Что будет загружено

  Ячейка  Что будет      ID  Запись                    Поле        Было          Станет    Замечание
--------  -----------  ----  ------------------------  ----------  ------------  --------  -----------------------------------------------------------
       4  обновится       2  Вероятность и статистика  Статус      запланирован  проведён
      D4  обновится       2  Вероятность и статистика  Участников                60
       5  добавится          Новый
       6  повтор             новый                                                         повторяет строку 5; отличается Тема: «новый» вместо «Новый»
       7  ошибка             Плохой                                                        нет такого дня: 32 октября

Без изменений: 1.
""",  # noqa: E501  # a line is a row of the table
        """\
october.csv: вебинары, utf-8, разделитель «;»
  Пропущены строки: заголовок таблицы 1.
  Пропущена строка 6: повторяет строку 5; отличается Тема: «новый» вместо «Новый».
  Ошибка: october.csv, строка 7, столбец «Дата», значение «32»: нет такого дня: 32 октября
Это проба (--dry-run): ничего не записано.
Ошибка: 1 строка с ошибками; без --skip-bad такая загрузка ничего не запишет.
""",
    )


def test_a_dry_run_of_what_is_there_already_has_nothing_to_show(rumo: Rumo, write: Write) -> None:
    write("october.csv", SCHEDULE)
    rumo("webinar import october.csv")

    assert rumo("webinar import october.csv --dry-run").out == (
        "Что будет загружено\n\nНичего нового. Без изменений: 2.\n"
    )


def test_a_row_that_repeats_an_earlier_one_is_passed_over_aloud(rumo: Rumo, write: Write) -> None:
    write("twice.csv", "Дата;Тема\n15.10.2024;Тема\n15.10.2024;ТЕМА\n")

    result = rumo("webinar import twice.csv")

    assert (
        result.out
        == """\
Загрузка

Файл       Вид         Прочитано    Добавлено    Повторов
---------  --------  -----------  -----------  ----------
twice.csv  вебинары            2            1           1
"""  # a line is a row of the table
    )
    assert "  Пропущена строка 3: повторяет строку 2" in result.err


def test_rejects_can_be_mended_and_imported_again(rumo: Rumo, write: Write, stored: Stored) -> None:
    write("bad.csv", BAD)
    result = rumo("webinar import bad.csv --skip-bad --rejects rejects.csv")
    assert "Строки с ошибками записаны: rejects.csv\n" in result.err
    rejects = Path("rejects.csv")
    assert rejects.read_bytes().decode() == (
        "\ufeffДата;Тема;Кол-во участников;Файл;Строка;Ошибка\r\n"
        "31.02.2025;Плохая;5;bad.csv;3;Дата: нет такого дня: 31.02.2025\r\n"
        "16.10.2024;Другая;много;bad.csv;4;Кол-во участников: ожидается количество: число, "
        "«свыше 120» или «около 50»\r\n"
    )

    mended = rejects.read_text(encoding="utf-8").replace("31.02", "28.02").replace("много", "9")
    rejects.write_text(mended, encoding="utf-8")

    assert rumo("webinar import rejects.csv -f json").json["added"] == 2
    assert titles(stored) == ["Хорошая", "Плохая", "Другая"]


def test_no_rejects_no_file(rumo: Rumo, write: Write) -> None:
    write("october.csv", SCHEDULE)

    rumo("webinar import october.csv --rejects rejects.csv")

    assert not Path("rejects.csv").exists()


def test_where_rejects_cannot_be_written_nothing_is(
    rumo: Rumo, write: Write, place: Path, tmp_path: Path
) -> None:
    write("bad.csv", BAD)

    assert rumo("webinar import bad.csv --skip-bad --rejects nowhere/rejects.csv") == Result(
        1,
        "",
        f"Ошибка: Файл не записан: {tmp_path / 'nowhere' / 'rejects.csv'}: такой папки нет. "
        "Укажите другое место.\n",
    )
    assert not place.exists()


def test_standard_input(rumo: Rumo, stored: Stored) -> None:
    result = rumo("webinar import - -f json", stdin=SCHEDULE.encode("cp1251"))

    file = result.json["files"][0]
    assert (file["file"], file["encoding"], file["added"]) == ("стандартный ввод", "cp1251", 2)
    assert titles(stored) == ["Подготовка к ЕГЭ", "Вероятность и статистика"]


@pytest.mark.parametrize(
    "text",
    [
        '[{"title": "А", "date": "2024-10-15"}, {"title": "Б", "date": "2024-10-16"}]',
        '{"title": "А", "date": "2024-10-15"}\n{"title": "Б", "date": "2024-10-16"}\n',
    ],
    ids=["json", "ndjson"],
)
def test_json_comes_in_where_it_goes_out(rumo: Rumo, stored: Stored, text: str) -> None:
    assert rumo("webinar import - -f json", stdin=text).json["added"] == 2
    assert titles(stored) == ["А", "Б"]


def test_several_files_are_one_transaction(
    rumo: Rumo, write: Write, stored: Stored, place: Path
) -> None:
    write("october.csv", SCHEDULE)
    write("bad.csv", BAD)
    write("good.csv", "Дата;Тема\n01.11.2024;Ноябрьский\n")

    assert rumo("webinar import october.csv bad.csv").code == 1
    assert not place.exists()
    result = rumo("webinar import october.csv good.csv -f json").json
    assert [(each["file"], each["added"]) for each in result["files"]] == [
        ("october.csv", 2),
        ("good.csv", 1),
    ]
    assert len(rumo("log -f json").json) == 1
    rumo("undo")
    assert titles(stored) == []


def test_what_is_wrong_with_any_file_is_told_of_all(rumo: Rumo, write: Write, place: Path) -> None:
    write("empty.csv", "")
    write("october.csv", SCHEDULE)

    assert rumo("webinar import empty.csv october.csv nowhere.csv") == Result(
        1,
        """\
Загрузка не выполнена: есть ошибки

Файл         Вид         Прочитано    Добавлено
-----------  --------  -----------  -----------
october.csv  вебинары            2            0
""",
        """\
october.csv: вебинары, utf-8, разделитель «;»
  Пропущены строки: заголовок таблицы 1; итог 5.
Ошибка: empty.csv: файл пуст: в нём нет ни одной строки. Выгрузите таблицу заново.
Ошибка: файл не найден: nowhere.csv. Проверьте имя и папку.
Ошибка: ничего не записано: 2 файла не прочитаны. Исправьте их или загрузите остальные: --skip-bad
""",
    )
    assert not place.exists()


def test_set_gives_every_row_a_value(rumo: Rumo, write: Write, stored: Stored) -> None:
    write("october.csv", SCHEDULE)

    rumo("webinar import october.csv --set theme=ЕГЭ --set omo=ОМО-04 --set omo=ОМО-17")

    assert [(each["theme"], each["omo"]) for each in stored("webinar").values()] == [
        ("ЕГЭ", ["ОМО-04", "ОМО-17"])
    ] * 2


@pytest.mark.parametrize(
    ("pair", "code", "message"),
    [
        ("theme", 2, "«theme»: ожидается КЛЮЧ=ЗНАЧЕНИЕ; ключи: date, end_date, "),
        ("topic=ЕГЭ", 2, "«topic=ЕГЭ»: ожидается КЛЮЧ=ЗНАЧЕНИЕ; ключи: date, end_date, "),
        ("theme=", 2, "«theme=»: ожидается КЛЮЧ=ЗНАЧЕНИЕ; ключи: date, end_date, "),
        ("form=лекция", 1, "--form «лекция»: ожидается одно из: webinar (вебинар), "),
    ],
)
def test_a_value_for_every_row_that_is_none(
    rumo: Rumo, write: Write, pair: str, code: int, message: str
) -> None:
    write("october.csv", SCHEDULE)

    result = rumo(f"webinar import october.csv --set {pair}")

    assert (result.code, result.out) == (code, "")
    assert message in result.err


def test_map_names_headings_and_words_that_no_synonym_knows(
    rumo: Rumo, write: Write, stored: Stored
) -> None:
    write("own.csv", "Число;О чём;Итог\n15.10.2024;Тема;было\n")
    write(
        "own.toml",
        '[columns]\n"Число" = "date"\n"О чём" = "title"\n"Итог" = "status"\n'
        '[values.status]\n"было" = "held"\n',
    )

    rumo("webinar import own.csv --map own.toml")

    record = stored("webinar")[1]
    assert (record["date"], record["title"], record["status"]) == ("2024-10-15", "Тема", "held")


def test_month_encoding_delimiter_and_header_row(rumo: Rumo, stored: Stored) -> None:
    text = "Дата|Тема\nДата|Тема\n5|Первый\n6|Второй\n"
    Path("odd.csv").write_bytes(text.encode("cp866"))

    rumo("webinar import odd.csv --month 2024-11 --encoding cp866 --delimiter pipe --header-row 2")

    assert [each["date"] for each in stored("webinar").values()] == ["2024-11-05", "2024-11-06"]


@pytest.mark.parametrize(
    ("options", "code", "message"),
    [
        (
            "--month осень",
            2,
            "Неверное значение для '--month': «осень»: ожидается месяц, например 2024-10 или "
            "октябрь 2024",
        ),
        (
            "--header-row 0",
            2,
            "Неверное значение для '--header-row': «0»: ожидается целое число не меньше 1",
        ),
        ("--map nowhere.toml", 1, "файл не найден: nowhere.toml. Проверьте имя и папку."),
        ("--year all", 2, "Здесь нужен один учебный год, а не all: --year 2024-2025."),
    ],
)
def test_what_is_said_of_the_files_must_make_sense(
    rumo: Rumo, write: Write, options: str, code: int, message: str
) -> None:
    write("october.csv", SCHEDULE)

    result = rumo(f"webinar import october.csv {options}")

    assert (result.code, result.out) == (code, "")
    assert result.err.endswith(f"Ошибка: {message}\n")


def test_quiet_says_nothing_but_errors(rumo: Rumo, write: Write) -> None:
    write("october.csv", SCHEDULE)
    write("bad.csv", BAD)

    assert rumo("-q webinar import october.csv") == Result(0)
    assert rumo("-q webinar import october.csv -f csv").out.startswith("file,kind,read,")
    assert rumo("-q webinar import bad.csv --skip-bad") == Result(
        6,
        "",
        f"{ERRORS}Ошибка: хорошие строки записаны, остальные нет: 2 строки с ошибками.\n",
    )


def test_warnings_beyond_fifty_are_counted(rumo: Rumo, write: Write) -> None:
    rows = "".join(f"15.10.2024;Тема {number};уточняется\n" for number in range(52))
    write("many.csv", f"Дата;Тема;Кол-во участников\n{rows}")

    said = rumo("webinar import many.csv").err

    assert said.count("  Внимание: строка ") == 50
    assert "  Внимание: … и ещё 2; все замечания: -f json\n" in said


def test_a_status_set_by_a_command_stays_and_the_file_is_contradicted(
    rumo: Rumo, write: Write, stored: Stored
) -> None:
    write("october.csv", "Дата;Тема;Статус\n15.10.2024;Тема;запланирован\n")
    rumo("webinar import october.csv")
    rumo("webinar cancel 1")

    said = rumo("webinar import october.csv").err

    assert stored("webinar")[1]["status"] == "cancelled"
    assert "  Внимание: строка 2: " in said
    assert "оставлено поставленное командой" in said


def test_a_moved_webinar_is_not_moved_back(rumo: Rumo, write: Write, stored: Stored) -> None:
    write("october.csv", SCHEDULE)
    rumo("webinar import october.csv")
    rumo("webinar move 2 --date 29.10")

    result = rumo("webinar import october.csv -f json").json

    assert (result["added"], result["updated"]) == (0, 0)
    assert stored("webinar")[2]["date"] == "2024-10-29"


def test_in_august_a_register_that_nothing_dates_is_refused(rumo: Rumo, write: Write) -> None:
    write("routes.csv", "ФИО педагога;Методист\nБелова А.С.;Ильин П.О.\n")

    result = rumo("iom import routes.csv --today 2025-08-20")

    assert result.code == 1
    assert (
        "  Ошибка: routes.csv, строка 2: учебный год не назван, а август стоит между двумя; "
        "укажите --year\n"
    ) in result.err
    assert rumo("iom import routes.csv --today 2025-08-20 --year 2025-2026").code == 0


def test_ids_of_rumos_own_files_are_trusted_where_they_were_never_used(
    rumo: Rumo, given: Given, stored: Stored, write: Write
) -> None:
    given("webinar", {"academic_year": "2024-2025", "title": "Тема"})
    write(
        "own.ndjson",
        '{"id": 1, "title": "Новое имя"}\n{"id": 7, "title": "Седьмой"}\n',
    )

    rumo("webinar import own.ndjson")

    assert titles(stored) == ["Новое имя", "Седьмой"]
    assert set(stored("webinar")) == {1, 7}
    assert rumo("-q webinar add --title Следующий").out == "8\n"


def test_where_the_report_cannot_be_written_it_is_said_that_the_import_was(
    rumo: Rumo, write: Write, stored: Stored, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    write("october.csv", SCHEDULE)

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr("tempfile.mkstemp", refuse)
        result = rumo("webinar import october.csv -o report.json")

    assert result == Result(
        1,
        "",
        f"Ошибка: Файл не записан: {tmp_path / 'report.json'}: на диске нет места. Укажите другое "
        "место. Сама загрузка записана; отменить её: rumo undo\n",
    )
    assert len(titles(stored)) == 2
