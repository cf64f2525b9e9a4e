"""`rumo report compare`: the figures of several years side by side."""

import click

from commands.app import App
from commands.comparison import COMPARE_FORMATS
from commands.lazy import verb
from commands.options import OneYearType, output_options
from commands.output import deliver, render_options, target_among
from commands.year_records import year_records
from commands.years import settings_of
from rumo_cli.calendar.years import AcademicYear
from rumo_cli.errors import Misused
from rumo_cli.figures.comparing import compared


@output_options(formats=COMPARE_FORMATS)
@click.argument("years", type=OneYearType(), nargs=-1, required=True, metavar="ГОД ГОД...")
@click.pass_obj
def _write(
    app: App, /, format_name: str | None, output: str | None, years: tuple[AcademicYear, ...]
) -> None:
    target = target_among(COMPARE_FORMATS, format_name, output)
    _check(years)
    snapshot = app.read()
    for year in years:
        settings_of(snapshot, year)
    found = compared([year_records(app, snapshot, year) for year in sorted(years)])
    deliver(app, target.format.render(list(found), render_options(app, target)), target)


compare = verb(
    "compare",
    _write,
    "Показатели нескольких учебных лет рядом, от раннего к позднему.\n\n"
    "Изменение — от первого года, где показатель есть, до последнего. Показателей, которых нет ни "
    "в одном году, в таблице нет; в JSON и csv есть все.",
)


def _check(years: tuple[AcademicYear, ...]) -> None:
    if len(years) < 2:
        raise Misused("Назовите хотя бы два учебных года: rumo report compare 2023-2024 2024-2025.")
    twice = next((year for year in years if years.count(year) > 1), None)
    if twice:
        raise Misused(f"{twice} учебный год назван дважды: сравнивать его не с чем.")
