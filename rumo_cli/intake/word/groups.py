"""Which tables of a Word document are one: pages and sections part what belongs together."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rumo_cli.calendar.years import AcademicYear, find_year
from rumo_cli.intake.heading_names import heading_names
from rumo_cli.intake.row_texts import is_signature
from rumo_cli.intake.word.tables import WordTable
from rumo_cli.records import MODULES
from rumo_cli.text import fold, one_line

_MOST_LAYOUT_COLUMNS = 4
_LONGEST_BAND = 150
_LONGEST_HEADING = 150
_SENTENCE_END = re.compile(r"\w{4,}[.!?](?=\s|$)")
_NUMBER_HEADING = re.compile(r"№|(?:n )?п/п\b")
_APPROVAL = re.compile(
    r"(?:утвержд(?:аю|ен[оа]?)|согласован[оа]?|принят[оа]?|рассмотрен[оа]?|приложение)\b"
)


@dataclass
class Group:
    """Tables that go on with one another, and the paragraphs between them, in their order."""

    above: list[str]
    """The paragraphs above the first table."""
    year: AcademicYear | None
    """The academic year that those, or else what stands above them, speak of."""
    first: WordTable
    parts: list[WordTable | str] = field(default_factory=list)

    def goes_on_with(self, table: WordTable, between: Sequence[str]) -> bool:
        """Tell whether a table is more of this one: as wide, and under no other heading."""
        if table.width != self.first.width or self._is_left(between):
            return False
        heading = _heading(table)
        return heading == _heading(self.first) or not _is_heading(heading, table)

    def extend(self, table: WordTable, between: Iterable[str]) -> None:
        """Add a table and those paragraphs above it that can be sections or months."""
        self.parts += [text for text in between if not is_prose(text)]
        self.parts.append(table)

    def _is_left(self, between: Sequence[str]) -> bool:
        """Tell whether these paragraphs begin another document: approved anew, of another year."""
        years = set(map(find_year, between)) - {None}
        return any(map(_is_approval, between)) or bool(self.year and years - {self.year})


def group_tables(blocks: Iterable[WordTable | str]) -> list[Group]:
    """Return the tables of a document, given with its paragraphs, those that are one together.

    Tables that only lay out an approval or signatures are taken for paragraphs.
    """
    groups: list[Group] = []
    between: list[str] = []
    for block in blocks:
        if isinstance(block, str):
            between += [block] if block else []
        elif _is_layout(block):
            between += _lines(block)
        elif groups and groups[-1].goes_on_with(block, between):
            groups[-1].extend(block, between)
            between = []
        elif _is_line(block):
            between += _lines(block)
        else:
            known = groups[-1].year if groups else None
            groups.append(Group(between, find_year(" ".join(between)) or known, block, [block]))
            between = []
    return groups


def _lines(table: WordTable) -> list[str]:
    return [one_line(cell) for row in table.rows for cell in row if cell]


def _filled(row: Sequence[str]) -> list[str]:
    return [fold(cell) for cell in row if cell.strip()]


def _heading_row(table: WordTable) -> int:
    """Return the first row of several cells, 0 for none: the table's name may stand above it."""
    rows = enumerate(table.rows, 1)
    return next((number for number, row in rows if len(_filled(row)) > 1), 0)


def _heading(table: WordTable) -> list[str]:
    row = _heading_row(table)
    return _filled(table.rows[row - 1]) if row else []


def heading_end(table: WordTable) -> int:
    """Return the last row of the heading of a table, 0 where all its rows are of one cell."""
    first = _heading_row(table)
    merged = [merge.last_row for merge in table.merges if merge.first_row == first]
    row = table.rows[first - 1] if first else ()
    in_levels = bool(first) and ("" in row or len(row) < table.width)
    return max([first + in_levels, *merged])


def _is_heading(texts: Sequence[str], table: WordTable) -> bool:
    """Tell a heading: Word repeats it, rows are numbered in it, or most of it is known."""
    if table.headed:
        return True
    if len(texts) < 2 or max(map(len, texts)) > _LONGEST_HEADING:
        return False
    return bool(_NUMBER_HEADING.match(texts[0])) or _most_known(texts) * 2 > len(texts)


def _most_known(texts: Iterable[str]) -> int:
    """Return how many of the texts one kind of record knows as headings."""
    return max(sum(1 for text in texts if heading_names(kind).find(text)) for kind in MODULES)


def _is_layout(table: WordTable) -> bool:
    """Tell a table without borders that holds an approval, or signatures."""
    rows = [row for row in table.rows if _filled(row)]
    approves = any(map(_is_approval, rows[0] if rows else ()))
    if table.width > _MOST_LAYOUT_COLUMNS or not (approves or all(map(is_signature, rows))):
        return False
    return not _is_heading(_heading(table), table)


def _is_line(table: WordTable) -> bool:
    """Tell a frame around a text: one row of at most two cells, and no heading."""
    if len(table.rows) > 1 or any(len(_filled(row)) > 2 for row in table.rows):
        return False
    return not _is_heading(_heading(table), table)


def _is_approval(text: str) -> bool:
    return _APPROVAL.match(fold(text).lstrip('«" ')) is not None


def is_prose(text: str) -> bool:
    """Tell running text, which is neither the name of a table nor a section of one."""
    return len(text) > _LONGEST_BAND or len(_SENTENCE_END.findall(text)) > 1
