"""The information letter as text: for an e-mail, and as Markdown."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from rumo_cli.documents.letter import CONTACTS, GREETING, MESSAGE, REQUEST, UNDATED, Letter
from rumo_cli.tables.markdown import escaped, table_lines
from rumo_cli.tables.printable import one_line
from rumo_cli.tables.table import Column, Row, Table

_LABELS = {
    "категория": "Категория участников",
    "спикеры": "Спикеры",
    "ссылка": "Подключение",
}
_ABOUT_TITLE = ("тема", "форма", "изменение", "другие_дни")
_WHEN = ("дата", "день_недели", "время")


class _Form(NamedTuple):
    """How a heading, a text, the end of a line within a paragraph, and webinars are written."""

    heading: str
    text: Callable[[str], str]
    line_end: str
    webinars: Callable[[Sequence[Row]], Iterator[str]]


def plain_letter(letter: Letter) -> str:
    """Return the letter as plain text, a webinar a paragraph."""
    return _written(letter, _Form("", _plain, "\n", _plain_webinars))


def markdown_letter(letter: Letter) -> str:
    """Return the letter as Markdown, any text in it shown as it stands."""
    return _written(letter, _Form("# ", escaped, "<br>\n", _markdown_webinars))


def _written(letter: Letter, form: _Form) -> str:
    texts = {
        name: form.text(text).replace("\n", form.line_end) for name, text in letter.texts().items()
    }

    def lines(*names: str) -> str:
        return form.line_end.join(filter(None, map(texts.__getitem__, names)))

    undated = letter.undated_rows
    paragraphs = [
        lines("регион", "институт", "адрес_института"),
        f"{texts['дата']} № {texts['номер']}" if letter.number or letter.day else "",
        texts["адресат"],
        f"{form.heading}{texts['заголовок']}",
        GREETING,
        MESSAGE.format_map(texts),
        *form.webinars(letter.rows),
        texts["часовой_пояс"],
        *([UNDATED, *form.webinars(undated)] if undated else []),
        REQUEST,
        CONTACTS.format_map(texts) if texts["контакты"] else "",
        lines("должность", "подпись"),
        texts["исполнитель"],
    ]
    return "\n\n".join(filter(None, paragraphs)) + "\n"


def _plain(text: str) -> str:
    return "\n".join(map(one_line, text.splitlines()))


def _plain_webinars(rows: Sequence[Row]) -> Iterator[str]:
    for told in rows:
        row = {name: one_line(str(text)) for name, text in told.items()}
        when = ", ".join(_filled(row, _WHEN))
        labelled = (f"{label}: {row[key]}" for key, label in _LABELS.items() if row[key])
        yield "\n".join(filter(None, [when, *_filled(row, _ABOUT_TITLE), *labelled]))


def _markdown_webinars(rows: Sequence[Row]) -> Iterator[str]:
    columns = (
        Column("дата", "Дата и время", lambda row: _filled(row, _WHEN)),
        Column("тема", "Тема", lambda row: _filled(row, _ABOUT_TITLE)),
        *(Column(key, label) for key, label in _LABELS.items()),
    )
    used = tuple(each for each in columns if any(row[each.key] for row in rows))
    yield "\n".join(table_lines(Table("", used, rows)))


def _filled(row: Mapping[str, object], names: Sequence[str]) -> list[str]:
    return [str(row[name]) for name in names if row[name]]
