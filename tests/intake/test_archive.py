"""The guard before the archives of office documents."""

import io
import struct
import zipfile

import pytest

from rumo_cli.errors import Refused
from rumo_cli.intake import archive as guard
from rumo_cli.intake.archive import open_archive
from tests.intake.books import archive

PART = "word/document.xml"
BOMB = (
    "в распакованном виде файл непомерно велик: так выглядит «архивная бомба». Не открывайте его; "
    "если это действительно реестр, разделите его на части."
)
DTD = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bb">]><a>&b;</a>'


def entities_in(part: str) -> str:
    return (
        f"в части «{part}» есть объявления DTD, каких Word и Excel не пишут: так выглядит "
        "вредоносный файл. Откройте его в Word, Excel или LibreOffice и сохраните заново."
    )


def broken(what: str) -> str:
    return f"файл обрезан или испорчен ({what}). Скачайте или скопируйте его заново."


def refusal(data: bytes) -> str:
    with pytest.raises(Refused) as error:
        open_archive(data)
    return str(error.value)


def with_flags(data: bytes, flags: int) -> bytes:
    """Set the flags of the first entry, in its own header and in the directory."""
    directory = data.rindex(b"PK\x01\x02")
    packed = struct.pack("<H", flags)
    return data[:6] + packed + data[8 : directory + 8] + packed + data[directory + 10 :]


def with_claimed_size(data: bytes, size: int) -> bytes:
    directory = data.rindex(b"PK\x01\x02")
    return data[: directory + 24] + struct.pack("<I", size) + data[directory + 28 :]


def test_an_ordinary_archive_is_opened() -> None:
    with open_archive(archive({PART: "<a>текст</a>", "word/media/1.png": b"\x89PNG"})) as opened:
        assert opened.read(PART).decode() == "<a>текст</a>"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "это не документ Word, Excel или OpenDocument. Проверьте файл."),
        (b"%PDF-1.7", "это не документ Word, Excel или OpenDocument. Проверьте файл."),
        (archive({PART: "<a/>"})[:-40], broken("нет оглавления архива")),
        (b"PK\x03\x04", broken("нет оглавления архива")),
    ],
)
def test_what_is_no_archive(data: bytes, message: str) -> None:
    assert refusal(data) == message


@pytest.mark.parametrize("size", range(4, 120, 13))
def test_a_truncated_archive(size: int) -> None:
    assert refusal(archive({PART: "<a/>"})[:size]) == broken("нет оглавления архива")


def test_a_damaged_part() -> None:
    data = bytearray(archive({PART: "<a>" + "".join(map(str, range(1000))) + "</a>"}))
    data[100:120] = bytes(20)
    assert refusal(bytes(data)) == broken(f"часть «{PART}» не распаковывается")


def test_an_unusual_compression() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_LZMA) as written:
        written.writestr(PART, "<a/>")
    assert refusal(stream.getvalue()) == broken(f"часть «{PART}» сжата неизвестным способом")


def test_a_part_that_is_there_twice() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as written:
        written.writestr(PART, "<a/>")
        with pytest.warns(UserWarning, match="Duplicate name"):
            written.writestr(PART, "<b/>")
    assert refusal(stream.getvalue()) == broken("части повторяются")


@pytest.mark.parametrize(
    "data", [with_flags(archive({PART: "<a/>"}), 1), archive({"encrypted-package": b"\1\2\3"})]
)
def test_an_encrypted_archive(data: bytes) -> None:
    assert refusal(data) == (
        "файл защищён паролем: снимите пароль там, где он создан (Файл → Сведения), "
        "и сохраните заново."
    )


@pytest.mark.parametrize("size", [1_000, 64 * 1024 * 1024])
def test_a_bomb_whatever_it_claims(size: int) -> None:
    bomb = archive({PART: b"0" * (64 * 1024 * 1024)})
    assert refusal(with_claimed_size(bomb, size)) == BOMB


def test_an_archive_that_claims_to_be_huge() -> None:
    assert refusal(with_claimed_size(archive({PART: "<a/>"}), guard.LARGEST_UNPACKED + 1)) == BOMB


def test_a_size_that_is_not_the_claimed_one() -> None:
    data = with_claimed_size(archive({PART: "<a/>"}), 5)
    assert refusal(data) == broken(f"часть «{PART}» не того размера")


def test_parts_that_are_too_large_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "LARGEST_UNPACKED", 7)
    assert open_archive(archive({"a": b"123", "b": b"4567"})).namelist() == ["a", "b"]
    assert refusal(archive({"a": b"123", "b": b"45678"})) == BOMB


def test_too_many_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "MOST_PARTS", 3)
    assert len(open_archive(archive(dict.fromkeys("abc", b""))).namelist()) == 3
    assert refusal(archive(dict.fromkeys("abcd", b""))) == BOMB


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("xl/vbaProject.bin", "книга с макросами не читается: сохраните её без макросов (.xlsx)."),
        (
            "xl/macrosheets/sheet1.xml",
            "книга с макросами не читается: сохраните её без макросов (.xlsx).",
        ),
        (
            "word/VbaProject.bin",
            "документ с макросами не читается: сохраните его без макросов (.docx).",
        ),
    ],
)
def test_macros(name: str, message: str) -> None:
    assert refusal(archive({name: b"\0"})) == message


@pytest.mark.parametrize(
    "content",
    [
        DTD,
        "\ufeff" + DTD,
        " \n" + DTD,
        DTD.encode("utf-16"),
        DTD.encode("utf-16-be"),
        "<a>" + "x" * (256 * 1024 - 8) + "<!DOCTYPE a>",
        "<a>" + "x" * (512 * 1024 - 8) + "<!ENTITY b 'bb'>",
    ],
)
def test_entities_wherever_they_are(content: str | bytes) -> None:
    assert refusal(archive({PART: content})) == entities_in(PART)


@pytest.mark.parametrize("name", ["word/media/image1.svg", "word/afchunk.htm"])
def test_what_nobody_parses_may_declare_its_type(name: str) -> None:
    assert open_archive(archive({name: DTD})).namelist() == [name]


def test_a_picture_with_such_bytes_in_it() -> None:
    assert open_archive(archive({"word/media/1.png": b"\x89PNG <!DOCTYPE a>"})).namelist()
