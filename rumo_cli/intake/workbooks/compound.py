"""Compound files (OLE2), in which Office kept books before 2007 and keeps encrypted ones still."""

import io

from olefile import DEFECT_POTENTIAL, OleFileIO

from rumo_cli.errors import Refused
from rumo_cli.intake.workbooks.xml_events import broken

_LOCKED = (
    "файл защищён паролем: снимите пароль в Word или Excel (Файл → Сведения) и сохраните заново."
)
_MACROS = "книга с макросами не читается: сохраните её как «Книга Excel» (.xlsx), без макросов."
_CUT = "файл обрезан или испорчен. Скачайте или скопируйте его заново."


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
        with OleFileIO(io.BytesIO(data), raise_defects=DEFECT_POTENTIAL) as streams:
            return _book(streams)
    except (OSError, ValueError, IndexError) as error:
        raise Refused(_CUT) from error


def _book(streams: "OleFileIO[str]") -> bytes:
    if any(name.startswith("_VBA_PROJECT") for path in streams.listdir() for name in path):
        raise Refused(_MACROS)
    name = next((name for name in ("Workbook", "Book") if streams.exists(name)), None)
    if name is None:
        raise Refused(broken("в ней нет листов"))
    return streams.openstream(name).read()
