"""The annual analysis in the look of a Word template: the shipped one, and those of others."""

from dataclasses import replace
from io import BytesIO

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from rumo_cli.documents.analysis import Analysis, Section
from rumo_cli.documents.analysis_marks import BLOCK_MARKS, SECTION_MARKS, TEXTS
from rumo_cli.documents.analysis_word import shipped_analysis_template, word_analysis
from rumo_cli.errors import Refused
from rumo_cli.records.sections import SECTION
from rumo_cli.tables.document import Listing, Paragraph, Signature
from rumo_cli.tables.table import Column, Table
from tests.documents.word_files import template
from tests.tables.examples import PLAN

WIDE = Table(
    "Все показатели",
    tuple(Column(f"c{number}", f"Показатель {number}", align="right") for number in range(9)),
    [{"c0": 1}],
)
ANALYSIS = Analysis(
    title="Анализ деятельности РУМО в 2024-2025 учебном году",
    year="2024-2025",
    sections=(
        Section("composition", "Состав", (Paragraph("24 объединения; {{ заголовок }}."),)),
        Section("directions", "Направления", (Listing(("а", "б"), numbered=True),)),
        Section("conclusions", "Выводы", (Paragraph("План выполнен."),)),
    ),
    signature=Signature("Заместитель председателя", "П.О. Инеева"),
    appendices=(
        Section("plans", "Приложение 1", (PLAN,)),
        Section("all", "Приложение 2", (WIDE,)),
    ),
    texts={"регион": "Озёрная область"},
)
COMPOSITION = ["Состав", "24\N{NO-BREAK SPACE}объединения; {{ заголовок }}."]
DIRECTIONS = ["Направления", "а", "б"]
CONCLUSIONS = ["Выводы", "План выполнен."]


def made(data: bytes | None = None, analysis: Analysis = ANALYSIS) -> Document:
    return docx.Document(BytesIO(word_analysis(analysis, data)))


def texts(*paragraphs: str, analysis: Analysis = ANALYSIS) -> list[str]:
    return [each.text for each in made(template(*paragraphs), analysis).paragraphs]


def refusal(data: bytes) -> str:
    with pytest.raises(Refused) as refused:
        word_analysis(ANALYSIS, data)
    return str(refused.value)


def test_every_section_has_a_mark_of_its_own() -> None:
    assert list(SECTION_MARKS) == [option.key for option in SECTION.options]
    assert len(set(SECTION_MARKS.values())) == len(SECTION_MARKS)
    assert BLOCK_MARKS.isdisjoint(TEXTS)


def test_the_shipped_template_has_all_sections_and_leaves_out_what_is_not_there() -> None:
    document = made()

    assert [each.text for each in document.paragraphs][:9] == [
        ANALYSIS.title,
        *COMPOSITION,
        *DIRECTIONS,
        *CONCLUSIONS,
        "Приложение 1",
    ]
    assert [cell.text for cell in document.tables[0].rows[0].cells] == [*ANALYSIS.signature]
    assert document.core_properties.title == ANALYSIS.title
    assert document.core_properties.author == ""


def test_the_shipped_template_names_every_section_once() -> None:
    shown = [each.text for each in docx.Document(BytesIO(shipped_analysis_template())).paragraphs]

    assert shown == [f"{{{{ {m} }}}}" for m in ("заголовок", *SECTION_MARKS.values(), "приложения")]


def test_who_signs_is_not_left_on_a_page_alone() -> None:
    last = made().paragraphs[7]

    assert last.text == "План выполнен."
    assert last.paragraph_format.keep_with_next


def test_an_appendix_that_needs_it_lies_on_its_side() -> None:
    sections = made().sections

    assert [each.orientation == WD_ORIENT.LANDSCAPE for each in sections] == [False, True]


def test_an_analysis_without_anything_leaves_no_empty_paragraph() -> None:
    document = made(analysis=replace(ANALYSIS, sections=(), appendices=()))

    assert [each.text for each in document.paragraphs] == [ANALYSIS.title]


def test_sections_stand_in_the_order_of_the_template_with_its_words_around() -> None:
    order = ("Озёрск", "{{раздел_выводы}}", "и ещё", "{{ раздел_состав }}", "{{ раздел_иом }}")

    assert texts(*order, "конец {{ учебный_год }}, {{ регион }}") == [
        "Озёрск",
        *CONCLUSIONS,
        "и ещё",
        *COMPOSITION,
        "конец 2024-2025, Озёрная область",
    ]


def test_all_sections_are_those_without_a_mark_of_their_own() -> None:
    assert texts("{{ раздел_выводы }}", "{{ разделы }}") == [
        *CONCLUSIONS,
        *COMPOSITION,
        *DIRECTIONS,
    ]
    appended = texts("{{ приложения }}", "{{ приложение_1 }}")
    assert [each for each in appended if each.startswith("Приложение")] == [
        "Приложение 2",
        "Приложение 1",
    ]


@pytest.mark.parametrize(("mark", "told"), [("раздел_состав", ["есть"]), ("раздел_иом", [])])
def test_a_template_may_ask_whether_there_is_a_section(mark: str, told: list[str]) -> None:
    assert texts(f"{{%p if {mark} %}}", "есть", "{%p endif %}") == told


def test_a_mark_that_word_cut_into_pieces_is_one() -> None:
    def change(document: Document) -> None:
        paragraph = document.add_paragraph("{{ раз")
        paragraph.add_run("дел_выводы").bold = True
        paragraph.add_run(" }}")

    assert [each.text for each in made(template(change=change)).paragraphs] == CONCLUSIONS


def restyled(document: Document) -> None:
    normal, heading = document.styles["Normal"], document.styles["Heading 1"]
    normal.font.name, normal.font.size = "PT Astra Serif", Pt(13)
    heading.font.italic = True
    document.sections[0].left_margin = Mm(25)


def test_the_looks_of_a_template_stay() -> None:
    document = made(template("{{ раздел_состав }}", change=restyled))
    heading, text = document.paragraphs
    font = document.styles["Normal"].font

    assert (font.name, font.size) == ("PT Astra Serif", Pt(13))
    assert document.sections[0].left_margin == pytest.approx(Mm(25), abs=1000)
    assert heading.style is not None
    assert heading.style.font.italic
    assert text.style is not None
    assert text.style.name == "Body Text"


def test_a_style_that_a_template_lacks_comes_in_its_own_font() -> None:
    def change(document: Document) -> None:
        for style in [each for each in document.styles if each.name in {"Heading 1", "Body Text"}]:
            style.delete()

    document = made(template("{{ раздел_состав }}", change=change))
    heading, text = document.paragraphs

    assert heading.style is not None
    assert (heading.style.name, heading.style.font.bold) == ("Heading 1", True)
    assert heading.style.font.name is None
    assert text.style is not None
    assert text.style.name == "Body Text"


def test_lists_are_numbered_as_the_template_has_them() -> None:
    document = made(template("{{ раздел_направления }}"))
    own = document.styles["List Number"].element.find(f".//{qn('w:numId')}").get(qn("w:val"))
    numbering = document.part.numbering_part.element
    kinds = {
        each.get(qn("w:numId")): each.find(qn("w:abstractNumId")).get(qn("w:val"))
        for each in numbering.iter(qn("w:num"))
    }
    (used, _) = [e.get(qn("w:val")) for e in document.element.body.iter(qn("w:numId"))]

    assert used != own
    assert kinds[used] == kinds[own]


def test_a_section_of_the_document_that_ends_with_a_mark_stays() -> None:
    def change(document: Document) -> None:
        document.add_section()
        document.element.body.findall(qn("w:p"))[-1].append(
            docx.oxml.parse_xml(
                f'<w:r xmlns:w="{docx.oxml.ns.nsmap["w"]}"><w:t>{{{{ раздел_иом }}}}</w:t></w:r>'
            )
        )

    assert len(made(template("до", change=change)).sections) == 2


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (
            "{{ раздел_состваа }}",
            "поле «раздел_состваа» здесь неизвестно, похоже на «раздел_состав»",
        ),
        ("{{ ректор }}", "поле «ректор» здесь неизвестно"),
        ("Итак: {{ раздел_состав }}", "«раздел_состав» – не слово, а целые абзацы: поставьте его"),
        ("{{ ''.__class__ }}", "в фигурных скобках можно только назвать поле"),
        ("{{ раздел_состав }", "лишняя или непарная фигурная скобка"),
    ],
)
def test_wrong_marks_are_named_with_their_paragraph(text: str, what: str) -> None:
    told = refusal(template("до", text))

    assert told.startswith(what)
    assert told.endswith(f"; абзац: «{text}».")


def test_an_unknown_mark_is_answered_with_all_that_are_known() -> None:
    told = refusal(template("{{ ректор }}"))

    assert [name for name in {*TEXTS, *BLOCK_MARKS} if name not in told] == []


def test_a_section_does_not_stand_in_a_table_or_a_header() -> None:
    def in_table(document: Document) -> None:
        document.add_table(1, 1).cell(0, 0).text = "{{ раздел_состав }}"

    def in_header(document: Document) -> None:
        document.sections[0].header.paragraphs[0].text = "{{ раздел_состав }}"

    for change in (in_table, in_header):
        assert "не в таблице и не в колонтитуле" in refusal(template(change=change))


def test_the_same_analysis_makes_the_same_bytes() -> None:
    assert word_analysis(ANALYSIS) == word_analysis(ANALYSIS)
