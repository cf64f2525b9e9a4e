"""The rows that an import refused, as a file that can be mended and imported again."""

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from io import StringIO

from rumo_cli.intake.headings import REJECT_HEADINGS
from rumo_cli.intake.registers import Register
from rumo_cli.intake.rows import Incoming

_Column = tuple[str, int]
"""A heading, and which of the columns of this heading it is."""


def rejected_rows(registers: Sequence[Register]) -> bytes:
    """Return the refused rows as they stood, with file, row and reason, for a spreadsheet.

    One register keeps its title, which may name the year and month of its dates; the columns of
    several are joined. Sections and months stand above their rows again.
    """
    columns = list(dict.fromkeys(column for each in registers for column in _columns(each)))
    stream = StringIO()
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    if len(registers) == 1 and registers[0].layout.title:
        writer.writerow([registers[0].layout.title])
    writer.writerow([*(heading for heading, _ in columns), *REJECT_HEADINGS])
    for register in registers:
        writer.writerows(_rows(register, columns))
    return stream.getvalue().encode("utf-8-sig")


def _columns(register: Register) -> list[_Column]:
    """Return the columns but for those that an earlier file of refused rows added."""
    seen: Counter[str] = Counter()
    columns = []
    for heading in register.layout.columns.headings:
        name = "" if heading in REJECT_HEADINGS else heading
        columns.append((name, seen[name]))
        seen[name] += 1
    return columns


def _rows(register: Register, columns: Sequence[_Column]) -> Iterator[list[str]]:
    section: str | None = None
    band: str | None = None
    for row in register.incoming:
        if not row.errors:
            continue
        if row.laid.section not in (None, section, row.laid.band):
            section = row.laid.section
            yield [section or ""]
        if row.laid.band not in (None, band):
            band = row.laid.band
            yield [band or ""]
        cells = dict(zip(_columns(register), _cells(register, row), strict=False))
        place = [register.name, str(row.laid.source.row)]
        yield [*(cells.get(column, "") for column in columns), *place, _reason(row)]


def _cells(register: Register, row: Incoming) -> list[str]:
    """Return the cells of a row, the empty ones that stand for the row above filled in."""
    cells = list(row.laid.source.cells)
    for place, field in register.layout.columns.fields.items():
        if field.key in row.inherited and place < len(cells):
            cells[place] = row.inherited[field.key]
    return cells


def _reason(row: Incoming) -> str:
    return "; ".join(
        f"{problem.column}: {problem.message}" if problem.column else problem.message
        for problem in row.errors
    )
