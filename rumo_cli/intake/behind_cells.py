"""What stands behind the cells below a heading: the text of a merge, the address of a link."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from rumo_cli.intake.grid import GridRow, Merge

ADDRESSES = ("http://", "https://", "ftp://")


def fill_merged(rows: Sequence[GridRow], merges: Iterable[Merge]) -> list[GridRow]:
    """Return the rows with the text of each merge in all of its rows that hold something else.

    A merge that begins above these rows belongs to the heading, and fills nothing.
    """
    filled = [list(row.cells) for row in rows]
    by_number = {row.row: cells for row, cells in zip(rows, filled, strict=True)}
    held = {number for number, cells in by_number.items() if any(map(str.strip, cells))}
    for merge in merges:
        if merge.first_row in held:
            text = _cell(by_number[merge.first_row], merge.place)
            for number in held.intersection(range(merge.first_row + 1, merge.last_row + 1)):
                _put(by_number[number], merge.place, text)
    return [row._replace(cells=tuple(cells)) for row, cells in zip(rows, filled, strict=True)]


def put_links(
    rows: Iterable[GridRow], links: Mapping[tuple[int, int], str], places: Container[int]
) -> Iterator[GridRow]:
    """Yield the rows with the addresses behind «ссылка» and the like in the columns of links."""
    by_row: dict[int, dict[int, str]] = {}
    for (number, place), address in links.items():
        if place in places:
            by_row.setdefault(number, {})[place] = address
    for row in rows:
        behind = by_row.get(row.row, {})
        cells = tuple(
            behind[place] if place in behind and not _is_address(cell) else cell
            for place, cell in enumerate(row.cells)
        )
        yield row._replace(cells=cells) if behind else row


def _is_address(text: str) -> bool:
    return text.strip().casefold().startswith(ADDRESSES)


def _cell(cells: Sequence[str], place: int) -> str:
    return cells[place] if place < len(cells) else ""


def _put(cells: list[str], place: int, text: str) -> None:
    cells.extend("" for _ in range(place + 1 - len(cells)))
    cells[place] = cells[place] or text
