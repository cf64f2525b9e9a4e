"""Where an own text of an analysis comes from: a file, the command line, the editor."""

import sys

import click

from commands.app import App
from commands.own_texts import chosen, place_of, texts_in
from commands.years import check_open
from rumo_cli.calendar.years import AcademicYear
from rumo_cli.errors import Misused, Refused
from rumo_cli.intake.prose import read_prose, tidy_prose
from rumo_cli.intake.sources import load


def text_of_file(app: App, file: str, encoding: str | None) -> str:
    """Return the text of a file or, for «-», of standard input."""
    read = read_prose(*load(file, sys.stdin.buffer), encoding)
    app.warn(read.notes)
    return read.text


def typed_text(section: str, text: str) -> str:
    """Return a text as it is kept; `Refused` where it says nothing."""
    new = tidy_prose(text)
    if not new:
        raise Refused(
            f"Текст пуст, ничего не записано. Убрать свой: rumo report text {section} --remove"
        )
    return new


def edited_text(app: App, section: str, year: AcademicYear, place: str | None) -> str:
    """Return what a person leaves in the editor; closed without saving it is what stood there.

    Raise `Misused` at once where there is no terminal.
    """
    if not app.interactive:
        raise Misused("--edit: редактор открывается только в терминале. Укажите ФАЙЛ или «-».")
    standing = _standing(app, section, year, place)
    saved = click.edit(f"{standing}\n" if standing else "", extension=".txt")
    if saved is not None:
        return typed_text(section, saved)
    if not standing:
        raise Refused("Редактор закрыт без сохранения, ничего не записано.")
    return standing


def _standing(app: App, section: str, year: AcademicYear, place: str | None) -> str:
    if not app.store.exists():
        return ""
    snapshot = app.read()
    check_open(snapshot, str(year))
    texts = texts_in(snapshot, year, [section])
    found = chosen(texts, place_of(texts, place))
    return str(found[0]["text"]) if found else ""
