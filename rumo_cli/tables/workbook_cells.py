"""What stands in a cell of a workbook: a real day, hour or number, or text that stays text."""

import re
from contextlib import suppress
from datetime import date, time
from decimal import Decimal
from typing import NamedTuple

from rumo_cli.formula_guard import guard, unguard
from rumo_cli.tables.printable import cell_lines
from rumo_cli.tables.table import Column, Row, Shown

# Excel keeps fifteen digits of a number: what has more stays text, and whole.
_FIGURE = re.compile(
    r"(?P<words>[^\W\d][^\d\"]* )?"
    r"(?P<number>(?P<sign>[+-])?(?=[\d,]{1,15}(?: |$))\d+(?P<share>,\d+)?)(?P<percent> %)?"
)
# What may not be in an address would make Excel call the whole workbook damaged.
_ADDRESS = re.compile(
    r"https?://[\w.-]+(?::\d{1,5})?(?:[/?#](?:[^\s<>\"{}|\\^`\[\]%]|%[0-9A-Fa-f]{2})*)?"
)
_LONGEST_ADDRESS = 2_079
_LONGEST_TEXT = 32_767
_LONGEST_LITERAL = 255
_SEEN_OF_LINK = 30


class Cell(NamedTuple):
    """What a cell holds, and which of `workbook_styles` it looks like, `words` before a figure."""

    value: str | Decimal | date | time
    look: str
    words: str = ""

    @property
    def lines(self) -> list[int]:
        """Return the lengths of its lines; of a link its beginning says enough."""
        if self.look == "link":
            return [min(len(str(self.value)), _SEEN_OF_LINK)]
        if isinstance(self.value, str):
            return [len(line) for line in self.value.split("\n")]
        return [5 if isinstance(self.value, time) else len(f"{self.words}{self.value}")]


EMPTY = Cell("", "text")


def cell_of(column: Column, row: Row, shown: Shown, *, exact: bool) -> Cell:
    """Return the cell of a row; `shown` is what a person reads in it.

    Days and hours come from the row itself, a figure from what is shown at the right of its cell:
    «12», «−3», «87,5 %», but not «3 из 8». The text is `exact` where rumo will read it back;
    otherwise signs that nobody sees are dropped, and «не менее 120» is a figure too, its words
    being how it looks.
    """
    if not shown:
        return EMPTY
    text = _text(shown, exact=exact)
    if column.align == "right":
        return _figure(text, exact=exact) or Cell(text, "figure")
    if moment := _moment(column, row):
        return moment
    if column.content == "link" and _is_address(text):
        return Cell(text, "link")
    return Cell(text, "text" if len(text) <= _LONGEST_LITERAL else "long")


def is_too_long(text: str) -> bool:
    """Tell a text that a cell cannot hold: Excel counts UTF-16 units, xlsxwriter cuts the rest."""
    return len(text) > _LONGEST_TEXT // 2 and len(text.encode("utf-16-le")) // 2 > _LONGEST_TEXT


def _text(shown: Shown, *, exact: bool) -> str:
    if not exact:
        return "\n".join(cell_lines(shown))
    text = shown if isinstance(shown, str) else "\n".join(shown)
    # Coming back, a text loses its guard, be the workbook made here or out of a csv.
    return text if unguard(text) == text else guard(text)


def _moment(column: Column, row: Row) -> Cell | None:
    if column.content not in {"day", "clock"}:
        return None
    value = str(row.get(column.key))
    with suppress(ValueError):
        moment = date if column.content == "day" else time
        return Cell(moment.fromisoformat(value), column.content)
    return None


def _figure(text: str, *, exact: bool) -> Cell | None:
    """Return the number that a text is, digit for digit as it is written."""
    match = _FIGURE.fullmatch(text.replace("\N{MINUS SIGN}", "-"))
    if match is None or (exact and match["words"]):
        return None
    telling = ("percent",) if exact else ("percent", "share", "sign")
    look = next((name for name in telling if match[name]), "figure")
    return Cell(Decimal(match["number"].replace(",", ".")), look, match["words"] or "")


def _is_address(text: str) -> bool:
    """Tell an address of the web, written without a slip."""
    return len(text) <= _LONGEST_ADDRESS and _ADDRESS.fullmatch(text) is not None
