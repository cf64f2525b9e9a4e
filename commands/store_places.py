"""The store of a command as a folder, and how its states are spoken of."""

from datetime import datetime

from commands.app import App
from rumo_cli.errors import Misused
from rumo_cli.text import plural
from store.backups import Reason
from store.json_store import JsonStore

REASONS = {
    Reason.ROTATION: "сама собой",
    Reason.ASKED: "по команде",
    Reason.MIGRATION: "перед новой схемой",
    Reason.REPAIR: "перед исправлением",
    Reason.RESTORE: "перед возвратом к копии",
    Reason.DAMAGED: "повреждённый файл",
}
"""Why a backup was made."""


def folder_store(app: App) -> JsonStore:
    """Return the store of a command; `Misused` where it is no folder."""
    if isinstance(app.store, JsonStore):
        return app.store
    raise Misused(f"{app.store.location}: это хранилище — не папка, такой команды у него нет.")


def spoken_time(moment: datetime) -> str:
    """Return a moment by the clock of this computer."""
    return f"{moment.astimezone():%d.%m.%Y %H:%M}"


def spoken_size(number: int) -> str:
    """Return a size in the unit that fits."""
    for unit, size in (("МБ", 1 << 20), ("КБ", 1 << 10)):
        if number >= size:
            return f"{number / size:.1f} {unit}".replace(".", ",")
    return f"{number} {plural(number, 'байт', 'байта', 'байт')}"
