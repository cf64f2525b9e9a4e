"""The examples of the documentation: sessions with rumo that are run, not written.

In a block `console` a line after «$ » is typed and the lines below it are what a person sees; the
lines of a block `sh` that begin with `rumo` are typed too, and a block that names a file is a file
at hand. A page is one session: it begins with a fresh demo store in `rumo-demo`, in a folder of
its own, on a day that does not change.
"""

import re
import shlex
from collections.abc import Iterator
from contextlib import chdir
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

from click.testing import Result

from generators.blocks import FENCE, PROMPT, Block, blocks
from generators.runner import run_rumo

TODAY = "2025-06-23"
"""The day of the sessions that name none: the records of the demo end with its school year."""

DEMO = "rumo demo"
EXIT_CODE = "echo $?"
_ASSIGNMENT = re.compile(r"[A-Z_]+=.*", re.DOTALL)


class Session:
    """A person at a shell of just enough power: rumo, pipes between rumo and rumo, variables."""

    def __init__(self) -> None:
        self.exit_code = 0
        self._variables = {"RUMO_STORE": "rumo-demo", "RUMO_TODAY": TODAY}

    def run(self, command: str) -> str:
        """Carry out a line and return what is seen of it, on either stream."""
        if command == EXIT_CODE:
            code, self.exit_code = self.exit_code, 0
            return f"{code}\n"
        words = _split(command)
        if words[0] == "export":
            self._variables |= _assignments(words[1:])
            return ""
        *earlier, last = (list(part) for bar, part in groupby(words, "|".__eq__) if not bar)
        data, seen = b"", ""
        for part in earlier:
            result = self._rumo(part, data)
            data, seen = result.stdout_bytes, seen + result.stderr
        return seen + self._rumo(last, data).output

    def _rumo(self, words: list[str], data: bytes) -> Result:
        variables = _assignments(words)
        program, *arguments = words[len(variables) :]
        if program != "rumo":
            raise ValueError(f"the session knows no program {program}")
        result = run_rumo(arguments, variables=self._variables | variables, data=data)
        self.exit_code = result.exit_code
        return result


def _split(command: str) -> list[str]:
    lexer = shlex.shlex(command, posix=True, punctuation_chars="|")
    lexer.whitespace_split = True
    lexer.commenters = ""
    return list(lexer)


def _assignments(words: list[str]) -> dict[str, str]:
    """Return the variables that stand at the beginning of a command."""
    found = {}
    for word in words:
        if not _ASSIGNMENT.fullmatch(word):
            break
        name, _, value = word.partition("=")
        found[name] = value
    return found


def has_session(page: str) -> bool:
    """Tell whether anything is typed on a page."""
    return any(block.commands for block in blocks(page))


def refreshed(page: str) -> str:
    """Return a page with what its session prints today; `ValueError` where a command fails.

    A command that fails on purpose is followed by `$ echo $?`.
    """
    with TemporaryDirectory() as folder, chdir(folder):
        session = Session()
        _succeed(DEMO, session)
        return "\n".join(line for block in blocks(page) for line in _lines(block, session)) + "\n"


def _lines(block: Block, session: Session) -> Iterator[str]:
    if block.file:
        file = Path(block.file)
        file.parent.mkdir(exist_ok=True)
        file.write_text("\n".join(block.lines) + "\n", encoding="utf-8")
    if block.fence:
        yield block.fence
    if block.language == "console":
        yield from _replayed(block.commands, session)
    else:
        for command in block.commands:
            if command.startswith("rumo "):
                _succeed(command, session)
        yield from block.lines
    if block.fence:
        yield FENCE


def _replayed(commands: tuple[str, ...], session: Session) -> Iterator[str]:
    for command, following in zip(commands, (*commands[1:], ""), strict=True):
        run = session.run if following == EXIT_CODE else lambda line: _succeed(line, session)
        yield PROMPT + command
        yield from map(str.rstrip, run(command).splitlines())


def _succeed(command: str, session: Session) -> str:
    seen = session.run(command)
    if session.exit_code:
        raise ValueError(f"{command}: exit code {session.exit_code}\n{seen}")
    return seen
