"""A bar on stderr while a long file is read; only where a person looks."""

import sys
from collections.abc import Callable, Iterable
from typing import TypeVar

from commands.app import App
from commands.telling import harmless

LONG = 2000
"""Rows from which reading takes long enough to be worth a bar."""

Item = TypeVar("Item")


def progress(app: App, name: str) -> Callable[[Iterable[Item], int], Iterable[Item]]:
    """Return what passes items on and shows how many of them are through."""

    def track(items: Iterable[Item], total: int) -> Iterable[Item]:
        if total < LONG or app.quiet or not sys.stderr.isatty():
            return items
        from rich.console import Console
        from rich.progress import track as rich_track

        console = Console(stderr=True, markup=False, highlight=False, emoji=False)
        return rich_track(
            items, description=harmless(name), total=total, console=console, transient=True
        )

    return track
