"""What `rumo log` is asked for: a command, a record, or the commands that filters choose."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

import click
from click.shell_completion import CompletionItem

from commands.describing import command_of
from commands.options import CountType, DayType, OneYearType
from rumo_cli.calendar.years import AcademicYear
from rumo_cli.errors import Misused, NotFound
from rumo_cli.records import MODULES
from rumo_cli.text import fold
from store.contract import YEAR_KIND, Entry
from store.touching import RecordKey, own_keys

KINDS = (*MODULES, YEAR_KIND)


class Filters(NamedTuple):
    """Which commands are wanted; what is empty wants them all."""

    kinds: tuple[str, ...] = ()
    user: str | None = None
    since: date | None = None
    until: date | None = None

    def take(self, entry: Entry) -> bool:
        """Tell whether a command is wanted; its day is that of the clock it was made by."""
        day = entry.at.date()
        return (
            (not self.kinds or any(key.kind in self.kinds for key in own_keys(entry)))
            and (self.user is None or fold(self.user) == fold(entry.user))
            and (self.since is None or self.since <= day)
            and (self.until is None or day <= self.until)
        )


def filter_options() -> list[click.Option]:
    """Return the options that choose commands."""
    return [
        click.Option(["--kind", "kinds"], type=click.Choice(KINDS), multiple=True, metavar="ВИД",
                     help=f"Команды над записями вида: {', '.join(KINDS)}. Можно повторять."),
        click.Option(["--user"], metavar="ИМЯ", help="Команды этого пользователя."),
        click.Option(["--from", "since"], type=DayType(), help="С этого дня."),
        click.Option(["--to", "until"], type=DayType(), help="По этот день."),
    ]  # fmt: skip


class AskedType(click.ParamType[str]):
    """A word of what is asked for; completion offers the kinds."""

    name = "НОМЕР | ВИД ID"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Offer the kinds."""
        del ctx, param
        return [CompletionItem(kind) for kind in KINDS if kind.startswith(incomplete)]


def asked_for(words: Sequence[str]) -> int | RecordKey | None:
    """Return the number of a command («5»), a record («webinar 12», «iom task 3»), or neither.

    Raise `Misused` for other words.
    """
    if not words:
        return None
    *kind_words, last = words
    if not kind_words and last.isdecimal():
        return int(last)
    kind = _named_kinds().get(" ".join(kind_words))
    if kind is None:
        raise Misused(
            f"«{' '.join(words)}»: ожидается номер команды (rumo log 5) или вид и номер записи "
            f"(rumo log webinar 12). Виды: {', '.join(KINDS)}. "
            "Все команды над записями вида: rumo log --kind webinar."
        )
    return RecordKey(kind, _number(kind, last))


def _named_kinds() -> dict[str, str]:
    """Return the kinds by their keys, and by the words of their commands."""
    return {kind: kind for kind in KINDS} | {
        command_of(kind).removeprefix("rumo "): kind for kind in KINDS
    }


def _number(kind: str, text: str) -> int:
    id_type: click.ParamType[Any] = OneYearType() if kind == YEAR_KIND else CountType(1)
    value = id_type.convert(text, None, None)
    return value.first if isinstance(value, AcademicYear) else int(value)


def nothing_known(key: RecordKey) -> NotFound:
    """Return the error of a record that neither the store nor the journal knows."""
    if key.kind == YEAR_KIND:
        return NotFound(
            f"{AcademicYear(key.number)} учебного года в хранилище нет и не было. "
            "Какие есть: rumo year list"
        )
    return NotFound(
        f"{key.kind} {key.number}: такой записи нет, и журнал о ней не знает. "
        f"Номера записей показывает {command_of(key.kind)} list."
    )
