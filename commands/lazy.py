"""Groups whose commands are imported when they run, not when they are listed.

Help, completion and «нет такой команды» need only names and one line of help each; those stand
in the group's table, and so `rumo --help` imports no command.
"""

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from typing import Any

import click

from commands.options import global_options

Loader = Callable[[], click.Command]

_GLOBAL_OPTIONS = "Общие параметры (--store, --year, --today, --wait, --color, -q): rumo --help."


class Command(click.Command):
    """A command that takes the global options after its verb too."""

    def __init__(self, *args: Any, **attributes: Any) -> None:
        attributes.setdefault("options_metavar", "[ПАРАМЕТРЫ]")
        attributes.setdefault("epilog", _GLOBAL_OPTIONS)
        super().__init__(*args, **attributes)
        own = {name for parameter in self.params for name in parameter.opts}
        self.params += [option for option in global_options() if not own.intersection(option.opts)]


def verb(
    name: str,
    callback: Callable[..., None],
    help_text: str,
    options: Iterable[click.Parameter] = (),
) -> Command:
    """Return a command of a function: the options given, then those that its decorators added."""
    own = reversed(getattr(callback, "__click_params__", []))
    return Command(name, callback=callback, params=[*options, *own], help=help_text)


class LazyGroup(click.Group):
    """A group with a table of its commands: name, how to get it, one line of help."""

    command_class = Command

    def __init__(
        self,
        *args: Any,
        table: Mapping[str, tuple[Loader, str]],
        root: bool = False,
        **attributes: Any,
    ) -> None:
        attributes.setdefault("options_metavar", "[ПАРАМЕТРЫ]")
        attributes.setdefault("subcommand_metavar", "КОМАНДА [АРГУМЕНТЫ]...")
        super().__init__(*args, **attributes)
        self.params += global_options(root=root)
        self._loaders: dict[str, Loader] = {}
        for name, (loader, help_line) in table.items():
            self._enlist(name, loader, help_line)

    def _enlist(self, name: str, loader: Loader, help_line: str) -> None:
        self._loaders[name] = loader
        self.commands[name] = click.Command(name, short_help=help_line, help=help_line)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of the table, the usual first."""
        del ctx
        return list(self.commands)

    def load(self, name: str) -> click.Command:
        """Return a command itself, imported now; its line in the list stays that of the table."""
        if name in self._loaders:
            loaded = self._loaders.pop(name)()
            loaded.short_help = self.commands[name].short_help
            self.commands[name] = loaded
        return self.commands[name]

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Import the command that is about to run."""
        name, command, rest = super().resolve_command(ctx, args)
        return name, self.load(name) if name else command, rest


def attribute(path: str) -> Loader:
    """Return a loader of `module:name`."""
    module, _, name = path.partition(":")

    def load() -> click.Command:
        command: click.Command = getattr(import_module(module), name)
        return command

    return load
