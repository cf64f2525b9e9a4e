"""The reference of commands: what every `--help` says."""

from collections.abc import Iterator

import click

from commands.lazy import LazyGroup
from commands.main import rumo
from generators.runner import run_rumo

_HEAD = """\
# Команды

Страница сделана из самой программы (`python docs/generate.py`); правьте не её, а код.
Параметры `--store`, `--year`, `--today`, `--wait`, `--color`, `-q` принимает каждая команда, и до
её имени, и после.
"""

Path = tuple[str, ...]


def commands_page() -> str:
    """Return the page: contents, then the help of every command under a heading of its own."""
    paths = list(walk(rumo, ("rumo",)))
    return "\n".join([_HEAD, *map(_line_of_contents, paths), "", *map(_section, paths)])


def walk(command: click.Command, path: Path) -> Iterator[Path]:
    """Yield the paths of a command and of all beneath it, in the order of help."""
    yield path
    if isinstance(command, LazyGroup):
        for name in command.list_commands(click.Context(command)):
            yield from walk(command.load(name), (*path, name))


def help_of(path: Path) -> str:
    """Return what a command says of itself; `RuntimeError` where it says nothing."""
    result = run_rumo([*path[1:], "--help"])
    if result.exit_code:
        raise RuntimeError(f"{' '.join(path)} --help: {result.output}")
    return result.output


def _line_of_contents(path: Path) -> str:
    return f"{'  ' * (len(path) - 1)}- [{path[-1]}](#{'-'.join(path)})"


def _section(path: Path) -> str:
    level = "#" * min(len(path) + 1, 4)
    lines = "\n".join(line.rstrip() for line in help_of(path).splitlines())
    return f"{level} {' '.join(path)}\n\n```text\n{lines}\n```\n"
