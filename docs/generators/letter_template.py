"""The template of the information letter that rumo ships, as Word would have it."""

from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import NamedTuple
from zipfile import ZIP_STORED

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.xmlchemy import BaseOxmlElement as Element
from docx.shared import Length, Mm, Pt

from rumo_cli.documents.letter import CONTACTS, GREETING, MESSAGE, REQUEST, UNDATED
from rumo_cli.tables.word_paper import (
    TABLE_TEXT,
    add_style,
    beside,
    cell,
    grid,
    new_paper,
    node,
    packed,
    paragraph,
    put,
    row,
    run,
)

TEMPLATE = PurePath("rumo_cli/documents/templates/letter.docx")

_TEXT, _HEAD, _RULE, _SMALL = "LetterText", "LetterHead", "LetterRule", "LetterSmall"
_CENTER, _RIGHT = {"val": "center"}, {"val": "right"}
_APART = {"before": "240"}


class _Column(NamedTuple):
    """A column of webinars: the names of what stands in it, each where it is filled."""

    label: str
    width: Length
    names: tuple[str, ...]

    def filled(self) -> Iterator[Element]:
        """Yield the paragraphs of a cell; the first is there in any case."""
        first, *others = (f"вебинар.{name}" for name in self.names)
        yield _said(f"{{{first}}}", TABLE_TEXT)
        for name in others:
            shown = f"({{{name}}})" if name.endswith(".форма") else f"{{{name}}}"
            yield from _if(name, _said(shown, TABLE_TEXT))


_WHEN = _Column("Дата и время", Mm(31), ("дата", "день_недели", "время"))
_WHAT = _Column("Тема, подключение", Mm(67), ("тема", "форма", "изменение", "другие_дни", "ссылка"))
_WHO = (
    _Column("Категория участников", Mm(36), ("категория",)),
    _Column("Спикеры", Mm(36), ("спикеры",)),
)
_DATED = (_WHEN, _WHAT, *_WHO)
_UNDATED = (_WHAT._replace(width=Length(_WHEN.width + _WHAT.width)), *_WHO)


def letter_template() -> bytes:
    """Return the document, not compressed: so its bytes are the same wherever it is made."""
    document = new_paper("Информационное письмо")
    _add_styles(document)
    put(document, *_head(), *_body(), *_foot())
    return packed(document, ZIP_STORED)


def _add_styles(document: Document) -> None:
    head = add_style(document, _HEAD, "Бланк письма", Pt(14))
    head.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    rule = add_style(document, _RULE, "Черта бланка", Pt(11))
    line = node("bottom", val="single", sz="8", space="1", color="auto")
    rule.element.get_or_add_pPr().append(node("pBdr", line))
    text = add_style(document, _TEXT, "Текст письма", Pt(14))
    text.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    text.paragraph_format.first_line_indent = Mm(12.5)
    add_style(document, _SMALL, "Исполнитель письма", Pt(11))


def _head() -> Iterator[Element]:
    """Yield the letterhead, date and number beside the addressee, and the heading."""
    yield from _if("регион", _said("{регион}", _HEAD))
    yield _said("{институт}", _HEAD, bold=True)
    yield from _if("адрес_института", _said("{адрес_института}", _SMALL, jc=_CENTER))
    yield paragraph(style=_RULE)
    yield beside(
        (Mm(85), _said("{дата} № {номер}", spacing=_APART)),
        (Mm(85), _said("{адресат}", spacing=_APART)),
    )
    yield _said("{заголовок}", spacing=_APART, ind={"right": "4820"})
    yield _said(GREETING, spacing=_APART, jc=_CENTER)


def _body() -> Iterator[Element]:
    """Yield the text with its tables, the second only where something has no date."""
    yield _said(MESSAGE, _TEXT, spacing={"before": "240", "after": "120"})
    yield _webinars("вебинары", _DATED)
    yield from _if("часовой_пояс", _said("{часовой_пояс}", _SMALL))
    yield from _if(
        "без_даты",
        _said(UNDATED, _TEXT, keepNext={}, spacing={"before": "120", "after": "120"}),
        _webinars("без_даты", _UNDATED),
    )
    yield _said(REQUEST, _TEXT, keepNext={}, keepLines={}, spacing={"before": "120"})
    yield from _if("контакты", _said(CONTACTS, _TEXT, keepNext={}))


def _foot() -> Iterator[Element]:
    """Yield the signature, which stays with the line above it, and the executor."""
    yield paragraph(keepNext={}, spacing=_APART)
    yield beside((Mm(100), _said("{должность}")), (Mm(70), _said("{подпись}", jc=_RIGHT)))
    yield paragraph(style=_SMALL)
    yield from _if("исполнитель", _said("{исполнитель}", _SMALL))


def _webinars(items: str, columns: Sequence[_Column]) -> Element:
    """Return a table with a row for each of a list."""

    def marked(mark: str) -> Element:
        texts = [f"{{%tr {mark} %}}", *("" for _ in columns[1:])]
        pairs = zip(columns, texts, strict=True)
        return row(*(cell(each.width, _said(text, TABLE_TEXT)) for each, text in pairs))

    heading = (cell(each.width, _said(each.label, TABLE_TEXT, bold=True)) for each in columns)
    return grid(
        [each.width for each in columns],
        row(*heading, heading=True),
        marked(f"for вебинар in {items}"),
        row(*(cell(each.width, *each.filled()) for each in columns)),
        marked("endfor"),
    )


def _if(name: str, *pieces: Element) -> Iterator[Element]:
    """Yield what is there only where something is filled."""
    yield paragraph(run(f"{{%p if {name} %}}"))
    yield from pieces
    yield paragraph(run("{%p endif %}"))


def _said(
    text: str, style: str = "Normal", *, bold: bool = False, **layout: dict[str, str]
) -> Element:
    """Return a paragraph, with a placeholder for each name in single braces."""
    if "{%" not in text:
        text = text.replace("{", "{{ ").replace("}", " }}")
    return paragraph(run(text, bold=bold), style=style, **layout)
