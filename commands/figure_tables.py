"""Figures of a year as people and machines read them: words, rows, a table, a document."""

from collections.abc import Callable, Iterator

from rumo_cli.calendar.years import AcademicYear
from rumo_cli.figures.figure import Figure, Figures, Number
from rumo_cli.figures.registry import GROUPS
from rumo_cli.records.fields.base import QUALIFIERS
from rumo_cli.records.values import Record, Value
from rumo_cli.tables.table import Column, Row, Table

NOTHING = "—"
_EXPLAINED = "Из чего сложилось число: rumo report figures --explain КЛЮЧ"


def figures_table(year: AcademicYear, figures: Figures, *, people: bool) -> Table:
    """Return the figures as a table: for people under their groups, what nobody knows left out."""
    return Table(
        f"Показатели, {year} учебный год",
        _for_people(year) if people else _for_machines(year),
        list(_grouped_rows(figures) if people else _rows(figures)),
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


def number_in_words(value: Number, qualifier: str = "exact", unit: str = "") -> str:
    """Return a figure as people write it: «не менее 5236», «61,8 %», a dash for none."""
    if value is None:
        return NOTHING
    number = f"{value:.1f}".replace(".", ",") if isinstance(value, float) else str(value)
    return " ".join(filter(None, (QUALIFIERS[qualifier], number, unit)))


def change_in_words(change: Number, change_percent: Number, unit: str = "") -> str:
    """Return «+3 (+2,5 %)»; of a share its points, «−3,5 п. п.»; a dash where there is nothing."""
    if change is None:
        return NOTHING
    points = " п. п." if unit else ""
    share = "" if not change or change_percent is None else f" ({_signed(change_percent)} %)"
    return f"{_signed(change)}{points}{share}"


def _signed(number: int | float) -> str:
    text = f"{number:+.1f}" if isinstance(number, float) else f"{number:+d}"
    return text.replace(".", ",").replace("-", "−") if number else "0"


def _rows(figures: Figures) -> Iterator[Record]:
    for heading, definitions in GROUPS.items():
        for about in definitions:
            yield {"group": heading, **figure_values(figures[about.key])}


def _grouped_rows(figures: Figures) -> Iterator[Record]:
    """Yield the rows of known figures, each group after a row with its heading."""
    last = None
    for row in _rows(figures):
        if row["value"] is not None or row["previous"] is not None:
            if row["group"] != last:
                yield {"label": str(row["group"]).upper()}
            last = row["group"]
            yield row


def _shown(key: str, qualifier: str) -> Callable[[Row], str]:
    """Return what shows a figure; a row of a heading has none."""

    def show(row: Row) -> str:
        return "" if "key" not in row else _number(row, key, qualifier)

    return show


def _number(row: Row, key: str, qualifier: str) -> str:
    return number_in_words(as_number(row[key]), str(row[qualifier] or "exact"), str(row["unit"]))


def _change(row: Row) -> str:
    if "key" not in row:
        return ""
    change, share = row["change"], row["change_percent"]
    return change_in_words(as_number(change), as_number(share), str(row["unit"]))


def as_number(value: Value) -> Number:
    """Return a value of a row if it is a number."""
    return value if isinstance(value, int | float) else None


def _for_people(year: AcademicYear) -> tuple[Column, ...]:
    return (
        Column("label", "Показатель", wide=True),
        Column("value", str(year), show=_shown("value", "qualifier"), align="right"),
        Column(
            "previous",
            str(year.previous),
            show=_shown("previous", "previous_qualifier"),
            align="right",
        ),
        Column("change", "±", show=_change, align="right"),
        Column("key", "Ключ"),
    )


def _for_machines(year: AcademicYear) -> tuple[Column, ...]:
    label, value, previous, change, key = _for_people(year)
    return (
        key,
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
