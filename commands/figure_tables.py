"""Figures of a year as people and machines read them: rows, a table, a document."""

from collections.abc import Iterator

from commands.figure_words import change_cell, number_cell, under_headings
from rumo_cli.calendar.years import AcademicYear
from rumo_cli.figures.figure import Figure, Figures
from rumo_cli.figures.registry import GROUPS
from rumo_cli.records.values import Record
from rumo_cli.tables.table import Column, Table

_EXPLAINED = 'Из чего сложилось число: rumo report figures --explain "Проведено вебинаров"'


def figures_table(year: AcademicYear, figures: Figures, *, people: bool) -> Table:
    """Return the figures as a table: for people under their groups, what nobody knows left out."""
    return Table(
        f"Показатели, {year} учебный год",
        _for_people(year) if people else _for_machines(year),
        list(under_headings(_known(figures)) if people else _rows(figures)),
        notes=(_EXPLAINED,) if people else (),
    )


def figures_document(year: AcademicYear, figures: Figures) -> dict[str, object]:
    """Return the figures as JSON shows them."""
    return {
        "year": str(year),
        "previous_year": str(year.previous),
        "figures": [figure_values(figure) for figure in figures.values()],
    }


def figure_values(figure: Figure) -> Record:
    """Return what machines read of a figure; the evidence names records as «webinar 12»."""
    return {
        "key": figure.about.key,
        "label": figure.about.label,
        "definition": figure.about.definition,
        "unit": figure.about.unit,
        "value": figure.value,
        "qualifier": figure.now.qualifier,
        "previous": figure.previous,
        "previous_qualifier": figure.before.qualifier if figure.before else None,
        "change": figure.change,
        "change_percent": figure.change_percent,
        "evidence": list(map(str, figure.now.evidence)),
    }


def _rows(figures: Figures) -> Iterator[Record]:
    for heading, definitions in GROUPS.items():
        for about in definitions:
            yield {"group": heading, **figure_values(figures[about.key])}


def _known(figures: Figures) -> Iterator[Record]:
    """Return the rows of figures that this year or the one before tells."""
    rows = _rows(figures)
    return (row for row in rows if row["value"] is not None or row["previous"] is not None)


def _for_people(year: AcademicYear) -> tuple[Column, ...]:
    return (
        Column("label", "Показатель", wide=True),
        Column("value", str(year), show=number_cell("value", "qualifier"), align="right"),
        Column(
            "previous",
            str(year.previous),
            show=number_cell("previous", "previous_qualifier"),
            align="right",
        ),
        Column("change", "±", show=change_cell(), align="right"),
    )


def _for_machines(year: AcademicYear) -> tuple[Column, ...]:
    label, value, previous, change = _for_people(year)
    return (
        Column("key", "Ключ"),
        Column("group", "Раздел"),
        label,
        value._replace(label="Значение"),
        Column("qualifier", "Точность", shown=False),
        previous._replace(label="Год назад"),
        Column("previous_qualifier", "Точность год назад", shown=False),
        change._replace(show=None),
        Column("change_percent", "±, %", align="right"),
        Column("unit", "Единица"),
        Column("definition", "Что считается", wide=True),
        Column("evidence", "Записи", shown=False, wide=True),
    )
