"""Commands of the journal, and what they made of records, as tables and as JSON."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from commands.describing import changed_fields, differences
from rumo_cli.records import kind_of
from rumo_cli.records.values import Record
from rumo_cli.tables.table import Column, Row, Table
from store.contract import YEAR_KIND, Entry, KindChanges
from store.steps import Step
from store.touching import RecordKey, described, has_incidental_years

EMPTY = "Журнал пуст."
NO_SUCH = "Таких команд в журнале нет."

_ACTIONS = {"added": "добавлена", "changed": "изменена", "removed": "удалена"}


class Told(NamedTuple):
    """A command, and the last of those that took it back and brought it back again."""

    entry: Entry
    last: Entry | None

    @property
    def undone_by(self) -> int | None:
        """Return the command by which this one does not stand."""
        return self.last.id if self.last and self.last.undoes else None


def told(journal: Iterable[Entry]) -> Iterator[Told]:
    """Yield the commands of a journal, newest first, each with what became of it."""
    last: dict[int, Entry] = {}
    for entry in journal:
        latest = last.pop(entry.id, None)
        yield Told(entry, latest)
        if earlier := entry.undoes or entry.redoes:
            last[earlier] = latest or entry


def log_table(commands: Iterable[Told], empty: str) -> Table:
    """Return a table of commands, one a row."""
    return Table(
        "Журнал, последние команды сверху",
        (
            Column("id", "№", align="right"),
            Column("at", "Когда", show=_moment),
            Column("user", "Кто"),
            Column("command", "Команда", wide=True),
            Column("added", "Добавлено", align="right"),
            Column("changed", "Изменено", align="right"),
            Column("removed", "Удалено", align="right"),
            Column("state", "Состояние"),
            Column("undoes", "Отменяет", align="right", shown=False),
            Column("redoes", "Возвращает отменённое командой", align="right", shown=False),
            Column("undone_by", "Отменена командой", align="right", shown=False),
        ),
        [{**_signature(each), **_counts(each.entry), **_fate(each)} for each in commands],
        empty=empty,
    )


def command_document(command: Told, steps: Iterable[Step]) -> dict[str, Any]:
    """Return a command as JSON shows it, with what it made of each record."""
    records = [
        {"kind": each.key.kind, "id": each.key.number, **_step_document(each)} for each in steps
    ]
    return {**_signature(command), **_counts(command.entry), **_fate(command), "records": records}


def life_document(steps: Iterable[tuple[Told, Step]]) -> list[dict[str, Any]]:
    """Return the life of a record as JSON shows it: an object a command."""
    return [{**_signature(each), **_fate(each), **_step_document(step)} for each, step in steps]


def steps_table(title: str, steps: Iterable[Step]) -> Table:
    """Return what one command makes of its records: a row a record."""
    columns = (
        Column("record", "Запись", wide=True),
        Column("action", "Что с ней", show=_action_in_words),
        _CHANGES,
    )
    rows: list[Record] = [
        {
            "record": described(each.key, each.after or each.before or {}),
            "action": _action(each),
            "changes": _differences(each) if _action(each) == "changed" else [],
        }
        for each in steps
    ]
    return Table(title, columns, rows)


def life_table(title: str, steps: Iterable[tuple[Told, Step]], notes: tuple[str, ...]) -> Table:
    """Return the life of a record: a row a command."""
    columns = (
        Column("id", "№", align="right"),
        Column("at", "Когда", show=_moment),
        Column("user", "Кто"),
        Column("action", "Запись", show=_action_in_words),
        Column("state", "Состояние"),
        Column("command", "Команда", wide=True),
        _CHANGES,
    )
    rows: list[Record] = [
        {**_signature(each), **_fate(each), "action": _action(step), "changes": _differences(step)}
        for each, step in steps
    ]
    return Table(title, columns, rows, notes=notes, empty=NO_SUCH)


_CHANGES = Column("changes", "Что изменилось", wide=True)


def _action_in_words(row: Row) -> str:
    return _ACTIONS[str(row["action"])]


def _moment(row: Row) -> str:
    return str(row["at"])[:16].replace("T", " ")


def _differences(step: Step) -> list[str]:
    """Return what a command made of the fields of a record, a phrase a field."""
    kind = kind_of(step.key.kind)
    if step.before and step.after:
        return differences(kind, step.before, step.after)
    record = step.after or step.before or {}
    return [f"{each.label}: {each.show(record)}" for each in changed_fields(kind, {}, record)]


def _action(step: Step) -> str:
    if step.before is None:
        return "added"
    return "removed" if step.after is None else "changed"


def _step_document(step: Step) -> dict[str, Any]:
    fields = kind_of(step.key.kind).by_key
    before, after = step.before or {}, step.after or {}
    changes = [
        {
            "key": key,
            "label": fields[key].label if key in fields else key,
            "before": before.get(key),
            "after": after.get(key),
        }
        for key in {**before, **after}
        if before.get(key) != after.get(key)
    ]
    return {"action": _action(step), "changes": changes}


def _signature(command: Told) -> Record:
    entry = command.entry
    return {
        "id": entry.id,
        "at": entry.at.isoformat(timespec="seconds"),
        "user": entry.user,
        "command": entry.command,
    }


def _fate(command: Told) -> Record:
    return {
        "state": "; ".join(_states(command)),
        "undoes": command.entry.undoes,
        "redoes": command.entry.redoes,
        "undone_by": command.undone_by,
    }


def _states(command: Told) -> Iterator[str]:
    entry, last = command
    if entry.undoes:
        yield f"отмена команды {entry.undoes}"
    if entry.redoes:
        yield f"возврат того, что отменила команда {entry.redoes}"
    if last and last.undoes:
        yield f"отменено командой {last.id}"
    elif last:
        yield f"возвращено командой {last.id}"


def _counts(entry: Entry) -> Record:
    """Return how many records and settings changed; a year that came with records is neither."""
    changes = list(_told_changes(entry))
    return {
        "added": sum(len(each.added) for each in changes),
        "changed": sum(len(each.changed) for each in changes),
        "removed": sum(len(each.removed) for each in changes),
    }


def _told_changes(entry: Entry) -> Iterator[KindChanges]:
    incidental = has_incidental_years(entry)
    for kind, changes in entry.changes.items():
        if kind != YEAR_KIND or not incidental:
            yield changes


def is_told(entry: Entry, key: RecordKey) -> bool:
    """Tell whether a record is one that a command is about."""
    return key.kind != YEAR_KIND or not has_incidental_years(entry)


def number_of_records(entry: Entry) -> int:
    """Return how many records a command touched."""
    return sum(
        len(part)
        for kind, changes in entry.changes.items()
        if kind != YEAR_KIND
        for part in changes
    )
