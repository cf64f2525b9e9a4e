"""`rumo plan`: the seven verbs, marks, what is overdue, and the summary of completion."""

from datetime import date
from functools import partial

import click

from commands.app import App
from commands.lazy import Command, attribute
from commands.marking import mark_command, mark_records, with_status
from commands.options import CountType, id_argument, ids_argument, on_option
from commands.plan_progress import progress
from commands.reading import calendars_in
from commands.record_options import reading_context, understand
from commands.verbs import record_group
from rumo_cli.calendar.terms import SchoolCalendars
from rumo_cli.calendar.years import AcademicYear
from rumo_cli.errors import Refused
from rumo_cli.records.plan import OPEN, PLAN
from rumo_cli.records.values import Record


def _show() -> click.Command:
    from commands.plan_facts import COLUMNS, worked_out
    from commands.verbs.showing import More, command

    return command(PLAN, More(COLUMNS, worked_out))


def _list() -> click.Command:
    from commands.plan_facts import FACT, facts_in_words
    from commands.verbs.listing import Figures, command

    return command(PLAN, Figures(FACT, facts_in_words, for_people=True))


plan = record_group(
    "plan",
    "План РУМО и планы ОМО.",
    {
        "list": (_list, "Показать список."),
        "show": (_show, "Показать запись целиком."),
        "done": (attribute("commands.plan:done"), "Отметить выполнение."),
        "cancel": (attribute("commands.plan:cancel"), "Отменить пункты."),
        "move": (attribute("commands.plan:move"), "Перенести срок."),
        "copy": (attribute("commands.plan_copying:copy"), "Взять план другого года."),
        "deadline": (
            attribute("commands.deadline_reading:deadline"),
            "Показать, как понимается срок.",
        ),
        "overdue": (attribute("commands.plan_summary:overdue"), "Что просрочено."),
        "summary": (attribute("commands.plan_summary:summary"), "Сколько выполнено."),
    },
)
cancel = mark_command(
    PLAN,
    "cancel",
    status="cancelled",
    trace="cancelled_date",
    field="reason",
    word="Отменено",
    help_text="Отменить пункты: в расчёт выполнения они не входят.",
)


_ONCE = frozenset({"date", "datetime", "month", "range", "by"})
"""Kinds of deadline of what is done once."""


@click.command("done", cls=Command)
@ids_argument
@on_option
@click.option("--evidence", metavar="ТЕКСТ", help="Подтверждение: протокол, ссылка.")
@click.option(
    "--count",
    type=CountType(0),
    metavar="ЧИСЛО",
    help="Сколько раз выполнено из повторяющегося (обычно ещё один раз).",
)
@click.pass_obj
def done(
    app: App, numbers: tuple[int, ...], day: date | None, evidence: str | None, count: int | None
) -> None:
    """Отметить выполнение пунктов; у повторяющегося пункта — ещё один раз."""
    given: Record = {"evidence": evidence} if evidence else {}

    def mark(item: Record, on: str) -> Record:
        stays = item.get("status") == "done" and _is_done_once(item)
        if stays and day is None and count is None:
            return item | given
        return completed(item | given, on, count)

    calendars = calendars_in(app.read())
    word = partial(_how_far, app.today, calendars)
    mark_records(app, PLAN, numbers, day, mark, word, "done_dates")


@click.command("move", cls=Command)
@id_argument
@click.option("--deadline", required=True, metavar="СРОК", help="Новый срок, своими словами.")
@on_option
@click.pass_obj
def move(app: App, number: int, deadline: str, day: date | None) -> None:
    """Перенести срок пункта; прежний срок остаётся в записи."""
    snapshot = app.read()
    doubts: list[str] = []

    def mark(item: Record, on: str) -> Record:
        context = reading_context(app, snapshot, AcademicYear.parse(str(item["academic_year"])))
        understood = understand(PLAN, {"deadline_text": [deadline]}, context)
        doubts[:] = understood.doubts
        return moved(item, understood.applied(PLAN, {}), on)

    mark_records(app, PLAN, [number], day, mark, lambda _: "Перенесено", "moved_date")
    app.warn(doubts)


def completed(item: Record, day: str, count: int | None) -> Record:
    """Return an item done on a day, or one occurrence further; the same day counts once.

    `count` says instead how many occurrences are done; 0 takes the marks back. What recurs stays
    done from the day it was first done, so that a summary of a past day says the same again.
    """
    days = _done_days(item)
    times = _done_times(item, days) + (day not in days) if count is None else count
    if times == 0:
        return with_status(PLAN, item, "planned", {"done_dates": None, "occurrences_done": None})
    days = sorted({*days, day})
    traces: Record = {"done_dates": days, "occurrences_done": times}
    planned = item.get("occurrences_planned")
    if isinstance(planned, int) and times < planned:
        return with_status(PLAN, item, "in_progress", traces)
    done_on = day if _is_done_once(item) else item.get("done_date") or days[-1]
    return with_status(PLAN, item, "done", traces | {"done_date": done_on})


def moved(item: Record, values: Record, day: str) -> Record:
    """Return an item with a new deadline; each move keeps the deadline it put off."""
    if item.get("status") == "done":
        raise Refused(
            f"plan {item['id']} уже выполнен; переносить нечего. Если отметка ошибочна, снимите "
            f"её: rumo plan done {item['id']} --count 0"
        )
    if item.get("deadline_text") == values["deadline_text"]:
        return item
    old = " ".join(str(item.get("deadline_text") or "").split())
    moves = item.get("moves")
    history = [*(moves if isinstance(moves, list) else []), f"{day} {old}".strip()]
    status = str(item["status"]) if item.get("status") in OPEN else "planned"
    traces: Record = {"moves": history, "moved_date": day, "moved_from": old}
    return with_status(PLAN, item | values, status, traces)


def _is_done_once(item: Record) -> bool:
    """Tell whether the deadline is one day or term: what is due then does not recur."""
    return item.get("deadline_kind") in _ONCE


def _done_days(item: Record) -> list[str]:
    """Return the days that an item was done on; a register knows one at most."""
    days = item.get("done_dates")
    if isinstance(days, list):
        return days
    return [str(item["done_date"])] if item.get("done_date") else []


def _done_times(item: Record, days: list[str]) -> int:
    times = item.get("occurrences_done")
    return times if isinstance(times, int) else len(days)


def _how_far(day: date, calendars: SchoolCalendars, item: Record) -> str:
    """Return what a mark made of an item: done, or how many times of how many."""
    if item["status"] == "done":
        return "Выполнено"
    if not item.get("occurrences_done"):
        return "Отметка о выполнении снята"
    return progress(item, day, calendars).capitalize()
