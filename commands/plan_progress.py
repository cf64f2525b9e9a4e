"""How far a plan item that comes again has got, in words."""

from datetime import date

from commands.describing import spoken_day
from rumo_cli.calendar.periods import Period
from rumo_cli.calendar.terms import SchoolCalendars
from rumo_cli.figures.summary import number
from rumo_cli.records.plan_fact import Fact
from rumo_cli.records.plan_status import next_due
from rumo_cli.records.values import Record


def progress(item: Record, day: date, calendars: SchoolCalendars, fact: Fact | None = None) -> str:
    """Return «выполнено 3 из 4, следующее — до 26.05.2025 (пн)»; nothing for what is done once.

    A record that counts is a time that it was done.
    """
    planned = item.get("occurrences_planned")
    if not planned:
        return ""
    times = max(number(item.get("occurrences_done")), fact.number if fact else 0)
    done = f"выполнено {times} из {planned}"
    due = next_due(item, max([day, *_days_done(item)]), fact, calendars)
    return f"{done}, следующее — {_by(due)}" if due else done


def _days_done(item: Record) -> list[date]:
    """Return the days that an item was done on; one to come counts as done in these words too."""
    days = item.get("done_dates")
    return [date.fromisoformat(each) for each in days] if isinstance(days, list) else []


def _by(due: Period) -> str:
    return spoken_day(due.end) if due.start == due.end else f"до {spoken_day(due.end)}"
