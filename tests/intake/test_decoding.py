import codecs
import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rumo_cli.errors import Misused, Refused
from rumo_cli.intake.decoding import decode

TABLE = (
    "№ п/п;Дата проведения;Наименование мероприятия\r\n"
    "1;08.10.2024;«Орлята России»: обновлённые программы — опыт\r\n"
)
PLAIN_TABLE = TABLE.translate({ord("№"): "N", ord("«"): '"', ord("»"): '"', ord("—"): "-"})
UNICODE = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be")
SINGLE_BYTE = ("cp1251", "cp866", "koi8-r", "mac-cyrillic")
WORDS = (
    "вебинар",
    "мероприятие",
    "количество",
    "математики",
    "педагогов",
    "методист",
    "наставничество",
    "протокол",
    "срок",
    "дата",
    "тема",
    "завершён",
    "учёба",
)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (TABLE.encode("utf-8"), "utf-8"),
        (TABLE.encode("utf-8-sig"), "utf-8-sig"),
        (TABLE.encode("utf-16"), "utf-16"),
        (codecs.BOM_UTF16_BE + TABLE.encode("utf-16-be"), "utf-16"),
        (TABLE.encode("utf-16-le"), "utf-16-le"),
        (TABLE.encode("utf-16-be"), "utf-16-be"),
        (TABLE.encode("cp1251"), "cp1251"),
        (TABLE.encode("mac-cyrillic"), "mac-cyrillic"),
    ],
)
def test_the_encoding_is_found(data: bytes, name: str) -> None:
    assert decode(data) == (TABLE, name)


@pytest.mark.parametrize("name", SINGLE_BYTE)
@pytest.mark.parametrize("shape", [str, str.upper, str.lower])
def test_single_byte_pages_are_told_apart_by_russian_letters(
    name: str, shape: Callable[[str], str]
) -> None:
    text = shape(PLAIN_TABLE)

    assert decode(text.encode(name)) == (text, name)


@settings(deadline=None)
@given(
    words=st.lists(st.sampled_from(WORDS), min_size=1, max_size=30),
    shape=st.sampled_from([str.lower, str.title, str.upper]),
    name=st.sampled_from([*UNICODE, "cp1251", "cp866", "koi8-r"]),
)
def test_russian_text_comes_back_from_every_encoding(
    words: list[str], shape: Callable[[str], str], name: str
) -> None:
    text = shape("; ".join(words))

    assert decode(text.encode(name)) == (text, name)


@pytest.mark.parametrize(
    ("data", "text", "name"),
    [
        (b"a;b\r\n1;2\r\n", "a;b\r\n1;2\r\n", "utf-8"),
        (b"a;b\r\n1;\xb9 5 \x97 6\x85\r\n", "a;b\r\n1;№ 5 — 6…\r\n", "cp1251"),
        (b"1;20\xb0", "1;20°", "cp1251"),
        ("Дата;СмолГУ".encode("cp1251"), "Дата;СмолГУ", "cp1251"),
    ],
    ids=["ascii", "signs-alone", "degree", "capitals-within"],
)
def test_cp1251_is_the_page_where_letters_decide_nothing(data: bytes, text: str, name: str) -> None:
    assert decode(data) == (text, name)


@pytest.mark.parametrize(
    ("encoding", "name"),
    [("windows-1251", "cp1251"), ("CP1251", "cp1251"), ("1251", "cp1251")],
)
def test_a_given_encoding_is_obeyed_under_any_of_its_names(encoding: str, name: str) -> None:
    assert decode("Дата;Тема".encode("cp1251"), encoding) == ("Дата;Тема", name)


def test_a_given_encoding_is_obeyed_where_another_looks_likelier() -> None:
    assert decode("Дата".encode(), "cp1251") == ("Дата".encode().decode("cp1251"), "cp1251")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_the_byte_order_mark_never_reaches_the_first_heading(encoding: str) -> None:
    assert decode("\ufeff\ufeffДата".encode(), encoding) == ("Дата", encoding)


@pytest.mark.parametrize("encoding", ["", "утф", "hex", "win1251", "undefined", "a\0b"])
def test_an_unknown_encoding_is_a_misuse(encoding: str) -> None:
    with pytest.raises(Misused) as caught:
        decode(b"a;b", encoding)

    assert str(caught.value) == (
        f"Неизвестная кодировка: «{encoding}». Обычные: utf-8, utf-16, cp1251, cp866, koi8-r, "
        "mac-cyrillic; без --encoding она определится сама."
    )


@pytest.mark.parametrize(
    ("data", "encoding", "place"),
    [
        ("Тема\nДата".encode("cp1251"), "utf-8", "байт 1 (0xD2, строка 1)"),
        ("Тема\nДа".encode() + b"\xff", "utf-8-sig", "байт 14 (0xFF, строка 2)"),
        ("\ufeffТема\nДа".encode() + b"\xff", "utf-8-sig", "байт 17 (0xFF, строка 2)"),
        ("a\r\nb\r\nй".encode(), "ascii", "байт 7 (0xD0, строка 3)"),
        (b"a\n\x98", "cp1251", "байт 3 (0x98, строка 2)"),
    ],
)
def test_a_given_encoding_that_does_not_fit_is_refused_with_the_place(
    data: bytes, encoding: str, place: str
) -> None:
    with pytest.raises(Refused) as caught:
        decode(data, encoding)

    assert str(caught.value) == (
        f"файл не читается в кодировке {encoding}: {place} в ней невозможен. "
        "Уберите --encoding, чтобы кодировка определилась сама, или укажите другую."
    )


@pytest.mark.parametrize(
    ("data", "name", "place"),
    [
        (TABLE.encode()[:-3], "utf-8", "байт 186 (0xD1, строка 2)"),
        (TABLE.encode() + "Итого: 1".encode("cp1251"), "utf-8", "байт 190 (0xC8, строка 3)"),
        (b"\xa0" + TABLE.encode(), "utf-8", "байт 1 (0xA0, строка 1)"),
        (TABLE.encode("utf-8-sig") + b"\xff", "utf-8-sig", "байт 193 (0xFF, строка 3)"),
        (TABLE.encode("utf-16-le") + b"\x0a", "utf-16-le", "байт 217 (0x0A, строка 3)"),
    ],
    ids=["cut", "glued", "stray-byte", "marked", "utf-16"],
)
def test_a_damaged_file_is_refused_and_not_read_in_another_encoding(
    data: bytes, name: str, place: str
) -> None:
    with pytest.raises(Refused) as caught:
        decode(data)

    assert str(caught.value) == (
        f"файл в кодировке {name} испорчен: {place} в ней невозможен. "
        "Файл обрезан или склеен из разных: сохраните его заново."
    )


@pytest.mark.parametrize(
    "data",
    [
        TABLE.translate({ord("«"): '"', ord("»"): '"', ord("—"): "-"}).encode("iso8859-5"),
        "Größe;Übung;Straße".encode("latin-1"),
    ],
    ids=["iso8859-5", "german"],
)
def test_a_text_that_is_russian_in_no_page_is_refused(data: bytes) -> None:
    with pytest.raises(Refused) as caught:
        decode(data)

    assert str(caught.value) == (
        "это не текст, или его кодировка не определилась: ни в одной из cp1251, cp866, koi8-r, "
        "mac-cyrillic он не похож на русский. Укажите её: --encoding ИМЯ, или сохраните файл как "
        "текст UTF-8 (таблицу – CSV UTF-8)."
    )


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (b"", None),
        (b"\xef\xbb\xbf", None),
        (b"\xff\xfe", None),
        (b" \r\n\t\r\n", None),
        (b"\xef\xbb\xbf\n", None),
        (b"", "cp1251"),
        (b"\xef\xbb\xbf", "utf-8"),
    ],
)
def test_an_empty_file_is_refused(data: bytes, encoding: str | None) -> None:
    with pytest.raises(Refused) as caught:
        decode(data, encoding)

    assert str(caught.value) == ("файл пуст: в нём нет ни одной строки. Выгрузите таблицу заново.")


SAVE = "откройте файл и сохраните таблицу как CSV (в Excel: «Сохранить как» → «CSV UTF-8»)."
SAVE_DOCX = "откройте его в Word и сохраните как «Документ Word» (.docx)."
UNPACK = "распакуйте и укажите файл таблицы."
FETCH = "скачайте или скопируйте его заново."
PICTURE = "нужна сама таблица, а не её снимок."
OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0"


@pytest.mark.parametrize(
    ("data", "kind", "advice"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "документ PDF", SAVE),
        (
            b"PK\x03\x04\x14\0mimetypeapplication/vnd.oasis.opendocument.text",
            "документ OpenDocument (odt)",
            SAVE_DOCX,
        ),
        (b"PK\x03\x04\x14\0...webinars.csvPK\x05\x06", "архив ZIP", UNPACK),
        (b"PK\x03\x04\x14\0...webinars.csv", "обрезанный файл", FETCH),
        (OLE2 + "WordDocument".encode("utf-16-le"), "документ Word (doc)", SAVE_DOCX),
        (OLE2, "документ Microsoft Office (xls, doc)", SAVE),
        (b"{\\rtf1\\ansi", "документ RTF", SAVE_DOCX),
        (b"<!DOCTYPE html><table>", "страница HTML", SAVE),
        (b"<html><table>", "страница HTML", SAVE),
        (b"<?xml version='1.0'?>", "документ XML", SAVE),
        (b"\x1f\x8b\x08\0", "архив gzip", UNPACK),
        (b"Rar!\x1a\x07\x01\0", "архив RAR", UNPACK),
        (b"7z\xbc\xaf\x27\x1c\0\x04", "архив 7-Zip", UNPACK),
        (b"\x89PNG\r\n\x1a\n", "картинка PNG", PICTURE),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "картинка JPEG", PICTURE),
    ],
)
@pytest.mark.parametrize("encoding", [None, "cp1251"])
def test_a_document_under_a_wrong_name_is_called_by_its_own(
    data: bytes, kind: str, advice: str, encoding: str | None
) -> None:
    with pytest.raises(Refused) as caught:
        decode(data, encoding)

    assert str(caught.value) == f"это {kind}, а не таблица: {advice}"


def test_a_table_that_begins_like_a_signature_is_read() -> None:
    assert decode(b"PK;7z;Rar!\n1;2;3\n")[1] == "utf-8"


@pytest.mark.parametrize(
    ("character", "words"),
    [
        ("\0", "нулевой символ (NUL)"),
        ("\x07", "управляющий символ (U+0007)"),
        ("\x0b", "управляющий символ (U+000B)"),
        ("\x1b", "управляющий символ (U+001B)"),
        ("\x7f", "управляющий символ (U+007F)"),
        ("\x85", "управляющий символ (U+0085)"),
        ("\ufffd", "знак потерянной буквы (U+FFFD), текст испорчен ещё до выгрузки"),
        ("\ufffe", "недопустимый символ (U+FFFE)"),
        ("\uffff", "недопустимый символ (U+FFFF)"),
    ],
)
def test_a_character_that_no_cell_holds_is_refused_with_its_place(
    character: str, words: str
) -> None:
    data = f"Дата;Тема\r\n1;Веб{character}инар\r\n".encode()

    with pytest.raises(Refused) as caught:
        decode(data)

    assert str(caught.value) == (
        f"строка 2, символ 6: {words}. Файл прочитан как utf-8: исправьте его или укажите "
        "--encoding; если это не текст, сохраните его как текст UTF-8."
    )


@pytest.mark.parametrize(
    ("data", "encoding", "start"),
    [
        ("Дата;Тема\n1;Веб\0инар".encode("cp1251"), None, "строка 2, символ 6: нулевой символ"),
        ("Дата;Тема".encode("cp866"), "latin-1", "строка 1, символ 1: управляющий символ (U+0084)"),
        (b"a;b\n1;\\ud800", "unicode_escape", "строка 2, символ 3: недопустимый символ (U+D800)"),
        (bytes(100), None, "строка 1, символ 1: нулевой символ (NUL)"),
    ],
    ids=["cp1251", "wrong-page", "surrogate", "zeros"],
)
def test_forbidden_characters_are_refused_whatever_the_encoding(
    data: bytes, encoding: str | None, start: str
) -> None:
    with pytest.raises(Refused, match="^" + re.escape(start)):
        decode(data, encoding)
