"""What is recorded twice."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from functools import partial
from itertools import combinations

from rumo_cli.checks.remedies import show, shown_day, title
from rumo_cli.checks.rule import Problem, rule
from rumo_cli.figures.year_records import YearRecords, names
from rumo_cli.records import MODULES, kind_of
from rumo_cli.records.kind import Kind
from rumo_cli.records.values import Record
from rumo_cli.text import fold

_KINDS = tuple(kind for kind in MODULES if kind != "year")


@rule("Записано дважды", "warning", *_KINDS)
def recorded_twice(year: YearRecords) -> Iterator[Problem]:
    """Find records of one kind with one natural key: an import would take them for one."""
    for kind in map(kind_of, _KINDS):
        for first, second in _pairs(year.of(kind.key), partial(_natural_key, kind)):
            if kind.same(first, second):
                yield _twice(kind.key, first, second, "записано дважды")


@rule("Похожие вебинары в один день", "warning", "webinar")
def look_alike_webinars(year: YearRecords) -> Iterator[Problem]:
    """Find webinars of one day whose titles differ in punctuation or whose associations differ."""
    kind = kind_of("webinar")
    for first, second in _pairs(year.of("webinar"), _look):
        distinct = _natural_key(kind, first) != _natural_key(kind, second)
        if distinct and kind.same(first, second):
            on = shown_day(first["date"])
            yield _twice("webinar", first, second, f"похожие вебинары {on}")


def _natural_key(kind: Kind, record: Record) -> Hashable:
    return next(iter(kind.keys(record)), None)


def _look(webinar: Record) -> Hashable:
    letters = "".join(filter(str.isalnum, fold(str(webinar["title"]))))
    return (webinar["date"], letters) if webinar.get("date") else None


def _pairs(
    records: Iterable[Record], key: Callable[[Record], Hashable]
) -> Iterator[tuple[Record, Record]]:
    alike: defaultdict[Hashable, list[Record]] = defaultdict(list)
    for record in records:
        alike[key(record)].append(record)
    alike.pop(None, None)
    for group in alike.values():
        yield from combinations(group, 2)


def _twice(kind: str, first: Record, second: Record, said: str) -> Problem:
    return Problem(
        f"{title(kind, first)}: {said}", names(kind, (first, second)), show(kind, first, second)
    )


RULES = (recorded_twice, look_alike_webinars)
