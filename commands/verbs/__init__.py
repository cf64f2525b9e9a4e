"""The seven verbs that every kind of record has: add, list, show, edit, remove, import, export."""

from collections.abc import Mapping

import click

from commands.lazy import LazyGroup, Loader
from rumo_cli.records import kind_of


def _lazily(module: str, kind: str) -> Loader:
    def load() -> click.Command:
        from importlib import import_module

        command: click.Command = import_module(f"commands.verbs.{module}").command(kind_of(kind))
        return command

    return load


VERBS: Mapping[str, tuple[str, str]] = {
    "add": ("adding", "Добавить запись."),
    "list": ("listing", "Показать список."),
    "show": ("showing", "Показать запись целиком."),
    "edit": ("editing", "Изменить записи."),
    "remove": ("removing", "Удалить записи."),
    "import": ("importing", "Загрузить из файлов."),
    "export": ("exporting", "Выгрузить в файл."),
}


def record_group(
    kind: str,
    help_text: str,
    more: Mapping[str, tuple[Loader, str]] | None = None,
) -> LazyGroup:
    """Return the group of a kind: the seven verbs and those of its own."""
    verbs = {
        name: (_lazily(module, kind), help_line) for name, (module, help_line) in VERBS.items()
    }
    return LazyGroup(kind, table=verbs | dict(more or {}), help=help_text)
