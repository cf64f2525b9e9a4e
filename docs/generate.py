"""Write what the program itself says of itself, or check that it is current.

`python docs/generate.py` writes what is stale; with `--check` it names that and ends with exit
code 1.
"""

from collections.abc import Iterator, Mapping
from difflib import unified_diff
from itertools import chain, islice
from pathlib import Path

import click

from generators.analysis_template import ANALYSIS_TEMPLATE, analysis_template
from generators.catalogue import COMPILED, SOURCE, compiled
from generators.checks_page import checks_page
from generators.commands_page import commands_page
from generators.fields_page import fields_page
from generators.figures_page import figures_page
from generators.letter_template import TEMPLATE, letter_template
from generators.phrases_page import PAGE as PHRASES
from generators.phrases_page import phrases_page
from generators.schemas import schemas
from generators.sessions import has_session, refreshed

ROOT = Path(__file__).parents[1]
GENERATED_FOLDERS = ("docs/reference", "docs/schema")
"""Folders where nothing lies but what is generated."""
SHOWN_OF_A_DIFFERENCE = 12

Files = Mapping[str, bytes]
"""What files hold, by path from the root of the repository."""


def generated(root: Path = ROOT) -> Files:
    """Return what every generated file should hold."""
    return {
        "docs/reference/checks.md": checks_page().encode(),
        "docs/reference/commands.md": commands_page().encode(),
        "docs/reference/fields.md": fields_page().encode(),
        "docs/reference/figures.md": figures_page().encode(),
        **{f"docs/schema/{key}.json": text.encode() for key, text in schemas().items()},
        PHRASES: phrases_page().encode(),
        TEMPLATE.as_posix(): letter_template(),
        ANALYSIS_TEMPLATE.as_posix(): analysis_template(),
        COMPILED.as_posix(): compiled((root / SOURCE).read_bytes()),
        **_pages(root),
    }


def _pages(root: Path) -> dict[str, bytes]:
    """Return the pages that show sessions, with what those print today."""
    return {
        path.relative_to(root).as_posix(): refreshed(page).encode()
        for path in sorted(chain(root.glob("README*.md"), root.glob("docs/*.md")))
        if has_session(page := path.read_text(encoding="utf-8"))
    }


def stale(files: Files, root: Path = ROOT) -> Iterator[str]:
    """Yield the paths of what is missing, differs, or is generated no more."""
    for path, content in files.items():
        if not (root / path).is_file() or (root / path).read_bytes() != content:
            yield path
    for folder in GENERATED_FOLDERS:
        lying = (path.relative_to(root).as_posix() for path in sorted((root / folder).glob("*.*")))
        yield from (path for path in lying if path not in files)


def difference(path: Path, content: bytes) -> str:
    """Return the first lines in which a file differs from what it should hold."""
    before = path.read_bytes() if path.is_file() else b""
    found, expected = (text.decode(errors="replace").splitlines() for text in (before, content))
    lines = unified_diff(found, expected, "found", "expected", n=0, lineterm="")
    return "\n".join(islice(lines, SHOWN_OF_A_DIFFERENCE))


def put(path: Path, content: bytes | None) -> None:
    """Put a file in its place; without content it is generated no more and goes."""
    if content is None:
        path.unlink()
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


@click.command(help=__doc__)
@click.option("--check", is_flag=True)
def main(*, check: bool) -> None:
    """Write or check."""
    files = generated()
    found = list(stale(files))
    for path in found:
        if check:
            changed = difference(ROOT / path, files.get(path, b""))
            click.echo(f"{path} is stale\n{changed}", err=True)
        else:
            put(ROOT / path, files.get(path))
            click.echo(f"{path} is written")
    if check and found:
        raise click.ClickException("run python docs/generate.py and look at what has changed")


if __name__ == "__main__":
    main()
