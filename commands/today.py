"""`rumo today`: what is this week, late, due and unsaid; each line ends with what clears it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from shutil import get_terminal_size

import click

from commands.app import ALL_YEARS, App
from commands.lazy import Command
from commands.options import output_options
from commands.output import Target, deliver, render_options, target_among
from commands.plan_facts import facts_of
from commands.reading import directory_of, records_in
from commands.start import BEGIN
from commands.waiting_tables import all_lines, few_lines, tables
from commands.waiting_words import LISTS, document
from commands.years import check_year_exists
from rumo_cli.calendar.periods import week_of
from rumo_cli.calendar.weekdays import show_day, weekday_name
from rumo_cli.errors import CheckFailed
from rumo_cli.figures.summary import texts_of
from rumo_cli.figures.waiting import (
    KINDS,
    Section,
    of_association,
    sections,
    years_around,
)
from rumo_cli.records import MODULES, kind_of
from rumo_cli.records.closed_years import is_closed
from rumo_cli.records.directory import OWN_PLAN
from rumo_cli.records.fields import Owner, ReadingContext
from rumo_cli.records.values import Record
from rumo_cli.tables.document import Document
from rumo_cli.tables.documents import DOCUMENT_FORMATS
from rumo_cli.text import fold
from store.contract import Snapshot

_NOTHING_WAITS = "Всё сделано: ничего не ждёт."


@click.command("today", cls=Command)
@click.option("--omo", "--owner", "association", metavar="РУМО|ОМО", help="Только их дела.")
@click.option("--all", "whole", is_flag=True, help="Показать всё, а не первые строки.")
@click.option(
    "--check", is_flag=True, help="Код выхода 7, если есть просроченное; с -q не печатать ничего."
)
@output_options(formats=DOCUMENT_FORMATS)
@click.pass_context
def today(
    ctx: click.Context,
    association: str | None,
    whole: bool,
    check: bool,
    format_name: str | None,
    output: str | None,
) -> None:
    """Что на этой неделе, что просрочено, что скоро, чего не хватает.

    Каждая строка кончается командой, после которой строки не будет; прописными буквами в команде
    стоит то, что подставите вы.
    """
    app = ctx.ensure_object(App)
    target = target_among(DOCUMENT_FORMATS, format_name, output)
    snapshot = app.read()
    found = _found(app, snapshot, association)
    if not (check and app.quiet):
        lists = {} if association else _lists(app)
        again = f"{_typed(ctx, app)} --all"
        empty = _said_of_nothing(app, snapshot)

        def view(limits: Sequence[int]) -> Document:
            shows = partial(_command_of_all, lists, again)
            drawn = tables(found, limits, app.today, shows, app.for_this_store)
            return Document(_title(app.today), drawn, empty, _in_json(app, found))

        shown = view(all_lines(found)) if whole else _on_a_screen(app, found, view, target)
        deliver(app, target.format.render(shown, render_options(app, target)), target)
    if check and any(item.late for section in found for item in section.items):
        ctx.exit(CheckFailed.exit_code)


def _found(app: App, snapshot: Snapshot, association: str | None) -> list[Section]:
    """Return what waits in the years that the view touches, or in the one of `--year`."""
    check_year_exists(app, snapshot)
    years = snapshot.years()
    read = _years_read(app, years)
    records = {kind: records_in(snapshot, kind_of(kind), read) for kind in KINDS}
    facts = facts_of(snapshot, records["plan"], app.today)
    if association is not None:
        concerns = _concerns(app, snapshot, association)
        return sections(of_association(records, concerns), {}, app.today, facts)
    narrowed = app.year_named not in (None, ALL_YEARS)
    settings = {name: each for name, each in years.items() if not narrowed or name in read}
    return sections(records, settings, app.today, facts)


def _years_read(app: App, known: Mapping[str, Record]) -> list[str]:
    """Return the years that the view touches, or that were asked for, but for closed ones."""
    return [name for name in _years_asked(app, known) if not is_closed(known.get(name, {}))]


def _years_asked(app: App, known: Iterable[str]) -> Iterable[str]:
    if app.year_named == ALL_YEARS:
        return known
    return years_around(app.today) if app.year_named is None else [str(app.year_named)]


def _concerns(app: App, snapshot: Snapshot, name: str) -> Callable[[Record], bool]:
    """Return what tells whether a record is of an association; see the filter of a list.

    Without a directory a part of the name is enough.
    """
    context = ReadingContext(app.today, directory=directory_of(snapshot), typed=True)
    code = str(Owner().read("owner", name, context).values["owner"])
    if code == OWN_PLAN or context.directory:
        return lambda record: code in _associations(record)
    return lambda record: any(fold(code) in fold(each) for each in _associations(record))


def _associations(record: Record) -> list[str]:
    return [*texts_of(record.get("owner")), *texts_of(record.get("omo"))]


def _command_of_all(lists: Mapping[str, str], again: str, section: Section) -> str:
    return lists.get(section.key, again)


def _on_a_screen(
    app: App,
    found: Sequence[Section],
    view: Callable[[Sequence[int]], Document],
    target: Target[Document],
) -> Document:
    """Return a view with a few lines of each section; one that a screen holds, drawn on a screen.

    On a narrow screen commands take lines of their own, so that fewer entries have room; where it
    holds no view at all, that does not take away what is urgent.
    """
    if target.format.name != "table" or target.path is not None:
        return view(few_lines(found))
    options, height = render_options(app, target), get_terminal_size((100, 24)).lines
    usual = shown = view(few_lines(found, height))
    room = height
    while (over := str(target.format.render(shown, options)).count("\n") - height + 1) > 0:
        room -= over
        if room < 1:
            return usual
        shown = view(few_lines(found, room))
    return shown


def _lists(app: App) -> Mapping[str, str]:
    """Return the commands that list what is seen here: those of the default year alone."""
    as_usual = app.typed.isdisjoint({"store", "year", "today"})
    usual = as_usual and years_around(app.today) == [str(app.default_year)]
    return LISTS if usual else {}


def _typed(ctx: click.Context, app: App) -> str:
    """Return the command as it was typed; `rumo` alone means this one."""
    alone = ctx.parent is not None and ctx.parent.invoked_subcommand is None
    return f"{app.command_line} today" if alone else app.command_line


def _title(day: date) -> str:
    return f"Сегодня {weekday_name(day)}, {show_day(day)}"


def _said_of_nothing(app: App, snapshot: Snapshot) -> str:
    if is_closed(snapshot.years().get(str(app.year_named), {})):
        return f"{app.year_named} учебный год закрыт: в нём ничего не ждёт."
    return _NOTHING_WAITS if any(map(snapshot.counts, MODULES)) else f"Записей пока нет. {BEGIN}"


def _in_json(app: App, found: Sequence[Section]) -> dict[str, object]:
    week = week_of(app.today)
    return {
        "date": app.today.isoformat(),
        "week": {"from": week.start.isoformat(), "to": week.end.isoformat()},
        "sections": [document(section, app.for_this_store) for section in found],
    }
