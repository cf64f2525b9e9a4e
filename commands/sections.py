"""Sections of the annual analysis, and places in them, as they are named on the command line."""

from difflib import get_close_matches
from typing import Any

import click
from click.shell_completion import CompletionItem

from rumo_cli.records.fields import Option
from rumo_cli.records.own_text import PLACE
from rumo_cli.records.sections import SECTION
from rumo_cli.text import fold, quoted


class SectionType(click.ParamType[str]):
    """A section by its key, or by its Russian heading or a part of it that no other has."""

    name = "РАЗДЕЛ"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Find the section that is meant."""
        found = _meant(value)
        if len(found) != 1:
            self.fail(_several(value, found) if found else _unknown(value), param, ctx)
        return found[0].key

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Offer the keys, with the headings as help."""
        del ctx, param
        offered = (each for each in SECTION.options if each.key.startswith(incomplete))
        return [CompletionItem(each.key, help=each.label) for each in offered]


class PlaceType(click.ParamType[str]):
    """A place of an own text by its key or Russian word."""

    name = "МЕСТО"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Find the place that is meant."""
        try:
            return PLACE.key_of(value)
        except ValueError as error:
            self.fail(f"«{value}»: {error}", param, ctx)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Offer the keys."""
        del ctx, param
        return [CompletionItem(key) for key in PLACE.hints() if key.startswith(incomplete)]


def _meant(name: str) -> list[Option]:
    wanted = fold(name)
    exact = [each for each in SECTION.options if wanted in {each.key, fold(each.label)}]
    parts = (each for each in SECTION.options if wanted and wanted in fold(each.label))
    return exact or list(parts)


def _several(name: str, found: list[Option]) -> str:
    named = ", ".join(f"{each.key} {quoted(each.label)}" for each in found)
    return f"«{name}» подходит к нескольким разделам: {named}."


def _unknown(name: str) -> str:
    known = ", ".join(SECTION.hints())
    return f"раздела «{name}» в анализе нет.{_nearest(name)} Все разделы: {known}."


def _nearest(name: str) -> str:
    known = {fold(word): each.key for each in SECTION.options for word in (each.key, each.label)}
    close = [known[each] for each in get_close_matches(fold(name), known)]
    return f" Похоже на: {', '.join(dict.fromkeys(close))}." if close else ""
