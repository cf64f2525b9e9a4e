"""`rumo year set`: the settings of an academic year, as KEY=VALUE."""

from collections.abc import Iterable
from dataclasses import replace
from difflib import get_close_matches
from typing import Any, NamedTuple

import click
from click.shell_completion import CompletionItem

from commands.app import App
from commands.describing import differences
from commands.lazy import verb
from commands.reading import calendars_in
from commands.record_options import reading_context, typed_fields
from commands.rereading import reread_deadlines
from commands.telling import tell
from commands.years import check_open, year_to_write
from rumo_cli.calendar.years import AcademicYear
from rumo_cli.errors import Refused
from rumo_cli.records.fields import Field, ReadingContext
from rumo_cli.records.kind import compact
from rumo_cli.records.values import Record
from rumo_cli.records.year import YEAR
from rumo_cli.text import fold
from store.contract import YEAR_KIND, Transaction


class Setting(NamedTuple):
    """A setting that was typed; an empty text clears it."""

    field: Field
    text: str


class SettingType(click.ParamType[Setting]):
    """A setting as KEY=VALUE; the key may be the Russian name."""

    name = "КЛЮЧ=ЗНАЧЕНИЕ"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Setting:
        """Find the field that is meant."""
        name, equals, text = value.partition("=")
        if not equals:
            self.fail(f"«{value}»: ожидается КЛЮЧ=ЗНАЧЕНИЕ, например chair=Иванова", param, ctx)
        found = _by_name().get(_folded(name))
        if found is None:
            self.fail(f"настройки «{name.strip()}» нет.{_nearest(name)}", param, ctx)
        return Setting(found, text)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Offer the keys."""
        del ctx, param
        keys = (field.key for field in typed_fields(YEAR))
        return [CompletionItem(f"{key}=") for key in keys if key.startswith(incomplete)]


class Changed(NamedTuple):
    """The settings of a year before and after, and what to say of them."""

    year: AcademicYear
    before: Record
    after: Record
    note: str | None
    doubts: list[str]
    reread: int
    """How many deadlines mean something else now."""


@click.argument("given", type=SettingType(), nargs=-1, required=True, metavar="КЛЮЧ=ЗНАЧЕНИЕ...")
@click.pass_obj
def _write(app: App, given: tuple[Setting, ...]) -> None:
    changed = set_year(app, given)
    if app.store.created:
        app.say(f"Создано хранилище: {app.store.location}")
    lines = [f"  {line}" for line in differences(YEAR, changed.before, changed.after)]
    if not app.quiet:
        head = "Изменено" if lines else "Без изменений"
        tell("\n".join([f"{head}: {changed.year} учебный год", *lines]))
    if changed.reread:
        app.say(f"По новым четвертям прочитаны заново сроки: {changed.reread}.")
    if changed.note:
        app.say(changed.note)
    app.warn(changed.doubts)


def _help() -> str:
    """Return the help of the command, each key with its Russian name."""
    widest = max(len(field.key) for field in typed_fields(YEAR))
    keys = [f"  {field.key:{widest}}  {field.label}" for field in typed_fields(YEAR)]
    return "\n".join(
        [
            "Задать настройки учебного года: --year, обычно этого. Пустое значение очищает.\n",
            'Например: rumo year set chair="Иванова А.А." meetings_declared=4 terms="2.09-25.10; '
            '5.11-28.12; 9.01-21.03; 31.03-26.05"\n',
            "\b\nКлючи; годятся и русские названия:",
            *keys,
        ]
    )


set_ = verb("set", _write, _help())


def set_year(app: App, given: Iterable[Setting]) -> Changed:
    """Give the command's year the settings that were typed."""
    return app.store.run(
        lambda transaction: _set(app, transaction, given), command=app.command_line
    )


def _set(app: App, transaction: Transaction, given: Iterable[Setting]) -> Changed:
    year, note = year_to_write(app, YEAR, {}, transaction)
    check_open(transaction, str(year))
    before = dict(transaction.years().get(str(year), {}))
    calendars = calendars_in(transaction)
    values, doubts = _read(given, _context(app, transaction, year))
    after = compact(before | values)
    transaction.open_year(str(year))
    transaction.replace(YEAR_KIND, year.first, after)
    new_terms = before.get("terms") != after.get("terms")
    reread = reread_deadlines(transaction, str(year), calendars) if new_terms else 0
    return Changed(year, before, after, note, doubts, reread)


def _read(given: Iterable[Setting], context: ReadingContext) -> tuple[Record, list[str]]:
    """Return what was typed, and what is doubtful in it; a key said twice says one list."""
    values: Record = {}
    doubts: list[str] = []
    for field, text in _joined(given).items():
        values[field.key] = None
        if text.strip():
            try:
                reading = field.type.read(field.key, text, context)
            except ValueError as error:
                raise Refused(f"{field.key} «{' '.join(text.split())}»: {error}") from None
            values |= reading.values
            doubts += [f"{field.key}: {note}" for note in reading.notes]
    return values, doubts


def _context(app: App, transaction: Transaction, year: AcademicYear) -> ReadingContext:
    """Return what settings are read against: a day without a year is one of their year."""
    return replace(reading_context(app, transaction, year), year_given=True)


def _joined(given: Iterable[Setting]) -> dict[Field, str]:
    """Return one text a field: of a list all that was typed, else the last."""
    texts: dict[Field, str] = {}
    for field, text in given:
        several = field.type.several and field in texts
        texts[field] = f"{texts[field]}, {text}" if several else text
    return texts


def _by_name() -> dict[str, Field]:
    """Return the fields that may be set, by key and by every Russian name."""
    return {
        _folded(name): field
        for field in typed_fields(YEAR)
        for name in (field.key, field.label, *field.headings)
    }


def _folded(name: str) -> str:
    return fold(name).replace("-", "_")


def _nearest(name: str) -> str:
    keys = [field.key for field in typed_fields(YEAR)]
    known = _by_name()
    close = [known[each].key for each in get_close_matches(_folded(name), known)]
    hint = f" Похоже на: {', '.join(dict.fromkeys(close))}." if close else ""
    return f"{hint} Все ключи: {', '.join(keys)}."
