"""The format `docx`: a table as a Word document."""

from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm

from rumo_cli.tables.options import RenderOptions
from rumo_cli.tables.table import Column, Table
from rumo_cli.tables.word import render_word
from rumo_cli.tables.word_paper import is_address

TABLE = Table(
    "Вебинары, 2024-2025 учебный год",
    (
        Column("title", "Тема", wide=True),
        Column("speakers", "Спикеры"),
        Column("url", "Ссылка", content="link"),
        Column("participants", "Участников", align="right"),
    ),
    [
        {
            "title": "<b>Дроби</b> & {{ проценты }}",
            "speakers": ["Белова А.С.", "Громов Б.В."],
            "url": "https://vks.example.ru/комната?a=1&b=2",
            "participants": 25,
        },
        {"title": "=СУММА(A1)\nвторая строка \u202eслева", "url": "будет направлена"},
    ],
    total={"title": "Всего", "participants": 25},
    notes=("Время московское.",),
)


def drawn(table: Table = TABLE) -> Document:
    return docx.Document(BytesIO(render_word(table, RenderOptions())))


def cells(document: Document) -> list[list[str]]:
    (table,) = document.tables
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_every_text_stands_as_text() -> None:
    document = drawn()

    assert [each.text for each in document.paragraphs] == [
        "Вебинары, 2024-2025 учебный год",
        "Время московское.",
    ]
    assert cells(document) == [
        ["Тема", "Спикеры", "Ссылка", "Участников"],
        [
            "<b>Дроби</b> & {{ проценты }}",
            "Белова А.С.\nГромов Б.В.",
            "https://vks.example.ru/комната?a=1&b=2",
            "25",
        ],
        ["=СУММА(A1)\nвторая строка \u202eслева\u202c", "", "будет направлена", ""],
        ["Всего", "", "", "25"],
    ]


def test_an_address_leads_where_it_says() -> None:
    document = drawn()
    links = list(document.element.body.iter(qn("w:hyperlink")))
    targets = [document.part.rels[link.get(qn("r:id"))].target_ref for link in links]

    assert targets == ["https://vks.example.ru/%D0%BA%D0%BE%D0%BC%D0%BD%D0%B0%D1%82%D0%B0?a=1&b=2"]


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("https://a.ru", True),
        ("http://a.ru", True),
        ("см. https://a.ru", False),
        ("https://a.ru и ещё", False),
        ("javascript:alert(1)", False),
    ],
)
def test_what_an_address_is(text: str, is_one: bool) -> None:
    assert is_address(text) is is_one


def test_a_page_is_that_of_the_standard() -> None:
    (section,) = drawn().sections

    lengths = [
        section.page_width,
        section.page_height,
        section.left_margin,
        section.right_margin,
        section.top_margin,
        section.bottom_margin,
    ]

    assert [round(each.mm) for each in lengths if each] == [210, 297, 30, 10, 20, 20]
    assert drawn().styles["Normal"].font.name == "Times New Roman"


def test_many_columns_lie_on_the_side_and_fill_the_page() -> None:
    columns = tuple(Column(f"c{number}", f"Столбец {number}") for number in range(9))
    document = drawn(Table("Широкая", columns, [{"c0": "слово " * 40, "c1": "x" * 300}]))
    (section,), (table,) = document.sections, document.tables
    widths = [int(each.get(qn("w:w"))) for each in table._tbl.iter(qn("w:gridCol"))]

    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert sum(widths) == pytest.approx(Mm(257).twips, abs=len(widths))
    assert min(widths) > Mm(10).twips


def test_a_heading_is_on_every_page_and_a_row_on_one() -> None:
    heading, *rows = drawn().tables[0].rows

    assert heading._tr.find(f".//{qn('w:tblHeader')}") is not None
    assert all(row._tr.find(f".//{qn('w:tblHeader')}") is None for row in rows)
    assert all(row._tr.find(f".//{qn('w:cantSplit')}") is not None for row in (heading, *rows))


def test_a_table_without_rows_says_so() -> None:
    document = drawn(Table("Пусто", TABLE.columns, [], empty="Вебинаров нет."))

    assert [each.text for each in document.paragraphs] == ["Пусто", "Вебинаров нет."]
    assert document.tables == []


def test_page_numbers_are_in_the_font_of_the_text() -> None:
    header = drawn(TABLE).styles["Header"]

    assert (header.font.name, header.font.size) == (None, None)
    assert header.base_style.name == "Normal"


def test_nothing_in_it_tells_when_and_where_it_was_made() -> None:
    data = render_word(TABLE, RenderOptions())
    properties = docx.Document(BytesIO(data)).core_properties

    assert {part.date_time for part in ZipFile(BytesIO(data)).infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert (properties.author, properties.comments) == ("", "")
    assert {properties.created, properties.modified} == {properties.created}
    assert data == render_word(TABLE, RenderOptions())
