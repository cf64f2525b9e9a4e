"""`rumo webinar schedule`: which webinars the public is told of, in any format."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from urllib.parse import quote

import click

from commands.app import App
from commands.lazy import verb
from commands.options import MonthType, output_options
from commands.output import Target, deliver, render_options, target_among
from commands.reading import directory_of
from commands.record_options import field_options, typed_values
from commands.selection import chosen_selection, matching, window_options
from commands.years import years_in
from rumo_cli.calendar.months import Month
from rumo_cli.calendar.period_words import spoken_period
from rumo_cli.calendar.periods import Period, whole_months
from rumo_cli.calendar.terms import school_calendar
from rumo_cli.calendar.weeks import read_week
from rumo_cli.calendar.years import AcademicYear
from rumo_cli.documents.schedule import Schedule, schedule_of
from rumo_cli.documents.schedule_formats import SCHEDULE_FORMATS
from rumo_cli.errors import Misused
from rumo_cli.records.directory import Directory
from rumo_cli.records.revisions import History
from rumo_cli.records.webinar import WEBINAR

_FILTERS = ("omo", "audience", "theme", "form", "status")
_FRIDAY = 4
_AUGUST = 8


def schedule_options() -> list[click.Parameter]:
    """Return the options that choose the days of a schedule and the webinars on them."""
    return [
        *window_options(),
        click.Option(["--month"], type=MonthType(), help="Месяц: 2024-10, октябрь."),
        click.Option(
            ["--half"],
            type=click.Choice(["1", "2", "all"]),
            help="Полугодие учебного года; all — весь год.",
        ),
        *field_options((WEBINAR.by_key[key] for key in _FILTERS), filters=True),
    ]


def asked_schedule(
    app: App, options: Mapping[str, Any], calendar_url: str | None = None
) -> Schedule:
    """Return the schedule that `schedule_options` ask for; the usual week is said aloud."""
    snapshot = app.read()
    period = _period(app, options)
    directory = directory_of(snapshot)
    revisions = snapshot.revisions(WEBINAR.key, years_in(snapshot, period))
    return schedule_of(
        matching(app, snapshot, WEBINAR, options, period),
        period,
        directory,
        snapshot.years().get(str(AcademicYear.of(period.start))),
        only=_narrowed_to(options, directory),
        calendar_url=calendar_url,
        history=History(snapshot.identity(), revisions),
    )


@output_options(formats=SCHEDULE_FORMATS)
@click.option("--ics-url", metavar="URL", help="Где лежит календарь (.ics): ссылка на странице.")
@click.pass_obj
def _write(
    app: App,
    /,
    format_name: str | None,
    output: str | None,
    ics_url: str | None,
    **options: Any,
) -> None:
    target = target_among(SCHEDULE_FORMATS, format_name, output)
    found = asked_schedule(app, options, ics_url or _calendar_beside(target))
    deliver(app, target.format.render(found, render_options(app, target)), target, public=True)
    if target.path and not found.entries:
        app.say(found.empty)


schedule = verb(
    "schedule",
    _write,
    "График вебинаров на неделю, месяц, полугодие: страница для сайта, календарь, книга, "
    "таблица.\n\n"
    "Без указания дней — на эту неделю, с пятницы по воскресенье — на следующую. Вебинары без "
    "даты стоят в конце. Личные данные в график не попадают.",
    schedule_options(),
)


def _period(app: App, options: Mapping[str, Any]) -> Period:
    """Return the days that were asked for, in one way only, else the usual week."""
    window = chosen_selection(options).window
    range_given = options["since"] or options["until"]
    if sum(map(bool, (options["week"], range_given, options["month"], options["half"]))) > 1:
        raise Misused("Назовите дни одним способом: --week, --from и --to, --month или --half.")
    if window and window.start > window.end:
        raise Misused("Первый день позже последнего: поменяйте местами --from и --to.")
    if options["month"]:
        return _days_of(options["month"], _year_ahead(app))
    if options["half"]:
        return _part_of_year(app, options["half"])
    return window or _usual_week(app)


def _year_ahead(app: App) -> AcademicYear:
    """Return the year that months and half-years are of: in August the coming one, unless named."""
    year = app.single_year
    named = app.year_named is not None or app.year_default is not None
    return year if named or app.today.month != _AUGUST else year.next


def _days_of(month: Month, academic_year: AcademicYear) -> Period:
    year = month.year or academic_year.calendar_year(month.month)
    return whole_months(year, month.month, year, month.month)


def _part_of_year(app: App, half: str) -> Period:
    """Return a half-year, or the whole year: in August what is left of the summer, too."""
    year = _year_ahead(app)
    if half != "all":
        return school_calendar(year).half_years[int(half) - 1]
    start = year.start if year == app.single_year else year.day(_AUGUST, 1)
    return Period(start, year.end)


def _usual_week(app: App) -> Period:
    """Return the week that a schedule is made for today, and say which."""
    coming = app.today.weekday() >= _FRIDAY
    week = read_week("next" if coming else "this", app.today)
    days = spoken_period(Period(week.start, week.end - timedelta(days=1)))
    app.say(f"{'Следующая' if coming else 'Эта'} неделя: {days} (другая: --week ДАТА).")
    return week


def _narrowed_to(options: Mapping[str, Any], directory: Directory) -> list[str]:
    """Return what the schedule was narrowed to, in the words of the directory and of the person."""
    typed = typed_values(WEBINAR, options)
    codes = (directory.name(text, exact=False) for text in typed.pop("omo", ()))
    typed.pop("status", None)
    return [*map(directory.title, codes), *(text for texts in typed.values() for text in texts)]


def _calendar_beside(target: Target[Schedule]) -> str | None:
    """Return a link to the calendar that lies beside the page under the page's name."""
    if target.path is None:
        return None
    calendar = target.path.with_suffix(".ics")
    return quote(calendar.name) if calendar.is_file() else None
