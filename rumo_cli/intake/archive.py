"""The zip archive of an office document: opened only when it cannot harm the reader.

Sizes that an archive claims are never trusted: every part is unpacked once, a piece at a time, and
counted. So neither a bomb nor entities that multiply themselves reach the libraries behind.
"""

import copy
import io
import zipfile
import zlib
from collections.abc import Iterator

from rumo_cli.errors import Refused

# Twenty times the largest register met; more would not fit beside its cells in a laptop's memory.
LARGEST_UNPACKED = 256 * 1024 * 1024
MOST_PARTS = 10_000
# Sheets of real books shrink 5 to 40 times; a bomb shrinks up to 1,032 times.
_LARGEST_RATIO = 200
_SMALL = 8 * 1024 * 1024
_PIECE = 256 * 1024
_LONGEST_MARK = 2 * len("<!DOCTYPE")

_BROKEN = "файл обрезан или испорчен ({}). Скачайте или скопируйте его заново."
_BOMB = (
    "в распакованном виде файл непомерно велик: так выглядит «архивная бомба». Не открывайте его; "
    "если это действительно реестр, разделите его на части."
)
_LOCKED = (
    "файл защищён паролем: снимите пароль там, где он создан (Файл → Сведения), и сохраните заново."
)
_ENTITIES = (
    "в части «{}» есть объявления DTD, каких Word и Excel не пишут: так выглядит вредоносный файл. "
    "Откройте его в Word, Excel или LibreOffice и сохраните заново."
)
_MACROS_IN_DOCUMENT = "документ с макросами не читается: сохраните его без макросов (.docx)."
_MACROS_IN_BOOK = "книга с макросами не читается: сохраните её без макросов (.xlsx)."

# What zipfile and zlib raise for archives that were cut, overwritten or made up.
_DAMAGES = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# Pictures and inserted pages may declare their type; nobody here parses them.
_UNREAD_ENDINGS = (".svg", ".htm", ".html", ".xhtml", ".mht")
_BEFORE_XML = b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"


def open_archive(data: bytes) -> zipfile.ZipFile:
    """Return the archive of a document, or raise `Refused` with what is wrong and what to do.

    Refused are a file that is no zip, is truncated or damaged, asks for a password, unpacks into
    more than `LARGEST_UNPACKED` bytes, has more than `MOST_PARTS` parts, carries macros, or
    declares a document type, where entities live.
    """
    archive = _opened(data)
    parts = archive.infolist()
    _check_directory(parts)
    left = LARGEST_UNPACKED
    for part in parts:
        left -= _check_part(archive, part, left)
    return archive


def _opened(data: bytes) -> zipfile.ZipFile:
    # Every part has such a record in the directory, and the directory is read whole.
    if data.count(b"PK\x01\x02") > MOST_PARTS:
        raise Refused(_BOMB)
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except _DAMAGES as error:
        if data.startswith(b"PK"):
            raise Refused(_BROKEN.format("нет оглавления архива")) from error
        raise Refused("это не документ Word, Excel или OpenDocument. Проверьте файл.") from error


def _check_directory(parts: list[zipfile.ZipInfo]) -> None:
    names = {part.filename for part in parts}
    if len(names) < len(parts):
        raise Refused(_BROKEN.format("части повторяются"))
    if "encrypted-package" in names or any(part.flag_bits & 1 for part in parts):
        raise Refused(_LOCKED)
    if sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise Refused(_BOMB)
    if any(map(_is_macro, names)):
        in_document = any(name.startswith("word/") for name in names)
        raise Refused(_MACROS_IN_DOCUMENT if in_document else _MACROS_IN_BOOK)


def _is_macro(name: str) -> bool:
    return name.lower().endswith("vbaproject.bin") or "/macrosheets/" in name.lower()


def _check_part(archive: zipfile.ZipFile, part: zipfile.ZipInfo, left: int) -> int:
    """Return the real size of a part that is sound and no larger than `left`."""
    largest = min(left, max(_SMALL, _LARGEST_RATIO * part.compress_size))
    size, tail, is_xml = 0, b"", False
    for piece in _pieces(archive, part, largest):
        is_xml = is_xml or (not size and _is_xml(part.filename, piece))
        size += len(piece)
        if size > largest:
            raise Refused(_BOMB)
        if is_xml and _declares_type(tail + piece):
            raise Refused(_ENTITIES.format(part.filename))
        tail = piece[-_LONGEST_MARK:]
    if size != part.file_size:
        raise Refused(_BROKEN.format(f"часть «{part.filename}» не того размера"))
    return size


def _pieces(archive: zipfile.ZipFile, part: zipfile.ZipInfo, most: int) -> Iterator[bytes]:
    if part.compress_type not in _METHODS:
        raise Refused(_BROKEN.format(f"часть «{part.filename}» сжата неизвестным способом"))
    # zipfile stops at the size that a part claims; other readers unpack all that is there.
    unlimited = copy.copy(part)
    unlimited.file_size = most + 2 * _PIECE
    try:
        with archive.open(unlimited) as stream:
            while piece := stream.read(_PIECE):
                yield piece
    except _DAMAGES as error:
        raise Refused(_BROKEN.format(f"часть «{part.filename}» не распаковывается")) from error


def _is_xml(name: str, start: bytes) -> bool:
    if name.lower().endswith(_UNREAD_ENDINGS):
        return False
    return start.lstrip(_BEFORE_XML).startswith(b"<")


def _declares_type(text: bytes) -> bool:
    # UTF-16 puts a zero beside every Latin letter.
    plain = text.replace(b"\0", b"") if b"\0" in text else text
    return b"<!DOCTYPE" in plain or b"<!ENTITY" in plain
