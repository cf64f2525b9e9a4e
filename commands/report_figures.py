"""`rumo report figures`: all figures of a year, beside the year before and with their records."""

import click

from commands.app import App
from commands.figure_explaining import EXPLAIN_FORMATS, Explained
from commands.figure_names import FigureName
from commands.figure_tables import figures_document, figures_table
from commands.lazy import verb
from commands.options import output_options, public_option
from commands.output import deliver, emit, render_options, target_among
from commands.year_records import year_figures
from rumo_cli.figures.figure import Definition
from rumo_cli.tables.formats import PAPER, PAPER_FORMATS


@output_options(formats=PAPER_FORMATS)
@click.option(
    "--explain",
    "asked",
    multiple=True,
    type=FigureName(),
    help="Показать записи за показателем: ключ или название. Можно повторять.",
)
@public_option
@click.pass_obj
def _write(
    app: App,
    /,
    format_name: str | None,
    output: str | None,
    asked: tuple[Definition, ...],
    public: bool,
) -> None:
    if asked:
        _explain(app, asked, format_name, output, public=public)
        return
    target = target_among(PAPER_FORMATS, format_name, output)
    now, found = year_figures(app, app.read())
    people = not target.format.machine or target.format.name == PAPER
    table = figures_table(now.year, found, people=people)
    emit(app, table, target, figures_document(now.year, found), public=public)


def _explain(
    app: App,
    asked: tuple[Definition, ...],
    format_name: str | None,
    output: str | None,
    *,
    public: bool,
) -> None:
    target = target_among(EXPLAIN_FORMATS, format_name, output)
    now, found = year_figures(app, app.read())
    keys = dict.fromkeys(each.key for each in asked)
    explained = Explained(now, [found[key] for key in keys], public)
    drawn = target.format.render(explained, render_options(app, target))
    deliver(app, drawn, target, public=public)


figures = verb(
    "figures",
    _write,
    "Все показатели года рядом с прошлым годом.\n\n"
    "За каждым числом стоят записи: --explain показывает, что и по какому правилу посчитано, и "
    "сами записи. Показатель называют ключом (docs/reference/figures.md) или словами из таблицы. "
    "Прочерк — о прошлом годе таких записей нет. В JSON у каждого показателя есть evidence — его "
    "записи.",
)
