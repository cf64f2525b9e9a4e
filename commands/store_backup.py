"""`rumo store backup`: a copy of the store as it is now."""

from pathlib import Path

import click

from commands.app import App
from commands.lazy import Command
from commands.store_places import folder_store, spoken_size
from commands.telling import tell
from rumo_cli.errors import Refused
from store.json_store import JsonStore
from store.keeping import back_up
from store.whole_copies import write_archive


@click.command("backup", cls=Command)
@click.argument("target", required=False, metavar="[ФАЙЛ | ПАПКА]", type=click.Path(path_type=Path))
@click.pass_obj
def backup(app: App, target: Path | None) -> None:
    """Сделать резервную копию.

    Без аргумента — рядом с хранилищем, в backups. С именем файла или папки — всё хранилище, с
    закрытыми годами и журналом, одним файлом ZIP в другом месте: в папке он назовётся по времени.
    Вернуть: rumo store restore ФАЙЛ. Копия прочитана после записи.
    """
    store = folder_store(app)
    app.read()
    if target is None:
        _report(app, back_up(store, app.command_line))
        return
    file = _file(store, target)
    write_archive(store.path, file)
    _report(app, file)


def _file(store: JsonStore, target: Path) -> Path:
    file = target / f"rumo-{store.now():%Y%m%d-%H%M%S}.zip" if target.is_dir() else target
    if file.exists():
        raise Refused(f"{file} уже есть и остался как был. Назовите другой файл или папку.")
    if not file.absolute().parent.is_dir():
        raise Refused(f"Копия не сделана: нет папки {file.absolute().parent}. Создайте её.")
    return file


def _report(app: App, file: Path) -> None:
    if not app.quiet:
        tell(f"Копия: {file} ({spoken_size(file.stat().st_size)})")
