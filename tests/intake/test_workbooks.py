"""Workbooks to grids: XLSX, XLS, ODS as people have them, and as ill-wishers write them."""

import io
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.worksheet import Worksheet

from rumo_cli.errors import Refused
from rumo_cli.intake.grid import Grid, Merge, NoTable
from rumo_cli.intake.workbooks import is_workbook, read_workbook, sheet_facts
from tests.intake.books import (
    NAMESPACE,
    ONE_CELL,
    archive,
    ods,
    ods_blank,
    ods_row,
    ods_text,
    ods_value,
    relations,
    worksheet,
    xlsx,
)

DATA = Path(__file__).parent.parent / "data" / "workbooks"
OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
AGAIN = "Откройте её в Excel или LibreOffice, сохраните заново и повторите."
DAMAGED_RECORDS = f"книга испорчена: записи листов повреждены. {AGAIN}"
ERROR = 'calcext:value-type="error" office:string-value=""'
NO_SHEETS = f"книга испорчена: в ней нет листов. {AGAIN}"
NO_PART = f"книга испорчена: нет части листа «График». {AGAIN}"
BROKEN_XML = f"книга испорчена: XML нарушен в строке {{}}. {AGAIN}"
UNREADABLE = f"книга испорчена: её содержимое не читается. {AGAIN}"
TOO_LARGE = f"книга испорчена: лист «График» непомерно велик. {AGAIN}"
LOCKED_BOOK = "книга защищена паролем: снимите пароль в Excel (Файл → Сведения) и сохраните."
LOCKED = (
    "файл защищён паролем: снимите пароль в Word или Excel (Файл → Сведения) и сохраните заново."
)
MACROS = "книга с макросами не читается: сохраните её без макросов (.xlsx)."
OLD_MACROS = "книга с макросами не читается: сохраните её как «Книга Excel» (.xlsx), без макросов."


def rows_of(grid: Grid) -> list[tuple[str, ...]]:
    return [row.cells for row in grid.rows]


def saved(book: Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def new_sheet() -> tuple[Workbook, Worksheet]:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "График"
    return book, sheet


def only(data: bytes) -> Grid:
    (grid,) = read_workbook(data)
    return grid


def refusal(data: bytes) -> str:
    with pytest.raises(Refused) as error:
        read_workbook(data)
    return str(error.value)


def too_far(cell: str) -> str:
    return (
        f"лист «График»: значения стоят слишком далеко друг от друга, таблица тянется до ячейки "
        f"{cell}. Удалите лишнее справа и снизу от таблицы и сохраните книгу."
    )


@pytest.mark.parametrize("name", ["register.xlsx", "register.xls", "register.ods"])
def test_a_register_saved_by_a_spreadsheet_program(name: str) -> None:
    data = (DATA / name).read_bytes()
    assert is_workbook(data)
    schedule, hidden = read_workbook(data)
    assert schedule.sheet == "График"
    assert [(row.row, row.line) for row in schedule.rows] == [(row, None) for row in range(1, 8)]
    assert rows_of(schedule) == [
        ("График вебинаров на октябрь 2024 года",),
        (),
        ("№", "Тема", "ОМО", "Дата", "Время", "Ссылка", "Доля"),
        (
            *("1", "Орлята России:\nлучшие практики", "ОМО учителей начальных классов"),
            *("15.10.2024", "15:00", "ссылка", "0.5"),
        ),
        ("2", "Вопросы и ответы", "", "16.10.2024 14:30", "0.625", "ссылка"),
        ("3", "Занятие 3", "ОМО учителей физики", "17.10", "09:05", "vks.example.ru", "#DIV/0!"),
        ("4", "Занятие 4", "ОМО учителей химии", "18.10.2024", "10:00"),
    ]
    assert schedule.merges == (Merge(4, 5, 2),)
    assert schedule.links == {
        (4, 5): "https://vks.example.ru/rumo/1",
        (5, 5): "https://vks.example.ru/rumo/2#a",
    }
    assert schedule.notes == ("скрытые строки 6–7 прочитаны", "скрытый столбец G прочитан")
    assert hidden.sheet == "Архив"
    assert rows_of(hidden) == [(), ("", "прошлый год")]
    assert hidden.notes == ("лист скрыт",)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("текст", "текст"),
        ("  с пробелами\xa0", "  с пробелами\xa0"),
        ("две\nстроки", "две\nстроки"),
        ("две_x000D_\nстроки", "две\nстроки"),
        ("две_x000D_строки", "две\nстроки"),
        ("две_x000B_строки", "две\nстроки"),
        (44, "44"),
        (44.0, "44"),
        (-3, "-3"),
        (89101234567, "89101234567"),
        (0.625, "0.625"),
        (0.1 + 0.2, "0.3"),
        (True, "да"),
        (False, "нет"),
        (date(2024, 10, 15), "15.10.2024"),
        (datetime(2024, 10, 15, 15, 0), "15.10.2024 15:00"),  # noqa: DTZ001 - no zone in a sheet
        (datetime(2024, 10, 15), "15.10.2024"),  # noqa: DTZ001 - as above
        (time(9, 5), "09:05"),
        (time(9, 5, 30), "09:05:30"),
        (timedelta(hours=30), "30:00"),
    ],
)
@pytest.mark.parametrize("epoch", [None, CALENDAR_MAC_1904])
def test_values_as_a_person_would_type_them(
    value: object, text: str, epoch: datetime | None
) -> None:
    book, sheet = new_sheet()
    if epoch:
        book.epoch = epoch
    sheet.append([value, "|"])
    assert rows_of(only(saved(book))) == [(text, "|")]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ('<c r="A1" t="e"><v>#REF!</v></c>', "#REF!"),
        ('<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>', "#DIV/0!"),
        ('<c r="A1" t="str"><f>B1</f><v>готово</v></c>', "готово"),
        ('<c r="A1"><f>6*7</f><v>42</v></c>', "42"),
        ('<c r="A1" t="inlineStr"><is><r><t>жир</t></r><r><t>ный</t></r></is></c>', "жирный"),
        ('<c r="A1" t="d"><v>2024-10-15</v></c>', "15.10.2024"),
        ('<c t="inlineStr"><is><t>без адреса</t></is></c>', "без адреса"),
        ("<!-- замечание --><c r='A1'><v>7</v></c>", "7"),
    ],
)
def test_cells_as_other_programs_write_them(cell: str, text: str) -> None:
    grid = only(xlsx(worksheet(f'<row r="1">{cell}</row>')))
    assert rows_of(grid) == [(text,)]
    assert grid.notes == ()


def test_a_sheet_with_a_prefix_before_every_name() -> None:
    sheet = (
        f'<x:worksheet xmlns:x="{NAMESPACE}"><x:sheetData><x:row r="2" hidden="1">'
        '<x:c r="B2"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    )
    grid = only(xlsx(sheet))
    assert rows_of(grid) == [(), ("", "7")]
    assert grid.notes == ("скрытая строка 2 прочитана",)


def test_formulas_without_a_value() -> None:
    book, sheet = new_sheet()
    sheet.append(["Всего", "=SUM(C1:C9)"])
    grid = only(saved(book))
    assert rows_of(grid) == [("Всего",)]
    assert grid.notes == (
        "у формулы в ячейке B1 нет сохранённого значения: откройте книгу в Excel и сохраните",
    )
    sheet.append(["=1+1"] * 7)
    assert only(saved(book)).notes == (
        "у формул в ячейках B1, A2, B2, C2, D2 и ещё 3 нет сохранённых значений: "
        "откройте книгу в Excel и сохраните",
    )


def test_a_zero_that_waits_for_being_computed() -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>SUM(A1)</f><v>0</v></c></row>'
    assert rows_of(only(xlsx(worksheet(rows)))) == [("1", "0")]
    stale = only(xlsx(worksheet(rows), properties='<calcPr fullCalcOnLoad="1"/>'))
    assert rows_of(stale) == [("1",)]
    assert len(stale.notes) == 1


@pytest.mark.parametrize(
    ("target", "text", "links"),
    [
        ("https://vks.example.ru/1?a=1&b=2", "ссылка", True),
        ("http://vks.example.ru", "vks.example.ru", True),
        ("mailto:rumo@example.ru", "почта", True),
        ("ftp://example.ru/записи", "записи", True),
        ("file:///C:/Записи/1.mp4", "запись", False),
        ("Записи/1.mp4", "запись", False),
        ("javascript:alert(1)", "запись", False),
    ],
)
def test_links_behind_cells(target: str, text: str, links: bool) -> None:
    book, sheet = new_sheet()
    sheet["B2"] = text
    sheet["B2"].hyperlink = target
    sheet["C2"] = f'=HYPERLINK("{target}","{text}")'
    grid = only(saved(book))
    assert rows_of(grid) == [(), ("", text, text)]
    assert grid.links == ({(2, 1): target, (2, 2): target} if links else {})
    assert grid.notes == ()


def test_a_link_behind_a_range_is_behind_its_filled_cells() -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="3"><c r="A3"><v>3</v></c></row>'
    after = (
        '<hyperlinks><hyperlink ref="A1:B1048576" r:id="rId1"/>'
        '<hyperlink ref="A3" location="Архив!A1"/></hyperlinks>'
    )
    parts = {"xl/worksheets/_rels/sheet1.xml.rels": relations("https://a.example.ru")}
    grid = only(xlsx(worksheet(rows, after=after), parts=parts))
    assert grid.links == {(1, 0): "https://a.example.ru", (3, 0): "https://a.example.ru"}


def test_merges_end_with_the_rows() -> None:
    book, sheet = new_sheet()
    sheet["A1"], sheet["B2"] = "общее", "последнее"
    sheet.merge_cells("A1:A9")
    sheet.merge_cells("B1:D1")
    grid = only(saved(book))
    assert grid.merges == (Merge(1, 2, 0),)
    assert rows_of(grid) == [("общее",), ("", "последнее")]


def hidden_book(columns: Sequence[str], rows: Sequence[int], *, last: str = "Шифр") -> bytes:
    book, sheet = new_sheet()
    sheet.append(["Тема", "Дата", "Часы", last])
    for number in range(2, 13):
        sheet.append([f"Занятие {number}", "15.10.2024", 2, f"w{number}"])
    for column in columns:
        sheet.column_dimensions[column].hidden = True
    for row in rows:
        sheet.row_dimensions[row].hidden = True
    return saved(book)


@pytest.mark.parametrize(
    ("columns", "rows", "notes"),
    [
        ("", (), ()),
        ("Z", (40,), ()),
        ("B", (3,), ("скрытая строка 3 прочитана", "скрытый столбец B прочитан")),
        (
            "ACD",
            (7, 8, 9, 12),
            ("скрытые строки 7–9, 12 прочитаны", "скрытые столбцы A, C–D прочитаны"),
        ),
        ("", (2, 4, 6, 8, 10, 12), ("скрытые строки 2, 4, 6, 8, 10 и ещё 1 прочитаны",)),
    ],
)
def test_what_is_hidden_is_read_and_said(
    columns: str, rows: tuple[int, ...], notes: tuple[str, ...]
) -> None:
    grid = only(hidden_book(columns, rows))
    assert grid.notes == notes
    assert len(grid.rows) == 12


def test_the_hidden_columns_of_rumos_own_tables_are_no_news() -> None:
    assert only(hidden_book("BD", (), last="ID rumo")).notes == ()


def test_rows_and_columns_of_no_size_are_hidden() -> None:
    sheet = worksheet(
        '<row r="1" ht="0" customHeight="1"><c r="A1"><v>1</v></c></row>',
        before='<cols><col min="1" max="1" width="0"/></cols>',
    )
    assert only(xlsx(sheet)).notes == ("скрытая строка 1 прочитана", "скрытый столбец A прочитан")


def test_formats_of_whole_columns_and_rows_take_no_place() -> None:
    sheet = worksheet(
        '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="1"/></row>'
        '<row r="1048576"><c r="XFD1048576" s="1"/></row>',
        before='<dimension ref="A1:L1048576"/>',
    )
    assert rows_of(only(xlsx(sheet))) == [("1",)]


def test_blank_rows_and_columns_before_the_table_keep_their_places() -> None:
    book, sheet = new_sheet()
    sheet["C4"], sheet["D6"] = "начало", " "
    assert rows_of(only(saved(book))) == [(), (), (), ("", "", "начало")]


def test_empty_sheets_are_left_out() -> None:
    book, _ = new_sheet()
    book.create_sheet("Лист2")["B1"] = "x"
    assert [grid.sheet for grid in read_workbook(saved(book))] == ["Лист2"]


def test_a_book_with_nothing_in_it() -> None:
    book, _ = new_sheet()
    assert refusal(saved(book)) == (
        "в книге нет ни одной заполненной ячейки. Проверьте, тот ли это файл."
    )


def test_an_empty_book_is_passed_over_in_a_folder() -> None:
    book, _ = new_sheet()
    with pytest.raises(NoTable):
        read_workbook(saved(book))


def test_a_chart_sheet_is_left_out() -> None:
    book, sheet = new_sheet()
    sheet["A1"] = "x"
    book.create_chartsheet("Диаграмма", 0)
    assert [grid.sheet for grid in read_workbook(saved(book))] == ["График"]


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        (ods_row(ods_text("а"), ods_blank(16_383)), [("а",)]),
        (ods_row(ods_text("а", 'table:number-columns-repeated="3"')), [("а", "а", "а")]),
        (ods_row(ods_blank(2), ods_text("а")), [("", "", "а")]),
        (ods_row(ods_value("float", "value", "7")), [("7",)]),
        (ods_row(ods_value("boolean", "boolean-value", "true")), [("да",)]),
        (ods_row(ods_value("time", "time-value", "PT15H30M00S")), [("15:30",)]),
        (ods_row(ods_value("time", "time-value", "PT30H05M00S")), [("30:05",)]),
        (ods_row(ods_value("date", "date-value", "2024-10-15T15:00:00")), [("15.10.2024 15:00",)]),
        (ods_row(ods_text("#N/A", ERROR)), [("#N/A",)]),
    ],
)
def test_cells_of_ods(row: str, cells: list[tuple[str, ...]]) -> None:
    rest = ods_row(ods_blank(16_384), attributes='table:number-rows-repeated="1048575"')
    assert rows_of(only(ods(row + rest))) == cells


def test_what_ods_says_beside_the_values() -> None:
    link = '<text:a xlink:href="https://a.example.ru">ссылка</text:a>'
    note = "<text:p>заметка <text:a xlink:href='http://b.example.ru'/></text:p>"
    note = f"<office:annotation>{note}</office:annotation>"
    formula = "of:=HYPERLINK(&quot;https://c.example.ru&quot;;&quot;запись&quot;)"
    grid = only(
        ods(
            ods_row(ods_text(note + link, 'table:number-rows-spanned="2"'), ods_text(link, ""))
            + ods_row(
                "<table:covered-table-cell/>",
                f'<table:table-cell table:formula="{formula}"/>',
                '<table:table-cell table:formula="of:=1+1"/>',
                attributes='table:visibility="filter"',
            ),
            columns='<table:table-column/><table:table-column table:visibility="collapse"/>',
        )
    )
    assert rows_of(grid) == [("ссылка", "ссылка"), ("", "запись")]
    assert grid.merges == (Merge(1, 2, 0),)
    assert grid.links == {
        (1, 0): "https://a.example.ru",
        (1, 1): "https://a.example.ru",
        (2, 1): "https://c.example.ru",
    }
    assert grid.notes == (
        "скрытая строка 2 прочитана",
        "скрытый столбец B прочитан",
        "у формулы в ячейке C2 нет сохранённого значения: откройте книгу в Excel и сохраните",
    )


FAR = '<row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'


@pytest.mark.parametrize(
    "rows",
    [
        ONE_CELL + FAR,
        '<row r="1"><c r="XFD1048576"><v>2</v></c><c r="A1"><v>1</v></c></row>',
        '<row r="1"><c r="XFC1"><v>1</v></c><c><v>1</v></c></row>'
        '<row r="1048575"/><row><c><v>3</v></c></row>',
        f"<!-- замечание -->{ONE_CELL}{FAR}",
        ONE_CELL + FAR.replace("<c ", "<c  "),
        ONE_CELL + FAR.replace('"', "'"),
        ONE_CELL + FAR.replace("<v>2</v>", "<f>1</f><v>2</v>"),
        ONE_CELL + FAR.replace("<v>2</v>", '<f>HYPERLINK("http://a")</f>'),
    ],
)
def test_a_sheet_that_would_not_fit_into_the_memory(rows: str) -> None:
    assert refusal(xlsx(worksheet(rows))) == too_far("XFD1048576")


@pytest.mark.parametrize("cell", ['<c r="A{}" t="s"><v>1</v></c>', "<c r='A{}' t='s'><v>1</v></c>"])
def test_one_long_text_in_many_cells(cell: str, monkeypatch: pytest.MonkeyPatch) -> None:
    strings = f'<sst xmlns="{NAMESPACE}"><si><t>а</t></si><si><t>{"б" * 30_000}</t></si></sst>'
    rows = "".join(f'<row r="{row}">{cell.format(row)}</row>' for row in range(1, 101))
    data = xlsx(worksheet(rows), parts={"xl/sharedStrings.xml": strings})
    monkeypatch.setattr("rumo_cli.intake.workbooks.xlsx_facts.LARGEST_UNPACKED", 5_900_000)
    assert refusal(data) == f"книга испорчена: текста в ней непомерно много. {AGAIN}"
    monkeypatch.setattr("rumo_cli.intake.workbooks.xlsx_facts.LARGEST_UNPACKED", 6_100_000)
    assert len(only(data).rows) == 100


def test_sheets_that_would_not_fit_together(monkeypatch: pytest.MonkeyPatch) -> None:
    book, sheet = new_sheet()
    sheet["C3"] = book.create_sheet("Второй")["C3"] = "x"
    monkeypatch.setattr("rumo_cli.intake.workbooks.xlsx_facts.MOST_CELLS", 18)
    assert len(read_workbook(saved(book))) == 2
    monkeypatch.setattr("rumo_cli.intake.workbooks.xlsx_facts.MOST_CELLS", 17)
    assert refusal(saved(book)).startswith("лист «Второй»: значения стоят слишком далеко")


def test_a_sheet_that_claims_to_be_full() -> None:
    sheet = worksheet(before='<dimension ref="A1:XFD1048576"/>')
    assert refusal(xlsx(sheet)) == (
        "лист «График» занимает по его описанию 1048576 × 16384 ячеек: столько не бывает в "
        "таблице. Скопируйте саму таблицу в новую книгу и сохраните её."
    )


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (
            ods_row(ods_text("а"))
            + ods_row(ods_blank(16_384), attributes='table:number-rows-repeated="1048574"')
            + ods_row(ods_blank(16_383), ods_text("б")),
            too_far("XFD1048576"),
        ),
        (
            ods_row(
                ods_text("а", 'table:number-columns-repeated="16384"'),
                attributes='table:number-rows-repeated="1048576"',
            ),
            too_far("XFD1048576"),
        ),
        (
            ods_row(ods_text("а" * 30_000), attributes='table:number-rows-repeated="100000"'),
            TOO_LARGE,
        ),
        (
            ods_row(ods_text('<text:s text:c="4000000000"/>')),
            TOO_LARGE,
        ),
        (
            ods_row(ods_text("а"), attributes='table:number-rows-repeated="много"'),
            f"книга испорчена: размеры и места в описании листа бессмысленны. {AGAIN}",
        ),
    ],
)
def test_ods_that_would_not_fit_into_the_memory(rows: str, message: str) -> None:
    assert refusal(ods(rows)) == message


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        (
            {"xl/workbook.bin": b"\0"},
            "это двоичная книга Excel (xlsb): откройте её в Excel и сохраните как «Книга Excel» "
            "(.xlsx).",
        ),
        ({"xl/vbaProject.bin": b"\0"}, MACROS),
        (
            {"xl/sharedStrings.xml": f'<sst xmlns="{NAMESPACE}" uniqueCount="99999999999999"/>'},
            f"книга испорчена: заявлено непомерно много строк текста. {AGAIN}",
        ),
        (
            {"_rels/.rels": relations("other/workbook.xml", kind="officeDocument", mode="")},
            f"книга испорчена: нет части «xl/workbook.xml». {AGAIN}",
        ),
        ({"XL/workbook.xml": ""}, f"книга испорчена: части в ней повторяются. {AGAIN}"),
        (
            {
                "xl/_rels/workbook.xml.rels": relations(
                    "worksheets/../worksheets/sheet1.xml", kind="worksheet", mode=""
                )
            },
            NO_PART,
        ),
        ({"xl/workbook.xml": "<workbook>"}, BROKEN_XML.format(1)),
        ({"xl/_rels/workbook.xml.rels": relations()}, NO_PART),
        (
            {"xl/worksheets/sheet1.xml": worksheet('<row r="1"><c r="A0"><v>1</v></c></row>')},
            f"книга испорчена: нет ячейки с адресом «A0». {AGAIN}",
        ),
        (
            {
                "xl/worksheets/sheet1.xml": worksheet(
                    '<row r="1"><c r="A1" t="n"><v>семь</v></c></row>'
                )
            },
            UNREADABLE,
        ),
        ({"xl/worksheets/sheet1.xml": f"{worksheet()}<"}, BROKEN_XML.format(2)),
    ],
)
def test_refused_books(parts: dict[str, str | bytes], message: str) -> None:
    assert refusal(xlsx(parts=parts)) == message


def test_a_character_that_no_record_may_hold() -> None:
    book, sheet = new_sheet()
    sheet["C2"] = "звонок_x0007_"
    assert refusal(saved(book)) == (
        "лист «График», ячейка C2: управляющий символ (U+0007). Наберите её текст заново "
        "и сохраните книгу."
    )


@pytest.mark.parametrize("name", ["register.xlsx", "register.xls", "register.ods"])
def test_truncated_books(name: str) -> None:
    data = (DATA / name).read_bytes()
    for size in range(8, len(data) - 1, len(data) // 9):
        message = refusal(data[:size])
        assert message.startswith("файл обрезан или испорчен")
        assert message.endswith("Скачайте или скопируйте его заново.")


def utf16(text: str) -> bytes:
    return text.encode("utf-16-le")


# What the first sheet claims: its first row, and the one behind its last.
CLAIM = b"\x00\x02\x0e\x00" + b"\x00\x00\x00\x00" + b"\x07\x00\x00\x00"


def replaced(data: bytes, old: bytes, new: bytes) -> bytes:
    assert data.count(old) >= 1
    return data.replace(old, new)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (utf16("Workbook"), utf16("Wxrkbook"), NO_SHEETS),
        (utf16("\x05SummaryInformation"), utf16("_VBA_PROJECT\0"), OLD_MACROS),
        (b"\xe1\x00\x02\x00\xb0\x04", b"\x2f\x00\x02\x00\xb0\x04", LOCKED_BOOK),
        (CLAIM, CLAIM[:-1] + b"\x7f", DAMAGED_RECORDS),
        (CLAIM, CLAIM[:4] + b"\x09" + CLAIM[5:], DAMAGED_RECORDS),
    ],
)
def test_refused_old_books(old: bytes, new: bytes, message: str) -> None:
    new = new.ljust(len(old), b"\0")
    assert refusal(replaced((DATA / "register.xls").read_bytes(), old, new)) == message


def test_an_encrypted_book_is_told() -> None:
    data = OLE2 + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600)
    assert is_workbook(data)
    assert refusal(data) == LOCKED


def test_an_encrypted_ods() -> None:
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:manifest"><manifest:file-entry>'
        "<manifest:encryption-data/></manifest:file-entry></manifest:manifest>"
    )
    data = ods("", parts={"META-INF/manifest.xml": manifest, "content.xml": b"\x13\x8f\x02"})
    assert refusal(data) == LOCKED_BOOK


@pytest.mark.parametrize(
    ("data", "is_book"),
    [
        (xlsx(), True),
        (xlsx()[:900], True),
        (ods(ods_row(ods_text("а"))), True),
        (OLE2 + bytes(600) + "Workbook".encode("utf-16-le"), True),
        (OLE2 + bytes(600) + "\0Book\0".encode("utf-16-le"), True),
        (OLE2 + bytes(600) + "WordDocument".encode("utf-16-le"), False),
        (OLE2 + bytes(600) + "WordDocument Workbook".encode("utf-16-le"), False),
        (OLE2 + bytes(600) + "Workbook WordDocument".encode("utf-16-le"), True),
        (archive({"word/document.xml": "<a/>", "word/embeddings/1.xlsx": xlsx()}), False),
        (archive({"mimetype": "application/vnd.oasis.opendocument.text"}), False),
        (archive({"таблица.csv": "Тема;Дата"}), False),
        (b"%PDF-1.7", False),
        ("Тема;Дата\n".encode(), False),
        (b"", False),
    ],
)
def test_books_are_known_by_their_bytes(data: bytes, is_book: bool) -> None:
    assert is_workbook(data) is is_book


def test_every_scheme_of_a_link_is_one_of_the_web() -> None:
    assert not any(map(sheet_facts.is_link, ["", "#Лист2!A1", "data:text/html,x"]))
