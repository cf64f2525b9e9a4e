"""Many processes at once: no command is lost, none counts by half, readers see whole states.

Each command is typed by a user of its own, by whom the journal tells it from all others. The
journal says in which order the commands came; carried out in that order on a plain dictionary they
are to lead to what the store holds.
"""

import multiprocessing
from collections import Counter
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from os import environ
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from threading import Event
from time import perf_counter
from typing import NamedTuple

import click

from benchmarks.crash import check_journal
from rumo_cli.errors import NotFound, Refused
from store.contract import Entry, Snapshot
from store.location import open_store

_VERBS = ("add", "edit", "import", "remove", "undo", "redo")
_SHARES = (25, 30, 10, 15, 15, 5)
_ROWS = 5
"""In each file that is imported."""
_MAY_FAIL = {NotFound.exit_code, Refused.exit_code}
"""Somebody else was faster: the record is gone, or changed since."""


class Typed(NamedTuple):
    """A command that a process ran, under a user's name that no other has, and how it ended."""

    user: str
    verb: str
    target: int
    code: int
    said: str


@click.command()
@click.option("--processes", default=16, show_default=True, type=click.IntRange(1))
@click.option("--commands", default=100, show_default=True, type=click.IntRange(1))
@click.option("--readers", default=4, show_default=True, type=click.IntRange(0))
def concurrency(processes: int, commands: int, readers: int) -> None:
    """Run commands in many processes at once, and check that every one of them counts."""
    with TemporaryDirectory(prefix="rumo-concurrency-") as folder:
        for name, number in trial(Path(folder) / "store", processes, commands, readers).items():
            click.echo(f"{number:>8}  {name}")


def trial(store: Path, processes: int, commands: int, readers: int) -> Counter[str]:
    """Return what was counted; raise `click.ClickException` at what should not be."""
    run_as("first", store, "webinar", "add", "--title", "first", "--date", "15.10.2024")
    began = perf_counter()
    with multiprocessing.Manager() as manager:
        end = manager.Event()
        with ProcessPoolExecutor(processes + readers) as pool:
            reading = [pool.submit(read, store, end) for _ in range(readers)]
            typing = [pool.submit(work, store, number, commands) for number in range(processes)]
            typed = [each for process in typing for each in process.result()]
            end.set()
            reads = sum(reader.result() for reader in reading)
    seconds = perf_counter() - began
    check([Typed("first", "add", 0, 0, ""), *typed], open_store(str(store)).read())
    return Counter(
        {
            **{f"{verb}: done" if done else f"{verb}: refused": number
               for (verb, done), number in sorted(outcomes(typed).items())},
            "states read, each whole": reads,
            "seconds": round(seconds),
        }
    )  # fmt: skip


def outcomes(typed: Iterable[Typed]) -> Counter[tuple[str, bool]]:
    """Count how the commands ended."""
    return Counter((each.verb, each.code == 0) for each in typed)


def work(store: Path, process: int, commands: int) -> list[Typed]:
    """Run commands one after the other."""
    return [one(store, f"{process}-{number}") for number in range(commands)]


def one(store: Path, user: str) -> Typed:
    """Run a command that the user's name chooses, on a record that stands as it begins."""
    chance = Random(user)
    verb = chance.choices(_VERBS, _SHARES)[0]
    target = chance.choice(list(open_store(str(store)).read().all("webinar")) or [1])
    words = {
        "add": ("webinar", "add", "--title", user, "--date", "15.10.2024"),
        "edit": ("webinar", "edit", str(target), "--title", user),
        "import": ("webinar", "import", str(register(store.parent, user))),
        "remove": ("webinar", "remove", str(target), "--yes"),
    }
    return Typed(user, verb, target, *run_as(user, store, *words.get(verb, (verb,))))


def register(folder: Path, user: str) -> Path:
    """Write a register with a webinar a row."""
    path = folder / f"{user}.csv"
    rows = (f"{day}.10.2024;{user} {day}" for day in range(10, 10 + _ROWS))
    path.write_text("\n".join(["Дата;Тема", *rows]), encoding="utf-8")
    return path


def run_as(user: str, store: Path, *words: str) -> tuple[int, str]:
    """Run rumo in this process; return its exit code and what it said."""
    from click.testing import CliRunner

    from commands.main import rumo

    line = ["--store", str(store), "--wait", "600", *words]
    settings = {**{name: None for name in environ if name.startswith("RUMO_")}, "LOGNAME": user}
    result = CliRunner().invoke(rumo, line, env=settings)
    if result.exit_code not in {0, *_MAY_FAIL} or not isinstance(
        result.exception, SystemExit | None
    ):
        raise click.ClickException(f"{words} ended with {result.exit_code}: {result.output}")
    return result.exit_code, result.output


def read(store: Path, end: Event) -> int:
    """Read until the end; return how many states were seen, each of them whole."""
    number = newest = 0
    while not end.is_set():
        snapshot = open_store(str(store)).read()
        check_journal(snapshot)
        entry = next(snapshot.journal())
        if entry.id < newest:
            raise click.ClickException(f"command {newest} was seen, and then {entry.id}")
        newest = entry.id
        number += 1
    return number


def check(typed: Iterable[Typed], snapshot: Snapshot) -> None:
    """Raise `click.ClickException` where the store is not what the commands lead to."""
    done = {each.user: each for each in typed if each.code == 0}
    journal = list(snapshot.journal())[::-1]
    demand([each.id for each in journal] == [*range(1, len(journal) + 1)], "numbers of commands")
    demand(sorted(each.user for each in journal) == sorted(done), "commands in the journal")
    replay = Replay()
    for entry in journal:
        replay.carry_out(entry, done[entry.user])
    titles = {number: record["title"] for number, record in snapshot.all("webinar").items()}
    demand(titles == replay.titles, "titles of the records")
    demand(snapshot.next_id("webinar") == replay.next_id, "the next id")
    check_journal(snapshot)


def demand(holds: bool, what: str) -> None:
    """Raise `click.ClickException` unless something holds."""
    if not holds:
        raise click.ClickException(f"not as the commands lead to: {what}")


class Replay:
    """What commands lead to in a dictionary of titles by id."""

    def __init__(self) -> None:
        self.titles: dict[int, str] = {}
        self.next_id = 1
        self._before: dict[int, dict[int, str | None]] = {}

    def carry_out(self, entry: Entry, typed: Typed) -> None:
        """Carry a command out on the dictionary, and keep what it replaced."""
        wanted = self._wanted(entry, typed)
        self._before[entry.id] = {number: self.titles.get(number) for number in wanted}
        for number, title in wanted.items():
            self.titles.pop(number, None)
            if title is not None:
                self.titles[number] = title

    def _wanted(self, entry: Entry, typed: Typed) -> dict[int, str | None]:
        by_verb: dict[str, Callable[[], dict[int, str | None]]] = {
            "add": lambda: self._added([typed.user]),
            "import": lambda: self._added([f"{typed.user} {day}" for day in range(10, 10 + _ROWS)]),
            "edit": lambda: {typed.target: typed.user},
            "remove": lambda: {typed.target: None},
            "undo": lambda: self._before[entry.undoes or 0],
            "redo": lambda: self._before[entry.redoes or 0],
        }
        return by_verb[typed.verb]()

    def _added(self, titles: list[str]) -> dict[int, str | None]:
        first = self.next_id
        self.next_id += len(titles)
        return dict(enumerate(titles, first))
