"""Questions to the person: asked on a terminal, refused where nobody can answer."""

import click

from commands.app import App
from commands.telling import harmless
from rumo_cli.errors import Misused
from rumo_cli.text import fold

_YES = {"д", "да", "y", "yes"}
_NO = {"н", "нет", "n", "no", ""}


def confirm(app: App, question: str, *, yes: bool) -> None:
    """Ask for a yes; anything else ends the command.

    `--yes` answers. Where stdin is no terminal the command is refused at once: `Misused`.
    """
    if yes:
        return
    if not app.interactive:
        raise Misused(f"{question} Ответить некому: добавьте --yes.")
    while True:
        asked = harmless(f"{question} [д/Н]")
        answer = fold(click.prompt(asked, default="", show_default=False, err=True))
        if answer in _YES:
            return
        if answer in _NO:
            raise click.Abort
