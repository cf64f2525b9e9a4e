"""`rumo report text`: the methodist's own texts in the sections of the annual analysis."""

import sys
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import click

from commands.app import App
from commands.file_options import encoding_option
from commands.lazy import verb
from commands.options import from_year_option, output_options
from commands.output import TableTarget, chosen_target, emit
from commands.own_texts import (
    Written,
    chosen,
    none_there,
    remove_texts,
    spoken_place,
    take_texts,
    texts_in,
    write_text,
)
from commands.own_texts_given import edited_text, text_of_file, typed_text
from commands.sections import PlaceType, SectionType
from commands.telling import harmless, tell
from commands.years import check_year_exists
from rumo_cli.calendar.years import AcademicYear
from rumo_cli.records.own_text import PLACE, TEXT
from rumo_cli.records.sections import SECTION
from rumo_cli.records.values import Record
from rumo_cli.tables.table import Column, Row, Table
from store.contract import Snapshot, Transaction

_SHOWN = 60
"""How much of a text a list shows a person."""


class Wanted(NamedTuple):
    """What was typed: at most one of a file, a text, an editor, another year, a removal."""

    section: str | None
    file: str | None
    typed: str | None
    edit: bool
    source: AcademicYear | None
    remove: bool
    place: str | None
    encoding: str | None

    @property
    def given(self) -> int:
        """Return how many ways of writing are named."""
        texts = (self.file, self.typed, self.source)
        return sum(each is not None for each in texts) + self.edit + self.remove


@click.argument("section", type=SectionType(), required=False, metavar="[РАЗДЕЛ]")
@click.argument("file", required=False, metavar="[ФАЙЛ|-]")
@click.option("--text", "typed", metavar="ТЕКСТ", help="Сам текст, если он короткий.")
@click.option("--edit", is_flag=True, help="Открыть текст в редакторе ($VISUAL, $EDITOR).")
@from_year_option(required=False)
@click.option("--remove", is_flag=True, help="Убрать свой текст.")
@click.option(
    "--place",
    type=PlaceType(),
    help="Место: before — до того, что пишет rumo, after — после (так обычно), instead — вместо.",
)
@encoding_option
@output_options()
@click.pass_obj
def _run(
    app: App,
    /,
    section: str | None,
    file: str | None,
    typed: str | None,
    edit: bool,
    source: AcademicYear | None,
    remove: bool,
    place: str | None,
    encoding: str | None,
    format_name: str | None,
    output: str | None,
) -> None:
    wanted = Wanted(section, file, typed, edit, source, remove, place, encoding)
    _check(wanted, shown_as=format_name or output)
    target = chosen_target(format_name, output)
    if section is None:
        _list(app, target)
    elif not wanted.given:
        _show(app, section, place, target, raw=not (format_name or output))
    else:
        _change(app, section, wanted)


text = verb(
    "text",
    _run,
    "Свои тексты в разделах годового анализа.\n\n"
    "Без РАЗДЕЛА — какие разделы есть и где стоит свой текст; с РАЗДЕЛОМ — сам текст. Записать: "
    "ФАЙЛ (.txt, .md, .docx; «-» — стандартный ввод), --text или --edit. Абзацы разделяет пустая "
    "строка, строки с «- » или «1. » — список. Новый текст заменяет прежний на том же месте.\n\n"
    "\b\nНапример:\n"
    "  rumo report text conclusions выводы.docx\n"
    "  rumo report text выводы --place instead --edit\n"
    "  rumo report text priorities --from 2023-2024\n\n"
    "\b\nРазделы; годятся и русские названия:\n"
    + "\n".join(f"  {option.key:15}  {option.label}" for option in SECTION.options),
)


def _check(wanted: Wanted, *, shown_as: str | None) -> None:
    """Raise `UsageError` for what cannot be meant together."""
    if wanted.section is None and (wanted.given or wanted.place):
        raise click.UsageError("Назовите раздел: rumo report text РАЗДЕЛ.")
    if wanted.given > 1:
        raise click.UsageError("Укажите что-то одно: ФАЙЛ, --text, --edit, --from или --remove.")
    if wanted.given and shown_as:
        raise click.UsageError("-f и -o — для показа; вместе с записью текста их не бывает.")
    if wanted.encoding and wanted.file is None:
        raise click.UsageError("--encoding — о файле: укажите и его.")


def _list(app: App, target: TableTarget) -> None:
    texts = _texts(app, app.read())
    rows: list[Record] = []
    for section in SECTION.hints():
        rows += _of_section(texts, section) or [{"section": section}]
    emit(app, _table(app, rows), target, list(map(TEXT.complete, texts)))


def _show(app: App, section: str, place: str | None, target: TableTarget, *, raw: bool) -> None:
    found = chosen(_of_section(_texts(app, app.read()), section), place)
    if raw:
        text = _raw(found)
        click.echo(harmless(text) if sys.stdout.isatty() else text, nl=False)
    else:
        emit(app, _table(app, found), target, list(map(TEXT.complete, found)))
    if not found:
        app.say(none_there(section, app.single_year, place))
        app.say(f"Записать: rumo report text {section} ФАЙЛ --year {app.single_year}")


def _raw(texts: Sequence[Record]) -> str:
    """Return texts as they can be read in again; several are told apart by their places."""
    if len(texts) == 1:
        return f"{texts[0]['text']}\n"
    told = (f"[{PLACE.show(each['place'])}]\n{each['text']}\n" for each in texts)
    return "\n".join(told)


def _texts(app: App, snapshot: Snapshot) -> list[Record]:
    check_year_exists(app, snapshot)
    return texts_in(snapshot, app.single_year)


def _of_section(texts: Iterable[Record], section: str) -> list[Record]:
    return [each for each in texts if each["section"] == section]


def _table(app: App, rows: Iterable[Record]) -> Table:
    return Table(
        f"Свои тексты анализа, {app.single_year} учебный год",
        (
            Column("section", "Ключ"),
            Column("heading", "Раздел", wide=True),
            Column("place", "Место", show=lambda row: PLACE.show(row.get("place"))),
            Column("text", "Свой текст", show=_beginning, wide=True),
        ),
        [{**row, "heading": SECTION.show(row["section"])} for row in rows],
        notes=(f"Записать: rumo report text КЛЮЧ ФАЙЛ --year {app.single_year}",),
        empty="Своего текста нет.",
    )


def _beginning(row: Row) -> str:
    from textwrap import shorten

    return shorten(str(row.get("text") or ""), _SHOWN, placeholder=" …")


def _change(app: App, section: str, wanted: Wanted) -> None:
    year = app.single_year
    if wanted.remove:
        _remove(app, section, year, wanted.place)
    elif wanted.source:
        _take(app, section, year, wanted.source, wanted.place)
    else:
        _write(app, section, year, wanted)


def _remove(app: App, section: str, year: AcademicYear, place: str | None) -> None:
    app.read()
    removed = app.store.run(
        lambda transaction: remove_texts(transaction, year, section, place),
        command=app.command_line,
    )
    for each in removed:
        _tell(app, "Удалено", section, year, each)
    app.say("Вернуть: rumo undo")


def _take(
    app: App, section: str, year: AcademicYear, source: AcademicYear, place: str | None
) -> None:
    app.read()
    taken = app.store.run(
        lambda transaction: take_texts(transaction, source, year, section, place),
        command=app.command_line,
    )
    for each in taken:
        _tell_written(app, section, year, each)


def _write(app: App, section: str, year: AcademicYear, wanted: Wanted) -> None:
    new = _new_text(app, section, year, wanted)

    def change(transaction: Transaction) -> Written:
        return write_text(transaction, year, section, wanted.place, new)

    written = app.store.run(change, command=app.command_line)
    if app.store.created:
        app.say(f"Создано хранилище: {app.store.location}")
    _tell_written(app, section, year, written)


def _new_text(app: App, section: str, year: AcademicYear, wanted: Wanted) -> str:
    if wanted.edit:
        return edited_text(app, section, year, wanted.place)
    if wanted.file is not None:
        return text_of_file(app, wanted.file, wanted.encoding)
    return typed_text(section, wanted.typed or "")


def _tell_written(app: App, section: str, year: AcademicYear, written: Written) -> None:
    if not written.changed:
        word = "Без изменений"
    else:
        word = "Записано" if written.before is None else "Изменено"
    _tell(app, word, section, year, written.record)


def _tell(app: App, word: str, section: str, year: AcademicYear, record: Record) -> None:
    if not app.quiet:
        tell(f"{word}: {spoken_place(section, year, str(record['place']))}")
