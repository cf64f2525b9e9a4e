"""The grid that a group of tables of a Word document makes."""

import re
from collections.abc import Iterator

from rumo_cli.calendar.months import find_month
from rumo_cli.calendar.years import find_year
from rumo_cli.intake.grid import Grid, GridRow, Merge, within_limits
from rumo_cli.intake.word.groups import Group, heading_end, is_prose
from rumo_cli.intake.word.tables import WordTable
from rumo_cli.text import fold

_LONGEST_TITLE = 2_000
_NUMBERED = re.compile(r"(?:\d+|[ivxlcіх]+)[.)]")


def grid_of(group: Group) -> Grid:
    """Return the tables as one; rows count from 1, paragraphs between them are rows 0.

    Where these part the tables by months or sections, the one above the first table is such a row
    too. The title is what stands above, with the year of the document where it lacks one.
    """
    band = _band(group)
    tables = [part for part in group.parts if isinstance(part, WordTable)]
    links: dict[tuple[int, int], str] = {}
    merges: list[Merge] = []
    above = 0
    for table in tables:
        links |= {(above + row, place): link for (row, place), link in table.links.items()}
        merges += [Merge(above + first, above + last, at) for first, last, at in table.merges]
        above += len(table.rows)
    return Grid(
        rows=tuple(within_limits(_rows(group, band))),
        sheet=f"таблица {group.first.number}",
        title=_title(group, band),
        merges=tuple(merges),
        links=links,
        notes=tuple(dict.fromkeys(note for table in tables for note in table.notes)),
    )


def _band(group: Group) -> str:
    """Return the month or section of the first table, «» where its rows are under none."""
    nearest = group.above[-1] if group.above else ""
    sorts = {_sort(part) for part in group.parts if isinstance(part, str)}
    return nearest if nearest and _sort(nearest) in sorts else ""


def _sort(text: str) -> str:
    """Return what sections of one document have in common: months, numbers or the first word."""
    first = fold(text).split()[0].strip(".,:")
    if find_month(first):
        return "месяц"
    return "номер" if _NUMBERED.match(fold(text)) else first


def _title(group: Group, band: str) -> str:
    # The month of the first table would date the rows of the others.
    above = group.above[:-1] if band and _sort(band) == "месяц" else group.above
    # Running text speaks of other years and other associations than the table is of.
    title = " ".join(text for text in above if not is_prose(text))
    if group.year and not find_year(title):
        title = f"{group.year} учебный год {title}"
    return title[-_LONGEST_TITLE:].strip()


def _rows(group: Group, band: str) -> Iterator[GridRow]:
    number, band_after = 0, heading_end(group.first) if band else 0
    for part in group.parts:
        if isinstance(part, str):
            yield GridRow(0, None, (part,))
            continue
        for cells in part.rows:
            number += 1
            yield GridRow(number, None, cells)
            if number == band_after:
                yield GridRow(0, None, (band,))
