"""Word documents: read as they are seen, given back with comments."""

from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document

from rumo_cli.claims.passages import Mark, Span
from rumo_cli.claims.sources import read_text
from rumo_cli.claims.word import Note, WordText
from rumo_cli.errors import Refused
from tests.claims.texts import claims_of, noted


def saved(document: Document) -> bytes:
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


@pytest.fixture
def analysis() -> bytes:
    document = docx.Document()
    paragraph = document.add_paragraph("Проведено ")
    paragraph.add_run("12").bold = True
    paragraph.add_run("2 вебинара\tза год")
    document.add_paragraph("план", style="List Number")
    document.add_paragraph("форум", style="List Bullet")
    table = document.add_table(2, 3)
    texts = (("Показатель", "2023-2024", "2024-2025"), ("Проведено вебинаров", "119", "122"))
    for row, cells in zip(table.rows, texts, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    return saved(document)


def test_paragraphs_items_and_rows_are_passages(analysis: bytes) -> None:
    heading = ("Показатель", "2023-2024", "2024-2025")

    assert [(each.number, each.text, each.row) for each in WordText(analysis).passages] == [
        (1, "Проведено 122 вебинара за год", ()),
        (2, "план", ()),
        (3, "форум", ()),
        (4, "Показатель | 2023-2024 | 2024-2025", heading),
        (5, "Проведено вебинаров | 119 | 122", heading),
    ]
    marks = [each.mark for each in WordText(analysis).passages[1:3]]
    assert [mark and mark.number for mark in marks] == [1, None]
    assert all(isinstance(mark, Mark) for mark in marks)


def test_a_column_is_headed_by_its_year(analysis: bytes) -> None:
    assert list(map(noted, claims_of(WordText(analysis).passages))) == [
        "webinars_held = 122",
        "webinars_held @2023-2024 = 119",
        "webinars_held = 122",
    ]


def test_a_comment_is_on_its_words_alone_and_they_keep_their_look(analysis: bytes) -> None:
    marked = docx.Document(
        BytesIO(WordText(analysis).commented([Note(1, Span(10, 22), "Не 122.")]))
    )

    runs = [(run.text, run.bold) for run in marked.paragraphs[0].runs if run.text]
    assert runs == [("Проведено ", None), ("12", True), ("2 вебинара", None), ("\tза год", None)]
    assert [(each.author, each.text, each.timestamp) for each in marked.comments] == [
        ("rumo", "Не 122.", None)
    ]
    tags = [child.tag.rpartition("}")[2] for child in marked.paragraphs[0]._p]
    assert tags == ["r", "commentRangeStart", "r", "r", "commentRangeEnd", "r", "r"]


def test_what_is_not_commented_on_stays_as_it_was(analysis: bytes) -> None:
    notes = [Note(1, Span(10, 22), "Не 122."), Note(5, Span(22, 25), "Не 119.")]
    marked = WordText(analysis).commented(notes)

    assert marked == WordText(analysis).commented(notes)
    with ZipFile(BytesIO(analysis)) as before, ZipFile(BytesIO(marked)) as after:
        changed = {
            name
            for name in after.namelist()
            if name not in before.namelist() or before.read(name) != after.read(name)
        }
        assert set(before.namelist()) <= set(after.namelist())
    assert changed == {
        "[Content_Types].xml",
        "word/document.xml",
        "word/_rels/document.xml.rels",
        "word/comments.xml",
    }
    texts = [each.text for each in WordText(marked).passages]
    assert texts == [each.text for each in WordText(analysis).passages]


def test_comments_stand_beside_those_that_people_wrote(analysis: bytes) -> None:
    document = docx.Document(BytesIO(analysis))
    document.add_comment(document.paragraphs[1].runs, "проверить", author="Иванова")

    marked = WordText(saved(document)).commented([Note(1, Span(0, 9), "Не 122.")])

    comments = docx.Document(BytesIO(marked)).comments
    assert [(each.author, each.text) for each in comments] == [
        ("Иванова", "проверить"),
        ("rumo", "Не 122."),
    ]
    assert next(iter(comments)).timestamp is not None


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"%PDF-1.7\n...", "не документ Word (.docx) и не текст"),
        (b"PK\x03\x04....", "не документ Word (.docx) и не текст"),
        (b"PK\x03\x04 word/document.xml", "обрезан или испорчен"),
        (b"\0\1\2\3" * 100, "не документ Word (.docx) и не текст"),
        (b"  \n ", "в файле нет ни слова"),
        (b"", "в файле нет ни слова"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(Refused, match=r"^анализ: ") as refused:
        read_text("анализ", data)

    assert message in str(refused.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251", "koi8-r"])
def test_a_text_may_be_in_any_encoding(encoding: str) -> None:
    data = "Проведено 122 вебинара.\fВ них участвовали учителя.".encode(encoding)

    texts = [each.text for each in read_text("анализ", data).passages]

    assert texts == ["Проведено 122 вебинара.", "В них участвовали учителя."]
