"""What a run of rumo was told before its verb: store, year, today, colour."""

import os
import sys
from collections.abc import Iterable
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

import click

from commands.memory import leave
from commands.telling import tell

if TYPE_CHECKING:
    from rumo_cli.calendar.years import AcademicYear
    from store.contract import Snapshot, Store

ALL_YEARS = "all"


class App:
    """The settings of one run; the store is opened when it is first asked for."""

    def __init__(self, arguments: tuple[str, ...] = ()) -> None:
        self.arguments = arguments
        self.store_path: str | None = None
        self.year_named: AcademicYear | str | None = None
        """The year of `--year`, or `all`."""
        self.year_default: AcademicYear | str | None = None
        """The year of RUMO_YEAR: it replaces the default and nothing else."""
        self.today = datetime.now().astimezone().date()
        self.color = "auto"
        self.quiet = False
        self.wait: float | None = None
        """How many seconds a write waits for another, if not as many as usual."""
        self.if_changed = False
        """Whether a file that holds the same already is left alone."""
        self.typed: set[str] = set()
        """The names of the global options that were typed."""

    def take(self, name: str, value: Any) -> None:
        """Keep a global option that was typed."""
        self.typed.add(name)
        self._keep(name, value)

    def _keep(self, name: str, value: Any) -> None:
        attribute = {"store": "store_path", "year": "year_named"}.get(name, name)
        setattr(self, attribute, value)

    def take_from_environment(self, name: str, value: Any) -> None:
        """Keep what a variable of the environment says."""
        if name == "year":
            self.year_default = value
        else:
            self._keep(name, value)

    @property
    def command_line(self) -> str:
        """Return the command as it was typed, for the journal."""
        return " ".join(map(shell_word, ("rumo", *self.arguments)))

    def for_this_store(self, command: str) -> str:
        """Return a command to be typed next: with `--store` where that was typed."""
        if "store" not in self.typed or self.store_path is None:
            return command
        return command.replace("rumo", f"rumo --store {shell_word(self.store_path)}", 1)

    @cached_property
    def store(self) -> "Store":
        """Return the store, opened or not yet made."""
        from store.location import WAIT, open_store

        wait = WAIT if self.wait is None else self.wait
        return open_store(
            self.store_path,
            wait=wait,
            tell=lambda doubt: self.warn([doubt]),
            called=self.for_this_store("rumo"),
        )

    def read(self) -> "Snapshot":
        """Return the present state of the store."""
        snapshot = self.store.read()
        leave(snapshot)
        return snapshot

    @property
    def default_year(self) -> "AcademicYear":
        """Return the year of RUMO_YEAR, else that of today."""
        from rumo_cli.calendar.years import AcademicYear

        if isinstance(self.year_default, AcademicYear):
            return self.year_default
        return AcademicYear.of(self.today)

    @property
    def single_year(self) -> "AcademicYear":
        """Return the one year that a command works in; `all` is not one."""
        if self.year_named == ALL_YEARS:
            raise click.UsageError("Здесь нужен один учебный год, а не all: --year 2024-2025.")
        named = self.year_named
        return self.default_year if named is None or isinstance(named, str) else named

    @property
    def interactive(self) -> bool:
        """Tell whether somebody can answer a question."""
        return sys.stdin.isatty() and sys.stderr.isatty()

    @property
    def colored(self) -> bool:
        """Tell whether stdout takes colour."""
        if self.color != "auto":
            return self.color == "always"
        plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
        return sys.stdout.isatty() and not plain

    def say(self, text: str) -> None:
        """Say something to the person; data never goes this way."""
        if not self.quiet:
            tell(text, err=True)

    def warn(self, doubts: Iterable[object]) -> None:
        """Say what is doubtful in what was done."""
        for doubt in doubts:
            self.say(f"Внимание: {doubt}")

    def say_always(self, text: str) -> None:
        """Say what even `--quiet` does not silence: an error."""
        tell(text, err=True)


def shell_word(word: str) -> str:
    """Return a word as it is typed at a shell; Cyrillic needs no quotes, whatever shlex thinks.

    What is not seen, and would steer a terminal or break its line, is spelled out as bash does.
    """
    import re
    from shlex import quote

    if re.fullmatch(r"[\w@%+=:,./-]+", word):
        return word
    if all(map(_stands_in_a_line, word)):
        return quote(word)
    return "$'" + "".join(map(_spelled, word)) + "'"


def _stands_in_a_line(character: str) -> bool:
    return character.isprintable() or character == "\N{NO-BREAK SPACE}"


def _spelled(character: str) -> str:
    if character in "\\'":
        return f"\\{character}"
    if _stands_in_a_line(character):
        return character
    if "\udc80" <= character <= "\udcff":
        # A byte of a name that is no text in this locale (PEP 383).
        return f"\\x{ord(character) - 0xDC00:02x}"
    return character.encode("unicode_escape").decode()
