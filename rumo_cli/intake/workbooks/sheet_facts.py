"""What is to be known of a sheet beside the values of its cells."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from rumo_cli.errors import Refused
from rumo_cli.intake.addresses import Area, Cell
from rumo_cli.intake.grid import MOST_CELLS

LOCKED = "книга защищена паролем: снимите пароль в Excel (Файл → Сведения) и сохраните."

_LINK_SCHEMES = ("http://", "https://", "ftp://", "mailto:")
# A whole sheet has 17 billion cells; formats of whole columns make sheets claim a few million.
_MOST_CLAIMED = 1_000_000_000
_LINK_FORMULA = re.compile(
    r"""\s*HYPERLINK\(\s*"((?:[^"]|"")*)"\s*(?:[,;]\s*"((?:[^"]|"")*)"\s*)?\)\s*""", re.IGNORECASE
)


@dataclass
class SheetFacts:
    """What the XML of a sheet tells and the values do not.

    `errors` are the values that formulas failed with, `texts` what formulas say without having
    been computed, `unfilled` the formulas that nobody knows the value of. Hidden rows and columns
    are spans, both ends included.
    """

    links: dict[Area, str] = field(default_factory=dict)
    errors: dict[Cell, str] = field(default_factory=dict)
    texts: dict[Cell, str] = field(default_factory=dict)
    unfilled: list[Cell] = field(default_factory=list)
    merges: list[Area] = field(default_factory=list)
    hidden_rows: list[tuple[int, int]] = field(default_factory=list)
    hidden_places: list[tuple[int, int]] = field(default_factory=list)


@dataclass
class Extent:
    """The rectangle from A1 to the farthest cell with a value, watched as a sheet is read.

    The reader of values keeps every cell of it in memory, blank ones too, and a request beyond the
    memory ends the process; so the request is never made.
    """

    sheet: str
    left: int = MOST_CELLS
    row: int = 0
    place: int = -1

    @property
    def size(self) -> int:
        """How many cells the rectangle has."""
        return self.row * (self.place + 1)

    def reach(self, row: int, place: int) -> None:
        """Stretch to a cell with a value; raise `Refused` beyond what a book may hold."""
        self.row = max(self.row, row)
        self.place = max(self.place, place)
        if self.size > self.left:
            raise Refused(
                f"лист «{self.sheet}»: значения стоят слишком далеко друг от друга, таблица "
                f"тянется до ячейки {Cell(self.row, self.place)}. Удалите лишнее справа и снизу "
                "от таблицы и сохраните книгу."
            )


def check_claim(sheet: str, claimed: Area) -> None:
    """Raise `Refused` for a sheet that claims more cells than any program would fill."""
    rows = claimed.last.row - claimed.first.row + 1
    columns = claimed.last.place - claimed.first.place + 1
    if rows * columns > _MOST_CLAIMED:
        raise Refused(
            f"лист «{sheet}» занимает по его описанию {rows} × {columns} ячеек: столько не бывает "
            "в таблице. Скопируйте саму таблицу в новую книгу и сохраните её."
        )


def is_link(target: str) -> bool:
    """Tell whether a target leads to a page or an address, not into the book or to a file."""
    return target.lower().startswith(_LINK_SCHEMES)


class Link(NamedTuple):
    """What a formula HYPERLINK leads to and what it shows."""

    target: str
    text: str


def link_of_formula(formula: str) -> Link | None:
    """Return the link of `HYPERLINK("https://…";"текст")`, None for any other formula."""
    found = _LINK_FORMULA.fullmatch(formula)
    if found is None:
        return None
    target, text = (part.replace('""', '"') for part in (found[1], found[2] or found[1]))
    return Link(target, text)
