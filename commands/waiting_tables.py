"""What waits, as tables that a person takes in at once.

A section is a few lines and the command that shows the rest. What has no lines, because the
screen is not high enough or the next week is far off, is one line at the end: how many, and where.
"""

from collections.abc import Callable, Sequence
from datetime import date

from commands.waiting_words import HINTS, Typed, command, heading, line
from rumo_cli.figures.waiting import Section
from rumo_cli.tables.table import Column, Row, Table

_MOST = 5
_FEWEST = 2
_COLUMNS = (
    Column("when", "Когда"),
    Column("what", "Что", wide=True),
    Column("whose", "Чьё", spare=True),
    Column("command", "Команда"),
)

Whole = Callable[[Section], str]
"""Returns the command that shows all of a section."""


def all_lines(found: Sequence[Section]) -> list[int]:
    """Return how many lines each section has where none is left out."""
    return [len(section.items) for section in found]


def few_lines(found: Sequence[Section], height: int | None = None) -> list[int]:
    """Return how many lines each section has: a few, so that a screen of a height holds them."""
    limits = [0 if each.key == "next_week" else min(len(each.items), _MOST) for each in found]
    while height and _height(found, limits) > height and sum(map(bool, limits)) > 1:
        longest = max(limits)
        shrinks = longest > _FEWEST
        least = longest if shrinks else 1
        last = max(place for place, limit in enumerate(limits) if limit >= least)
        limits[last] = longest - 1 if shrinks else 0
    return limits


def _height(found: Sequence[Section], limits: Sequence[int]) -> int:
    """Return the lines of a screen: the title, the sections, a word of help, the prompt."""
    rest = limits.count(0)
    cut = sum(0 < limit < len(each.items) for each, limit in zip(found, limits, strict=True))
    hints = sum(each.key in HINTS and limit > 0 for each, limit in zip(found, limits, strict=True))
    with_headings = 2 * (len(limits) - rest + bool(rest))
    return 3 + with_headings + sum(limits) + cut + hints + rest


def tables(
    found: Sequence[Section], limits: Sequence[int], day: date, whole: Whole, typed: Typed
) -> tuple[Table, ...]:
    """Return a table a section, and one of the sections that have no lines."""
    limited = list(zip(found, limits, strict=True))
    rest = [_in_one_line(section, day, whole, typed) for section, limit in limited if not limit]
    drawn = [_table(section, limit, day, whole, typed) for section, limit in limited if limit]
    return (*drawn, *([_listed("И ещё", rest)] if rest else []))


def _table(section: Section, limit: int, day: date, whole: Whole, typed: Typed) -> Table:
    left_out = len(section.items) - limit
    return _listed(
        f"{heading(section, day)}: {len(section.items)}",
        [line(section, item, typed) for item in section.items[:limit]],
        *([f"и ещё {left_out}: {whole(section)}"] if left_out else []),
        *([typed(HINTS[section.key])] if section.key in HINTS else []),
    )


def _in_one_line(section: Section, day: date, whole: Whole, typed: Typed) -> Row:
    only = section.items[0] if len(section.items) == 1 else None
    return {
        "when": str(len(section.items)),
        "what": heading(section, day),
        "command": typed(command(section, only)) if only else whole(section),
    }


def _listed(title: str, rows: Sequence[Row], *notes: str) -> Table:
    return Table(title, _COLUMNS, rows, notes=notes, listed=True)
