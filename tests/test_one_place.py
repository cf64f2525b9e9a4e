"""A field is described once: one line in a kind's module, and every part of rumo has it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

DISTRICT = """
from dataclasses import replace
from rumo_cli.records import webinar
from rumo_cli.records.fields import Field, Text

district = Field("district", "Район", Text(), ("муниципальный район",), shown=True)
webinar.WEBINAR = replace(webinar.WEBINAR, own_fields=(*webinar.WEBINAR.own_fields, district))
"""
RUMO = """
from commands.main import main
main()
"""
SCHEMA = """
import json
from rumo_cli.records.schema import json_schema
print(json.dumps(json_schema(webinar.WEBINAR)))
"""


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store with one webinar of the Вяземский district."""
    rumo(tmp_path / "store", "add", "--title", "Итоги", "--district", "Вяземский")
    return tmp_path / "store"


def rumo(store: Path, *words: str) -> str:
    """Return what `rumo webinar …` prints where webinars have one more field."""
    return printed(RUMO, "--store", str(store), "--today", "15.10.2024", "webinar", *words)


def printed(program: str, *words: str) -> str:
    """Return what a program prints in a process of its own: no other test sees the field."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("RUMO_")}
    ended = subprocess.run(
        [sys.executable, "-c", DISTRICT + program, *words],
        env=own | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "NO_COLOR": "1"},
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return ended.stdout


def test_a_new_field_is_an_option_a_filter_and_a_column(store: Path) -> None:
    rumo(store, "add", "--title", "Анализ", "--district", "Починковский")
    listed = rumo(store, "list", "--district", "вязем", "-f", "csv", "--columns", "title,district")

    assert listed.splitlines() == ["title,district", "Итоги,Вяземский"]
    assert "Район" in rumo(store, "list", "-f", "plain")
    assert "--district" in rumo(store, "add", "--help")


def test_a_new_field_is_changed_and_shown(store: Path) -> None:
    edited = rumo(store, "edit", "1", "--district", "Починковский")

    assert "Район: Вяземский → Починковский" in edited
    assert json.loads(rumo(store, "show", "1", "-f", "json"))["district"] == "Починковский"


@pytest.mark.parametrize(
    "headings", ["Тема;Дата;Район", "Тема;Дата;Муниципальный район", "title;date;district"]
)
def test_a_new_field_is_found_in_files_by_its_names(store: Path, headings: str) -> None:
    file = store.parent / "график.csv"
    file.write_text(f"{headings}\nОГЭ;15.10.2024;Рославльский\n", encoding="utf-8")
    rumo(store, "import", str(file))

    assert json.loads(rumo(store, "show", "2", "-f", "json"))["district"] == "Рославльский"


@pytest.mark.parametrize(
    ("format_name", "heading"), [("csv", "district"), ("excel-csv", "Район"), ("tsv", "district")]
)
def test_a_new_field_is_exported_and_comes_back(
    store: Path, format_name: str, heading: str
) -> None:
    written = rumo(store, "export", "-f", format_name)
    file = store.parent / "записи.csv"
    file.write_text(written, encoding="utf-8")
    other = store.parent / "other"
    rumo(other, "import", str(file))

    assert heading in written
    assert json.loads(rumo(other, "list", "-f", "json"))[0]["district"] == "Вяземский"


def test_a_new_field_is_in_the_schema() -> None:
    properties = json.loads(printed(SCHEMA))["properties"]

    assert properties["district"]["title"] == "Район"
