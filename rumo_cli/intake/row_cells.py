"""The cells of a row by field: joined, translated, and those that stand for the cells of others."""

from collections.abc import Mapping, Sequence

from rumo_cli.calendar.months import Month, find_month
from rumo_cli.formula_guard import unguard
from rumo_cli.intake.headings import DEADLINE, Columns
from rumo_cli.intake.layout import LaidRow
from rumo_cli.records.fields import Flag
from rumo_cli.records.fields.numbers import Headcount
from rumo_cli.records.kind import Kind
from rumo_cli.text import fold

_DASHES = frozenset("-‐‑‒–—―−")
_NOTHING = _DASHES | {""}
_MARKS = frozenset({"+", "x", "х", "v", "*", "да", "✓"})


class RowCells:
    """Tells the filled cells of each row by the key of their field, from the first row on."""

    def __init__(
        self, kind: Kind, columns: Columns, words: Mapping[str, Mapping[str, str]]
    ) -> None:
        self._columns = columns
        self._words = words
        order = {field.key: place for place, field in enumerate(kind.fields)}
        held = sorted(columns.fields.items(), key=lambda each: order[each[1].key])
        fields = [] if columns.own else [field for _, field in held]
        self._keys = [field.key for _, field in held]
        self._places = [place for place, _ in held]
        self._width = max(self._places, default=-1) + 1
        self._translated = bool(words) or columns.guarded
        self._as_they_are = not self._translated and len(set(self._keys)) == len(self._keys)
        """Whether each cell is the text of a field of its own."""
        self._dashed = {each.key for each in fields if not isinstance(each.type, Flag | Headcount)}
        """The keys of fields where a dash fills an empty cell; of a flag it is «нет»."""
        self._grouped = {field.key: field.group for field in fields if field.group}
        self._date = kind.date
        self._above: dict[str, str] = {}
        self.from_above: dict[str, str] = {}
        """What the last row took from the row above it."""
        self.inherited: dict[str, None] = {}
        """The keys whose empty cells were taken from the row above, in the order of finding."""
        banded = DEADLINE in kind.by_key and not columns.own
        self._banded = banded and DEADLINE not in self._keys
        self._periods = {place: columns.headings[place] for place in columns.periods}
        self._month_place = _month_place(columns)
        self._month: Month | None = None

    @property
    def month_heading(self) -> tuple[str, ...]:
        """Return the heading that names no field and yet tells the month of the days."""
        place = self._month_place
        return () if place is None else (self._columns.headings[place],)

    def of(self, laid: LaidRow) -> dict[str, str]:
        """Return the filled cells by key; what several columns say of one field is joined."""
        held = self._held(laid.source.cells)
        if self._as_they_are and _NOTHING.isdisjoint(map(str.strip, held)):
            texts = dict(zip(self._keys, held, strict=True))
        else:
            texts = self._filled(held)
        if self._grouped:
            self._inherit(texts)
        # What is read first gives way: a mark «2 из 3» knows better than the deadline how often.
        if self._banded and (deadline := self._deadline(laid)):
            texts = {DEADLINE: deadline, **texts}
        if laid.day and self._date:
            texts = {self._date: laid.day, **texts}
        return texts

    def _filled(self, held: Sequence[str]) -> dict[str, str]:
        texts: dict[str, str] = {}
        for key, cell in zip(self._keys, held, strict=True):
            bare = cell.strip()
            if not bare or (bare in _DASHES and key in self._dashed):
                continue
            text = self._translate(key, cell) if self._translated else cell
            texts[key] = f"{texts[key]}\n{text}" if key in texts else text
        return texts

    def _held(self, cells: Sequence[str]) -> list[str]:
        """Return the cells of the fields; a row may end before its last columns."""
        if len(cells) < self._width:
            cells = (*cells, *[""] * (self._width - len(cells)))
        return [cells[place] for place in self._places]

    def month(self, laid: LaidRow) -> Month | None:
        """Return the month that the row stands under or names in a column of its own."""
        place = self._month_place
        if place is None:
            return laid.month
        cells = laid.source.cells
        text = cells[place] if place < len(cells) else ""
        self._month = find_month(text) or self._month
        return self._month

    def _translate(self, key: str, text: str) -> str:
        text = unguard(text) if self._columns.guarded else text
        return self._words[key].get(text.strip(), text) if key in self._words else text

    def _inherit(self, texts: dict[str, str]) -> None:
        """Take what stands in the row above where the cell that leads the group is empty."""
        self.from_above = {
            key: self._above[key]
            for key, leader in self._grouped.items()
            if key not in texts and leader not in texts and key in self._above
        }
        texts |= self.from_above
        self.inherited |= dict.fromkeys(self.from_above)
        self._above = {key: texts[key] for key in self._grouped if key in texts}

    def _deadline(self, laid: LaidRow) -> str | None:
        """Return the deadline that the columns of quarters, or the month above the row, tell."""
        cells = laid.source.cells
        found = [
            heading if fold(cells[place]) in _MARKS else cells[place]
            for place, heading in self._periods.items()
            if place < len(cells) and cells[place].strip()
        ]
        return ", ".join(found) or laid.band


def _month_place(columns: Columns) -> int | None:
    headings = enumerate(columns.headings)
    unread = (place for place, heading in headings if fold(heading) == "месяц")
    return next((place for place in unread if place not in columns.fields), None)
