"""`rumo report template`: the Word template of the annual analysis, to restyle."""

import click

from commands.app import App
from commands.lazy import Command
from commands.options import output_options
from commands.output import deliver, target_among
from rumo_cli.tables.formats import Format

_FORMATS: dict[str, Format[bytes]] = {
    "docx": Format(
        "docx",
        lambda template, _options: template,
        (".docx",),
        machine=True,
        document="Документ Word",
    )
}


@click.command("template", cls=Command)
@output_options("docx", _FORMATS)
@click.pass_obj
def template(app: App, format_name: str | None, output: str | None) -> None:
    """Образец анализа за год: документ Word, который меняют под себя.

    Шрифты, поля, порядок разделов и слова вокруг них — ваши; вместо полей в фигурных скобках rumo
    поставит заголовок, разделы и подпись. Какие поля есть: docs/analysis.ru.md.
    """
    from rumo_cli.documents.analysis_word import shipped_analysis_template

    target = target_among(_FORMATS, format_name, output, "docx")
    deliver(app, shipped_analysis_template(), target, public=True)
    if target.path:
        app.say(f"Измените его в Word и дайте: rumo report annual --template {target.path}")
