"""The topics of webinars: each told once, under its theme."""

import pytest

from rumo_cli.documents.annual.themes import topic_of
from rumo_cli.records.values import Record
from tests.documents.annual.samples import account_of, told


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Задачи ЕГЭ (часть 1)", "Задачи ЕГЭ (часть 2)"),
        ("Задачи ЕГЭ. Часть первая", "Задачи ЕГЭ, часть вторая"),
        ("Задачи ЕГЭ: занятие 3", "ЗАДАЧИ ЕГЭ"),
        ("Задачи ЕГЭ – 2 часть", "Задачи ЕГЭ – 1-я часть"),
        ("Задачи ЕГЭ (продолжение)", "Задачи ЕГЭ"),
        ("«Зелёный» урок", "Зеленый урок."),
    ],
)
def test_these_are_one_topic(one: str, other: str) -> None:
    assert topic_of(one) == topic_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Подготовка к ЕГЭ", "Подготовка к ЕГЭ по химии"),
        ("Опыт школы № 5", "Опыт школы № 7"),
        ("Задания 9 класса", "Задания 8 класса"),
        ("Часть речи", "Часть слова"),
    ],
)
def test_these_are_not(one: str, other: str) -> None:
    assert topic_of(one) != topic_of(other)


def held(title: str, theme: str = "") -> Record:
    return {"title": title, "theme": theme, "status": "held", "date": "2024-10-01"}


def test_larger_themes_come_first_and_webinars_without_one_last() -> None:
    webinars = [
        held("Без темы"),
        held("Лагерь", "воспитание"),
        held("Химия", "ГИА"),
        held("Физика", "гиа"),
        held("Физика (часть 2)", "воспитание"),
    ]

    assert told(account_of({"webinar": webinars}), "themes") == [
        "По направлению «ГИА» обсуждались темы: «Химия»; «Физика».",
        "По направлению «воспитание» рассмотрена тема: «Лагерь».",
        "Кроме того, освещалась тема: «Без темы».",
    ]


def test_without_any_theme_the_topics_stand_by_themselves() -> None:
    assert told(account_of({"webinar": [held("Лагерь"), held("Поход")]}), "themes") == [
        "На вебинарах обсуждались темы: «Лагерь»; «Поход»."
    ]
