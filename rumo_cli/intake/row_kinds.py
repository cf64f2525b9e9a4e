"""What each row below a heading is: a record, a section, a month, a total and the like."""

from collections.abc import Sequence
from enum import Enum

from rumo_cli.calendar.months import find_month
from rumo_cli.errors import Refused
from rumo_cli.intake.grid import GridRow
from rumo_cli.intake.heading_words import fold_heading
from rumo_cli.intake.headings import Columns
from rumo_cli.intake.row_texts import (
    is_day,
    is_figure,
    is_footnote,
    is_item_number,
    is_month,
    is_numbering,
    is_part_of_total,
    is_section_name,
    is_section_number,
    is_signature,
    is_total,
)
from rumo_cli.records.fields import AssociationCodes, Owner, Whole
from rumo_cli.records.kind import Kind


class RowKind(Enum):
    """What a row is, with the word for it."""

    DATA = "запись"
    TITLE = "заголовок таблицы"
    HEADING = "шапка таблицы"
    BLANK = "пустая строка"
    NUMBERS = "номера столбцов"
    SECTION = "раздел"
    BAND = "месяц или день"
    TOTAL = "итог"
    FOOTNOTE = "примечание"


def name_rows(rows: Sequence[GridRow], kind: Kind, columns: Columns) -> list[RowKind]:
    """Name the rows below the heading; of a table that rumo wrote every filled row is a record.

    Raise `Refused` where a second heading has other columns.
    """
    namer = _Namer(kind, columns, rows)
    names = [namer.name(row) for row in rows]
    if not columns.own:
        _keep_undone_days(names, rows, namer.date)
        _name_titles(names, rows)
        _name_parts_of_totals(names, rows, namer.title)
        _name_end(names, rows)
    return names


def _keep_undone_days(names: list[RowKind], rows: Sequence[GridRow], date: int) -> None:
    """Leave a day alone in the column of days a record, unless the row below lacks its own."""
    for place, row in enumerate(rows):
        if names[place] is RowKind.BAND and is_day(_cell(row, date)):
            merged = place + 1 < len(rows) and not _cell(rows[place + 1], date)
            names[place] = RowKind.BAND if merged else RowKind.DATA


def _name_titles(names: list[RowKind], rows: Sequence[GridRow]) -> None:
    """Take the title of a further table («План на октябрь») for the month of its rows."""
    below = RowKind.BLANK
    for place in reversed(range(len(rows))):
        if names[place] is RowKind.SECTION and below is RowKind.HEADING:
            titled = find_month(" ".join(rows[place].cells)) is not None
            names[place] = RowKind.BAND if titled else RowKind.SECTION
        below = below if names[place] is RowKind.BLANK else names[place]


def _name_parts_of_totals(names: list[RowKind], rows: Sequence[GridRow], title: int) -> None:
    """Tell «из них рекомендовано | 21» below a total from a record."""
    below_total = False
    for place, row in enumerate(rows):
        if below_total and names[place] is RowKind.DATA and is_part_of_total(row.cells, title):
            names[place] = RowKind.FOOTNOTE
        elif names[place] is not RowKind.BLANK:
            below_total = names[place] is RowKind.TOTAL


def _name_end(names: list[RowKind], rows: Sequence[GridRow]) -> None:
    """Name what stands below the last record: signatures, remarks and the like."""
    firm = (place for place in reversed(range(len(rows))) if _is_firm(names[place], rows[place]))
    last = next(firm, len(rows))
    ended = False
    for place in range(last + 1, len(rows)):
        ended = ended or names[place] is not RowKind.DATA or is_signature(rows[place].cells)
        if ended and names[place] in {RowKind.DATA, RowKind.SECTION}:
            names[place] = RowKind.FOOTNOTE


def _is_firm(name: RowKind, row: GridRow) -> bool:
    filled = sum(1 for cell in row.cells if cell.strip())
    return name is RowKind.DATA and filled > 1 and not is_signature(row.cells)


class _Namer:
    """Names the rows below the heading."""

    def __init__(self, kind: Kind, columns: Columns, rows: Sequence[GridRow]) -> None:
        self._columns = columns
        self._headings = [fold_heading(heading) for heading in columns.headings]
        self._places = {field.key: place for place, field in columns.fields.items()}
        self.title = self._places.get(kind.title, -1)
        self._dated = kind.date is not None
        self.date = self._places.get(kind.date or "", -1)
        self._sectioned = "section" in kind.by_key
        self._grouped = _can_be_grouped(kind, columns)
        self._number = self._places.get("number", -1)
        numbers = [_cell(row, self._number) for row in rows] if self._sectioned else []
        self._items_dotted = any(map(is_item_number, numbers))
        self._items_counted = any(number.rstrip(".").isdigit() for number in numbers)
        self._plain_beginnings: dict[str, bool] = {}

    def name(self, row: GridRow) -> RowKind:
        if self._columns.own:
            return RowKind.DATA if any(map(str.strip, row.cells)) else RowKind.BLANK
        if self._is_plain(row.cells):
            return RowKind.DATA
        cells = {place: bare for place, cell in enumerate(row.cells) if (bare := cell.strip())}
        if not cells:
            return RowKind.BLANK
        filled, texts = list(cells), list(cells.values())
        if self._is_heading(row, filled):
            return RowKind.HEADING
        if is_numbering(texts):
            return RowKind.NUMBERS
        if is_total(texts, titled=self.title in filled):
            return RowKind.TOTAL
        if len(filled) == 1 and len(self._columns.fields) > 1:
            return self._name_lonely(texts[0], filled[0])
        return RowKind.SECTION if self._is_numbered_section(row, filled) else RowKind.DATA

    def _is_plain(self, cells: Sequence[str]) -> bool:
        """Tell a row that can be nothing but a record by its first cells: nearly every row."""
        beginning = [bare for cell in cells[:3] if (bare := cell.strip())]
        return len(beginning) == 3 and self._begins_plainly(beginning[0])

    def _begins_plainly(self, text: str) -> bool:
        """Tell a text that begins no heading, no numbers of columns and no total."""
        plain = self._plain_beginnings.get(text)
        if plain is None:
            heading = fold_heading(text) in self._headings
            plain = not (heading or is_numbering([text, "2"]) or is_total([text], titled=False))
            self._plain_beginnings[text] = plain
        return plain

    def _name_lonely(self, text: str, place: int) -> RowKind:
        if is_figure(text) and place != self.date:
            field = self._columns.fields.get(place)
            return RowKind.TOTAL if field and isinstance(field.type, Whole) else RowKind.BLANK
        if is_month(text) or (self._dated and is_day(text)):
            return RowKind.BAND
        if is_footnote(text):
            return RowKind.FOOTNOTE
        if place == self.title and not self._is_lonely_section(text, place):
            return RowKind.DATA
        of_month = not self._sectioned and find_month(text) is not None
        return RowKind.BAND if of_month else RowKind.SECTION

    def _is_lonely_section(self, text: str, place: int) -> bool:
        """Tell a section that stands alone in the column of titles from a title alone."""
        if is_section_name(text):
            return True
        if not self._sectioned:
            return self._grouped and text.casefold().startswith("омо ")
        return place == 0 or self._number >= 0

    def _is_numbered_section(self, row: GridRow, filled: Sequence[int]) -> bool:
        """Tell «2. | Название» from items numbered 2.1, and «II | Название» from items 1, 2."""
        if not self._sectioned or list(filled) != sorted({self._number, self.title}):
            return False
        number = _cell(row, self._number)
        if number.rstrip(".").isdigit():
            return self._items_dotted
        return is_section_name(number) or (self._items_counted and is_section_number(number))

    def _is_heading(self, row: GridRow, filled: Sequence[int]) -> bool:
        """Tell a heading that is repeated, as at the top of a page."""
        texts = [fold_heading(row.cells[place]) for place in filled[:1]]
        if texts[0] not in self._headings:
            return False
        texts += [fold_heading(row.cells[place]) for place in filled[1:]]
        if len(texts) < 2 or not all(text in self._headings for text in texts):
            return False
        if any(self._heading_at(place) != text for place, text in zip(filled, texts, strict=True)):
            raise Refused(
                f"строка {row.row}: вторая шапка, и столбцы в ней идут иначе. "
                "Разделите таблицы на два файла."
            )
        return True

    def _heading_at(self, place: int) -> str:
        return self._headings[place] if place < len(self._headings) else ""


def _can_be_grouped(kind: Kind, columns: Columns) -> bool:
    """Tell whether rows may stand under the name of an association that they have no column for."""
    held = {field.key for field in columns.fields.values()}
    return any(
        isinstance(field.type, AssociationCodes | Owner) and field.key not in held
        for field in kind.fields
    )


def _cell(row: GridRow, place: int) -> str:
    return row.cells[place].strip() if 0 <= place < len(row.cells) else ""
