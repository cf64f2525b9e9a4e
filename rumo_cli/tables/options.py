"""What a renderer may know about the place it draws for."""

from typing import NamedTuple


class RenderOptions(NamedTuple):
    """The place: its width in columns, whether it takes colour, whether it can print `─█…`.

    Only the format `table` heeds them: every other one gives the same text everywhere.
    """

    width: int = 100
    color: bool = False
    unicode: bool = True
