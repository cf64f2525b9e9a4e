"""`rumo import`: files of any kind and folders of them, in one transaction."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands.conftest import Result, Rumo, Stored

Write = Callable[[str, str], None]

SCHEDULE = """\
График вебинаров на октябрь 2024 года
Дата;Время;Тема;ОМО
15;15.00;Подготовка к ЕГЭ;ОМО учителей математики
22;15.00;Вероятность и статистика;ОМО учителей математики
"""
DIRECTORY = """\
Код;Наименование ОМО;Руководитель
ОМО-04;ОМО учителей математики;Иванов И.И.
"""
PLAN = """\
План работы ОМО учителей математики на 2024-2025 учебный год
№ п/п;Мероприятие;Срок;Ответственный
1;Заседание;сентябрь;Иванов И.И.
"""
ATTENDANCE = "№;ФИО;Школа;Подпись\n1;Петрова А.А.;СШ № 1;\n"


@pytest.fixture
def write() -> Write:
    """Write a text into a file, its folder made where there is none."""

    def put(name: str, text: str) -> None:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")

    return put


@pytest.fixture
def folder(write: Write) -> str:
    """A folder as a methodist has it: registers of three kinds, a list, a letter, a picture."""
    write("год/график.csv", SCHEDULE)
    write("год/планы/план ОМО.csv", PLAN)
    write("год/справочник.csv", DIRECTORY)
    write("год/регистрация.csv", ATTENDANCE)
    write("год/письмо.txt", "Уважаемые коллеги! Приглашаем вас на вебинар.")
    write("год/фото.jpg", "")
    return "год"


def test_a_folder_is_imported_in_one_transaction_the_directory_first(
    rumo: Rumo, folder: str, stored: Stored, place: Path
) -> None:
    assert rumo(f"import {folder}") == Result(
        0,
        """\
Загрузка

Файл                    Вид                                   Прочитано    Добавлено
----------------------  ----------------------------------  -----------  -----------
год/справочник.csv      областные методические объединения            1            1
год/график.csv          вебинары                                      2            2
год/планы/план ОМО.csv  план                                          1            1
""",  # a line is a row of the table
        f"""\
год/справочник.csv: областные методические объединения, utf-8, разделитель «;»
год/график.csv: вебинары, utf-8, разделитель «;»
  Пропущены строки: заголовок таблицы 1.
год/планы/план ОМО.csv: план, utf-8, разделитель «;»
  Записи отнесены к ОМО-04: так в заголовке таблицы.
  Пропущены строки: заголовок таблицы 1.
Не загружено: год/письмо.txt: не понять, что это за записи: ни один заголовок не знаком.
Не загружено: год/регистрация.csv: ближе всего «Индивидуальные образовательные маршруты», нет \
ни одного из столбцов «Основание», «Мероприятий по плану», «Региональный методист», «Выявленные \
дефициты», «Этап», «Срок реализации».
Не загружено: год/фото.jpg: таких файлов rumo не читает.
Создано хранилище: {place}
Отменить загрузку: rumo undo
""",
    )
    assert [record["omo"] for record in stored("webinar").values()] == [["ОМО-04"], ["ОМО-04"]]
    assert [record["owner"] for record in stored("plan").values()] == ["ОМО-04"]


def test_one_undo_takes_a_folder_back(rumo: Rumo, folder: str, stored: Stored) -> None:
    rumo(f"import {folder}")

    assert rumo("undo").out == "Отменено: rumo import год (4 записи)\n"
    assert [len(stored(kind)) for kind in ("omo", "webinar", "plan")] == [0, 0, 0]


def test_a_second_import_of_a_folder_changes_nothing(rumo: Rumo, folder: str) -> None:
    rumo(f"import {folder}")

    again = rumo(f"import {folder} -q -f json").json

    assert (again["read"], again["added"], again["updated"], again["unchanged"]) == (4, 0, 0, 4)


def test_a_directory_that_comes_with_its_webinars_does_not_double_those_stored_without_it(
    rumo: Rumo, folder: str, stored: Stored
) -> None:
    rumo("import год/график.csv")
    assert stored("webinar")[1]["omo"] == ["ОМО учителей математики"]

    again = rumo(f"import {folder} -q -f json").json

    assert (again["added"], len(stored("webinar"))) == (2, 2)
    assert stored("webinar")[1]["omo"] == ["ОМО-04"]


def test_what_is_no_register_is_listed_with_what_it_is_nearest_to(rumo: Rumo, folder: str) -> None:
    document = rumo(f"import {folder} --dry-run -f json").json

    assert [(each["file"], each["nearest"]) for each in document["unrecognised"]] == [
        ("год/письмо.txt", None),
        ("год/регистрация.csv", "iom"),
        ("год/фото.jpg", None),
    ]
    assert document["unrecognised"][1] == {
        "file": "год/регистрация.csv",
        "sheet": None,
        "reason": "ближе всего «Индивидуальные образовательные маршруты», нет ни одного из "
        "столбцов «Основание», «Мероприятий по плану», «Региональный методист», «Выявленные "
        "дефициты», «Этап», «Срок реализации»",
        "nearest": "iom",
        "missing": [
            "Основание",
            "Мероприятий по плану",
            "Региональный методист",
            "Выявленные дефициты",
            "Этап",
            "Срок реализации",
        ],
    }


def test_a_trial_writes_nothing(rumo: Rumo, folder: str, place: Path) -> None:
    result = rumo(f"import {folder} --dry-run")

    assert result.code == 0
    assert result.err.endswith("Это проба (--dry-run): ничего не записано.\n")
    assert not place.exists()


def test_what_is_added_along_the_way_is_counted(rumo: Rumo, write: Write) -> None:
    write(
        "пары.csv",
        "Программа;Наставник;Наставляемый\nШаг;Иванов И.И.;Ли Н.А.\nРост;Иванов И.И.;Ким А.А.\n",
    )

    assert "  Заодно добавлено: 2 программы.\n" in rumo("import пары.csv").err


def test_a_file_that_was_named_and_is_no_register_is_refused(rumo: Rumo, write: Write) -> None:
    write("регистрация.csv", "Товар;Цена\nМел;15\n")

    assert rumo("import регистрация.csv") == Result(
        1,
        "",
        "Ошибка: регистрация.csv: не понять, что это за записи: ни один заголовок не "
        "знаком\nНичего не записано.\n",
    )


def test_a_table_that_could_be_of_two_kinds_is_left_to_the_person(rumo: Rumo, write: Write) -> None:
    write("октябрь.csv", "Дата проведения;Мероприятие;Ответственный\n15.10.2024;А;Иванов И.И.\n")

    assert rumo("import октябрь.csv") == Result(
        1,
        "",
        "Ошибка: октябрь.csv: это «План» или «Вебинары»; загрузите "
        "её командой своего вида\nНичего не записано.\n",
    )


def test_a_folder_without_registers_is_refused(rumo: Rumo, write: Write) -> None:
    write("пусто/письмо.txt", "Уважаемые коллеги!")

    assert rumo("import пусто") == Result(
        1,
        "",
        "Ошибка: таблиц, которые rumo знает, не нашлось.\n"
        "  пусто/письмо.txt: не понять, что это за записи: ни один заголовок не знаком.\n"
        "Ничего не записано.\n",
    )


def test_a_file_that_cannot_be_read_stops_the_import_of_its_folder(
    rumo: Rumo, folder: str, write: Write, place: Path
) -> None:
    write("год/отчёт.csv", 'Дата;Тема\n15.10.2024;"А\n')

    result = rumo(f"import {folder}")

    assert (result.code, place.exists()) == (1, False)
    assert result.err.endswith(
        "Ошибка: год/отчёт.csv: строка файла 2, столбец 2: кавычка открыта и до конца файла не "
        'закрыта. Закройте или уберите её; кавычку внутри ячейки удваивают: "".\n'
        "Ошибка: ничего не записано: 1 файл не прочитан. Исправьте их или загрузите остальные: "
        "--skip-bad\n"
    )


def test_skip_bad_leaves_out_a_file_that_cannot_be_read(
    rumo: Rumo, folder: str, write: Write, stored: Stored
) -> None:
    write("год/отчёт.csv", 'Дата;Тема\n15.10.2024;"А\n')

    result = rumo(f"import {folder} --skip-bad -q")

    assert (result.code, len(stored("webinar"))) == (6, 2)
    assert result.err.endswith(
        "Ошибка: хорошие строки записаны, остальные нет: 1 файл не прочитан.\n"
    )


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("пусто.csv", "", "файл пуст: в нём нет ни одной строки. Выгрузите таблицу заново."),
        (
            "настройки.json",
            '[{"a": {"b": 1}}]',
            "строка 1, символ 2: поле «a»: вложенный объект или список. Нужен список плоских "
            "объектов: значение — текст, число, true, false, null или их список.",
        ),
        (
            "отчёт.csv",
            "%PDF-1.7",
            "это документ PDF, а не таблица: откройте файл и сохраните таблицу как CSV (в Excel: "
            "«Сохранить как» → «CSV UTF-8»).",
        ),
    ],
)
def test_a_file_without_a_table_does_not_stop_the_import_of_its_folder(
    rumo: Rumo, folder: str, write: Write, name: str, text: str, reason: str
) -> None:
    write(f"год/{name}", text)

    result = rumo(f"import {folder}")

    assert result.code == 0
    assert f"Не загружено: год/{name}: {reason}\n" in result.err


def test_a_value_for_every_row_goes_to_the_kinds_that_have_the_field(
    rumo: Rumo, folder: str, stored: Stored
) -> None:
    rumo(f"import {folder} --set platform=ВКС")

    assert {record["platform"] for record in stored("webinar").values()} == {"ВКС"}


def test_a_value_for_a_field_that_no_kind_has(rumo: Rumo, folder: str) -> None:
    result = rumo(f"import {folder} --set colour=red")

    assert result.code == 2
    assert "Неверное значение для '--set': «colour=red»: ожидается КЛЮЧ=ЗНАЧЕНИЕ" in result.err


def test_a_map_serves_the_kinds_that_have_its_fields(
    rumo: Rumo, write: Write, stored: Stored
) -> None:
    write("карта.toml", '[columns]\n"О чём" = "title"\n"Зрителей" = "participants"\n')
    write("октябрь.csv", "Дата;О чём;Зрителей\n15.10.2024;Тема;44\n")

    assert rumo("import октябрь.csv --map карта.toml").code == 0
    assert stored("webinar")[1]["participants"] == 44


def test_how_a_file_is_understood_is_explained_column_by_column_and_row_by_row(
    rumo: Rumo, write: Write, place: Path
) -> None:
    write(
        "октябрь.csv",
        "График на октябрь 2024 года\n№;Дата проведния;Тема;Цвет;Кол-во участников\n"
        "1;15;Подготовка к ЕГЭ;;44 чел.\n2;16 (вторник);Тема;;много\nИтого: 2;;;;\n",
    )

    assert rumo("import октябрь.csv --explain") == Result(
        0,
        """\
Как понят файл

Место      В файле                                               Понято как                                                                                          Замечания
---------  ----------------------------------------------------  --------------------------------------------------------------------------------------------------  ------------------------------------------------------------------------------------------------------------------------------------
столбец A  №                                                     номер строки, не берётся
столбец B  Дата проведния                                        Дата (date)                                                                                         принят по сходству
столбец C  Тема                                                  Тема (title)
столбец D  Цвет                                                  не взят
столбец E  Кол-во участников                                     Участников (participants)
строка 1   График на октябрь 2024 года                           заголовок таблицы
строка 2   № | Дата проведния | Тема | Цвет | Кол-во участников  шапка таблицы
строка 3   1 | 15 | Подготовка к ЕГЭ | 44 чел.                   Учебный год: 2024-2025; Дата: 15.10.2024; Тема: Подготовка к ЕГЭ; Статус: проведён; Участников: 44
строка 4   2 | 16 (вторник) | Тема | много                       Учебный год: 2024-2025; Дата: 16.10.2024; Дата дословно: 16 (вторник); Тема: Тема                   ошибка: Кол-во участников: ожидается количество: число, «свыше 120» или «около 50»; Дата проведния: 16.10.2024 — среда, а не вторник
строка 5   Итого: 2                                              итог
""",  # noqa: E501  # a line is a row of the table
        """\
октябрь.csv: вебинары
  Столбец «Дата проведния» принят за «Дата».
  Столбцы не взяты: «Цвет».
""",
    )
    assert not place.exists()


def test_a_table_that_is_no_register_is_explained_as_what_it_is_nearest_to(
    rumo: Rumo, write: Write
) -> None:
    write("пары.csv", "Наставник;Программа\nИванов И.И.;А\n")

    assert rumo("import пары.csv --explain") == Result(
        0,
        """\
Как понят файл

Место      В файле                Понято как                                                                           Замечания
---------  ---------------------  -----------------------------------------------------------------------------------  --------------------------------------------------------------------------------------
столбец A  Наставник              Ф.И.О. наставника (mentor)
столбец B  Программа              Программа наставничества (programme)
строка 1   Наставник | Программа  шапка таблицы
строка 2   Иванов И.И. | А        Учебный год: 2024-2025; Программа наставничества: А; Ф.И.О. наставника: Иванов И.И.  ошибка: Ф.И.О. наставляемого: пустая ячейка, а без этого значения записи быть не может
""",  # noqa: E501  # a line is a row of the table
        """\
пары.csv: наставнические пары
  Учебный год в файле не назван; взят 2024-2025.
Не загружено: пары.csv: ближе всего «Наставнические пары», нет столбца «Ф.И.О. наставляемого».
""",
    )


def test_a_table_without_a_needed_column_is_explained_all_the_same(
    rumo: Rumo, write: Write
) -> None:
    write("рабочий.csv", "Что делаем;Когда\nЗаседание;октябрь\n")

    (explained,) = rumo("plan import рабочий.csv --explain -f json").json["files"]

    assert [(each["heading"], each["understood"]) for each in explained["columns"]] == [
        ("Что делаем", "не взят"),
        ("Когда", "Срок (deadline_text)"),
    ]
    assert explained["rows"][1]["remarks"] == [
        "ошибка: Мероприятие: пустая ячейка, а без этого значения записи быть не может"
    ]


def test_the_document_of_an_explanation(rumo: Rumo, write: Write) -> None:
    write("октябрь.csv", "Дата;Тема;Цвет\n15.10.2024;Подготовка к ЕГЭ;красный\n")

    document = json.loads(rumo("webinar import октябрь.csv --explain -f json").out)

    assert document == {
        "files": [
            {
                "file": "октябрь.csv",
                "sheet": None,
                "kind": "webinar",
                "notes": ["столбцы не взяты: «Цвет»"],
                "columns": [
                    {
                        "column": "A",
                        "heading": "Дата",
                        "field": "date",
                        "understood": "Дата (date)",
                        "guessed": False,
                    },
                    {
                        "column": "B",
                        "heading": "Тема",
                        "field": "title",
                        "understood": "Тема (title)",
                        "guessed": False,
                    },
                    {
                        "column": "C",
                        "heading": "Цвет",
                        "field": None,
                        "understood": "не взят",
                        "guessed": False,
                    },
                ],
                "rows": [
                    {
                        "row": 1,
                        "text": "Дата | Тема | Цвет",
                        "is": "шапка таблицы",
                        "record": None,
                        "remarks": [],
                    },
                    {
                        "row": 2,
                        "text": "15.10.2024 | Подготовка к ЕГЭ | красный",
                        "is": "запись",
                        "record": {
                            "academic_year": "2024-2025",
                            "date": "2024-10-15",
                            "title": "Подготовка к ЕГЭ",
                        },
                        "remarks": [],
                    },
                ],
            }
        ],
        "unrecognised": [],
        "unreadable": [],
    }
