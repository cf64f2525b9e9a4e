"""Many whole numbers in few: unbroken runs of ids as [first, last]."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby

Runs = Sequence[Sequence[int]]


def runs_of(ids: Iterable[int]) -> Iterator[list[int]]:
    """Yield the runs of ids in order: an import of 10,000 rows is one pair."""
    for _, run in groupby(enumerate(sorted(ids)), key=lambda pair: pair[1] - pair[0]):
        members = [member for _, member in run]
        yield [members[0], members[-1]]


def ids_in(runs: Runs) -> Iterator[int]:
    """Yield the ids of runs."""
    return chain.from_iterable(range(first, last + 1) for first, last in runs)


def count_in(runs: Runs) -> int:
    """Return how many ids there are in runs."""
    return sum(last - first + 1 for first, last in runs)


def is_in(runs: Runs, record_id: int) -> bool:
    """Tell whether an id is in one of the runs."""
    return any(first <= record_id <= last for first, last in runs)
