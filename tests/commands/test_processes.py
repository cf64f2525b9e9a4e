"""rumo as processes: many at once, on consoles of old code pages, in pipes, interrupted."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.commands.conftest import Given, Rumo, Stored

ROOT = Path(__file__).parents[2]


def start(*words: str, **variables: str) -> "subprocess.Popen[bytes]":
    """Start rumo with the variables of the test and some of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "rumo_cli", *words],
        env=os.environ | {"PYTHONPATH": str(ROOT)} | variables,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def finished(process: "subprocess.Popen[bytes]") -> tuple[int, bytes, bytes]:
    out, err = process.communicate(timeout=60)
    return process.returncode, out, err


def test_twenty_processes_at_once_lose_nothing(stored: Stored) -> None:
    processes = [start("-q", "webinar", "add", "--title", f"Тема {n}") for n in range(20)]

    ends = [finished(process) for process in processes]

    assert [(code, err) for code, _, err in ends] == [(0, b"")] * 20
    assert sorted(int(out) for _, out, _ in ends) == list(range(1, 21))
    assert {each["title"] for each in stored("webinar").values()} == {
        f"Тема {n}" for n in range(20)
    }


@pytest.fixture
def typography(given: Given) -> None:
    """A webinar with characters that old code pages lack."""
    given("webinar", {"title": "«Ёлка» — 5 → 6 ≥ 4, ±1, é, 漢 №", "academic_year": "2024-2025"})


@pytest.mark.usefixtures("typography")
@pytest.mark.parametrize(
    ("encoding", "title"),
    [
        ("utf-8", "«Ёлка» — 5 → 6 ≥ 4, ±1, é, 漢 №"),
        ("cp1251", "«Ёлка» — 5 -> 6 >= 4, ±1, ?, ? №"),
        ("cp866", '"Ёлка" - 5 -> 6 >= 4, +-1, ?, ? №'),
        ("koi8-r", '"Ёлка" - 5 -> 6 ≥ 4, +-1, ?, ? ?'),
    ],
)
def test_a_console_shows_what_it_can_and_never_fails(encoding: str, title: str) -> None:
    code, out, err = finished(
        start("webinar", "list", "-f", "table", "--columns", "title", PYTHONIOENCODING=encoding)
    )

    assert (code, err) == (0, b"")
    assert out.decode(encoding).splitlines()[-1].rstrip() == title


@pytest.mark.usefixtures("typography")
def test_a_console_that_says_it_knows_ascii_alone_is_taken_for_one_set_up_wrongly() -> None:
    code, out, err = finished(
        start("webinar", "list", "--columns", "title", PYTHONIOENCODING="ascii")
    )

    assert (code, err) == (0, b"")
    assert out.decode().splitlines()[-1] == "«Ёлка» — 5 → 6 ≥ 4, ±1, é, 漢 №"


@pytest.mark.usefixtures("typography")
@pytest.mark.parametrize("encoding", ["cp1251", "cp866", "ascii"])
def test_machines_get_utf_8_whatever_the_console_is(encoding: str) -> None:
    _, out, _ = finished(
        start("webinar", "list", "-f", "csv", "--columns", "title", PYTHONIOENCODING=encoding)
    )

    assert out == 'title\r\n"«Ёлка» — 5 → 6 ≥ 4, ±1, é, 漢 №"\r\n'.encode()


@pytest.mark.parametrize("encoding", ["cp1251", "cp866"])
@pytest.mark.parametrize(
    "words", [["--help"], ["webinar", "add", "--help"], ["wbinar"], ["webinar", "list"]]
)
def test_help_and_errors_never_fail_to_print(encoding: str, words: list[str]) -> None:
    _, out, err = finished(start(*words, PYTHONIOENCODING=encoding))

    assert b"Traceback" not in err
    assert out.decode(encoding) or err.decode(encoding)


def test_a_reader_that_goes_away_is_no_error(given: Given) -> None:
    given("webinar", *({"title": f"Тема {n}", "academic_year": "2024-2025"} for n in range(3000)))
    with start("webinar", "list", "-f", "json") as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()

        assert process.stderr.read() == b""


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Hear Ctrl+C: what a shell runs in the background is deaf to it, and so are its children."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for one process")
@pytest.mark.usefixtures("interruptible")
def test_ctrl_c_ends_with_130_and_leaves_no_half_of_a_file(given: Given, rumo: Rumo) -> None:
    given("webinar", {"title": "Тема", "academic_year": "2024-2025"})
    os.mkfifo("pipe.csv")
    process = start("webinar", "import", "pipe.csv")
    # Opening the other end waits until rumo reads: then it is in the middle of its work.
    with Path("pipe.csv").open("wb"):
        process.send_signal(signal.SIGINT)
        code, out, err = finished(process)

    assert (code, out.decode(), err.decode()) == (130, "", "Прервано.\n")
    assert len(rumo("webinar list -f json").json) == 1
