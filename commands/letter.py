"""`rumo webinar letter`: the information letter that announces a schedule."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import click

from commands.app import App
from commands.describing import spoken_day
from commands.lazy import verb
from commands.letter_numbers import check_open_for, note_number
from commands.options import DayType, output_options
from commands.output import Target, deliver, render_options, target_among, write_file
from commands.schedule import asked_schedule, schedule_options
from commands.word_templates import check_for_word, naming_template, read_template
from rumo_cli.calendar.years import AcademicYear
from rumo_cli.documents.letter import USUAL_ADDRESSEE, Letter, announced
from rumo_cli.documents.letter_formats import letter_formats, shipped_template
from rumo_cli.documents.schedule import Schedule
from rumo_cli.errors import Misused, Refused
from rumo_cli.records.values import Record
from rumo_cli.records.year import YEAR
from rumo_cli.text import one_line

_OVERRIDDEN = ("contacts", "executor")
"""The settings of a year that a single letter may have others in place of."""


@output_options("plain", letter_formats())
@click.option("--number", metavar="№", help="Номер письма; запоминается у вебинаров.")
@click.option("--date", "day", type=DayType(), help="Дата письма (с номером обычно сегодня).")
@click.option(
    "--addressee", "addressees", metavar="КОМУ", multiple=True, help="Адресат; можно повторять."
)
@click.option("--contacts", metavar="ТЕКСТ", help=f"{YEAR.by_key['contacts'].label}.")
@click.option("--executor", metavar="ТЕКСТ", help=f"{YEAR.by_key['executor'].label}.")
@click.option("--template", metavar="ФАЙЛ", help="Свой образец письма, документ Word (.docx).")
@click.option("--template-out", metavar="ФАЙЛ", help="Записать образец rumo, чтобы его изменить.")
@click.pass_obj
def _write(
    app: App,
    /,
    format_name: str | None,
    output: str | None,
    template: str | None,
    template_out: str | None,
    **options: Any,
) -> None:
    if template_out:
        write_file(Path(template_out), shipped_template())
        app.say(f"Записан образец: {template_out}. Измените его в Word и дайте в --template.")
        return
    target = target_among(letter_formats(read_template(template)), format_name, output, "plain")
    check_for_word(template, target)
    schedule = announced(asked_schedule(app, options))
    if not schedule.days:
        raise Refused("Вебинаров в эти дни нет, и письму не о чем сообщить. Назовите другие дни.")
    letter = _letter(app, schedule, options)
    deliver(app, _drawn(app, letter, target, template), target, public=True)
    app.warn(_past(letter.schedule, app.today))
    if letter.number and letter.day:
        note_number(app, letter, letter.day)


letter = verb(
    "letter",
    _write,
    "Информационное письмо о вебинарах: документ Word, Markdown или текст для почты.\n\n"
    "Дни и отбор те же, что у webinar schedule; отменённых и отложенных в письме нет. Кто "
    "подписывает и от какого института — настройки года: rumo year set. С --number письмо "
    "учитывается среди публикаций, а его номер и дата — у вебинаров.",
    schedule_options(),
)


def _letter(app: App, schedule: Schedule, options: Mapping[str, Any]) -> Letter:
    """Return the letter that was asked for; `Refused` where it would go out with a hole."""
    number = _number(options["number"])
    day = options["day"] or (app.today if number else None)
    addressees = tuple(map(one_line, options["addressees"])) or (USUAL_ADDRESSEE,)
    snapshot = app.read()
    year = AcademicYear.of(schedule.days[0].day)
    settings = _settings(snapshot.years().get(str(year), {}), options)
    letter = Letter(schedule, settings, number, day, addressees)
    if letter.missing:
        raise Refused(_lacking(year, letter.missing))
    if number and day:
        check_open_for(snapshot, letter, day)
    return letter


def _drawn(app: App, letter: Letter, target: Target[Letter], template: str | None) -> str | bytes:
    with naming_template(template):
        return target.format.render(letter, render_options(app, target))


def _past(schedule: Schedule, today: date) -> list[str]:
    """Return what to say where the letter tells of the past as of what will be."""
    over = [day for day, _ in schedule.days if day < today]
    return [f"{spoken_day(over[-1])} уже прошло, а письмо приглашает"] if over else []


def _settings(settings: Record, options: Mapping[str, Any]) -> Record:
    given = {key: options[key] for key in _OVERRIDDEN if options[key] is not None}
    return settings | given


def _number(typed: str | None) -> str:
    number = one_line(typed or "").removeprefix("№").strip()
    if typed is not None and not number:
        raise Misused("--number пуст: назовите номер письма, например --number 01-15/123.")
    return number


def _lacking(year: AcademicYear, keys: list[str]) -> str:
    labels = ", ".join(f"«{YEAR.by_key[key].label}»" for key in keys)
    typed = " ".join(f'{key}="…"' for key in keys)
    return (
        f"В настройках {year} учебного года нет того, без чего письмо не отправить: {labels}. "
        f"Задайте: rumo year set --year {year} {typed}"
    )
