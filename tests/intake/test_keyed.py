"""JSON objects: their keys are the heading, whoever wrote them."""

import pytest

from rumo_cli.errors import Refused
from tests.intake.foreign import read


def records(text: str) -> list[dict[str, object]]:
    return [dict(row.record) for row in read("webinar", text, name="файл.json").incoming]


def test_one_known_key_is_enough() -> None:
    assert records('[{"title": "Тема"}]') == [{"academic_year": "2024-2025", "title": "Тема"}]


def test_ids_are_trusted_only_among_keys_of_rumo() -> None:
    assert records('[{"id": 7, "title": "Тема"}]')[0]["id"] == 7
    assert "id" not in records('[{"id": 7, "title": "Тема", "room": "12"}]')[0]


def test_unknown_keys_are_said() -> None:
    notes = read("webinar", '[{"title": "Тема", "room": "12"}]', name="файл.json").notes
    assert "столбцы не взяты: «room»" in notes


def test_no_objects_are_no_records_and_no_error() -> None:
    register = read("webinar", "[]", name="файл.json")
    assert (register.incoming, list(register.passed_over)) == ([], [])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            '[{"room": "12"}]',
            "файл.json: ни один ключ не знаком: «room».\n"
            "  Ожидаются ключи: date, start_time, title, omo, status, participants.",
        ),
        (
            '[{"date": "2024-10-15"}]',
            "файл.json: строка 1: в шапке нет столбца «Тема».\n"
            "  Назовите столбец так, укажите соответствие (--map ФАЙЛ.toml) или значение для всех "
            "строк (--set title=…).",
        ),
    ],
)
def test_objects_that_are_no_records_are_refused(text: str, message: str) -> None:
    with pytest.raises(Refused) as error:
        read("webinar", text, name="файл.json")
    assert str(error.value) == message
