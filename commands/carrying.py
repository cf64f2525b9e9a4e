"""Items of a plan that go from one year into another, and what is said of them."""

from collections.abc import Callable, Iterable, Sequence

from commands.app import App
from commands.changes import add_record
from commands.reading import calendars_in
from commands.telling import tell
from commands.years import check_open, settings_of
from rumo_cli.calendar.years import AcademicYear
from rumo_cli.errors import Misused
from rumo_cli.records.carrying import Carried, carried
from rumo_cli.records.plan import PLAN
from rumo_cli.records.values import Record
from rumo_cli.text import plural
from store.contract import Transaction

Choose = Callable[[Iterable[Record]], Iterable[Record]]
"""Returns those items of a plan that are meant."""


def carry(
    transaction: Transaction, source: AcademicYear, year: AcademicYear, choose: Choose
) -> list[Carried]:
    """Add the chosen items of one year's plan to that of another, but for those it has already.

    Raise `NotFound` where the store does not know the source, `Refused` where `year` is closed.
    """
    if source == year:
        raise Misused(f"План {year} учебного года не перенести в него же: назовите другой год.")
    check_open(transaction, str(year))
    settings_of(transaction, source)
    records = transaction.all(PLAN.key, [str(source)])
    items = [
        {"id": number, **record}
        for number, record in records.items()
        if record["academic_year"] == str(source)
    ]
    present = {
        number: record for number, record in records.items() if record["academic_year"] == str(year)
    }
    found = list(carried(choose(items), present, year, calendars_in(transaction)))
    for each in found:
        add_record(transaction, PLAN, each.record)
    return found


def say_carried(app: App, found: Sequence[Carried], year: AcademicYear) -> None:
    """Say how many items went into the plan of a year, and which of them to look at."""
    if app.quiet:
        return
    if not found:
        tell(f"В план {year} учебного года ничего не перешло: нечего, или уже там.")
        return
    count = len(found)
    word = plural(count, "перешёл", "перешли", "перешло")
    tell(f"В план {year} учебного года {word} {PLAN.count(count)}.")
    shifted = sum(each.shifted for each in found)
    if shifted:
        app.say(f"Даты сдвинуты на учебный год: {PLAN.count(shifted)}; прежний срок в примечании.")
    unclear = [each.record for each in found if each.record.get("deadline_note")]
    if unclear:
        app.say(f"Сроки, которые надо проверить: {PLAN.count(len(unclear))}.")
    app.say(f"Посмотреть: rumo plan list --year {year} --carried-from plan")
