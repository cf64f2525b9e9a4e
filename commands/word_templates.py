"""Templates of Word documents that a person gives with `--template`."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from commands.output import Target
from rumo_cli.errors import Misused, Refused
from rumo_cli.intake.archive import open_archive
from rumo_cli.intake.sources import load


def read_template(name: str | None) -> bytes | None:
    """Return the bytes of a template, None where none is named; `Refused` where it is none."""
    if name is None:
        return None
    _, data = load(name, sys.stdin.buffer)
    with naming_template(name):
        open_archive(data)
    return data


def check_for_word(template: str | None, target: Target[Any]) -> None:
    """Raise `Misused` where a template is given to what is no Word document."""
    if template and target.format.name != "docx":
        raise Misused("--template нужен документу Word: -o ФАЙЛ.docx или -f docx.")


@contextmanager
def naming_template(name: str | None) -> Iterator[None]:
    """Say of a template that is refused which one it is."""
    try:
        yield
    except Refused as error:
        raise Refused(f"Образец {name or 'rumo'}: {error}") from error
