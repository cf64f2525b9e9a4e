import re
from collections.abc import Iterator

import pytest

from commands.main import INTERRUPTED, rumo
from generate import ROOT
from generators.blocks import Block, blocks
from generators.runner import run_rumo
from rumo_cli import errors
from rumo_cli.tables.formats import FORMATS

READMES = ("README.md", "README.ru.md")
SET_UP = re.compile(r"python3 -m venv .venv && .*|pipx install \.")
COMPLETION = re.compile(
    r'eval "\$\(_RUMO_COMPLETE=(\w+) rumo\)" .*|_RUMO_COMPLETE=(\w+) rumo \| .*'
)


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def shell_lines(name: str) -> Iterator[str]:
    for block in blocks(text_of(name)):
        if block.language == "sh":
            yield from block.lines


def test_the_twins_show_the_same_blocks() -> None:
    english, russian = ([each for each in blocks(text_of(name)) if each.fence] for name in READMES)
    assert english == russian


def test_the_twins_have_the_same_sections_and_tables() -> None:
    english, russian = (
        [line.count("|") if line.startswith("|") else line.partition(" ")[0] for line in lines]
        for lines in (
            [line for line in text_of(name).splitlines() if line.startswith(("#", "|"))]
            for name in READMES
        )
    )
    assert english == russian


@pytest.mark.parametrize("name", READMES)
def test_two_commands_set_everything_up(name: str) -> None:
    commands = [line for line in shell_lines(name) if line.startswith("python3")]
    assert [command.rpartition("/")[2] for command in commands] == ["rumo demo", "python -m pytest"]


@pytest.mark.parametrize("name", READMES)
def test_every_line_for_the_shell_is_run_somewhere(name: str) -> None:
    """The generator replays those of rumo, `.ci/run` the set-up, the next test the completion."""
    for line in shell_lines(name):
        assert line.startswith("rumo ") or SET_UP.fullmatch(line) or COMPLETION.fullmatch(line)


@pytest.mark.parametrize("name", READMES)
def test_every_shell_that_is_named_gets_its_completion(name: str) -> None:
    asked = re.findall(r"(\w+_source)", text_of(name))
    assert asked == ["bash_source", "zsh_source", "fish_source", "powershell_source"]
    for instruction in asked:
        script = run_rumo([], variables={"_RUMO_COMPLETE": instruction})
        assert script.exit_code == 0
        assert instruction.replace("source", "complete") in script.stdout


@pytest.mark.parametrize("name", READMES)
def test_the_exit_codes_are_those_of_the_program(name: str) -> None:
    listed = [int(code) for code in re.findall(r"^\| (\d+) \|", text_of(name), re.MULTILINE)]
    raised = {each.exit_code for each in errors.RumoError.__subclasses__()}
    assert listed == sorted({0, *raised, INTERRUPTED})


@pytest.mark.parametrize("name", READMES)
def test_the_formats_are_those_of_the_program(name: str) -> None:
    assert f"`-f {'|'.join(FORMATS)}`" in text_of(name)


@pytest.mark.parametrize("name", READMES)
def test_the_variables_are_those_of_the_program(name: str) -> None:
    table = re.findall(r"^\| `(\w+)` \| (?:`(--\w+)`)?", text_of(name), re.MULTILINE)
    listed = {variable: option for variable, option in table if option}
    variables = {str(each.envvar): each.opts[0] for each in rumo.params if each.envvar}
    assert listed == variables | {"NO_COLOR": "--color"}


def test_a_session_block_begins_with_a_command() -> None:
    for name in READMES:
        sessions = [each for each in blocks(text_of(name)) if each.language == "console"]
        assert len(sessions) > 3
        assert all(is_session(each) for each in sessions)


def is_session(block: Block) -> bool:
    return block.lines[0].startswith("$ ")
