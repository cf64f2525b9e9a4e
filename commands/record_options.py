"""Options that come from the fields of a kind, and what was typed in them."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from commands.app import App
from commands.describing import spoken_day
from commands.reading import calendars_in, directory_of
from rumo_cli.calendar.years import AcademicYear
from rumo_cli.errors import Refused
from rumo_cli.records.fields import (
    Choice,
    Choices,
    Day,
    Days,
    Field,
    FieldType,
    ReadingContext,
    Texts,
)
from rumo_cli.records.kind import Kind, compact
from rumo_cli.records.values import Record, Value
from store.contract import Snapshot

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


def typed_fields(kind: Kind) -> Iterable[Field]:
    """Return the fields that a person may type."""
    return (each for each in kind.fields if not each.derived and each.key != "academic_year")


def field_options(fields: Iterable[Field], *, filters: bool = False) -> list[click.Parameter]:
    """Return one option a field; as filters, every one may be repeated."""
    return [
        click.Option(
            [f"--{each.option_name}", f"field_{each.key}"],
            metavar=each.type.metavar,
            multiple=filters or each.type.several,
            help=_help(each, filters=filters),
            shell_complete=_completion(each),
        )
        for each in fields
    ]


def typed_values(kind: Kind, options: Mapping[str, Any]) -> dict[str, list[str]]:
    """Return what was typed, by key; an option that was not given is absent."""
    typed = {}
    for each in kind.fields:
        value = options.get(f"field_{each.key}")
        if value not in (None, ()):
            typed[each.key] = [value] if isinstance(value, str) else list(value)
    return typed


class Understood(NamedTuple):
    """What typed texts were understood as.

    `values` are those of the fields, None where a field was cleared; `unread` is text that its
    field could not take and that belongs in the notes; `doubts` says what is doubtful, and `days`,
    by key, which days were meant by «завтра» and «15.10».
    """

    values: Record
    unread: list[str]
    doubts: list[str]
    days: dict[str, str]

    def applied(self, kind: Kind, before: Record) -> Record:
        """Return a record with what was typed in the place of what stood."""
        after = before | dict.fromkeys(_void(kind, before, self.values)) | self.values
        if self.unread:
            noted = str(after.get("notes") or "").splitlines()
            after["notes"] = "\n".join(dict.fromkeys([*noted, *self.unread]))
        return after


def understand(kind: Kind, typed: Mapping[str, list[str]], context: ReadingContext) -> Understood:
    """Understand what was typed; an empty text clears its field.

    Raise `Refused` with the option and the value that cannot be kept.
    """
    understood = Understood({}, [], [], {})
    for each in kind.fields:
        for text in typed.get(each.key, ()):
            _take(understood, each, text, context)
    return understood


def read_typed(kind: Kind, typed: Mapping[str, list[str]], context: ReadingContext) -> Record:
    """Return what was typed as a record; see `understand`."""
    return understand(kind, typed, context).applied(kind, {})


def unfit(each: Field, text: str, error: ValueError) -> Refused:
    """Return the refusal of a typed text; where there is a choice, keys stand beside words."""
    expected = f"ожидается одно из: {_allowed(each.type)}" if _choice(each.type) else error
    return Refused(f"--{each.option_name} «{text}»: {expected}")


def _take(understood: Understood, each: Field, text: str, context: ReadingContext) -> None:
    values = understood.values
    if not text.strip():
        qualifier = (each.qualifier,) if each.qualifier else ()
        values.update(dict.fromkeys((each.key, *each.type.companions, *qualifier)))
        return
    try:
        reading = each.type.read(each.key, text, context)
    except ValueError as error:
        raise unfit(each, text, error) from None
    place = f"--{each.option_name} «{' '.join(text.split())}»"
    understood.doubts.extend(f"{place}: {note}" for note in reading.notes)
    days = _days_meant(each, reading.values, text)
    if days:
        understood.days[each.key] = f"{place} — это {', '.join(days)}"
    found = dict(reading.values)
    if each.key != "notes" and found.get("notes"):
        understood.unread.append(f"{each.label}: {found.pop('notes')}")
    before, now = values.get(each.key), found.get(each.key)
    if isinstance(each.type, Texts) and isinstance(before, list) and isinstance(now, list):
        found[each.key] = each.type.gathered([*before, *now])
    values.update(found)


def _days_meant(each: Field, values: Record, text: str) -> list[str]:
    """Return the day that a text means, unless the text is that day in full."""
    if not isinstance(each.type, Day | Days):
        return []
    days = _lines(values.get(each.key))
    return [spoken_day(day) for day in days if text.strip() not in (day, _shown(each.type, day))]


def _shown(field_type: FieldType, value: str) -> str:
    return field_type.show([value] if field_type.several else value)


def _lines(value: Value) -> list[str]:
    if isinstance(value, list):
        return value
    return [] if value is None else [str(value)]


def _void(kind: Kind, before: Record, values: Record) -> list[str]:
    """Return the keys that describe a value which is about to change: the end of the old day."""
    return [
        companion
        for key, value in values.items()
        if key in kind.by_key and before.get(key) != value
        for companion in kind.by_key[key].type.companions
    ]


def reading_context(app: App, snapshot: Snapshot | None, year: AcademicYear) -> ReadingContext:
    """Return what typed values are read against."""
    return ReadingContext(
        today=app.today,
        year=year,
        directory=directory_of(snapshot),
        calendars=calendars_in(snapshot),
        typed=True,
        year_given=app.year_named is not None,
    )


def empty_required(kind: Kind, record: Record) -> Field | None:
    """Return the first field that a record cannot be without and is."""
    filled = compact(record)
    return next((each for each in kind.required if each.key not in filled), None)


def _help(each: Field, *, filters: bool) -> str:
    words = f": {_allowed(each.type)}" if each.type.hints() else ""
    again = " Можно повторять." if each.type.several and not filters else ""
    return f"{each.label.rstrip('.')}{words}.{again}"


def _allowed(field_type: FieldType) -> str:
    choice = _choice(field_type)
    if choice is None:
        return ", ".join(field_type.hints())
    return ", ".join(f"{option.key} ({option.label})" for option in choice.options)


def _choice(field_type: FieldType) -> Choice | None:
    if isinstance(field_type, Choices):
        return field_type.choice
    return field_type if isinstance(field_type, Choice) else None


def _completion(each: Field) -> Any:
    def complete(
        ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> "list[CompletionItem]":
        from click.shell_completion import CompletionItem

        del ctx, param
        return [CompletionItem(word) for word in each.type.hints() if word.startswith(incomplete)]

    return complete
