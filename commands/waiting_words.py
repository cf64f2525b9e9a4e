"""What waits, in words: headings, lines, and the command that clears each."""

from collections.abc import Callable, Mapping
from datetime import date

from commands.describing import command_of
from rumo_cli.calendar.periods import week_of
from rumo_cli.calendar.weekdays import show_day, weekday_name
from rumo_cli.calendar.weeks import show_week
from rumo_cli.figures.waiting import Section, Waiting, events_left, next_week_of
from rumo_cli.records import kind_of
from rumo_cli.records.directory import OWN_PLAN
from rumo_cli.records.values import Record
from rumo_cli.tables.table import Row

Typed = Callable[[str], str]
"""Returns a command as it is to be typed for the store that is read."""

LABELS = {
    "week": "Вебинары недели",
    "next_week": "Вебинары следующей недели",
    "overdue": "Просрочено в планах",
    "due": "Срок в ближайшие две недели",
    "unmarked": "Вебинары прошли, отметки нет",
    "no_headcount": "Проведены без числа участников",
    "meetings": "Заседания без протокола",
    "iom_tasks": "Мероприятия ИОМ: срок прошёл или близок",
    "iom_routes": "Маршруты ИОМ: срок прошёл или близок",
    "mentoring": "Наставничество: что впереди и у чего выходит срок",
    "expertise": "Экспертиза без итога",
    "no_materials": "Проведены без материалов",
    "years": "Учебный год окончен и не закрыт",
}
LISTS = {
    "week": "rumo webinar list --week this",
    "next_week": "rumo webinar list --week next",
    "overdue": "rumo plan overdue",
    "no_headcount": "rumo webinar list --status held --without headcount",
    "expertise": "rumo expertise list --without verdict",
    "no_materials": "rumo webinar list --status held --without materials-url",
}
"""The commands that list a whole section of the year of today."""
HINTS = {"no_headcount": "по выгрузке формы регистрации: rumo webinar attendance ФАЙЛ"}
"""What clears many entries of a section at once: what from, and the command."""

_WEEKS = {"week": week_of, "next_week": next_week_of}
_DONE = "rumo webinar done {id} --participants N"
_COMMANDS = {
    "overdue": "rumo plan done {id}",
    "due": "rumo plan done {id}",
    "unmarked": _DONE,
    "no_headcount": "rumo webinar edit {id} --participants N",
    "meetings": "rumo meeting done {id} --protocol НОМЕР",
    "iom_tasks": "rumo iom task done {id}",
    "iom_routes": "rumo iom done {id}",
    "expertise": "rumo expertise verdict {id} ИТОГ",
    "no_materials": "rumo webinar edit {id} --materials-url ССЫЛКА",
    "years": "rumo year close {title}",
}
_BY_STATUS = {
    "planned": _DONE,
    "announced": _DONE,
    "postponed": "rumo webinar move {id} --date ДАТА",
}
_OWNER: Record = {"owner": None}
_OMO: Record = {"omo": []}
_TOLD: Mapping[str, Record] = {
    "webinar": {"start_time": None, "status": "planned", **_OMO},
    "plan": _OWNER,
    "meeting": _OWNER,
    "programme": _OWNER,
    "iom": _OMO,
    "task": {"iom": None, "teacher": None},
    "expertise": _OMO,
}
"""What JSON tells of a record beside its title, and what it says of one that lacks it."""
_BEFORE_DAY: Mapping[str, str] = {"date": "", "since": "с ", "due": "до "}


def heading(section: Section, day: date) -> str:
    """Return the heading of a section, with the days of its week where it has one."""
    label = LABELS[section.key]
    if section.key not in _WEEKS:
        return label
    week = _WEEKS[section.key](day)
    busy = [week.end] if any(each.day == week.end.isoformat() for each in section.items) else []
    return f"{label} {show_week(week, busy, today=day)}"


def line(section: Section, item: Waiting, typed: Typed) -> Row:
    """Return an entry as people read it: when, what, whose, and the command that clears it."""
    return {
        "when": _when(section, item),
        "what": _what(section, item),
        "whose": _whose(item.record),
        "command": typed(command(section, item)),
    }


def document(section: Section, typed: Typed) -> dict[str, object]:
    """Return a section as JSON shows it."""
    return {
        "key": section.key,
        "label": LABELS[section.key],
        "total": len(section.items),
        "items": [_item(section, item, typed) for item in section.items],
    }


def command(section: Section, item: Waiting) -> str:
    """Return the command that clears an entry; in capitals stands what a person fills in."""
    if section.key == "mentoring":
        return _mentoring_command(item)
    template = _COMMANDS.get(section.key) or _BY_STATUS.get(
        str(item.record.get("status", "planned")), "rumo webinar show {id}"
    )
    return template.format(id=item.id, title=item.record.get("title"))


def _mentoring_command(item: Waiting) -> str:
    edit = f"{command_of(item.kind)} edit {item.id}"
    if events_left(item.record) > 0:
        return f"{edit} --personal-programme-done N"
    return f"{edit} --status completed"


def _item(section: Section, item: Waiting, typed: Typed) -> Record:
    return {
        "kind": item.kind,
        "id": item.id,
        "title": _title(item),
        item.term: item.day,
        **{key: item.record.get(key, blank) for key, blank in _TOLD.get(item.kind, {}).items()},
        "command": typed(command(section, item)),
    }


def _when(section: Section, item: Waiting) -> str:
    if item.day is None:
        return ""
    day = date.fromisoformat(item.day)
    if section.key in _WEEKS:
        clock = str(item.record.get("start_time") or "")
        return f"{weekday_name(day, short=True)} {day:%d.%m} {clock}".rstrip()
    return f"{_BEFORE_DAY[item.term]}{show_day(day)}"


def _what(section: Section, item: Waiting) -> str:
    record = item.record
    if section.key in _WEEKS and record.get("status", "planned") != "planned":
        return f"{_status(item)}: {_title(item)}"
    if events_left(record) > 0:
        done, planned = (record.get(f"personal_programme_{each}") for each in ("done", "planned"))
        return f"исполнено {done or 0} из {planned}: {_title(item)}"
    return f"{record['teacher']}: {_title(item)}" if item.kind == "task" else _title(item)


def _status(item: Waiting) -> str:
    kind = kind_of(item.kind)
    return kind.by_key[str(kind.status)].show(item.record)


def _title(item: Waiting) -> str:
    record = item.record
    match item.kind:
        case "year":
            return f"{record['title']} учебный год"
        case "pair":
            return f"{record['mentor']} – {record['mentee']}"
        case kind:
            return kind_of(kind).label(record)


def _whose(record: Record) -> str:
    owner, associations = record.get("owner"), record.get("omo")
    if isinstance(associations, list) and associations:
        more = f" +{len(associations) - 1}" if len(associations) > 1 else ""
        return f"{associations[0]}{more}"
    return "РУМО" if owner == OWN_PLAN else str(owner or "")
