"""The news of a webinar, in words and in every format."""

import json
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt

from rumo_cli.documents.entries import entry_of
from rumo_cli.documents.news import (
    News,
    html_news,
    json_news,
    markdown_news,
    news_of,
    plain_news,
)
from rumo_cli.records.directory import Directory
from rumo_cli.records.values import Record, Value
from rumo_cli.records.webinar import WEBINAR

DIRECTORY = Directory([{"code": "ОМО-04", "title": "ОМО учителей математики"}])
HOSTILE = '<script>alert(1)</script> =HYPERLINK("x"); **a**\n[b](http://x) «в» 🙂\u202e'
SEEN = "<script>alert(1)</script> =HYPERLINK(„x“); **a** [b](http://x) „в“ 🙂"


def news(**values: Value) -> News:
    record: Record = {
        "id": 1,
        "academic_year": "2024-2025",
        "title": "Подготовка к ЕГЭ",
        "date": "2024-10-15",
        "form": "webinar",
        "status": "announced",
    }
    return news_of(entry_of(record | values, DIRECTORY))


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({}, "15 октября 2024 года (вторник) состоится вебинар «Подготовка к ЕГЭ»."),
        (
            {"start_time": "09:30"},
            "15 октября 2024 года (вторник) в 09:30 (время московское) состоится вебинар "
            "«Подготовка к ЕГЭ».",
        ),
        (
            {"start_time": "15:00", "end_time": "16:30", "timezone": "Europe/Samara"},
            "15 октября 2024 года (вторник) с 15:00 до 16:30 (МСК+1) "
            "состоится вебинар «Подготовка к ЕГЭ».",
        ),
        (
            {"end_date": "2024-10-17"},
            "С 15 октября 2024 года (вторник) по 17 октября 2024 года (четверг) состоится вебинар "
            "«Подготовка к ЕГЭ».",
        ),
        (
            {"dates": ["2024-10-15", "2024-10-17", "2024-10-18"]},
            "15 октября 2024 года (вторник), 17 октября 2024 года (четверг) и 18 октября 2024 года "
            "(пятница) состоится вебинар «Подготовка к ЕГЭ».",
        ),
        (
            {"date": None, "form": "consultation", "start_time": "15:00"},
            "Готовится консультация «Подготовка к ЕГЭ»; дата будет объявлена.",
        ),
        (
            {"form": None},
            "15 октября 2024 года (вторник) состоится вебинар «Подготовка к ЕГЭ».",
        ),
    ],
)
def test_when_and_what(values: dict[str, Value], sentence: str) -> None:
    assert plain_news([news(**values)]).splitlines()[2] == sentence


def test_what_is_known_beside_the_day_and_the_title() -> None:
    told = news(
        audience=["учителя математики", "методисты"],
        speakers=["Белова А.С.", "Ильин П.О."],
        speakers_position=["доцент", "учитель"],
        speakers_org=["ГАУ ДПО СОИРО", "СШ № 1"],
        omo=["ОМО-04"],
        platform="Сферум",
        url="https://example.org/a?b=1&c=2",
        moved_from="2024-10-10",
    )

    assert plain_news([told]) == (
        "Вебинар «Подготовка к ЕГЭ»\n"
        "\n"
        "15 октября 2024 года (вторник) состоится вебинар «Подготовка к ЕГЭ».\n"
        "Изменение: перенесён с 10.10.2024\n"
        "Категория участников: учителя математики, методисты\n"
        "Спикеры: Белова А.С., доцент, ГАУ ДПО СОИРО; Ильин П.О., учитель, СШ № 1\n"
        "Проводит: ОМО учителей математики\n"
        "Площадка: Сферум\n"
        "Подключение: https://example.org/a?b=1&c=2\n"
    )
    assert html_news([told]).splitlines()[-3:] == [
        "<p><b>Площадка:</b> Сферум</p>",
        '<p><b>Подключение:</b> <a href="https://example.org/a?b=1&amp;c=2">'
        "https://example.org/a?b=1&amp;c=2</a></p>",
        "</article>",
    ]
    assert "- **Подключение:** <https://example.org/a?b=1&c=2>\n" in markdown_news([told])


def test_words_in_the_place_of_a_link_are_words() -> None:
    told = news(notes="Ссылка: будет направлена")

    assert "Подключение: будет направлена\n" in plain_news([told])
    assert "href" not in html_news([told])


def test_several_stand_one_below_the_other() -> None:
    two = [news(), news(id=2, title="Итоги", start_time="15:00")]

    assert plain_news(two).count("\n\nВебинар «Итоги»\n") == 1
    assert html_news(two).count('<time datetime="2024-10-15T15:00">') == 1
    assert [each["id"] for each in json.loads(json_news(two))] == [1, 2]


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def test_hostile_titles_are_text() -> None:
    told = [news(title=HOSTILE, audience=[HOSTILE])]
    fragment, rendered = _Text(), _Text()
    fragment.feed(html_news(told))
    rendered.feed(MarkdownIt().render(markdown_news(told)))

    assert fragment.tags == {"article", "h2", "p", "time", "b"}
    assert rendered.tags == {"h2", "p", "ul", "li", "strong"}
    for text in (plain_news(told), fragment.text, rendered.text):
        assert f"Вебинар «{SEEN}»" in text
    assert json.loads(json_news(told))[0]["title"] == HOSTILE


def test_nothing_private_is_told() -> None:
    private = {field.key for field in WEBINAR.fields if field.private}
    told = [news(attendees=["Тайная Т.Т."], notes="Тайное")]

    assert private == {"attendees", "notes"}
    for text in (plain_news(told), markdown_news(told), html_news(told), json_news(told)):
        assert "Тайн" not in text
