"""The files of an import on the command line, and how their tables are read."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from commands.options import CountType

Decorated = TypeVar("Decorated", bound=Callable[..., Any])

encoding_option = click.option(
    "--encoding", metavar="КОДИРОВКА", help="utf-8, cp1251, … вместо найденной."
)


def file_options(function: Decorated) -> Decorated:
    """Add the files, and the options that find and read the tables in them."""
    options = (
        click.argument("files", nargs=-1, required=True, metavar="ФАЙЛ..."),
        click.option(
            "--sheet", metavar="ЛИСТ", help="Лист книги или таблица документа: имя или номер."
        ),
        encoding_option,
        click.option("--delimiter", metavar="ЗНАК", help="Разделитель: «;», «,», tab."),
        click.option(
            "--header-row",
            type=CountType(1),
            metavar="N",
            help="Строка с заголовками столбцов, если она не нашлась сама.",
        ),
        click.option(
            "--map",
            "column_map",
            metavar="ФАЙЛ.toml",
            help="Соответствие заголовков файла полям rumo.",
        ),
    )
    for option in reversed(options):
        function = option(function)
    return function
