"""The command line of the benchmarks: which to run, how often; a table of times and ratios."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from benchmarks.comparisons import COMPARISONS, Bench, Comparison
from benchmarks.timing import Times, in_pairs

_NAMES = [comparison.name for comparison in COMPARISONS]
_LINE = "{:<54} {:>8} {:>8} {:>6} {:>7}"


@click.command()
@click.argument("names", nargs=-1, type=click.Choice(_NAMES))
@click.option(
    "--runs", default=15, show_default=True, type=click.IntRange(1), help="Pairs of runs."
)
@click.option("--size", default=10_000, show_default=True, type=click.IntRange(1), help="Webinars.")
def main(names: Sequence[str], runs: int, size: int) -> None:
    """Time rumo beside other programs, by turns, as whole processes; all of NAMES unless chosen."""
    chosen = [comparison for comparison in COMPARISONS if comparison.name in (names or _NAMES)]
    click.echo(f"{size} webinars, {runs} pairs of runs; medians in milliseconds\n")
    click.echo(_LINE.format("rumo / the other", "rumo", "other", "ratio", "wanted"))
    with TemporaryDirectory(prefix="rumo-benchmarks-") as folder:
        bench = Bench(Path(folder), size)
        for comparison in chosen:
            click.echo(_outcome(comparison, bench, runs))


def _outcome(comparison: Comparison, bench: Bench, runs: int) -> str:
    rival = comparison.rival
    if not rival.installed:
        return f"{comparison.title}: skipped, there is no {rival.name}; to get it: {rival.how}"
    first, second = comparison.commands(bench)
    return _line(comparison, in_pairs(first, second, runs))


def _line(comparison: Comparison, times: Times) -> str:
    return _LINE.format(
        comparison.title,
        f"{times.first * 1000:.0f}",
        f"{times.second * 1000:.0f}",
        f"{times.ratio:.2f}",
        f"≤ {comparison.wanted:.1f}",
    )
