"""`rumo demo`: a store of two school years, made from the files that come with rumo."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import click

from commands.app import App, shell_word
from commands.import_files import read_files
from commands.import_report import import_table
from commands.import_settings import ImportSettings
from commands.imports import write
from commands.lazy import Command
from commands.output import chosen_target, emit
from commands.own_texts import write_text
from commands.plan_summary import plan_summary_of, plan_table
from commands.telling import tell
from commands.webinar_summary import webinar_summary_of, webinar_table
from commands.year_settings import Setting, set_year
from rumo_cli.calendar.years import AcademicYear
from rumo_cli.errors import Refused
from rumo_cli.intake.prose import read_prose
from rumo_cli.intake.verdicts import Settled
from rumo_cli.records.year import YEAR as YEAR_SETTINGS
from store.location import open_store

YEAR = AcademicYear(2024)
_SETTINGS = {
    "region": "Энская область",
    "institute": "ГАУ ДПО «Областной институт развития образования»",
    "institute_address": "г. Энск, ул. Садовая, д. 12",
    "site": "https://example.ru",
    "hotline_page": "https://example.ru/rumo/hotline",
    "contacts": "Липовцева К.Д., тел. 8 (0000) 12-34-56, rumo@example.ru",
    "executor": "Липовцева К.Д.",
    "association": "РУМО по общему образованию Энской области",
    "chair": "Снежинцев Д.К.",
    "chair_position": "проректор по качеству образования",
    "deputy_chair": "Инеева П.О.",
    "signatory": "Инеева П.О.",
    "signatory_position": "Заместитель председателя РУМО",
    "founding_order": "приказ министерства образования Энской области от 16.01.2023 № 11-ОД",
    "plan_adopted_date": "28.08.2024",
    "plan_adopted_where": "Форум руководителей методических объединений",
    "meetings_declared": "4",
}
"""What the association says of itself in that year; invented, as the registers are."""
_NEXT = """\

Попробуйте дальше:
  rumo --store {store} webinar list --year {year} --omo матем
  rumo --store {store} plan overdue --year {year} --on 2025-06-23
  rumo --store {store} plan summary --year {year} --by month -o план.html
  rumo --store {store} webinar schedule --month 2025-03 -o график.html
  rumo --store {store} webinar letter --month 2025-03 -o письмо.docx
  rumo --store {store} today --today 2025-03-11
  rumo --store {store} log"""


@click.command("demo", cls=Command)
@click.argument("directory", required=False, metavar="[ПАПКА]", default="rumo-demo")
@click.pass_obj
def demo(app: App, directory: str) -> None:
    """Сделать учебное хранилище двух учебных лет (по умолчанию в папке rumo-demo).

    Реестры и тексты анализа, которые приходят с rumo, загружаются как обычные файлы; затем
    показаны вебинары по месяцам и выполнение планов. Записи вымышлены.
    """
    app.store = open_store(directory)
    if app.store.exists():
        raise Refused(
            f"в папке {directory} уже есть хранилище; назовите другую: rumo demo ДРУГАЯ_ПАПКА"
        )
    target = chosen_target()
    emit(app, import_table(_import_registers(app), written=True), target)
    app.year_named = YEAR
    _set_year(app)
    for file in sorted(_examples("texts").iterdir(), key=lambda each: each.name):
        _write_text(app, file)
    snapshot = app.read()
    tell()
    emit(app, webinar_table(webinar_summary_of(app, snapshot, "month")), target)
    tell()
    emit(app, plan_table(plan_summary_of(app, snapshot, "owner", app.today)), target)
    app.say(_NEXT.format(store=shell_word(directory), year=YEAR))


def _import_registers(app: App) -> list[Settled]:
    folder = str(_examples("registers"))
    app.arguments = ("import", Path(folder).name)
    registers = read_files(app, None, [folder], ImportSettings()).registers
    for register in registers:
        register.file = Path(register.file).name
    return write(app, registers)


def _set_year(app: App) -> None:
    words = [f"{key}={text}" for key, text in _SETTINGS.items()]
    app.arguments = ("year", "set", *words, "--year", str(YEAR))
    set_year(app, [Setting(YEAR_SETTINGS.by_key[key], text) for key, text in _SETTINGS.items()])


def _write_text(app: App, file: Traversable) -> None:
    """Write the own text of the section that a file is named for."""
    read = read_prose(file.name, file.read_bytes())
    section = Path(file.name).stem
    app.arguments = ("report", "text", section, file.name, "--year", str(YEAR))
    app.store.run(
        lambda transaction: write_text(transaction, YEAR, section, None, read.text),
        command=app.command_line,
    )


def _examples(folder: str) -> Traversable:
    """Return a folder of the examples: in the package, or beside it in a checkout."""
    packaged = files("rumo_cli") / "examples" / folder
    return packaged if packaged.is_dir() else Path(__file__).parents[1] / "examples" / folder
