"""What runs with nobody watching: every command of the examples, on a demo store."""

import os
import re
import shlex
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

import pytest

from tests.shell import run

EXAMPLES = Path(__file__).parents[2] / "examples"
FRIDAY = "2025-05-16"
TASK = "{http://schemas.microsoft.com/windows/2004/02/mit/task}"

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no shell of POSIX")


class Ended(NamedTuple):
    """How a process ended, and all that it said."""

    code: int
    said: str


class Place(NamedTuple):
    """A computer where rumo is installed: a store, a folder of the site, a home."""

    store: Path
    site: Path
    home: Path

    def run(self, command: list[str], **variables: str) -> Ended:
        """Run a command as cron does: no terminal, no language, an empty environment."""
        environment = {
            "HOME": str(self.home),
            "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.defpath]),
            "RUMO_STORE": str(self.store),
            "RUMO_TODAY": FRIDAY,
            **variables,
        }
        ended = subprocess.run(
            command,
            check=False,
            env=environment,
            cwd=self.home,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=120,
        )
        return Ended(ended.returncode, ended.stdout.decode())

    def files(self) -> dict[str, tuple[int, int]]:
        """Return the names of what was written, with the mode and the time of each."""
        written = [*self.site.iterdir(), *self.home.iterdir()]
        return {
            path.name: (stat.S_IMODE(path.stat().st_mode), path.stat().st_mtime_ns)
            for path in written
        }

    def modes(self) -> dict[str, int]:
        """Return the modes of what was written."""
        return {name: mode for name, (mode, _) in self.files().items()}


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    store = tmp_path_factory.mktemp("demo") / "store"
    run(store, "demo", str(store))
    return store


@pytest.fixture
def place(demo: Path, tmp_path: Path) -> Place:
    place = Place(tmp_path / "store", tmp_path / "site", tmp_path / "home")
    shutil.copytree(demo, place.store)
    place.site.mkdir()
    place.home.mkdir()
    return place


def crontab() -> str:
    return (EXAMPLES / "crontab").read_text(encoding="utf-8")


def jobs() -> list[tuple[str, str]]:
    """Return when each job of the crontab runs, and what."""
    lines = (line for line in crontab().splitlines() if re.match(r"[\d*]", line))
    return [(" ".join(fields[:5]), fields[5]) for fields in (line.split(None, 5) for line in lines)]


def settings() -> Mapping[str, str]:
    """Return the variables that the crontab sets."""
    return dict(re.findall(r"^([A-Z_]+)=(.*)$", crontab(), re.MULTILINE))


def test_the_crontab_is_one() -> None:
    number = r"(?:\*|\d{1,2}(?:-\d{1,2})?)"

    assert settings().keys() == {"SHELL", "PATH", "MAILTO", "RUMO_STORE", "SITE"}
    assert [when for when, _ in jobs()] == ["0 18 * * 5", "30 7 * * 1-5", "15 3 * * *"]
    assert all(re.fullmatch(rf"{number}(?: {number}){{4}}", when) for when, _ in jobs())
    assert [command for _, command in jobs() if "%" in command] == []


@posix_only
def test_the_jobs_of_the_crontab_say_nothing_and_write_once(place: Place) -> None:
    def run_all() -> list[Ended]:
        return [
            place.run([settings()["SHELL"], "-c", command], SITE=str(place.site))
            for _, command in jobs()
        ]

    assert run_all() == [Ended(0, "")] * 3
    written = place.files()
    assert place.modes() == {"график.ics": 0o644, "график.html": 0o644, "вебинары.xlsx": 0o600}
    assert "Добавить в календарь" in (place.site / "график.html").read_text(encoding="utf-8")

    assert run_all() == [Ended(0, "")] * 3
    assert place.files() == written


@posix_only
def test_a_store_that_is_gone_leaves_the_site_as_it_was(place: Place) -> None:
    (place.site / "график.ics").write_text("прежний", encoding="utf-8")
    shutil.rmtree(place.store)
    _, command = jobs()[0]

    ended = place.run(["/bin/sh", "-c", command], SITE=str(place.site))

    assert ended.code == 4
    assert ended.said.startswith("Ошибка: Хранилища нет: ")
    assert (place.site / "график.ics").read_text(encoding="utf-8") == "прежний"
    assert not (place.site / "график.html").exists()


def unit(name: str) -> str:
    return (EXAMPLES / "systemd" / name).read_text(encoding="utf-8")


@posix_only
def test_the_service_writes_the_page_and_the_calendar(place: Place) -> None:
    commands = re.findall(r"^ExecStart=(.*)$", unit("rumo-schedule.service"), re.MULTILINE)
    words = [shlex.split(line.replace("/var/www/webinars", str(place.site))) for line in commands]

    assert {program for program, *_ in words} == {"/usr/local/bin/rumo"}
    assert [place.run(["rumo", *rest]) for _, *rest in words] == [Ended(0, "")] * 2
    assert place.modes() == {"график.ics": 0o644, "график.html": 0o644}


@pytest.mark.skipif(
    shutil.which("systemd-analyze") is None and not os.environ.get("CI"),
    reason="systemd-analyze is not installed: the units are not verified",
)
def test_systemd_takes_the_units(tmp_path: Path) -> None:
    for name in ("rumo-schedule.service", "rumo-schedule.timer"):
        text = unit(name).replace("/usr/local/bin/rumo", "/bin/true")
        (tmp_path / name).write_text(text, encoding="utf-8")

    ended = subprocess.run(
        ["systemd-analyze", "verify", *map(str, tmp_path.glob("rumo-schedule.*"))],
        check=False,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )

    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")


def actions() -> Iterator[tuple[str, str]]:
    """Yield the programs and arguments of the task for Windows."""
    task = ET.parse(EXAMPLES / "windows" / "rumo-schedule.xml").getroot()
    for action in task.iter(f"{TASK}Exec"):
        yield action.findtext(f"{TASK}Command", ""), action.findtext(f"{TASK}Arguments", "")


def test_the_task_of_windows_writes_the_page_and_the_calendar(place: Place) -> None:
    here = {"C:\\webinars\\": f"{place.site.as_posix()}/", "C:\\rumo": place.store.as_posix()}

    def in_place(arguments: str) -> list[str]:
        for there, path in here.items():
            arguments = arguments.replace(there, path)
        return shlex.split(arguments)

    assert [program for program, _ in actions()] == ["rumo.exe"] * 2
    assert [place.run(["rumo", *in_place(rest)]) for _, rest in actions()] == [Ended(0, "")] * 2
    assert set(place.modes()) == {"график.ics", "график.html"}


def test_the_task_of_windows_can_be_given_as_a_string() -> None:
    """A declared encoding would be refused: PowerShell hands a string over as UTF-16."""
    text = (EXAMPLES / "windows" / "rumo-schedule.xml").read_text(encoding="utf-8")

    assert text.startswith('<?xml version="1.0"?>\n<Task version="1.2" ')


Import = Callable[..., Ended]


@pytest.fixture
def import_registers(place: Place) -> Import:
    def run_script(*words: str) -> Ended:
        return place.run(["/bin/sh", str(EXAMPLES / "import_registers.sh"), *words])

    return run_script


@posix_only
def test_the_script_imports_a_folder_as_often_as_it_is_run(
    place: Place, import_registers: Import
) -> None:
    shutil.rmtree(place.store)
    folder = str(EXAMPLES / "registers")

    first, second = import_registers(folder), import_registers(folder)

    assert [first.code, second.code] == [0, 0]
    assert first.said.endswith("Отменить загрузку: rumo undo\nЗагружено всё.\n")
    assert second.said.endswith("Загружено всё.\n")
    assert "Отменить загрузку" not in second.said
    assert place.files() == {}


@posix_only
def test_the_script_sets_bad_rows_aside(place: Place, import_registers: Import) -> None:
    register = place.home / "вебинары.csv"
    register.write_text("Дата;Тема\n31.02.2025;Нет такого дня\n12.03.2025;ЕГЭ\n", encoding="utf-8")

    ended = import_registers(str(register), "плохие.csv")

    assert ended.code == 6
    assert ended.said.endswith("Загружено не всё: строки с ошибками — в файле плохие.csv.\n")
    assert "31.02.2025" in (place.home / "плохие.csv").read_text(encoding="utf-8")


@posix_only
def test_the_script_tells_where_nothing_was_written(import_registers: Import) -> None:
    ended = import_registers("нет-такой-папки")

    assert ended.code == 1
    assert ended.said.endswith("Ничего не записано (код 1).\n")


@posix_only
def test_the_script_needs_a_folder(import_registers: Import) -> None:
    ended = import_registers()

    assert ended.code == 2
    assert ended.said.endswith("Назовите папку с реестрами: import_registers.sh ПАПКА\n")
