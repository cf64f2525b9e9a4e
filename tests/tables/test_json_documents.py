"""`json` and `ndjson`: records with their keys, their types and no loss."""

import json
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rumo_cli.tables.json_documents import json_text, render_json, render_ndjson
from rumo_cli.tables.options import RenderOptions
from rumo_cli.tables.table import Column, Table
from tests.tables.examples import EMPTY, PLAN, TITLE, WEBINARS

if TYPE_CHECKING:
    from rumo_cli.records.values import Value

OPTIONS = RenderOptions()
VALUES = (
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text()
    | st.lists(st.text())
)


def test_json_is_an_array_with_every_column_of_every_row() -> None:
    assert render_json(WEBINARS, OPTIONS) == (
        "[\n"
        '{"id": 9, "date": "2024-09-05", "title": "Читательская грамотность",'
        ' "responsible": ["Зимина А.А.", "Орлов П.П."], "participants": 120,'
        ' "participants_qualifier": "at_least", "published": true},\n'
        '{"id": 10, "date": "2024-11-28", "title": "«Ёлка»; ЕГЭ", "responsible": [],'
        ' "participants": null, "participants_qualifier": null, "published": false}\n'
        "]\n"
    )


def test_ndjson_is_an_object_a_line() -> None:
    assert render_ndjson(PLAN, OPTIONS) == (
        '{"label": "РУМО", "counted": 8, "done": 7, "percent": 87.5}\n'
        '{"label": "ОМО учителей математики", "counted": 3, "done": 3, "percent": 100.0}\n'
        '{"label": "ОМО учителей музыки", "counted": 0, "done": 0, "percent": null}\n'
    )


def test_no_rows() -> None:
    assert render_json(EMPTY, OPTIONS) == "[]\n"
    assert render_ndjson(EMPTY, OPTIONS) == ""


def test_a_key_that_a_row_lacks_is_null() -> None:
    table = Table(TITLE, (Column("id", "№"), Column("date", "Дата")), [{"id": 1}])
    assert render_ndjson(table, OPTIONS) == '{"id": 1, "date": null}\n'


def test_a_row_may_lack_a_list_and_hold_what_no_column_shows() -> None:
    columns = (Column("speakers", "Ведущие", blank=[]), Column("title", "Тема"))
    table = Table(TITLE, columns, [{"secret": 1, "title": "Ёлка"}])

    assert render_ndjson(table, OPTIONS) == '{"speakers": [], "title": "Ёлка"}\n'


def test_a_document_is_indented() -> None:
    assert "\n" + json_text({"year": "2024-2025", "rows": [], "total": {"done": 10}}) == dedent("""
        {
          "year": "2024-2025",
          "rows": [],
          "total": {
            "done": 10
          }
        }
        """)


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_what_is_no_json_is_never_written(number: float) -> None:
    table = Table(TITLE, (Column("id", "№"),), [{"id": number}])
    with pytest.raises(ValueError, match="Out of range float values are not JSON compliant"):
        render_json(table, OPTIONS)
    with pytest.raises(ValueError, match="Out of range float values are not JSON compliant"):
        json_text(number)


@given(st.lists(st.fixed_dictionaries({"id": st.integers(1, 99), "value": VALUES}), max_size=5))
def test_every_value_is_read_back(rows: "list[dict[str, Value]]") -> None:
    table = Table(TITLE, (Column("id", "№"), Column("value", "Значение")), rows)
    assert json.loads(render_json(table, OPTIONS)) == rows
    lines = render_ndjson(table, OPTIONS).encode().splitlines()
    assert [json.loads(line) for line in lines] == rows
