"""XLS: what stands in the records of its sheets beside the values.

The records are those of [MS-XLS]; a number and a length are before the body of each.
"""

import struct
from collections.abc import Callable, Iterator

from rumo_cli.errors import Refused
from rumo_cli.intake.addresses import Area, Cell
from rumo_cli.intake.workbooks.compound import book_stream
from rumo_cli.intake.workbooks.sheet_facts import LOCKED, Extent, SheetFacts, is_link
from rumo_cli.intake.workbooks.xml_events import broken

_HEAD = struct.Struct("<2H")
_BEGIN, _END, _PASSWORD, _SHEET = 0x0809, 0x000A, 0x002F, 0x0085
_SEVERAL_CELLS = 0x00BD
_CELLS = frozenset({0x0006, 0x00BD, 0x00D6, 0x00FD, 0x0203, 0x0204, 0x0205, 0x027E})
_MOST_ROWS, _MOST_COLUMNS = 65_536, 256
_HIDDEN_ROW = 0x20
_HIDDEN_COLUMN = 0x01
_FAILED = 2
_ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}
_DAMAGED = broken("записи листов повреждены")
_ADDRESS_CLASS = bytes.fromhex("e0c9ea79f9bace118c8200aa004ba90b")


def xls_facts(data: bytes) -> list[SheetFacts]:
    """Return the facts of the sheets in order.

    Raise `Refused` for a book that is truncated or locked, or would not fit into the memory.
    """
    stream = book_stream(data)
    try:
        return [_sheet_facts(stream, start, name) for start, name in _sheets(stream)]
    except struct.error as error:
        raise Refused(_DAMAGED) from error


def _sheets(stream: bytes) -> list[tuple[int, str]]:
    """Return where the sheets begin, and their names."""
    found: list[tuple[int, str]] = []
    for kind, body in _records(stream, 0):
        if kind == _PASSWORD:
            raise Refused(LOCKED)
        if kind == _SHEET:
            (start,) = struct.unpack_from("<I", body)
            encoding = "utf-16-le" if body[7:8] == b"\1" else "latin-1"
            found.append((start, body[8:].decode(encoding, "replace")))
    return found


def _sheet_facts(stream: bytes, start: int, name: str) -> SheetFacts:
    facts = SheetFacts()
    extent = Extent(name)
    for kind, body in _records(stream, start):
        if kind in _CELLS:
            row, place = struct.unpack_from("<2H", body)
            last = struct.unpack("<H", body[-2:])[0] if kind == _SEVERAL_CELLS else place
            extent.reach(row + 1, last)
        if read := _READERS.get(kind):
            read(facts, body)
    return facts


def _records(stream: bytes, start: int) -> Iterator[tuple[int, bytes]]:
    """Yield the records of a part of the stream; parts within it, such as charts, are left out."""
    depth = 0
    while start + _HEAD.size <= len(stream):
        kind, length = _HEAD.unpack_from(stream, start)
        start += _HEAD.size
        depth += (kind == _BEGIN) - (kind == _END)
        if depth < 1 and kind == _END:
            return
        if depth < 1:
            break
        if depth == 1:
            yield kind, stream[start : start + length]
        start += length
    raise Refused(_DAMAGED)


def _check_claim(_: SheetFacts, body: bytes) -> None:
    # Excel 95 and before wrote the rows in two bytes.
    layout = "<4H" if len(body) < 14 else "<2I2H"
    first_row, rows, _, columns = struct.unpack_from(layout, body)
    if first_row > rows or rows > _MOST_ROWS or columns > _MOST_COLUMNS:
        raise Refused(_DAMAGED)


def _row(facts: SheetFacts, body: bytes) -> None:
    row, flags = struct.unpack_from("<H10xH", body)
    if flags & _HIDDEN_ROW:
        facts.hidden_rows.append((row + 1, row + 1))


def _columns(facts: SheetFacts, body: bytes) -> None:
    first, last, width, flags = struct.unpack_from("<3H2xH", body)
    if flags & _HIDDEN_COLUMN or not width:
        facts.hidden_places.append((first, last))


def _error(facts: SheetFacts, body: bytes) -> None:
    row, place, value, is_error = struct.unpack_from("<2H2x2B", body)
    if is_error:
        facts.errors[Cell(row + 1, place)] = _ERRORS.get(value, "#?")


def _formula(facts: SheetFacts, body: bytes) -> None:
    row, place, kind, value, mark = struct.unpack_from("<2H2xBxB3xH", body)
    if mark == 0xFFFF and kind == _FAILED:
        facts.errors[Cell(row + 1, place)] = _ERRORS.get(value, "#?")


def _link(facts: SheetFacts, body: bytes) -> None:
    first_row, last_row, first, last = struct.unpack_from("<4H", body)
    target = _target(body)
    if is_link(target):
        facts.links[Area(Cell(first_row + 1, first), Cell(last_row + 1, last))] = target


def _target(body: bytes) -> str:
    _, found, rest = body.partition(_ADDRESS_CLASS)
    if not found:
        return ""
    (length,) = struct.unpack_from("<I", rest)
    target, _, _ = rest[4 : 4 + length].decode("utf-16-le", "replace").partition("\0")
    place = rest[4 + length :]
    if len(place) < 4:
        return target
    (count,) = struct.unpack_from("<I", place)
    within = place[4 : 4 + 2 * count].decode("utf-16-le", "replace").rstrip("\0")
    return f"{target}#{within}"


_READERS: dict[int, Callable[[SheetFacts, bytes], None]] = {
    0x0200: _check_claim,
    0x0208: _row,
    0x007D: _columns,
    0x0205: _error,
    0x0006: _formula,
    0x01B8: _link,
}
