"""`rumo report annual`: the analysis of a year that a deputy chair signs."""

from collections.abc import Iterator
from typing import Any

import click

from commands.app import App
from commands.lazy import verb
from commands.options import output_options
from commands.output import Target, deliver, render_options, target_among
from commands.report_check import typed
from commands.sections import SectionType
from commands.word_templates import check_for_word, naming_template, read_template
from commands.year_records import years_beside
from rumo_cli.checks import declared
from rumo_cli.checks.checking import check
from rumo_cli.documents.analysis import Analysis
from rumo_cli.documents.analysis_formats import analysis_formats
from rumo_cli.documents.annual.account import Account
from rumo_cli.documents.annual.composing import Composed, Wishes, compose
from rumo_cli.figures.registry import figures_of
from rumo_cli.figures.year_records import YearRecords
from rumo_cli.records.sections import SECTION
from rumo_cli.text import quoted

_DOUBTS = (*(rule.key for rule in declared.RULES), "held_without_headcount", "past_but_planned")
_FILLED_BY = {
    "composition": "omo import ФАЙЛ",
    "adoption": "year set plan_adopted_date=ДАТА plan_adopted_where=МЕСТО founding_order=ПРИКАЗ",
    "directions": "report text directions",
    "priorities": "report text priorities",
    "meetings": "meeting import ФАЙЛ",
    "hotline": "webinar import ФАЙЛ",
    "publicity": "publication import ФАЙЛ",
    "themes": "webinar import ФАЙЛ",
    "low_results": "contribution import ФАЙЛ",
    "publications": "publication import ФАЙЛ",
    "expertise": "expertise import ФАЙЛ",
    "commissions": "contribution import ФАЙЛ",
    "routes": "iom import ФАЙЛ",
    "mentoring": "mentor pair import ФАЙЛ",
    "plan": "plan import ФАЙЛ",
    "conclusions": "report text conclusions",
    "development": "report text development",
    "recommendations": "report text recommendations",
}
"""What fills each section."""


_SECTION = SectionType()


class SectionsType(click.ParamType[tuple[str, ...]]):
    """Sections by their keys or headings, set apart by commas."""

    name = "РАЗДЕЛЫ"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """Find the sections that are meant."""
        names = map(str.strip, str(value).split(","))
        return tuple(_SECTION.convert(name, param, ctx) for name in names)


@output_options(formats=analysis_formats())
@click.option("--template", metavar="ФАЙЛ", help="Свой образец анализа, документ Word (.docx).")
@click.option("--sections", type=SectionsType(), help="Только эти разделы, через запятую.")
@click.option("--no-appendices", is_flag=True, help="Без приложений: таблиц и диаграмм.")
@click.option(
    "--exact/--rounded", "exact", default=None, help="Тысячи точно или округлённо; обычно — как "
    "задано для года (thousands)."
)  # fmt: skip
@click.option(
    "--empty",
    type=click.Choice(["omit", "say"]),
    help="Разделы без записей: пропустить или сказать, что сведений нет; обычно — как задано для "
    "года (empty_sections).",
)
@click.pass_obj
def _write(
    app: App,
    /,
    format_name: str | None,
    output: str | None,
    template: str | None,
    **asked: Any,
) -> None:
    target = target_among(analysis_formats(read_template(template)), format_name, output)
    check_for_word(template, target)
    account = _account(app, exact=asked["exact"])
    composed = compose(account, _wishes(account, asked))
    deliver(app, _drawn(app, composed.analysis, target, template), target)
    app.warn(_doubts(account.year, composed))


annual = verb(
    "annual",
    _write,
    "Анализ деятельности за учебный год: документ Word, страница, текст.\n\n"
    "Числа берутся из записей, рядом — прошлый год; свои абзацы — rumo report text. Кто "
    "подписывает, когда и где принят план — настройки года: rumo year set. О чём стоит знать до "
    "подписи, говорится на экране: объявленное и записанное, разделы без записей, вебинары без "
    "числа участников.\n\n"
    f"Разделы: {', '.join(option.key for option in SECTION.options)}.",
)


def _account(app: App, *, exact: bool | None) -> Account:
    year, before = years_beside(app, app.read())
    told_exactly = year.settings.get("thousands") == "exact" if exact is None else exact
    return Account(year, before, figures_of(year, before), rounded=not told_exactly)


def _wishes(account: Account, asked: dict[str, Any]) -> Wishes:
    empty = asked["empty"] or account.settings.get("empty_sections")
    return Wishes(asked["sections"] or (), not asked["no_appendices"], empty == "say")


def _drawn(
    app: App, analysis: Analysis, target: Target[Analysis], template: str | None
) -> str | bytes:
    with naming_template(template):
        return target.format.render(analysis, render_options(app, target))


def _doubts(year: YearRecords, composed: Composed) -> Iterator[str]:
    """Yield what to know before the analysis is signed."""
    for found in check(year, _DOUBTS):
        yield f"{found.problem.message}; {typed(found.problem.remedy)}"
    if not composed.analysis.signature.name:
        yield f"не задано, кто подписывает; rumo year set signatory=ФИО --year {year.year}"
    for key in composed.empty:
        command = f"rumo {_FILLED_BY[key]} --year {year.year}"
        yield f"в разделе {quoted(SECTION.show(key))} сказать нечего: записей нет; {command}"
