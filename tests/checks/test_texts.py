import pytest

from rumo_cli.records.values import Record
from tests.checks.years import WEBINAR, said, year


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("15 (среда)", "15.10.2024 — вторник, а не среда"),
        ("15.10.2024, ср", "15.10.2024 — вторник, а не среда"),
        ("15-17 октября (4 дня)", "указано 4 дня, а выходит 3 дня"),
        ("15.10.2024 (вторник)", None),
        ("в ближайшее время", None),
        (None, None),
    ],
)
def test_dates_that_contradict_themselves(written: str | None, message: str | None) -> None:
    found = said("date_contradicts_itself", year(webinar=[WEBINAR | {"date_text": written}]))

    assert found == ([f"«Итоги»: дата записана как «{written}»: {message}"] if message else [])


@pytest.mark.parametrize(
    ("title", "message"),
    [
        ("Итоги, среда, 15 октября",
         "в тексте «среда, 15 октября», 15.10.2024 — вторник, а не среда"),
        ("Итоги (15.10, пт)", "в тексте «15.10, пт», 15.10.2024 — вторник, а не пятница"),
        ("Итоги (пятница)", "в тексте «(пятница)», 15.10.2024 — вторник, а не пятница"),
        ("Итоги, вторник, 15 октября", None),
        ("Итоги (вторник)", None),
        ("Цифровая образовательная среда", None),
        ("Методическая пятница", None),
    ],
)  # fmt: skip
def test_weekdays_in_titles(title: str, message: str | None) -> None:
    found = said("weekday_in_text", year(webinar=[WEBINAR | {"title": title}]))

    assert found == ([f"«{title}»: {message}"] if message else [])


def test_a_weekday_in_the_notes_is_that_of_its_own_date() -> None:
    of = year(webinar=[WEBINAR | {"notes": "запись размещена 16.10 (чт)"}])

    assert said("weekday_in_text", of) == [
        "«Итоги»: в тексте «16.10 (чт)», 16.10.2024 — среда, а не четверг"
    ]


def test_a_weekday_alone_may_be_that_of_any_of_several_days() -> None:
    titled = WEBINAR | {"title": "Итоги (пятница)"}
    of = year(
        webinar=[
            titled | {"end_date": "2024-10-18"},
            titled | {"dates": ["2024-10-15", "2024-10-18"]},
        ]
    )

    assert said("weekday_in_text", of) == []


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"notes": "состоится 16 октября"}, "в тексте «16 октября», а записано 15.10.2024"),
        ({"notes": "Дата проведения: 16.10.2024"}, "в тексте «16.10.2024», а записано 15.10.2024"),
        ({"notes": "пройдёт в среду, 16 октября"},
         "в тексте «среду, 16 октября», а записано 15.10.2024"),
        ({"title": "Итоги, 16 октября (ср)"},
         "в тексте «16 октября (ср)», а записано 15.10.2024"),
        ({"notes": "состоится 15 октября"}, None),
        ({"notes": "запись размещена 16 октября"}, None),
        ({"notes": "запись размещена 16 октября (ср)"}, None),
        ({"title": "К ЕГЭ 28 мая"}, None),
        ({"notes": "состоится 16 октября", "end_date": "2024-10-17"}, None),
        ({"notes": "состоится 16 октября", "dates": ["2024-10-15", "2024-10-16"]}, None),
        ({"notes": "состоится 1 октября", "moved_from": "2024-10-01"}, None),
        ({"notes": "состоится 16 октября", "date": None}, None),
    ],
)  # fmt: skip
def test_dates_that_say_when_a_webinar_is(values: Record, message: str | None) -> None:
    webinar = WEBINAR | values
    found = said("date_in_text", year(webinar=[webinar]))

    assert found == ([f"«{webinar['title']}»: {message}"] if message else [])
