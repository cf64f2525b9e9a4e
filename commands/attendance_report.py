"""What the forms add up to: a row a webinar, a document, and what to say of files and webinars."""

from collections.abc import Iterable, Mapping

from commands.app import App
from commands.attendance_files import FormsRead
from commands.describing import named, spoken_day
from commands.import_endings import Run
from commands.import_report import SAID
from commands.reading import with_id
from rumo_cli.intake.attendance import Counted, TableCounted, WebinarCounted
from rumo_cli.records.attendance import earlier_count
from rumo_cli.records.attendees import distinct_people
from rumo_cli.records.values import Record
from rumo_cli.records.webinar import OPEN, WEBINAR
from rumo_cli.tables.table import Column, Table
from rumo_cli.text import plural

_FIGURES = ("participants", "orgs_count", "municipalities_count", "by_municipality")
_BEFORE = (*_FIGURES, "participants_qualifier", "status")
_ACTIONS: Mapping[object, str] = {
    "updated": "записать",
    "kept": "оставить прежнее",
    "unchanged": "без изменений",
    "off": "не считать",
}


def attendance_table(found: Counted, run: Run) -> Table:
    """Return a row a webinar: how many registered, who they add up to, what stood there before."""
    return Table(
        title="Участники по форме" if run.taken else "Участники не записаны: есть ошибки",
        columns=(
            Column("id", "ID", align="right"),
            Column(
                "date",
                "Дата",
                lambda row: WEBINAR.by_key["date"].type.show(row.get("date")),
                content="day",
            ),
            Column("title", "Тема", wide=True),
            Column("registrations", "Заявок", align="right"),
            Column("participants", "Участников", align="right"),
            Column("orgs_count", "Организаций", align="right"),
            Column("municipalities_count", "Муниципалитетов", align="right"),
            Column("before", "Было", align="right"),
            Column("action", "Решение", lambda row: _ACTIONS[row.get("action")]),
        ),
        rows=[_row(each) for each in found.webinars],
        empty="Ни одна строка не относится к вебинарам хранилища.",
    )


def attendance_document(found: Counted, read: FormsRead, run: Run) -> dict[str, object]:
    """Return the outcome as JSON shows it, near to what an import shows.

    `people` are those of all webinars together, in these files; each webinar has what stood there
    `before` and what stands `after`.
    """
    files = [_file_document(each) for each in found.tables]
    totals = {
        key: sum(int(str(file[key])) for file in files) for key in ("read", "matched", "refused")
    }
    taken = run.taken or run.dry
    webinars = [_webinar_document(each, taken=taken) for each in found.webinars]
    return {
        **totals,
        "repeated": sum(map(_repeated, found.webinars)),
        "people": found.people,
        "updated": len(found.changed) if taken else 0,
        "unchanged": len(found.webinars) - len(found.changed) if taken else 0,
        "files": files,
        "webinars": webinars,
        "unreadable": read.failures,
    }


def say_counts(app: App, found: Counted, read: FormsRead) -> None:
    """Say how each file was understood, what is wrong in it, and what to know of each webinar."""
    for table in found.tables:
        _say_table(app, table)
    for failure in read.passed_over:
        app.say(f"Не взято: {failure.splitlines()[0]}")
    for failure in read.failures:
        app.say_always(f"Ошибка: {failure}")
    app.warn(remark for each in found.webinars for remark in _remarks(each))


def _say_table(app: App, counted: TableCounted) -> None:
    table = counted.table
    encoding = f", {table.grid.encoding}" if table.grid.encoding else ""
    rows = f"{counted.read} {plural(counted.read, 'строка', 'строки', 'строк')}"
    app.say(f"{table.name}: {rows}, отнесено к вебинарам: {counted.matched}{encoding}")
    for note in table.notes:
        app.say(f"  {note[:1].upper()}{note[1:]}.")
    for error in counted.errors[:SAID]:
        app.say_always(f"  Ошибка: {table.name}, {error}")
    if len(counted.errors) > SAID:
        app.say_always(f"  … и ещё {len(counted.errors) - SAID}; все ошибки: -f json")


def _remarks(counted: WebinarCounted) -> Iterable[str]:
    """Return what to know of a webinar: what stays as it was, and what looks odd."""
    before, name = counted.before, named(WEBINAR, with_id(counted.number, counted.before))
    if counted.off:
        status = WEBINAR.by_key["status"].show(before)
        yield f"{name} — {status}; заявки не посчитаны: {len(counted.attendees)}"
        return
    for key in counted.recorded.kept:
        field = WEBINAR.by_key[key]
        yield (
            f"{name}: «{field.label}» — в записи {field.show(before)}, по форме "
            f"{field.show(counted.recorded.figures)}; оставлено прежнее (заменить: --replace)"
        )
    earlier, now = earlier_count(before), len(counted.recorded.people)
    if earlier is not None and now < earlier:
        yield (
            f"{name}: по прежней выгрузке было {earlier}, по этой {now}. Если выгрузка не "
            "накопительная, загрузите все файлы одной командой"
        )
    if counted.after.get("status") in OPEN:
        day = before.get("date")
        why = f"ещё впереди, {spoken_day(day)}" if day else "без даты"
        yield f"{name} {why}: записано число заявок, статус не изменён"


def _row(counted: WebinarCounted) -> Record:
    figures = {key: counted.recorded.figures.get(key) for key in _FIGURES}
    return {
        "id": counted.number,
        "title": counted.before.get("title"),
        "date": counted.before.get("date"),
        "registrations": len(counted.attendees),
        **figures,
        "before": WEBINAR.by_key["participants"].show(counted.before),
        "action": _action(counted),
    }


def _action(counted: WebinarCounted) -> str:
    if counted.off:
        return "off"
    if counted.changed:
        return "updated"
    return "kept" if counted.recorded.kept else "unchanged"


def _repeated(counted: WebinarCounted) -> int:
    return len(counted.attendees) - len(distinct_people(counted.attendees))


def _file_document(counted: TableCounted) -> dict[str, object]:
    table = counted.table
    return {
        "file": table.file,
        "sheet": table.grid.sheet,
        "encoding": table.grid.encoding,
        "read": counted.read,
        "matched": counted.matched,
        "refused": counted.refused,
        "warnings": table.notes,
        "errors": [problem.document() for problem in counted.errors],
    }


def _webinar_document(counted: WebinarCounted, *, taken: bool) -> dict[str, object]:
    shown = counted.after if taken else counted.before
    return {
        **_row(counted),
        "repeated": _repeated(counted),
        "kept": list(counted.recorded.kept),
        "before": _standing(counted.before),
        "after": _standing(shown),
    }


def _standing(webinar: Record) -> Record:
    complete = WEBINAR.complete(webinar)
    return {key: complete[key] for key in _BEFORE}
