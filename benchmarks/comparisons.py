"""What is compared: rumo, and what a person would pick instead for the same."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path

from benchmarks.data import Webinar, webinars, write_csv, write_tasks, write_workbook
from benchmarks.timing import Command

_YEAR = ("--year", "2024-2025")
_READ_WORKBOOK = """\
import sys
from openpyxl import load_workbook
book = load_workbook(sys.argv[1], read_only=sys.argv[2] == "read_only")
print(sum(1 for row in book.active.iter_rows(values_only=True)))
"""

_WRITE_CALENDAR = """\
import csv, sys
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo
from icalendar import Calendar, Event
calendar = Calendar()
with open(sys.argv[1], encoding="utf-8-sig", newline="") as file:
    for number, row in enumerate(csv.DictReader(file, delimiter=";")):
        event = Event()
        start = datetime.strptime(row["Дата"] + row["Время"][:5], "%d.%m.%Y%H.%M")
        start = start.replace(tzinfo=ZoneInfo("Europe/Moscow"))
        event.add("uid", f"webinar-{number}@rumo")
        event.add("dtstamp", start)
        event.add("dtstart", start)
        event.add("dtend", start + timedelta(minutes=90))
        event.add("summary", row["Тема"])
        event.add("description", row["Ведущие"] + row["ОМО"])
        calendar.add_component(event)
with open(sys.argv[2], "wb") as file:
    file.write(calendar.to_ical())
"""


@dataclass(frozen=True)
class Rival:
    """A program or a module of Python to compare with, and how to get it."""

    name: str
    how: str
    module: bool = False

    @property
    def installed(self) -> bool:
        """Tell whether it is there."""
        return find_spec(self.name) is not None if self.module else bool(program(self.name))


SQLITE_UTILS = Rival("sqlite-utils", "pip install sqlite-utils")
TASKWARRIOR = Rival("task", "apt install taskwarrior")
OPENPYXL = Rival("openpyxl", "pip install openpyxl", module=True)
ICALENDAR = Rival("icalendar", "pip install icalendar", module=True)


class Bench:
    """A folder with the data of one size; what a comparison needs of it is made when asked for."""

    def __init__(self, folder: Path, size: int) -> None:
        self._folder = folder
        self._size = size

    @cached_property
    def rows(self) -> list[Webinar]:
        """Return the webinars."""
        return list(webinars(self._size))

    @cached_property
    def table(self) -> str:
        """Return the path of the register as CSV."""
        return self._written("webinars.csv", write_csv)

    @cached_property
    def workbook(self) -> str:
        """Return the path of the register as a workbook."""
        return self._written("webinars.xlsx", write_workbook)

    @cached_property
    def store(self) -> str:
        """Return the path of a store that holds the webinars."""
        folder = str(self._folder / "store")
        self.rumo(folder, "webinar", "import", self.table).run()
        return folder

    @cached_property
    def database(self) -> str:
        """Return the path of a database of SQLite that holds the webinars."""
        path = str(self._folder / "filled.db")
        self.insert(path).run()
        return path

    @cached_property
    def tasks(self) -> Mapping[str, str]:
        """Return the environment in which taskwarrior has the webinars for tasks."""
        settings = self._folder / "taskrc"
        settings.touch()
        environment = environ(TASKRC=str(settings), TASKDATA=str(self._folder / "tasks"))
        file = self._written("tasks.json", write_tasks)
        Command((program("task"), "rc.confirmation=off", "import", file), environment).run()
        return environment

    def rumo(self, store: str, *arguments: str, anew: bool = False) -> Command:
        """Return a command of rumo; `anew` removes the store before each run."""
        start = (program("rumo"),) if program("rumo") else (sys.executable, "-m", "rumo_cli")
        environment = environ(RUMO_STORE=store, COLUMNS="120")
        return Command((*start, *arguments), environment, _removing(store) if anew else _keeping)

    def insert(self, database: str) -> Command:
        """Return the command that makes a database of SQLite of the register."""
        arguments = ("insert", database, "webinars", self.table, "--csv", "--no-detect-types")
        return Command((program("sqlite-utils"), *arguments), environ(), _removing(database))

    def task(self, *arguments: str) -> Command:
        """Return a command of taskwarrior."""
        return Command((program("task"), "rc.defaultwidth=120", *arguments), self.tasks)

    def path(self, name: str) -> str:
        """Return a path in the folder."""
        return str(self._folder / name)

    def _written(self, name: str, write: Callable[[Path, list[Webinar]], None]) -> str:
        write(self._folder / name, self.rows)
        return self.path(name)


@dataclass(frozen=True)
class Comparison:
    """One pair of commands; at most `wanted` of the rival's time is what rumo is to take."""

    name: str
    title: str
    rival: Rival
    wanted: float
    commands: Callable[[Bench], tuple[Command, Command]]


def _import(bench: Bench) -> tuple[Command, Command]:
    rumo = bench.rumo(bench.path("new"), "webinar", "import", bench.table, anew=True)
    return rumo, bench.insert(bench.path("new.db"))


def _list(bench: Bench) -> tuple[Command, Command]:
    rows = (program("sqlite-utils"), "rows", bench.database, "webinars", "--csv")
    rumo = bench.rumo(bench.store, "webinar", "list", "-f", "csv", *_YEAR)
    return rumo, Command(rows, environ())


def _export(bench: Bench) -> tuple[Command, Command]:
    return bench.rumo(bench.store, "webinar", "list", "-f", "csv", *_YEAR), bench.task("export")


def _table(bench: Bench) -> tuple[Command, Command]:
    return bench.rumo(bench.store, "webinar", "list", "-f", "table", *_YEAR), bench.task("list")


def _add(bench: Bench) -> tuple[Command, Command]:
    new = ("webinar", "add", "--title", "Ещё один", "--date", "15.10.2024")
    return bench.rumo(bench.store, *new), bench.task("add", "Ещё один", "due:2024-10-15")


def _workbook(mode: str) -> Callable[[Bench], tuple[Command, Command]]:
    def commands(bench: Bench) -> tuple[Command, Command]:
        reading = (sys.executable, "-c", _READ_WORKBOOK, bench.workbook, mode)
        rumo = bench.rumo(bench.path("new"), "webinar", "import", bench.workbook, anew=True)
        return rumo, Command(reading, environ())

    return commands


def _calendar(bench: Bench) -> tuple[Command, Command]:
    """Compare with the library that rumo itself writes calendars with: its floor."""
    floor = (sys.executable, "-c", _WRITE_CALENDAR, bench.table, bench.path("floor.ics"))
    whole = ("webinar", "schedule", "--half", "all", *_YEAR, "-o", bench.path("rumo.ics"))
    return bench.rumo(bench.store, *whole), Command(floor, environ())


COMPARISONS = (
    Comparison("calendar", "schedule as ICS / icalendar alone", ICALENDAR, 2.0, _calendar),
    Comparison("import", "import of a CSV / sqlite-utils insert", SQLITE_UTILS, 1.0, _import),
    Comparison("list", "list as CSV / sqlite-utils rows --csv", SQLITE_UTILS, 1.0, _list),
    Comparison("export", "list as CSV / task export", TASKWARRIOR, 1.0, _export),
    Comparison("table", "table / task list", TASKWARRIOR, 0.5, _table),
    Comparison("add", "add one / task add", TASKWARRIOR, 1.0, _add),
    Comparison(
        "workbook", "import of a workbook / openpyxl reading it", OPENPYXL, 1.0, _workbook("usual")
    ),
    Comparison(
        "workbook-read-only",
        "import of a workbook / openpyxl reading it, read_only",
        OPENPYXL,
        1.0,
        _workbook("read_only"),
    ),
)


def program(name: str) -> str:
    """Return the path of a program, beside this Python first; nothing where it is not there."""
    beside = shutil.which(name, path=str(Path(sys.executable).parent))
    return beside or shutil.which(name) or ""


def environ(**variables: str) -> dict[str, str]:
    """Return an environment without this one's words to Python and rumo.

    PYTHONDONTWRITEBYTECODE among them, which would have rumo compiled at every start.
    """
    kept = dict(_neutral())
    return {**kept, "PYTHONUTF8": "1", **variables}


def _neutral() -> Iterator[tuple[str, str]]:
    for name, value in os.environ.items():
        if not name.startswith(("PYTHON", "RUMO_", "TASK")):
            yield name, value


def _removing(path: str) -> Callable[[], None]:
    def remove() -> None:
        if Path(path).is_dir():
            shutil.rmtree(path)
        else:
            Path(path).unlink(missing_ok=True)

    return remove


def _keeping() -> None:
    """Leave the store as it is."""
