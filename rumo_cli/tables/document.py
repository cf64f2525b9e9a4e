"""Several tables as one value, apart from how any format draws them."""

from dataclasses import dataclass

from rumo_cli.tables.table import Table


@dataclass(frozen=True)
class Document:
    """Tables under one title, each headed by its own; `empty` is said where there is none.

    `data` is what JSON shows in their place.
    """

    title: str
    tables: tuple[Table, ...]
    empty: str = ""
    data: object = None
