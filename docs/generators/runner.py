"""Running rumo in this process, untouched by the environment that it is run in."""

import os
from collections.abc import Mapping, Sequence

from click.testing import CliRunner, Result

from commands.main import rumo

WIDTH = 100


def run_rumo(
    arguments: Sequence[str], *, variables: Mapping[str, str] | None = None, data: bytes = b""
) -> Result:
    """Run a command line with `data` for standard input and return what became of it."""
    inherited: dict[str, str | None] = {
        name: None for name in os.environ if name.startswith(("RUMO_", "_RUMO_"))
    }
    own = {"COLUMNS": str(WIDTH), "NO_COLOR": "1", **(variables or {})}
    return CliRunner().invoke(
        rumo,
        arguments,
        input=data,
        env=inherited | own,
        prog_name="rumo",
        terminal_width=WIDTH,
    )
