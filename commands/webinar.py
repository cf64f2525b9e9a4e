"""`rumo webinar`: the seven verbs, marks, and the summary of a year."""

from datetime import date

import click

from commands.app import App
from commands.lazy import Command, attribute
from commands.marking import mark_command, mark_records, with_status
from commands.options import id_argument, on_option
from commands.record_options import Understood, reading_context, understand
from commands.verbs import record_group
from commands.years import year_of_day
from rumo_cli.calendar.years import AcademicYear
from rumo_cli.errors import Refused
from rumo_cli.records.kind import compact
from rumo_cli.records.marks import days_before_moves
from rumo_cli.records.values import Record
from rumo_cli.records.webinar import OPEN, WEBINAR

webinar = record_group(
    "webinar",
    "Вебинары, консультации, круглые столы, мастер-классы.",
    {
        "done": (attribute("commands.webinar:done"), "Отметить проведёнными."),
        "cancel": (attribute("commands.webinar:cancel"), "Отменить."),
        "move": (attribute("commands.webinar:move"), "Перенести на другую дату."),
        "schedule": (
            attribute("commands.schedule:schedule"),
            "График для сайта: на неделю, месяц, полугодие.",
        ),
        "letter": (
            attribute("commands.letter:letter"),
            "Информационное письмо о вебинарах.",
        ),
        "announce": (
            attribute("commands.announcing:announce"),
            "Анонсировать и напечатать новость для сайта.",
        ),
        "attendance": (
            attribute("commands.attendance:attendance"),
            "Посчитать участников по выгрузке формы регистрации.",
        ),
        "summary": (
            attribute("commands.webinar_summary:summary"),
            "Итоги года рядом с прошлым годом.",
        ),
    },
)
done = mark_command(
    WEBINAR,
    "done",
    status="held",
    trace="done_date",
    field="participants",
    word="Проведён",
    help_text="Отметить вебинары проведёнными.",
)
cancel = mark_command(
    WEBINAR,
    "cancel",
    status="cancelled",
    trace="cancelled_date",
    field="reason",
    word="Отменён",
    help_text="Отменить вебинары.",
)


@click.command("move", cls=Command)
@id_argument
@click.option("--date", "new_date", metavar="ДАТА", help="Новая дата.")
@click.option("--time", "new_time", metavar="ВРЕМЯ", help="Новое время.")
@on_option
@click.pass_obj
def move(
    app: App, number: int, new_date: str | None, new_time: str | None, day: date | None
) -> None:
    """Перенести вебинар; прежняя дата остаётся в записи."""
    typed = {key: [text] for key, text in (("date", new_date), ("start_time", new_time)) if text}
    if not typed:
        raise click.UsageError("Укажите новую дату или время: --date 15.10 --time 15:00.")

    def mark(record: Record, on: str) -> Record:
        year = AcademicYear.parse(str(record["academic_year"]))
        understood = understand(WEBINAR, typed, reading_context(app, None, year))
        understood.values["academic_year"] = str(year_of_day(app, WEBINAR, understood.values, year))
        return moved(record, understood, on)

    mark_records(app, WEBINAR, [number], day, mark, lambda _: "Перенесён", "moved_date")


def moved(record: Record, understood: Understood, on: str) -> Record:
    """Return a webinar on its new day and hour; one that was held cannot be moved."""
    if record.get("status") == "held":
        raise Refused(
            f"webinar {record['id']} уже проведён; перенести его нельзя. Если отметка ошибочна, "
            f"снимите её: rumo webinar edit {record['id']} --status planned"
        )
    after = compact(understood.applied(WEBINAR, record))
    if after == record:
        return record
    status = str(record["status"]) if record.get("status") in OPEN else "planned"
    traces: Record = {"moved_date": on}
    if record.get("date") and after.get("date") != record["date"]:
        earlier = [*reversed(days_before_moves(record)), str(record["date"])]
        traces |= {"moved_from": record["date"], "moves": earlier}
    return with_status(WEBINAR, after, status, traces)
