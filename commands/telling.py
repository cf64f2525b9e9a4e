"""What is told to a person: every message goes this way, and is harmless to a terminal."""

from io import StringIO

import click


def tell(text: str = "", *, err: bool = False, nl: bool = True) -> None:
    """Print a message; what a name or a title brings along cannot steer the terminal."""
    click.echo(harmless(text), err=err, nl=nl)


def tell_error(error: click.ClickException) -> None:
    """Print what click has to say of a command line: it may repeat whatever was typed."""
    text = StringIO()
    error.show(text)
    tell(text.getvalue(), err=True, nl=False)


def harmless(text: str) -> str:
    """Return lines for a terminal, as `tables.printable` lets them through."""
    # Nearly every message is clean, and the start of the program is imports.
    if text.replace("\n", "").replace("\N{NO-BREAK SPACE}", "").isprintable():
        return text
    from rumo_cli.tables.printable import screen_lines

    return screen_lines(text)
