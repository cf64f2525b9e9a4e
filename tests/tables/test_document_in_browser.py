"""The page of a document in a real Chromium: on a desk, on a telephone, audited, printed."""

import os
import re
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from rumo_cli.tables.document import Document, PageBreak
from rumo_cli.tables.html_document import html_document
from tests.browser import PROGRAM, chromium
from tests.tables.examples import MONTHS, WEBINARS
from tests.tables.test_documents import REPORT

PHONE, DESK = 320, 1280
DOCUMENT = Document("Анализ", (*REPORT.blocks, MONTHS, WEBINARS, PageBreak(), WEBINARS))

__all__ = ["chromium"]  # the fixture `browser`

pytestmark = pytest.mark.skipif(
    not PROGRAM and not os.environ.get("CI"),
    reason="Chromium is not installed: documents are not looked at in a browser",
)


def opened(browser: Browser, folder: Path, width: int) -> Page:
    file = folder / "анализ.html"
    file.write_text(html_document(DOCUMENT), encoding="utf-8")
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(file.as_uri())
    return page


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_an_audit_of_accessibility_finds_nothing(
    browser: Browser, tmp_path: Path, width: int
) -> None:
    found: dict[str, Any] = Axe().run(opened(browser, tmp_path, width)).response

    assert [(each["id"], each["help"]) for each in found["violations"]] == []
    assert "heading-order" in {each["id"] for each in found["passes"]}


def test_a_telephone_shows_text_in_its_width_and_moves_tables_alone(
    browser: Browser, tmp_path: Path
) -> None:
    page = opened(browser, tmp_path, PHONE)

    assert page.evaluate("document.documentElement.scrollWidth") == PHONE
    assert page.locator(".table").last.evaluate("table => table.scrollWidth > table.clientWidth")


def test_a_page_break_is_one_on_paper(browser: Browser, tmp_path: Path) -> None:
    printed = opened(browser, tmp_path, DESK).pdf(prefer_css_page_size=True)
    sizes = re.findall(rb"/MediaBox ?\[ ?0 0 ([\d.]+) ([\d.]+) ?\]", printed)

    assert len(sizes) >= 1 + sum(isinstance(block, PageBreak) for block in DOCUMENT.blocks)
    assert {tuple(round(float(each)) for each in size) for size in sizes} == {(595, 842)}
