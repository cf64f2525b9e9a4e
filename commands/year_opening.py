"""`rumo year open`: a new academic year, on its own or out of the one before it."""

from collections.abc import Iterable
from typing import NamedTuple

import click

from commands.app import App
from commands.carrying import carry, say_carried
from commands.lazy import Command
from commands.options import from_year_option, year_argument
from commands.own_texts import carry_texts
from commands.plan_facts import facts_of
from commands.telling import tell
from commands.years import check_open
from rumo_cli.calendar.years import AcademicYear
from rumo_cli.errors import Misused
from rumo_cli.records.carrying import Carried, to_carry
from rumo_cli.records.own_text import TEXT
from rumo_cli.records.values import Record
from rumo_cli.records.year import YEAR, passed_on
from rumo_cli.text import quoted
from store.contract import YEAR_KIND, Transaction


class _Opened(NamedTuple):
    """What opening a year came to."""

    known: bool
    taken: list[str]
    carried: list[Carried]
    texts: list[Record]


@click.command("open", cls=Command)
@year_argument()
@from_year_option(required=False)
@click.pass_obj
def open_(app: App, year: AcademicYear, source: AcademicYear | None) -> None:
    """Завести учебный год.

    С --from в его план переходит из плана названного года всё повторяющееся и неоконченное, а в
    настройки — регион, институт и люди; в анализ — свои тексты о направлениях и приоритетах.
    Второй раз ничего не удваивает.
    """
    if source and source > year:
        raise Misused(f"--from {source}: это год после {year}, а нужен год до него.")
    opened = app.store.run(
        lambda transaction: _open(app, transaction, year, source), command=app.command_line
    )
    if app.store.created:
        app.say(f"Создано хранилище: {app.store.location}")
    if not app.quiet:
        word = "был открыт и раньше" if opened.known else "открыт"
        tell(f"{year} учебный год {word}.")
    if opened.taken:
        app.say(f"Из настроек {source} взято: {', '.join(opened.taken)}.")
    if opened.texts:
        sections = dict.fromkeys(quoted(TEXT.label(each)) for each in opened.texts)
        app.say(f"В анализ взяты тексты {source}: {', '.join(sections)}.")
    if source:
        say_carried(app, opened.carried, year)


def _open(
    app: App, transaction: Transaction, year: AcademicYear, source: AcademicYear | None
) -> _Opened:
    def chosen(items: Iterable[Record]) -> Iterable[Record]:
        own = list(items)
        return to_carry(own, facts_of(transaction, own, app.today).outcome)

    check_open(transaction, str(year))
    known = str(year) in transaction.years()
    found = carry(transaction, source, year, chosen) if source else []
    transaction.open_year(str(year))
    taken = _take_settings(transaction, year, source) if source else []
    texts = carry_texts(transaction, source, year) if source else []
    return _Opened(known, taken, found, texts)


def _take_settings(transaction: Transaction, year: AcademicYear, source: AcademicYear) -> list[str]:
    """Take over what a year has not been told itself; return the names of that."""
    years = transaction.years()
    own = dict(years[str(year)])
    taken = {key: each for key, each in passed_on(years[str(source)]).items() if key not in own}
    transaction.replace(YEAR_KIND, year.first, own | taken)
    return [YEAR.by_key[key].label.lower() for key in taken]
