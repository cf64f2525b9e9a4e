"""Running text out of files: plain, Markdown, or the paragraphs of a Word document."""

import io

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from rumo_cli.errors import Misused, Refused
from rumo_cli.intake.prose import Prose, read_prose, tidy_prose

TEXT = "Итоги года.\n\n- первое;\n- второе.\n\nВсё."


def word(*paragraphs: tuple[str, str], table: bool = False) -> bytes:
    """Return a document of paragraphs, each with its style."""
    document = Document()
    for style, text in paragraphs:
        document.add_paragraph(text, style)
    if table:
        document.add_table(1, 1).cell(0, 0).text = "Ячейка"
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251", "cp866", "koi8-r"])
def test_a_text_is_read_in_any_encoding(encoding: str) -> None:
    assert read_prose("итоги.txt", TEXT.encode(encoding)) == Prose(TEXT)


def test_a_named_encoding_is_obeyed() -> None:
    assert read_prose("итоги.txt", "Да".encode("cp866"), "cp866") == Prose("Да")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Одна строка", "Одна строка"),
        ("  Абзац\r\nна двух  строках \r\n", "Абзац\nна двух строках"),
        ("Первый.\n \n\n\nВторой.", "Первый.\n\nВторой."),
        ("* раз;\n•\tдва;\n-   три.", "- раз;\n- два;\n- три."),
        ("1.\tраз\n2)  два", "1. раз\n2) два"),
        ("Форум\n— это важно", "Форум\n— это важно"),
        ("*важно*", "*важно*"),
        ("", ""),
    ],
)
def test_paragraphs_and_lists_are_kept_in_one_form(text: str, kept: str) -> None:
    assert tidy_prose(text) == kept


@given(st.text(st.sampled_from(" \n\t\r-•*1.)аё—\u2028"), max_size=30))
def test_what_is_tidy_stays(text: str) -> None:
    assert tidy_prose(tidy_prose(text)) == tidy_prose(text)


def test_a_document_gives_its_paragraphs_and_lists() -> None:
    data = word(
        ("Heading 1", "Выводы"),
        ("Normal", "План выполнен."),
        ("Normal", ""),
        ("List Bullet", "связь с муниципалитетами;"),
        ("List Bullet", "– молодые педагоги."),
        ("Normal", "Учесть:"),
        ("List Number", "Стратегию."),
        ("List Number", "Опыт."),
    )

    assert read_prose("выводы.docx", data) == Prose(
        "Выводы\n\nПлан выполнен.\n\n- связь с муниципалитетами;\n- молодые педагоги.\n\n"
        "Учесть:\n\n1. Стратегию.\n2. Опыт."
    )


def test_tables_of_a_document_are_left_out_aloud() -> None:
    read = read_prose("выводы.docx", word(("Normal", "Итоги."), table=True))

    assert read == Prose("Итоги.", ("таблицы документа не взяты: 1",))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "ф: текста в файле нет."),
        (b"\xef\xbb\xbf \n", "ф: текста в файле нет."),
        (word(table=True), "ф: текста в файле нет."),
        (b"%PDF-1.7", "ф: это документ PDF, а не текст. Сохраните его как .docx, .txt или .md."),
        (b"{\\rtf1", "ф: это документ RTF, а не текст. Сохраните его как .docx, .txt или .md."),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(Refused) as error:
        read_prose("ф", data)

    assert str(error.value) == message


def test_a_damaged_document_is_refused() -> None:
    with pytest.raises(Refused, match=r"^ф: "):
        read_prose("ф", word(("Normal", "Итоги."))[:-100])


def test_an_unknown_encoding_is_misuse() -> None:
    with pytest.raises(Misused, match="Неизвестная кодировка: «utf-9»"):
        read_prose("ф", b"x", "utf-9")
