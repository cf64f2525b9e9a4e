"""A table is a value: columns know how people read a row, and nothing of any format."""

from typing import TYPE_CHECKING

import pytest

from rumo_cli.tables.table import Column, Shown
from tests.tables.examples import WEBINARS, headcount

if TYPE_CHECKING:
    from rumo_cli.records.values import Value


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, ""),
        ("", ""),
        ("Тема", "Тема"),
        (True, "да"),
        (False, "нет"),
        (0, "0"),
        (5237, "5237"),
        (-3, "-3"),
        (84.6, "84,6"),
        (100.0, "100,0"),
        (["Зимина А.А.", "Орлов П.П."], ["Зимина А.А.", "Орлов П.П."]),
        ([], []),
    ],
)
def test_a_column_shows_a_value_as_a_person_reads_it(value: "Value", shown: Shown) -> None:
    assert Column("key", "Заголовок").cell({"key": value}) == shown


def test_a_row_without_the_key_shows_nothing() -> None:
    assert Column("key", "Заголовок").cell({}) == ""


def test_a_column_may_say_one_thing_from_two_keys() -> None:
    column = Column("participants", "Участников", headcount)
    assert column.cell({"participants": 120, "participants_qualifier": "at_least"}) == (
        "не менее 120"
    )


def test_a_column_may_put_its_value_into_words() -> None:
    column = Column("status", "Статус", lambda row: f"«{row.get('status')}»")
    assert column.cell({"status": "held"}) == "«held»"


def test_people_see_the_columns_that_are_shown() -> None:
    assert [column.key for column in WEBINARS.shown] == [
        "id", "date", "title", "responsible", "participants", "published",
    ]  # fmt: skip


def test_the_total_speaks_only_under_its_keys() -> None:
    assert [WEBINARS.foot(column) for column in WEBINARS.columns] == [
        "Итого", "", "", "", "120", "", "",
    ]  # fmt: skip
