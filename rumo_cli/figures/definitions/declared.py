"""Figures that were declared for a year in its settings: no record is behind them."""

from functools import partial

from rumo_cli.figures.figure import Counted, Definition
from rumo_cli.figures.year_records import YearRecords
from rumo_cli.records.year import DECLARED

HEADING = "Заявлено"


def _declared(key: str, year: YearRecords) -> Counted:
    value = year.settings.get(key)
    return Counted(value if isinstance(value, int | float) else None)


def _definition(key: str, label: str) -> Definition:
    return Definition(
        key,
        f"Заявлено: {label}",
        f"Число, которое задано для года: rumo year set {key}=ЧИСЛО. Записей за ним нет.",
        partial(_declared, key),
        unit="%" if "percent" in key else "",
    )


DEFINITIONS = tuple(_definition(*each) for each in DECLARED.items())
