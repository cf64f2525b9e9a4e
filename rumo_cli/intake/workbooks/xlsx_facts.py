"""XLSX: what stands in the XML of its sheets beside the values.

Nearly all of a sheet is plain cells, of which nothing but their place is wanted. They are cut out
by a pattern before the XML is parsed, which makes the parsing twenty times as fast.
"""

import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain

from rumo_cli.errors import Refused
from rumo_cli.intake.addresses import Area, Cell, column_place, read_area
from rumo_cli.intake.archive import LARGEST_UNPACKED
from rumo_cli.intake.grid import MOST_CELLS
from rumo_cli.intake.workbooks.sheet_facts import (
    Extent,
    SheetFacts,
    check_claim,
    is_link,
    link_of_formula,
)
from rumo_cli.intake.workbooks.xml_events import Listener, broken, hear, local, local_keys, pieces

_WORKBOOK = "xl/workbook.xml"
_STRINGS = "xl/sharedstrings.xml"
# The beginning of `<?xml`, behind a byte order mark.
_DECLARATION = 4
_TOO_MUCH_TEXT = "текста в ней непомерно много"
# Below this share of what is left the texts of some rows may be estimated.
_MANY = 16
_END_OF_STRING = re.compile(rb"</(?:\w+:)?si>")
_STRING_OF_CELL = re.compile(rb't="s"><v>(\d+)')
_LARGEST_ROW = 64 * 1024 * 1024
_BLANK_OR_PLAIN = re.compile(
    rb'<c r="(?:[A-Z]{1,3}[1-9]\d{0,6}"(?: s="\d{1,6}")?/>'
    rb'|([A-Z]{1,3})([1-9]\d{0,6})"(?: s="\d{1,6}")?(?: t="(?:[bns]|inlineStr)")?>'
    rb'(?:<v>[^<]+</v>|<is><t(?: xml:space="preserve")?>[^<]*</t></is>)</c>)'
)
# Comments and the like could hide cells from the pattern or show it cells that are none; a cell
# without its address depends on the cells before it.
_UNUSUAL = re.compile(rb'<[!?]|<c(?:[>/]|\s(?!r="))')
_CELL_PARTS = frozenset({"f", "v", "is"})
_UNIQUE_COUNT = re.compile(rb"""uniqueCount\s*=\s*["'](\d+)""")


def xlsx_facts(archive: zipfile.ZipFile) -> list[SheetFacts]:
    """Return the facts of the sheets in order.

    Raise `Refused` for a book that is damaged or would not fit into the memory.
    """
    parts = _Parts(archive)
    package = _Package()
    hear(package, parts.read("_rels/.rels"))
    if package.folders != {posixpath.dirname(_WORKBOOK)}:
        raise Refused(broken(f"нет части «{_WORKBOOK}»"))
    texts = _Texts(parts)
    book = _Book()
    hear(book, parts.read(_WORKBOOK))
    targets = _relations(parts, _WORKBOOK)
    facts: list[SheetFacts] = []
    left = MOST_CELLS
    for name, relation in book.sheets:
        part = targets.get(relation, "")
        extent = Extent(name, left)
        facts.append(_sheet_facts(parts, part, extent, texts, recalculated=book.recalculated))
        left -= extent.size
    return facts


class _Parts:
    """The parts of an archive by their names in any case, as Excel and careless writers have it."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._names = {_fold(name): name for name in archive.namelist()}
        if len(self._names) < len(archive.namelist()):
            raise Refused(broken("части в ней повторяются"))

    def __contains__(self, part: str) -> bool:
        return _fold(part) in self._names

    def read(self, part: str) -> Iterator[bytes]:
        if part not in self:
            raise Refused(broken(f"в ней нет части «{part}»"))
        return pieces(self._archive, self._names[_fold(part)])


def _fold(part: str) -> str:
    return part.replace("\\", "/").lower()


class _Book(Listener):
    """The names of the sheets with the relations to their parts, and whether values are stale."""

    def __init__(self) -> None:
        self.sheets: list[tuple[str, str]] = []
        self.recalculated = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if local(name) == "sheet":
            keys = local_keys(attributes)
            self.sheets.append((keys.get("name", ""), keys.get("id", "")))
        elif local(name) == "calcPr":
            self.recalculated = _is_true(attributes.get("fullCalcOnLoad"))


class _Package(Listener):
    """The folders of what the package calls its documents."""

    def __init__(self) -> None:
        self.folders: set[str] = set()

    def start(self, name: str, attributes: dict[str, str]) -> None:
        kind = attributes.get("Type", "")
        if local(name) == "Relationship" and kind.endswith("/relationships/officeDocument"):
            self.folders.add(posixpath.dirname(attributes.get("Target", "").lstrip("/")).lower())


class _Relations(Listener):
    def __init__(self, folder: str) -> None:
        self._folder = folder
        self.targets: dict[str, str] = {}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if local(name) != "Relationship":
            return
        target = attributes.get("Target", "")
        if attributes.get("TargetMode") != "External":
            # Not normalised: the reader of values takes the path as it is written.
            target = target[1:] if target.startswith("/") else f"{self._folder}/{target}"
        self.targets[attributes.get("Id", "")] = target


def _relations(parts: _Parts, part: str) -> dict[str, str]:
    """Return the targets of a part's relations: parts of the archive, or addresses outside."""
    folder, name = posixpath.split(part)
    relations = f"{folder}/_rels/{name}.rels"
    listener = _Relations(folder)
    if relations in parts:
        hear(listener, parts.read(relations))
    return listener.targets


class _Texts:
    """The texts that cells share. Each cell gets a copy, which is how few become a flood."""

    def __init__(self, parts: _Parts) -> None:
        self._sizes: list[int] = []
        self._left = LARGEST_UNPACKED
        if _STRINGS in parts:
            self._measure(parts.read(_STRINGS))
        self._longest = max(self._sizes, default=0)

    def _measure(self, stream: Iterator[bytes]) -> None:
        begun = next(stream, b"")
        # The reader of values reserves as much memory as the part claims to need.
        if any(int(claim) > MOST_CELLS for claim in _UNIQUE_COUNT.findall(begun)):
            raise Refused(broken("заявлено непомерно много строк текста"))
        for piece in chain(stream, [b""]):
            *done, begun = _END_OF_STRING.split(begun)
            self._sizes.extend(map(len, done))
            begun += piece
            if len(begun) > _LARGEST_ROW:
                raise Refused(broken(_TOO_MUCH_TEXT))
        self._sizes.append(len(begun))

    def spend_on_rows(self, rows: bytes) -> None:
        """Count the texts of plain cells: exactly only where they could be large."""
        most = rows.count(b't="s"') * self._longest
        if most < self._left // _MANY:
            self._spend(most)
        else:
            self._spend(sum(map(self._size, _STRING_OF_CELL.findall(rows))))

    def spend_on_cell(self, number: str) -> None:
        """Count the text of a cell."""
        self._spend(self._size(number))

    def _size(self, number: str | bytes) -> int:
        return self._sizes[int(number)] if int(number) < len(self._sizes) else 0

    def _spend(self, size: int) -> None:
        self._left -= size
        if self._left < 0:
            raise Refused(broken(_TOO_MUCH_TEXT))


def _sheet_facts(
    parts: _Parts, part: str, extent: Extent, texts: _Texts, *, recalculated: bool
) -> SheetFacts:
    if part not in parts:
        raise Refused(broken(f"нет части листа «{extent.sheet}»"))
    sheet = _Sheet(extent, texts, recalculated=recalculated)
    hear(sheet, _thinned(parts.read(part), extent, texts))
    targets = _relations(parts, part) if sheet.related else {}
    for area, relation, place in sheet.related:
        if is_link(target := targets.get(relation, "")):
            # A spreadsheet keeps what follows the # of an address apart.
            sheet.facts.links[area] = f"{target}#{place}" if place else target
    return sheet.facts


def _thinned(stream: Iterator[bytes], extent: Extent, texts: _Texts) -> Iterator[bytes]:
    """Yield the XML of a sheet without its plain cells, having told the extent of them."""
    usual = True
    declaration = _DECLARATION
    for rows in _whole_rows(stream):
        usual = usual and not _UNUSUAL.search(rows, declaration)
        declaration = 0
        if not usual:
            yield rows
            continue
        texts.spend_on_rows(rows)
        rest = _BLANK_OR_PLAIN.split(rows)
        if columns := set(rest[1::3]) - {None}:
            numbers = set(rest[2::3]) - {None}
            place = max(column_place(letters.decode()) for letters in columns)
            extent.reach(max(map(int, numbers)), place)
        yield b"".join(rest[::3])


def _whole_rows(stream: Iterator[bytes]) -> Iterator[bytes]:
    """Yield the stream cut behind the ends of rows."""
    begun = b""
    for piece in stream:
        rows, end, begun = (begun + piece).rpartition(b"</row>")
        if len(begun) > _LARGEST_ROW:
            raise Refused(broken("строка листа непомерно велика"))
        yield rows + end
    yield begun


@dataclass
class _OpenCell:
    """A cell that is being heard: its parts are `f`, the formula, and `v` or `is`, the value."""

    cell: Cell
    kind: str
    parts: dict[str, str] = field(default_factory=dict)

    @property
    def value(self) -> str:
        return self.parts.get("v", "") or self.parts.get("is", "")


class _Sheet(Listener):
    """The facts of a sheet whose plain cells were cut out.

    `related` are the areas with a link, whose targets stand in the relations of the sheet.
    """

    def __init__(self, extent: Extent, texts: _Texts, *, recalculated: bool) -> None:
        self.facts = SheetFacts()
        self.related: list[tuple[Area, str, str]] = []
        self._extent = extent
        self._texts = texts
        self._empty_values = {"", "0"} if recalculated else {""}
        self._row = 0
        self._place = -1
        self._cell: _OpenCell | None = None
        self._part = ""
        self._beginnings = {
            "dimension": self._claim,
            "col": self._columns,
            "row": self._begin_row,
            "c": self._begin_cell,
            "hyperlink": self._hyperlink,
        }

    def start(self, name: str, attributes: dict[str, str]) -> None:
        name = local(name)
        if name in _CELL_PARTS and self._cell:
            self._part = name
            self._cell.parts[name] = ""
        elif begin := self._beginnings.get(name):
            begin(attributes)

    def end(self, name: str) -> None:
        name = local(name)
        if name in _CELL_PARTS:
            self._part = ""
        elif name == "c" and self._cell:
            self._end_cell(self._cell)
            self._cell = None

    def text(self, text: str) -> None:
        if self._cell and self._part:
            self._cell.parts[self._part] += text

    def _claim(self, attributes: dict[str, str]) -> None:
        if claimed := read_area(attributes.get("ref", "")):
            check_claim(self._extent.sheet, claimed)

    def _columns(self, attributes: dict[str, str]) -> None:
        if _is_hidden(attributes, "width"):
            first, last = int(attributes["min"]), int(attributes["max"])
            self.facts.hidden_places.append((first - 1, last - 1))

    def _begin_row(self, attributes: dict[str, str]) -> None:
        self._row = int(attributes.get("r", self._row + 1))
        self._place = -1
        if _is_hidden(attributes, "ht"):
            self.facts.hidden_rows.append((self._row, self._row))

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        cell = Cell(self._row, self._place + 1)
        if "r" in attributes:
            area = read_area(attributes["r"])
            if area is None:
                raise Refused(broken(f"нет ячейки с адресом «{attributes['r']}»"))
            cell = area.first
        self._place = cell.place
        self._cell = _OpenCell(cell, attributes.get("t", "n"))

    def _end_cell(self, done: _OpenCell) -> None:
        cell = done.cell
        if done.value:
            self._extent.reach(*cell)
        if done.kind == "s" and done.value:
            self._texts.spend_on_cell(done.value)
        if done.kind == "e":
            self.facts.errors[cell] = done.value
        if "f" in done.parts:
            self._formula(done)

    def _formula(self, done: _OpenCell) -> None:
        link = link_of_formula(done.parts["f"])
        if link and is_link(link.target):
            self.facts.links[Area(done.cell, done.cell)] = link.target
        if done.kind == "str" or done.value not in self._empty_values:
            return
        if link:
            self._extent.reach(*done.cell)
            self.facts.texts[done.cell] = link.text
        else:
            self.facts.unfilled.append(done.cell)

    def _hyperlink(self, attributes: dict[str, str]) -> None:
        keys = local_keys(attributes)
        area = read_area(keys.get("ref", ""))
        if area and "id" in keys:
            self.related.append((area, keys["id"], keys.get("location", "")))


def _is_hidden(attributes: dict[str, str], size: str) -> bool:
    return _is_true(attributes.get("hidden")) or float(attributes.get(size, "1")) == 0


def _is_true(flag: str | None) -> bool:
    return flag in {"1", "true"}
