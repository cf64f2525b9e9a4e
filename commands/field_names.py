"""Fields named on the command line: one, several, or several with an order."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from rumo_cli.records.fields import Field
from rumo_cli.records.kind import Kind

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

_DESCENDING = "-"


class FieldName(click.ParamType[Field]):
    """A field by its key or by the name of its option."""

    name = "ПОЛЕ"

    def __init__(self, kind: Kind, beside: Iterable[str] = ()) -> None:
        """Know the fields of a kind, and the names that stand `beside` them."""
        self._known = {each.option_name: each for each in kind.fields} | kind.by_key
        self._keys = [*kind.by_key, *beside]

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Field:
        """Find the field."""
        found = self._known.get(value.strip())
        if found is None:
            self.fail(f"поля «{value}» нет.{self._nearest(value)}", param, ctx)
        return found

    def _nearest(self, name: str) -> str:
        from difflib import get_close_matches

        close = get_close_matches(name, dict.fromkeys([*self._known, *self._keys]))
        hint = f" Похоже на: {', '.join(close)}." if close else ""
        return f"{hint} Все поля: {', '.join(self._keys)}."

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> "list[CompletionItem]":
        """Offer the keys; after a comma, the next one."""
        from click.shell_completion import CompletionItem

        del ctx, param
        before, comma, begun = incomplete.rpartition(",")
        return [
            CompletionItem(f"{before}{comma}{key}") for key in self._keys if key.startswith(begun)
        ]


class LackName(click.ParamType[tuple[Field, ...]]):
    """What a record lacks: a field, or the fields that a short name stands for."""

    name = "ПОЛЕ"

    def __init__(self, kind: Kind) -> None:
        self._short = {
            each.name: tuple(kind.by_key[key] for key in each.keys) for each in kind.lacks
        }
        self._one = FieldName(kind, self._short)

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[Field, ...]:
        """Find the fields; a short name goes before a field of its name."""
        return self._short.get(value.strip()) or (self._one.convert(value, param, ctx),)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> "list[CompletionItem]":
        """Offer the keys and the short names."""
        return self._one.shell_complete(ctx, param, incomplete)


class Ordered(NamedTuple):
    """A field, and the direction of an order by it."""

    field: Field
    descending: bool


class FieldNames(click.ParamType[list[Ordered]]):
    """Fields set apart by commas; a minus before one turns its order round."""

    name = "ПОЛЕ,ПОЛЕ"

    def __init__(self, kind: Kind) -> None:
        self._one = FieldName(kind)

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> list[Ordered]:
        """Find each field."""
        names = [name.strip() for name in value.split(",") if name.strip()]
        if not names:
            self.fail("не названо ни одного поля.", param, ctx)
        return [
            Ordered(
                self._one.convert(name.removeprefix(_DESCENDING), param, ctx),
                name.startswith(_DESCENDING),
            )
            for name in names
        ]

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> "list[CompletionItem]":
        """Offer what stands for one field."""
        return self._one.shell_complete(ctx, param, incomplete)
