"""Which records figures of a year stand on: their names, days and titles, for any format."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from commands.figure_tables import figure_values
from commands.figure_words import NOTHING, change_in_words, number_in_words
from rumo_cli.calendar.weekdays import show_day
from rumo_cli.figures.figure import Figure
from rumo_cli.figures.year_records import RecordName, YearRecords
from rumo_cli.records import kind_of
from rumo_cli.records.values import Record
from rumo_cli.tables.document import Document
from rumo_cli.tables.documents import DOCUMENT_FORMATS
from rumo_cli.tables.formats import PAPER_FORMATS, Format
from rumo_cli.tables.options import RenderOptions
from rumo_cli.tables.table import Column, Row, Table

_ROLES = {"evidence": "посчитана", "grounds": "без неё иначе"}


class Explained(NamedTuple):
    """Figures of a year that are to be explained, and the records of that year."""

    year: YearRecords
    figures: Sequence[Figure]
    public: bool = False
    """Records that are called by a private field are called by kind and id alone."""


def _document(explained: Explained, _options: RenderOptions) -> Document:
    year = explained.year.year
    tables = tuple(_table(explained, figure) for figure in explained.figures)
    data: dict[str, object] = {
        "year": str(year),
        "previous_year": str(year.previous),
        "figures": [_values(explained, figure) for figure in explained.figures],
    }
    return Document(_title(explained), tables, data=data)


def _title(explained: Explained) -> str:
    return f"Из чего сложились показатели, {explained.year.year} учебный год"


def _values(explained: Explained, figure: Figure) -> dict[str, object]:
    return {
        **figure_values(figure),
        "grounds": list(map(str, figure.now.grounds)),
        "records": list(_rows(explained, figure)),
    }


def _table(explained: Explained, figure: Figure) -> Table:
    rows = list(_rows(explained, figure))
    return Table(
        f"{figure.about.label}: {_value(figure)}",
        _columns(roles=bool(figure.now.grounds), adds=_summed(figure)),
        rows,
        notes=tuple(_notes(explained.year, figure)),
        empty="Записей за этим числом нет.",
    )


def _flat(explained: Explained, _options: RenderOptions) -> Table:
    """Return the records of all figures as rows of one table."""
    rows = [
        {"figure": figure.about.key, **row}
        for figure in explained.figures
        for row in _rows(explained, figure)
    ]
    adds = "Сколько" if any(figure.about.summed for figure in explained.figures) else ""
    columns = (Column("figure", "Показатель"), *_columns(roles=True, adds=adds))
    return Table(_title(explained), columns, rows)


def _rows(explained: Explained, figure: Figure) -> Iterator[Record]:
    known, public = _by_name(explained.year), explained.public
    for role in _ROLES:
        for name in getattr(figure.now, role):
            added = _added(figure.about.summed, known[name])
            yield {"record": str(name), "role": role, **_told(name, known[name], public), **added}


def _by_name(year: YearRecords) -> Mapping[RecordName, Record]:
    return {
        RecordName(kind, int(str(record["id"]))): record
        for kind in year.records
        for record in year.of(kind)
    }


def _told(name: RecordName, record: Record, public: bool) -> Record:
    kind = kind_of(name.kind)
    unnamed = public and kind.by_key[kind.title].private
    day = record.get(kind.date or "") or record.get("deadline_end")
    return {"date": day, "title": None if unnamed else kind.label(record)}


def _added(summed: str, record: Record) -> Record:
    """Return what a record adds to a sum."""
    return {"adds": record.get(summed, 1)} if summed else {}


def _summed(figure: Figure) -> str:
    """Return what the numbers are called that a sum adds up."""
    key = figure.about.summed
    kinds = (kind_of(each.kind) for each in figure.now.evidence)
    return next((kind.by_key[key].label for kind in kinds if key in kind.by_key), "")


def _columns(*, roles: bool, adds: str) -> tuple[Column, ...]:
    return (
        Column("record", "Запись"),
        Column("date", "День", show=_day, content="day"),
        Column("title", "Что", wide=True),
        *([Column("adds", adds, align="right")] if adds else []),
        Column("role", "Почему", show=lambda row: _ROLES[str(row["role"])], shown=roles),
    )


def _day(row: Row) -> str:
    from datetime import date

    return show_day(date.fromisoformat(str(row["date"]))) if row["date"] else NOTHING


def _value(figure: Figure) -> str:
    return number_in_words(figure.value, figure.now.qualifier, figure.about.unit)


def _notes(year: YearRecords, figure: Figure) -> Iterator[str]:
    yield figure.about.definition
    if figure.before:
        before = number_in_words(figure.previous, figure.before.qualifier, figure.about.unit)
        change = change_in_words(figure.change, figure.change_percent, figure.about.unit)
        yield f"{year.year.previous}: {before}; изменение: {change}"


EXPLAIN_FORMATS: Mapping[str, Format[Explained]] = {
    **{name: known.taking(_flat) for name, known in PAPER_FORMATS.items()},
    **{name: known.taking(_document) for name, known in DOCUMENT_FORMATS.items()},
}
"""The formats of an explanation: a table a figure where that can be drawn, else one for all."""
