"""How messages name records, their days and the commands that know them."""

from datetime import date

from rumo_cli.calendar.weekdays import show_day, weekday_name
from rumo_cli.records.fields import Field
from rumo_cli.records.kind import Kind
from rumo_cli.records.values import Record, Value
from rumo_cli.text import quoted

_NESTED = {"task": "iom task", "programme": "mentor programme", "pair": "mentor pair"}


def command_of(kind: str) -> str:
    """Return the command that a kind's verbs belong to: `rumo mentor pair` for pairs."""
    return f"rumo {_NESTED.get(kind, kind)}"


def named(kind: Kind, record: Record) -> str:
    """Return the kind, id and title of a record: «webinar 12 «Подготовка к ЕГЭ»»."""
    label = kind.label(record)
    return " ".join([kind.key, str(record["id"]), *([quoted(label)] if label else [])])


def describe(kind: Kind, record: Record) -> str:
    """Return what tells a record to a person: title, day with weekday, deadline, year."""
    label = kind.label(record)
    parts = [quoted(label)] if label else []
    if kind.date and record.get(kind.date):
        parts.append(spoken_day(record[kind.date]))
    if record.get("deadline_text"):
        parts.append(_deadline(record))
    if kind.yearly:
        parts.append(f"{record['academic_year']} учебный год")
    return ", ".join(parts)


def differences(kind: Kind, before: Record, after: Record) -> list[str]:
    """Return what changed between two states of a record, a phrase a field."""
    return [
        f"{field.label}: {field.show(before) or '—'} → {field.show(after) or '—'}"
        for field in changed_fields(kind, before, after)
    ]


def changed_fields(kind: Kind, before: Record, after: Record) -> list[Field]:
    """Return the fields that a person sees changed between two states of a record."""
    return [each for each in telling_fields(kind) if each.show(before) != each.show(after)]


def telling_fields(kind: Kind) -> list[Field]:
    """Return the fields that tell something on their own: qualifiers are in their numbers."""
    qualifiers = {field.qualifier for field in kind.fields}
    return [field for field in kind.fields if field.key not in {"id", *qualifiers}]


def spoken_day(day: Value | date) -> str:
    """Return a day, also one in ISO notation, with its weekday: «22.10.2024 (вт)»."""
    read = day if isinstance(day, date) else date.fromisoformat(str(day))
    return f"{show_day(read)} ({weekday_name(read, short=True)})"


def _deadline(record: Record) -> str:
    """Return a deadline as it was said, and what was understood: days, or why there are none."""
    text = f"срок: {' '.join(str(record['deadline_text']).split())}"
    start, end = record.get("deadline_start"), record.get("deadline_end")
    if end is None:
        note = record.get("deadline_note")
        return f"{text} [{note}]" if note else text
    days = f"{spoken_day(start)} – {spoken_day(end)}" if start and start != end else spoken_day(end)
    return f"{text} [{days}]"
