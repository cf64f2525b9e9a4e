import io
import zipfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from rumo_cli.errors import Refused
from rumo_cli.intake.grid import Grid, Merge, NoTable
from rumo_cli.intake.layout import RowKind, lay_out
from rumo_cli.intake.word import read_document, reading
from rumo_cli.records import kind_of

DOCUMENTS = Path(__file__).parents[1] / "data" / "documents"

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        "w": WORD,
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    }.items()
)
HEADINGS = ("№", "Мероприятие", "Срок", "Ответственный")
ADDRESSES = {
    "rId101": "https://example.org/protokol",
    "rId102": "file:///C:/план.docx",
    "rId103": "mailto:rumo@example.org",
}


# A document in the markup of Word: runs in paragraphs in cells in rows in a table.


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str = "", properties: str = "") -> str:
    runs = content if content.startswith("<") else run(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def cell(content: str = "", properties: str = "") -> str:
    inside = content if content.startswith(("<w:p>", "<w:tbl>")) else paragraph(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    inside = (each if each.startswith(("<w:tc>", "<w:sdt>")) else cell(each) for each in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(inside)}</w:tr>"


def table(*rows: str | Sequence[str], widths: Sequence[int] = ()) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    inside = "".join(each if isinstance(each, str) else row(*each) for each in rows)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{columns}</w:tblGrid>{inside}</w:tbl>"


def spanning(columns: int, content: str = "") -> str:
    return cell(content, f'<w:gridSpan w:val="{columns}"/>')


def merged(content: str = "", *, begins: bool = False) -> str:
    return cell(content, '<w:vMerge w:val="restart"/>' if begins else "<w:vMerge/>")


def control(content: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def numbered(depth: int = 0, key: int = 1, text: str = "") -> str:
    place = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{key}"/></w:numPr>'
    return paragraph(run(text) if text else "", place)


def level(depth: int, text: str, notation: str = "decimal", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{notation}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(*lists: str, more: str = "") -> str:
    definitions = "".join(
        f'<w:abstractNum w:abstractNumId="{key}">{levels}</w:abstractNum>'
        for key, levels in enumerate(lists, 1)
    )
    numbers = "".join(
        f'<w:num w:numId="{key}"><w:abstractNumId w:val="{key}"/></w:num>'
        for key in range(1, len(lists) + 1)
    )
    return f"<w:numbering {NAMESPACES}>{definitions}{numbers}{more}</w:numbering>"


def body(*blocks: str) -> str:
    return f"<w:document {NAMESPACES}><w:body>{''.join(blocks)}</w:body></w:document>"


@cache
def empty_document() -> dict[str, bytes]:
    """Return the parts of the document that python-docx begins with."""
    stream = io.BytesIO()
    made = Document()
    for key, address in ADDRESSES.items():
        made.part.rels.add_relationship(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink",
            address,
            key,
            is_external=True,
        )
    made.save(stream)
    with zipfile.ZipFile(stream) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def document(*blocks: str, lists: str = "", **parts: bytes) -> bytes:
    """Return a document; `parts` replace those of the package, named as `word_document_xml`."""
    named = {name: name.replace("word_", "word/").replace("_xml", ".xml") for name in parts}
    replaced = {"word/document.xml": body(*blocks).encode()}
    replaced |= {"word/numbering.xml": lists.encode()} if lists else {}
    return packed(empty_document() | replaced | {named[name]: parts[name] for name in parts})


def only_grid(*blocks: str, lists: str = "") -> Grid:
    (grid,) = read_document(document(*blocks, lists=lists))
    return grid


def cells(grid: Grid) -> list[list[str]]:
    return [list(each.cells) for each in grid.rows]


def read_cell(content: str, lists: str = "") -> str:
    """Return how the cell below «Мероприятие» is read."""
    grid = only_grid(table(HEADINGS, ("1", content, "май", "")), lists=lists)
    return grid.rows[1].cells[1]


def refusal(data: bytes) -> str:
    with pytest.raises(Refused) as refused:
        read_document(data)
    return str(refused.value)


# Geometry


def test_a_table_becomes_a_grid() -> None:
    (grid,) = read_document(
        document(
            paragraph("План работы РУМО"),
            paragraph("на 2024-2025 учебный год"),
            table(HEADINGS, ("1", "Заседание", "май", "Лугов П.К."), ("2", "", "", "")),
        )
    )

    assert grid.sheet == "таблица 1"
    assert grid.title == "План работы РУМО на 2024-2025 учебный год"
    assert [(each.row, each.line) for each in grid.rows] == [(1, None), (2, None), (3, None)]
    assert cells(grid) == [
        ["№", "Мероприятие", "Срок", "Ответственный"],
        ["1", "Заседание", "май", "Лугов П.К."],
        ["2", "", "", ""],
    ]
    assert (grid.merges, grid.links, grid.notes) == ((), {}, ())


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (row("1", spanning(2, "а"), "б"), ["1", "а", "", "б"]),
        (row(spanning(4, "1. Раздел")), ["1. Раздел"]),
        (row("а", "б", properties='<w:gridBefore w:val="2"/>'), ["", "", "а", "б"]),
        (row("1", "а", properties='<w:gridAfter w:val="2"/>'), ["1", "а"]),
        (row("1", control(cell("а") + cell("б")), "в"), ["1", "а", "б", "в"]),
        (control(row("1", "а", "б", "в")), ["1", "а", "б", "в"]),
        (row("1", cell("а", '<w:gridSpan w:val="0"/>'), "б"), ["1", "а", "б"]),
        (row(), []),
    ],
    ids=["span", "whole", "before", "after", "cell control", "row control", "span of 0", "none"],
)
def test_cells_stand_in_the_columns_of_the_table(line: str, expected: list[str]) -> None:
    grid = only_grid(table(HEADINGS, line, ("2", "", "", "")))

    assert cells(grid)[1] == expected


def test_cells_merged_downwards_are_listed_by_their_first_column() -> None:
    grid = only_grid(
        table(
            (merged("№", begins=True), spanning(2, "Мероприятие"), merged("Срок", begins=True)),
            (merged(), "Тема", "Форма", merged()),
            ("1", "Заседание", merged("очно", begins=True), "май"),
            ("2", "Вебинар", merged("скрытый текст"), "июнь"),
            ("3", "Семинар", merged("дистанционно", begins=True), "июль"),
            ("4", "Итоги", merged(), "август"),
        )
    )

    assert grid.merges == (Merge(1, 2, 0), Merge(1, 2, 3), Merge(3, 4, 2), Merge(5, 6, 2))
    assert [line[2] for line in cells(grid)[2:]] == ["очно", "", "дистанционно", ""]


def test_a_merge_that_nothing_begins_begins_where_it_stands() -> None:
    grid = only_grid(table(HEADINGS, ("1", "а", merged("май"), ""), ("2", "б", merged(), "")))

    assert grid.merges == (Merge(2, 3, 2),)
    assert cells(grid)[1:] == [["1", "а", "май", ""], ["2", "б", "", ""]]


def test_a_row_without_the_merged_cell_ends_the_merge() -> None:
    lines = [("1", merged("а", begins=True)), (spanning(2, "Раздел"),), ("2", merged("б"))]
    grid = only_grid(table(("№", "Мероприятие"), *lines))

    assert grid.merges == ()
    assert cells(grid)[1:] == [["1", "а"], ["Раздел"], ["2", "б"]]


def test_borders_dragged_by_hand_make_no_columns() -> None:
    """The heading ends its second column 2 mm before the rows below do."""
    grid = only_grid(
        table(
            row("№", "Мероприятие", spanning(2, "Срок"), "Ответственный"),
            row("1", spanning(2, "Заседание"), "май", "Лугов П.К."),
            row(spanning(5, "Раздел")),
            widths=[500, 4000, 113, 1500, 2000],
        )
    )

    assert cells(grid) == [list(HEADINGS), ["1", "Заседание", "май", "Лугов П.К."], ["Раздел"]]


def test_a_narrow_column_with_a_cell_of_its_own_stays() -> None:
    grid = only_grid(table(("Мероприятие", "+", "Срок"), widths=[4000, 113, 1500]))

    assert cells(grid) == [["Мероприятие", "+", "Срок"]]


# The text of a cell


def alternatives(choice: str, fallback: str) -> str:
    return (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{choice}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"
    )


def symbol(font: str, code: str) -> str:
    return f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'


TEXT_BOX = f"<wps:txbx><w:txbxContent>{paragraph('надпись')}</w:txbxContent></wps:txbx>"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (paragraph("Заседание") + paragraph("РУМО"), "Заседание\nРУМО"),
        (paragraph(run("Засе") + run("дание")), "Заседание"),
        (paragraph("<w:r><w:t>а</w:t><w:br/><w:t>б</w:t><w:cr/><w:t>в</w:t></w:r>"), "а\nб\nв"),
        (paragraph("<w:r><w:t>а</w:t><w:tab/><w:t>б</w:t></w:r>"), "а б"),
        (paragraph("а", '<w:tabs><w:tab w:val="left" w:pos="9"/></w:tabs>'), "а"),
        (paragraph("<w:r><w:t>ИКТ</w:t><w:noBreakHyphen/><w:t>зона</w:t></w:r>"), "ИКТ-зона"),
        (paragraph("<w:r><w:t>педа</w:t><w:softHyphen/><w:t>гог\u00adи</w:t></w:r>"), "педагоги"),
        (paragraph(run("Итоги") + '<w:r><w:footnoteReference w:id="2"/></w:r>'), "Итоги"),
        (paragraph(control(run("15.10.2024"), "<w:date/>")), "15.10.2024"),
        (paragraph("а") + control(paragraph("б")), "а\nб"),
        (paragraph(control(run("Место для даты"), "<w:showingPlcHdr/>")), ""),
        (paragraph("<w:smartTag>" + run("Смоленск") + "</w:smartTag>"), "Смоленск"),
        (paragraph(run("снято", "<w:strike/>")), "снято"),
        (paragraph(run("явно", '<w:vanish w:val="0"/>')), "явно"),
        (paragraph("<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>"), "x+1"),
        (paragraph(symbol("Wingdings", "F0FE") + run(" да")), "☑ да"),
        (paragraph(symbol("Wingdings 2", "F0A3") + symbol("Wingdings", "F0FD")), "☐☒"),
        (paragraph(symbol("Segoe UI Symbol", "2713")), "✓"),
        (paragraph(symbol("Symbol", "F0B7") + run("пункт")), "пункт"),
        (paragraph(run("☒ да ☐ нет")), "☒ да ☐ нет"),
        (
            paragraph(run("а") + alternatives(f"<w:drawing>{TEXT_BOX}</w:drawing>", "<w:pict/>")),
            "а",
        ),
        (paragraph(f"<w:r>{alternatives('<w:t>новое</w:t>', '<w:t>✅</w:t>')}</w:r>"), "✅"),
        (
            table(("а", "б"), ("в", paragraph("г") + paragraph("д"))) + paragraph(),
            "а б\nв г\nд",
        ),
        (paragraph("до") + table(("а", "б")) + paragraph("после"), "до\nа б\nпосле"),
    ],
)
def test_a_cell_says_what_a_person_sees_in_it(content: str, expected: str) -> None:
    assert read_cell(content) == expected


REVISED = "в документе есть непринятые исправления: прочитан текст с ними"
HIDDEN = "в документе есть скрытый текст: он не прочитан"


@pytest.mark.parametrize(
    ("content", "expected", "notes"),
    [
        (f"<w:ins>{run('новое')}</w:ins>", "новое", (REVISED,)),
        (f"<w:del><w:r><w:delText>старое</w:delText></w:r></w:del>{run('а')}", "а", (REVISED,)),
        (f"<w:moveFrom>{run('тут')}</w:moveFrom>{run('а')}", "а", (REVISED,)),
        (f"<w:moveTo>{run('сюда')}</w:moveTo>", "сюда", (REVISED,)),
        (run("видно") + run(" скрыто", "<w:vanish/>"), "видно", (HIDDEN,)),
    ],
)
def test_a_person_is_told_of_corrections_and_of_hidden_text(
    content: str, expected: str, notes: tuple[str, ...]
) -> None:
    grid = only_grid(table(HEADINGS, ("1", paragraph(content), "май", "")))

    assert (grid.rows[1].cells[1], grid.notes) == (expected, notes)


def test_a_row_that_a_correction_takes_out_is_no_row() -> None:
    gone = row("1", "Отменено", "май", "", properties="<w:del/>")
    added = row("2", "Добавлено", "июнь", "", properties="<w:ins/>")
    grid = only_grid(table(HEADINGS, gone, added))

    assert [(each.row, each.cells[1]) for each in grid.rows[1:]] == [(2, "Добавлено")]
    assert grid.notes == (REVISED,)


def test_a_cell_that_nobody_filled_in_is_empty() -> None:
    date = control(cell("Место для ввода даты."), "<w:showingPlcHdr/><w:date/>")
    grid = only_grid(table(HEADINGS, ("1", "Заседание", date, "Лугов П.К.")))

    assert cells(grid)[1] == ["1", "Заседание", "", "Лугов П.К."]


# Links


def field(*instruction: str, result: str = "протокол") -> str:
    pieces = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in instruction)
    begin, separate, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    return begin + pieces + separate + run(result) + end


@pytest.mark.parametrize(
    ("content", "address"),
    [
        (f'<w:hyperlink r:id="rId101">{run("протокол")}</w:hyperlink>', ADDRESSES["rId101"]),
        (
            f'<w:hyperlink r:id="rId101" w:anchor="п2">{run("протокол")}</w:hyperlink>',
            f"{ADDRESSES['rId101']}#п2",
        ),
        (f'<w:hyperlink r:id="rId103">{run("протокол")}</w:hyperlink>', ADDRESSES["rId103"]),
        (field(' HYPERLINK "https://exam', 'ple.org/1" '), "https://example.org/1"),
        (
            f"<w:fldSimple w:instr='HYPERLINK \"http://example.org\"'>{run('протокол')}"
            "</w:fldSimple>",
            "http://example.org",
        ),
        (f'<w:hyperlink r:id="rId102">{run("протокол")}</w:hyperlink>', None),
        (f'<w:hyperlink r:id="rId999">{run("протокол")}</w:hyperlink>', None),
        (f'<w:hyperlink w:anchor="п2">{run("протокол")}</w:hyperlink>', None),
        (field(' HYPERLINK \\l "закладка" '), None),
        (field(" DATE "), None),
    ],
)
def test_addresses_behind_texts_are_kept(content: str, address: str | None) -> None:
    grid = only_grid(table(HEADINGS, ("1", "Заседание", "май", paragraph(content))))

    assert grid.rows[1].cells[3] == "протокол"
    assert grid.links == ({(2, 3): address} if address else {})


# Numbers that Word puts itself

ITEMS = level(0, "%1.") + level(1, "%1.%2.")


def numbers(*places: str, lists: str) -> list[str]:
    grid = only_grid(
        table(HEADINGS, *((place, "Заседание", "май", "") for place in places)), lists=lists
    )
    return [line[0] for line in cells(grid)[1:]]


def test_the_numbers_of_items_are_counted() -> None:
    places = [numbered(0), numbered(1), numbered(1), numbered(0), numbered(1)]

    assert numbers(*places, lists=numbering(ITEMS)) == ["1", "1.1", "1.2", "2", "2.1"]


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        (level(0, "%1)"), ["1", "2"]),
        (level(0, "%1", start=5), ["5", "6"]),
        (level(0, "п. %1"), ["п. 1", "п. 2"]),
        (level(0, "•", "bullet"), ["", ""]),
        (level(0, "%1.", "upperRoman"), ["", ""]),
        (level(0, "%2."), ["", ""]),
        (level(1, "%2."), ["", ""]),
        ("", ["", ""]),
    ],
)
def test_only_decimal_numbers_are_counted(levels: str, expected: list[str]) -> None:
    assert numbers(numbered(), numbered(), lists=numbering(levels)) == expected


def test_every_list_counts_for_itself_unless_it_shares_its_definition() -> None:
    shared = '<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>'
    anew = (
        '<w:num w:numId="4"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    lists = numbering(ITEMS, ITEMS, more=shared + anew)
    places = [numbered(key=key) for key in (1, 1, 2, 3, 4, 4, 9, 0)]

    assert numbers(*places, lists=lists) == ["1", "2", "1", "3", "1", "2", "", ""]


def test_numbers_stand_only_where_there_is_no_text() -> None:
    lists = numbering(ITEMS)

    assert read_cell(numbered(text="Заседание") + numbered(text="Итоги"), lists) == (
        "Заседание\nИтоги"
    )
    assert numbers(numbered(text="7"), numbered(), lists=lists) == ["7", "2"]


def test_paragraphs_outside_of_tables_are_counted_too() -> None:
    lists = numbering(ITEMS)
    grid = only_grid(
        numbered(text="Нормативное обеспечение"),
        table(HEADINGS, (numbered(1), "Положение", "май", "")),
        numbered(text="Работа с кадрами"),
        table((numbered(1), "Вебинар", "июнь", "")),
        lists=lists,
    )

    assert cells(grid)[1:] == [
        ["1. Нормативное обеспечение"],
        ["1.1", "Положение", "май", ""],
        ["2. Работа с кадрами"],
        ["2.1", "Вебинар", "июнь", ""],
    ]


def test_a_style_may_number_too() -> None:
    styles = (
        f'<w:styles {NAMESPACES}><w:style w:type="paragraph" w:styleId="Пункт"><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>'
    )
    place = paragraph("", '<w:pStyle w:val="Пункт"/>')
    made = document(
        table(HEADINGS, *[(place, "Заседание", "май", "")] * 2),
        lists=numbering(ITEMS),
        word_styles_xml=styles.encode(),
    )

    assert [line[0] for line in cells(read_document(made)[0])] == ["№", "1", "2"]


# Several tables

FIRST = table(HEADINGS, ("1", "Заседание", "сентябрь", "Лугов П.К."))
MORE = table(("2", "Вебинар", "октябрь", "методист"), ("3", "Семинар", "май", ""))
AGAIN = table(HEADINGS, ("2", "Вебинар", "октябрь", "методист"))
OTHER = table(("№", "ФИО", "Должность", "Организация"), ("1", "Лугов П.К.", "методист", "СОШ № 1"))
WIDER = table(("№", "Тема", "Дата", "ОМО", "Ведущий"), ("1", "ОГЭ", "15.10.2024", "", ""))


def sheets(*blocks: str) -> list[tuple[str | None, str, int]]:
    """Return what each grid is called, its title and how many rows it has."""
    grids = read_document(document(*blocks))
    return [(grid.sheet, grid.title, len(grid.rows)) for grid in grids]


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        ([FIRST, paragraph(), MORE], [("таблица 1", "", 4)]),
        ([FIRST, AGAIN], [("таблица 1", "", 4)]),
        ([FIRST, table(("2", "Вебинар", "май"))], [("таблица 1", "", 2), ("таблица 2", "", 1)]),
        ([FIRST, paragraph("Состав"), OTHER], [("таблица 1", "", 2), ("таблица 2", "Состав", 2)]),
        ([FIRST, WIDER, MORE], [("таблица 1", "", 2), ("таблица 2", "", 2), ("таблица 3", "", 2)]),
        (
            [paragraph("План 2024-2025"), FIRST, paragraph("График"), WIDER],
            [("таблица 1", "План 2024-2025", 2), ("таблица 2", "2024-2025 учебный год График", 2)],
        ),
        (
            [paragraph("План 2023-2024"), FIRST, paragraph("План 2024-2025"), AGAIN],
            [("таблица 1", "План 2023-2024", 2), ("таблица 2", "План 2024-2025", 2)],
        ),
        (
            [FIRST, paragraph("УТВЕРЖДАЮ"), paragraph("План"), AGAIN],
            [("таблица 1", "", 2), ("таблица 2", "УТВЕРЖДАЮ План", 2)],
        ),
    ],
    ids=[
        "page",
        "heading again",
        "one row",
        "other",
        "wider",
        "year goes on",
        "next year",
        "approved anew",
    ],
)
def test_tables_that_go_on_are_one(
    blocks: list[str], expected: list[tuple[str | None, str, int]]
) -> None:
    assert sheets(*blocks) == expected


def test_rows_merges_and_links_count_on_over_the_tables_of_a_grid() -> None:
    linked = paragraph(f'<w:hyperlink r:id="rId101">{run("протокол")}</w:hyperlink>')
    grid = only_grid(
        FIRST,
        paragraph("Раздел 2"),
        table(("2", "Вебинар", merged("май", begins=True), linked), ("3", "Итоги", merged(), "")),
    )

    assert [each.row for each in grid.rows] == [1, 2, 0, 3, 4]
    assert cells(grid)[2] == ["Раздел 2"]
    assert grid.merges == (Merge(3, 4, 2),)
    assert grid.links == {(3, 3): "https://example.org/protokol"}


def test_running_prose_above_a_table_is_not_its_title() -> None:
    prose = "Провести анализ работы в 2023-2024 учебном году. Сформировать предложения."

    grid = only_grid(paragraph("План на 2024-2025 учебный год"), paragraph(prose), FIRST)

    assert grid.title == "План на 2024-2025 учебный год"


def test_running_prose_between_tables_is_no_section() -> None:
    prose = paragraph("Заседания проводятся очно. Явка членов объединения обязательна.")
    grid = only_grid(FIRST, prose, paragraph("слово " * 40), paragraph("НОЯБРЬ"), MORE)

    assert [each.cells for each in grid.rows if not each.row] == [("НОЯБРЬ",)]


@pytest.mark.parametrize(
    ("above", "between", "title"),
    [
        ("СЕНТЯБРЬ", "ОКТЯБРЬ", "План"),
        ("1. Нормативное обеспечение", "2. Кадры", "План 1. Нормативное обеспечение"),
        ("ОМО учителей физики", "ОМО учителей химии", "План ОМО учителей физики"),
    ],
)
def test_what_stands_above_the_first_of_several_tables_is_a_section_like_the_others(
    above: str, between: str, title: str
) -> None:
    grid = only_grid(paragraph("План"), paragraph(above), FIRST, paragraph(between), AGAIN)

    assert grid.title == title
    assert [line[0] for line in cells(grid)] == ["№", above, "1", between, "№", "2"]


def test_the_first_section_stands_below_a_heading_of_two_levels() -> None:
    heading = [("№", "Мероприятие", spanning(2, "Проведение")), ("", "", "Срок", "Ответственный")]
    first = table(*heading, ("1", "Заседание", "май", "Лугов П.К."))
    grid = only_grid(paragraph("Раздел I"), first, paragraph("Раздел II"), MORE)

    assert [line[0] for line in cells(grid)] == ["№", "", "Раздел I", "1", "Раздел II", "2", "3"]


APPROVAL = table(("СОГЛАСОВАНО\nДиректор", "УТВЕРЖДАЮ Ректор"), ("П.К. Лугов", "М.Д. Ветрова"))
SIGNATURE = table(("Председатель РУМО", "__________", "О.В. Ленская"))
FRAME = table(("План работы",))


@pytest.mark.parametrize(
    ("above", "title"),
    [
        (APPROVAL, "СОГЛАСОВАНО Директор УТВЕРЖДАЮ Ректор П.К. Лугов М.Д. Ветрова"),
        (FRAME, "План работы"),
        (table(("", ""), ("", "")), ""),
        (table(row("а", "б", properties="<w:tblHeader/><w:del/>")), ""),
    ],
    ids=["approval", "frame", "empty", "deleted"],
)
def test_tables_that_only_lay_out_a_text_belong_to_the_title(above: str, title: str) -> None:
    assert sheets(above, paragraph(), FIRST, SIGNATURE) == [("таблица 2", title, 2)]


def test_a_title_keeps_what_stands_nearest() -> None:
    grid = only_grid(*[paragraph("Основание: приказ")] * 300, paragraph("План РУМО"), FIRST)

    assert len(grid.title) == 2_000
    assert grid.title.endswith("Основание: приказ План РУМО")


def test_a_heading_that_word_repeats_is_one_whatever_it_says() -> None:
    strange = row("А", "Б", "В", "Г", properties="<w:tblHeader/>")

    assert len(sheets(FIRST, table(strange, ("1", "2", "3", "4")))) == 2


# Whole documents, as other programs write them


def laid(name: str, kind: str) -> list[tuple[RowKind, str | None, tuple[str, ...]]]:
    (grid,) = read_document((DOCUMENTS / name).read_bytes())
    rows = lay_out(grid, kind_of(kind)).rows
    return [(each.kind, each.section, each.source.cells) for each in rows]


def test_a_plan_with_an_approval_and_a_page_break_is_laid_out() -> None:
    rows = laid("plan_omo.docx", "plan")
    records = [(section, line[0]) for kind, section, line in rows if kind is RowKind.DATA]

    assert [kind for kind, *_ in rows[:4]] == [
        RowKind.HEADING,
        RowKind.HEADING,
        RowKind.NUMBERS,
        RowKind.SECTION,
    ]
    assert records == [
        ("1. Организационная деятельность", "1.1."),
        ("1. Организационная деятельность", "1.2."),
        ("2. Методическая деятельность", "2.1."),
        ("2. Методическая деятельность", "2.2."),
        ("2. Методическая деятельность", "2.3."),
    ]
    assert rows[5][2] == (
        "1.2.",
        "Утверждение плана",
        "сентябрь",
        "заседание",
        "Снегирёва М.Д.",
        "протокол № 2 от 30.09.2024",
    )


def test_a_schedule_with_a_table_a_month_is_laid_out() -> None:
    rows = laid("webinars_by_month.docx", "webinar")
    records = [(section, *line) for kind, section, line in rows if kind is RowKind.DATA]

    assert [(month, number, link) for month, number, *_, link in records] == [
        ("СЕНТЯБРЬ 2024", "1", "https://example.org/w/1"),
        ("СЕНТЯБРЬ 2024", "2", "будет направлена дополнительно"),
        ("ОКТЯБРЬ 2024", "3", "https://example.org/w/3"),
    ]


def test_sections_between_tables_with_merged_cells_are_laid_out() -> None:
    merges = [("2", "Вебинар", merged("май", begins=True), "а"), ("3", "Итоги", merged(), "б")]
    grid = only_grid(
        paragraph("План на 2024-2025 учебный год"),
        FIRST,
        paragraph("Раздел 2. Кадры"),
        table(*merges),
        paragraph("Раздел 3. Итоги"),
        table(("4", "Анализ", "июнь", "в")),
    )
    rows = lay_out(grid, kind_of("plan")).rows
    records = [each for each in rows if each.kind is RowKind.DATA]

    assert [(each.section, *each.source.cells[:3]) for each in records] == [
        (None, "1", "Заседание", "сентябрь"),
        ("Раздел 2. Кадры", "2", "Вебинар", "май"),
        ("Раздел 2. Кадры", "3", "Итоги", "май"),
        ("Раздел 3. Итоги", "4", "Анализ", "июнь"),
    ]


@settings(deadline=None, max_examples=30)
@given(st.lists(st.lists(st.text(alphabet="абв. \n"), min_size=3, max_size=3), max_size=5))
def test_what_python_docx_writes_comes_back(lines: list[list[str]]) -> None:
    made = Document()
    written = made.add_table(0, 3)
    for line in [["№", "Мероприятие", "Срок"], *lines]:
        for each, text in zip(written.add_row().cells, line, strict=True):
            each.text = text
    stream = io.BytesIO()
    made.save(stream)
    (grid,) = read_document(stream.getvalue())

    assert [[" ".join(text.split()) for text in line] for line in cells(grid)[1:]] == [
        [" ".join(text.split()) for text in line] for line in lines
    ]


# What is no document, or harms

DAMAGED = "Откройте его в Word или LibreOffice и сохраните заново."


def without(name: str) -> bytes:
    parts = dict(empty_document())
    del parts[name]
    return packed(parts)


def with_body(markup: str) -> bytes:
    return document(word_document_xml=markup.encode())


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (document(paragraph("План работы")), "в документе нет таблиц с записями"),
        (document(APPROVAL, SIGNATURE), "в документе нет таблиц с записями"),
        (packed({"план.txt": b"1"}), "это не документ Word (.docx)"),
        (without("_rels/.rels"), "это не документ Word (.docx)"),
        (without("word/document.xml"), "документ испорчен: KeyError"),
        (with_body("<w:document"), "документ испорчен: XMLSyntaxError"),
        (with_body(f"<w:document {NAMESPACES}/>"), "документ испорчен"),
        (with_body(""), "документ испорчен: XMLSyntaxError"),
        (document(table(HEADINGS, (spanning(10**9, "а"),))), "больше 1000 столбцов"),
        (document(table(row("а", properties='<w:gridBefore w:val="99999"/>'))), "больше 1000"),
        (
            document(table((cell("а", '<w:gridSpan w:val="два"/>'),))),
            "документ испорчен: ValueError",
        ),
        (document("<w:tbl>" * 10_000 + "</w:tbl>" * 10_000), "документ испорчен: XMLSyntaxError"),
    ],
    ids=[
        "no table",
        "only approval",
        "zip",
        "no relations",
        "no document",
        "cut",
        "no body",
        "empty",
        "span",
        "before",
        "no number",
        "nested",
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, message: str) -> None:
    refused = refusal(data)

    assert message in refused
    assert DAMAGED in refused or not refused.startswith("документ испорчен")


def test_the_strict_format_is_named() -> None:
    parts = dict(empty_document())
    usual, strict = b"http://schemas.openxmlformats.org/", b"http://purl.oclc.org/ooxml/"
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(usual, strict)

    assert refusal(packed(parts)) == (
        "документ сохранён в строгом формате Open XML, который rumo не читает: откройте его в Word "
        "и сохраните как «Документ Word (*.docx)»."
    )


def test_a_document_of_too_many_elements_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_MOST_MARKS", 10_000)

    assert refusal(document("<w:p/>" * 10_000)) == (
        "документ слишком велик. Проверьте, тот ли это файл, или разделите его на части."
    )


@pytest.mark.parametrize("kept", [0, 1, 100, 5_000, -200, -1])
def test_a_document_that_was_cut_is_refused(kept: int) -> None:
    assert refusal(document(FIRST)[:kept])


@pytest.mark.parametrize(
    "data",
    [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2_000, b"%PDF-1.7\n", b"{\\rtf1}"],
    ids=["doc", "pdf", "rtf"],
)
def test_another_document_under_that_name_is_refused(data: bytes) -> None:
    assert refusal(data).startswith("это не документ Word")


def test_entities_are_refused() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b "ха">]>' + body(table(("&b;", "а")))

    assert "объявления DTD" in refusal(with_body(bomb))


def test_tables_in_tables_are_read_as_deep_as_the_parser_goes() -> None:
    depth = 80
    opened = "<w:tbl><w:tr><w:tc>" * depth
    closed = f"{paragraph()}</w:tc></w:tr></w:tbl>" * depth
    grid = only_grid(table(HEADINGS, ("1", opened + paragraph("дно") + closed, "май", "")))

    assert grid.rows[1].cells[1] == "дно"


def test_a_letter_without_tables_is_passed_over_in_a_folder() -> None:
    with pytest.raises(NoTable):
        read_document(document(paragraph("Уважаемые коллеги!")))
