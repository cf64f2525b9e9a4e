"""The formats a table is drawn in: a new one is a renderer and a line here."""

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from rumo_cli.errors import Misused
from rumo_cli.tables import renderers

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from rumo_cli.tables.options import RenderOptions
    from rumo_cli.tables.table import Table

Drawn = TypeVar("Drawn")
"""What a format writes down: a table, or a document."""
Taken = TypeVar("Taken")


class Format(NamedTuple, Generic[Drawn]):
    """A way to write something down.

    A `machine` format has a cell for every figure and leaves as the bytes of `encode`, whatever
    the console's code page; the others are text for a person. `extensions` name the files that
    are written in it. `document` is what a format is called whose bytes are no text, and no
    screen's.
    """

    name: str
    render: "Callable[[Drawn, RenderOptions], str | bytes]"
    extensions: tuple[str, ...] = ()
    machine: bool = False
    encoding: str = "utf-8"
    document: str | None = None

    def encode(self, drawn: str | bytes) -> bytes:
        """Return what was drawn as the bytes of a file."""
        return drawn if isinstance(drawn, bytes) else drawn.encode(self.encoding)

    def taking(self, made: "Callable[[Taken, RenderOptions], Drawn]") -> "Format[Taken]":
        """Return the format of something else, which what it draws is made of."""

        def render(taken: Taken, options: "RenderOptions") -> str | bytes:
            return self.render(made(taken, options), options)

        name, _, extensions, machine, encoding, document = self
        return Format(name, render, extensions, machine, encoding, document)


FORMATS: "dict[str, Format[Table]]" = {
    known.name: known
    for known in (
        Format("table", renderers.table),
        Format("plain", renderers.plain, (".txt",)),
        Format("md", renderers.md, (".md",)),
        Format("html", renderers.html, (".html", ".htm")),
        Format("csv", renderers.csv, machine=True),
        Format("excel-csv", renderers.excel_csv, (".csv",), machine=True, encoding="utf-8-sig"),
        Format("tsv", renderers.tsv, (".tsv",), machine=True),
        Format("json", renderers.json, (".json",), machine=True),
        Format("ndjson", renderers.ndjson, (".ndjson", ".jsonl"), machine=True),
        Format("xlsx", renderers.xlsx, (".xlsx",), machine=True, document="Книга Excel"),
    )
}

PAPER = "docx"
PAPER_FORMATS: "dict[str, Format[Table]]" = {
    **FORMATS,
    PAPER: Format(PAPER, renderers.docx, (".docx",), machine=True, document="Документ Word"),
}
"""The formats of tables that are printed and attached; people read the last of them too."""


def format_of(path: "Path", formats: "Mapping[str, Format[Drawn]]") -> Format[Drawn]:
    """Return the one of formats that the name of an output file asks for.

    `Misused` if the extension belongs to none; the message names those that do.
    """
    by_extension = {name: known for known in formats.values() for name in known.extensions}
    known = by_extension.get(path.suffix.lower())
    if known is None:
        raise Misused(
            f"По имени файла «{path.name}» не понять, в каком виде его записать. "
            f"Известны расширения {' '.join(by_extension)}; "
            f"либо назовите вид сами: -f {' | '.join(formats)}."
        )
    return known
