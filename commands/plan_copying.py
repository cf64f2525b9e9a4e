"""`rumo plan copy`: the plan of another year as a new one."""

from collections.abc import Iterable

import click

from commands.app import App
from commands.carrying import carry, say_carried
from commands.lazy import Command
from commands.options import from_year_option
from commands.record_options import reading_context
from commands.years import year_to_write
from rumo_cli.calendar.years import AcademicYear
from rumo_cli.records.carrying import Carried
from rumo_cli.records.plan import PLAN
from rumo_cli.records.values import Record
from store.contract import Transaction


@click.command("copy", cls=Command)
@from_year_option(required=True)
@click.option("--owner", metavar="РУМО|ОМО", help="Только план РУМО или этого ОМО.")
@click.pass_obj
def copy(app: App, source: AcademicYear, owner: str | None) -> None:
    """Взять план другого учебного года: все пункты как новые, без отметок.

    Пункты попадают в план года команды (--year). Второй раз ничего не удваивает.
    """
    app.read()
    year, found, note = app.store.run(
        lambda transaction: _copy(app, transaction, source, owner), command=app.command_line
    )
    say_carried(app, found, year)
    if note:
        app.say(note)


def _copy(
    app: App, transaction: Transaction, source: AcademicYear, owner: str | None
) -> tuple[AcademicYear, list[Carried], str | None]:
    year, note = year_to_write(app, PLAN, {}, transaction)
    context = reading_context(app, transaction, year)
    owners = PLAN.by_key["owner"].type

    def chosen(items: Iterable[Record]) -> Iterable[Record]:
        if owner is None:
            return items
        return (item for item in items if owners.matches(item.get("owner"), owner, context))

    return year, carry(transaction, source, year, chosen), note
