"""`rumo year close` and `rumo year reopen`."""

from collections.abc import Iterable, Iterator

import click

from commands.app import App
from commands.changes import NAMED
from commands.describing import named, spoken_day
from commands.lazy import Command
from commands.options import year_argument
from commands.plan_facts import facts_of
from commands.reading import records_in
from commands.telling import tell
from commands.years import settings_of
from rumo_cli.calendar.years import AcademicYear
from rumo_cli.errors import Refused
from rumo_cli.figures.unsaid import CHECKED, Unsaid, unsaid
from rumo_cli.records.closed_years import CLOSED, is_closed
from rumo_cli.records.plan import PLAN
from rumo_cli.records.values import Record
from store.contract import YEAR_KIND, Snapshot, Transaction


@click.command("close", cls=Command)
@year_argument()
@click.option("--anyway", is_flag=True, help="Закрыть, даже если сказано не всё.")
@click.pass_obj
def close(app: App, year: AcademicYear, anyway: bool) -> None:
    """Закрыть учебный год: записи остаются для чтения и больше не меняются.

    Пока в году есть пункты планов без итога, проведённые вебинары без числа участников или
    прошедшие вебинары без отметки, год не закрывается; --anyway закрывает всё равно.
    """
    app.read()
    before = app.store.run(
        lambda transaction: _close(app, transaction, year, anyway), command=app.command_line
    )
    if app.quiet:
        return
    if is_closed(before):
        tell(f"{year} учебный год уже закрыт: {spoken_day(before[CLOSED])}.")
    else:
        tell(f"{year} учебный год закрыт, записи больше не меняются.")
        app.say(f"Открыть снова: rumo year reopen {year}")


@click.command("reopen", cls=Command)
@year_argument()
@click.pass_obj
def reopen(app: App, year: AcademicYear) -> None:
    """Открыть закрытый учебный год снова: записи можно менять."""
    app.read()
    before = app.store.run(lambda transaction: _reopen(transaction, year), command=app.command_line)
    if not app.quiet:
        word = "снова открыт" if is_closed(before) else "и так открыт"
        tell(f"{year} учебный год {word}.")


def _close(app: App, transaction: Transaction, year: AcademicYear, anyway: bool) -> Record:
    settings = settings_of(transaction, year)
    if is_closed(settings):
        return settings
    found = [] if anyway else _unsaid(app, transaction, year)
    if found:
        raise Refused("\n".join(_still_unsaid(year, found)))
    closed = settings | {CLOSED: app.today.isoformat()}
    transaction.replace(YEAR_KIND, year.first, closed)
    return settings


def _reopen(transaction: Transaction, year: AcademicYear) -> Record:
    settings = settings_of(transaction, year)
    if is_closed(settings):
        opened = {key: value for key, value in settings.items() if key != CLOSED}
        transaction.replace(YEAR_KIND, year.first, opened)
    return settings


def _unsaid(app: App, snapshot: Snapshot, year: AcademicYear) -> list[Unsaid]:
    records = _records(snapshot, year)
    return list(unsaid(records, app.today, facts_of(snapshot, records[PLAN.key], app.today)))


def _records(snapshot: Snapshot, year: AcademicYear) -> dict[str, list[Record]]:
    """Return the records of a year that may lack a word, by kind."""
    return {kind.key: records_in(snapshot, kind, [str(year)]) for kind in CHECKED}


def _still_unsaid(year: AcademicYear, found: Iterable[Unsaid]) -> Iterator[str]:
    yield f"{year} учебный год не закрыт: сказано не всё."
    for each in found:
        yield f"{each.heading}: {len(each.records)}"
        for record in each.records[:NAMED]:
            yield f"  {named(each.kind, record)}"
        if len(each.records) > NAMED:
            yield f"  … и ещё {len(each.records) - NAMED}"
        yield f"  Скажите: {', '.join(each.commands)}"
    yield f"Закрыть всё равно: rumo year close {year} --anyway"
