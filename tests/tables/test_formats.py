"""Every format is a line of one table; a file's extension names one."""

import subprocess
import sys
from pathlib import Path

import pytest

from rumo_cli.errors import Misused
from rumo_cli.tables.formats import FORMATS, Format, format_of
from rumo_cli.tables.options import RenderOptions
from rumo_cli.tables.table import Table
from tests.tables.examples import EMPTY, PLAN, WEBINARS

ROOT = Path(__file__).parents[2]
TEXTS = {name: known for name, known in FORMATS.items() if not known.document}


def test_the_formats_that_the_command_line_promises() -> None:
    assert list(FORMATS) == [
        "table", "plain", "md", "html", "csv", "excel-csv", "tsv", "json", "ndjson",
        "xlsx",
    ]  # fmt: skip


def test_machine_formats() -> None:
    machine = {known.name for known in FORMATS.values() if known.machine}
    assert machine == {"csv", "excel-csv", "tsv", "json", "ndjson", "xlsx"}


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("график.csv", "excel-csv"),
        ("график.CSV", "excel-csv"),
        ("график.tsv", "tsv"),
        ("график.json", "json"),
        ("график.ndjson", "ndjson"),
        ("график.jsonl", "ndjson"),
        ("график.xlsx", "xlsx"),
        ("график.md", "md"),
        ("график.html", "html"),
        ("график.htm", "html"),
        ("план.2024-2025.txt", "plain"),
    ],
)
def test_an_extension_names_a_format(name: str, known: str) -> None:
    assert format_of(Path("отчёты", name), FORMATS) is FORMATS[known]


@pytest.mark.parametrize("name", ["график.bmp", "график"])
def test_an_unknown_extension_is_refused_with_those_known(name: str) -> None:
    with pytest.raises(Misused) as refused:
        format_of(Path("отчёты", name), FORMATS)
    assert str(refused.value) == (
        f"По имени файла «{name}» не понять, в каком виде его записать. "
        "Известны расширения .txt .md .html .htm .csv .tsv .json .ndjson .jsonl .xlsx; либо "
        "назовите вид сами: "
        "-f table | plain | md | html | csv | excel-csv | tsv | json | ndjson | xlsx."
    )


@pytest.mark.parametrize("name", FORMATS)
def test_only_a_terminal_sees_the_place_it_is_drawn_for(name: str) -> None:
    narrow = FORMATS[name].render(PLAN, RenderOptions(30, color=True, unicode=False))
    wide = FORMATS[name].render(PLAN, RenderOptions(200))
    assert (narrow == wide) == (name != "table")


@pytest.mark.parametrize(("name", "known"), TEXTS.items())
def test_a_file_begins_with_a_mark_only_where_excel_needs_it(
    name: str, known: Format[Table]
) -> None:
    data = known.encode(known.render(WEBINARS, RenderOptions()))
    assert data.startswith(b"\xef\xbb\xbf") == (name == "excel-csv")
    assert "Ёлка" in data.decode("utf-8-sig")


@pytest.mark.parametrize("known", TEXTS.values(), ids=TEXTS)
def test_machines_get_their_kind_of_empty_table(known: Format[Table]) -> None:
    said = "Записей нет." in str(known.render(EMPTY, RenderOptions()))
    assert said == (not known.machine)


def test_a_workbook_is_bytes_as_it_is() -> None:
    drawn = FORMATS["xlsx"].render(WEBINARS, RenderOptions())
    assert isinstance(drawn, bytes)
    assert FORMATS["xlsx"].encode(drawn) is drawn


def imported_by(modules: str, *beginnings: str) -> str:
    """Return which modules of such names a process has once it has imported some."""
    program = (
        f"import sys, {modules}; print(sorted(each for each in sys.modules"
        f" if each.startswith({beginnings!r})))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return done.stdout + done.stderr


def test_the_names_of_the_formats_cost_no_renderer() -> None:
    assert imported_by("rumo_cli.tables.formats", "rumo_cli.tables.") == (
        "['rumo_cli.tables.formats', 'rumo_cli.tables.renderers']\n"
    )


def test_the_renderers_cost_no_library_nor_any_record() -> None:
    names = (
        "terminal",
        "plain",
        "markdown",
        "html_page",
        "separated",
        "json_documents",
        "workbook",
    )
    renderers = ", ".join(f"rumo_cli.tables.{name}" for name in names)

    libraries = ("rich", "tabulate", "xlsxwriter")
    assert imported_by(renderers, *libraries, "rumo_cli.records") == "[]\n"
