"""What is not imported before it is needed, and completion, which must not be slow either."""

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("rich", "tabulate", "tinydb", "filelock", "dateutil", "jinja2")

# The names are printed last, on stderr, because completion and help end the process.
SPY = """\
import atexit, sys
atexit.register(lambda: print(*(name for name in {heavy!r} if name in sys.modules),
                              file=sys.stderr))
from commands.main import main
sys.argv[:] = {arguments!r}
main()
"""


def started(
    arguments: list[str], tmp_path: Path, variables: dict[str, str] | None = None
) -> tuple[str, str]:
    """Run rumo as a process; return its output, and which heavy modules it imported."""
    script = SPY.format(heavy=HEAVY, arguments=["rumo", *arguments])
    result = subprocess.run(
        [sys.executable, "-c", script],
        env={"PYTHONUTF8": "1", "RUMO_STORE": str(tmp_path / "store"), **(variables or {})},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 0
    return result.stdout, result.stderr


def completed(line: str, tmp_path: Path) -> list[str]:
    """Return what the shell offers after a line; the heavy modules stay out."""
    words = line.split(" ")
    shell = {
        "_RUMO_COMPLETE": "bash_complete",
        "COMP_WORDS": line,
        "COMP_CWORD": str(len(words) - 1),
    }
    offered, imported = started([], tmp_path, shell)
    assert imported == "\n"
    return [each.removeprefix("plain,") for each in offered.splitlines()]


@pytest.mark.parametrize("words", ["--version", "--help", "webinar --help", "plan add --help"])
def test_what_needs_no_records_imports_nothing_heavy(tmp_path: Path, words: str) -> None:
    out, imported = started(words.split(), tmp_path)

    assert out
    assert imported == "\n"


def test_the_spy_sees_what_a_list_imports(tmp_path: Path) -> None:
    started(["webinar", "add", "--title", "Тема"], tmp_path)

    _, imported = started(["webinar", "list", "-f", "table"], tmp_path)

    assert imported == "rich\n"


def test_the_view_of_the_day_is_drawn_without_anything_heavy(tmp_path: Path) -> None:
    day = ["--today", "2024-10-15"]
    started([*day, "webinar", "add", "--title", "Тема", "--date", "2024-10-16"], tmp_path)

    out, imported = started([*day, "today", "-f", "table"], tmp_path)

    assert "ср 16.10  Тема" in out
    assert imported == "\n"


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("rumo we", ["webinar"]),
        ("rumo mentor ", ["programme", "pair", "list", "import", "summary"]),
        ("rumo mentor pair sh", ["show"]),
        ("rumo plan list --ow", ["--owner"]),
        ("rumo webinar list --status p", ["planned", "postponed"]),
        ("rumo webinar list --columns date,omo,ti", ["date,omo,timezone", "date,omo,title"]),
        ("rumo --color a", ["auto", "always"]),
        ("rumo expertise verdict 1 re", ["recommended", "rework", "rejected"]),
    ],
)
def test_the_shell_completes_without_a_store(tmp_path: Path, line: str, offered: list[str]) -> None:
    assert completed(line, tmp_path) == offered


def test_the_shell_completes_beside_a_broken_store(tmp_path: Path) -> None:
    (tmp_path / "store").mkdir()
    (tmp_path / "store" / "store.json").write_text("{", encoding="utf-8")

    assert completed("rumo meeting d", tmp_path) == ["done"]


def test_a_wrong_variable_does_not_break_completion(tmp_path: Path) -> None:
    shell = {"_RUMO_COMPLETE": "bash_complete", "COMP_WORDS": "rumo we", "COMP_CWORD": "1"}

    out, _ = started([], tmp_path, shell | {"RUMO_TODAY": "осень", "RUMO_YEAR": "2024"})

    assert out == "plain,webinar\n"
