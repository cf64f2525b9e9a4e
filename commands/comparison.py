"""Compared years as people and machines read them: rows, tables, a document, its formats."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from commands.figure_words import (
    NOTHING,
    below_heading,
    change_cell,
    number_cell,
    number_in_words,
    under_headings,
)
from rumo_cli.figures.comparing import TRENDS, Compared
from rumo_cli.figures.figure import Number
from rumo_cli.figures.registry import GROUPS
from rumo_cli.records.values import Record
from rumo_cli.tables.chart import Chart, Series
from rumo_cli.tables.document import Document
from rumo_cli.tables.documents import DOCUMENT_FORMATS
from rumo_cli.tables.formats import PAPER, PAPER_FORMATS, Format
from rumo_cli.tables.options import RenderOptions
from rumo_cli.tables.table import Column, Row, Table

_BLOCKS = "▁▂▃▄▅▆▇█"
_DRAWN = ("webinars_held", "participants_total", "iom_total", "expertise_submitted", "plan_percent")
"""The figures whose course by years is worth a picture."""


def _for_reading(found: Sequence[Compared], _options: RenderOptions) -> Table:
    """Return the figures that any year tells, under their groups."""
    return _readable(found, sparks=True)


def _on_a_screen(found: Sequence[Compared], options: RenderOptions) -> Table:
    """Return the same, with the signs that a screen has."""
    return _readable(found, sparks=options.unicode)


def _readable(found: Sequence[Compared], *, sparks: bool) -> Table:
    rows = list(under_headings(_rows((each for each in found if each.told), sparks=sparks)))
    return Table(_title(found), _for_people(_years(found)), rows, empty="Показателей нет.")


def _document(found: Sequence[Compared], _options: RenderOptions) -> Document:
    """Return the figures, then pictures of how some of them went from year to year."""
    drawn = [each for each in found if each.about.key in _DRAWN and each.trend]
    table = replace(_readable(found, sparks=True), title="Показатели")
    tables = (table, _course(drawn)) if drawn else (table,)
    return Document(_title(found), tables, data=_data(found))


def _data(found: Sequence[Compared]) -> dict[str, object]:
    figures = [
        {
            "key": each.about.key,
            "label": each.about.label,
            "unit": each.about.unit,
            "values": _values(each),
            "qualifiers": {
                year: told.qualifier if told else None for year, told in each.years.items()
            },
            **_changes(each),
        }
        for each in found
    ]
    return {"years": _years(found), "figures": figures}


def _flat(found: Sequence[Compared], _options: RenderOptions) -> Table:
    """Return a row a figure, whether any year tells it or not."""
    years = _years(found)
    label, *numbers, change, trend = _for_people(years)
    columns = (
        Column("key", "Ключ"),
        Column("group", "Раздел"),
        label,
        *numbers,
        change._replace(show=None),
        Column("change_percent", "±, %", align="right"),
        trend,
        Column("unit", "Единица"),
    )
    return Table(_title(found), columns, list(_rows(found)))


def _title(found: Iterable[Compared]) -> str:
    return f"Показатели по учебным годам: {', '.join(_years(found))}"


def _years(found: Iterable[Compared]) -> list[str]:
    return list(next(iter(found)).years)


def _values(each: Compared) -> dict[str, Number]:
    return {year: told.value if told else None for year, told in each.years.items()}


def _changes(each: Compared) -> Record:
    change = each.change
    return {
        "change": change.change if change else None,
        "change_percent": change.change_percent if change else None,
        "trend": each.trend,
    }


def _rows(found: Iterable[Compared], *, sparks: bool = False) -> Iterator[Record]:
    groups = {about.key: heading for heading, each in GROUPS.items() for about in each}
    for each in found:
        exactness: Record = {
            f"{year}_qualifier": told.qualifier for year, told in each.years.items() if told
        }
        yield {
            "key": each.about.key,
            "group": groups[each.about.key],
            "label": each.about.label,
            "unit": each.about.unit,
            "course": _spark(list(_values(each).values())) if sparks else "",
            **_values(each),
            **exactness,
            **_changes(each),
        }


def _for_people(years: Iterable[str]) -> tuple[Column, ...]:
    return (
        Column("label", "Показатель", wide=True),
        *(
            Column(year, year, show=number_cell(year, f"{year}_qualifier"), align="right")
            for year in years
        ),
        Column("change", "±", show=change_cell(), align="right"),
        Column("trend", "Ход", show=below_heading(_trend)),
    )


def _trend(row: Row) -> str:
    return " ".join(filter(None, (str(row["course"]), TRENDS.get(str(row["trend"]), NOTHING))))


def _spark(numbers: Sequence[Number]) -> str:
    """Return the course of three numbers or more in blocks; a year that tells none has a dot."""
    known = [number for number in numbers if number is not None]
    if len(known) < 3:
        return ""
    least, most = min(known), max(known)
    steps = len(_BLOCKS) - 1

    def block(number: float) -> str:
        return _BLOCKS[round(steps * (number - least) / (most - least)) if most > least else 0]

    return "".join("·" if number is None else block(number) for number in numbers)


def _course(found: Sequence[Compared]) -> Table:
    """Return the years as rows, with a picture of each figure."""
    rows: list[Record] = [
        {"year": year, **{each.about.key: _values(each)[year] for each in found}}
        for year in _years(found)
    ]
    figures = [
        Column(each.about.key, each.about.label, show=_figure(each), align="right")
        for each in found
    ]
    charts = tuple(
        Chart(each.about.label, (Series(each.about.label, each.about.key),), unit=each.about.unit,
              full=100 if each.about.unit else None)
        for each in found
    )  # fmt: skip
    return Table("По годам", (Column("year", "Учебный год"), *figures), rows, charts=charts)


def _figure(each: Compared) -> Callable[[Row], str]:
    def show(row: Row) -> str:
        told = each.years[str(row["year"])]
        return number_in_words(told.value, told.qualifier, each.about.unit) if told else NOTHING

    return show


COMPARE_FORMATS: Mapping[str, Format[Sequence[Compared]]] = {
    **{name: known.taking(_flat) for name, known in PAPER_FORMATS.items()},
    **{name: PAPER_FORMATS[name].taking(_for_reading) for name in ("plain", "md", PAPER)},
    "table": PAPER_FORMATS["table"].taking(_on_a_screen),
    **{name: DOCUMENT_FORMATS[name].taking(_document) for name in ("html", "json")},
}
"""The formats of a comparison."""
