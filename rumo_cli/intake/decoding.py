"""Bytes of a file to text: in which encoding it is, and that it is text at all.

The detectors on the shelf read some real files wrongly and say nothing. The order here leaves
least to chance: byte order mark, zero bytes of UTF-16, strict UTF-8, and only then the single-byte
Cyrillic pages, told apart by the pairs of letters that Russian words are made of.
"""

import codecs
import re
from collections import Counter
from itertools import islice, pairwise
from typing import NamedTuple

from rumo_cli.errors import Misused, Refused
from rumo_cli.intake.grid import NoTable, place
from rumo_cli.records.values import FORBIDDEN

EMPTY = "файл пуст: в нём нет ни одной строки. Выгрузите таблицу заново."

_SAVE = "откройте файл и сохраните таблицу как CSV (в Excel: «Сохранить как» → «CSV UTF-8»)."
_SAVE_DOCX = "откройте его в Word и сохраните как «Документ Word» (.docx)."
_UNPACK = "распакуйте и укажите файл таблицы."
_FETCH = "скачайте или скопируйте его заново."
_ZIP_DIRECTORY = b"PK\x05\x06"
_PICTURE = "нужна сама таблица, а не её снимок."
_CHOICE = "utf-8, utf-16, cp1251, cp866, koi8-r, mac-cyrillic"


class _Signature(NamedTuple):
    start: bytes
    inside: bytes
    kind: str
    advice: str
    error: type[Refused] = NoTable


ZIP = b"PK\x03\x04"
OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SIGNATURES = (
    _Signature(b"%PDF", b"", "документ PDF", _SAVE),
    _Signature(ZIP, b"vnd.oasis.opendocument.text", "документ OpenDocument (odt)", _SAVE_DOCX),
    _Signature(ZIP, _ZIP_DIRECTORY, "архив ZIP", _UNPACK),
    _Signature(ZIP, b"", "обрезанный файл", _FETCH, Refused),
    _Signature(OLE2, "WordDocument".encode("utf-16-le"), "документ Word (doc)", _SAVE_DOCX),
    _Signature(OLE2, b"", "документ Microsoft Office (xls, doc)", _SAVE),
    _Signature(b"{\\rtf", b"", "документ RTF", _SAVE_DOCX),
    _Signature(b"<!DOCTYPE html", b"", "страница HTML", _SAVE),
    _Signature(b"<html", b"", "страница HTML", _SAVE),
    _Signature(b"<?xml", b"", "документ XML", _SAVE),
    _Signature(b"\x1f\x8b", b"", "архив gzip", _UNPACK),
    _Signature(b"Rar!\x1a\x07", b"", "архив RAR", _UNPACK),
    _Signature(b"7z\xbc\xaf\x27\x1c", b"", "архив 7-Zip", _UNPACK),
    _Signature(b"\x89PNG\r\n", b"", "картинка PNG", _PICTURE),
    _Signature(b"\xff\xd8\xff", b"", "картинка JPEG", _PICTURE),
)

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Every second byte of Russian UTF-16: Latin and digits, Cyrillic, dashes and quotes, №.
_UTF16_HIGH_BYTES = b"\x00\x04\x20\x21"

_PAGES = ("cp1251", "cp866", "koi8-r", "mac-cyrillic")
_SAMPLE_WORDS = 1_000
_NOT_ASCII = re.compile(rb"[\x80-\xff]{1,64}")
_RUSSIAN = frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ")
_COMMON_LETTERS = frozenset("оеаинтрсвл")
# Three quarters of all pairs in methodists' texts (counted on 22,000 of them).
_COMMON_PAIRS = (
    "ни ен ст но ов ра пр го ро на од ан ия по ме ль да че ти ре ед те ес ны та ос ал ер ко ве "
    "де ог об ет ол ва от мо то ьн ел ие ас ор ли пе не тв ат ци ом ди ле за ск уч во ри ка ин "
    "ки аз ит ар ич ав он ла бр ых ии ик ру из ио со оп ац аг ис ма аб ум ам ем нн до сп бо еб "
    "ят ий вл ча ги кт ой ек ля тр"
)


def decode(data: bytes, encoding: str | None = None) -> tuple[str, str]:
    """Return the text of a file and the name of its encoding.

    The name is utf-8, utf-8-sig, utf-16, utf-16-le, utf-16-be, cp1251, cp866, koi8-r or
    mac-cyrillic; a given encoding is obeyed, and its name returned as Python spells it. Raise
    `Refused` for what is no text in that encoding or empty, `Misused` for an unknown encoding.
    """
    text, name = characters(data, encoding)
    if not text or text.isspace():
        raise NoTable(EMPTY)
    if wrong := FORBIDDEN.search(text):
        raise Refused(
            f"{place(text, wrong.start())}: {describe(wrong[0])}. Файл прочитан как {name}: "
            "исправьте его или укажите --encoding; если это не текст, сохраните его как текст "
            "UTF-8."
        )
    return text, name


def characters(data: bytes, encoding: str | None = None) -> tuple[str, str]:
    """Return the text of a file as it is, whatever characters it has, and its encoding.

    Raise as `decode` does, but for what the text may not hold.
    """
    _refuse_documents(data)
    text, name = _decode_as(data, encoding) if encoding is not None else _detect(data)
    return text.lstrip("\ufeff"), name


def describe(character: str) -> str:
    """Return in words what a forbidden character is."""
    code = f"U+{ord(character):04X}"
    if character == "\0":
        return "нулевой символ (NUL)"
    if character == "\ufffd":
        return f"знак потерянной буквы ({code}), текст испорчен ещё до выгрузки"
    if character > "\x9f":
        return f"недопустимый символ ({code})"
    return f"управляющий символ ({code})"


def document_kind(data: bytes) -> str | None:
    """Return what these bytes are where they are no text: «документ PDF»."""
    found = _signature(data)
    return found.kind if found else None


def _signature(data: bytes) -> _Signature | None:
    found = (each for each in _SIGNATURES if data.startswith(each.start) and each.inside in data)
    return next(found, None)


def _refuse_documents(data: bytes) -> None:
    if found := _signature(data):
        raise found.error(f"это {found.kind}, а не таблица: {found.advice}")


def _decode_as(data: bytes, encoding: str) -> tuple[str, str]:
    try:
        return data.decode(encoding), codecs.lookup(encoding).name
    except UnicodeDecodeError as error:
        raise Refused(
            f"файл не читается в кодировке {encoding}: {_where(data, encoding, error)}. "
            "Уберите --encoding, чтобы кодировка определилась сама, или укажите другую."
        ) from error
    except (LookupError, ValueError) as error:
        raise Misused(
            f"Неизвестная кодировка: «{encoding}». Обычные: {_CHOICE}; без --encoding она "
            "определится сама."
        ) from error


def _detect(data: bytes) -> tuple[str, str]:
    if marked := next((name for mark, name in _MARKS if data.startswith(mark)), None):
        return _decode_strictly(data, marked), marked
    if unmarked := _unmarked_utf16(data):
        return _decode_strictly(data, unmarked), unmarked
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        name = "utf-8" if _is_damaged_utf8(data, error.start) else _likeliest_page(data)
    return _decode_strictly(data, name), name


def _decode_strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Refused(
            f"файл в кодировке {encoding} испорчен: {_where(data, encoding, error)}. Файл "
            "обрезан или склеен из разных: сохраните его заново."
        ) from error


def _where(data: bytes, encoding: str, error: UnicodeDecodeError) -> str:
    # The codec of utf-8-sig counts from behind the byte order mark.
    offset = error.start + len(data) - len(error.object)
    readable = data[:offset].decode(encoding, errors="ignore")
    line = place(readable, len(readable)).line
    return f"байт {offset + 1} (0x{data[offset]:02X}, строка {line}) в ней невозможен"


def _unmarked_utf16(data: bytes) -> str | None:
    halves = (("utf-16-le", data[1::2]), ("utf-16-be", data[::2]))
    name, high = max(halves, key=lambda half: half[1].count(0) + half[1].count(4))
    usual = sum(map(high.count, _UTF16_HIGH_BYTES))
    return name if (0 in high or 4 in high) and usual >= 0.9 * len(high) else None


def _is_damaged_utf8(data: bytes, wrong: int) -> bool:
    """Tell UTF-8 with a wrong byte from a single-byte page, whose words give no Russian letters."""
    around = data[max(0, wrong - 4096) : wrong + 4096].decode("utf-8", errors="replace")
    readable = sum(character in _RUSSIAN for character in around)
    return readable >= 3 and readable * 4 > around.count("\ufffd")


def _likeliest_page(data: bytes) -> str:
    words = b" ".join(word[0] for word in islice(_NOT_ASCII.finditer(data), _SAMPLE_WORDS))
    likeness = {page: _likeness(words.decode(page, errors="replace")) for page in _PAGES}
    page = max(_PAGES, key=likeness.__getitem__)
    if likeness[page] <= 0 > likeness[_PAGES[0]]:
        raise Refused(
            "это не текст, или его кодировка не определилась: ни в одной из "
            f"{', '.join(_PAGES)} он не похож на русский. Укажите её: --encoding ИМЯ, или "
            "сохраните файл как текст UTF-8 (таблицу – CSV UTF-8)."
        )
    return page


def _likeness(text: str) -> int:
    """Return how Russian a text looks: common pairs of letters speak for it, mixed case against.

    So do letters that Russian lacks and the frames of the DOS pages. Characters that stand alone
    say nothing: a lone № or … leaves the page undecided.
    """
    pairs = sum(number * _weigh(*pair) for pair, number in Counter(pairwise(text)).items())
    return pairs - 4 * sum(n for character, n in Counter(text).items() if _is_foreign(character))


def _weigh(left: str, right: str) -> int:
    if left not in _RUSSIAN or right not in _RUSSIAN:
        return 0
    if left.islower() and right.isupper():
        return -4
    pair = (left + right).lower()
    return 2 * (pair in _COMMON_PAIRS) + (pair[1] in _COMMON_LETTERS)


def _is_foreign(character: str) -> bool:
    is_frame = "─" <= character <= "▟" or character == "\ufffd"
    return is_frame or (character.isalpha() and character not in _RUSSIAN)
