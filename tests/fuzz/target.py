"""What a spoilt file is put to: every command that reads files, up to the point of writing."""

import time
from pathlib import Path

from click.testing import CliRunner

from commands.main import rumo

SLOW = 2.0
"""Seconds of the processor that no file of up to a megabyte may take."""

_FIRST = ("webinar", "add", "--title", "Итоги ОГЭ", "--date", "15.10.2024")
COMMANDS = (
    ("import", "{}", "--dry-run"),
    ("import", "{}", "--explain"),
    ("plan", "import", "{}", "--dry-run", "--skip-bad"),
    ("webinar", "attendance", "{}", "--dry-run"),
    ("report", "check", "{}"),
)


def attempt(file: Path, folder: Path) -> float:
    """Let each command read a file and return the seconds of the slowest.

    Whatever is raised but an error that is told to people comes through, as with RUMO_DEBUG.
    """
    if not (folder / "store").exists():
        _seconds(_FIRST, file, folder)
    return max(_seconds(command, file, folder) for command in COMMANDS)


def _seconds(command: tuple[str, ...], file: Path, folder: Path) -> float:
    words = [word.format(file) for word in command]
    environment = {"RUMO_STORE": str(folder / "store"), "RUMO_TODAY": "2024-10-15"}
    started = time.process_time()
    ended = CliRunner().invoke(
        rumo, words, env={**environment, "RUMO_DEBUG": "1"}, catch_exceptions=False
    )
    assert ended.exit_code in {0, 1, 6, 7}, f"{file}: {ended.output}"
    return time.process_time() - started
