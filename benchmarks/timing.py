"""Timing two commands side by side, as whole processes."""

import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median
from time import perf_counter


def nothing() -> None:
    """Prepare nothing."""


@dataclass(frozen=True)
class Command:
    """A command, and what puts things back before each of its runs, outside of the time taken."""

    arguments: tuple[str, ...]
    environment: Mapping[str, str]
    reset: Callable[[], None] = nothing

    def run(self) -> float:
        """Return the seconds that the process took; its output goes through a pipe.

        Raise `subprocess.CalledProcessError` where it fails: a failure is soon done.
        """
        self.reset()
        start = perf_counter()
        subprocess.run(self.arguments, env=self.environment, capture_output=True, check=True)
        return perf_counter() - start


@dataclass(frozen=True)
class Times:
    """The seconds of the runs of two commands, pair by pair."""

    pairs: tuple[tuple[float, float], ...]

    @property
    def first(self) -> float:
        """Return the median of the first command."""
        return median(first for first, _ in self.pairs)

    @property
    def second(self) -> float:
        """Return the median of the second command."""
        return median(second for _, second in self.pairs)

    @property
    def ratio(self) -> float:
        """Return the median of the ratios within a pair, which a machine's moods spare."""
        return median(first / second for first, second in self.pairs)


def in_pairs(first: Command, second: Command, runs: int) -> Times:
    """Run two commands by turns, after a run of each that does not count."""
    first.run()
    second.run()
    return Times(tuple((first.run(), second.run()) for _ in range(runs)))
