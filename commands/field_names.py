"""Fields named on the command line: one, several, or several with an order."""

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

    def __init__(self, kind: Kind) -> None:
        self._known = {each.option_name: each for each in kind.fields} | kind.by_key
        self._keys = list(kind.by_key)

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

        close = get_close_matches(name, self._known)
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
