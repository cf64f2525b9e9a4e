"""The formats a schedule is written in: a new one is a writer and a line here."""

from collections.abc import Callable

from rumo_cli.documents.schedule import Schedule
from rumo_cli.documents.schedule_tables import (
    machine_table,
    paper_table,
    printed_table,
    schedule_document,
    sheet_table,
)
from rumo_cli.tables.formats import FORMATS, Format
from rumo_cli.tables.options import RenderOptions
from rumo_cli.tables.table import Table


def _tabular(name: str, table: Callable[[Schedule], Table]) -> Format[Schedule]:
    """Return a format of tables as one of schedules."""
    return FORMATS[name].taking(lambda schedule, _options: table(schedule))


def _json(schedule: Schedule, _options: RenderOptions) -> str:
    from rumo_cli.tables.json_documents import json_text

    return json_text(schedule_document(schedule))


def _page(schedule: Schedule, _options: RenderOptions) -> str:
    from rumo_cli.documents.schedule_page import schedule_page

    return schedule_page(schedule)


def _calendar(schedule: Schedule, _options: RenderOptions) -> bytes:
    from rumo_cli.documents.schedule_calendar import schedule_calendar

    return schedule_calendar(schedule)


def _word(schedule: Schedule, options: RenderOptions) -> bytes:
    from rumo_cli.tables.word import render_word

    return render_word(paper_table(schedule), options)


SCHEDULE_FORMATS: dict[str, Format[Schedule]] = {
    known.name: known
    for known in (
        _tabular("table", printed_table),
        _tabular("plain", printed_table),
        _tabular("md", printed_table),
        Format("html", _page, (".html", ".htm")),
        _tabular("csv", machine_table),
        _tabular("excel-csv", sheet_table),
        _tabular("tsv", machine_table),
        Format("json", _json, (".json",), machine=True),
        _tabular("ndjson", machine_table),
        _tabular("xlsx", sheet_table),
        Format("ics", _calendar, (".ics",), machine=True),
        Format("docx", _word, (".docx",), machine=True, document="Документ Word"),
    )
}
