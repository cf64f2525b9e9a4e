"""Compound files (OLE2), in which Office kept books before 2007 and keeps encrypted ones still.

The layout is that of [MS-CFB]: sectors, chained by a table, with a directory of streams.
"""

import struct
from collections.abc import Callable

from rumo_cli.errors import Refused
from rumo_cli.intake.workbooks.xml_events import broken

_LOCKED = (
    "файл защищён паролем: снимите пароль в Word или Excel (Файл → Сведения) и сохраните заново."
)
_MACROS = "книга с макросами не читается: сохраните её как «Книга Excel» (.xlsx), без макросов."
_CUT = "файл обрезан или испорчен. Скачайте или скопируйте его заново."

_FREE = 0xFFFFFFFA
_TABLE_PLACES = struct.Struct("<109I")
_ENTRY = 128
_MINI_SECTOR = 64
_SMALL_STREAM = 4096


def is_compound_book(data: bytes) -> bool:
    """Tell a book, or an encrypted file that may be one, from a document that has a book within."""
    books = [_find(data, name) for name in ("Workbook", "\0Book\0", "EncryptedPackage")]
    first = min(books)
    return first < len(data) and first < _find(data, "WordDocument")


def _find(data: bytes, name: str) -> int:
    found = data.find(name.encode("utf-16-le"))
    return found if found >= 0 else len(data)


def book_stream(data: bytes) -> bytes:
    """Return the stream of an old book.

    Raise `Refused` for a file that is truncated, encrypted, or has macros.
    """
    if _find(data, "EncryptedPackage") < len(data):
        raise Refused(_LOCKED)
    try:
        streams = _Compound(data)
    except (struct.error, ValueError) as error:
        raise Refused(_CUT) from error
    if "_VBA_PROJECT" in streams.names:
        raise Refused(_MACROS)
    name = next((name for name in ("Workbook", "Book") if name in streams.names), None)
    if name is None:
        raise Refused(broken("в ней нет листов"))
    return streams.read(name)


class _Compound:
    """The streams of a compound file by their names; a missing sector raises `Refused`."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        (shift,) = struct.unpack_from("<H", data, 30)
        if shift not in {9, 12}:
            raise ValueError(shift)
        self._size = 1 << shift
        self._table = self._read_table()
        (directory,) = struct.unpack_from("<I", data, 48)
        entries = self._chain(directory, self._table, self._sector)
        self.names = dict(
            self._entry(entries[at : at + _ENTRY]) for at in range(0, len(entries), _ENTRY)
        )
        mini_table, mini_count = struct.unpack_from("<2I", data, 60)
        has_mini = mini_count and mini_table < _FREE
        table = self._chain(mini_table, self._table, self._sector) if has_mini else b""
        self._mini_table = _numbers(table)
        _, (mini_stream, _) = self._entry(entries[:_ENTRY])
        self._mini = self._chain(mini_stream, self._table, self._sector)

    def read(self, name: str) -> bytes:
        start, size = self.names[name]
        if size < _SMALL_STREAM:
            return self._chain(start, self._mini_table, self._mini_sector)[:size]
        return self._chain(start, self._table, self._sector)[:size]

    def _read_table(self) -> tuple[int, ...]:
        """Return which sector follows each; the places of the table are a chain of their own."""
        places = list(_TABLE_PLACES.unpack_from(self._data, 76))
        more, left = struct.unpack_from("<2I", self._data, 68)
        while more < _FREE and left:
            *further, more = _numbers(self._sector(more))
            places += further
            left -= 1
        return _numbers(b"".join(self._sector(place) for place in places if place < _FREE))

    def _sector(self, number: int) -> bytes:
        sector = self._data[(number + 1) * self._size : (number + 2) * self._size]
        if len(sector) < self._size:
            raise Refused(_CUT)
        return sector

    def _mini_sector(self, number: int) -> bytes:
        return self._mini[number * _MINI_SECTOR : (number + 1) * _MINI_SECTOR]

    def _chain(self, number: int, table: tuple[int, ...], sector: Callable[[int], bytes]) -> bytes:
        sectors: list[bytes] = []
        while number < _FREE:
            if number >= len(table) or len(sectors) > len(table):
                raise Refused(_CUT)
            sectors.append(sector(number))
            number = table[number]
        return b"".join(sectors)

    def _entry(self, entry: bytes) -> tuple[str, tuple[int, int]]:
        name, _, _ = entry[:64].decode("utf-16-le", "replace").partition("\0")
        start, size = struct.unpack_from("<2I", entry, 116)
        return name, (start, size)


def _numbers(data: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(data) // 4}I", data)
