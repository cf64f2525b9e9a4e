"""What definitions have in common: records counted, summed, and the people that they name."""

from collections.abc import Callable, Iterable, Sequence

from rumo_cli.figures.figure import Counted
from rumo_cli.figures.people import naming, people
from rumo_cli.figures.summary import number
from rumo_cli.figures.year_records import RecordName, YearRecords, names
from rumo_cli.records.values import Record

Count = Callable[[YearRecords], Counted]
Choose = Callable[[Sequence[Record]], Iterable[Record]]
"""Returns the records that count among those of a kind."""


def count_of(kind: str, choose: Choose = list) -> Count:
    """Return what counts the records of a kind that are chosen."""
    return lambda year: counted(kind, choose(year.of(kind)))


def counted(kind: str, records: Iterable[Record], grounds: Iterable[RecordName] = ()) -> Counted:
    """Return how many records there are; they are the evidence."""
    found = names(kind, records)
    return Counted(len(found), found, grounds=tuple(grounds))


def sum_of(kind: str, key: str, records: Iterable[Record]) -> Counted:
    """Return the sum of a number; the records that say it are the evidence."""
    saying = [record for record in records if record.get(key) is not None]
    return Counted(sum(number(record[key]) for record in saying), names(kind, saying))


def people_of(kind: str, key: str, choose: Choose = list) -> Count:
    """Return what counts the people that a field of the chosen records names."""

    def count(year: YearRecords) -> Counted:
        saying = naming(key, choose(year.of(kind)))
        return Counted(len(people(key, saying)), names(kind, saying))

    return count
