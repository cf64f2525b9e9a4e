"""The JSON Schema of records, held against the records of the bundled registers."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

from rumo_cli.records import MODULES, all_kinds, kind_of
from rumo_cli.records.expertise import EXPERTISE
from rumo_cli.records.schema import json_schema
from rumo_cli.records.values import Record, Value
from rumo_cli.records.webinar import WEBINAR
from tests.records.strategies import records
from tests.shell import exported, run

WEBINAR_RECORD = WEBINAR.complete({"id": 1, "academic_year": "2024-2025", "title": "Вебинар"})


def mistakes(key: str, record: Record) -> list[str]:
    checker = Draft202012Validator(json_schema(kind_of(key)), format_checker=FormatChecker())
    return [f"{error.json_path}: {error.message}" for error in checker.iter_errors(record)]


@pytest.mark.parametrize("key", MODULES)
def test_it_is_a_schema(key: str) -> None:
    Draft202012Validator.check_schema(json_schema(kind_of(key)))


def test_each_property_is_told_by_its_field() -> None:
    properties: Any = json_schema(WEBINAR)["properties"]

    assert json_schema(WEBINAR)["title"] == "Вебинары"
    assert list(properties) == [field.key for field in WEBINAR.fields]
    assert properties["id"] == {
        "title": "ID rumo", "type": "integer", "minimum": 0, "maximum": 9007199254740992,
    }  # fmt: skip
    assert properties["title"] == {"title": "Тема", "type": "string"}
    assert properties["form"] == {
        "title": "Форма",
        "anyOf": [
            {"enum": ["webinar", "consultation", "round_table", "master_class", "seminar"]},
            {"type": "null"},
        ],
    }
    assert properties["date"] == {
        "title": "Дата",
        "anyOf": [{"type": "string", "format": "date"}, {"type": "null"}],
    }
    assert properties["omo"] == {"title": "ОМО", "type": "array", "items": {"type": "string"}}


def test_what_a_record_cannot_be_without_is_never_empty() -> None:
    properties: Any = json_schema(EXPERTISE)["properties"]

    assert properties["authors"]["minItems"] == 1
    assert properties["academic_year"]["type"] == "string"
    assert "minItems" not in properties["experts"]


def test_a_key_of_a_later_version_is_no_mistake() -> None:
    assert mistakes("webinar", WEBINAR_RECORD | {"room": "12"}) == []


@pytest.mark.parametrize(
    ("key", "value", "mistake"),
    [
        ("title", None, "$.title: None is not of type 'string'"),
        ("omo", None, "$.omo: None is not of type 'array'"),
        ("omo", [4], "$.omo[0]: 4 is not of type 'string'"),
        ("date", "15.10.2024", "$.date: '15.10.2024' is not valid under any of the given schemas"),
        ("status", "проведён", "$.status: 'проведён' is not valid under any of the given schemas"),
        ("start_time", "9:00", "$.start_time: '9:00' is not valid under any of the given schemas"),
        ("participants", -1, "$.participants: -1 is not valid under any of the given schemas"),
        ("academic_year", "2024", "$.academic_year: '2024' does not match '^[0-9]{4}-[0-9]{4}$'"),
    ],
)
def test_another_value_is_a_mistake(key: str, value: Any, mistake: str) -> None:
    assert mistakes("webinar", WEBINAR_RECORD) == []
    assert mistakes("webinar", WEBINAR_RECORD | {key: value}) == [mistake]


@pytest.mark.parametrize("field", [field.key for field in WEBINAR.fields])
def test_every_key_is_there(field: str) -> None:
    lacking = {key: value for key, value in WEBINAR_RECORD.items() if key != field}

    assert mistakes("webinar", lacking) == [f"$: '{field}' is a required property"]


@pytest.mark.parametrize("key", MODULES)
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_every_record_answers_to_it(key: str, data: st.DataObject) -> None:
    record: dict[str, Value] = {"id": 1} | data.draw(records(kind_of(key)))

    assert mistakes(key, kind_of(key).complete(record)) == []


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    store = tmp_path_factory.mktemp("demo") / "store"
    run(store, "demo", str(store))
    return store


@pytest.mark.parametrize("key", MODULES)
def test_the_records_of_the_bundled_registers_answer_to_it(key: str, demo: Path) -> None:
    found = exported(demo, key)

    assert found or key == "task"
    assert [mistake for record in found for mistake in mistakes(key, record)] == []


def test_every_kind_has_one() -> None:
    assert [json_schema(kind)["title"] for kind in all_kinds().values()] == [
        "Областные методические объединения",
        "Вебинары",
        "План",
        "Заседания",
        "Индивидуальные образовательные маршруты",
        "Мероприятия маршрутов",
        "Программы наставничества",
        "Наставнические пары",
        "Экспертиза",
        "Публикации",
        "Участие в иной деятельности",
    ]
