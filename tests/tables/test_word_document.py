"""Documents in Word: read back as python-docx and an XML parser see them."""

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document as WordFile
from docx.enum.section import WD_ORIENT
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as WordParagraph
from openpyxl import load_workbook

from rumo_cli.tables.document import (
    Block,
    Document,
    Heading,
    Listing,
    PageBreak,
    Paragraph,
    Signature,
)
from rumo_cli.tables.table import Column, Table
from rumo_cli.tables.word_document import word_document
from tests.tables.examples import HOSTILE, HOSTILE_CELLS, MONTHS, PLAN

TITLE = "Анализ деятельности"
WIDE = Table(
    "Все показатели",
    tuple(Column(f"c{number}", f"Показатель {number}", align="right") for number in range(9)),
    [{"c0": 1}],
)
SIGNATURE = Signature("Заместитель председателя", "П.О. Инеева")


def written(*blocks: Block) -> WordFile:
    return docx.Document(BytesIO(word_document(Document(TITLE, blocks))))


def said(file: WordFile) -> list[tuple[object, str]]:
    """Return the paragraphs beside tables, each with the name of its style."""
    return [(each.style and str(each.style.name), text_of(each)) for each in file.paragraphs]


def text_of(paragraph: WordParagraph) -> str:
    """Return a text with what fields say in it, which python-docx leaves out."""
    return "".join(each.text or "" for each in paragraph._p.iter(qn("w:t")))


def value(file: WordFile, path: str) -> list[str | None]:
    """Return the values of elements that stand in the text."""
    return [each.get(qn("w:val")) for each in file.element.body.iter(qn(path))]


def test_every_block_has_a_style_of_words_own() -> None:
    file = written(
        Heading("Состав"),
        Paragraph("В составе\n24 объединения."),
        Heading("Руководители", 2),
        Listing(("методисты",)),
        Listing(("учителя",), numbered=True),
    )

    assert said(file) == [
        ("Title", TITLE),
        ("Heading 1", "Состав"),
        ("Body Text", "В составе 24\N{NO-BREAK SPACE}объединения."),
        ("Heading 2", "Руководители"),
        ("List Bullet", "методисты"),
        ("List Number", "учителя"),
    ]


def test_headings_are_known_to_a_table_of_contents() -> None:
    styles = written(Heading("Состав")).styles
    levels = [value.get(qn("w:val")) for value in styles.element.iter(qn("w:outlineLvl"))]

    assert levels == ["0", "1"]


def test_each_numbered_list_begins_anew() -> None:
    two = (Listing(("а", "б"), numbered=True), Listing(("в",), numbered=True))
    file = written(*two, Listing(("г",)), Listing(("д",)))
    numbers = value(file, "w:numId")
    (numbering,) = [part for part in parts(file) if part.partname == "/word/numbering.xml"]

    assert numbers[0] == numbers[1]
    assert len(numbers) == 3
    assert numbers[2] != numbers[0]
    assert numbering.blob.count(b"startOverride") == 2
    assert numbering.blob.index(b"<w:num ") > numbering.blob.rindex(b"</w:abstractNum>")


def parts(file: WordFile) -> list[Part]:
    return list(file.part.package.iter_parts())


def test_tables_are_numbered_as_they_come_and_have_notes_below() -> None:
    file = written(replace(PLAN, charts=()), replace(WIDE, notes=("Без ОМО.",), title="Ещё"))

    assert said(file)[1:] == [
        ("Caption", "Таблица\xa01 — Выполнение планов, 2024-2025\xa0учебный год"),
        ("Caption", "Таблица\xa02 — Ещё"),
        ("Текст таблицы", "Без ОМО."),
    ]
    fields = [each.get(qn("w:instr")) for each in file.element.body.iter(qn("w:fldSimple"))]
    assert fields == [" SEQ Таблица \\* ARABIC "] * 2


def test_figures_stand_at_the_right_and_the_foot_is_bold() -> None:
    (table,) = written(replace(PLAN, charts=())).tables
    name, figure = table.rows[1].cells[:2]

    assert [each.paragraphs[0].alignment for each in (name, figure)] == [None, 2]
    assert [each.runs[0].bold for each in table.rows[-1].cells[0].paragraphs] == [True]
    assert table.style is not None
    assert table.style.name == "Table Grid"


def test_a_short_table_stands_on_one_page_and_a_long_one_with_its_heading() -> None:
    long = replace(PLAN, charts=(), rows=[*PLAN.rows] * 9)

    def kept(table: Table) -> list[bool]:
        rows = written(table).tables[0].rows
        formats = [row.cells[0].paragraphs[0].paragraph_format for row in rows]
        return [bool(each.keep_with_next) for each in formats]

    assert kept(replace(PLAN, charts=())) == [True, True, True, True, False]
    assert kept(long) == [True] + [False] * 28


def test_a_table_without_rows_says_so_and_has_no_number() -> None:
    file = written(Table("Заседания", (Column("a", "А"),), [], empty="Заседаний нет."), WIDE)

    assert [text for _, text in said(file)[1:]] == [
        "Заседания",
        "Заседаний нет.",
        "Таблица\xa01 — Все показатели",
    ]


def test_who_signs_stays_with_the_paragraph_above() -> None:
    file = written(Paragraph("Первый."), Paragraph("Последний."), SIGNATURE)
    (table,) = file.tables

    assert [each.paragraph_format.keep_with_next for each in file.paragraphs[1:]] == [None, True]
    assert [cell.text for cell in table.rows[0].cells] == [*SIGNATURE]
    assert table.style is not None
    assert table.style.name == "Normal Table"


def test_two_tables_beside_each_other_stay_two() -> None:
    body = written(replace(PLAN, charts=()), SIGNATURE).element.body
    tags = [each.tag.rpartition("}")[2] for each in body]

    assert tags == ["p", "p", "tbl", "p", "tbl", "sectPr"]


def test_a_page_break_is_said_of_the_paragraph_that_follows() -> None:
    file = written(Paragraph("До"), PageBreak(), Heading("После"))

    breaks = [each.paragraph_format.page_break_before for each in file.paragraphs]
    assert breaks == [None, None, True]


def lying(file: WordFile) -> list[bool]:
    return [section.orientation == WD_ORIENT.LANDSCAPE for section in file.sections]


def test_an_appendix_lies_on_its_side_only_where_its_columns_need_it() -> None:
    wide, upright = (Heading("Показатели"), WIDE), (Heading("Планы"), PLAN)

    assert lying(written(Paragraph("а"), PageBreak(), *upright)) == [False]
    assert lying(written(Paragraph("а"), PageBreak(), *wide)) == [False, True]
    assert lying(written(Paragraph("а"), PageBreak(), *wide, PageBreak(), *upright)) == [
        False,
        True,
        False,
    ]
    assert lying(written(Paragraph("а"), WIDE)) == [False]


def test_page_numbers_go_on_from_section_to_section() -> None:
    file = written(Paragraph("а"), PageBreak(), WIDE, PageBreak(), Heading("Планы"))
    first, *others = file.sections

    assert first.different_first_page_header_footer
    assert not any(each.different_first_page_header_footer for each in others)
    assert all(each.header.is_linked_to_previous for each in others)


def test_a_chart_is_words_own_with_its_figures_inside() -> None:
    file = written(MONTHS)
    charts = [part for part in parts(file) if part.content_type.endswith("drawingml.chart+xml")]
    chart = charts[0].blob.decode()
    (book,) = [rel.target_part for rel in charts[0].rels.values()]
    sheet = load_workbook(BytesIO(book.blob)).worksheets[0]

    assert len(charts) == 2
    assert chart.count("<c:ser>") == 2
    assert "<c:v>сентябрь 2024</c:v>" in chart
    assert '<c:externalData r:id="rId1">' in chart
    assert [cell.value for cell in sheet[2]] == ["сентябрь 2024", 12, 6]
    assert not any("chart" in name for name in ZipFile(BytesIO(book.blob)).namelist())


def test_a_chart_says_what_it_is_to_who_does_not_see_it() -> None:
    told = [each.get("descr") for each in written(MONTHS).element.body.iter(qn("wp:docPr"))]

    assert told[0] == (
        "Диаграмма «Проведено»: 2024-2025, 2023-2024. "
        "Те же числа в таблице «Вебинары по месяцам, 2024-2025 учебный год»."
    )


@pytest.mark.parametrize(("rows", "drawn"), [(24, 1), (60, 0)])
def test_a_chart_that_no_page_has_room_for_is_left_to_its_table(rows: int, drawn: int) -> None:
    chart = MONTHS.charts[0]
    table = replace(MONTHS, charts=(chart,), rows=[MONTHS.rows[0]] * rows)

    assert len(list(written(table).element.body.iter(qn("wp:inline")))) == drawn


def test_nothing_of_a_text_is_markup_or_breaks_the_file() -> None:
    texts = (*HOSTILE_CELLS, "{{ номер }} {% if %}", "\x00\x01\ufffe\uffff\ud800!", "x" * 5000)
    said_twice: list[Block] = [*map(Heading, texts), *map(Paragraph, texts)]
    file = written(*said_twice, Listing(texts), HOSTILE, Signature(*texts[:2]))
    shown = [text for _, text in said(file)]

    assert "<script>alert(1)</script> &amp;" in shown
    assert "{{ номер }} {% if %}" in shown
    assert shown.count("!") == 3


def test_an_address_by_itself_is_a_link() -> None:
    assert len(list(written(Paragraph("https://a.ru/б")).element.body.iter(qn("w:hyperlink")))) == 1


def test_a_document_without_blocks_says_so() -> None:
    file = docx.Document(BytesIO(word_document(Document(TITLE, (), "Ничего."))))

    assert said(file) == [("Title", TITLE), ("Body Text", "Ничего.")]


def test_the_same_words_make_the_same_bytes_that_name_nobody() -> None:
    document = Document(TITLE, (MONTHS, Listing(("а",), numbered=True)))
    data = word_document(document)
    properties = docx.Document(BytesIO(data)).core_properties

    assert data == word_document(document)
    assert (properties.title, properties.author, properties.language) == (TITLE, "", "ru-RU")
    assert {each.date_time for each in ZipFile(BytesIO(data)).infolist()} == {(1980, 1, 1, 0, 0, 0)}
