"""The command `rumo`: its groups and verbs, its global options, and how it ends."""

import os
import sys
from collections.abc import Sequence
from typing import Any

import click

from commands.app import App
from commands.lazy import LazyGroup, Loader, attribute
from commands.memory import collect_no_garbage
from commands.telling import tell, tell_error
from rumo_cli.errors import RumoError

INTERRUPTED = 130

TABLE = {
    "today": "Что на этой неделе, что просрочено, что скоро.",
    "webinar": "Вебинары, консультации, круглые столы, мастер-классы.",
    "omo": "Областные методические объединения.",
    "iom": "Индивидуальные образовательные маршруты и их мероприятия.",
    "mentor": "Наставничество: программы и пары.",
    "plan": "План РУМО и планы ОМО.",
    "meeting": "Заседания РУМО и ОМО.",
    "expertise": "Общественно-профессиональная экспертиза.",
    "publication": "Материалы, рекомендации, новости, графики, письма.",
    "contribution": "Эксперты ОГЭ/ЕГЭ, разработка ДПП, нормативные акты, ШНОР.",
    "year": "Учебные годы: открыть, настроить, закрыть.",
    "report": "Отчётность за год: что не сходится.",
    "store": "Хранилище целиком: где оно, цело ли, резервные копии.",
    "import": "Загрузить файлы и папки: что в них за записи, rumo поймёт сам.",
    "log": "Что делалось: команда за командой.",
    "undo": "Отменить последнюю команду целиком.",
    "redo": "Вернуть отменённую команду.",
    "demo": "Учебное хранилище: два года вымышленных записей.",
}
_COMMANDS = {
    "import": "importing:import_",
    "log": "journal:log",
    "undo": "journal:undo",
    "redo": "journal:redo",
}
"""Where a command is that has no module of its own name."""


def _loader(name: str) -> Loader:
    return attribute(f"commands.{_COMMANDS.get(name, f'{name}:{name}')}")


class Root(LazyGroup):
    """The root of all commands: speaks Russian, and turns errors into exit codes."""

    def main(self, args: Sequence[str] | None = None, *rest: Any, **attributes: Any) -> Any:
        """Run the command line."""
        speak_russian()
        _open_closed_streams()
        _never_fail_to_print()
        args = sys.argv[1:] if args is None else list(args)
        attributes.setdefault("obj", App(arguments=tuple(args)))
        return super().main(args, *rest, **attributes)

    def make_context(self, *arguments: Any, **attributes: Any) -> click.Context:
        """Read the global options; what is wrong with them is told as all errors are."""
        try:
            return super().make_context(*arguments, **attributes)
        except click.ClickException as error:
            tell_error(error)
            raise click.exceptions.Exit(error.exit_code) from error

    def invoke(self, ctx: click.Context) -> Any:
        """Carry out the command; an error is lines on stderr and the code of its class."""
        try:
            return super().invoke(ctx)
        except RumoError as error:
            tell(f"Ошибка: {error}", err=True)
            ctx.exit(error.exit_code)
        except (KeyboardInterrupt, click.Abort):
            tell("Прервано.", err=True)
            ctx.exit(INTERRUPTED)
        except click.ClickException as error:
            tell_error(error)
            ctx.exit(error.exit_code)
        except (click.exceptions.Exit, BrokenPipeError):
            raise
        except Exception as error:
            if os.environ.get("RUMO_DEBUG"):
                raise
            tell(
                f"Непредвиденная ошибка: {type(error).__name__}: {error}\n"
                "Повторите с RUMO_DEBUG=1 и пришлите вывод разработчикам.",
                err=True,
            )
            ctx.exit(1)


def speak_russian() -> None:
    """Bind click's own messages to rumo's Russian catalogue, whatever the machine's locale.

    `os.path`, because pathlib would cost a tenth of the start-up.
    """
    from gettext import bindtextdomain

    os.environ["LANGUAGE"] = "ru"
    bindtextdomain("messages", f"{os.path.dirname(__file__)}/locale")  # noqa: PTH120


def _open_closed_streams() -> None:
    """Give a stream that was closed (`<&-`), and is None, nothing to read and nowhere to write."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode))


def _never_fail_to_print() -> None:
    """Let a console of an old code page replace what it lacks («✓» by «+») instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        encoding = (getattr(stream, "encoding", None) or "utf-8").lower().replace("-", "")
        if encoding != "utf8" and hasattr(stream, "reconfigure"):
            from commands.console import LOSSY

            stream.reconfigure(errors=LOSSY)


@click.command(
    cls=Root,
    root=True,
    table={name: (_loader(name), help_line) for name, help_line in TABLE.items()},
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.pass_context
def rumo(ctx: click.Context) -> None:
    """Записи методического объединения: вебинары, планы, маршруты, наставничество.

    Справка о команде: rumo КОМАНДА --help.
    """
    if ctx.invoked_subcommand is None:
        from commands.start import show_start

        show_start(ctx)


def main() -> None:
    """Run `rumo`; the entry point of the installed program."""
    collect_no_garbage()
    rumo(prog_name="rumo")
