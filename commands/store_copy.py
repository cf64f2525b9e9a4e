"""`rumo store copy`: a store, or a copy of one, as a store in another folder."""

from pathlib import Path

import click

from commands.app import App, shell_word
from commands.lazy import Command
from commands.telling import tell
from rumo_cli.errors import NotFound, Refused
from store.copies import unpacked
from store.location import open_store
from store.whole_copies import write_store


@click.command("copy", cls=Command)
@click.argument("source", metavar="ОТКУДА")
@click.argument("target", metavar="КУДА")
@click.pass_obj
def copy(app: App, source: str, target: str) -> None:
    """Скопировать хранилище в другую папку, где хранилища ещё нет.

    ОТКУДА — папка хранилища или ZIP от rumo store backup. Копируются записи, закрытые годы и
    журнал; резервные копии остаются на месте. Копия прочитана после записи.
    """
    there = open_store(target)
    if there.exists():
        raise Refused(f"В папке {target} уже есть хранилище. Назовите другую.")
    if not there.directory.parent.is_dir():
        raise Refused(f"Копия не сделана: нет папки {there.directory.parent}. Создайте её.")
    with unpacked(Path(source).expanduser()) as file:
        if not file.exists():
            raise NotFound(f"{source}: хранилища здесь нет.")
        write_store(file, there.directory)
    if not app.quiet:
        tell(f"Скопировано: {target}")
        app.say(f"Работать с ним: rumo --store {shell_word(target)} today")
