"""What was said of the files of an import on the command line, and what follows for reading."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace

import click

from commands.app import App
from commands.record_options import read_typed, typed_fields
from commands.years import default_year_of_import
from rumo_cli.calendar.months import Month
from rumo_cli.intake.mapping import ColumnMap, read_column_map
from rumo_cli.intake.registers import ReadingOptions
from rumo_cli.intake.sources import load
from rumo_cli.records import all_kinds
from rumo_cli.records.fields import ReadingContext
from rumo_cli.records.kind import Kind
from rumo_cli.records.values import Record
from store.contract import Snapshot


@dataclass(frozen=True)
class ImportSettings:
    """What was said of the files on the command line."""

    sheet: str | None = None
    encoding: str | None = None
    delimiter: str | None = None
    header_row: int | None = None
    month: Month | None = None
    given: tuple[str, ...] = ()
    column_map: str | None = None


class Reader:
    """Turns the settings into what each kind of register is read with."""

    def __init__(
        self, app: App, kind: Kind | None, settings: ImportSettings, snapshot: Snapshot | None
    ) -> None:
        self._kinds: Sequence[Kind] = [kind] if kind else list(all_kinds().values())
        self._settings = settings
        self._year = None if app.year_named is None else app.single_year
        self._default = default_year_of_import(app, snapshot)
        self._pairs = [_pair(text, self._kinds) for text in settings.given]
        self.column_map = self._read_column_map()

    def options(
        self, kind: Kind, context: ReadingContext, *, demanding: bool = True
    ) -> ReadingOptions:
        """Return the options for a register of a kind; a `demanding` one needs its columns."""
        typed = replace(context, typed=True, year=self._year or self._default)
        return ReadingOptions(
            default_year=self._default,
            year=self._year,
            month=self._settings.month,
            header_row=self._settings.header_row,
            given=self._given(kind, typed),
            column_map=self.column_map.of(kind),
            demanding=demanding,
        )

    @property
    def given_keys(self) -> set[str]:
        """Return the keys that `--set` gives to every row."""
        names = {name for name, _ in self._pairs}
        return {key for kind in self._kinds for name, key in _names(kind).items() if name in names}

    def _given(self, kind: Kind, context: ReadingContext) -> Record:
        keys = _names(kind)
        typed: dict[str, list[str]] = {}
        for name, value in self._pairs:
            if name in keys:
                typed.setdefault(keys[name], []).append(value)
        return read_typed(kind, typed, context)

    def _read_column_map(self) -> ColumnMap:
        if self._settings.column_map is None:
            return ColumnMap()
        name, data = load(self._settings.column_map, sys.stdin.buffer)
        return read_column_map(name, data, self._kinds)


def _pair(text: str, kinds: Sequence[Kind]) -> tuple[str, str]:
    """Return the name and the value of `--set`; `BadParameter` where no kind has such a field."""
    name, equals, value = text.partition("=")
    known = any(name.strip() in _names(kind) for kind in kinds)
    if equals and known and value.strip():
        return name.strip(), value
    keys = dict.fromkeys(field.key for kind in kinds for field in typed_fields(kind))
    raise click.BadParameter(
        f"«{text}»: ожидается КЛЮЧ=ЗНАЧЕНИЕ; ключи: {', '.join(keys)}", param_hint="'--set'"
    )


def _names(kind: Kind) -> dict[str, str]:
    """Return the keys of the fields that may be typed, by key and by option name."""
    fields = typed_fields(kind)
    return {field.option_name: field.key for field in fields} | {
        each.key: each.key for each in fields
    }
