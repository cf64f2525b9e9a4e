"""The way through a real spreadsheet program: LibreOffice opens what rumo wrote and saves it."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from commands.main import rumo as command

PROGRAM = shutil.which("soffice") or shutil.which("libreoffice")
KINDS = (
    "omo",
    "webinar",
    "plan",
    "meeting",
    "iom",
    "mentor programme",
    "mentor pair",
    "expertise",
    "publication",
    "contribution",
)

pytestmark = pytest.mark.skipif(
    PROGRAM is None and not os.environ.get("CI"),
    reason="LibreOffice is not installed: the round trip through a spreadsheet program is not run",
)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demo store, and beside it every register of it as a workbook."""
    folder = tmp_path_factory.mktemp("demo")
    rumo(folder, "demo", str(folder / "store"))
    (folder / "written").mkdir()
    for kind in KINDS:
        file = folder / "written" / f"{kind.replace(' ', '_')}.xlsx"
        rumo(folder, *kind.split(), "export", "--year", "all", "-o", str(file))
    return folder


@pytest.fixture(scope="module")
def saved(demo: Path) -> Callable[[str], Path]:
    """Open the workbooks of the demo in LibreOffice and save them in a format, in a folder."""

    def save(extension: str) -> Path:
        folder = demo / extension
        if not folder.exists():
            convert(sorted((demo / "written").glob("*.xlsx")), extension, folder)
        return folder

    return save


def rumo(folder: Path, *words: str) -> str:
    environment = {"RUMO_STORE": str(folder / "store"), "RUMO_TODAY": "2025-06-23", "NO_COLOR": "1"}
    result = CliRunner(env=environment).invoke(command, list(words), prog_name="rumo")
    assert result.exit_code == 0, result.stderr
    return result.stdout


def convert(files: list[Path], extension: str, folder: Path) -> None:
    assert PROGRAM, "CI installs LibreOffice"
    profile = (folder.parent / "profile").as_uri()
    subprocess.run(
        [
            PROGRAM,
            f"-env:UserInstallation={profile}",
            "--headless",
            "--convert-to",
            extension,
            "--outdir",
            str(folder),
            *map(str, files),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )


def outcome(folder: Path, *words: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(rumo(folder, "import", *words, "-q", "-f", "json"))
    return document


@pytest.mark.parametrize("extension", ["xlsx", "ods", "xls"])
def test_what_a_spreadsheet_program_saved_again_changes_nothing(
    demo: Path, saved: Callable[[str], Path], extension: str
) -> None:
    found = outcome(demo, str(saved(extension)))

    assert [each["kind"] for each in found["files"]] == [
        "omo",
        "webinar",
        "plan",
        "meeting",
        "iom",
        "programme",
        "pair",
        "expertise",
        "publication",
        "contribution",
    ]
    assert (found["added"], found["updated"], found["unrecognised"]) == (0, 0, [])
    assert found["unchanged"] == found["read"] == 807


def edited(file: Path, edit: Callable[[Worksheet, dict[str, int]], None]) -> Path:
    """Change a workbook at the columns of its headings and return it under another name."""
    book = load_workbook(file)
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    edit(sheet, {str(cell.value): place for place, cell in enumerate(sheet[1], 1)})
    book.save(file.with_stem("edited"))
    return file.with_stem("edited")


def change_three_cells_and_add_a_row(sheet: Worksheet, column: dict[str, int]) -> None:
    sheet.cell(3, column["Тема"], "Новая тема")
    sheet.cell(4, column["Участников"], 77)
    sheet.cell(5, column["Примечание"], "Запись на сайте")
    last = max(row for row in range(1, 300) if sheet.cell(row, column["Тема"]).value)
    sheet.cell(last + 1, column["Дата"], date(2025, 6, 20))
    sheet.cell(last + 1, column["Время"], time(15))
    sheet.cell(last + 1, column["Тема"], "Вебинар, которого не было")


@pytest.mark.parametrize("extension", ["xlsx", "ods"])
def test_three_changed_cells_and_a_new_row_are_just_that(
    demo: Path, saved: Callable[[str], Path], extension: str
) -> None:
    file = edited(saved("xlsx") / "webinar.xlsx", change_three_cells_and_add_a_row)
    folder = demo / f"edited_{extension}"
    convert([file], extension, folder)
    file.unlink()

    found = outcome(demo, str(folder / f"edited.{extension}"))
    (register,) = found["files"]

    assert (found["added"], found["updated"], found["unchanged"]) == (1, 3, 250)
    assert [(each["field"], each["after"]) for each in register["changes"]] == [
        ("Тема", "Новая тема"),
        ("Участников", "77"),
        ("Примечание", "Запись на сайте"),
    ]
    rumo(demo, "undo")
    assert outcome(demo, str(folder / f"edited.{extension}"), "--dry-run")["added"] == 1
