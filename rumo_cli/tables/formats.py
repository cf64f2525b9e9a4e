"""The formats a table is drawn in: a new one is a renderer and a line here."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from rumo_cli.errors import Misused
from rumo_cli.tables.html_page import render_html
from rumo_cli.tables.json_documents import render_json, render_ndjson
from rumo_cli.tables.markdown import render_markdown
from rumo_cli.tables.options import RenderOptions
from rumo_cli.tables.plain import render_plain
from rumo_cli.tables.separated import render_csv, render_excel_csv, render_tsv
from rumo_cli.tables.table import Table
from rumo_cli.tables.terminal import render_terminal
from rumo_cli.tables.workbook import render_workbook


@dataclass(frozen=True)
class Format:
    """A way to write a table down.

    A `machine` format has a cell for every figure and leaves as the bytes of `encode`, whatever
    the console's code page; the others are text for a person. `extensions` name the files that
    are written in it. `document` is what a format is called whose bytes are no text, and no
    screen's.
    """

    name: str
    render: Callable[[Table, RenderOptions], str | bytes]
    extensions: tuple[str, ...] = ()
    machine: bool = False
    encoding: str = "utf-8"
    document: str | None = None

    def encode(self, drawn: str | bytes) -> bytes:
        """Return a drawn table as the bytes of a file."""
        return drawn if isinstance(drawn, bytes) else drawn.encode(self.encoding)


FORMATS = {
    known.name: known
    for known in (
        Format("table", render_terminal),
        Format("plain", render_plain, (".txt",)),
        Format("md", render_markdown, (".md",)),
        Format("html", render_html, (".html", ".htm")),
        Format("csv", render_csv, machine=True),
        Format("excel-csv", render_excel_csv, (".csv",), machine=True, encoding="utf-8-sig"),
        Format("tsv", render_tsv, (".tsv",), machine=True),
        Format("json", render_json, (".json",), machine=True),
        Format("ndjson", render_ndjson, (".ndjson", ".jsonl"), machine=True),
        Format("xlsx", render_workbook, (".xlsx",), machine=True, document="Книга Excel"),
    )
}
_BY_EXTENSION = {extension: known for known in FORMATS.values() for extension in known.extensions}


def format_of(path: Path) -> Format:
    """Return the format that the name of an output file asks for.

    `Misused` if the extension belongs to none; the message names those that do.
    """
    known = _BY_EXTENSION.get(path.suffix.lower())
    if known is None:
        raise Misused(
            f"По имени файла «{path.name}» не понять, в каком виде его записать. "
            f"Известны расширения {' '.join(_BY_EXTENSION)}; "
            f"либо назовите вид сами: -f {' | '.join(FORMATS)}."
        )
    return known
