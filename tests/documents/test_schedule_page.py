"""The schedule as a page: what stands in it, and that no text in it is more than text."""

import re
from base64 import b64decode
from hashlib import sha256
from xml.etree.ElementTree import Element

import html5lib
import pytest

from rumo_cli.documents.schedule import Schedule
from rumo_cli.documents.schedule_page import schedule_page
from tests.documents import samples

SAMPLES = {
    "week": samples.week(calendar_url="график.ics"),
    "hostile": samples.hostile(),
    "empty": samples.empty(),
}


def parsed(page: str) -> Element:
    """Return the page as a browser understands it; a slip in its syntax is an error."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    root: Element = parser.parse(page)
    return root


def texts(page: str, tag: str) -> list[str]:
    return ["".join(each.itertext()) for each in parsed(page).iter(tag)]


def main_of(page: str) -> str:
    found = re.search(r"</form>\n(.*)</main>", page, re.DOTALL)
    assert found
    return found[1]


WEEK = """\
<section aria-labelledby="day-2024-10-21">
<h2 id="day-2024-10-21"><time datetime="2024-10-21">Понедельник, 21 октября</time></h2>
<ul>
<li><h3>Итоги недели</h3><p><a href="https://example.ru/m">Материалы</a>\
<a href="https://example.ru/r">Запись</a><a href="https://example.ru/n">Новость</a>
</ul>
</section>
<section aria-labelledby="day-2024-10-22">
<h2 id="day-2024-10-22"><time datetime="2024-10-22">Вторник, 22 октября</time></h2>
<ul>
<li data-in=0+1+3+4+6><b><time>10:00</time></b><h3><s>Тревожность: первая помощь</s></h3>\
<p class=change>Отменена<p>Педагоги-психологи; учителя математики<p>Отвечают: Ёлкина Е.Е.\
<p>Консультация\N{NO-BREAK SPACE}· ОМО педагогов-психологов\N{NO-BREAK SPACE}· \
ОМО учителей математики\N{NO-BREAK SPACE}· профилактика
<li data-in=1+4+5><b><time>15:00</time>–16:30</b><h3>Подготовка к ЕГЭ</h3>\
<p>Учителя математики<p>Белова А.С., доцент, ОИРО\
<p>ОМО учителей математики\N{NO-BREAK SPACE}· ГИА\
<p><a href="https://vks.example.ru/rumo?id=1&amp;code=2">Подключиться</a>
</ul>
</section>
<section aria-labelledby="day-2024-10-24">
<h2 id="day-2024-10-24"><time datetime="2024-10-24">Четверг, 24 октября</time></h2>
<ul>
<li><h3>Разбор ВПР</h3><p class=change>Перенесён с 10.10.2024<p>Также 26.10.2024<p>Где: Сферум\
<p>Подключение: ссылка будет направлена
</ul>
</section>
<section aria-labelledby="day-2024-10-26">
<h2 id="day-2024-10-26"><time datetime="2024-10-26">Суббота, 26 октября</time></h2>
<ul>
<li><h3>Разбор ВПР</h3><p class=change>Перенесён с 10.10.2024<p>Также 24.10.2024<p>Где: Сферум\
<p>Подключение: ссылка будет направлена
</ul>
</section>
<section aria-labelledby="undated">
<h2 id="undated">По отдельному графику, дата уточняется</h2>
<ul>
<li data-in=2+5><h3>Консультации по запросам</h3><p>Педагоги ШНОР<p>ГИА
</ul>
</section>
"""


def test_a_week() -> None:
    assert main_of(schedule_page(samples.week())) == WEEK


def test_the_head_says_whose_and_of_when_it_is() -> None:
    page = schedule_page(samples.week(calendar_url="график.ics"))

    assert texts(page, "title") == ["График вебинаров, 21–26 октября 2024 года"]
    assert texts(page, "h1") == ["График вебинаров 21–26 октября 2024 года"]
    assert "РУМО в системе общего образования · ГАУ ДПО ОИРО" in page
    assert "Время московское." in page
    assert '<a href="график.ics">Добавить в календарь (.ics)</a>' in page


def test_a_choice_is_offered_where_there_is_one() -> None:
    options = texts(schedule_page(samples.week()), "option")

    assert options == [
        "все",
        "ОМО педагогов-психологов",
        "ОМО учителей математики",
        "все",
        "педагоги ШНОР",
        "педагоги-психологи",
        "учителя математики",
        "все",
        "ГИА",
        "профилактика",
    ]


def test_an_empty_week_says_so_and_has_nothing_to_choose_from() -> None:
    page = schedule_page(samples.empty())

    assert "<p>Вебинаров в эти дни нет.</p>" in page
    assert "<form" not in page
    assert "<script" not in page


def test_other_hours_than_those_of_moscow_are_said() -> None:
    omsk = samples.webinar(9, "Омск", date="2024-10-25", start_time="12:00", timezone="Asia/Omsk")

    assert "<b><time>12:00</time> (МСК+3)</b>" in schedule_page(samples.week(omsk))


def test_the_year_is_said_where_the_days_lie_in_two() -> None:
    page = schedule_page(samples.year_of(130))

    assert "Воскресенье, 1 декабря 2024 года" in texts(page, "h2")


@pytest.mark.parametrize("schedule", SAMPLES.values(), ids=SAMPLES)
def test_the_syntax_is_without_a_slip(schedule: Schedule) -> None:
    root = parsed(schedule_page(schedule))

    assert root.get("lang") == "ru"


def test_a_hostile_title_is_text_and_nothing_is_lost_of_it() -> None:
    page = schedule_page(samples.hostile())

    assert sorted(texts(page, "h3")) == sorted(samples.HOSTILE)
    assert [each.attrib for each in parsed(page).iter("script")] == [{}]


@pytest.mark.parametrize("schedule", SAMPLES.values(), ids=SAMPLES)
def test_nothing_may_run_or_load_but_what_the_page_itself_holds(schedule: Schedule) -> None:
    page = schedule_page(schedule)
    (policy,) = [
        each.get("content", "")
        for each in parsed(page).iter("meta")
        if each.get("http-equiv") == "Content-Security-Policy"
    ]
    own = [*texts(page, "style"), *texts(page, "script")]
    allowed = [b64decode(each) for each in re.findall(r"'sha256-([^']+)'", policy)]

    assert policy.startswith("default-src 'none'; ")
    assert [sha256(text.encode()).digest() for text in own] == allowed[: len(own)]


def test_two_thousand_webinars_take_less_than_a_megabyte() -> None:
    page = schedule_page(samples.year_of(2000))

    assert len(texts(page, "h3")) == 2000
    assert len(page.encode()) < 1_000_000


def test_the_same_schedule_makes_the_same_page() -> None:
    assert schedule_page(samples.week()) == schedule_page(samples.week())
