"""The fenced blocks of a page of Markdown, and what they ask to be done."""

from collections.abc import Iterator
from typing import NamedTuple

FENCE = "```"
PROMPT = "$ "


class Block(NamedTuple):
    """A fenced block of a page, or the lines between two of them: there `fence` is empty."""

    fence: str
    lines: tuple[str, ...]

    @property
    def language(self) -> str:
        """Return the language that the fence names."""
        return self.fence.removeprefix(FENCE).partition(" ")[0]

    @property
    def file(self) -> str | None:
        """Return the name of the file that the block shows, after `file=` behind its language."""
        _, named, name = self.fence.partition(" file=")
        return name if named else None

    @property
    def commands(self) -> tuple[str, ...]:
        """Return what is typed in the block: after a prompt in `console`, each line of `sh`."""
        if self.language == "console":
            typed = (line for line in self.lines if line.startswith(PROMPT))
            return tuple(line.removeprefix(PROMPT) for line in typed)
        return self.lines if self.language == "sh" else ()


def blocks(page: str) -> Iterator[Block]:
    """Yield the blocks of a page in order, those within fences and those between."""
    fence, lines = "", list[str]()
    for line in page.splitlines():
        if not line.startswith(FENCE):
            lines.append(line)
            continue
        yield Block(fence, tuple(lines))
        fence, lines = ("" if fence else line), []
    yield Block(fence, tuple(lines))
