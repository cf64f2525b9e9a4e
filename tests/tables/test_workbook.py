"""A workbook as another library, openpyxl, reads it."""

import time
import zipfile
from dataclasses import replace
from datetime import datetime
from datetime import time as clock
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rumo_cli.errors import Refused
from rumo_cli.formula_guard import unguard
from rumo_cli.intake.workbooks import read_workbook
from rumo_cli.records import MODULES, kind_of
from rumo_cli.tables import workbook
from rumo_cli.tables.options import RenderOptions
from rumo_cli.tables.table import Align, Column, Content, Table
from rumo_cli.tables.workbook import MOST_ROWS, SPARE_ROWS, render_workbook
from rumo_cli.tables.workbook_measures import sheet_name
from tests.tables.examples import EMPTY, HOSTILE, PLAN, WEBINARS

ID = Column("id", "ID rumo", align="right")
TITLE = "Вебинары, 2024-2025 учебный год"
day = datetime.fromisoformat


def opened(table: Table) -> Any:
    """Return the only sheet of the workbook of a table."""
    book = openpyxl.load_workbook(BytesIO(render_workbook(table, RenderOptions())))
    assert len(book.worksheets) == 1
    return book.worksheets[0]


def cell(value: object, content: Content = "text", align: Align = "left") -> Any:
    """Return the cell of a value in a table that comes back."""
    column = Column("value", "Значение", content=content, align=align)
    table = Table(TITLE, (column,), [{"id": 1, "value": value}], identity=(ID,))  # type: ignore[dict-item]
    return opened(table)["B2"]


def rows(sheet: Any) -> list[list[object]]:
    return [[each.value for each in row] for row in sheet.iter_rows()]


REGISTER = Table(
    TITLE,
    (
        ID,
        Column("date", "Дата", content="day"),
        Column("title", "Тема", wide=True),
        Column("status", "Статус", words=("запланирован", "проведён")),
        Column("participants", "Участников", align="right"),
        Column("notes", "Примечание", shown=False),
        Column("deadline_end", "Срок: окончание", content="day", computed=True),
    ),
    [
        {"id": 7, "date": "2024-10-15", "title": "Чтение", "status": "проведён",
         "participants": 44, "notes": "не для печати", "deadline_end": "2024-11-01"},
        {"id": 9, "date": None, "title": "Письмо " * 30, "status": None, "participants": None,
         "notes": None, "deadline_end": None},
    ],
    identity=(ID, Column("academic_year", "Учебный год")),
)  # fmt: skip


def test_a_register_stands_under_its_heading_in_row_1_and_says_whose_rows_they_are() -> None:
    sheet = opened(REGISTER)

    assert rows(sheet) == [
        ["ID rumo", "Учебный год", "Дата", "Тема", "Статус", "Участников", "Срок: окончание"],
        [7, None, day("2024-10-15"), "Чтение", "проведён", 44, day("2024-11-01")],
        [9, None, None, "Письмо " * 30, None, None, None],
    ]


def test_its_year_is_in_the_name_of_the_sheet_of_the_document_and_of_the_printed_page() -> None:
    sheet = opened(REGISTER)

    assert sheet.title == TITLE
    assert sheet.parent.properties.title == TITLE
    assert sheet.oddHeader.left.text == f"&B{TITLE}"


def test_what_tells_the_rows_apart_is_out_of_sight() -> None:
    hidden = [letter for letter, each in opened(REGISTER).column_dimensions.items() if each.hidden]
    assert hidden == ["A", "B"]


def test_the_heading_stays_in_view_and_filters() -> None:
    sheet = opened(REGISTER)

    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:G3"
    assert sheet["C1"].font.bold
    assert sheet["C1"].fill.fgColor.rgb == "FFDCE6F1"


def test_the_page_is_a_landscape_a4_one_page_wide_with_the_heading_on_each() -> None:
    sheet = opened(REGISTER)

    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.oddFooter.right.text == "Страница &P из &N"


def test_columns_are_as_wide_as_their_texts_within_limits_and_rows_as_high() -> None:
    sheet = opened(REGISTER)
    widths = {letter: round(each.width) for letter, each in sheet.column_dimensions.items()}

    assert widths == {"A": 9, "B": 12, "C": 14, "D": 61, "E": 16, "F": 15, "G": 14}
    assert [sheet.row_dimensions[row].height for row in (1, 2, 3)] == [30, None, 60]
    assert sheet["D3"].alignment.wrap_text
    assert sheet["D3"].alignment.vertical == "top"


def test_new_rows_too_are_offered_the_words_of_a_column() -> None:
    offered = [each for each in opened(REGISTER).data_validations.dataValidation if each.type]

    assert [(each.type, str(each.sqref), each.formula1) for each in offered] == [
        ("list", f"E2:E{3 + SPARE_ROWS}", '"запланирован,проведён"')
    ]
    assert offered[0].showErrorMessage
    assert offered[0].allow_blank
    assert offered[0].error.startswith("Выберите слово из списка")


def test_what_rumo_works_out_itself_is_marked() -> None:
    sheet = opened(REGISTER)
    told = next(each for each in sheet.data_validations.dataValidation if not each.type)

    assert (told.promptTitle, told.prompt, str(told.sqref)) == (
        "rumo считает сам", "Правка в этом столбце не читается.", f"G2:G{3 + SPARE_ROWS}",
    )  # fmt: skip
    assert sheet["G1"].fill.fgColor.rgb == sheet["G2"].fill.fgColor.rgb == "FFF2F2F2"


def test_empty_cells_take_what_is_typed_as_their_column_means_it() -> None:
    sheet = opened(REGISTER)
    formats = {letter: sheet.column_dimensions[letter].number_format for letter in ("C", "D", "F")}
    assert formats == {"C": "dd.mm.yyyy", "D": "@", "F": "General"}


def test_an_empty_register_is_a_form_to_fill_in() -> None:
    sheet = opened(replace(REGISTER, rows=()))

    assert len(rows(sheet)) == 1
    assert sheet.auto_filter.ref == "A1:G1"
    assert len(sheet.data_validations.dataValidation) == 2


@pytest.mark.parametrize(
    ("value", "content", "align", "held", "number_format"),
    [
        ("2024-10-15", "day", "left", day("2024-10-15"), "dd.mm.yyyy"),
        ("1900-02-28", "day", "left", day("1900-02-28"), "dd.mm.yyyy"),
        ("15 октября", "day", "left", "15 октября", "@"),
        ("15:00", "clock", "left", clock(15), "hh:mm"),
        ("00:00", "clock", "left", clock(0), "hh:mm"),
        ("24:00", "clock", "left", "24:00", "@"),
        (0, "text", "right", 0, "General"),
        (2**53, "text", "right", str(2**53), "General"),
        ("-3,25", "text", "right", -3.25, "General"),
        ("9,95", "text", "right", 9.95, "General"),
        ("−2", "text", "right", -2, "General"),
        ("+3", "text", "right", 3, "General"),
        ("87,5 %", "text", "right", 87.5, '0.0" %"'),
        ("не менее 120", "text", "right", "не менее 120", "General"),
        ("3 из 8", "text", "right", "3 из 8", "General"),
        ("—", "text", "right", "—", "General"),
        ("007", "text", "left", "007", "@"),
        ("1.10", "text", "left", "1.10", "@"),
        ("15.10.2024", "text", "left", "15.10.2024", "@"),
        ("=1+1", "text", "left", "=1+1", "@"),
        ("первая\nвторая", "text", "left", "первая\nвторая", "@"),
        (["ОМО-02", "ОМО-04"], "text", "left", "ОМО-02\nОМО-04", "@"),
        ("длинный " * 40, "text", "left", "длинный " * 40, "General"),
    ],
)
def test_what_a_cell_holds(
    value: object, content: Content, align: Align, held: object, number_format: str
) -> None:
    found = cell(value, content, align)

    assert found.value == held
    assert type(found.value) is type(held)
    assert found.number_format == number_format
    assert found.data_type != "f"


SEEN = st.characters(exclude_categories=("Cc", "Cs", "Cn"))


@given(st.text(SEEN | st.just("\n"), min_size=1).map(str.strip).filter(bool))
@example("_x0041_")
@example("_x000D_")
@example("'=1+1")
@example("''=1+1")
@example("&amp; <b>")
def test_a_text_comes_back_as_it_was(text: str) -> None:
    column = Column("text", "Текст")
    table = Table(TITLE, (column,), [{"id": 1, "text": text}], identity=(ID,))
    (grid,) = read_workbook(render_workbook(table, RenderOptions()))

    assert unguard(grid.rows[1].cells[1]) == text


def test_an_address_is_a_link_and_shows_itself() -> None:
    found = cell("https://example.org/зал?a=1&b=%20#вход", "link")

    assert found.value == "https://example.org/зал?a=1&b=%20#вход"
    assert found.hyperlink.target == "https://example.org/зал?a=1&b=%20"
    assert found.hyperlink.location == "вход"
    assert found.font.underline == "single"


@pytest.mark.parametrize(
    "text",
    [
        "ссылка будет направлена",
        "www.example.org",
        "https://",
        "https://example.org:порт/",
        "https://example.org/[1]",
        "https://example.org/100%",
        "https://example.org/а б",
        "javascript:alert(1)",
        "internal:Лист!A1",
        "file:///etc/passwd",
        "https://example.org/" + "a" * 2_060,
    ],
)
def test_what_a_workbook_could_not_open_is_no_link(text: str) -> None:
    found = cell(text, "link")

    assert (found.value, found.hyperlink) == (text, None)


def test_more_links_than_a_sheet_may_have_stay_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "_MOST_LINKS", 2)
    column = Column("url", "Ссылка", content="link")
    sheet = opened(Table(TITLE, (column,), [{"url": f"https://example.org/{n}"} for n in range(4)]))

    assert [sheet[f"A{row}"].hyperlink is not None for row in range(4, 8)] == [
        True, True, False, False,
    ]  # fmt: skip
    assert sheet["A7"].value == "https://example.org/3"


def test_a_summary_has_its_title_above_its_total_in_bold_and_its_notes_below() -> None:
    sheet = opened(WEBINARS)

    assert rows(sheet) == [
        [TITLE, *[None] * 5],
        [None] * 6,
        ["№", "Дата", "Тема", "Ответственные", "Участников", "В сети"],
        [9, "2024-09-05", "Читательская грамотность", "Зимина А.А.\nОрлов П.П.", 120, "да"],
        [10, "2024-11-28", "«Ёлка»; ЕГЭ", None, None, "нет"],
        ["Итого", None, None, None, 120, None],
        [None] * 6,
        ["Без числа участников: 1 вебинар.", *[None] * 5],
    ]  # fmt: skip
    assert sheet["A6"].font.bold
    assert sheet["E6"].font.bold
    assert sheet.freeze_panes == "A4"
    assert sheet.auto_filter.ref == "A3:F5"
    assert sheet.print_title_rows == "$3:$3"
    assert not sheet.data_validations.dataValidation
    assert not any(each.hidden for each in sheet.column_dimensions.values())


def test_a_share_and_a_percent_are_numbers() -> None:
    sheet = opened(PLAN)

    assert [each.value for (each,) in sheet["D4:D7"]] == [87.5, 100, None, 90.9]
    assert sheet["D4"].number_format == "0.0##"


def test_a_figure_with_words_is_a_number_that_says_them() -> None:
    column = Column("people", "Участников", lambda row: str(row["people"]), align="right")
    texts = ("не менее 120", "около 7", "3 из 8", "много", 'до "5" 6')
    found = opened(Table(TITLE, (column,), [{"people": text} for text in texts]))

    assert [found[f"A{row}"].value for row in range(4, 9)] == [120, 7, *texts[2:]]
    assert found["A4"].number_format == '"не менее "0'
    assert found["A5"].number_format == '"около "0'


def test_a_change_keeps_its_sign() -> None:
    column = Column("change", "±", lambda row: str(row["change"]), align="right")
    found = opened(Table(TITLE, (column,), [{"change": text} for text in ("+3", "−2", "0")]))

    assert [found[place].value for place in ("A4", "A5", "A6")] == [3, -2, 0]
    assert found["A4"].number_format == found["A5"].number_format == "+0;−0;0"


def test_a_table_without_rows_says_so() -> None:
    assert rows(opened(EMPTY))[3][0] == "Записей нет."


def test_nothing_that_is_not_seen_gets_into_a_report() -> None:
    sheet = opened(HOSTILE)

    assert sheet.title == "Опасные b ячейки b , 2024-2025"
    assert sheet["A1"].value == "Опасные [b]ячейки[/b], 2024-2025 учебный год"
    texts = [str(sheet.cell(4 + row, 2).value) for row in range(len(HOSTILE.rows))]
    assert texts[4] == "красный окно"
    assert texts[5] == '=HYPERLINK("http://example.org")'
    assert texts[6] == "\u202eзадом\u202c наперёд"
    assert all(
        character.isprintable() or character in "\n\u202e\u202c\u200d"
        for character in "".join(texts)
    )


@pytest.mark.parametrize(
    ("title", "name"),
    [
        (TITLE, TITLE),
        ("Мероприятия маршрутов, 2024-2025 учебный год", "Мероприятия, 2024-2025"),
        ("Индивидуальные образовательные маршруты, все учебные годы", "Индивидуальные, все годы"),
        ("Областные методические объединения", "Областные методические"),
        ("Просрочено на 20.11.2024 (ср), 2024-2025 учебный год", "Просрочено на, 2024-2025"),
        ("Что: будет/загружено?", "Что будет загружено"),
        ("'Загрузка'", "Загрузка"),
        ("Сельскохозяйственнопромышленность, 2024-2025", "Сельскохозяйственноп, 2024-2025"),
        ("Сельскохозяйственнопромышленно'сть", "Сельскохозяйственнопромышленно"),
        ("", "Таблица"),
    ],
)
def test_a_sheet_is_called_by_the_title_and_keeps_the_year(title: str, name: str) -> None:
    assert sheet_name(title) == name
    assert opened(replace(WEBINARS, title=title)).title == name


def test_a_text_as_long_as_a_cell_can_hold_stays_whole() -> None:
    assert len(cell("ы" * 32_767).value) == 32_767


@pytest.mark.parametrize("text", ["ы" * 32_768, "👩" * 16_384])
def test_a_longer_text_is_refused_and_not_cut(text: str) -> None:
    with pytest.raises(Refused) as refused:
        cell(text)
    assert str(refused.value) == (
        f"Строка 2, столбец «Значение»: в тексте {len(text)} знаков, а в ячейку Excel помещается "
        "32767. Сократите текст или выберите другой вид: -f csv."
    )


def test_more_rows_than_a_sheet_has_are_refused() -> None:
    with pytest.raises(Refused) as refused:
        opened(replace(REGISTER, rows=[{}] * (MOST_ROWS + 1)))
    assert str(refused.value) == (
        "В таблице 1000001 строк, а на лист Excel помещается 1000000. "
        "Выберите часть записей или другой вид: -f csv."
    )


@pytest.mark.parametrize("table", [REGISTER, PLAN])
def test_the_same_table_makes_the_same_bytes_at_any_time(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = render_workbook(table, RenderOptions())
    monkeypatch.setattr(time, "time", lambda: 4_000_000_000.0)
    monkeypatch.setenv("TZ", "Asia/Vladivostok")

    assert render_workbook(table, RenderOptions(200, color=True)) == now
    assert {each.date_time[0] for each in zipfile.ZipFile(BytesIO(now)).infolist()} == {1980}


@pytest.mark.parametrize("kind", MODULES)
def test_excel_can_offer_the_words_of_every_field(kind: str) -> None:
    chosen = [field.type.words() for field in kind_of(kind).fields if field.type.words()]

    assert all(len(",".join(words)) <= 255 for words in chosen)
    assert not any("," in word for words in chosen for word in words)
