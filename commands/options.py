"""Families of options, each described once."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

import click

from commands.app import ALL_YEARS, App

if TYPE_CHECKING:
    from rumo_cli.calendar.months import Month
    from rumo_cli.calendar.periods import Period
    from rumo_cli.calendar.years import AcademicYear

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


class YearType(click.ParamType["AcademicYear | str"]):
    """An academic year in any notation, or `all`."""

    name = "ГОД"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> "AcademicYear | str":
        """Understand the notation."""
        if value == ALL_YEARS:
            return ALL_YEARS
        from rumo_cli.calendar.years import AcademicYear

        try:
            return AcademicYear.parse(value)
        except ValueError as error:
            self.fail(f"«{value}»: {error}", param, ctx)


class OneYearType(YearType):
    """An academic year in any notation."""

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> "AcademicYear":
        """Understand the notation."""
        year = super().convert(value, param, ctx)
        if isinstance(year, str):
            self.fail(f"«{value}»: нужен один учебный год, например 2024-2025", param, ctx)
        return year


class DayType(click.ParamType[date]):
    """A date as people type it; one without a year is the one nearest today."""

    name = "ДАТА"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Understand the date."""
        from rumo_cli.calendar.days import read_typed_day

        try:
            return read_typed_day(value, _today(ctx))
        except ValueError as error:
            self.fail(f"«{value}»: {error}", param, ctx)


class KnownDayType(DayType):
    """A day that can be meant: one of an academic year that has a notation."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Understand the date."""
        from rumo_cli.calendar.years import check_year

        day = super().convert(value, param, ctx)
        try:
            check_year(day)
        except ValueError as error:
            self.fail(f"«{value}»: {error}", param, ctx)
        return day


def _today(ctx: click.Context | None) -> date:
    app = ctx.find_object(App) if ctx else None
    return (app or App()).today


class WeekType(click.ParamType["Period"]):
    """A week: this, next, last, that of a day, or one with a number."""

    name = "НЕДЕЛЯ"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> "Period":
        """Understand the notation."""
        from rumo_cli.calendar.weeks import read_week

        try:
            return read_week(value, _today(ctx))
        except ValueError as error:
            self.fail(f"«{value}»: {error}", param, ctx)


class MonthType(click.ParamType["Month"]):
    """A month with or without a year."""

    name = "МЕСЯЦ"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> "Month":
        """Understand the notation."""
        from rumo_cli.calendar.months import read_month

        try:
            return read_month(value)
        except ValueError as error:
            self.fail(f"«{value}»: {error}", param, ctx)


class CountType(click.ParamType[int]):
    """A whole number from a least one on."""

    name = "ЧИСЛО"

    def __init__(self, least: int) -> None:
        self.least = least

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Understand the number."""
        try:
            number = int(value)
        except ValueError:
            number = self.least - 1
        if number < self.least:
            self.fail(f"«{value}»: ожидается целое число не меньше {self.least}", param, ctx)
        return number


class SecondsType(click.ParamType[float]):
    """How long to wait, in seconds."""

    name = "СЕКУНДЫ"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        """Understand the number; nobody waits for ever, or less than not at all."""
        try:
            seconds = float(str(value).replace(",", "."))
        except ValueError:
            seconds = -1.0
        if not 0 <= seconds < float("inf"):
            self.fail(f"«{value}»: ожидается число секунд не меньше 0", param, ctx)
        return seconds


class _GlobalOption(click.Option):
    """An option that a variable of the environment may stand for."""

    def get_error_hint(self, ctx: click.Context | None) -> str:
        """Name the variable where it is wrong, and the option where that is."""
        source = ctx.get_parameter_source(self.name or "") if ctx else None
        if source is click.core.ParameterSource.ENVIRONMENT:
            return f"переменной окружения {self.envvar}"
        return click.Parameter.get_error_hint(self, ctx)


_Callback = Callable[[click.Context, click.Parameter, Any], None]


def _remember(name: str) -> _Callback:
    """Return a callback that keeps a global option in the App, wherever it was typed."""

    def callback(ctx: click.Context, param: click.Parameter, value: Any) -> None:
        if ctx.resilient_parsing:
            return
        app = ctx.ensure_object(App)
        source = ctx.get_parameter_source(param.name or "")
        if source is click.core.ParameterSource.COMMANDLINE:
            app.take(name, value)
        elif source is click.core.ParameterSource.ENVIRONMENT:
            app.take_from_environment(name, value)

    return callback


def _show_version(ctx: click.Context, param: click.Parameter, value: Any) -> None:
    del param
    if value and not ctx.resilient_parsing:
        from rumo_cli import __version__

        click.echo(f"rumo {__version__}")
        ctx.exit()


_GLOBAL: tuple[tuple[tuple[str, ...], str, Mapping[str, Any]], ...] = (
    (
        ("--store",),
        "store",
        {"metavar": "ПУТЬ", "help": "Папка хранилища; по умолчанию — в данных пользователя."},
    ),
    (
        ("--year",),
        "year",
        {"type": YearType(), "help": "Учебный год (2024-2025, 2024/25) или all — все годы."},
    ),
    (
        ("--today",),
        "today",
        {"type": KnownDayType(), "help": "Считать сегодняшним днём эту дату.", "is_eager": True},
    ),
    (
        ("--color",),
        "color",
        {
            "type": click.Choice(["auto", "always", "never"]),
            "help": "Цвет: auto — только на экране.",
        },
    ),
    (
        ("--wait",),
        "wait",
        {
            "type": SecondsType(),
            "help": "Сколько ждать, пока хранилище пишет другая команда; обычно 30.",
        },
    ),
    (("-q", "--quiet"), "quiet", {"is_flag": True, "help": "Ничего не говорить, кроме ошибок."}),
    (
        ("--version",),
        "version",
        {
            "is_flag": True,
            "is_eager": True,
            "help": "Показать версию и выйти.",
            "callback": _show_version,
        },
    ),
)
_VARIABLES = {
    "store": "RUMO_STORE",
    "year": "RUMO_YEAR",
    "today": "RUMO_TODAY",
    "wait": "RUMO_WAIT",
}


def global_options(*, root: bool = False) -> list[click.Option]:
    """Return the options that every command takes; only `root` shows them and reads variables."""
    return [
        _GlobalOption(
            [*names, f"_{key}"],
            **{"callback": _remember(key), **attributes},
            expose_value=False,
            hidden=not root,
            envvar=_VARIABLES.get(key) if root else None,
            show_envvar=root,
        )
        for names, key, attributes in _GLOBAL
    ]


def output_options(
    default_format: str | None = None, formats: Iterable[str] | None = None
) -> Callable[[Decorated], Decorated]:
    """Add `-f FORMAT`, `-o FILE` and `--if-changed`, which the App keeps.

    The formats are those of tables unless others are named.
    """
    from rumo_cli.tables.formats import FORMATS

    names = list(formats or FORMATS)
    usual = default_format or "table на экране, plain в конвейере"

    def decorate(function: Decorated) -> Decorated:
        function = click.option(
            "--if-changed",
            "if_changed",
            is_flag=True,
            expose_value=False,
            callback=_remember("if_changed"),
            help="Файл, в котором то же самое, не трогать.",
        )(function)
        function = click.option(
            "-o",
            "--output",
            "output",
            metavar="ФАЙЛ",
            type=click.Path(dir_okay=False, path_type=str),
            help="Записать в файл; формат — по расширению.",
        )(function)
        return click.option(
            "-f",
            "--format",
            "format_name",
            type=click.Choice(names),
            metavar="ФОРМАТ",
            help=f"{', '.join(names)} (обычно: {usual}).",
        )(function)

    return decorate


_id_type = CountType(1)
ids_argument = click.argument("numbers", type=_id_type, nargs=-1, required=True, metavar="ID...")
id_argument = click.argument("number", type=_id_type, metavar="ID")
on_option = click.option("--on", "day", type=KnownDayType(), help="День отметки (обычно сегодня).")
as_of_option = click.option(
    "--on", "day", type=KnownDayType(), help="На какой день (обычно сегодня)."
)
public_option = click.option(
    "--public", is_flag=True, help="Для всех: без личного (имён педагогов, контактов, итогов)."
)
yes_option = click.option("--yes", is_flag=True, help="Не переспрашивать.")


def year_argument(*, required: bool = True) -> Callable[[Decorated], Decorated]:
    """Add the academic year that a command is about."""
    metavar = "ГОД" if required else "[ГОД]"
    return click.argument("year", type=OneYearType(), required=required, metavar=metavar)


def from_year_option(*, required: bool) -> Callable[[Decorated], Decorated]:
    """Add the academic year that a command takes from."""
    return click.option(
        "--from",
        "source",
        type=OneYearType(),
        required=required,
        help="Из какого учебного года взять.",
    )
