"""`rumo report check`: what disagrees within a year, or between its records and a text."""

from collections.abc import Iterable, Sequence

import click

from commands.app import App, shell_word
from commands.describing import command_of, spoken_day
from commands.lazy import verb
from commands.options import output_options
from commands.output import chosen_target, emit
from commands.year_records import year_records
from rumo_cli.checks.checking import RULES, Finding
from rumo_cli.checks.checking import check as check_year
from rumo_cli.checks.remedies import MOST_NAMED, Remedy
from rumo_cli.checks.rule import SEVERITIES
from rumo_cli.errors import CheckFailed, Misused
from rumo_cli.figures.summary import texts_of
from rumo_cli.records.closed_years import is_closed
from rumo_cli.records.values import Record
from rumo_cli.tables.formats import FORMATS
from rumo_cli.tables.table import Column, Row, Table
from rumo_cli.text import plural

WORD = "docx"
"""A text of Word with comments: no format of a table."""


@output_options(formats=[*FORMATS, WORD])
@click.argument("text", required=False, metavar="[ТЕКСТ]")
@click.option(
    "--rule",
    "keys",
    multiple=True,
    type=click.Choice(list(RULES)),
    metavar="ПРАВИЛО",
    help="Только это правило. Можно повторять.",
)
@click.pass_obj
def _write_findings(
    app: App,
    /,
    text: str | None,
    format_name: str | None,
    output: str | None,
    keys: tuple[str, ...],
) -> None:
    if text is not None:
        _check_text(app, text, format_name, output, keys)
        return
    if format_name == WORD:
        raise Misused("-f docx возвращает документ Word с пометками: назовите его, ФАЙЛ.docx.")
    target = chosen_target(format_name, output)
    records = year_records(app, app.read())
    found = check_year(records, keys)
    emit(app, findings_table(app, found), target, document(app, found))
    if found:
        app.say(_summed(found))
        if is_closed(records.settings):
            app.say(f"Год закрыт; чтобы исправить записи: rumo year reopen {app.single_year}")
        raise click.exceptions.Exit(CheckFailed.exit_code)


def _check_text(
    app: App, text: str, format_name: str | None, output: str | None, keys: tuple[str, ...]
) -> None:
    from commands.report_claims import check_claims

    if keys:
        raise Misused("--rule — о записях года; текст проверяется весь. Уберите что-нибудь одно.")
    check_claims(app, text, format_name, output)


check = verb(
    "check",
    _write_findings,
    "Что не сходится в записях года и с объявленным.\n\nОбъявленные числа (rumo year set) "
    "сверяются с записанными, даты — с учебным годом и днями недели, места и люди — между собой. "
    "«Ошибка» — вместе это неправда; «вопрос» — посмотрите. Есть хоть одно расхождение — код 7.\n\n"
    "С ТЕКСТОМ (.docx, .txt, .md или - — стандартный ввод): какие числа и обещания анализа записи "
    "подтверждают, какие нет, и где он противоречит сам себе; -o ФАЙЛ.docx возвращает документ "
    "Word с примечанием у каждого числа, которое не сошлось.\n\n"
    f"Правила: {', '.join(RULES)}.",
)


def findings_table(app: App, found: Sequence[Finding]) -> Table:
    """Return the findings as a table; where machines read, `records` has every record."""
    year = app.single_year
    return Table(
        f"Расхождения на {spoken_day(app.today)}, {year} учебный год",
        (
            Column("key", "Правило", shown=False),
            Column("severity", "Вид", show=_severity),
            Column("records", "Где", show=_where, wide=True),
            Column("message", "Что и как записано", wide=True),
            Column("declared", "Объявлено", align="right", shown=False),
            Column("recorded", "Записано", align="right", shown=False),
            Column("command", "Что сделать", wide=True),
        ),
        list(map(_row, found)),
        empty="Расхождений нет.",
    )


def document(app: App, found: Iterable[Finding]) -> dict[str, object]:
    """Return the findings as JSON shows them."""
    return {
        "year": str(app.single_year),
        "as_of": app.today.isoformat(),
        "problems": list(map(_row, found)),
    }


def _row(found: Finding) -> Record:
    return {
        "key": found.rule.key,
        "severity": found.rule.severity,
        "records": list(map(str, found.problem.records)),
        "message": found.problem.message,
        "declared": found.problem.declared,
        "recorded": found.problem.recorded,
        "command": typed(found.problem.remedy),
    }


def typed(remedy: Remedy) -> str:
    """Return the command that clears a problem, as it is typed."""
    return " ".join([command_of(remedy.kind), *map(shell_word, remedy.words)])


def _severity(row: Row) -> str:
    return SEVERITIES[str(row["severity"])]


def _where(row: Row) -> str:
    """Return the first of the records: «webinar 3, 12; plan 4 и ещё 20»."""
    named = texts_of(row["records"])
    if not named:
        return "год в целом"
    by_kind: dict[str, list[str]] = {}
    for kind, number in map(str.split, named[:MOST_NAMED]):
        by_kind.setdefault(kind, []).append(number)
    shown = "; ".join(f"{kind} {', '.join(ids)}" for kind, ids in by_kind.items())
    return f"{shown} и ещё {len(named) - MOST_NAMED}" if len(named) > MOST_NAMED else shown


def _summed(found: Sequence[Finding]) -> str:
    errors = sum(each.rule.severity == "error" for each in found)
    noun = plural(len(found), "расхождение", "расхождения", "расхождений")
    return f"Найдено {len(found)} {noun}, из них ошибок: {errors}."
