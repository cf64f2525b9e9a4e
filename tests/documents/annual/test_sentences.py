"""Sentences, names and papers as they stand in an official text."""

import pytest

from rumo_cli.documents.annual.sentences import (
    at,
    different_titles,
    item_list,
    lowered,
    person,
    sentence,
    under,
)
from rumo_cli.tables.document import Listing


@pytest.mark.parametrize(
    ("pieces", "said"),
    [
        ((), ""),
        (("", ""), ""),
        (("проведён вебинар", "", "(второй)"), "Проведён вебинар (второй)."),
        (("проведено 2 заседания:",), "Проведено 2 заседания:"),
        (("темы: «Как быть?»",), "Темы: «Как быть?»."),
        (("готово!",), "Готово!"),
        (("всего 3", ", из них 1"), "Всего 3, из них 1."),
    ],
)
def test_a_sentence_begins_with_a_capital_and_ends_with_a_stop(
    pieces: tuple[str, ...], said: str
) -> None:
    assert sentence(*pieces) == said


def test_a_list_has_semicolons_and_a_stop() -> None:
    assert item_list(["первое.", "", "второе;", "третье"]) == Listing(
        ("первое;", "второе;", "третье.")
    )


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Снежинцев Д.К.", "Д.К. Снежинцев"),
        ("Снежинцев Д. К.", "Д.К. Снежинцев"),
        ("Петрова-Водкина А.", "А. Петрова-Водкина"),
        ("Д.К. Снежинцев", "Д.К. Снежинцев"),
        ("Снежинцев Денис Карлович", "Снежинцев Денис Карлович"),
        ("", ""),
        (None, ""),
    ],
)
def test_initials_come_first(written: str | None, said: str) -> None:
    assert person(written) == said


@pytest.mark.parametrize(
    ("paper", "said"),
    [
        ("приказ от 16.01.2023 № 11-ОД", "приказом от 16.01.2023 № 11-ОД"),
        ("Распоряжение института № 5.", "распоряжением института № 5"),
        ("Устав", ""),
        ("", ""),
    ],
)
def test_by_which_paper(paper: str, said: str) -> None:
    assert under(paper) == said


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("Форум руководителей", "на Форуме руководителей"),
        ("заседание РУМО № 1", "на заседании РУМО № 1"),
        ("на совместном совещании", "на совместном совещании"),
        ("В актовом зале", "в актовом зале"),
        ("расширенное совещание", ""),
    ],
)
def test_where(place: str, said: str) -> None:
    assert at(place) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [("Воспитание", "воспитание"), ("ГИА и оценка", "ГИА и оценка"), ("О Форуме", "о Форуме")],
)
def test_what_follows_a_colon_begins_small(text: str, said: str) -> None:
    assert lowered(text) == said


def test_a_title_stands_once() -> None:
    assert different_titles(["Урок.", "УРОК", "", "Игра «Я»"]) == ["«УРОК»", "«Игра „Я“»"]
