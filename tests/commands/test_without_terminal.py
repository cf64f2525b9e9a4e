"""Every command without a terminal: it asks nothing, colours nothing, draws no frames."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import click
import pytest

from commands.main import rumo as root
from generators.commands_page import walk
from tests.commands.conftest import Given, Result, Rumo

ROOT = Path(__file__).parents[2]
DRAWN = re.compile(r"\r(?!\n)|[\x1b\x08━│╭╮╰╯┌┐└┘█▏▎▍▌▋▊▉⠋⠙⠹]")
"""Colour, a line that is drawn anew, frames, bars, a wheel that turns."""
FILE = "записи.json"


def command_at(path: tuple[str, ...]) -> click.Command:
    """Return the command of a path, its name first of the root."""
    command: click.Command = root
    for name in path[1:]:
        assert isinstance(command, click.Group)
        command = command.commands[name]
    return command


PATHS = [path for path in walk(root, ("rumo",)) if not isinstance(command_at(path), click.Group)]


def arguments_of(command: click.Command) -> Iterator[str]:
    """Yield something for each argument that a command cannot be without."""
    known = {"ID": "1", "ГОД": "2024-2025", "ФАЙЛ": FILE}
    for parameter in command.params:
        if isinstance(parameter, click.Argument) and parameter.required:
            label = re.sub(r"\W", "", parameter.make_metavar(click.Context(command)))
            yield next((text for key, text in known.items() if label.startswith(key)), "октябрь")
    if any("(обычно: docx)" in (getattr(each, "help", None) or "") for each in command.params):
        yield "--output=документ.docx"


@pytest.fixture(autouse=True)
def coloured_world(given: Given, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give the commands records to show, and a computer that would let them colour."""
    given("webinar", *({"academic_year": "2024-2025", "title": f"Тема {n}"} for n in range(3)))
    given("plan", {"academic_year": "2024-2025", "title": "Форум", "owner": "rumo"})
    Path(FILE).write_text('[{"title": "Тема"}]', encoding="utf-8")
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("TERM", "xterm-256color")


def refuse(*_words: object, **_options: object) -> NoReturn:
    raise AssertionError("a question, where nobody can answer")


@pytest.mark.parametrize("path", PATHS, ids=" ".join)
def test_a_command_asks_nothing_and_draws_nothing(
    rumo: Rumo, monkeypatch: pytest.MonkeyPatch, path: tuple[str, ...]
) -> None:
    for question in ("visible_prompt_func", "hidden_prompt_func"):
        monkeypatch.setattr(click.termui, question, refuse)

    result = rumo(*path[1:], *arguments_of(command_at(path)))

    assert DRAWN.findall(result.out + result.err) == []
    assert "Непредвиденная ошибка" not in result.err


def closed(streams: str, *words: str) -> Result:
    """Run rumo with streams that are closed, as some schedulers leave them."""
    python = f'"{sys.executable}" -m rumo_cli'
    ended = subprocess.run(
        ["/bin/sh", "-c", f'{python} "$@" {streams}', "sh", *words],
        check=False,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    return Result(ended.returncode, ended.stdout, ended.stderr)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no shell of POSIX")
@pytest.mark.parametrize("streams", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_are_nothing_to_read_and_nowhere_to_write(rumo: Rumo, streams: str) -> None:
    assert closed(streams, "webinar", "list").code == 0
    assert closed(streams, "webinar", "schedule", "-q", "-o", "график.html").code == 0
    assert closed(streams, "webinar", "remove", "1").code == 2
    assert closed(streams, "webinar", "done", "1").code == 0
    assert rumo("webinar list --status held -f json").json[0]["id"] == 1
