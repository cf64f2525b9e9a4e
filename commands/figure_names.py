"""A figure of a year named on the command line: by its key, or by a part of its label."""

from typing import TYPE_CHECKING, Any

import click

from rumo_cli.figures.figure import Definition
from rumo_cli.figures.registry import BY_KEY, DEFINITIONS
from rumo_cli.text import fold

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


class FigureName(click.ParamType[Definition]):
    """A figure by its key, or by a part of its label that only one has."""

    name = "КЛЮЧ"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Definition:
        """Find the figure."""
        key = value.strip()
        if key in BY_KEY:
            return BY_KEY[key]
        labelled = _labelled(key)
        if len(labelled) > 1:
            named = ", ".join(f"{each.key} ({each.label})" for each in labelled)
            self.fail(f"«{value}» подходит к нескольким показателям: {named}.", param, ctx)
        if not labelled:
            self.fail(f"показателя «{value}» нет.{_nearest(key)}", param, ctx)
        return labelled[0]

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> "list[CompletionItem]":
        """Offer the keys, each with its label."""
        from click.shell_completion import CompletionItem

        del ctx, param
        return [
            CompletionItem(each.key, help=each.label)
            for each in DEFINITIONS
            if each.key.startswith(incomplete)
        ]


def _labelled(text: str) -> list[Definition]:
    """Return the figures whose label is the text, else those that have it in them."""
    labels = [(fold(each.label), each) for each in DEFINITIONS]
    exact = [each for label, each in labels if label == fold(text)]
    return exact or [each for label, each in labels if text and fold(text) in label]


def _nearest(key: str) -> str:
    from difflib import get_close_matches

    close = get_close_matches(key, BY_KEY, n=5)
    hint = f" Похоже на: {', '.join(close)}." if close else ""
    return f"{hint} Все показатели: rumo report figures."
