"""Kill a writer at random moments: the store holds every command that had reported success.

Beside the store that is killed another one is written to without kills. After each kill the file
of the first is to be, byte for byte, that of the second: after the last command that the writer
reported, or after the one that it was at.
"""

import multiprocessing
import shutil
import signal
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import sleep

import click

from benchmarks.writes import KINDS, begin, carry_out
from rumo_cli.errors import StoreUnusable
from store.contract import Snapshot
from store.files import backup_of
from store.json_store import FILE_NAME
from store.location import open_store
from store.replay import contradictions
from store.snapshot import TinySnapshot
from store.storage import JsonStorage

_LONGEST = 0.25
"""Seconds that a writer lives at most: a few commands, so that many a kill falls into a write."""


@click.command()
@click.option("--kills", default=1000, show_default=True, type=click.IntRange(1))
@click.option("--size", default=500, show_default=True, type=click.IntRange(1), help="A year.")
@click.option("--seed", default=2024, show_default=True, help="Of the moments.")
def crash(kills: int, size: int, seed: int) -> None:
    """Kill a writer at random moments, and compare what it left with what it had reported."""
    with TemporaryDirectory(prefix="rumo-crash-") as folder:
        counts = Trial(Path(folder), size).run(kills, Random(seed), click.echo)
    for name, number in counts.items():
        click.echo(f"{number:>8}  {name}")


class Trial:
    """A store that is killed, and one that is not."""

    def __init__(self, folder: Path, size: int) -> None:
        self._killed, self._spared = folder / "killed", folder / "spared"
        begin(self._spared, size)
        shutil.copytree(self._spared, self._killed)
        self._done = 0
        self._counts = Counter[str]()

    def run(self, kills: int, chance: Random, say: Callable[[str], object]) -> Counter[str]:
        """Kill so many writers, and return what was counted.

        Raise `click.ClickException` at the first store that is not what was reported.
        """
        for number in range(1, kills + 1):
            reported = self._kill_after(chance.uniform(0, _LONGEST))
            self._counts["kills"] += 1
            self._count_leftovers()
            self._compare(reported)
            if number % 100 == 0:
                say(f"{number} kills, {self._done} commands")
        self._counts["commands in the store"] = self._done
        check_journal(open_store(str(self._killed)).read())
        return self._counts

    def _kill_after(self, seconds: float) -> int:
        """Return the last command that a writer reported before it was killed."""
        receiver, sender = multiprocessing.Pipe(duplex=False)
        writer = multiprocessing.Process(
            target=write, args=(self._killed, self._done, receiver, sender)
        )
        writer.start()
        sender.close()
        sleep(seconds)
        writer.kill()
        writer.join()
        if writer.exitcode != -signal.SIGKILL:
            raise click.ClickException(f"the writer ended by itself: {writer.exitcode}")
        return max(reports(receiver), default=self._done)

    def _count_leftovers(self) -> None:
        names = {path.name for path in self._killed.iterdir()}
        self._counts["kills while the lock was held"] += "store.json.holder" in names
        self._counts["kills while a file was being written"] += any(
            name.endswith(".new") for name in names
        )

    def _compare(self, reported: int) -> None:
        self._repeat(reported)
        if not self._equal():
            self._repeat(reported + 1)
            self._counts["kills between the write and the report"] += 1
        if not self._equal():
            raise click.ClickException(f"not the state after command {reported} or the next")
        read_whole(self._killed / FILE_NAME)
        with suppress(StoreUnusable):
            read_whole(backup_of(self._killed / FILE_NAME))
            self._counts["kills after which the state before could be read too"] += 1

    def _repeat(self, last: int) -> None:
        for number in range(self._done + 1, last + 1):
            carry_out(self._spared, number)
        self._done = last

    def _equal(self) -> bool:
        return (self._killed / FILE_NAME).read_bytes() == (self._spared / FILE_NAME).read_bytes()


def write(directory: Path, done: int, receiver: Connection, sender: Connection) -> None:
    """Carry out the commands after those that are done, and report each.

    Where nobody is left to report to, the next report ends the process.
    """
    receiver.close()
    while True:
        done += 1
        carry_out(directory, done)
        sender.send(done)


def reports(receiver: Connection) -> Iterator[int]:
    """Yield what a writer reported in its life."""
    while True:
        try:
            yield receiver.recv()
        except EOFError:
            return


def read_whole(path: Path) -> None:
    """Read all that a state names: the closed years and the history too."""
    snapshot = TinySnapshot(JsonStorage(path))
    for kind in KINDS:
        snapshot.all(kind, snapshot.years())
    for _ in snapshot.journal():
        pass


def check_journal(snapshot: Snapshot) -> None:
    """Raise `click.ClickException` where the journal does not lead to the records."""
    for contradiction in contradictions(snapshot, KINDS):
        raise click.ClickException(f"the journal contradicts the records: {contradiction}")
