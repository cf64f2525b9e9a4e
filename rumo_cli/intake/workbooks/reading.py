"""Workbooks (XLSX, XLS, ODS) to grids, a sheet each.

The values are read by calamine. What it does not tell (links, hidden rows, errors, formulas without
a value), and what it would not survive, is looked for in the XML before.
"""

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from zipfile import ZipFile

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
    load_workbook,
)

from rumo_cli.errors import Refused
from rumo_cli.intake.addresses import Area, Cell
from rumo_cli.intake.archive import open_archive
from rumo_cli.intake.decoding import OLE2, ZIP, describe
from rumo_cli.intake.grid import Grid, GridRow, Merge, NoTable, within_limits
from rumo_cli.intake.workbooks.cell_text import cell_text
from rumo_cli.intake.workbooks.compound import is_compound_book
from rumo_cli.intake.workbooks.ods_facts import ods_facts
from rumo_cli.intake.workbooks.sheet_facts import LOCKED, Extent, SheetFacts
from rumo_cli.intake.workbooks.sheet_notes import sheet_notes
from rumo_cli.intake.workbooks.xls_facts import xls_facts
from rumo_cli.intake.workbooks.xlsx_facts import xlsx_facts
from rumo_cli.intake.workbooks.xml_events import broken
from rumo_cli.records.values import FORBIDDEN

__all__ = ["is_workbook", "read_workbook"]

# How a part of an archive begins; the first that tells decides: documents have books within.
_TELLING_PART = re.compile(rb"PK\x03\x04.{26}(xl|word|ppt)[/\\]", re.DOTALL)
_SPREADSHEET = re.compile(
    rb"PK\x03\x04.{26}mimetype.{0,64}application/vnd\.oasis\.opendocument\.spreadsheet", re.DOTALL
)
_EMPTY = "в книге нет ни одной заполненной ячейки. Проверьте, тот ли это файл."
_BINARY = (
    "это двоичная книга Excel (xlsb): откройте её в Excel и сохраните как «Книга Excel» (.xlsx)."
)
_HIDDEN_SHEET = "лист скрыт"
_UNREADABLE = "её содержимое не читается"


def is_workbook(data: bytes) -> bool:
    """Tell by its bytes whether a file is a workbook, be it one that `read_workbook` refuses."""
    if data.startswith(OLE2):
        return is_compound_book(data)
    if not data.startswith(ZIP):
        return False
    telling = _TELLING_PART.search(data)
    return telling[1] == b"xl" if telling else _SPREADSHEET.match(data) is not None


def read_workbook(data: bytes) -> list[Grid]:
    """Return the sheets that hold anything, in the order of the book.

    Raise `Refused` for a book that is damaged, locked by a password, has macros, would not fit into
    the memory, or holds what no record may hold.
    """
    with _damage_told():
        facts = _facts(data)
        grids = list(_grids(load_workbook(io.BytesIO(data)), facts))
    if not grids:
        raise NoTable(_EMPTY)
    return grids


def _facts(data: bytes) -> list[SheetFacts]:
    if data.startswith(OLE2):
        return xls_facts(data)
    with open_archive(data) as archive:
        return _facts_of_parts(archive)


def _facts_of_parts(archive: ZipFile) -> list[SheetFacts]:
    names = {name.replace("\\", "/").lower() for name in archive.namelist()}
    if "xl/workbook.bin" in names:
        raise Refused(_BINARY)
    return xlsx_facts(archive) if "xl/workbook.xml" in names else ods_facts(archive)


@contextmanager
def _damage_told() -> Iterator[None]:
    try:
        yield
    except PasswordError as error:
        raise Refused(LOCKED) from error
    except (CalamineError, OSError, ValueError) as error:
        raise Refused(broken(_UNREADABLE)) from error
    except BaseException as error:
        # What Rust calls a panic comes as a class of its own that no module offers.
        if type(error).__name__ == "PanicException":
            raise Refused(broken(_UNREADABLE)) from error
        raise


def _grids(book: CalamineWorkbook, facts: list[SheetFacts]) -> Iterator[Grid]:
    about_sheets = book.sheets_metadata
    for number, (about, sheet_facts) in enumerate(zip(about_sheets, facts, strict=True)):
        if about.typ is not SheetTypeEnum.WorkSheet:
            continue
        grid = _grid(book.get_sheet_by_index(number), sheet_facts)
        if grid.rows:
            is_hidden = about.visible is not SheetVisibleEnum.Visible
            yield replace(grid, notes=(_HIDDEN_SHEET, *grid.notes)) if is_hidden else grid


def _grid(sheet: CalamineSheet, facts: SheetFacts) -> Grid:
    table = list(_values(sheet))
    _put(table, facts)
    _drop_trailing_blanks(table)
    _check_characters(table, sheet.name)
    rows = (GridRow(number, None, tuple(cells)) for number, cells in enumerate(table, 1))
    return Grid(
        rows=tuple(within_limits(rows)),
        sheet=sheet.name,
        merges=tuple(_merges(sheet, facts, len(table))),
        links=dict(_links(facts, table)),
        notes=tuple(sheet_notes(facts, table)),
    )


def _values(sheet: CalamineSheet) -> Iterator[list[str]]:
    """Yield the rows from the first on, as texts; the reader leaves out blank columns before."""
    if sheet.start is None or sheet.end is None:
        return
    Extent(sheet.name).reach(sheet.end[0] + 1, sheet.end[1])
    before = [""] * sheet.start[1]
    for values in sheet.iter_rows():
        yield [*before, *map(cell_text, values)]


def _put(table: list[list[str]], facts: SheetFacts) -> None:
    """Set the cells whose texts are known better than their values."""
    for cell, text in [*facts.errors.items(), *facts.texts.items()]:
        table.extend([] for _ in range(cell.row - len(table)))
        cells = table[cell.row - 1]
        cells.extend([""] * (cell.place + 1 - len(cells)))
        cells[cell.place] = text
    for row, place in facts.unfilled:
        if row <= len(table) and place < len(table[row - 1]):
            table[row - 1][place] = ""


def _drop_trailing_blanks(table: list[list[str]]) -> None:
    for cells in table:
        while cells and not cells[-1]:
            cells.pop()
    while table and not any(map(str.strip, table[-1])):
        table.pop()


def _check_characters(table: list[list[str]], sheet: str) -> None:
    for row, cells in enumerate(table, 1):
        if found := FORBIDDEN.search("".join(cells)):
            place = next(place for place, cell in enumerate(cells) if found[0] in cell)
            raise Refused(
                f"лист «{sheet}», ячейка {Cell(row, place)}: {describe(found[0])}. Наберите её "
                "текст заново и сохраните книгу."
            )


def _merges(sheet: CalamineSheet, facts: SheetFacts, rows: int) -> Iterator[Merge]:
    """Yield the merges of several rows, as far as there are rows."""
    told = sheet.merged_cell_ranges or ()
    spanned = [(first[0] + 1, last[0] + 1, first[1]) for first, last in told]
    spanned += [(area.first.row, area.last.row, area.first.place) for area in facts.merges]
    for first_row, last_row, place in sorted(spanned):
        if first_row < min(last_row, rows):
            yield Merge(first_row, min(last_row, rows), place)


def _links(facts: SheetFacts, table: list[list[str]]) -> Iterator[tuple[tuple[int, int], str]]:
    for area, target in facts.links.items():
        cells = [area.first] if area.first == area.last else _filled(area, table)
        for row, place in cells:
            yield (row, place), target


def _filled(area: Area, table: list[list[str]]) -> Iterator[Cell]:
    for row in range(area.first.row, min(area.last.row, len(table)) + 1):
        cells = table[row - 1]
        for place in range(area.first.place, min(area.last.place + 1, len(cells))):
            if cells[place]:
                yield Cell(row, place)
