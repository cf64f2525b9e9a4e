"""The browser that looks at what rumo draws: Chromium, or what is called so."""

import shutil
from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser, sync_playwright

PROGRAM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), ""
)
Scheme = Literal["light", "dark"]


@pytest.fixture(scope="module", name="browser")
def chromium() -> Iterator[Browser]:
    assert PROGRAM, "CI installs Chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=PROGRAM)
        yield browser
        browser.close()
