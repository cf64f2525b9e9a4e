"""Pages of tables and charts in a real Chromium: on a desk, a telephone, by day, by night."""

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from rumo_cli.tables.html_page import render_html
from rumo_cli.tables.options import RenderOptions
from rumo_cli.tables.table import Row, Table
from tests.browser import PROGRAM, Scheme, chromium
from tests.tables.examples import MONTHS, PLAN

PHONE, DESK = 320, 1280
LONG = "ОМО классных руководителей и советников директора по воспитанию"
TALL: list[Row] = [
    {
        "label": LONG,
        "held": number,
        "previous_held": 24 - number,
        "participants": 10 ** (number // 3),
    }
    for number in range(24)
]
TABLES = {
    "months": MONTHS,
    "plan": PLAN,
    "tall": replace(MONTHS, rows=TALL),
    "unbroken": replace(MONTHS, rows=[{"label": "Ы" * 200, "held": 1, "previous_held": 2}]),
}

__all__ = ["chromium"]  # the fixture `browser`

pytestmark = pytest.mark.skipif(
    not PROGRAM and not os.environ.get("CI"),
    reason="Chromium is not installed: charts are not looked at in a browser",
)

Open = Callable[..., Page]


@pytest.fixture
def visit(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Open a table as a page; what it asks for beside itself, or complains of, is an error."""
    pages: list[Page] = []
    said: list[str] = []

    def open_(table: Table, width: int = DESK, scheme: Scheme = "light") -> Page:
        file = tmp_path / "сводка.html"
        file.write_text(render_html(table, RenderOptions()), encoding="utf-8")
        page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
        page.on("request", lambda request: said.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        page.goto(file.as_uri())
        pages.append(page)
        return page

    yield open_
    assert said == [page.url for page in pages]
    for page in pages:
        page.close()


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("width", [PHONE, DESK])
def test_no_chart_sticks_out_at_the_side(visit: Open, name: str, width: int) -> None:
    page = visit(TABLES[name], width)
    edges = page.locator("figure, figure dt, figure rect, figure text").evaluate_all(
        "parts => parts.map(part => part.getBoundingClientRect().right)"
    )

    assert max(edges) <= width


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("width", [PHONE, 360, DESK])
def test_only_a_table_scrolls_sideways_not_the_page(visit: Open, name: str, width: int) -> None:
    page = visit(TABLES[name], width)

    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_a_wide_table_scrolls_by_keys_and_its_caption_stays(visit: Open) -> None:
    page = visit(MONTHS, 360)
    box = page.get_by_role("group", name="Вебинары по месяцам, 2024-2025 учебный год")
    caption = page.get_by_role("heading", level=1)
    left = caption.bounding_box()

    page.keyboard.press("Tab")
    assert box.evaluate("box => box === document.activeElement")
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.querySelector('.table').scrollLeft > 0")

    assert caption.bounding_box() == left
    assert left is not None
    assert left["x"] + left["width"] <= 360


@pytest.mark.parametrize("name", ["months", "tall"])
def test_no_figure_lies_on_its_bar(visit: Open, name: str) -> None:
    page = visit(TABLES[name], PHONE)
    gaps = page.locator("figure rect + text").evaluate_all(
        "texts => texts.map(text => text.getBoundingClientRect().left"
        " - text.previousElementSibling.getBoundingClientRect().right)"
    )

    assert gaps
    assert min(gaps) > 0


def test_bars_are_as_long_as_their_figures(visit: Open) -> None:
    page = visit(MONTHS)
    bars = page.locator("figure").first.locator("dd rect")
    widths = bars.evaluate_all("bars => bars.map(bar => bar.getBoundingClientRect().width)")

    assert [round(12 * width / widths[0]) for width in widths] == [12, 6, 6, 9, 3]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [PHONE, DESK])
def test_an_audit_of_accessibility_finds_nothing(visit: Open, scheme: Scheme, width: int) -> None:
    page = visit(MONTHS, width, scheme)
    found: dict[str, Any] = Axe().run(page).response

    assert [(each["id"], each["help"]) for each in found["violations"]] == []
    passed = {each["id"] for each in found["passes"]}
    assert "svg-img-alt" in passed
    assert ("scrollable-region-focusable" in passed) == (width == PHONE)


def test_charts_are_named_by_their_captions_and_bars_by_their_figures(visit: Open) -> None:
    page = visit(MONTHS)

    assert page.get_by_role("figure", name="Проведено").count() == 1
    assert page.get_by_role("img", name="2024-2025: 12; 2023-2024: 6").count() == 1


def test_by_night_bars_are_light(visit: Open) -> None:
    fill = "getComputedStyle(document.querySelector('dd rect')).fill"

    assert visit(MONTHS, scheme="light").evaluate(fill) == "rgb(47, 111, 176)"
    assert visit(MONTHS, scheme="dark").evaluate(fill) == "rgb(125, 179, 232)"
