"""The page of the schedule in a real Chromium: looked at, searched, printed, audited."""

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from rumo_cli.documents.schedule import Schedule
from rumo_cli.documents.schedule_page import schedule_page
from tests.browser import PROGRAM, Scheme, chromium
from tests.documents import samples

PHONE, DESK = 360, 1280

__all__ = ["chromium"]  # the fixture `browser`

pytestmark = pytest.mark.skipif(
    not PROGRAM and not os.environ.get("CI"),
    reason="Chromium is not installed: the page is not looked at in a browser",
)


@dataclass
class Visit:
    """A page that is open, and what it asked for or complained of meanwhile."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def shown(self, selector: str = "h3") -> list[str]:
        return self.page.locator(f"{selector}:visible").all_inner_texts()

    @property
    def status(self) -> str:
        return self.page.get_by_role("status").inner_text()


Open = Callable[..., Visit]


@pytest.fixture
def visit(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Open a schedule as a file; what it asks for beside itself is an error."""
    opened: list[Visit] = []

    def open_(
        schedule: Schedule, width: int = DESK, scheme: Scheme = "light", *, scripts: bool = True
    ) -> Visit:
        file = tmp_path / "график.html"
        file.write_text(schedule_page(schedule), encoding="utf-8")
        page = browser.new_page(
            viewport={"width": width, "height": 800},
            color_scheme=scheme,
            java_script_enabled=scripts,
            locale="ru-RU",
        )
        visit = Visit(page)
        page.on("request", lambda request: visit.requests.append(request.url))
        page.on("console", lambda message: visit.complaints.append(message.text))
        page.on("pageerror", lambda error: visit.complaints.append(str(error)))
        page.on("dialog", lambda dialog: visit.complaints.append(dialog.message))
        page.goto(file.as_uri())
        opened.append(visit)
        return visit

    yield open_
    for each in opened:
        assert each.complaints == []
        assert each.requests == [each.page.url]
        each.page.close()


ALL = [
    "Итоги недели",
    "Тревожность: первая помощь",
    "Подготовка к ЕГЭ",
    "Разбор ВПР",
    "Разбор ВПР",
    "Консультации по запросам",
]


def test_everything_is_shown_at_first(visit: Open) -> None:
    seen = visit(samples.week())

    assert seen.shown() == ALL
    assert seen.status == "Показано: 6 из 6"


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("впр", ["Разбор ВПР", "Разбор ВПР"]),
        ("  ЕГЭ   подготовка ", ["Подготовка к ЕГЭ"]),
        ("елкина", ["Тревожность: первая помощь"]),
        ("Ёлкина", ["Тревожность: первая помощь"]),
        ("суббота", ["Разбор ВПР"]),
        ("22 октября математики", ["Тревожность: первая помощь", "Подготовка к ЕГЭ"]),
        ("оиро", ["Подготовка к ЕГЭ"]),
    ],
)
def test_search_finds_words_in_any_order_case_and_spelling(
    visit: Open, text: str, titles: list[str]
) -> None:
    seen = visit(samples.week())
    seen.page.get_by_label("Поиск").press_sequentially(text)

    assert seen.shown() == titles
    assert seen.status == f"Показано: {len(titles)} из 6"


def test_days_with_nothing_left_go_and_come_back(visit: Open) -> None:
    seen = visit(samples.week())
    seen.page.get_by_label("Поиск").fill("егэ")
    days = seen.shown("h2")
    seen.page.get_by_role("button", name="Сбросить").click()

    assert days == ["Вторник, 22 октября"]
    assert seen.shown() == ALL
    assert seen.status == "Показано: 6 из 6"


def test_nothing_found_is_said(visit: Open) -> None:
    seen = visit(samples.week())
    seen.page.get_by_label("Поиск").fill("астрономия")
    seen.page.get_by_label("Поиск").press("Enter")

    assert seen.shown() == []
    assert seen.status == "Ничего не нашлось: измените условия."


@pytest.mark.parametrize(
    ("choices", "titles"),
    [
        ({"ОМО": "ОМО учителей математики"}, ["Тревожность: первая помощь", "Подготовка к ЕГЭ"]),
        ({"Для кого": "педагоги ШНОР"}, ["Консультации по запросам"]),
        ({"Направление": "ГИА"}, ["Подготовка к ЕГЭ", "Консультации по запросам"]),
        ({"ОМО": "ОМО учителей математики", "Направление": "ГИА"}, ["Подготовка к ЕГЭ"]),
        ({"ОМО": "ОМО педагогов-психологов", "Направление": "ГИА"}, []),
    ],
)
def test_choices_narrow_it_together(
    visit: Open, choices: dict[str, str], titles: list[str]
) -> None:
    seen = visit(samples.week())
    for label, choice in choices.items():
        seen.page.get_by_label(label).select_option(choice)

    assert seen.shown() == titles


def test_without_scripts_all_is_shown_and_nothing_pretends_to_choose(visit: Open) -> None:
    seen = visit(samples.week(), scripts=False)

    assert seen.shown() == ALL
    assert seen.shown("form") == []


@pytest.mark.parametrize("width", [320, PHONE, DESK])
@pytest.mark.parametrize("schedule", [samples.week(), samples.hostile()], ids=["week", "hostile"])
def test_nothing_sticks_out_at_the_side(visit: Open, schedule: Schedule, width: int) -> None:
    seen = visit(schedule, width)

    assert seen.page.evaluate("document.documentElement.scrollWidth") <= width


def test_hostile_titles_are_seen_as_they_are(visit: Open) -> None:
    seen = visit(samples.hostile())

    assert sorted(seen.page.locator("h3").all_text_contents()) == sorted(samples.HOSTILE)


def test_on_paper_there_are_addresses_and_no_fields(visit: Open) -> None:
    seen = visit(samples.week(calendar_url="график.ics"))
    pdf = seen.page.pdf(prefer_css_page_size=True)
    seen.page.emulate_media(media="print")
    after = "getComputedStyle(document.querySelector('li a'), '::after').content"

    assert re.search(rb"/MediaBox ?\[0 0 59[45][\d.]* 84[12]", pdf)
    assert seen.shown("form") == []
    assert seen.shown() == ALL
    assert seen.page.evaluate(after) == '": https://example.ru/m"'


def test_on_paper_stands_what_was_chosen(visit: Open) -> None:
    seen = visit(samples.week())
    seen.page.get_by_label("Направление").select_option("ГИА")
    seen.page.emulate_media(media="print")

    assert seen.shown() == ["Подготовка к ЕГЭ", "Консультации по запросам"]


def test_the_keyboard_reaches_everything_in_order(visit: Open) -> None:
    seen = visit(samples.week(calendar_url="график.ics"))
    reached = []
    for _ in range(7):
        seen.page.keyboard.press("Tab")
        reached.append(
            seen.page.evaluate("document.activeElement.id || document.activeElement.innerText")
        )

    assert reached == [
        "Добавить в календарь (.ics)", "search", "omo", "audience", "theme", "Сбросить",
        "Материалы",
    ]  # fmt: skip


SCHEDULES = {"week": samples.week(calendar_url="график.ics"), "empty": samples.empty()}


@pytest.mark.parametrize("name", SCHEDULES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [PHONE, DESK])
def test_an_audit_of_accessibility_finds_nothing(
    visit: Open, name: str, scheme: Scheme, width: int
) -> None:
    seen = visit(SCHEDULES[name], width, scheme)
    found: dict[str, Any] = Axe().run(seen.page).response

    assert [(each["id"], each["help"]) for each in found["violations"]] == []
    assert len(found["passes"]) > 10


def test_two_thousand_webinars_are_searched(visit: Open) -> None:
    seen = visit(samples.year_of(2000), PHONE)
    seen.page.get_by_label("Поиск").fill("занятие № 1999")

    assert seen.status == "Показано: 1 из 2000"
    assert len(seen.shown()) == 1
