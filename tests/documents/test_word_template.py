"""Word templates: what they may say, and what is refused before any of it runs."""

from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.shared import Pt

from rumo_cli.documents.template_words import Vocabulary
from rumo_cli.documents.word_template import Filling, fill_template
from rumo_cli.errors import Refused
from rumo_cli.tables.word_paper import node, run
from tests.documents.word_files import template

WORDS = Vocabulary(frozenset({"номер", "адресат"}), {"вебинары": frozenset({"тема", "ссылка"})})
FILLING: Filling = {
    "номер": "12",
    "адресат": "Директорам\nшкол",
    "вебинары": [
        {"тема": "<b>Дроби</b> & {{ 7*7 }}", "ссылка": "https://vks.example.ru/1?a=1&b=2"},
        {"тема": "Проценты", "ссылка": ""},
    ],
}
FIELDS = "Есть поля: адресат, номер; в вебинары: ссылка, тема"
ONLY = (
    "в фигурных скобках можно только назвать поле ({{ номер }}), пройти по списку "
    "({% for вебинар in вебинары %}) и спросить, заполнено ли поле ({% if номер %})"
)


def filled(data: bytes, filling: Filling = FILLING) -> Document:
    return docx.Document(BytesIO(fill_template(data, WORDS, filling)))


def texts(*paragraphs: str, filling: Filling = FILLING) -> list[str]:
    return [each.text for each in filled(template(*paragraphs), filling).paragraphs]


def refusal(data: bytes) -> str:
    with pytest.raises(Refused) as refused:
        fill_template(data, WORDS, FILLING)
    return str(refused.value)


def table_of_webinars(document: Document) -> None:
    table = document.add_table(rows=3, cols=2)
    table.cell(0, 0).text = "{%tr for вебинар in вебинары %}"
    table.cell(1, 0).text = "{{ вебинар.тема }}"
    table.cell(1, 1).text = "{{ вебинар.ссылка }}"
    table.cell(2, 0).text = "{%tr endfor %}"


def test_texts_stand_where_their_names_stood() -> None:
    assert texts("№ {{ номер }}", "{{адресат}}", "Без полей") == [
        "№ 12",
        "Директорам\nшкол",
        "Без полей",
    ]


def test_braces_that_docxtpl_has_a_meaning_for_are_text() -> None:
    text = "{_{ номер }_} {_% if %_} {{ номер }} & < > \" '"

    assert texts("{{ номер }}", filling={**FILLING, "номер": text}) == [text]


def test_a_row_for_each_of_a_list_every_text_as_it_is() -> None:
    document = filled(template(change=table_of_webinars))

    assert [[cell.text for cell in row.cells] for row in document.tables[0].rows] == [
        ["<b>Дроби</b> & {{ 7*7 }}", "https://vks.example.ru/1?a=1&b=2"],
        ["Проценты", ""],
    ]


def test_an_address_that_stands_by_itself_is_a_link() -> None:
    document = filled(template(change=table_of_webinars))
    (link,) = document.element.body.iter(qn("w:hyperlink"))

    assert document.part.rels[link.get(qn("r:id"))].target_ref == "https://vks.example.ru/1?a=1&b=2"


@pytest.mark.parametrize(
    ("number", "told"), [("12", ["до", "№ 12", "после"]), ("", ["до", "без номера", "после"])]
)
def test_a_paragraph_only_where_something_is_filled(number: str, told: list[str]) -> None:
    marked = (
        "до", "{%p if номер %}", "№ {{ номер }}", "{%p else %}", "без номера", "{%p endif %}",
        "после",
    )  # fmt: skip

    assert texts(*marked, filling={**FILLING, "номер": number}) == told


def test_what_is_not_filled_and_lists_may_be_asked_for() -> None:
    assert texts("{% if not номер %}пусто{% endif %}{% if вебинары %}есть{% endif %}") == ["есть"]


def test_a_name_that_word_cut_into_pieces_is_one() -> None:
    def change(document: Document) -> None:
        paragraph = document.add_paragraph("№ {")
        for piece in ("{ но", "мер ", "}", "}"):
            paragraph.add_run(piece).bold = True

    assert [each.text for each in filled(template(change=change)).paragraphs] == ["№ 12"]


def test_another_font_stays() -> None:
    def change(document: Document) -> None:
        font = document.add_paragraph().add_run("{{ номер }}").font
        font.name, font.size, font.italic = "PT Astra Serif", Pt(13), True

    (piece,) = filled(template(change=change)).paragraphs[0].runs

    assert (piece.text, piece.font.name, piece.font.size, piece.font.italic) == (
        "12", "PT Astra Serif", Pt(13), True,
    )  # fmt: skip


def test_headers_and_footers_are_filled_too() -> None:
    def change(document: Document) -> None:
        document.sections[0].header.paragraphs[0].text = "Письмо {{ номер }}"
        document.sections[0].footer.paragraphs[0].text = "{{ адресат }}"

    section = filled(template(change=change)).sections[0]

    assert section.header.paragraphs[0].text == "Письмо 12"
    assert section.footer.paragraphs[0].text == "Директорам\nшкол"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("№ {{ номерр }}", f"поле «номерр» здесь неизвестно, похоже на «номер». {FIELDS}"),
        ("№ {{ ректор }}", f"поле «ректор» здесь неизвестно. {FIELDS}"),
        ("{{ вебинары }}", f"поле «вебинары» здесь неизвестно. {FIELDS}"),
        ("{{ вебинар.тема }}", f"поле «вебинар.тема» здесь неизвестно. {FIELDS}"),
        ("{% if ректор %}да{% endif %}", f"поле «ректор» здесь неизвестно. {FIELDS}"),
        (
            "{% for a in вебинары %}{{ a.тма }}{% endfor %}",
            f"поле «a.тма» здесь неизвестно, похоже на «a.тема». {FIELDS}",
        ),
        (
            "{% for a in номер %}{{ a }}{% endfor %}",
            f"поле «номер» здесь неизвестно. {FIELDS}",
        ),
        ("{{ номер }", "лишняя или непарная фигурная скобка"),
        ("{ номер }}", "лишняя или непарная фигурная скобка"),
        ("{номер}", "лишняя или непарная фигурная скобка"),
        ("{% if номер %}да", "нет конца: {% endif %}"),
        ("{% for a in вебинары %}да", "нет конца: {% endfor %}"),
        ("{% endfor %}", "фигурные скобки или слова в них стоят неверно"),
        ("{{ }}", "фигурные скобки или слова в них стоят неверно"),
    ],
)
def test_wrong_marks_are_named_with_their_paragraph(text: str, what: str) -> None:
    told = refusal(template("Первый абзац", text, "Последний абзац"))

    assert told.startswith(what)
    assert told.endswith(f"; абзац: «{text}».")


@pytest.mark.parametrize(
    "text",
    [
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ номер.__class__ }}",
        "{{ номер.upper() }}",
        "{{ номер|upper }}",
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{{ self._TemplateReference__context }}",
        "{{ 'x' * 10000000000 }}",
        "{{ 7 * 7 }}",
        "{% for a in range(100000) %}{{ номер }}{% endfor %}",
        "{% for a in вебинары recursive %}{{ loop(вебинары) }}{% endfor %}",
        "{% for a in вебинары if a.тема %}{{ a.тема }}{% endfor %}",
        "{% for a, b in вебинары %}{{ a }}{% endfor %}",
        "{% set номер = 1 %}",
        "{% include '/etc/passwd' %}",
        "{% import 'os' as os %}",
        "{% extends 'a' %}",
        "{% macro a() %}{% endmacro %}",
        "{% if номер == '12' %}да{% endif %}",
        "{% with a = номер %}{{ a }}{% endwith %}",
        "{% raw %}{{ номер }}{% endraw %}{{ loop.index }}",
        "{% filter upper %}{{ номер }}{% endfilter %}",
        "{% call номер() %}{% endcall %}",
        "{% autoescape false %}{{ номер }}{% endautoescape %}",
    ],
)
def test_a_template_runs_nothing(text: str) -> None:
    told = refusal(template("Первый абзац", text))

    assert "абзац: «" in told
    assert ONLY in told or "здесь неизвестно" in told


@pytest.mark.parametrize("place", ["header", "footer"])
def test_nor_does_it_elsewhere(place: str) -> None:
    def change(document: Document) -> None:
        getattr(document.sections[0], place).paragraphs[0].text = "{{ ''.__class__ }}"

    assert refusal(template(change=change)) == f"{ONLY}; абзац: «{{{{ ''.__class__ }}}}»."


def test_nor_in_its_properties_which_stay_as_they_are() -> None:
    def change(document: Document) -> None:
        document.core_properties.title = "{{ ''.__class__ }} & <b>"

    assert filled(template(change=change)).core_properties.title == "{{ ''.__class__ }} & <b>"


def test_a_loop_that_ends_outside_of_its_table_is_refused() -> None:
    def change(document: Document) -> None:
        table_of_webinars(document)
        document.tables[0].cell(2, 0).text = "Итого"
        document.add_paragraph("{%p endfor %}")

    assert refusal(template(change=change)).startswith(
        "начало и конец {% … %} стоят в разных местах: "
    )


def related(kind: str, target: str) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        document.part.relate_to(target, f"http://example.ru/relationships/{kind}", is_external=True)

    return change


def field(*pieces: str) -> Callable[[Document], None]:
    """Return what adds a field to a document, its instruction cut into pieces."""

    def change(document: Document) -> None:
        paragraph = document.add_paragraph().paragraph_format.element
        for piece in pieces:
            mark = piece in {"begin", "separate", "end"}
            said = node("fldChar", fldCharType=piece) if mark else node("instrText")
            said.text = None if mark else piece
            paragraph.append(node("r", said))

    return change


def short_field(document: Document) -> None:
    document.add_paragraph().paragraph_format.element.append(
        node("fldSimple", run(""), instr=' includetext "c:\\\\a.docx" ')
    )


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (
            related("attachedTemplate", "https://evil.example/a.dotm"),
            "содержимое из другого места (attachedTemplate: https://evil.example/a.dotm)",
        ),
        (
            related("image", "https://evil.example/a.png"),
            "содержимое из другого места (image: https://evil.example/a.png)",
        ),
        (related("oleObject", "file:///c:/a.xlsx"), "внедрённый объект"),
        (related("subDocument", "a.docx"), "вложенный документ"),
        (related("aFChunk", "a.html"), "вставленный файл"),
        (field("begin", ' INCLUDEPICTURE "https://a.ru/a.png" ', "end"), "поле INCLUDEPICTURE"),
        (field("begin", " DDE", 'auto c:\\a "b"', "separate", "end"), "поле DDEAUTO"),
        (field("begin", "begin", ' QUOTE "DDE" ', "end", "AUTO c:\\a", "end"), "поле QUOTE"),
        (field("begin", " PAGE ", "end", "begin", ' LINK "a" '), "поле LINK"),
        (field(' LINK "a" '), "поле LINK"),
        (short_field, "поле INCLUDETEXT"),
    ],
)
def test_what_fetches_or_runs_is_refused(change: Callable[[Document], None], what: str) -> None:
    assert refusal(template("№ {{ номер }}", change=change)) == (
        f"в нём {what}: в шаблоне этого быть не может. Уберите это в Word и сохраните шаблон."
    )


def test_links_and_page_numbers_are_harmless() -> None:
    def change(document: Document) -> None:
        document.part.relate_to("https://a.ru", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        field("begin", " PAGE ", "separate", "end")(document)
        field("begin", ' HYPERLINK "https://link.ru/import" ', "separate", "end")(document)

    assert filled(template("№ {{ номер }}", change=change)).paragraphs[0].text == "№ 12"


@pytest.mark.parametrize("data", [b"", b"text", template()[:500], template()[:-700]])
def test_what_is_no_document_is_refused(data: bytes) -> None:
    assert refusal(data).startswith("документ не читается: ")


def test_the_same_words_make_the_same_bytes() -> None:
    data = template("№ {{ номер }}", change=table_of_webinars)
    made = fill_template(data, WORDS, FILLING)

    assert made == fill_template(data, WORDS, FILLING)
    assert {each.date_time for each in ZipFile(BytesIO(made)).infolist()} == {(1980, 1, 1, 0, 0, 0)}
