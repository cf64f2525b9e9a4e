"""Files that are no registers: each is told what it is, and the store stays as it was."""

from pathlib import Path

import pytest

from tests.commands.conftest import Given, Result, Rumo
from tests.intake.books import worksheet, xlsx

HEADING = "Дата;Тема;Кол-во участников\n"
NOTHING = "Ничего не записано.\n"
ANY_TEXT = (
    "Ошибка: file.csv: шапка таблицы не найдена: ни один заголовок столбца не знаком.\n"
    "  Ожидаются столбцы: «Дата», «Время», «Тема», «ОМО», «Статус», «Участников».\n"
    "  Укажите строку шапки (--header-row N) или соответствие столбцов (--map ФАЙЛ.toml).\n"
)


def refused_row(line: str, note: str = "") -> str:
    return (
        f"file.csv: вебинары, utf-8, разделитель «;»\n{note}"
        f"  Ошибка: file.csv, {line}\n"
        "Ошибка: ничего не записано: 1 строка с ошибками. Исправьте их или загрузите остальные: "
        "--skip-bad\n"
    )


FILES = {
    "empty": (
        b"",
        "Ошибка: file.csv: файл пуст: в нём нет ни одной строки. Выгрузите таблицу заново.\n"
        + NOTHING,
    ),
    "blank": (
        b"\r\n\r\n",
        "Ошибка: file.csv: файл пуст: в нём нет ни одной строки. Выгрузите таблицу заново.\n"
        + NOTHING,
    ),
    "pdf": (
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
        "Ошибка: file.csv: это документ PDF, а не таблица: откройте файл и сохраните таблицу "
        "как CSV (в Excel: «Сохранить как» → «CSV UTF-8»).\n" + NOTHING,
    ),
    "unknown-columns": (
        "Альфа;Бета\n1;2\n".encode(),
        ANY_TEXT + NOTHING,
    ),
    "date": (
        f"{HEADING}15.10.2024;Хорошая;12\n31.02.2025;Плохая;5\n".encode(),
        refused_row(
            "строка 3, столбец «Дата», значение «31.02.2025»: нет такого дня: 31.02.2025",
            "  Учебный год 2024-2025 взят из дат файла.\n",
        ),
    ),
    "count": (
        f"{HEADING}15.10.2024;Хорошая;12\n16.10.2024;Плохая;много\n".encode(),
        refused_row(
            "строка 3, столбец «Кол-во участников», значение «много»: ожидается количество: "
            "число, «свыше 120» или «около 50»"
        ),
    ),
    "no-title": (
        f"{HEADING}15.10.2024;;12\n".encode(),
        refused_row(
            "строка 2, столбец «Тема»: пустая ячейка, а без этого значения записи быть не может"
        ),
    ),
    "nul": (
        f"{HEADING}15.10.2024;Хор\0ошая;12\n".encode(),
        "Ошибка: file.csv: строка 2, символ 15: нулевой символ (NUL). Файл прочитан как utf-8: "
        "исправьте его или укажите --encoding; если это не текст, сохраните его как текст UTF-8.\n"
        + NOTHING,
    ),
    "quote": (
        f'{HEADING}15.10.2024;"Незакрытая;12\n16.10.2024;Вторая;13\n'.encode(),
        "Ошибка: file.csv: строка файла 2, столбец 2: кавычка открыта и до конца файла не "
        'закрыта. Закройте или уберите её; кавычку внутри ячейки удваивают: "".\n' + NOTHING,
    ),
    "cell": (
        f"{HEADING}15.10.2024;{'я' * 5_000_000};12\n".encode(),
        "Ошибка: file.csv: строка 2, столбец 2: в ячейке 5\N{NO-BREAK SPACE}000"
        "\N{NO-BREAK SPACE}000 символов, а бывает не больше 1\N{NO-BREAK SPACE}000"
        "\N{NO-BREAK SPACE}000. Проверьте, не потеряна ли закрывающая кавычка.\n" + NOTHING,
    ),
}


@pytest.fixture
def before(given: Given, place: Path) -> bytes:
    """The bytes of a store with one webinar."""
    given("webinar", {"title": "Прежний", "academic_year": "2024-2025"})
    return (place / "store.json").read_bytes()


@pytest.mark.parametrize("name", FILES)
def test_a_bad_file_is_told_with_its_place_and_the_store_stays(
    rumo: Rumo, place: Path, before: bytes, name: str
) -> None:
    content, message = FILES[name]
    Path("file.csv").write_bytes(content)

    result = rumo("webinar import file.csv")

    assert (result.code, result.err) == (1, message)
    assert (place / "store.json").read_bytes() == before


def test_a_binary_is_no_table(rumo: Rumo, place: Path, before: bytes) -> None:
    Path("file.csv").write_bytes(bytes(range(256)) * 20)

    result = rumo("webinar import file.csv")

    assert (result.code, result.out) == (1, "")
    assert result.err.startswith("Ошибка: file.csv: ")
    assert result.err.endswith(f"\n{NOTHING}")
    assert (place / "store.json").read_bytes() == before


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("nowhere.csv", "файл не найден: nowhere.csv. Проверьте имя и папку."),
        (".", ".: это папка, а не файл. Укажите файл в ней."),
    ],
)
def test_what_is_no_file(rumo: Rumo, name: str, message: str) -> None:
    assert rumo(f"webinar import {name}") == Result(1, "", f"Ошибка: {message}\n{NOTHING}")


def test_an_import_without_files_is_a_mistake(rumo: Rumo) -> None:
    assert rumo("webinar import") == Result(
        2,
        "",
        "Использование: rumo webinar import [ПАРАМЕТРЫ] ФАЙЛ...\n"
        "Справка: rumo webinar import --help\n\n"
        "Ошибка: Не указан аргумент 'ФАЙЛ...'.\n",
    )


def test_a_broken_store_takes_no_import(rumo: Rumo, place: Path, before: bytes) -> None:
    Path("file.csv").write_text(f"{HEADING}15.10.2024;Хорошая;12\n", encoding="utf-8")
    (place / "store.json").write_bytes(before[:-20])

    result = rumo("webinar import file.csv")

    assert (result.code, result.out) == (4, "")
    assert (place / "store.json").read_bytes() == before[:-20]


WHOLE = xlsx(worksheet('<row r="1"><c r="A1" t="inlineStr"><is><t>Тема</t></is></c></row>'))
BOOKS = {
    "cut near its beginning": (
        WHOLE[:100],
        "это обрезанный файл, а не таблица: скачайте или скопируйте его заново.",
    ),
    "cut at its end": (
        WHOLE[:-30],
        "файл обрезан или испорчен (нет оглавления архива). Скачайте или скопируйте его заново.",
    ),
    "a claim of a whole sheet": (
        xlsx(worksheet(before='<dimension ref="A1:XFD1048576"/>')),
        "лист «График» занимает по его описанию 1048576 × 16384 ячеек: столько не бывает в "
        "таблице. Скопируйте саму таблицу в новую книгу и сохраните её.",
    ),
    "cells at both ends of a sheet": (
        xlsx(worksheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')),
        "лист «График»: значения стоят слишком далеко друг от друга",
    ),
    "external entities": (
        xlsx('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>' + worksheet()),
        "в части «xl/worksheets/sheet1.xml» есть объявления DTD, каких Word и Excel не пишут",
    ),
    "macros": (
        xlsx(parts={"xl/vbaProject.bin": "x"}),
        "книга с макросами не читается: сохраните её без макросов (.xlsx).",
    ),
    "a bomb": (
        xlsx(worksheet(after=" " * 300_000_000)),
        "в распакованном виде файл непомерно велик: так выглядит «архивная бомба».",
    ),
    "a password": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le"),
        "файл защищён паролем: снимите пароль в Word или Excel (Файл → Сведения) и сохраните "
        "заново.",
    ),
    "an old document of Word": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "WordDocument".encode("utf-16-le"),
        "это документ Word (doc), а не таблица: откройте его в Word и сохраните как «Документ "
        "Word» (.docx).",
    ),
}


@pytest.mark.parametrize("name", BOOKS)
def test_a_bad_book_is_told_and_the_store_stays(
    rumo: Rumo, place: Path, before: bytes, name: str
) -> None:
    content, message = BOOKS[name]
    Path("книга.xlsx").write_bytes(content)

    result = rumo("import книга.xlsx")

    assert (result.code, result.out) == (1, "")
    assert result.err.startswith(f"Ошибка: книга.xlsx: {message}")
    assert result.err.endswith(NOTHING)
    assert (place / "store.json").read_bytes() == before
