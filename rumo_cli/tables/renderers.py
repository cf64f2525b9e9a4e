"""The renderers by their formats, each imported when it draws: a command draws in one format."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rumo_cli.tables.options import RenderOptions
    from rumo_cli.tables.table import Table


def table(table: "Table", options: "RenderOptions") -> str:
    """Draw `table`."""
    from rumo_cli.tables.terminal import render_terminal

    return render_terminal(table, options)


def plain(table: "Table", options: "RenderOptions") -> str:
    """Draw `plain`."""
    from rumo_cli.tables.plain import render_plain

    return render_plain(table, options)


def md(table: "Table", options: "RenderOptions") -> str:
    """Draw `md`."""
    from rumo_cli.tables.markdown import render_markdown

    return render_markdown(table, options)


def html(table: "Table", options: "RenderOptions") -> str:
    """Draw `html`."""
    from rumo_cli.tables.html_page import render_html

    return render_html(table, options)


def csv(table: "Table", options: "RenderOptions") -> str:
    """Draw `csv`."""
    from rumo_cli.tables.separated import render_csv

    return render_csv(table, options)


def excel_csv(table: "Table", options: "RenderOptions") -> str:
    """Draw `excel-csv`."""
    from rumo_cli.tables.separated import render_excel_csv

    return render_excel_csv(table, options)


def tsv(table: "Table", options: "RenderOptions") -> str:
    """Draw `tsv`."""
    from rumo_cli.tables.separated import render_tsv

    return render_tsv(table, options)


def json(table: "Table", options: "RenderOptions") -> str:
    """Draw `json`."""
    from rumo_cli.tables.json_documents import render_json

    return render_json(table, options)


def ndjson(table: "Table", options: "RenderOptions") -> str:
    """Draw `ndjson`."""
    from rumo_cli.tables.json_documents import render_ndjson

    return render_ndjson(table, options)


def xlsx(table: "Table", options: "RenderOptions") -> bytes:
    """Draw `xlsx`."""
    from rumo_cli.tables.workbook import render_workbook

    return render_workbook(table, options)


def docx(table: "Table", options: "RenderOptions") -> bytes:
    """Draw `docx`."""
    from rumo_cli.tables.word import render_word

    return render_word(table, options)
