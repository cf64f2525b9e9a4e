"""Charts on a page: what a person sees, what is read aloud, and nothing that runs."""

import re
from dataclasses import replace
from textwrap import dedent
from typing import Any
from xml.etree import ElementTree as ET

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rumo_cli.tables.chart import MOST_BARS, Chart, Series
from rumo_cli.tables.html_page import render_html
from rumo_cli.tables.options import RenderOptions
from rumo_cli.tables.printable import one_line
from rumo_cli.tables.table import Column, Row, Table
from tests.tables.cells import Cells
from tests.tables.examples import EMPTY, MONTHS, PLAN, WEBINARS

SVG = "{http://www.w3.org/2000/svg}"
HTML = "{http://www.w3.org/1999/xhtml}"


def html(table: Table) -> str:
    return render_html(table, RenderOptions())


def parsed(table: Table) -> Any:
    """Return the page as a strict parser reads it: any slip in its HTML is an error."""
    return html5lib.HTMLParser(strict=True).parse(html(table))


def charts(table: Table) -> str:
    return html(table).split("</table>\n</div>")[1].split("</main>")[0]


def test_a_chart_stands_below_its_table_a_drawing_a_row() -> None:
    assert charts(replace(PLAN, rows=PLAN.rows[:1])) == dedent("""
        <div class="charts">
        <figure>
        <figcaption>Доля</figcaption>
        <dl>
        <div><dt>РУМО</dt><dd><svg height="18" role="img"><title>87,5</title>\
        <rect class="first" x=".5" y="2.5" width="57.8%" height="12"/>\
        <text x="57.8%" y="14" dx="6">87,5</text></svg></dd></div>
        </dl>
        </figure>
        </div>
        """).replace("        <rect", "<rect").replace("        <text", "<text")


def test_two_years_are_told_apart_in_a_legend_and_read_aloud() -> None:
    tree = parsed(MONTHS)
    captions = ["".join(each.itertext()) for each in tree.iter(f"{HTML}figcaption")]
    titles = [each.text for each in tree.iter(f"{SVG}title")]

    assert captions == [f"{title}\n 2024-2025\n 2023-2024" for title in ("Проведено", "Участники")]
    assert titles == [
        "2024-2025: 12; 2023-2024: 6",
        "2024-2025: 6; 2023-2024: 9",
        "2024-2025: 0; 2023-2024: 3",
        "2024-2025: не менее 240; 2023-2024: 300",
        "2024-2025: 3; 2023-2024: 0",
        "2024-2025: —; 2023-2024: —",
    ]


def test_bars_are_as_long_as_their_figures_and_these_stand_at_their_ends() -> None:
    drawings = [each for each in parsed(MONTHS).iter(f"{SVG}svg") if each.get("role") == "img"]
    widths = [[bar.get("width") for bar in each.iter(f"{SVG}rect")] for each in drawings]
    figures = [
        [(text.get("x"), text.text) for text in each.iter(f"{SVG}text")] for each in drawings
    ]

    assert widths == [["66.0%", "33.0%"], ["33.0%", "49.5%"], ["16.5%"], ["52.8%", "66.0%"],
                      ["0.7%"], []]  # fmt: skip
    assert figures[0] == [("66.0%", "12"), ("33.0%", "6")]
    assert figures[2] == [("0.0%", "0"), ("16.5%", "3")]
    assert figures[3] == [("52.8%", "не менее 240"), ("66.0%", "300")]


def test_what_is_tiny_is_seen() -> None:
    rows: list[Row] = [{"label": "май", "held": 1}, {"label": "июнь", "held": 1_000_000}]
    assert 'width="0.5%"' in charts(replace(MONTHS, rows=rows))


@pytest.mark.parametrize("table", [MONTHS, PLAN])
def test_every_drawing_is_well_formed(table: Table) -> None:
    drawings = re.findall(r"<svg.*?</svg>", html(table), re.DOTALL)
    assert len(drawings) >= len(table.rows)
    for drawing in drawings:
        ET.fromstring(drawing)


def test_without_charts_the_page_does_not_speak_of_them() -> None:
    many = replace(PLAN, rows=[PLAN.rows[0]] * (MOST_BARS + 1))
    for table in (WEBINARS, EMPTY, replace(PLAN, rows=()), many):
        assert "<svg" not in html(table)
        assert "svg" not in html(table).split("</style>")[0]


def test_nothing_runs_and_nothing_is_fetched() -> None:
    assert "<script" not in html(MONTHS)
    assert not re.search(r"https?:|url\(|@import", html(MONTHS))


@given(st.text() | st.text(alphabet="<>&\"';/!-а", max_size=20))
def test_no_name_becomes_a_tag(text: str) -> None:
    line = one_line(text)
    series = (Series(line, "held"), Series("2023-2024", "before"))
    table = Table(
        "Вебинары",
        (
            Column("label", "Месяц"),
            Column("held", "Проведено", lambda _row: line),
            Column("before", "Год назад"),
        ),
        [{"label": line, "held": 1, "before": 1}],
        charts=(Chart(line, series),),
    )
    calm = replace(table, charts=(Chart("а", (Series("б", "held"), series[1])),))

    assert Cells(html(table)).tags == Cells(html(calm)).tags
    assert [each.text or "" for each in parsed(table).iter(f"{HTML}dt")] == [line]
