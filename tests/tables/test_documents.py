"""Documents: several tables under one title, in the formats that have them."""

from dataclasses import replace
from textwrap import dedent

import pytest

from rumo_cli.tables.document import (
    Document,
    Heading,
    Listing,
    PageBreak,
    Paragraph,
    Signature,
)
from rumo_cli.tables.documents import DOCUMENT_FORMATS
from rumo_cli.tables.options import RenderOptions
from tests.tables.examples import HOSTILE, OVERDUE, PLAN

DAY = Document("Сегодня *вторник*", (OVERDUE, replace(PLAN, charts=())))
NOTHING = Document("Сегодня вторник", (), "Всё сделано.")
REPORT = Document(
    "Анализ",
    (
        Heading("Состав"),
        Paragraph("В составе 24 объединения.\nРаботали все."),
        Heading("Руководители", 2),
        Listing(("методисты;", "- учителя, которые ведут по две и по три группы в разных школах.")),
        Listing(("первое", "второе"), numbered=True),
        Paragraph("1. <b>Не список</b> и не *разметка*"),
        replace(OVERDUE, listed=False),
        Signature("Заместитель председателя", "П.О. Инеева"),
        PageBreak(),
        Heading("Приложение"),
    ),
)


def drawn(document: Document, name: str, options: RenderOptions | None = None) -> str:
    return "\n" + str(DOCUMENT_FORMATS[name].render(document, options or RenderOptions(70)))


def test_the_formats_of_documents() -> None:
    assert list(DOCUMENT_FORMATS) == ["table", "plain", "md", "html", "docx", "json"]


def test_a_text_has_the_tables_one_under_another() -> None:
    assert drawn(DAY, "plain") == dedent("""
        Сегодня *вторник*

        Просрочено: 3
          с 21.09.2024  Утверждение плана работы на учебный год  РУМО    rumo plan done 2
                        Сбор планов                              ОМО-04  rumo plan done 14
          и ещё 1: rumo plan overdue

        Выполнение планов, 2024-2025 учебный год

        План                       Всего    Выполнено      %
        -----------------------  -------  -----------  -----
        РУМО                           8            7   87,5
        ОМО учителей математики        3            3  100,0
        ОМО учителей музыки            0            0
        -----------------------  -------  -----------  -----
        Итого                         11           10   90,9
        """)


def test_a_screen_has_them_in_its_width_and_the_titles_in_bold() -> None:
    assert drawn(Document("Сегодня", (OVERDUE,)), "table", RenderOptions(71, color=True)) == dedent(
        """
        \x1b[1mСегодня\x1b[0m

        \x1b[1mПросрочено: 3\x1b[0m
          с 21.09.2024  Утверждение плана работы на…  РУМО    rumo plan done 2
                        Сбор планов                   ОМО-04  rumo plan done 14
          и ещё 1: rumo plan overdue
        """
    )


def test_markdown_has_headings_of_two_levels() -> None:
    assert drawn(Document(DAY.title, (OVERDUE,)), "md") == dedent("""
        # Сегодня \\*вторник\\*

        ## Просрочено: 3

        | Когда | Что | Чьё | Команда |
        | --- | --- | --- | --- |
        | с 21.09.2024 | Утверждение плана работы на учебный год | РУМО | rumo plan done 2 |
        |  | Сбор планов | ОМО-04 | rumo plan done 14 |

        и ещё 1: rumo plan overdue
        """)


def test_a_page_has_a_caption_a_table() -> None:
    page = drawn(DAY, "html")

    assert page.count("<!doctype html>") == 1
    assert "<title>Сегодня *вторник*</title>" in page
    assert "<h1>Сегодня *вторник*</h1>\n<div class=" in page
    assert '<caption><h2 id="table-1">Просрочено: 3</h2></caption>' in page
    assert "<p>и ещё 1: rumo plan overdue</p>\n<div class=" in page
    assert '<caption><h2 id="table-2">Выполнение планов' in page


def test_nothing_of_a_cell_is_markup_in_a_page() -> None:
    page = drawn(Document(HOSTILE.title, (HOSTILE,)), "html")

    assert "<script>" not in page
    assert "\x1b" not in page


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("table", "\nСегодня вторник\n\nВсё сделано.\n"),
        ("plain", "\nСегодня вторник\n\nВсё сделано.\n"),
        ("md", "\n# Сегодня вторник\n\nВсё сделано.\n"),
        ("html", "<h1>Сегодня вторник</h1>\n<p>Всё сделано.</p>\n"),
    ],
)
def test_without_tables_it_says_so(name: str, said: str) -> None:
    assert said in drawn(NOTHING, name)


def test_a_screen_wraps_what_is_said_and_sets_items_in() -> None:
    assert drawn(REPORT, "table", RenderOptions(60)).partition("Просрочено")[0] == dedent("""
        Анализ

        Состав

        В составе 24 объединения. Работали все.

        Руководители

        • методисты;
        • - учителя, которые ведут по две и по три группы в разных
          школах.

        1) первое
        2) второе

        1. <b>Не список</b> и не *разметка*

        """)


def test_a_screen_without_such_signs_has_hyphens_for_bullets() -> None:
    assert "\n- методисты;\n" in drawn(REPORT, "table", RenderOptions(60, unicode=False))


def test_a_text_wraps_nothing_and_has_a_line_to_sign_on() -> None:
    text = drawn(REPORT, "plain")

    assert "\n- - учителя, которые ведут по две и по три группы в разных школах.\n" in text
    assert text.endswith("\n\nЗаместитель председателя ______________ П.О. Инеева\n\nПриложение\n")


def test_on_a_narrow_screen_one_signs_under_the_position() -> None:
    text = drawn(REPORT, "table", RenderOptions(40))

    assert "\nЗаместитель председателя\n______________ П.О. Инеева\n" in text


def test_markdown_has_headings_within_headings_and_nothing_that_is_markup_by_chance() -> None:
    assert drawn(REPORT, "md") == dedent("""
        # Анализ

        ## Состав

        В составе 24 объединения. Работали все.

        ### Руководители

        - методисты;
        - \\- учителя, которые ведут по две и по три группы в разных школах.

        1) первое
        2) второе

        1\\. &lt;b&gt;Не список&lt;/b&gt; и не \\*разметка\\*

        #### Просрочено: 3

        | Когда | Что | Чьё | Команда |
        | --- | --- | --- | --- |
        | с 21.09.2024 | Утверждение плана работы на учебный год | РУМО | rumo plan done 2 |
        |  | Сбор планов | ОМО-04 | rumo plan done 14 |

        и ещё 1: rumo plan overdue

        Заместитель председателя \\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_ П.О. Инеева

        ---

        ## Приложение
        """)


def test_a_page_has_headings_lists_and_who_signs() -> None:
    page = drawn(REPORT, "html")

    assert (
        "<h2>Состав</h2>\n<p>В составе 24\N{NO-BREAK SPACE}объединения. Работали все.</p>\n<h3>Рук"
        in page
    )
    assert "<ul>\n<li>методисты;</li>\n<li>- учителя" in page
    assert "<ol>\n<li>первое</li>\n<li>второе</li>\n</ol>" in page
    assert "<p>1. &lt;b&gt;Не список&lt;/b&gt; и не *разметка*</p>" in page
    assert (
        '<p class="signature"><span>Заместитель председателя</span> '
        "<span>П.О.\N{NO-BREAK SPACE}Инеева</span></p>\n"
        "<hr>\n<h2>Приложение</h2>"
    ) in page
