"""The file of refused rows: it can be mended and imported again."""

import csv
from collections.abc import Mapping
from io import StringIO
from textwrap import dedent

from rumo_cli.calendar.years import AcademicYear
from rumo_cli.intake.rejects import rejected_rows
from tests.intake.foreign import Said, added, column, read, settle


def rows(*texts: str, kind: str = "webinar", said: Said | None = None) -> list[list[str]]:
    registers = [
        read(kind, text, said, name=f"{number}.csv") for number, text in enumerate(texts, 1)
    ]
    data = rejected_rows(registers)
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.endswith(b"\r\n")
    return list(csv.reader(StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


def mended(rejected: list[list[str]], right: Mapping[str, str]) -> str:
    """Return a file of refused rows with right cells in place of wrong ones."""
    stream = StringIO()
    cells = [[right.get(cell, cell) for cell in row] for row in rejected]
    csv.writer(stream, delimiter=";").writerows(cells)
    return stream.getvalue()


def test_refused_rows_stand_as_they_stood_with_place_and_reason() -> None:
    found = rows(
        """
        Дата;Тема;Участников;Кабинет
        15.10.2024;Тема 1;12;3
        31.02.2025;"Тема; вторая";много;4
        3;4;5;
        """
    )

    assert found == [
        ["Дата", "Тема", "Участников", "Кабинет", "Файл", "Строка", "Ошибка"],
        ["31.02.2025", "Тема; вторая", "много", "4", "1.csv", "3",
         "Дата: нет такого дня: 31.02.2025; Участников: ожидается количество: число, «свыше 120» "
         "или «около 50»"],
        ["3", "4", "5", "", "1.csv", "4", "Дата: не указан месяц: 3"],
    ]  # fmt: skip


def test_the_title_and_the_month_above_a_row_come_along() -> None:
    text = """
        График на 2019-2020 учебный год;;
        Дата;Тема;Участников
        СЕНТЯБРЬ;;
        10;Тема 1;12
        ОКТЯБРЬ;;
        31;Тема 2;много
        32;Тема 3;12
        НОЯБРЬ;;
        31;Тема 4;12
    """
    found = rows(text)

    assert [row[0] for row in found] == [
        "График на 2019-2020 учебный год", "Дата", "ОКТЯБРЬ", "31", "32", "НОЯБРЬ", "31",
    ]  # fmt: skip
    again = added("webinar", mended(found[:4], {"много": "15"}))
    assert column(again, "date") == ["2019-10-31"]


def test_the_section_above_a_row_comes_along() -> None:
    text = """
        №;Мероприятие;Срок;Дата выполнения
        1. Организационная работа;;;
        1.1;Форум;август;
        1.2;Конкурс;май;31.02.2025
        2. Методическая работа;;;
        2.1;Вебинар;май;30.02.2025
    """
    found = rows(text, kind="plan", said=Said(year=AcademicYear(2024)))

    again = added("plan", mended(found, {"31.02.2025": "28.02.2025", "30.02.2025": "28.02.2025"}))
    assert column(again, "section") == ["1. Организационная работа", "2. Методическая работа"]
    assert column(again, "done_date") == ["2025-02-28", "2025-02-28"]


def test_cells_that_stand_for_the_row_above_are_filled_in() -> None:
    text = """
        Программа;Наставник;Наставляемый;Дата вхождения
        Молодой педагог;Цветаш Н.А.;Калинчук С.Н.;12.09.2024
        ;;Абросимова О.Т.;31.09.2024
    """
    found = rows(text, kind="pair")

    assert found[1][:4] == ["Молодой педагог", "Цветаш Н.А.", "Абросимова О.Т.", "31.09.2024"]


def test_columns_of_one_heading_stay_apart() -> None:
    found = rows("Дата;;Тема;;Тема\n31.02.2025;а;б;в;г")

    assert found[0] == ["Дата", "", "Тема", "", "Тема", "Файл", "Строка", "Ошибка"]
    assert found[1][:5] == ["31.02.2025", "а", "б", "в", "г"]


def test_the_columns_of_several_files_are_joined() -> None:
    found = rows("Дата;Тема\n31.02.2025;А", "Тема;ОМО;Дата\nБ;ОМО учителей химии;30.02.2025")

    assert found[0][:3] == ["Дата", "Тема", "ОМО"]
    assert [row[:5] for row in found[1:]] == [
        ["31.02.2025", "А", "", "1.csv", "2"],
        ["30.02.2025", "Б", "ОМО учителей химии", "2.csv", "2"],
    ]


def test_the_columns_of_place_and_reason_are_not_doubled() -> None:
    first = rows("Дата;Тема\n31.02.2025;А")
    second = rows(mended(first, {"31.02.2025": "30.02.2025"}))

    assert second[0] == ["Дата", "Тема", "", "", "", "Файл", "Строка", "Ошибка"]
    assert second[1][-3:] == ["1.csv", "2", "Дата: нет такого дня: 30.02.2025"]


def test_a_mended_file_is_imported_and_says_nothing_of_its_own_columns() -> None:
    again = read("webinar", mended(rows("Дата;Тема\n31.02.2025;А"), {"31.02.2025": "28.02.2025"}))

    assert [each.record["date"] for each in settle(again).verdicts] == ["2025-02-28"]
    assert again.notes == []


def test_no_refused_rows() -> None:
    assert rows(dedent("Дата;Тема\n15.10.2024;А")) == [["Дата", "Тема", "Файл", "Строка", "Ошибка"]]
