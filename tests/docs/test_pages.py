import re
from pathlib import Path

import pytest

from generate import ROOT
from rumo_cli.documents.analysis_marks import (
    APPENDICES,
    APPENDIX_MARK,
    BLOCK_MARKS,
    SECTION_MARKS,
    SECTIONS,
    TEXTS,
)
from rumo_cli.documents.letter import Letter
from rumo_cli.intake import archive, grid, heading_names, heading_rows, sources, table_notes
from rumo_cli.intake.word import geometry
from rumo_cli.intake.workbooks import ods_facts
from rumo_cli.records.sections import SECTION
from rumo_cli.records.values import LARGEST_INTEGER
from store import documents, entries, history, location
from tests.documents.samples import week

PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
LINK = re.compile(r"\]\(([^)#:]+)\)")
PLACE = re.compile(r"`((?:rumo_cli|store|commands|tests|docs)/[\w./]*)`")


def names(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", PAGES, ids=names)
def test_links_lead_somewhere(page: Path) -> None:
    for link in LINK.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / link).exists(), link


@pytest.mark.parametrize("page", PAGES, ids=names)
def test_places_in_the_code_that_a_page_names_are_there(page: Path) -> None:
    for place in PLACE.findall(page.read_text(encoding="utf-8")):
        assert (ROOT / place).exists(), place


def spaced(number: int) -> str:
    return f"{number:,}".replace(",", " ")


@pytest.mark.parametrize(
    "promise",
    [
        f"файл – {sources.LARGEST_FILE // 1024**2} МБ",
        f"ячейка – {spaced(grid.LARGEST_CELL)} знаков",
        f"{spaced(grid.MOST_ROWS)} строк",
        f"{spaced(grid.MOST_COLUMNS)} столбца",
        f"{spaced(grid.MOST_CELLS)} ячеек",
        f"первых {heading_rows.HEADING_WITHIN} строках",
    ],
)
def test_the_limits_of_an_import_are_those_of_the_program(promise: str) -> None:
    assert promise in (ROOT / "docs/importing.ru.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "promise",
    [
        f"{sources.LARGEST_FILE >> 20} MiB | «файл больше {sources.LARGEST_FILE >> 20} МБ»",
        f"| a cell | {spaced(grid.LARGEST_CELL)} characters |",
        f"не больше {spaced(grid.LARGEST_CELL)}»",
        f"| {spaced(grid.MOST_ROWS)} rows | «в таблице больше {spaced(grid.MOST_ROWS)} строк»",
        f"| {spaced(grid.MOST_COLUMNS)} columns | «в таблице больше {spaced(grid.MOST_COLUMNS)} ст",
        f"| {spaced(grid.MOST_CELLS)} cells | «в таблице больше {spaced(grid.MOST_CELLS)} ячеек»",
        f"names a field | {spaced(heading_names.LONGEST_HEADING)} characters",
        f"one by one | {table_notes.MOST_NAMED} |",
        f"unpacked | {archive.LARGEST_UNPACKED >> 20} MiB | «так выглядит",
        f"| {archive._LARGEST_RATIO} times what it takes packed, and {archive._SMALL >> 20} MiB in",
        f"its parts | {spaced(archive.MOST_PARTS)} |",
        f"repetitions | {spaced(ods_facts.MOST_REPEATED)} |",
        f"Word document | {spaced(geometry._MOST_COLUMNS)} | «в строке таблицы больше 1000 ст",
        f"больше {LARGEST_INTEGER} (2⁵³) не хранятся»",
    ],
)
def test_the_limits_of_files_are_those_of_the_program(promise: str) -> None:
    assert promise in (ROOT / "docs/limits.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "promise",
    [
        f"at most {entries.MOST_COMMANDS} and at most {entries.MOST_BYTES >> 10} KiB",
        f"and {history.LEAST_BYTES >> 20} MiB where",
        f"more than {history.FILE_BYTES >> 20} MiB is",
        f"up to {location.WAIT:g} s",
        "up to 2⁵³",
    ],
)
def test_the_limits_of_the_store_are_those_of_the_program(promise: str) -> None:
    assert LARGEST_INTEGER == 2**53
    assert promise in (ROOT / "docs/store.md").read_text(encoding="utf-8")


def test_the_example_of_a_store_is_one() -> None:
    page = (ROOT / "docs/store.md").read_text(encoding="utf-8")
    example = page.partition("```json\n")[2].partition("```")[0].encode()
    decoded = documents.decode(example)
    documents.check(decoded)
    assert documents.encode(decoded) == example
    assert decoded["_meta"]["1"]["schema"] == documents.SCHEMA


def test_every_name_of_a_letter_is_explained() -> None:
    page = (ROOT / "docs/letters.ru.md").read_text(encoding="utf-8")
    letter = Letter(week(), {})

    assert [name for name in letter.texts() if f"`{{{{ {name} }}}}`" not in page] == []
    assert [name for name in letter.rows[0] if not re.search(rf"[`.]{name}\b", page)] == []


def test_every_mark_of_the_analysis_is_explained() -> None:
    page = (ROOT / "docs/analysis.ru.md").read_text(encoding="utf-8")
    labels = [option.label for option in SECTION.options]
    rows = [
        f"| `{{{{ {mark} }}}}` | {label} |"
        for mark, label in zip(SECTION_MARKS.values(), labels, strict=True)
    ]
    numbered = sorted(BLOCK_MARKS - {*SECTION_MARKS.values(), SECTIONS, APPENDICES})

    assert "\n".join(rows) in page
    assert f"`{{{{ {numbered[0]} }}}}` … `{{{{ {numbered[-1]} }}}}`" in page
    assert numbered[0] == APPENDIX_MARK.format(1)
    assert [
        name for name in {*TEXTS, SECTIONS, APPENDICES} if f"{{{{ {name} }}}}" not in page
    ] == []
