"""How many routes (ИОМ) there are, on what ground, how far they and their tasks are."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from rumo_cli.figures.grouping import Grouping, by_association, by_choice, by_person, by_text
from rumo_cli.figures.people import people
from rumo_cli.figures.summary import Summary, number, of_status, percent, summarize, texts_of
from rumo_cli.records.directory import Directory
from rumo_cli.records.iom import IOM, STATUS
from rumo_cli.records.values import Record

GROUPINGS = ("basis", "status", "methodist", "municipality", "omo")
ENDED = frozenset({"completed", "suspended", "terminated"})
"""The statuses of a route that nobody works on."""


def iom_summary(
    year: str,
    routes: Sequence[Record],
    tasks: Sequence[Record],
    by: str,
    as_of: date,
    directory: Directory,
) -> Summary:
    """Count a year's routes, and the tasks that they consist of, in groups."""
    counted = list(with_tasks(routes, tasks))
    return summarize(year, as_of, by, counted, _grouping(by, directory), count)


def count(routes: Sequence[Record]) -> Record:
    """Return the figures of routes; those of their tasks are what the routes themselves say."""
    statuses = Counter(str(route.get("status") or "draft") for route in routes)
    planned = sum(number(route.get("tasks_planned")) for route in routes)
    done = sum(number(route.get("tasks_done")) for route in routes)
    return {
        "total": len(routes),
        "in_work": len(in_work(routes)),
        **{option.key: statuses[option.key] for option in STATUS.options},
        "methodists": len(people("methodist", routes)),
        "tasks_planned": planned,
        "tasks_done": done,
        "tasks_percent": percent(done, planned),
    }


def in_work(routes: Iterable[Record]) -> list[Record]:
    """Return the routes that somebody works on."""
    return [route for route in routes if route.get("status") not in ENDED]


def completed(routes: Iterable[Record]) -> list[Record]:
    """Return the routes that are completed."""
    return of_status(routes, "completed")


def on_ground(routes: Iterable[Record], basis: str) -> list[Record]:
    """Return the routes that have a ground, among others or alone."""
    return [route for route in routes if basis in texts_of(route.get("basis"))]


def with_tasks(routes: Sequence[Record], tasks: Sequence[Record]) -> Iterator[Record]:
    """Yield routes with the numbers of their tasks: of the register, else of the tasks recorded."""
    planned = Counter(task.get("iom") for task in tasks)
    accepted = Counter(task.get("iom") for task in tasks if task.get("status") == "accepted")
    for route in routes:
        recorded: Record = {
            "tasks_planned": planned[route["id"]],
            "tasks_done": accepted[route["id"]],
        }
        yield recorded | route


def _grouping(by: str, directory: Directory) -> Grouping:
    if by == "omo":
        return by_association("omo", directory)
    if by == "methodist":
        return by_person("methodist")
    if by == "municipality":
        return by_text("teacher_municipality")
    return by_choice(IOM, by)
