"""The information letter: what it says, in Russian that agrees."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO

import docx
import pytest
from docx.document import Document

from rumo_cli.calendar.periods import Period
from rumo_cli.documents.letter import MESSAGE, Letter, announced
from rumo_cli.documents.letter_formats import letter_formats, shipped_template
from rumo_cli.documents.schedule import Schedule, schedule_of
from rumo_cli.records.directory import Directory
from rumo_cli.records.values import Record
from rumo_cli.tables.options import RenderOptions
from rumo_cli.tables.printable import file_line
from tests.documents.samples import DIRECTORY, HOSTILE, WEEK, hostile, webinar, week

SETTINGS: Record = {
    "region": "Озёрная область",
    "institute": "ГАУ ДПО «Озёрный ИРО»",
    "institute_address": "г. Озёрск, тел. 00-00-00",
    "signatory": "О.С. Кольцова",
    "signatory_position": "Ректор",
    "contacts": "00-00-02, rumo@example.ru",
    "executor": "Исп.: Лаптева А.В., 00-00-01",
}
LEAST: Record = {key: SETTINGS[key] for key in ("institute", "signatory", "signatory_position")}
PLAIN = """\
Озёрная область
ГАУ ДПО «Озёрный ИРО»
г. Озёрск, тел. 00-00-00

18.10.2024 № 01-15/7

Руководителям органов местного самоуправления, осуществляющих управление в сфере образования

О проведении вебинаров с 21 по 26 октября 2024 года

Уважаемые коллеги!

Информируем вас о том, что с 21 по 26 октября 2024 года в рамках «Горячей линии РУМО» состоятся \
3 вебинара для педагогических работников.

21.10.2024, понедельник
Итоги недели

22.10.2024, вторник, 15:00–16:30
Подготовка к ЕГЭ
Категория участников: учителя математики
Спикеры: Белова А.С., доцент, ОИРО
Подключение: https://vks.example.ru/rumo?id=1&code=2

24.10.2024, четверг
Разбор ВПР
перенесён с 10.10.2024
также 26.10.2024
Подключение: ссылка будет направлена

26.10.2024, суббота
Разбор ВПР
перенесён с 10.10.2024
также 24.10.2024
Подключение: ссылка будет направлена

По отдельному графику, даты будут сообщены дополнительно:

Консультации по запросам
Категория участников: педагоги ШНОР

Просим довести данную информацию до сведения руководителей образовательных организаций и \
педагогических работников.

Контакты для справок: 00-00-02, rumo@example.ru

Ректор
О.С. Кольцова

Исп.: Лаптева А.В., 00-00-01
"""
MARKDOWN_TABLE = """\
| Дата и время | Тема | Категория участников | Спикеры | Подключение |
| --- | --- | --- | --- | --- |
| 21.10.2024<br>понедельник | Итоги недели |  |  |  |
| 22.10.2024<br>вторник<br>15:00–16:30 | Подготовка к ЕГЭ | учителя математики | \
Белова А.С., доцент, ОИРО | https://vks.example.ru/rumo?id=1&amp;code=2 |
"""
LETTER = Letter(announced(week()), SETTINGS, "01-15/7", date(2024, 10, 18))


def written(letter: Letter, name: str) -> str:
    text = letter_formats()[name].render(letter, RenderOptions())
    assert isinstance(text, str)
    return text


def word(letter: Letter) -> Document:
    data = letter_formats()["docx"].render(letter, RenderOptions())
    assert isinstance(data, bytes)
    return docx.Document(BytesIO(data))


def rows(document: Document, number: int) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in document.tables[number].rows]


def of_forms(forms: Sequence[str], start: str = "2024-10-14", end: str = "2024-10-20") -> Letter:
    """Return a letter of webinars of these forms, all on the first day."""
    period = Period(date.fromisoformat(start), date.fromisoformat(end))
    webinars = [
        webinar(number, f"Тема {number}", date=start, form=form)
        for number, form in enumerate(forms, 1)
    ]
    return Letter(schedule_of(webinars, period, Directory()), LEAST)


def test_a_letter_for_an_e_mail() -> None:
    assert written(LETTER, "plain") == PLAIN


def test_a_letter_as_markdown_has_a_table() -> None:
    text = written(LETTER, "md")

    assert MARKDOWN_TABLE in text
    assert text.startswith("Озёрная область<br>\nГАУ ДПО «Озёрный ИРО»<br>\n")
    assert "\n\n# О проведении вебинаров с 21 по 26 октября 2024 года\n\n" in text
    assert "| Тема | Категория участников |\n| --- | --- |\n| Консультации по запросам |" in text


def test_a_letter_as_a_document() -> None:
    document = word(LETTER)

    assert [each.text for each in document.paragraphs if each.text] == [
        "Озёрная область",
        "ГАУ ДПО «Озёрный ИРО»",
        "г. Озёрск, тел. 00-00-00",
        "О проведении вебинаров с 21 по 26 октября 2024 года",
        "Уважаемые коллеги!",
        "Информируем вас о том, что с 21 по 26 октября 2024 года в рамках «Горячей линии РУМО» "
        "состоятся 3 вебинара для педагогических работников.",
        "По отдельному графику, даты будут сообщены дополнительно:",
        "Просим довести данную информацию до сведения руководителей образовательных организаций "
        "и педагогических работников.",
        "Контакты для справок: 00-00-02, rumo@example.ru",
        "Исп.: Лаптева А.В., 00-00-01",
    ]
    assert rows(document, 0) == [
        [
            "18.10.2024 № 01-15/7",
            "Руководителям органов местного самоуправления, осуществляющих управление в сфере "
            "образования",
        ]
    ]
    assert rows(document, 1)[:3] == [
        ["Дата и время", "Тема, подключение", "Категория участников", "Спикеры"],
        ["21.10.2024\nпонедельник", "Итоги недели", "", ""],
        [
            "22.10.2024\nвторник\n15:00–16:30",
            "Подготовка к ЕГЭ\nhttps://vks.example.ru/rumo?id=1&code=2",
            "учителя математики",
            "Белова А.С., доцент, ОИРО",
        ],
    ]
    assert rows(document, 2)[1:] == [
        ["Консультации по запросам", "педагоги ШНОР", ""],
    ]
    assert rows(document, 3) == [["Ректор", "О.С. Кольцова"]]


def test_what_is_not_filled_leaves_no_trace() -> None:
    dated = announced(schedule_of([webinar(1, "Одна", date="2024-10-22")], WEEK, DIRECTORY))
    letter = Letter(dated, LEAST)
    document = word(letter)

    assert [each.text for each in document.paragraphs if each.text] == [
        "ГАУ ДПО «Озёрный ИРО»",
        "О проведении вебинара с 21 по 26 октября 2024 года",
        "Уважаемые коллеги!",
        MESSAGE.format(
            период="с 21 по 26 октября 2024 года", состоятся="состоится", количество="1 вебинар"
        ),
        "Просим довести данную информацию до сведения руководителей образовательных организаций "
        "и педагогических работников.",
    ]
    assert rows(document, 0)[0][0] == "______________ № ____________"
    assert len(document.tables) == 3
    assert "None" not in written(letter, "plain") + written(letter, "md")
    assert "№" not in written(letter, "plain")


@pytest.mark.parametrize(
    ("forms", "title", "verb", "amount"),
    [
        (["webinar"], "вебинара", "состоится", "1 вебинар"),
        (["webinar"] * 2, "вебинаров", "состоятся", "2 вебинара"),
        (["webinar"] * 5, "вебинаров", "состоятся", "5 вебинаров"),
        (["webinar"] * 11, "вебинаров", "состоятся", "11 вебинаров"),
        (["webinar"] * 21, "вебинаров", "состоится", "21 вебинар"),
        (["round_table"], "круглого стола", "состоится", "1 круглый стол"),
        (["round_table"] * 3, "круглых столов", "состоятся", "3 круглых стола"),
        (["consultation"] * 5, "консультаций", "состоятся", "5 консультаций"),
        (["master_class"] * 2, "мастер-классов", "состоятся", "2 мастер-класса"),
        (["seminar"], "семинара", "состоится", "1 семинар"),
        (
            ["seminar", "webinar", "webinar"],
            "вебинаров и семинара",
            "состоятся",
            "2 вебинара и 1 семинар",
        ),
        (
            ["consultation", "webinar", "round_table", "consultation"],
            "вебинара, консультаций и круглого стола",
            "состоятся",
            "1 вебинар, 2 консультации и 1 круглый стол",
        ),
    ],
)
def test_numerals_agree(forms: Sequence[str], title: str, verb: str, amount: str) -> None:
    letter = of_forms(forms)

    assert letter.title == f"О проведении {title} с 14 по 19 октября 2024 года"
    assert (letter.takes_place, letter.amount) == (verb, amount)


def test_a_webinar_of_several_sittings_is_one() -> None:
    sittings = webinar(1, "Школа", date="2024-10-22", dates=["2024-10-22", "2024-10-24"])
    letter = Letter(schedule_of([sittings], WEEK, DIRECTORY), LEAST)

    assert (letter.amount, len(letter.rows)) == ("1 вебинар", 2)


def test_what_does_not_take_place_is_not_announced() -> None:
    schedule = announced(week())

    assert [each.title for each in schedule.entries] == [
        "Итоги недели", "Подготовка к ЕГЭ", "Разбор ВПР", "Консультации по запросам",
    ]  # fmt: skip


@pytest.mark.parametrize("key", LEAST)
def test_a_letter_knows_what_it_lacks(key: str) -> None:
    assert Letter(week(), {**LEAST, key: None}).missing == [key]
    assert Letter(week(), LEAST).missing == []


def test_another_time_zone_is_said() -> None:
    settings: Record = {**LEAST, "timezone": "Asia/Omsk"}
    schedule = schedule_of([webinar(1, "Одна", date="2024-10-22")], WEEK, DIRECTORY, settings)
    zone = "Часовой пояс: МСК+3."

    assert f"\n\n{zone}\n\n" in written(Letter(schedule, settings), "plain")
    assert zone in [each.text for each in word(Letter(schedule, settings)).paragraphs]


@pytest.mark.parametrize(
    ("zone", "day", "hours"),
    [
        ("МСК", "2024-10-22", "15:00"),
        ("Asia/Omsk", "2024-10-22", "15:00 (МСК+3)"),
        ("Asia/Kolkata", "2024-10-22", "15:00 (UTC+5:30)"),
        ("Europe/Berlin", "2024-10-26", "15:00 (UTC+2)"),
        ("Europe/Berlin", "2024-10-27", "15:00 (UTC+1)"),
    ],
)
def test_an_hour_of_another_zone_says_which_on_its_day(zone: str, day: str, hours: str) -> None:
    record = webinar(1, "Одна", date=day, start_time="15:00", timezone=zone)
    letter = Letter(schedule_of([record], WEEK, DIRECTORY, LEAST), LEAST)

    assert [row["время"] for row in letter.rows] == [hours]


def test_several_addressees_stand_one_under_another() -> None:
    letter = Letter(week(), LEAST, addressees=("Директорам школ", "Методистам"))

    assert rows(word(letter), 0)[0][1] == "Директорам школ\nМетодистам"
    assert "\n\nДиректорам школ\nМетодистам\n\n" in written(letter, "plain")
    assert "\n\nДиректорам школ<br>\nМетодистам\n\n" in written(letter, "md")


def titles(schedule: Schedule) -> list[str]:
    """Return the first lines of the cells of a document's table of webinars."""
    cells = rows(word(Letter(schedule, LEAST)), 1)[1:]
    return [row[1].splitlines()[0] for row in cells]


def test_hostile_titles_are_text() -> None:
    assert sorted(titles(hostile())) == sorted(map(file_line, HOSTILE))


def test_the_same_letter_is_the_same_bytes() -> None:
    first, second = (letter_formats()["docx"].render(LETTER, RenderOptions()) for _ in range(2))

    assert first == second


def test_the_shipped_template_is_a_document_to_restyle() -> None:
    document = docx.Document(BytesIO(shipped_template()))

    assert "{{ институт }}" in [each.text for each in document.paragraphs]
    assert {"Бланк письма", "Текст письма", "Текст таблицы", "Исполнитель письма"} <= {
        style.name for style in document.styles
    }
