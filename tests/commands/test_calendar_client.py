"""The calendar in a client that people use (khal): a newer one updates what an older brought."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from rumo_cli.records.values import Record
from tests.commands.conftest import Given, Rumo

YEAR: Record = {"academic_year": "2024-2025", "form": "webinar", "status": "announced"}
WEBINARS: list[Record] = [
    YEAR | {"title": "Подготовка к ЕГЭ", "date": "2024-10-16", "start_time": "15:00",
            "end_time": "16:30"},
    YEAR | {"title": "Школа; методиста", "date": "2024-10-17", "start_time": "14:00",
            "dates": ["2024-10-17", "2024-10-19"]},
    YEAR | {"title": "Без часа", "date": "2024-10-18"},
]  # fmt: skip
SETTINGS = """\
[calendars]
[[rumo]]
path = {folder}/events
[locale]
timeformat = %H:%M
dateformat = %d.%m.%Y
longdateformat = %d.%m.%Y
datetimeformat = %d.%m.%Y %H:%M
longdatetimeformat = %d.%m.%Y %H:%M
local_timezone = Europe/Moscow
default_timezone = Europe/Moscow
[sqlite]
path = {folder}/khal.db
"""
WEEK = "webinar schedule -q --week 14.10.2024 -o график.ics"

Client = Callable[[], list[str]]

pytestmark = pytest.mark.usefixtures("webinars")


@pytest.fixture
def webinars(given: Given) -> None:
    given("webinar", *WEBINARS)


@pytest.fixture
def client(tmp_path: Path) -> Client:
    """Import the calendar into one and the same client; return what it shows of October."""
    settings = tmp_path / "khal.conf"
    settings.write_text(SETTINGS.format(folder=tmp_path), encoding="utf-8")
    (tmp_path / "events").mkdir()

    def khal(*words: str) -> str:
        return subprocess.run(
            [sys.executable, "-m", "khal", "-c", str(settings), *words],
            check=True,
            capture_output=True,
            encoding="utf-8",
            env={"HOME": str(tmp_path), "PYTHONIOENCODING": "utf-8", "LANG": "C.UTF-8"},
            timeout=60,
        ).stdout

    def shown() -> list[str]:
        khal("import", "--batch", "-a", "rumo", "график.ics")
        words = ("--day-format", "", "--format", "{start} {status}{title}")
        return [line for line in khal("list", *words, "01.10.2024", "30d").splitlines() if line]

    return shown


UNCHANGED = [
    "16.10.2024 15:00 CONFIRMED Подготовка к ЕГЭ",
    "17.10.2024 14:00 CONFIRMED Школа; методиста",
    "18.10.2024 CONFIRMED Без часа",
    "19.10.2024 14:00 CONFIRMED Школа; методиста",
]


def test_a_second_import_doubles_nothing(rumo: Rumo, client: Client) -> None:
    rumo(WEEK)
    assert client() == UNCHANGED

    rumo(WEEK)
    assert client() == UNCHANGED


@pytest.mark.parametrize("day", ["17.10.2024", "29.10.2024"])
def test_a_moved_webinar_leaves_its_old_day(rumo: Rumo, client: Client, day: str) -> None:
    rumo(WEEK)
    client()
    rumo(f"webinar move 1 --date {day} --time 11:30-12:30")
    rumo(WEEK)

    assert sorted(client()) == sorted([f"{day} 11:30 CONFIRMED Подготовка к ЕГЭ", *UNCHANGED[1:]])


def test_a_cancelled_webinar_is_shown_as_cancelled(rumo: Rumo, client: Client) -> None:
    rumo(WEEK)
    client()
    rumo("webinar cancel 1 2 --reason болезнь")
    rumo(WEEK)

    assert client() == [
        "16.10.2024 15:00 CANCELLED Подготовка к ЕГЭ",
        "17.10.2024 14:00 CANCELLED Школа; методиста",
        "18.10.2024 CONFIRMED Без часа",
        "19.10.2024 14:00 CANCELLED Школа; методиста",
    ]


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("edit 2 --dates ''", ["17.10.2024 14:00 CONFIRMED", "19.10.2024 14:00 CANCELLED"]),
        ("edit 2 --dates 19.10.2024", ["17.10.2024 14:00 CANCELLED", "19.10.2024 14:00 CONFIRMED"]),
        ("move 2 --date 29.10.2024", ["29.10.2024 14:00 CONFIRMED", "19.10.2024 14:00 CANCELLED"]),
        ("edit 2 --date ''", ["17.10.2024 14:00 CANCELLED", "19.10.2024 14:00 CANCELLED"]),
    ],
)
def test_a_sitting_that_was_dropped_is_cancelled_and_comes_back(
    rumo: Rumo, client: Client, line: str, shown: list[str]
) -> None:
    rumo(WEEK)
    client()
    assert rumo(f"webinar {line}").code == 0
    rumo(WEEK)

    others = [each for each in UNCHANGED if "Школа" not in each]
    assert sorted(client()) == sorted([*others, *(f"{each} Школа; методиста" for each in shown)])

    rumo("undo")
    rumo(WEEK)
    assert client() == UNCHANGED


def test_the_newest_state_is_the_one_with_the_highest_number(rumo: Rumo) -> None:
    """Clients that compare states take a change back only where it counts as one more."""
    numbers = []
    for line in ("webinar list", "webinar move 1 --date 21.10.2024", "webinar edit 1 --theme ГИА",
                 "webinar cancel 1", "undo", "undo", "redo"):  # fmt: skip
        rumo(line)
        rumo(WEEK)
        numbers.append(sequences()[0])

    assert numbers == [0, 1, 2, 3, 4, 5, 6]
    assert sequences()[1:] == [0, 0, 0]


def sequences() -> list[int]:
    """Return the SEQUENCE of each event of the calendar."""
    text = Path("график.ics").read_text(encoding="utf-8")
    return [int(line.partition(":")[2]) for line in text.splitlines() if "SEQUENCE" in line]


def test_nothing_but_a_change_changes_the_calendar(rumo: Rumo) -> None:
    rumo(WEEK)
    before = Path("график.ics").read_bytes()
    rumo("plan add --title Форум --owner rumo")
    rumo(f"--today 01.02.2025 {WEEK}")

    assert Path("график.ics").read_bytes() == before


def test_the_calendar_is_machine_text_on_stdout_too(rumo: Rumo) -> None:
    rumo(WEEK)
    printed = rumo("webinar schedule --week 14.10.2024 -f ics").out

    assert printed.encode() == Path("график.ics").read_bytes()
