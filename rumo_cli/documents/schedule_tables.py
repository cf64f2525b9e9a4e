"""The schedule as a table: for people a row as teachers choose by, for machines the records."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from rumo_cli.calendar.weekdays import show_day, weekday_name
from rumo_cli.calendar.zones import MOSCOW
from rumo_cli.documents.entries import PUBLIC, Entry
from rumo_cli.documents.schedule import Schedule
from rumo_cli.records.values import Record
from rumo_cli.records.webinar import WEBINAR
from rumo_cli.tables.table import Column, Row, Shown, Table

WITHOUT_DATE = "без даты"

_ALWAYS = {"day", "weekday", "hours", "start_time", "title"}


def printed_table(schedule: Schedule) -> Table:
    """Return the schedule for reading: the hours as one text."""
    return _for_people(schedule, Column("hours", "Время"))


def sheet_table(schedule: Schedule) -> Table:
    """Return the schedule for a spreadsheet: beginning and end are hours each."""
    return _for_people(
        schedule,
        Column("start_time", "Время", content="clock"),
        Column("end_time", "Время окончания", content="clock"),
    )


def paper_table(schedule: Schedule) -> Table:
    """Return the schedule for a sheet of paper, where a weekday has no room of its own."""
    table = printed_table(schedule)
    day, *others = (column for column in table.columns if column.key != "weekday")
    return replace(table, columns=(day._replace(show=_day_and_weekday), *others))


def machine_table(schedule: Schedule) -> Table:
    """Return a row for each webinar on each of its days: the day, and the record's public keys."""
    keys = [WEBINAR.by_key[key] for key in PUBLIC]
    columns = (
        Column("day", "День"),
        *(Column(each.key, each.label, blank=[] if each.type.several else None) for each in keys),
    )
    rows = [{"day": _iso(day), **entry.record} for day, entry in _rows(schedule)]
    return Table(schedule.title, columns, rows)


def schedule_document(schedule: Schedule) -> dict[str, object]:
    """Return the schedule as JSON says it: the webinars of each day, then those without one."""
    return {
        "title": schedule.title,
        "from": _iso(schedule.period.start),
        "to": _iso(schedule.period.end),
        "timezone": schedule.timezone,
        "days": [
            {
                "date": _iso(day),
                "weekday": weekday_name(day),
                "webinars": [entry.record for entry in entries],
            }
            for day, entries in schedule.days
        ],
        "undated": [entry.record for entry in schedule.undated],
    }


def _for_people(schedule: Schedule, *hours: Column) -> Table:
    rows = [
        _row(day, entry) | {"hours": schedule.hours(entry, day)} for day, entry in _rows(schedule)
    ]
    columns = (
        Column("day", "Дата", _day, content="day"),
        Column("weekday", "День недели"),
        *hours,
        Column("change", "Важно", wide=True),
        Column("title", "Тема", wide=True),
        Column("audience", "Категория участников", wide=True),
        Column("speakers", "Спикеры", wide=True),
        Column("responsible", "Ответственные", wide=True),
        Column("omo", "ОМО", wide=True),
        Column("url", "Ссылка", content="link"),
    )
    used = {key for row in rows for key, value in row.items() if value}
    return Table(
        schedule.title,
        tuple(column for column in columns if column.key in used | _ALWAYS),
        rows,
        notes=(*schedule.only, *([schedule.zone] if schedule.timezone != MOSCOW else [])),
        empty=schedule.empty,
    )


def _rows(schedule: Schedule) -> Iterator[tuple[date | None, Entry]]:
    for day, entries in schedule.days:
        for entry in entries:
            yield day, entry
    for entry in schedule.undated:
        yield None, entry


def _row(day: date | None, entry: Entry) -> Record:
    return {
        "day": _iso(day),
        "weekday": weekday_name(day, short=True) if day else None,
        "start_time": f"{entry.start:%H:%M}" if entry.start else None,
        "end_time": f"{entry.end:%H:%M}" if entry.end else None,
        "change": [text for text in (entry.change, entry.other_days(day)) if text],
        "title": entry.title,
        "audience": list(entry.audience),
        "speakers": list(map(str, entry.speakers)),
        "responsible": [] if entry.speakers else list(entry.responsible),
        "omo": list(entry.associations),
        "url": entry.access,
    }


def _day(row: Row) -> Shown:
    return show_day(date.fromisoformat(str(row["day"]))) if row["day"] else WITHOUT_DATE


def _day_and_weekday(row: Row) -> Shown:
    if not row["day"]:
        return WITHOUT_DATE
    day = date.fromisoformat(str(row["day"]))
    return [show_day(day), weekday_name(day)]


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
